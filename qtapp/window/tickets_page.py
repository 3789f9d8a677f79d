"""The tickets page: facets, the middle column with search and list, the pane of the ticket.

Puts the rooms beside one another and folds the facets away where the window is narrow; knows nothing else of them.
"""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from qtapp.detail import TicketPane
from qtapp.kit.ground import ground, line
from qtapp.kit.two_panes import NARROW, TwoPanes
from qtapp.search.field import SearchField
from qtapp.session import Session
from qtapp.tickets.facets import FacetPanel
from qtapp.tickets.head import ListHead
from qtapp.tickets.list import TicketList
from qtapp.window.empty import EmptyState

MIDDLE, MIDDLE_NARROW = 430, 336
"""Width of the middle column, also where the window is narrow and the facets are folded away."""


class TicketsPage(QWidget):
    """What a reviewer looks at all day."""

    def __init__(
        self, session: Session, select: QAction, columns: QByteArray | None = None, parent: QWidget | None = None
    ) -> None:
        """`columns` is what `columns()` gave when the page was left, if it ever was."""
        super().__init__(parent)
        self.setObjectName("ticketsPage")
        self._session = session
        self.facets = FacetPanel(session, self)
        ground(self.facets, "canvas")
        self.splitter = TwoPanes(self)
        self.splitter.setObjectName("ticketsSplitter")
        self.middle = QFrame(self.splitter)
        self.search = SearchField(session, self.middle)
        self.head = ListHead(session, select, self.middle)
        self._stack = QStackedWidget(self.middle)
        self.list = TicketList(session, self._stack)
        self.pane = TicketPane(session, self.splitter)
        ground(self.pane, "surface")
        self._empty = EmptyState(session, self._stack)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        self._lay_out_middle()
        self.splitter.hold(self.middle, self.pane)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._edge, self._sheet_edge = line(self, upright=True), line(self, upright=True)
        self._sheet_edge.hide()
        layout.addWidget(self.facets)
        layout.addWidget(self._edge)
        layout.addWidget(self.splitter, 1)
        self._narrow: bool | None = None
        self._columns = columns or QByteArray()
        self.head.set_narrow(False)
        self.head.filters_wanted.connect(self.toggle_facets)
        self.search.left.connect(self.focus_list)
        session.shown_changed.connect(self._show_list)
        self._show_list()

    def _lay_out_middle(self) -> None:
        ground(self.middle, "surface")
        self.middle.setMinimumWidth(280)
        layout = QVBoxLayout(self.middle)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.setSpacing(4)
        field = QHBoxLayout()
        field.setContentsMargins(12, 0, 12, 0)
        field.addWidget(self.search)
        layout.addLayout(field)
        layout.addWidget(self.head)
        layout.addWidget(self._stack, 1)

    def _show_list(self) -> None:
        found = len(self._session.ids) > 0 or not self._session.complete
        had_focus = _within(self._stack)
        self._stack.setCurrentWidget(self.list if found else self._empty)
        if had_focus:
            self.focus_list()

    def toast_place(self) -> QWidget:
        """What a message stands at the foot of."""
        return self.middle

    # Focus

    def panes(self) -> dict[QWidget, QWidget]:
        """The panes that F6 goes round, from left to right, each with what takes the keyboard in it."""
        middle = self._stack.currentWidget()
        whole: dict[QWidget, QWidget] = {self.facets: self.facets, self.middle: middle, self.pane: self.pane.thread}
        return {pane: target for pane, target in whole.items() if pane.isVisible()}

    def focus_list(self) -> None:
        """Give the keyboard to the list, or to what stands in its place."""
        self._stack.currentWidget().setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_search(self) -> None:
        """Give the keyboard to the search field."""
        self.search.focus()

    def focus_pane(self) -> None:
        """Give the keyboard to the ticket."""
        self.pane.thread.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_facets(self) -> None:
        """Give the keyboard to the facets, which are unfolded for it."""
        if self.facets.isHidden():
            self.toggle_facets()
        self.facets.setFocus(Qt.FocusReason.OtherFocusReason)

    def next_pane(self) -> None:
        """Go round the panes."""
        panes = self.panes()
        here = next((place for place, pane in enumerate(panes) if _within(pane)), -1)
        list(panes.values())[(here + 1) % len(panes)].setFocus(Qt.FocusReason.OtherFocusReason)

    # Narrow windows

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        if narrow != self._narrow:
            self._columns = self.columns()
            self._narrow = narrow
            self._fold(narrow)

    def _fold(self, narrow: bool) -> None:
        """In a narrow window the facets are a sheet over the list, opened by the filter button."""
        self.head.set_narrow(narrow)
        if narrow:
            self.layout().removeWidget(self.facets)
            self._show_facets(False)
            self.facets.installEventFilter(self)
        else:
            self.facets.removeEventFilter(self)
            self.layout().insertWidget(0, self.facets)
            self._show_facets(True)
        if not narrow and self.splitter.restoreState(self._columns):
            return
        self.splitter.share(MIDDLE_NARROW if narrow else MIDDLE)

    def columns(self) -> QByteArray:
        """How list and ticket share a wide window, to be kept."""
        return self.splitter.saveState() if self._narrow is False else self._columns

    def toggle_facets(self) -> None:
        """Unfold the facets over the list, or fold them away; in a wide window they are hidden or shown."""
        shown = self.facets.isHidden()
        if not shown and _within(self.facets):
            self.focus_list()
        if self._narrow and shown:
            top = self.head.mapTo(self, QPoint(0, self.head.height())).y()
            self.facets.setGeometry(0, top, self.facets.width(), self.height() - top)
            self.facets.raise_()
            self._sheet_edge.setGeometry(self.facets.width(), top, 1, self.height() - top)
            self._sheet_edge.raise_()
        self._show_facets(shown)
        if shown:
            self.facets.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_facets(self, shown: bool) -> None:
        self.facets.setVisible(shown)
        self._sheet_edge.setVisible(shown and bool(self._narrow))
        self._edge.setVisible(shown and not self._narrow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc folds the facets of a narrow window away."""
        pressed = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if watched is self.facets and pressed and event.key() == Qt.Key.Key_Escape:
            self._show_facets(False)
            self.focus_list()
            return True
        return super().eventFilter(watched, event)


def _within(pane: QWidget) -> bool:
    """Whether the keyboard is somewhere in a pane."""
    focused = pane.window().focusWidget()
    return focused is not None and (focused is pane or pane.isAncestorOf(focused))
