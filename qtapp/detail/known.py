"""What is known about a ticket, in the tabs under its thread: history, note, similar tickets, canned replies.

Each page is made when it is first opened, and filled while it is open; what is counted on a closed tab is counted.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from db.late import Late
from db.values import Ticket
from qtapp.detail import tabs
from qtapp.detail.saving import Saver
from qtapp.detail.tabs import Tabs
from qtapp.session import Session

if TYPE_CHECKING:
    from qtapp.detail import canned, history, note, similar
else:
    canned, history, similar = Late("qtapp.detail.canned"), Late("qtapp.detail.history"), Late("qtapp.detail.similar")
    note = Late("qtapp.detail.note")


class Known(QObject):
    """The pages of `tabs`, of the ticket that was shown last."""

    left = Signal()
    """A page was left by key."""
    family_wanted = Signal(str)
    """The id of a family of canned replies to go to."""

    def __init__(self, session: Session, saver: Saver, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._saver = session, saver
        self._ticket: Ticket | None = None
        self._waits = False
        """Whether the families of a large review are waited for."""
        self.tabs = Tabs(self._page)
        self.tabs.page_shown.connect(self.fill)

    def _page(self, number: int) -> QWidget:
        pages = {tabs.HISTORY: "history", tabs.NOTES: "note_page", tabs.SIMILAR: "similar", tabs.CANNED: "canned"}
        page: QWidget = getattr(self, pages[number])
        return page

    def _is_made(self, name: str) -> bool:
        return name in vars(self)

    @cached_property
    def history(self) -> history.History:
        """The changes of the ticket."""
        made = history.History()
        self.tabs.hold(tabs.HISTORY, made)
        made.take_back.connect(self._session.take_back)
        made.left.connect(self.left)
        if self._ticket is not None:
            made.show_items(self._session.history(self._ticket.id))
        return made

    @cached_property
    def note_page(self) -> note.NotePage:
        """The note of the ticket."""
        made = note.NotePage(self._saver.note)
        self.tabs.hold(tabs.NOTES, made)
        made.field.left.connect(self.left)
        if self._ticket is not None:
            made.field.open(self._ticket.id, self._ticket.note)
        return made

    @property
    def note(self) -> note.NoteField:
        """The field of the note."""
        return self.note_page.field

    @cached_property
    def similar(self) -> similar.Similar:
        """The tickets most like this one; `fill` fills it."""
        made = similar.Similar()
        self.tabs.hold(tabs.SIMILAR, made)
        made.wanted.connect(self._session.go)
        return made

    @cached_property
    def canned(self) -> canned.CannedReplies:
        """The canned replies of the ticket; `fill` fills it."""
        made = canned.CannedReplies()
        self.tabs.hold(tabs.CANNED, made)
        made.wanted.connect(self.family_wanted.emit)
        return made

    # What is shown

    def show_ticket(self, ticket: Ticket | None) -> None:
        """Be of another ticket, or of one that changed; what takes a question to the index waits for `settle`."""
        self._ticket = ticket
        if ticket is not None:
            if self._is_made("note_page"):
                self.note.open(ticket.id, ticket.note)
            self.tabs.show_count(tabs.NOTES, int(bool(ticket.note)))

    def settle(self) -> None:
        """Ask for what is shown of the ticket."""
        ticket = self._ticket
        if ticket is None:
            return
        items = self._session.history(ticket.id)
        self.tabs.show_count(tabs.HISTORY, len(items))
        if self._is_made("history"):
            self.history.show_items(items)
        if self._session.knows_canned and self._session.canned.making.is_quick:
            self.fill(tabs.CANNED)
        if not self.tabs.is_folded:
            self.fill(self.tabs.current)

    def fill(self, page: int) -> None:
        """Fill a page that the index is asked for."""
        ticket = self._ticket
        if page == tabs.SIMILAR and ticket is not None:
            scores = dict(self._session.similar(ticket.id))
            rows = [(row, scores[row.id]) for row in self._session.review.rows(list(scores))]
            self.similar.show_rows(sorted(rows, key=lambda one: -one[1]), ticket.category)
            self.tabs.show_count(tabs.SIMILAR, len(rows))
        elif page == tabs.CANNED and ticket is not None:
            known = self._session.canned
            if not known.making.at_hand and not self._waits:
                self._waits = True
                known.made.connect(self._fill_canned)
            found = known.replies.of_ticket(ticket) if known.making.at_hand else []
            self.canned.show_replies(found)
            self.tabs.show_count(tabs.CANNED, len(found))

    def _fill_canned(self) -> None:
        """The families of a large review are there at last."""
        self.fill(tabs.CANNED)

    # What is done, by key

    def edit_note(self) -> None:
        """Open the note."""
        self.tabs.open(tabs.NOTES)
        self.note_page.begin()

    def show_history(self) -> None:
        """Open the history, with the focus on its newest change."""
        self.tabs.open(tabs.HISTORY)
        if self.history.buttons:
            self.history.buttons[0].setFocus()

    def show_canned(self) -> None:
        """Open the canned replies, with the focus on them."""
        self.tabs.open(tabs.CANNED)
        self.canned.setFocus()

    def commit(self) -> None:
        """Save a note that is being typed."""
        if self._is_made("note_page"):
            self.note.commit()
