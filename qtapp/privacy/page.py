"""The page of personal data: the list at the left, the places of what is chosen at the right.

Passes what was pressed to what was found and to what decides; what belongs to others it only asks for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from db.privacy import KINDS, TICKET
from db.values import Changes
from qtapp.action_row import Need
from qtapp.kit.chip import Chip
from qtapp.kit.ground import ground, line
from qtapp.kit.narrowing import NarrowField
from qtapp.kit.stops import give_keyboard, go_round
from qtapp.kit.two_panes import TwoPanes
from qtapp.privacy.deciding import Decisions
from qtapp.privacy.empty import EmptyPrivacy
from qtapp.privacy.found import Found
from qtapp.privacy.head import PrivacyHead
from qtapp.privacy.list import FoundList
from qtapp.privacy.pane import PrivacyPane
from qtapp.privacy.words import kind_words
from qtapp.privacy_actions import PRIVACY_MODES
from qtapp.session import Session

WIDTHS = (430, 336)
"""Of the left column, in a wide page and in a narrow one."""
AROUND = 500
"""Tickets that stay listed around the one that is shown, at most."""


class PrivacyPage(QWidget):
    """Reads what there is when it is first looked at."""

    tickets_wanted = Signal(str, int)
    """A query whose tickets are to be shown, and the ticket to begin with."""
    mode_changed = Signal()
    """What is shown, or what is current in it, is another."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("privacyPage")
        self._session = session
        write = not session.review.read_only
        self.found = Found(session, self)
        self.decisions = Decisions(session, self.found, self)
        self.head = PrivacyHead(self.found, self.decisions, self)
        self.panes = TwoPanes(self, WIDTHS)
        self.left = QFrame(self.panes)
        ground(self.left, "surface")
        self.left.setMinimumWidth(280)
        self.search = NarrowField(self.tr("Values with this text"), self.left)
        self.kind = Chip(self.tr("Kind"), self.left, removable=True)
        self.kind.setObjectName("privacyKind")
        self._stack = QStackedWidget(self.left)
        self.list, self.empty = FoundList(session, self.found, self._stack), EmptyPrivacy(self.found, self._stack)
        self.pane = PrivacyPane(session, self.found, self.decisions, write, self.panes)
        self.panes.hold(self.left, self.pane)
        self._lay_out()
        self.deeds = self._make_deeds()
        self._connect()
        self._show()

    def _lay_out(self) -> None:
        for part in (self.list, self.empty):
            self._stack.addWidget(part)
        field = QHBoxLayout()
        field.setContentsMargins(12, 0, 12, 0)
        field.setSpacing(8)
        field.addWidget(self.kind)
        field.addWidget(self.search, 1)
        left = QVBoxLayout(self.left)
        left.setContentsMargins(0, 10, 0, 0)
        left.setSpacing(8)
        left.addLayout(field)
        left.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.head, line(self), self.panes):
            column.addWidget(part, int(part is self.panes))

    def _connect(self) -> None:
        self.head.look_wanted.connect(self.show_look)
        self.search.narrowed.connect(self.found.narrow)
        self.search.left.connect(self.focus_list)
        self.kind.removed.connect(self.leave_kind)
        self.kind.clicked.connect(self.leave_kind)
        self.list.right_wanted.connect(self.focus_pane)
        self.list.on_wanted.connect(self.go_on)
        self.list.back_wanted.connect(self.leave_kind)
        self.pane.places.left_wanted.connect(self.focus_list)
        self.pane.places.ticket_wanted.connect(self.show_ticket)
        for part in (self.empty, self.pane):
            part.wanted.connect(self.do)
        self.found.shown_changed.connect(self._show)
        self.found.current_changed.connect(self.mode_changed)
        self._session.changed.connect(self._refresh)

    def _make_deeds(self) -> dict[str, Callable[[], object]]:
        found, decisions = self.found, self.decisions
        return {
            **{action: partial(self.show_look, look) for action, look in PRIVACY_MODES.items()},
            "privacy_next": partial(found.step, 1),
            "privacy_previous": partial(found.step, -1),
            "privacy_skip": partial(found.step, 1),
            "privacy_next_place": lambda: found.go_place(found.place + 1),
            "privacy_previous_place": lambda: found.go_place(found.place - 1),
            "privacy_mask": decisions.mask,
            "privacy_place": decisions.mask_place,
            "privacy_kind": decisions.mask_kind,
            "privacy_not": decisions.is_none,
            "privacy_names": decisions.switch_names,
            "privacy_ticket": self.show_ticket,
            "privacy_search": found.begin,
        }

    # What is shown

    def look(self) -> None:
        """The page is looked at: search where that was not done since the review changed as a whole."""
        if not self.found.complete:
            self.found.begin()

    def _refresh(self, changes: Changes) -> None:
        """After an import, or a step back over one, all is to be read again; at once where it is looked at."""
        if changes.kind in ("import", "other") and self.isVisible():
            self.look()

    def show_look(self, look: str) -> None:
        """Look at it by kind, value or ticket, or at what was said to be none."""
        self.found.show(look)
        self.focus_list()

    def go_on(self) -> None:
        """From a kind to its values, from anything else to the ticket of the place."""
        if self.found.look == "kinds" and self.found.current is not None:
            self.found.show("values", KINDS[self.found.current])
            self.focus_list()
        else:
            self.show_ticket()

    def leave_kind(self) -> None:
        """From the values of a kind back to the kinds."""
        if self.found.kind is not None:
            self.found.show("kinds")
        self.focus_list()

    def _show(self) -> None:
        """The list, or why there is none; the keyboard stays with what takes its place."""
        keyboard = QApplication.focusWidget()
        had = keyboard is not None and (self._stack.isAncestorOf(keyboard) or self.pane.isAncestorOf(keyboard))
        before = self._stack.currentWidget()
        self._stack.setCurrentWidget(self.list if len(self.found.shown) else self.empty)
        kind = self.found.kind
        self.kind.setVisible(kind is not None)
        if kind is not None:
            self.kind.setText(kind_words(kind))
            self.kind.setAccessibleName(self.tr("Only {kind}").format(kind=kind_words(kind)))
            self.kind.updateGeometry()
        if had and self._stack.currentWidget() is not before:
            self.focus_list()
        self.mode_changed.emit()

    def show_ticket(self) -> None:
        """Show the ticket of the current place, among the others that the list of places shows."""
        spot = self.found.spot()
        if spot is None:
            return
        tickets = list(dict.fromkeys(self.found.rows[:, TICKET].tolist()))
        at = tickets.index(spot.ticket)
        those = tickets[max(0, at - AROUND // 2) : at + AROUND // 2]
        self.tickets_wanted.emit(f"id:{','.join(map(str, those))}", spot.ticket)

    # What the window asks

    def needs(self) -> Sequence[Need]:
        """What holds while the page is shown, for the actions."""
        return ["privacy", "place"] if self.found.current is not None else ["privacy"]

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """The keys as they are bound now."""
        for part in (self.head, self.empty, self.pane):
            part.show_keys(keys)

    def do(self, action: str) -> None:
        """Do what an action of this page is for."""
        self.deeds[action]()

    def commit(self) -> None:
        """Nothing is being written on this page."""

    def count(self) -> int | None:
        """Tickets with personal data, None while that is not known."""
        return self.found.looks.totals["tickets"] if self.found.complete else None

    def words(self) -> str:
        """What the list shows, in words."""
        totals = self.found.looks.totals
        names = {"kinds": self.tr("kinds"), "values": self.tr("values"), "tickets": self.tr("tickets")}
        numbers = [f"{totals[name]:,} {words}" for name, words in names.items()]
        return "  ·  ".join((self.tr("Personal data"), *numbers))

    def toast_place(self) -> QWidget:
        """What a message stands at the foot of."""
        return self.left

    # Focus

    def stops(self) -> Sequence[QWidget]:
        """The widgets that the keyboard goes round; the first one is the list or what stands for it."""
        return [self.list, self.pane.places] if len(self.found.shown) else [self.empty]

    def focus_list(self) -> None:
        """Give the keyboard to the list, or to what stands in its place."""
        give_keyboard(self.stops()[0])

    def focus_pane(self) -> None:
        """Give the keyboard to the places."""
        give_keyboard(self.stops()[-1])

    def focus_search(self) -> None:
        """Give the keyboard to the field that narrows the list."""
        self.search.focus()

    def next_pane(self) -> None:
        """Go round."""
        go_round(self.stops())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What buttons leave alone leads back to the list, and from what stands in place of it to the kinds."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Escape) and not self.list.hasFocus():
            (self.leave_kind if self.empty.hasFocus() else self.focus_list)()
        else:
            super().keyPressEvent(event)
