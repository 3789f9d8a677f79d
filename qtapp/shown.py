"""What the window looks at: the query, the order, the ids they give, the current ticket and the selection.

The query text is the one source of truth of what is shown: the search field, the facets and the saved views all write
it and read it. Knows nothing of edits; `session.Session` adds them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, Signal

from db.errors import QueryError, UserError
from db.review import Review
from db.search import Facets, Finder, Query, parse
from db.values import Ticket
from qtapp.steps import Steps

FIRST = 200
"""Ids that are looked up before the window is painted; all others follow after it."""

AWAITED = "query.canned_awaited"
"""The code of an error that is none for long."""


class Shown(QObject):
    """The tickets that the list shows, and where the reviewer is among them.

    `ids` is a sequence of ticket ids (a list at first, a numpy array from then on). The current ticket may stand
    outside of it: an edit can take it out of what the filter shows while it is still being read.
    """

    shown_changed = Signal()
    """`ids`, `query` or `sort` are others now."""
    current_changed = Signal(int)
    """The id of the current ticket, 0 for none."""
    selection_changed = Signal()
    query_failed = Signal(object)
    """A `QueryError`: the text was not understood, and what is shown stays."""

    def __init__(self, review: Review, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.review = review
        self.finder = Finder(review)
        self.text = ""
        self.query: Query = parse("")
        self.awaited = ""
        """What was asked for and cannot be told yet; `find_awaited` asks again."""
        self.chosen_sort, self.reverse = "", False
        self.ids: Sequence[int] = []
        self.complete = False
        self._current = 0
        self._row = 0
        self._ticket: Ticket | None = None
        self._ahead: Ticket | None = None
        self.selection: frozenset[int] = frozenset()
        self._finding = Steps(self)
        self._finding.ended.connect(self.find_rest)
        self._ordering = Steps(self)
        self._ordering.ended.connect(self._order)
        self._ordered = ""

    @property
    def current(self) -> Ticket | None:
        """The current ticket as it stands in the review, read once per change."""
        if self._ticket is None and self._current:
            self._ticket = self._read(self._current)
        return self._ticket

    @property
    def current_id(self) -> int:
        """The id of the current ticket, 0 for none."""
        return self._current

    @property
    def sort(self) -> str:
        """The order of the list: the reviewer's, else the best match where words are looked for, else the files'."""
        return self._sort_of(self.query)

    def _sort_of(self, query: Query) -> str:
        return self.chosen_sort or ("match" if query.terms else "position")

    @property
    def terms(self) -> tuple[str, ...]:
        """The words that the query looks for, to be marked where they stand."""
        return self.query.terms

    def start(self, text: str, sort: str, reverse: bool, current: int) -> None:
        """Show the first tickets of a query at once; `find_all` completes them after the first paint."""
        self.chosen_sort, self.reverse = sort, reverse
        try:
            self.query, self.text = parse(text), text
            self.ids = self._first()
        except QueryError as error:  # what was kept means nothing any more, or takes too long on what there is now
            self._await(text, error)
            self.query, self.text = parse(""), ""
            self.ids = self._first()
        self.shown_changed.emit()
        self.go(current if current and self._read(current) else self._id_at(0))

    def _first(self) -> list[int]:
        quick = self.sort == "position" and not self.reverse
        return list(self.finder.first(self.query, FIRST)) if quick else []

    def _read(self, ticket_id: int) -> Ticket | None:
        """A ticket, None where it is gone: somebody else may have restored a backup."""
        try:
            return self.review.ticket(ticket_id)
        except KeyError:
            return None

    def find(self, text: str) -> bool:
        """Show what `text` asks for; a text without meaning is told by `query_failed` and changes nothing."""
        before = self.text, self.query
        try:
            self.query, self.text = parse(text), text
            found = self.finder.find(self.query, self._known_order(), self.reverse)
        except QueryError as error:
            self.text, self.query = before
            self._await(text, error)
            self.query_failed.emit(error)
            return False
        self.awaited = ""
        self.select(())
        self._show(found)
        self._go_in()
        return True

    def _await(self, text: str, error: QueryError) -> None:
        self.awaited = text if error.code == AWAITED else ""

    def find_awaited(self) -> None:
        """Ask again for what could not be told, unless something else was asked for since."""
        if self.awaited:
            self.find(self.awaited)

    def find_typed(self, text: str) -> bool:
        """`find` for a text that is being typed: the first hits at once where they can be told so, all of them, and the
        ticket to go to, once the event loop has had time to paint those."""
        try:
            query = parse(text)
            sort = self._sort_of(query)
            first = self.finder.at_once(query, FIRST, sort) if not self.reverse else None
        except QueryError:
            first = None
        if first is None:
            return self.find(text)
        self.query, self.text, self.awaited = query, text, ""
        self.select(())
        self.ids, self.complete = first, False
        self.shown_changed.emit()
        self._finding.begin(self.finder.finding(query, sort))
        return True

    def find_rest(self) -> None:
        """Find all where the first hits alone are known; to be called before anything is done to what is shown."""
        if not self.complete:
            self.find_all()
            self._go_in()

    def _go_in(self) -> None:
        """From a ticket that is not among those shown, to the first of them."""
        if self.row_of(self._current) < 0:
            self.go(self._id_at(0))

    def counts(self) -> tuple[int, int]:
        """All tickets of the review, and those that have a status."""
        return self.finder.progress()

    def facets(self) -> Facets | None:
        """Counts beside what is shown; None where a pattern of the query takes too long to be asked for again."""
        try:
            return self.finder.facets(self.query)
        except QueryError:
            return None

    def set_sort(self, sort: str, reverse: bool = False) -> None:
        """Show the same tickets in another order; '' for the one that suits the query. One that has to be worked out
        is shown when it is, and until then the one that is."""
        self.chosen_sort, self.reverse = sort, reverse
        if self.finder.takes_long(self.sort):
            self._begin_ordering()
            self.shown_changed.emit()
        else:
            self.find_all()

    def find_all(self) -> None:
        """Ask the finder again, after a change or with another query; the selection keeps what is still shown."""
        try:
            found = self.finder.find(self.query, self._known_order(), self.reverse)
        except QueryError as error:  # a pattern that takes too long on what there is now
            self.query_failed.emit(error)
            found = self.ids
        self._show(found)

    @property
    def is_ordering(self) -> bool:
        """Whether the order of the list is still being worked out; until then it has another."""
        return self._ordering.is_active and self._ordered == self.sort

    def _known_order(self) -> str:
        """The order of the list as far as it is known: one that is asked for is worked out between the events of the
        window. After an edit only that of titles is, which takes seconds; for another the list need not jump."""
        if self.sort == "title" and not self.is_ordering and self.finder.takes_long("title"):
            self._begin_ordering()
        return "position" if self.is_ordering else self.sort

    def _begin_ordering(self) -> None:
        self._ordered = self.sort
        self._ordering.begin(self.finder.ordering(self._ordered))

    def _order(self) -> None:
        """The list stands in the order that is worked out now."""
        if self.sort == self._ordered:
            self.find_all()

    def _show(self, ids: Sequence[int]) -> None:
        self._finding.stop()
        self.ids, self.complete = ids, True
        if self.selection:
            self.select(self.selection.intersection(_plain(self.ids)))
        row = self.row_of(self._current)
        self._row = row if row >= 0 else self._row
        self.shown_changed.emit()

    def row_of(self, ticket_id: int) -> int:
        """The row of a ticket in what is shown, -1 where it is not among them."""
        if not ticket_id or not len(self.ids):
            return -1
        for row in (self._row, self._row + 1, self._row - 1):  # most questions are about one of these
            if 0 <= row < len(self.ids) and self.ids[row] == ticket_id:
                return row
        if isinstance(self.ids, list):
            return self.ids.index(ticket_id) if ticket_id in self.ids else -1
        hits = (self.ids == ticket_id).nonzero()[0]
        return int(hits[0]) if len(hits) else -1

    def _id_at(self, row: int) -> int:
        """The ticket at a row, the last one where there are fewer, 0 where there is none."""
        return int(self.ids[max(0, min(row, len(self.ids) - 1))]) if len(self.ids) else 0

    def go(self, ticket_id: int) -> None:
        """Make a ticket the current one; 0 for none."""
        row = self.row_of(ticket_id)
        self._row = row if row >= 0 else self._row
        if ticket_id == self._current:
            return
        if self._ticket is None or self._ticket.id != ticket_id:
            self._ticket = self._ahead if self._ahead is not None and self._ahead.id == ticket_id else None
        self._ahead = None
        self._current = ticket_id
        self.current_changed.emit(ticket_id)

    def next(self) -> None:
        """Go one down; from a ticket that has left the list, to the one that took its place."""
        self.go(self.following())

    def following(self) -> int:
        """The ticket that `next` would go to; at the end of the list the last one."""
        row = self.row_of(self._current)
        return self._id_at(row + 1 if row >= 0 else self._row)

    def ahead(self) -> Ticket | None:
        """The ticket that `next` would show, None where there is no other."""
        following = self.following()
        try:
            self._ahead = self._read(following) if following and following != self._current else None
        except UserError:
            self._ahead = None  # nobody has asked for it yet
        return self._ahead

    def previous(self) -> None:
        """Go one up."""
        row = self.row_of(self._current)
        self.go(self._id_at((row if row >= 0 else self._row) - 1))

    def select(self, ids: Iterable[int]) -> None:
        """Make these tickets the selection, which bulk actions are for; empty for none."""
        chosen = frozenset(_plain(ids))
        if chosen != self.selection:
            self.selection = chosen
            self.selection_changed.emit()

    def toggle_selected(self) -> None:
        """Take the current ticket into the selection, or out of it."""
        if self._current:
            self.select(self.selection ^ {self._current})

    def select_all(self) -> None:
        """Select all that the filter shows."""
        self.find_rest()
        self.select(self.ids)

    def select_none(self) -> None:
        """Let go of the selection."""
        self.select(())

    def extend(self, step: int) -> None:
        """Take the current ticket into the selection, go `step` rows on, and take that one in as well."""
        before = self._current
        self.previous() if step < 0 else self.next()
        self.select(self.selection | {one for one in (before, self._current) if one})

    def targets(self) -> tuple[int, ...]:
        """The tickets an action is for: the selection in the order shown, else the current ticket."""
        if self.selection:
            return tuple(one for one in _plain(self.ids) if one in self.selection)
        return (self._current,) if self._current else ()


def _plain(ids: Iterable[int]) -> Iterable[int]:
    """Ids as numbers of Python; of a million in a tenth of the time that one by one takes."""
    made: Iterable[int] = ids.tolist() if hasattr(ids, "tolist") else map(int, ids)
    return made
