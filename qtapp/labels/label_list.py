"""The labels of one group: a ring where all become this one, or where this one would be replaced; the label with what
differs marked; its tickets."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from qtapp.counted import counted
from qtapp.kit import paint
from qtapp.kit.marked import LINE, Marked, from_first_difference
from qtapp.kit.paged import ROW, PagedModel
from qtapp.kit.rows import RowTable
from qtapp.kit.theme import SECONDARY, font, tokens
from qtapp.labels.groups import Groups

if TYPE_CHECKING:
    from db.labels import Labelled

HEIGHT = 40
RING, END, GAP = 34, 12, 14
PARTS = ("stays", "left out", "is replaced")


class LabelRows:
    """The labels of the current group; their ids are their places. `at` tells the one that the keyboard is on."""

    def __init__(self, groups: Groups, at: Callable[[], str]) -> None:
        self._groups, self._at = groups, at

    def read(self, ids: list[int]) -> list[Labelled]:
        """A page of rows."""
        group = self._groups.current
        return [group.labels[one] for one in ids] if group is not None else []

    def words(self, row: Labelled | None, role: int) -> str:
        """The whole label; for assistive technology its part in the group too."""
        if row is None:
            return ""
        if role != Qt.ItemDataRole.AccessibleTextRole:
            return row.label[:600]
        return ", ".join(part for part in (row.label[:600], counted(row.tickets, "tickets"), self.part(row)) if part)

    def part(self, row: Labelled) -> str:
        """What a label is in its group, in a word, '' for one of those that become another, or of which nothing is
        decided."""
        if row.label in self._groups.out:
            return LabelDelegate.tr("left out")
        if not self.is_meant(row):
            return ""
        return LabelDelegate.tr("is replaced") if self._groups.is_hollow else LabelDelegate.tr("stays")

    def is_meant(self, row: Labelled) -> bool:
        """Whether all become this label; of labels that say nothing, whether this one would be replaced."""
        meant = self._at() if self._groups.is_hollow else self._groups.target
        return row.label == meant and row.label not in self._groups.out


class LabelDelegate(QStyledItemDelegate):
    """Paints `Labelled`s of the current group."""

    def __init__(self, groups: Groups, rows: LabelRows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups, self._rows = groups, rows

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: Labelled = index.data(ROW)
        area: QRect = option.rect.adjusted(0, 1, 0, -1)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.setClipRect(option.rect)
        if focused or option.state & QStyle.StateFlag.State_MouseOver:
            paint.round_rect(painter, area, tokens().hover, 6)
        if focused:
            paint.outline(painter, area, tokens().accent, 6)
        out = row.label in self._groups.out
        self._ring(painter, QPointF(16, area.center().y() + 0.5), self._rows.is_meant(row), out)
        left = area.left() + RING
        width = self._numbers(painter, area, row)
        room = area.width() - left - width - GAP
        pieces = from_first_difference(self._groups.pieces(row.label), room // 14)
        marked = Marked(pieces, room, 1)
        if out:
            painter.setOpacity(0.6)
        marked.paint(painter, left, area.center().y() - LINE // 2 + 1, tokens().text)
        painter.restore()

    def _ring(self, painter: QPainter, middle: QPointF, chosen: bool, out: bool) -> None:
        paint.ring(painter, middle, chosen)
        if out:
            painter.setPen(QPen(QColor(tokens().text3), 1.5))
            painter.drawLine(middle + QPointF(-4, 4), middle + QPointF(4, -4))

    def _numbers(self, painter: QPainter, area: QRect, row: Labelled) -> int:
        """Tickets, and before them what the label is in the group; returns the width that they took."""
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        line = area.adjusted(0, 0, -END, 0)
        tickets, part = counted(row.tickets, "tickets"), self._rows.part(row)
        paint.write(painter, line, tickets, font(SECONDARY), tokens().text, right)
        column = max(paint.metrics(SECONDARY).horizontalAdvance(one) for one in (tickets, counted(999, "tickets")))
        if part:
            colour = tokens().accent if self._rows.is_meant(row) else tokens().text2
            paint.write(painter, line.adjusted(0, 0, -column - GAP, 0), part, font(SECONDARY), colour, right)
        parts = max(paint.metrics(SECONDARY).horizontalAdvance(self.tr(one)) for one in PARTS)
        return END + column + GAP + parts


class LabelList(RowTable):
    """Left goes back to the groups, Enter shows the tickets of the label; a click on a ring takes its label."""

    left = Signal()
    tickets_wanted = Signal()
    take_wanted = Signal()
    row_changed = Signal()
    """The keyboard is on another label."""

    def __init__(self, groups: Groups, parent: QWidget | None = None) -> None:
        super().__init__(HEIGHT, parent)
        self.setObjectName("groupLabels")
        self.setAccessibleName(self.tr("Labels of the group"))
        self._groups = groups
        rows = LabelRows(groups, self.current_label)
        self._model = PagedModel(rows, self)
        self.setModel(self._model)
        self.setItemDelegate(LabelDelegate(groups, rows, self))
        groups.current_changed.connect(self._refill)
        groups.plan_changed.connect(self.viewport().update)
        self._refill()

    def _refill(self) -> None:
        group = self._groups.current
        self._model.set_ids(range(len(group.labels) if group is not None else 0))
        self.setMaximumHeight(self.sizeHint().height())
        if group is not None:
            self.go_to(0)

    def sizeHint(self) -> QSize:
        return QSize(200, HEIGHT * max(2, self._model.rowCount()))

    def current_label(self) -> str:
        """The label that the keyboard is on, or was last; '' where there is none."""
        group, row = self._groups.current, max(0, self.currentIndex().row())
        return group.labels[row].label if group is not None and row < len(group.labels) else ""

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        self.row_changed.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.position().x() < RING and not self._groups.is_hollow:
            self.take_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Escape):
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.tickets_wanted.emit()
        else:
            super().keyPressEvent(event)
