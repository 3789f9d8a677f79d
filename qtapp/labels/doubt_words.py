"""What doubtful labels are called, and what a key would do to them. Words only."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from db.labels import Checked, Doubt, Field

SHOWN = 40
"""Characters of a label in a sentence."""


def on_one_line(text: str) -> str:
    """A label or a title without its breaks."""
    return " ".join(text[:600].split())


def clipped(label: str) -> str:
    """As much of a label as a sentence can have."""
    words = on_one_line(label)
    return words if len(words) <= SHOWN else f"{words[: SHOWN - 1]}…"


def place_words(source: str, line: int) -> str:
    """Where a ticket stands."""
    return QCoreApplication.translate("Doubt", "{file}, line {line}").format(file=source, line=line)


def clock(at: str) -> str:
    """A time as it is read: local, to the minute."""
    return datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%d %H:%M")


def field_words(field: Field) -> str:
    """The labels of a field."""
    known = {
        "category": QCoreApplication.translate("Doubt", "Categories"),
        "root_cause": QCoreApplication.translate("Doubt", "Root causes"),
    }
    return known[field]


def gives_words(doubt: Doubt, label: str, key: str) -> str:
    """What giving the ticket a label would change; plain text."""
    if doubt.field == "category":
        words = QCoreApplication.translate("Doubt", "{key} gives this ticket the category “{label}”; one step to undo.")
    else:
        words = QCoreApplication.translate(
            "Doubt", "{key} gives this ticket the root cause “{label}” in the place of “{old}”; one step to undo."
        )
    return words.format(key=key, label=clipped(label), old=clipped(doubt.given))


def keeps_words(doubt: Doubt, key: str) -> str:
    """What keeping the label would do."""
    words = QCoreApplication.translate(
        "Doubt", "{key} keeps “{label}”: the ticket is not shown again until it has another label."
    )
    return words.format(key=key, label=clipped(doubt.given))


def curve_words(check: Checked) -> str:
    """How well sureness holds, a line for each group of tickets that are about as sure."""
    words = QCoreApplication.translate("Doubt", "{sure} sure: {right} right, of {n} tickets")
    lines = [
        words.format(sure=f"{one.sure:.0%}", right=f"{one.right:.0%}", n=f"{one.tickets:,}") for one in check.curve
    ]
    return "\n".join(lines)
