"""The heat map: a table whose heads stay while its cells scroll, painted cell by cell as they come into view.

A cell is the more coloured the less it can be chance, with a mark where there are too many or too few, so that colour
alone does not tell; its number always stands there.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPalette, QPolygon, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from qtapp.kit import paint
from qtapp.kit.theme import SECONDARY, SMALL, font, tokens
from qtapp.kit.tips import plain_tip
from qtapp.labels.spread_model import CELL, SpreadModel

WIDTH, HEIGHT = 42, 30
"""Pixels of a cell."""
HEAD = 132
"""Pixels of the names of the columns, which stand upright."""
SIDES, BAR, NUMBER = (292, 224), 46, 44
"""Pixels of the names of the rows with their bars, in a wide map and a narrow one; of a bar; of a number of tickets."""
WIDE = 900
FULL = 24.0
"""The residual from which a cell has all of its colour."""
LEAST, MOST = 0.10, 0.55
"""How much of its colour a striking cell has, from the least to the most striking."""


def tint(residual: float, striking: bool) -> QColor | None:
    """The ground of a cell, None for none."""
    if not striking:
        return None
    colour = QColor(tokens().accent if residual > 0 else tokens().warn)
    colour.setAlphaF(LEAST + (MOST - LEAST) * min(1.0, abs(residual) / FULL))
    return colour


class CellDelegate(QStyledItemDelegate):
    """Paints `Cell`s."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(WIDTH, HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        cell, area, colours = index.data(CELL), option.rect.adjusted(0, 0, -1, -1), tokens()
        painter.save()
        ground = tint(cell.residual, cell.striking)
        if ground is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRect(area)
            self._mark(painter, area, cell.residual > 0)
        if cell.tickets:
            middle = Qt.AlignmentFlag.AlignCenter
            colour = colours.text if cell.striking else colours.text2
            paint.write(painter, area, f"{cell.tickets:,}", font(SMALL, bold=cell.striking), colour, middle)
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus):
            paint.outline(painter, area, colours.accent, 3, width=2)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            paint.outline(painter, area, colours.edge, 3)
        painter.restore()

    def _mark(self, painter: QPainter, area: QRect, up: bool) -> None:
        """A corner: above for too many, below for too few."""
        right, size = area.right() + 1, 6
        edge, inner = (area.top(), area.top() + size) if up else (area.bottom() + 1, area.bottom() + 1 - size)
        painter.setBrush(QColor(tokens().accent if up else tokens().warn))
        painter.drawPolygon(QPolygon([QPoint(right - size, edge), QPoint(right, edge), QPoint(right, inner)]))


class ColumnHead(QHeaderView):
    """Names upright, from below to above."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setFixedHeight(HEAD)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setDefaultSectionSize(WIDTH)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        name = str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal))
        painter.save()
        paint.fill(painter, rect, tokens().surface)
        painter.translate(rect.left(), rect.bottom() + 1)
        painter.rotate(-90)
        line = QRect(6, 0, rect.height() - 10, rect.width())
        shown = paint.elide(name, SECONDARY, line.width(), Qt.TextElideMode.ElideMiddle)
        paint.write(painter, line, shown, font(SECONDARY), tokens().text2)
        painter.restore()


class RowHead(QHeaderView):
    """Name, tickets, and how much the row differs from the others, with a mark where chance would lie."""

    def __init__(self, model: SpreadModel, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._model = model
        self.setFixedWidth(SIDES[0])
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setDefaultSectionSize(HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        row, colours = self._model.row_at(logicalIndex), tokens()
        painter.save()
        paint.fill(painter, rect, colours.surface)
        bar = QRect(rect.right() - BAR - 8, rect.center().y() - 2, BAR, 5)
        paint.round_rect(painter, bar, colours.line, 2)
        differs = row.divergence > row.chance
        filled = QRect(bar.left(), bar.top(), max(2, round(BAR * row.divergence)), bar.height())
        paint.round_rect(painter, filled, colours.accent if differs else colours.text3, 2)
        chance = bar.left() + round(BAR * row.chance)
        paint.fill(painter, QRect(chance, bar.top() - 3, 1, bar.height() + 6), colours.text)
        number = QRect(bar.left() - NUMBER - 8, rect.top(), NUMBER, rect.height())
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        paint.write(painter, number, f"{row.tickets:,}", font(SMALL), colours.text2, right)
        name = QRect(rect.left() + 20, rect.top(), number.left() - rect.left() - 20, rect.height())
        words = str(self._model.headerData(logicalIndex, Qt.Orientation.Vertical))
        shown = paint.elide(words, SECONDARY, name.width(), Qt.TextElideMode.ElideMiddle)
        paint.write(painter, name, shown, font(SECONDARY), colours.text)
        painter.restore()


class SpreadMap(QTableView):
    """A click lists the tickets of its cell, as Enter does; what the mouse is on is told."""

    tickets_wanted = Signal()
    pointed = Signal(QModelIndex)
    """The cell that the mouse or the keyboard is on."""
    left = Signal()

    def __init__(self, model: SpreadModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("spreadMap")
        self.setAccessibleName(self.tr("Categories by sources or root causes"))
        self._model = model
        self.setModel(model)
        self.setItemDelegate(CellDelegate(self))
        for head in (ColumnHead(self), RowHead(model, self)):
            head.setAccessibleName(self.accessibleName())
            head.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            if head.orientation() == Qt.Orientation.Horizontal:
                self.setHorizontalHeader(head)
            else:
                self.setVerticalHeader(head)
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.Highlight, QColor(tokens().surface))  # the delegate paints what is selected
        self.setPalette(colours)
        self.setStyleSheet(f"QTableCornerButton::section {{ background: {tokens().surface}; border: none; }}")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        for mode in (self.setHorizontalScrollMode, self.setVerticalScrollMode):
            mode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.entered.connect(self._point)

    def _point(self, index: QModelIndex) -> None:
        names = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
        self.setToolTip(plain_tip(names))
        self.pointed.emit(index)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        self.pointed.emit(current)

    def leaveEvent(self, event: object) -> None:
        super().leaveEvent(event)  # type: ignore[arg-type]
        self.pointed.emit(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.verticalHeader().setFixedWidth(SIDES[self.width() < WIDE])

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and index == self.currentIndex():
            self.tickets_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.tickets_wanted.emit()
        else:
            super().keyPressEvent(event)
