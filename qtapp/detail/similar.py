"""The tickets most like the one that is read, with the category that each of them has.

Shows the rows it is given; a click or Enter tells which one to go to.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from db.values import Row
from qtapp.detail.header import STATUS_ICONS
from qtapp.detail.leading import SHOWN, LeadingList, LeadingPainter
from qtapp.kit.icons import pixmap
from qtapp.kit.theme import font, tokens


class _Painter(LeadingPainter):
    """Status, likeness, title, and at the right the category; one that differs is marked with a sign, not by colour."""

    category: tuple[str, ...] = ()

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row, score = index.data(SHOWN)
        colours, area = tokens(), option.rect
        self.ground(painter, option)
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


class Similar(LeadingList):
    """The nearest tickets, nearest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        painter = _Painter()
        super().__init__("similar", painter, parent)
        self._painter = painter
        self.setAccessibleName(self.tr("Similar tickets"))

    def show_rows(self, rows: Sequence[tuple[Row, float]], category: tuple[str, ...]) -> None:
        """List these tickets with their likeness (0 to 1), for a ticket of this category."""
        self._painter.category = category
        self.clear()
        for row, score in rows:
            self.add(f"{score:.0%} {row.title} {' › '.join(row.category)}", row.id, (row, score))
