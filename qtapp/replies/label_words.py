"""What contradicting labels are called, and what a key would do to them. Words only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.values import PATH_SEPARATOR
from qtapp.counted import counted

if TYPE_CHECKING:
    from db.replies import Conflict

SHOWN = 60
"""Characters of a label in a sentence."""


def label_words(field: str, label: tuple[str, ...]) -> str:
    """A category path or root causes on one line."""
    return " ".join((PATH_SEPARATOR if field == "category" else "; ").join(label).split())


def clipped(words: str) -> str:
    """As much of a label as a sentence can have."""
    return words if len(words) <= SHOWN else f"{words[: SHOWN - 1]}…"


def same_words(conflict: Conflict) -> str:
    """What the tickets share."""
    known = {
        "problem": QCoreApplication.translate("Labels", "Same problem"),
        "reply": QCoreApplication.translate("Labels", "Same reply"),
    }
    return known[conflict.same]


def title_words(conflict: Conflict) -> str:
    """What contradicts itself, as a heading."""
    known = {
        ("problem", "category"): QCoreApplication.translate("Labels", "Same problem, other category"),
        ("problem", "root_cause"): QCoreApplication.translate("Labels", "Same problem, other root cause"),
        ("reply", "category"): QCoreApplication.translate("Labels", "Same reply, other category"),
        ("reply", "root_cause"): QCoreApplication.translate("Labels", "Same reply, other root cause"),
    }
    return known[conflict.same, conflict.field]


def field_words(field: str) -> str:
    """A field of a ticket."""
    known = {
        "problem": QCoreApplication.translate("Labels", "Problem"),
        "reply": QCoreApplication.translate("Labels", "Reply"),
        "category": QCoreApplication.translate("Labels", "Category"),
        "root_cause": QCoreApplication.translate("Labels", "Root cause"),
    }
    return known[field]


def same_word() -> str:
    """The mark of what all tickets have in common."""
    return QCoreApplication.translate("Labels", "same")


def sets_words(conflict: Conflict, place: int, number: int, key: str) -> str:
    """What setting all alike would change; plain text."""
    said = {
        "category": QCoreApplication.translate(
            "Labels", "{key} gives {tickets} the category “{label}”; one step to undo."
        ),
        "root_cause": QCoreApplication.translate(
            "Labels", "{key} gives {tickets} the root cause “{label}”; one step to undo."
        ),
    }[conflict.field]
    label = clipped(label_words(conflict.field, conflict.labels[place][0]))
    return said.format(key=key, tickets=counted(number, "tickets"), label=label)


def keeps_words(conflict: Conflict, key: str) -> str:
    """What keeping them would do."""
    return QCoreApplication.translate(
        "Labels", "{key} keeps the labels of {tickets}; it is not shown again until another label comes."
    ).format(key=key, tickets=counted(len(conflict.tickets), "tickets"))
