"""Paints a row of the facet panel: heads with their button, values with count, choice and folding, "n more"."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from qtapp.kit.icons import pixmap
from qtapp.kit.paint import round_rect, selected_ground
from qtapp.kit.theme import Tokens, font, tokens
from qtapp.tickets.facet_rows import FacetRow

VALUE_HEIGHT, HEAD_HEIGHT = 27, 33
RIGHT = 18
"""Pixels right of the counts."""
ICON_COLOURS = {"status-reviewed": "ok", "status-flagged": "warn", "status-excluded": "bad"}
HEAD_ICONS = {"view": "plus", "category": "search", "cause": "search", "source": "search"}
INDENT = {"category": 36, "cause": 18, "source": 18}

Index = QModelIndex | QPersistentModelIndex


def button_rect(area: QRect) -> QRect:
    """Where a head's button stands in the rectangle of its row."""
    return QRect(area.right() - 32, area.bottom() - 26, 26, 26)


class FacetDelegate(QStyledItemDelegate):
    """Paints `FacetRow`s of 27 pixels; heads are a little higher, for the room above them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._body, self._small, self._head = font(13), font(12), font(12, bold=True)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: FacetRow = index.data(Qt.ItemDataRole.UserRole)
        return QSize(100, HEAD_HEIGHT if row.kind == "section" else VALUE_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: FacetRow = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        if row.kind == "section":
            self._section(painter, option.rect, row)
        else:
            self._value(painter, option, row)
        painter.restore()

    def _section(self, painter: QPainter, area: QRect, row: FacetRow) -> None:
        colours = tokens()
        line = QRect(area.left() + 16, area.bottom() - 24, area.width() - 16 - RIGHT, 22)
        self._text(painter, line, row.label, self._head, colours.text2)
        if row.count is not None:
            left = QFontMetrics(self._head).horizontalAdvance(row.label) + 5
            self._text(painter, line.adjusted(left, 0, 0, 0), f"{row.count:,}", self._small, colours.text3)
        if icon := HEAD_ICONS.get(row.section):
            painter.drawPixmap(button_rect(area).center().x() - 8, line.center().y() - 8, pixmap(icon, "text2", 16))

    def _value(self, painter: QPainter, option: QStyleOptionViewItem, row: FacetRow) -> None:
        colours, area = tokens(), option.rect
        inner = area.adjusted(8, 1, -8, -1)
        if row.chosen:
            selected_ground(painter, inner, bar=True)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            round_rect(painter, inner, colours.hover, 6)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(colours.accent))
            painter.drawRoundedRect(inner, 6, 6)
        left = self._mark(painter, area, row)
        if row.kind == "more":
            label = self.tr("fewer") if row.open else self.tr("%n more", "", row.count or 0)
            self._text(painter, area.adjusted(52, 0, 0, 0), label, self._small, colours.text2)
            return
        right = self._count(painter, area, row, colours)
        self._label(painter, area.adjusted(left, 0, -right, 0), row, colours)

    def _mark(self, painter: QPainter, area: QRect, row: FacetRow) -> int:
        """The sign before the label; returns where the label begins."""
        middle = area.center().y()
        if row.chosen is False:
            painter.drawPixmap(area.left() + 17, middle - 7, pixmap("minus", "bad", 16))
            return 42
        if row.icon:
            painter.drawPixmap(area.left() + 17, middle - 7, pixmap(row.icon, ICON_COLOURS.get(row.icon, "text2"), 16))
            return 42
        indent = INDENT.get(row.section, 18) + 16 * row.depth
        if row.open is not None and row.kind == "value":
            name = "chevron-down" if row.open else "chevron-right"
            painter.drawPixmap(area.left() + indent - 20, middle - 7, pixmap(name, "text2", 16))
        return indent

    def _count(self, painter: QPainter, area: QRect, row: FacetRow, colours: Tokens) -> int:
        """The count at the right; returns the room that it takes."""
        if row.count is None:
            return RIGHT
        count = f"{row.count:,}"
        width = QFontMetrics(self._small).horizontalAdvance(count)
        left = area.right() - RIGHT - width + 1
        box = QRect(left, area.top(), width + 2, area.height())
        self._text(painter, box, count, self._small, colours.accent if row.chosen else colours.text3)
        return RIGHT + width + 8

    def _label(self, painter: QPainter, area: QRect, row: FacetRow, colours: Tokens) -> None:
        face = QFont(self._body)
        face.setStrikeOut(row.chosen is False)
        label = QFontMetrics(face).elidedText(row.label, Qt.TextElideMode.ElideRight, area.width())
        self._text(painter, area, label, face, colours.text3 if row.chosen is False else colours.text)

    def _text(self, painter: QPainter, area: QRect, text: str, face: QFont, colour: str) -> None:
        painter.setFont(face)
        painter.setPen(QColor(colour))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
