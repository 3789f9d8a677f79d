"""The right pane: a ticket's head, its editors, its texts, what is known about it, and what can be decided.

Takes the session by constructor, shows its current ticket, and turns what is pressed here into the session's verbs.
Knows no other room; whoever binds the keys calls the public methods.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget

from db.edits import complete_category, near_causes
from db.late import Late
from db.values import Changes, Status, Ticket
from qtapp.detail.actions_bar import ActionsBar
from qtapp.detail.controls import KeyButton
from qtapp.detail.editors import Editors
from qtapp.detail.header import Header
from qtapp.detail.known import Known
from qtapp.detail.saving import Saver
from qtapp.detail.thread import Thread
from qtapp.kit import paint
from qtapp.kit.theme import font, tokens
from qtapp.kit.widgets import Button
from qtapp.session import Session
from qtapp.steps import Steps

if TYPE_CHECKING:
    from qtapp.detail import rewriting
else:
    rewriting = Late("qtapp.detail.rewriting")

SETTLE = 60
"""Milliseconds that a ticket has to stay before what takes a question to the index is asked for it."""
OFFERED = 12
LOW = 600
"""Pixels of height below which the tabs leave their room to the thread."""


class TicketPane(QWidget):
    """Shows `session.current`."""

    done = Signal()
    """An editor was put away by key: the focus belongs to the list again."""

    family_wanted = Signal(str)
    """The id of a family of canned replies to go to."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ticket_pane")
        self._session = session
        self._ticket: Ticket | None = None
        self._unsettled = False
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE)
        self._settle.timeout.connect(self._settle_seen)
        self._asking = Steps(self)
        self._asking.ended.connect(self.settle)
        session.closing.connect(self._asking.stop)
        self._make()
        self._lay_out()
        self._connect()
        self.show_current()

    def _make(self) -> None:
        self._saver = saver = Saver(self._session)
        self.header = Header()
        self.editors = Editors(self._complete, self._near, saver.root_cause, self._session.meanings.of)
        self.thread = Thread()
        self.known = Known(self._session, saver, self)
        self.tabs = self.known.tabs
        self.bar = ActionsBar()
        self.says = QLabel()
        self.says.setObjectName("says")
        self.says.setFont(font(12))
        self.says.setContentsMargins(24, 6, 24, 6)
        self.says.setWordWrap(True)
        self.says.hide()
        self.nothing = QLabel()
        self.nothing.setObjectName("no_ticket")
        self.nothing.setMargin(24)
        self.nothing.setWordWrap(True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setStyleSheet(f"color: {tokens().text2}")

    def _lay_out(self) -> None:
        self._ticket_page = QWidget()
        self._column = column = QVBoxLayout(self._ticket_page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.editors)
        column.addWidget(self.thread, 1)
        column.addWidget(self.tabs)
        column.addWidget(self.says)
        column.addWidget(self.bar)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self.nothing)
        self._pages.addWidget(self._ticket_page)

    def _connect(self) -> None:
        session = self._session
        # the list that a search finds is painted before its words are marked here
        self._marking = QTimer(self, singleShot=True, interval=0)
        self._marking.timeout.connect(self._mark_hits)
        self.thread.following = session.ahead
        self.thread.prepared.connect(self.header.prepare)
        self.thread.prepared.connect(self.editors.prepare)
        session.current_changed.connect(self.show_current)
        session.changed.connect(self._take_in)
        session.shown_changed.connect(self._marking.start)
        session.selection_changed.connect(self._say_how_many)
        self.header.previous.connect(session.previous)
        self.header.next.connect(session.next)
        self.header.facts_clicked.connect(self.show_history)
        self.editors.category.chosen.connect(self._set_category)
        self.editors.causes.added.connect(self._add_cause)
        self.editors.causes.removed.connect(self._remove_cause)
        for field in (self.editors.category, self.editors.causes):
            field.left.connect(self.done)
        self.header.edit.connect(self.edit_text)
        self.known.left.connect(self.done)
        self.known.family_wanted.connect(self.family_wanted)
        self.bar.wanted.connect(self.decide)

    # What is made when it is first opened

    @cached_property
    def texts(self) -> rewriting.TextPanel:
        """The panel in which texts are rewritten."""
        made = rewriting.TextPanel(self._saver.title, self._saver.problem, self._saver.turn)
        self._column.insertWidget(self._column.indexOf(self.says), made)
        made.left.connect(self.done)
        made.shown.connect(self._make_room_for_texts)
        return made

    @property
    def _has_texts(self) -> bool:
        return "texts" in vars(self)

    # What is shown

    def show_current(self, _: int = 0) -> None:
        """Show the session's current ticket, from its beginning where it is another one."""
        self._show(self._session.current)

    def _mark_hits(self) -> None:
        """Mark the words of the search in the texts."""
        self.thread.set_terms(self._session.query.terms)

    def _say_how_many(self) -> None:
        """With a selection, what is pressed here is for all of it: said before, in numbers."""
        many = len(self._session.selection)
        if many:
            words = self.tr("1 ticket is selected: decisions, category and root causes are for that one.")
            all_of = self.tr("{n} tickets are selected: decisions, category and root causes are for all of them.")
            self.says.setText(words if many == 1 else all_of.format(n=f"{many:,}"))
        self.says.setVisible(bool(many))

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """The keys as they are bound now, by the object name of the button that shows each."""
        for button in (*self.findChildren(KeyButton), *self.findChildren(Button)):
            if button.objectName() in keys:
                button.set_key(keys[button.objectName()])
        self.thread.show_keys(keys.get("previous_reply", "P"), keys.get("next_reply", "N"))

    def _take_in(self, changes: Changes) -> None:
        ticket = self._ticket
        if ticket is None or not changes.ticket_ids or ticket.id in changes.ticket_ids:
            self.show_current()

    def _show(self, ticket: Ticket | None) -> None:
        self._ticket = ticket
        self.known.show_ticket(ticket)
        self._pages.setCurrentIndex(0 if ticket is None else 1)
        self.thread.show_ticket(ticket)
        if ticket is None:
            choose = self.tr("No ticket is shown. Choose one in the list.")
            self.nothing.setText(choose if len(self._session.ids) else "")
            self._settle.stop()
            self._asking.stop()
            return
        self.header.show_ticket(ticket)
        self.editors.show_ticket(ticket)
        if self._has_texts:
            self.texts.hold(ticket)
        self.bar.show_status(ticket.status is Status.FLAGGED, ticket.status is Status.EXCLUDED)
        self._asking.stop()
        self._settle.start()

    def settle(self) -> None:
        """Ask at once for what else is waited for: likely categories, history, similar tickets."""
        self._settle.stop()
        self._asking.stop()
        self._unsettled = False
        ticket = self._ticket
        if ticket is not None:
            self.editors.category.show_likely(self._session.likely_categories(ticket))
            self.known.settle()

    def _settle_seen(self) -> None:
        """Ask for it where somebody looks: while another page is shown, decisions there would wait for it."""
        self._unsettled = not self.isVisible()
        if not self._unsettled and self._ticket is not None:
            self._asking.begin(self._session.settling(self._ticket))

    @property
    def _is_waiting(self) -> bool:
        return self._settle.isActive() or self._asking.is_active or self._unsettled

    def _settle_now(self) -> None:
        if self._is_waiting:
            self.settle()

    # What is done, from here or by key

    def edit_category(self) -> None:
        """Open the category's field."""
        if self._ticket is not None:
            self.editors.category.edit()

    def pick_category(self, number: int) -> None:
        """Choose the numbered category (1 to 9) of the ticket that is shown."""
        self._settle_now()  # the numbers on screen are still those of the ticket before
        self.editors.category.pick(number)

    def add_cause(self) -> None:
        """Open the field for one more root cause."""
        self.editors.causes.begin_adding()

    def edit_note(self) -> None:
        """Open the note."""
        if self._ticket is not None:
            self.known.edit_note()

    def edit_text(self) -> None:
        """Open title, problem and the marked reply to be rewritten."""
        if self._ticket is not None:
            self.texts.edit(self._ticket, self.thread.reply)

    def _make_room_for_texts(self, shown: bool) -> None:
        """The panel stands where the tabs stood; the reply that is marked stays in sight."""
        self.tabs.setVisible(not shown)
        QTimer.singleShot(0, self.thread, self.thread.show_reply)

    def show_history(self) -> None:
        """Open the history, with the focus on its newest change."""
        self._settle_now()
        self.known.show_history()

    def show_canned(self) -> None:
        """Open the canned replies of the ticket, with the focus on them."""
        self._settle_now()
        self.known.show_canned()

    def step_reply(self, by: int) -> None:
        """Go to the next reply (1) or the one before (-1)."""
        self.thread.step(by)

    def commit(self) -> None:
        """Save whatever is being typed; to be called before the window closes."""
        self.editors.causes.commit()
        self.known.commit()
        if self._has_texts:
            self.texts.commit()

    def decide(self, action: str) -> None:
        """Do what a button of the bottom bar says."""
        if self._ticket is None:
            return
        if action == "skip":
            self._session.next()
        elif action == "note":
            self.edit_note()
        else:
            self._set_status(action)

    def _set_status(self, action: str) -> None:
        assert self._ticket is not None
        wanted = {"reviewed": Status.REVIEWED, "flag": Status.FLAGGED, "exclude": Status.EXCLUDED}[action]
        if action != "reviewed" and self._ticket.status is wanted:
            wanted = Status.UNREVIEWED
        self._session.set_status(wanted, on=action != "flag" and wanted is not Status.UNREVIEWED)

    def _set_category(self, path: tuple[str, ...]) -> None:
        self._session.set_category(path)

    def _add_cause(self, cause: str) -> None:
        self._session.add_cause(cause)

    def _remove_cause(self, cause: str) -> None:
        self._session.remove_cause(cause)

    def _complete(self, text: str) -> list[tuple[tuple[str, ...], int]]:
        return complete_category(self._session.review, text, OFFERED, self._session.finder.categories())

    def _near(self, text: str) -> list[tuple[str, int]]:
        if not text.strip() and self._ticket is not None:
            return self._session.likely_causes(self._ticket, OFFERED)
        return near_causes(self._session.review, text, OFFERED, self._session.finder.causes())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the tabs fold away by themselves, as long as nobody has opened or folded them."""
        super().resizeEvent(event)
        self.tabs.suggest_fold(self.height() < LOW)

    def showEvent(self, event: QShowEvent) -> None:
        """The ticket comes first: what is asked for besides waits until it has been painted."""
        super().showEvent(event)
        if self._is_waiting:
            self._settle.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.fill(QPainter(self), event.rect(), tokens().surface)
