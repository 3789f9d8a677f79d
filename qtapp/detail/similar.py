"""The tickets most like the one that is read, with the category that each of them has.

Shows the rows it is given; a click or Enter tells which one to go to.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6 import QtWidgets
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from db.values import Row
from qtapp.detail.header import STATUS_ICONS
from qtapp.detail.slim import SlimBar
from qtapp.kit import paint
from qtapp.kit.icons import pixmap
from qtapp.kit.theme import font, tokens

HEIGHT = 26
NEIGHBOUR = Qt.ItemDataRole.UserRole


class _Painter(QStyledItemDelegate):
    """Status, likeness, title, and at the right the category; one that differs is marked with a sign, not by colour."""

    category: tuple[str, ...] = ()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row, score = index.data(NEIGHBOUR)
        colours, area = tokens(), option.rect
        if option.state & (QtWidgets.QStyle.StateFlag.State_Selected | QtWidgets.QStyle.StateFlag.State_MouseOver):
            paint.fill(painter, area, colours.hover)
        if option.state & QtWidgets.QStyle.StateFlag.State_HasFocus:
            paint.outline(painter, area.adjusted(16, 0, -16, -1), colours.accent, 4)
        icon, colour = STATUS_ICONS[row.status]
        painter.drawPixmap(area.left() + 24, area.top() + 6, pixmap(icon, colour, 14))
        inner = area.adjusted(46, 0, -24, 0)
        right = self._category(painter, inner, row)
        painter.setFont(font(12))
        painter.setPen(QColor(colours.text2))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, f"{score:.0%}")
        painter.setFont(font(13))
        painter.setPen(QColor(colours.text))
        line = QRect(inner.left() + 40, inner.top(), right - inner.left() - 52, inner.height())
        title = " ".join(row.title[:200].split())
        shown = QFontMetrics(painter.font()).elidedText(title, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)

    def _category(self, painter: QPainter, inner: QRect, row: Row) -> int:
        """Paint the category; gives its left edge."""
        differs = bool(row.category) and row.category != self.category
        painter.setFont(font(12))
        painter.setPen(QColor(tokens().warn if differs else tokens().text2))
        metrics = QFontMetrics(painter.font())
        text = metrics.elidedText(" › ".join(row.category), Qt.TextElideMode.ElideLeft, inner.width() // 2)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text)
        left = inner.right() - metrics.horizontalAdvance(text)
        if differs:
            left -= 18
            painter.drawPixmap(left, inner.top() + 6, pixmap("warning", "warn", 14))
        return left


class Similar(QListWidget):
    """The nearest tickets, nearest first."""

    wanted = Signal(int)
    """The id of a ticket to go to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("similar")
        self.setAccessibleName(self.tr("Similar tickets"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollBar(SlimBar(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._painter = _Painter(self)
        self.setItemDelegate(self._painter)
        self.itemClicked.connect(self._go)

    def show_rows(self, rows: Sequence[tuple[Row, float]], category: tuple[str, ...]) -> None:
        """List these tickets with their likeness (0 to 1), for a ticket of this category."""
        self._painter.category = category
        self.clear()
        for row, score in rows:
            item = QListWidgetItem(f"{score:.0%} {row.title} {' › '.join(row.category)}", self)
            item.setData(NEIGHBOUR, (row, score))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard is seen on a row, the first where none was chosen."""
        super().focusInEvent(event)
        if self.currentRow() < 0:
            self.setCurrentRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem() is not None:
            self._go(self.currentItem())
        elif event.text() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _go(self, item: QListWidgetItem) -> None:
        self.wanted.emit(item.data(NEIGHBOUR)[0].id)
