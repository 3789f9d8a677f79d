"""The list of doubtful labels, most doubtful first: the ticket, which label it has, which is likely, and how sure.

Two lines a row, painted from a `Doubt` alone. The current row follows what was found and leads it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from qtapp.kit import paint
from qtapp.kit.paged import ROW, PagedModel
from qtapp.kit.rows import RowTable
from qtapp.kit.theme import BODY, SECONDARY, font, tokens
from qtapp.labels.doubt_found import Found
from qtapp.labels.doubt_words import on_one_line

if TYPE_CHECKING:
    from db.labels import Doubt

HEIGHT = 56
LEFT, RIGHT, TEXT, END = 8, 9, 20, 19
METER = 40
"""Pixels of the bar that is full where the check is sure."""
ARROW = " → "


class DoubtRows:
    """Findings; their ids are those of their tickets."""

    def __init__(self, found: Found) -> None:
        self._found = found

    def read(self, ids: list[int]) -> list[Doubt | None]:
        """A page of rows."""
        found = {one.id: one for one in self._found.findings(ids)}
        return [found.get(one) for one in ids]

    def words(self, row: Doubt | None, role: int) -> str:
        """The title; for assistive technology all that is painted."""
        if row is None:
            return QCoreApplication.translate("Doubt", "This ticket was changed meanwhile")
        if role != Qt.ItemDataRole.AccessibleTextRole:
            return row.title[:600]
        return f"{row.title[:600]}, {row.given}{ARROW}{row.likely}, {row.confidence:.2f}"


class DoubtDelegate(QStyledItemDelegate):
    """Paints `Doubt`s."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: Doubt | None = index.data(ROW)
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
        line = QRect(area.left() + TEXT, area.top() + 6, area.width() - TEXT - END, 22)
        if row is None:
            paint.write(painter, line, str(index.data()), font(SECONDARY), colours.text3)
        else:
            self._first(painter, line, row)
            self._second(painter, line.translated(0, 22), row)
        painter.restore()

    def _first(self, painter: QPainter, line: QRect, row: Doubt) -> None:
        sure = f"{row.confidence:.2f}"
        width = paint.metrics(SECONDARY).horizontalAdvance(sure)
        paint.write(painter, line.adjusted(line.width() - width, 0, 0, 0), sure, font(SECONDARY), tokens().text2)
        shown = paint.elide(on_one_line(row.title), BODY, line.width() - width - 12)
        paint.write(painter, line, shown, font(BODY), tokens().text)

    def _second(self, painter: QPainter, line: QRect, row: Doubt) -> None:
        """Both labels share the room; the bar stands at the end."""
        colours = tokens()
        meter = QRectF(line.right() + 1 - METER, line.center().y() - 1, METER, 4)
        paint.round_rect(painter, meter, colours.line, 2)
        meter.setWidth(max(4.0, METER * min(1.0, row.confidence)))
        paint.round_rect(painter, meter, colours.accent, 2)
        metrics = paint.metrics(SECONDARY)
        arrow = metrics.horizontalAdvance(ARROW)
        room = line.width() - METER - 12 - arrow
        given, likely = on_one_line(row.given), on_one_line(row.likely)
        widths = metrics.horizontalAdvance(given), metrics.horizontalAdvance(likely)
        first = widths[0] if sum(widths) <= room else min(widths[0], max(room // 2, room - widths[1]))
        left = line.left()
        for text, width, token in ((given, first, "text2"), (ARROW, arrow, "text3"), (likely, room - first, "accent")):
            area = QRect(left, line.top(), width + 1, line.height())
            shown = text if text == ARROW else paint.elide(text, SECONDARY, width + 1)
            paint.write(painter, area, shown, font(SECONDARY), getattr(colours, token))
            left += min(width, metrics.horizontalAdvance(shown))


class DoubtList(RowTable):
    """Right goes to the tickets that speak for the likely label, Enter shows the doubtful one."""

    right_wanted = Signal()
    ticket_wanted = Signal()

    def __init__(self, found: Found, parent: QWidget | None = None) -> None:
        super().__init__(HEIGHT, parent)
        self.setObjectName("doubtList")
        self.setAccessibleName(self.tr("Doubtful labels, most doubtful first"))
        self._found = found
        self._model = PagedModel(DoubtRows(found), self)
        self.setModel(self._model)
        self.setItemDelegate(DoubtDelegate(self))
        found.shown_changed.connect(self.refill)
        found.current_changed.connect(self._follow)

    def refill(self) -> None:
        """Show what there is now; the place in the list stays."""
        place = self.verticalScrollBar().value()
        self._model.set_ids(self._found.shown)
        self.verticalScrollBar().setValue(place)

    def _follow(self) -> None:
        self.go_to(self._found.row_of(self._found.current))

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and self.leading:
            self._found.go_row(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = {
            Qt.Key.Key_Right: self.right_wanted,
            Qt.Key.Key_Return: self.ticket_wanted,
            Qt.Key.Key_Enter: self.ticket_wanted,
        }
        wanted = keys.get(Qt.Key(event.key()))
        if wanted is not None:
            wanted.emit()
        else:
            super().keyPressEvent(event)
