"""What the page of labels calls things, and what a key would do to them. Words only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from qtapp.counted import counted

if TYPE_CHECKING:
    from db.labels import Field, Relabelling

SHOWN = 60
"""Characters of a label in a sentence."""
NAMED = 2
"""Files that a sentence names."""


def one_line(label: str) -> str:
    """A label on one line."""
    return " ".join(label.split())


def clipped(label: str) -> str:
    """As much of a label as a sentence can have."""
    words = one_line(label)
    return words if len(words) <= SHOWN else f"{words[: SHOWN - 1]}…"


def field_words(field: Field) -> str:
    """A field, of more than one label."""
    known = {
        "category": QCoreApplication.translate("LabelsPage", "Categories"),
        "root_cause": QCoreApplication.translate("LabelsPage", "Root causes"),
    }
    return known[field]


def method_words(method: str) -> str:
    """How the labels of a group were found to be one."""
    known = {
        "spelling": QCoreApplication.translate("LabelsPage", "same but for the spelling"),
        "filler": QCoreApplication.translate("LabelsPage", "same but for filling words"),
        "advice": QCoreApplication.translate("LabelsPage", "same but for advice"),
        "synonym": QCoreApplication.translate("LabelsPage", "same meaning"),
        "order": QCoreApplication.translate("LabelsPage", "same words, other order"),
        "near": QCoreApplication.translate("LabelsPage", "nearly the same"),
        "tickets": QCoreApplication.translate("LabelsPage", "nearly the same, with alike tickets"),
        "says-nothing": QCoreApplication.translate("LabelsPage", "say nothing"),
    }
    return known[method]


def effect_words(plan: Relabelling, label: str, key: str) -> str:
    """What merging would do: tickets, and the files that an export writes otherwise."""
    files = ", ".join(name for name, _ in plan.files[:NAMED])
    if len(plan.files) > NAMED:
        more = QCoreApplication.translate("LabelsPage", "{files} and {n} more")
        files = more.format(files=files, n=len(plan.files) - NAMED)
    said = QCoreApplication.translate("LabelsPage", "{key} gives {tickets} in {files} the label “{label}”.")
    return said.format(key=key, tickets=counted(len(plan.tickets), "tickets"), files=files, label=clipped(label))
