"""The list of tickets: one column, rows of one height, painted from the page cache.

The current row follows the session and leads it; the selection is the session's, as ids, and only painted here.
"""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from db.values import Changes
from qtapp.kit.theme import tokens
from qtapp.kit.viewport import give_viewport
from qtapp.session import Session
from qtapp.tickets.delegate import HEIGHT, TicketDelegate
from qtapp.tickets.model import TicketModel


class TicketList(QTableView):
    """A table, because with rows of a fixed height it is the fastest of Qt's views by far."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ticketList")
        self.setAccessibleName(self.tr("Tickets"))
        give_viewport(self)
        self._session = session
        self._model = TicketModel(session.review.rows, self)
        self._text = session.text
        self._leading = False
        self.setModel(self._model)
        self.setItemDelegate(TicketDelegate(session, self))
        self._set_up_view()
        session.shown_changed.connect(self.refill)
        session.current_changed.connect(self._follow)
        session.selection_changed.connect(self._repaint)
        session.changed.connect(self._refresh)
        self.refill()

    def _set_up_view(self) -> None:
        ground = self.palette()
        ground.setColor(QPalette.ColorRole.Highlight, QColor(tokens().surface))  # the delegate paints what is selected
        self.setPalette(ground)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setAutoScroll(False)  # `_follow` scrolls, and knows a step from a leap
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(HEIGHT)
        self.verticalHeader().setDefaultSectionSize(HEIGHT)

    def refill(self) -> None:
        """Show the session's ids; the place in the list stays where the query is the same."""
        anchor, offset = self._anchor()
        same = self._text == self._session.text
        self._text = self._session.text
        self._model.set_ids(self._session.ids)
        self._follow(self._session.current_id)
        row = self._session.row_of(anchor) if same else -1
        if row >= 0:
            self.verticalScrollBar().setValue(row * HEIGHT - offset)

    def _anchor(self) -> tuple[int, int]:
        """The ticket at the top of the view, and how far its top is below the view's."""
        top = self.rowAt(0)
        return (self._model.id_at(top), self.rowViewportPosition(top)) if top >= 0 else (0, 0)

    def _follow(self, ticket_id: int) -> None:
        row = self._session.row_of(ticket_id)
        if row < 0:
            self.selectionModel().clear()
            return
        index = self._model.index(row, 0)
        self._leading = True
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._leading = False
        near = self.viewport().rect().adjusted(0, -HEIGHT, 0, HEIGHT)
        is_near = near.intersects(self.visualRect(index))
        hint = QAbstractItemView.ScrollHint
        self.scrollTo(index, hint.EnsureVisible if is_near else hint.PositionAtCenter)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and not self._leading:
            self._session.go(self._model.id_at(current.row()))

    def _refresh(self, changes: Changes) -> None:
        self._model.refresh(changes)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Home and End are the first and the last ticket: a table would look for columns."""
        ends = {QAbstractItemView.CursorAction.MoveHome: 0, QAbstractItemView.CursorAction.MoveEnd: -1}
        if action in ends and self._model.rowCount():
            return self._model.index(ends[action] % self._model.rowCount(), 0)
        return super().moveCursor(action, modifiers)

    def _repaint(self) -> None:
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ctrl takes a ticket into the selection or out, Shift all from the current one to it; else it is current."""
        row = self.rowAt(event.position().toPoint().y())
        keys = event.modifiers()
        if row < 0 or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
        elif keys & Qt.KeyboardModifier.ShiftModifier:
            here = max(0, self.currentIndex().row())
            self._session.select(
                self._session.selection | {self._model.id_at(one) for one in range(min(here, row), max(here, row) + 1)}
            )
        elif keys & Qt.KeyboardModifier.ControlModifier:
            self._session.select(self._session.selection ^ {self._model.id_at(row)})
        else:
            self._session.select(())
            super().mousePressEvent(event)
