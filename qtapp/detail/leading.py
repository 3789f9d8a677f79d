"""A list of a few rows that each lead somewhere: a click or Enter goes there. What a row shows, its painter knows."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from qtapp.detail.slim import SlimBar
from qtapp.kit import paint
from qtapp.kit.theme import tokens

GOAL, SHOWN = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
"""Roles: where a row leads to, and what its painter shows of it."""


HEIGHT = 26


class LeadingPainter(QStyledItemDelegate):
    """What the painters of such rows share: their height and their ground."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, HEIGHT)

    def ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        """The ground of a row that is chosen, under the mouse, or has the keyboard."""
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            paint.fill(painter, option.rect, tokens().hover)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint.outline(painter, option.rect.adjusted(16, 0, -16, -1), tokens().accent, 4)


class LeadingList(QListWidget):
    """As high as its rows; letters are left to the keys of the window."""

    wanted = Signal(object)
    """Where a row leads to."""

    def __init__(self, name: str, painter: LeadingPainter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollBar(SlimBar(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        painter.setParent(self)
        self.setItemDelegate(painter)
        self.itemClicked.connect(self._go)

    def add(self, words: str, goal: object, shown: object) -> None:
        """A row more: its words for a reader of the screen, where it leads to, and what its painter shows."""
        item = QListWidgetItem(words, self)
        item.setData(GOAL, goal)
        item.setData(SHOWN, shown)

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
        self.wanted.emit(item.data(GOAL))
