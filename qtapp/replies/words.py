"""What kinds, decisions and slots are called on the page. Words only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db import sentences
from qtapp.session import translate

if TYPE_CHECKING:
    from db.replies import Decision, Proposal

KIND_ICONS = {"equal": "copy", "near": "near", "template": "template"}
DECISION_ICONS = {"wording": "rewrite", "keep": "filter", "holding": "replies", "apart": "near"}


def kind_words(kind: str) -> str:
    """How the members of a family are alike."""
    tr = QCoreApplication.translate
    known = {
        "equal": tr("Replies", "equal"),
        "near": tr("Replies", "near"),
        "template": tr("Replies", "template"),
    }
    return known[kind]


def slot_words(name: str) -> str:
    """What a slot of a template holds, in a word."""
    tr = QCoreApplication.translate
    known = {
        "number": tr("Replies", "number"),
        "date": tr("Replies", "date"),
        "time": tr("Replies", "time"),
        "order": tr("Replies", "order"),
        "link": tr("Replies", "link"),
        "domain": tr("Replies", "domain"),
        "mail": tr("Replies", "mail"),
        "mask": tr("Replies", "mask"),
    }
    return known.get(name, name)


def decision_words(decision: Decision) -> str:
    """A decision as a badge."""
    tr = QCoreApplication.translate
    if decision.code == "keep":
        return tr("Replies", "keep %Ln", "", decision.examples)
    known = {
        "wording": tr("Replies", "one wording"),
        "holding": tr("Replies", "holding reply"),
        "apart": tr("Replies", "not a family"),
    }
    return known[decision.code]


def reason_words(proposal: Proposal) -> str:
    """Why something is proposed; '' where the library has no words for it."""
    code = f"proposal.{proposal.reason}"
    known = code in sentences.TEMPLATES or f"{code}.one" in sentences.TEMPLATES
    return sentences.sentence(code, proposal.data, translate) if known else ""
