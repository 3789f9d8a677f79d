"""The list of contradictions, strongest first: what is the same, which labels differ, on how many tickets, how sure.

Two lines a row, painted from a `Conflict` alone. The current row follows the evidence of the session and leads it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from qtapp.counted import counted
from qtapp.evidence import Evidence
from qtapp.kit import paint
from qtapp.kit.icons import pixmap
from qtapp.kit.theme import SECONDARY, SMALL, font, tokens
from qtapp.kit.two_lines import FollowingList, TwoLines, headed
from qtapp.replies.label_words import label_words, title_words

if TYPE_CHECKING:
    from db.replies import Conflict

HEIGHT = 67
LONGEST = 160
"""Characters of a text that are looked at: more never fit."""


class ConflictRows:
    """Contradictions; their ids are their places."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence

    def read(self, ids: list[int]) -> list[Conflict]:
        """A page of rows."""
        return [self._evidence.conflicts[one] for one in ids]

    def words(self, row: Conflict | None, role: int) -> str:
        """The text that is the same; for assistive technology all that is painted."""
        if row is None:
            return ""
        if role != Qt.ItemDataRole.AccessibleTextRole:
            return row.text[:600]
        said = [title_words(row), row.text[:600], counted(len(row.tickets), "tickets"), f"{row.strength:.2f}"]
        said += [f"{label_words(row.field, label)} {len(ids)}" for label, ids in row.labels]
        return ", ".join(said)


def _first(painter: QPainter, line: QRect, row: Conflict) -> None:
    """The text that is the same, and how strong the contradiction is."""
    headed(painter, line, " ".join(row.text[:LONGEST].split()), f"{row.strength:.2f}", SECONDARY)


def _second(painter: QPainter, line: QRect, row: Conflict) -> None:
    """What differs, and on how many tickets."""
    tickets = counted(len(row.tickets), "tickets")
    width = paint.metrics(SMALL).horizontalAdvance(tickets)
    paint.write(painter, line.adjusted(line.width() - width, 0, 0, 0), tickets, font(SMALL), tokens().text2)
    painter.drawPixmap(line.left(), line.top() + 4, pixmap("tag" if row.field == "category" else "note", "text2", 14))
    words = f"{title_words(row)} · {counted(len(row.labels), 'labels')}"
    shown = paint.elide(words, SECONDARY, line.width() - width - 32)
    paint.write(painter, line.adjusted(20, 0, 0, 0), shown, font(SECONDARY), tokens().text2)


class ConflictList(FollowingList):
    """Right goes to the tickets, Enter shows one, Esc goes back to the families."""

    cases_wanted = Signal()
    ticket_wanted = Signal()
    left = Signal()

    def __init__(self, evidence: Evidence, parent: QWidget | None = None) -> None:
        super().__init__(HEIGHT, evidence, ConflictRows(evidence), TwoLines(HEIGHT, 8, 27, _first, _second), parent)
        self.setObjectName("conflictList")
        self.setAccessibleName(self.tr("Contradicting labels, strongest first"))
        self._evidence = evidence
        evidence.shown_changed.connect(self.refill)
        evidence.current_changed.connect(self._follow)
        self.refill()

    def keys(self) -> Mapping[Qt.Key, Any]:
        """What the list answers to itself."""
        shows = dict.fromkeys((Qt.Key.Key_Return, Qt.Key.Key_Enter), self.ticket_wanted)
        return {Qt.Key.Key_Right: self.cases_wanted, Qt.Key.Key_Escape: self.left, **shows}

    def refill(self) -> None:
        """Show what there is now."""
        self.show_ids(range(len(self._evidence.conflicts)))
        self._follow()

    def _follow(self) -> None:
        self.go_to(self._evidence.row_of(self._evidence.current))
