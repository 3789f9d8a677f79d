"""The list of tickets: one column, rows of one height, painted from the page cache.

The current row follows the session and leads it; the selection is the session's, as ids, and only painted here.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QCursor, QFocusEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from db.values import Changes
from qtapp.kit.rows import RowTable
from qtapp.session import Session
from qtapp.tickets.model import TicketModel
from qtapp.tickets.painter import HEIGHT, TicketPainter


class TicketList(RowTable):
    """Rows of tickets."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(HEIGHT, parent)
        self.setObjectName("ticketList")
        self.setAccessibleName(self.tr("Tickets"))
        self._session = session
        self._model = TicketModel(session.review.rows, self)
        self._text = session.text
        self.setModel(self._model)
        self._painter = TicketPainter(session, self._model, self)
        session.shown_changed.connect(self.refill)
        session.current_changed.connect(self._follow)
        session.selection_changed.connect(self._repaint)
        session.changed.connect(self._refresh)
        self.refill()

    def refill(self) -> None:
        """Show the session's ids; the place in the list stays where the query is the same, unless the current ticket is
        found only now."""
        anchor, offset = self._anchor()
        same, known = self._text == self._session.text, self.currentIndex().isValid()
        self._text = self._session.text
        self._model.set_ids(self._session.ids)
        self._follow(self._session.current_id)
        came = self.currentIndex().isValid() and not known
        row = self._session.row_of(anchor) if same and not came else -1
        if row >= 0:
            self.verticalScrollBar().setValue(row * HEIGHT - offset)

    def _anchor(self) -> tuple[int, int]:
        """The ticket at the top of the view, and how far its top is below the view's."""
        top = self.rowAt(0)
        return (self._model.id_at(top), self.rowViewportPosition(top)) if top >= 0 else (0, 0)

    def _follow(self, ticket_id: int) -> None:
        self.go_to(self._session.row_of(ticket_id))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt makes the first row current where none is; the current ticket may be among those yet to be found."""
        self.leading = False
        super().focusInEvent(event)
        self.leading = True
        self._follow(self._session.current_id)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and self.leading:
            self._session.go(self._model.id_at(current.row()))

    def _refresh(self, changes: Changes) -> None:
        self._model.refresh(changes)

    def _repaint(self) -> None:
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Straight from the rows: a table asks model, selection and style about every cell first."""
        view, area = self.viewport(), event.rect()
        painter = QPainter(view)
        hovered = self.rowAt(view.mapFromGlobal(QCursor.pos()).y()) if view.underMouse() else -1
        row = max(0, self.rowAt(area.top()))
        top = self.rowViewportPosition(row)
        while top <= area.bottom() and row < self._model.rowCount():
            self._painter.draw(painter, QRect(0, top, view.width(), HEIGHT), row, row == hovered)
            row, top = row + 1, top + HEIGHT
        painter.end()

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
