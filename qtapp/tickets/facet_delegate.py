"""Paints a row of the facet panel: heads with their button, values with count, choice and folding, "n more"."""

from __future__ import annotations

from PySide6 import QtWidgets
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from qtapp.kit import paint
from qtapp.kit.icons import pixmap
from qtapp.kit.theme import BODY, SECONDARY, font, tokens
from qtapp.tickets.facet_rows import FacetRow

VALUE_HEIGHT, HEAD_HEIGHT = 27, 33
RIGHT = 18
"""Pixels right of the counts."""
ICON_TOKENS = {"status-reviewed": "ok", "status-flagged": "warn", "status-excluded": "bad", "warning": "warn"}
HEAD_ICONS = {"view": "plus", "category": "search", "cause": "search", "source": "search"}
INDENT = {"category": 36}

Index = QModelIndex | QPersistentModelIndex


def button_rect(area: QRect) -> QRect:
    """Where a head's button stands in the rectangle of its row."""
    return QRect(area.right() - 32, area.bottom() - 26, 26, 26)


class FacetDelegate(QStyledItemDelegate):
    """Paints `FacetRow`s of 27 pixels; heads are a little higher, for the room above them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._struck = QFont(font(BODY))
        self._struck.setStrikeOut(True)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: FacetRow = index.data(Qt.ItemDataRole.UserRole)
        return QSize(100, HEAD_HEIGHT if row.kind == "section" else VALUE_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: FacetRow = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        if row.kind == "section":
            self._section(painter, option.rect, row)
        else:
            self._ground(painter, option, row)
            self._value(painter, option.rect, row)
        painter.restore()

    def _section(self, painter: QPainter, area: QRect, row: FacetRow) -> None:
        colours = tokens()
        line = QRect(area.left() + 16, area.bottom() - 24, area.width() - 16 - RIGHT, 22)
        paint.write(painter, line, row.label, font(SECONDARY, bold=True), colours.text2)
        if row.count is not None:
            left = paint.metrics(SECONDARY, bold=True).horizontalAdvance(row.label) + 6
            paint.write(painter, line.adjusted(left, 0, 0, 0), f"{row.count:,}", font(SECONDARY), colours.text3)
        if icon := HEAD_ICONS.get(row.section):
            painter.drawPixmap(button_rect(area).center().x() - 7, line.center().y() - 7, pixmap(icon, "text2", 16))

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, row: FacetRow) -> None:
        inner = option.rect.adjusted(8, 1, -8, -1)
        if row.chosen:
            paint.selected_ground(painter, inner)
        elif option.state & QtWidgets.QStyle.StateFlag.State_MouseOver:
            paint.round_rect(painter, inner, tokens().hover, 6)
        if option.state & QtWidgets.QStyle.StateFlag.State_HasFocus:
            paint.outline(painter, inner, tokens().accent, 6)

    def _value(self, painter: QPainter, area: QRect, row: FacetRow) -> None:
        left = self._mark(painter, area, row)
        if row.kind == "more":
            label = self.tr("fewer") if row.open else self.tr("%Ln more", "", row.count or 0)
            paint.write(painter, area.adjusted(max(left, 18), 0, 0, 0), label, font(SECONDARY), tokens().text2)
            return
        right = self._count(painter, area, row)
        self._label(painter, area.adjusted(left, 0, -right, 0), row)

    def _mark(self, painter: QPainter, area: QRect, row: FacetRow) -> int:
        """The sign before the label; returns where the label begins."""
        icon, token = ("minus", "bad") if row.chosen is False else (row.icon, ICON_TOKENS.get(row.icon, "text2"))
        if icon:
            painter.drawPixmap(area.left() + 17, area.center().y() - 7, pixmap(icon, token, 16))
            return 42
        indent = INDENT.get(row.section, 18) + 16 * row.depth
        if row.open is not None and row.kind == "value":
            name = "chevron-down" if row.open else "chevron-right"
            painter.drawPixmap(area.left() + indent - 20, area.center().y() - 7, pixmap(name, "text2", 16))
        return indent

    def _count(self, painter: QPainter, area: QRect, row: FacetRow) -> int:
        """The count at the right; returns the room that it takes."""
        if row.count is None:
            return RIGHT
        count = f"{row.count:,}"
        width = paint.metrics(SECONDARY).horizontalAdvance(count)
        box = QRect(area.right() - RIGHT - width + 1, area.top(), width + 2, area.height())
        paint.write(painter, box, count, font(SECONDARY), tokens().accent if row.chosen else tokens().text3)
        return RIGHT + width + 8

    def _label(self, painter: QPainter, area: QRect, row: FacetRow) -> None:
        without = row.chosen is False
        label = paint.elide(row.label, BODY, area.width())
        colour = tokens().text3 if without else tokens().text
        paint.write(painter, area, label, self._struck if without else font(BODY), colour)
