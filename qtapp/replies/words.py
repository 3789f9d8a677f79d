"""What kinds, decisions and slots are called on the page. Words only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from db import sentences
from qtapp.session import translate

if TYPE_CHECKING:
    from db.replies import Decision, Proposal

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


def counted(n: int, what: str) -> str:
    """A number with what it counts: uses, replies, tickets, variants, families, categories, sources; keep, refused."""
    return _Counted().words(n, what)


class _Counted(QObject):
    """Plurals are collected from calls of a method `tr` only."""

    def words(self, n: int, what: str) -> str:
        return {
            "uses": lambda: self.tr("%Ln uses", "", n),
            "replies": lambda: self.tr("%Ln replies", "", n),
            "tickets": lambda: self.tr("%Ln tickets", "", n),
            "variants": lambda: self.tr("%Ln variants", "", n),
            "families": lambda: self.tr("%Ln families", "", n),
            "categories": lambda: self.tr("%Ln categories", "", n),
            "sources": lambda: self.tr("%Ln sources", "", n),
            "labels": lambda: self.tr("%Ln labels", "", n),
            "conflicts": lambda: self.tr("%Ln contradictions", "", n),
            "keep": lambda: self.tr("keep %Ln", "", n),
            "refused": lambda: self.tr("%Ln tickets cannot hold the wording and stay as they are.", "", n),
        }[what]()
