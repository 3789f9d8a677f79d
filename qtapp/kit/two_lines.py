"""A list of rows of two lines, with the ground, edge and parting line of this window; two functions that it is given
paint what is on the lines. The current row follows whatever holds the rows, and leads it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from qtapp.kit import paint
from qtapp.kit.paged import ROW, PagedModel, Rows
from qtapp.kit.rows import RowTable
from qtapp.kit.theme import BODY, SECONDARY, SMALL, font, tokens

LEFT, RIGHT, TEXT, END = 8, 9, 20, 19
"""Pixels: the margins of the ground, and those of what is written on it."""


Line = Callable[[QPainter, QRect, Any], None]
"""Paints a line of a row at a place."""


class TwoLines(QStyledItemDelegate):
    """`top` is the place of the first line, `step` the way to the second, in rows of a height."""

    def __init__(
        self, height: int, top: int, step: int, first: Line, second: Line, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._height, self._top, self._step = height, top, step
        self._first, self._second = first, second

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, self._height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        area, colours = option.rect, tokens()
        inner, row = area.adjusted(LEFT, 0, -RIGHT, -1), index.data(ROW)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            paint.selected_ground(painter, inner)
        else:
            if option.state & QStyle.StateFlag.State_MouseOver:
                paint.round_rect(painter, inner, colours.hover, 6)
            paint.fill(painter, QRect(area.left() + TEXT, area.bottom(), area.width() - TEXT - END, 1), colours.line)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint.outline(painter, inner, colours.accent, 6)
        line = QRect(area.left() + TEXT, area.top() + self._top, area.width() - TEXT - END, 22)
        if row is None:
            paint.write(painter, line, str(index.data()), font(SECONDARY), colours.text3)
        else:
            self._first(painter, line, row)
            self._second(painter, line.translated(0, self._step), row)
        painter.restore()


def headed(painter: QPainter, line: QRect, text: str, number: str, size: int = SMALL) -> None:
    """A line of text with a number at its end, which it makes room for."""
    width = paint.metrics(size).horizontalAdvance(number)
    paint.write(painter, line.adjusted(line.width() - width, 0, 0, 0), number, font(size), tokens().text2)
    shown = paint.elide(text, BODY, line.width() - width - 12)
    paint.write(painter, line, shown, font(BODY), tokens().text)


class Holder(Protocol):
    """What holds the rows of a list, and which of them is the current one."""

    def go_row(self, row: int) -> None: ...


class FollowingList(RowTable):
    """A list of what a holder has. `keys` are those that it answers to itself, each with the signal that says so."""

    def __init__(
        self, height: int, holder: Holder, rows: Rows, delegate: TwoLines, parent: QWidget | None = None
    ) -> None:
        super().__init__(height, parent)
        self._holder = holder
        self.model_of_rows = PagedModel(rows, self)
        self.setModel(self.model_of_rows)
        delegate.setParent(self)
        self.setItemDelegate(delegate)

    def keys(self) -> Mapping[Qt.Key, Any]:
        """Keys of this list -> signals."""
        return {}

    def show_ids(self, ids: Any) -> None:
        """Show these rows; the place in the list stays."""
        place = self.verticalScrollBar().value()
        self.model_of_rows.set_ids(ids)
        self.verticalScrollBar().setValue(place)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and self.leading:
            self._holder.go_row(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wanted = self.keys().get(Qt.Key(event.key()))
        if wanted is not None:
            wanted.emit()
        else:
            super().keyPressEvent(event)
