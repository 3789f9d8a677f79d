"""What kinds, decisions and slots are called on the page. Words only."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db import sentences
from qtapp.counted import counted
from qtapp.kit.marked import Piece
from qtapp.session import translate

if TYPE_CHECKING:
    from db.replies import Decision, Proposal

SLOT = re.compile(r"\{([a-z]+)\}")

KIND_ICONS = {"equal": "copy", "near": "near", "template": "template"}
DECISION_ICONS = {"wording": "rewrite", "keep": "filter", "holding": "replies", "apart": "near"}


def kind_words(kind: str) -> str:
    """How the members of a family are alike."""
    known = {
        "equal": QCoreApplication.translate("Replies", "equal"),
        "near": QCoreApplication.translate("Replies", "near"),
        "template": QCoreApplication.translate("Replies", "template"),
    }
    return known[kind]


def slot_words(name: str) -> str:
    """What a slot of a template holds, in a word."""
    known = {
        "number": QCoreApplication.translate("Replies", "number"),
        "date": QCoreApplication.translate("Replies", "date"),
        "time": QCoreApplication.translate("Replies", "time"),
        "order": QCoreApplication.translate("Replies", "order"),
        "link": QCoreApplication.translate("Replies", "link"),
        "domain": QCoreApplication.translate("Replies", "domain"),
        "mail": QCoreApplication.translate("Replies", "mail"),
        "mask": QCoreApplication.translate("Replies", "mask"),
    }
    return known.get(name, name)


def decision_words(decision: Decision) -> str:
    """A decision as a badge."""
    if decision.code == "keep":
        return counted(decision.examples, "keep")
    known = {
        "wording": QCoreApplication.translate("Replies", "one wording"),
        "holding": QCoreApplication.translate("Replies", "holding reply"),
        "apart": QCoreApplication.translate("Replies", "not a family"),
    }
    return known[decision.code]


def reason_words(proposal: Proposal) -> str:
    """Why something is proposed; '' where the library has no words for it."""
    code = f"proposal.{proposal.reason}"
    known = code in sentences.TEMPLATES or f"{code}.one" in sentences.TEMPLATES
    return sentences.sentence(code, proposal.data, translate) if known else ""


def template_pieces(template: str) -> list[Piece]:
    """A template with the names of its slots in words."""
    parts = SLOT.split(template)
    return [
        Piece(f"\u2009{slot_words(part)}\u2009", "slot") if place % 2 else Piece(part)
        for place, part in enumerate(parts)
        if part
    ]
