"""A list of painted rows: one column, all of one height unless told, scrolled by pixels.

A table, because with rows of a fixed height it is the fastest of Qt's views by far. Its delegate paints everything,
also what is selected.
"""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from qtapp.kit.theme import tokens
from qtapp.kit.viewport import give_viewport


class RowTable(QTableView):
    """`leading` is False while the program moves the current row, so that a subclass tells that from a person."""

    def __init__(self, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        give_viewport(self)
        self.row_height = height
        self.leading = True
        ground = self.palette()
        ground.setColor(QPalette.ColorRole.Highlight, QColor(tokens().surface))  # the delegate paints what is selected
        self.setPalette(ground)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setAutoScroll(False)  # `go_to` scrolls, and knows a step from a leap
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)

    def go_to(self, row: int) -> None:
        """Make a row the current one (-1: none): a step shows the row beyond as well, a leap ends in the middle."""
        if row < 0:
            self.selectionModel().clear()
            return
        index = self.model().index(row, 0)
        self.leading = False
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.leading = True
        near = self.viewport().rect().adjusted(0, -self.row_height, 0, self.row_height)
        is_near = near.intersects(self.visualRect(index))
        if is_near:
            self._step_to(index)
        else:
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def _step_to(self, index: QModelIndex) -> None:
        """Scroll until a row is seen, and the one beyond it; a row that was clicked stays under the mouse."""
        room, row, bar = self.viewport().height(), self.visualRect(index), self.verticalScrollBar()
        beyond = self.row_height if room >= 3 * self.row_height and not QGuiApplication.mouseButtons() else 0
        if row.top() < beyond or row.height() > room:
            bar.setValue(bar.value() + row.top() - beyond)
        elif row.bottom() >= room - beyond:
            bar.setValue(bar.value() + row.bottom() + 1 - room + beyond)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A current row that is seen stays whole; where there was no room for one, it goes to the middle."""
        super().resizeEvent(event)
        index = self.currentIndex()
        seen = self.viewport().rect().united(QRect(QPoint(), event.oldSize()))
        if index.isValid() and seen.intersects(self.visualRect(index)):
            hint = QAbstractItemView.ScrollHint
            had_room = event.oldSize().height() > self.row_height
            self.scrollTo(index, hint.EnsureVisible if had_room else hint.PositionAtCenter)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Home and End are the first and the last row: a table would look for columns."""
        ends = {QAbstractItemView.CursorAction.MoveHome: 0, QAbstractItemView.CursorAction.MoveEnd: -1}
        if action in ends and self.model().rowCount():
            return self.model().index(ends[action] % self.model().rowCount(), 0)
        return super().moveCursor(action, modifiers)
