"""What each action does: ids of the table -> verbs of the session, the pane, the page and the window.

One table a receiver, because the receivers change with the review that is open. Decides nothing itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication

from db import sentences
from qtapp.action_row import Need
from qtapp.action_table import QUICK, ROWS
from qtapp.actions import Actions
from qtapp.detail import TicketPane
from qtapp.session import Session, translate
from qtapp.window.tickets_page import TicketsPage

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance


SESSION: Mapping[str, Callable[[Session], object]] = {
    "next": Session.next,
    "previous": Session.previous,
    "next_unreviewed": Session.next_unreviewed,
    "undo": Session.undo,
    "redo": Session.redo,
    "select": Session.toggle_selected,
    "select_all": Session.select_all,
    "select_none": Session.select_none,
    "extend_down": lambda session: session.extend(1),
    "extend_up": lambda session: session.extend(-1),
    "show_all": lambda session: session.find(""),
    "show_unreviewed": lambda session: session.find("is:unreviewed"),
    "show_flagged": lambda session: session.find("is:flagged"),
    "saved": Session.say_saved,
    "backup": Session.back_up,
}

PANE: Mapping[str, Callable[[TicketPane], object]] = {
    "reviewed": lambda pane: pane.decide("reviewed"),
    "flag": lambda pane: pane.decide("flag"),
    "exclude": lambda pane: pane.decide("exclude"),
    "note": lambda pane: pane.decide("note"),
    "category": TicketPane.edit_category,
    "add_cause": TicketPane.add_cause,
    "edit_text": TicketPane.edit_text,
    "history": TicketPane.show_history,
    "canned_here": TicketPane.show_canned,
    "next_reply": lambda pane: pane.step_reply(1),
    "previous_reply": lambda pane: pane.step_reply(-1),
    **{f"quick_category_{number}": partial(TicketPane.pick_category, number=number) for number in range(1, QUICK + 1)},
}

PAGE: Mapping[str, Callable[[TicketsPage], object]] = {
    "search": TicketsPage.focus_search,
    "filters": TicketsPage.toggle_facets,
    "next_pane": TicketsPage.next_pane,
    "pane_1": TicketsPage.focus_facets,
    "pane_2": TicketsPage.focus_list,
    "pane_3": TicketsPage.focus_pane,
}


class DecisionPage(Protocol):
    """A page beside that of the tickets on which something is decided by keys."""

    mode_changed: SignalInstance

    def needs(self) -> Sequence[Need]: ...

    def do(self, action: str) -> None: ...

    def show_keys(self, keys: Mapping[str, str]) -> None: ...

    def focus_search(self) -> None: ...

    def focus_list(self) -> None: ...

    def focus_pane(self) -> None: ...

    def next_pane(self) -> None: ...


OTHERS: Mapping[str, Callable[[DecisionPage], object]] = {
    "search": lambda page: page.focus_search(),
    "next_pane": lambda page: page.next_pane(),
    "pane_2": lambda page: page.focus_list(),
    "pane_3": lambda page: page.focus_pane(),
}
"""What such a page does itself where it is the one shown."""
LEADS_AWAY = {("sources", "search")}
"""Pages and what they leave to that of the tickets all the same: nothing narrows the list of sources."""


class OtherPages(Protocol):
    """Those who bring the pages beside that of the tickets."""

    def pages(self) -> Mapping[str, object]: ...


class Receiver(Protocol):
    """The window, as far as the keys know it."""

    session: Session | None
    tickets: TicketsPage | None
    hosts: OtherPages
    session_changed: SignalInstance
    page_changed: SignalInstance

    def page(self) -> str: ...

    def show_page(self, name: str) -> None: ...

    def installEventFilter(self, watcher: QObject) -> None: ...


class Keys(QObject):
    """Runs the deed of an action that was chosen, and says which actions are possible now."""

    def __init__(self, window: Receiver, actions: Actions, deeds: Mapping[str, Callable[[], object]]) -> None:
        """`deeds` are the window's own."""
        super().__init__(actions)
        self._window = window
        self._actions = actions
        self._deeds = deeds
        actions.triggered.connect(self.run)
        actions.keys_changed.connect(self._show_keys)
        window.session_changed.connect(self._listen)
        window.page_changed.connect(self.allow)
        window.installEventFilter(self)

    def run(self, name: str) -> None:
        """Do what an action is for; nothing where there is no review to do it to."""
        session, page = self._window.session, self._window.tickets
        if name in self._deeds:
            self._deeds[name]()
        elif session is None or page is None:
            return
        elif (other := self._other()) is not None and self._is_of(name, self._window.page()):
            _run_on(other, name)
        elif ROWS[name].page not in ("", "tickets"):
            return
        elif name == "skip":
            _press_or(session.next)
        elif name in SESSION:
            SESSION[name](session)
        elif name in PANE:
            PANE[name](page.pane)
        elif name in PAGE:
            self._bring_tickets()
            PAGE[name](page)

    def _is_of(self, name: str, page: str) -> bool:
        """Whether an action is for a page beside that of the tickets."""
        return ROWS[name].page == page or (name in OTHERS and (page, name) not in LEADS_AWAY)

    def _other(self) -> DecisionPage | None:
        """The page that is shown, where it is one on which something is decided."""
        return self._others().get(self._window.page())

    def _others(self) -> Mapping[str, DecisionPage | None]:
        return cast("Mapping[str, DecisionPage | None]", self._window.hosts.pages())

    def _bring_tickets(self) -> None:
        """Go to the tickets; where they are shown already, the keyboard stays where it is."""
        if self._window.page() != "tickets":
            self._window.show_page("tickets")

    def _listen(self) -> None:
        session = self._window.session
        if session is not None:
            session.changed.connect(self.allow)
            session.current_changed.connect(self.allow)
        self.allow()
        self._show_keys()

    def allow(self) -> None:
        """Switch actions on and off by what holds now; no decision is made on a ticket that is not on screen."""
        session = self._window.session
        holds: list[Need] = []
        if session is not None:
            holds = ["review"]
            other = self._other()
            holds += ["ticket"] if session.current_id and self._window.page() == "tickets" else []
            holds += other.needs() if other is not None else []
            holds += ["write"] if not session.review.read_only else []
            holds += ["undo"] if session.next_undo() is not None else []
            holds += ["redo"] if session.next_redo() is not None else []
        self._actions.allow(holds)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A key that no field wants for itself comes by here: where nothing is to undo or to redo, it is said."""
        session = self._window.session
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and session is not None:
            pressed = QKeySequence(event.keyCombination())
            for name in ("undo", "redo"):
                action = self._actions[name]
                if pressed in action.shortcuts() and not action.isEnabled() and not session.review.read_only:
                    session.not_done.emit(sentences.sentence(f"{name}.nothing", {}, translate))
        return super().eventFilter(watched, event)

    def watch_page(self, page: DecisionPage) -> None:
        """Follow a page that is made when it is first gone to."""
        page.mode_changed.connect(self.allow)
        page.show_keys(self._actions.shown_keys())

    def _show_keys(self) -> None:
        for page in (*self._others().values(), self._window.tickets and self._window.tickets.pane):
            if page is not None:
                page.show_keys(self._actions.shown_keys())


def _run_on(page: DecisionPage, name: str) -> None:
    """Do what an action is for on a page of decisions."""
    if name in OTHERS:
        OTHERS[name](page)
    elif name.endswith("_skip"):
        _press_or(lambda: page.do(name))
    else:
        page.do(name)


def _press_or(deed: Callable[[], object]) -> None:
    """Space belongs to a button that has the focus."""
    focused = QApplication.focusWidget()
    if isinstance(focused, QAbstractButton):
        focused.animateClick()
    else:
        deed()
