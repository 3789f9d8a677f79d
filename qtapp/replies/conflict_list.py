"""The list of contradictions, strongest first: what is the same, which labels differ, on how many tickets, how sure.

Two lines a row, painted from a `Conflict` alone. The current row follows the evidence of the session and leads it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from qtapp.counted import counted
from qtapp.evidence import Evidence
from qtapp.kit import paint
from qtapp.kit.icons import pixmap
from qtapp.kit.paged import ROW, PagedModel
from qtapp.kit.rows import RowTable
from qtapp.kit.theme import BODY, SECONDARY, SMALL, font, tokens
from qtapp.replies.label_words import label_words, title_words

if TYPE_CHECKING:
    from db.replies import Conflict

HEIGHT = 67
LEFT, RIGHT, TEXT, END = 8, 9, 20, 19
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


class ConflictDelegate(QStyledItemDelegate):
    """Paints `Conflict`s."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: Conflict = index.data(ROW)
        area, colours = option.rect, tokens()
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            paint.selected_ground(painter, area.adjusted(LEFT, 0, -RIGHT, -1))
        else:
            if option.state & QStyle.StateFlag.State_MouseOver:
                paint.round_rect(painter, area.adjusted(LEFT, 0, -RIGHT, -1), colours.hover, 6)
            paint.fill(painter, QRect(area.left() + TEXT, area.bottom(), area.width() - TEXT - END, 1), colours.line)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint.outline(painter, area.adjusted(LEFT, 0, -RIGHT, -1), colours.accent, 6)
        self._first(painter, QRect(area.left() + TEXT, area.top() + 8, area.width() - TEXT - END, 22), row)
        self._second(painter, QRect(area.left() + TEXT, area.top() + 36, area.width() - TEXT - END, 20), row)
        painter.restore()

    def _first(self, painter: QPainter, line: QRect, row: Conflict) -> None:
        strength = f"{row.strength:.2f}"
        width = paint.metrics(SECONDARY).horizontalAdvance(strength)
        paint.write(painter, line.adjusted(line.width() - width, 0, 0, 0), strength, font(SECONDARY), tokens().text2)
        shown = paint.elide(" ".join(row.text[:LONGEST].split()), BODY, line.width() - width - 12)
        paint.write(painter, line, shown, font(BODY), tokens().text)

    def _second(self, painter: QPainter, line: QRect, row: Conflict) -> None:
        tickets = counted(len(row.tickets), "tickets")
        width = paint.metrics(SMALL).horizontalAdvance(tickets)
        paint.write(painter, line.adjusted(line.width() - width, 0, 0, 0), tickets, font(SMALL), tokens().text2)
        painter.drawPixmap(
            line.left(), line.top() + 3, pixmap("tag" if row.field == "category" else "note", "text2", 14)
        )
        words = f"{title_words(row)} · {counted(len(row.labels), 'labels')}"
        shown = paint.elide(words, SECONDARY, line.width() - width - 32)
        paint.write(painter, line.adjusted(20, 0, 0, 0), shown, font(SECONDARY), tokens().text2)


class ConflictList(RowTable):
    """Right goes to the tickets, Enter shows one, Esc goes back to the families."""

    cases_wanted = Signal()
    ticket_wanted = Signal()
    left = Signal()

    def __init__(self, evidence: Evidence, parent: QWidget | None = None) -> None:
        super().__init__(HEIGHT, parent)
        self.setObjectName("conflictList")
        self.setAccessibleName(self.tr("Contradicting labels, strongest first"))
        self._evidence = evidence
        self._model = PagedModel(ConflictRows(evidence), self)
        self.setModel(self._model)
        self.setItemDelegate(ConflictDelegate(self))
        evidence.shown_changed.connect(self.refill)
        evidence.current_changed.connect(self._follow)
        self.refill()

    def refill(self) -> None:
        """Show what there is now; the place in the list stays."""
        place = self.verticalScrollBar().value()
        self._model.set_ids(range(len(self._evidence.conflicts)))
        self.verticalScrollBar().setValue(place)
        self._follow()

    def _follow(self) -> None:
        self.go_to(self._evidence.row_of(self._evidence.current))

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and self.leading:
            self._evidence.go_row(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = {
            Qt.Key.Key_Right: self.cases_wanted,
            Qt.Key.Key_Return: self.ticket_wanted,
            Qt.Key.Key_Enter: self.ticket_wanted,
            Qt.Key.Key_Escape: self.left,
        }
        wanted = keys.get(Qt.Key(event.key()))
        if wanted is not None:
            wanted.emit()
        else:
            super().keyPressEvent(event)
