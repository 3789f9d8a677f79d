"""The tickets of an export: which are written, which are left out and why, what is written otherwise. Only reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from db import labels, store
from db.replies import Replies, answers
from db.replies.answering import Answer
from db.replies.outgoing import Outgoing
from db.review import Review
from db.search import Finder, parse
from db.values import CATEGORY, OneTicket, Progress, Status, StoredTicket, Ticket, no_progress

BATCH = 500
"""Tickets whose replies are looked up together."""

_CATEGORY_ALONE = store.edited_mask([CATEGORY])
_ORDER = "ORDER BY source_id, ordinal, id"


def asked(review: Review, query: str, progress: Progress = no_progress) -> list[int]:
    """The tickets that a query finds, by all that can be asked, in the order of the sources. Raises QueryError."""
    finder = Finder(review, progress)
    replies = Replies(review, finder)

    def fresh(answer: Answer) -> Answer:
        def once(value: str) -> Iterable[int]:
            replies.be_fresh(progress)
            return answer(value)

        return once

    for name, answer in answers(replies).items():
        finder.answer(name, fresh(answer))
    for name, answer in labels.answers(review).items():
        finder.answer(name, answer)
    found: list[int] = finder.find(parse(query)).tolist()
    return found


Row = tuple[int, int, bytes, int, int, str]
"""Of a ticket that is not as in its source: id, line, spans, whether it is chosen, bits of edited fields, category."""


class Choice:
    """The tickets of an export: `tickets` their number, `excluded` the number of those that are left out as excluded.

    `sql` is the condition for a row of ``ticket``, with `parameters`.
    """

    def __init__(self, review: Review, ids: Sequence[int] | None, include_excluded: bool) -> None:
        self.review = review
        asked = store.VISIBLE if ids is None else f"ticket.id {store.AMONG}"
        self.parameters: tuple[object, ...] = () if ids is None else (store.listed(ids),)
        is_left_out = "0" if include_excluded else f"status = {Status.EXCLUDED:d}"
        self.sql = f"({asked}) AND NOT ({is_left_out})"
        self._is_left_out, self._asked = is_left_out, asked
        self.outgoing: Outgoing | None = None
        self.changed: frozenset[int] = frozenset()
        """Tickets with replies that `outgoing` changes, where the sources can hold that."""
        self.repeated = self.duplicates = self.refused = 0
        self._count()

    def _count(self) -> None:
        cases = (self._is_left_out, f"parked AND NOT ({self._is_left_out})")
        columns = ", ".join(f"count(CASE WHEN {case} THEN 1 END)" for case in cases)
        sql = f"SELECT source_id, count(*), {columns} FROM ticket WHERE {self._asked} GROUP BY source_id"
        counted = self.review.execute(sql, self.parameters).fetchall()
        self.excluded: int = sum(row[2] for row in counted)
        self.tickets: int = sum(row[1] for row in counted) - self.excluded
        self.of: dict[int, int] = {source: total - excluded - parked for source, total, excluded, parked in counted}
        """Source -> how many of them stand in its bytes."""

    def let_go(self, outgoing: Outgoing, in_kind: bool) -> None:
        """Leave out what the options for canned replies leave out, and know what they change; `in_kind`: in sources."""
        self.outgoing = outgoing
        if outgoing.options.leaves_out:
            repeated, duplicates = outgoing.left_out(self.ids())
            self.repeated, self.duplicates = len(repeated), len(duplicates)
            excluded = self.excluded
            self._asked = f"({self._asked}) AND ticket.id NOT {store.AMONG}"
            self.parameters = (*self.parameters, store.listed(sorted(repeated | duplicates)))
            self.sql = f"({self._asked}) AND NOT ({self._is_left_out})"
            self._count()
            self.excluded = excluded
        if in_kind and outgoing.options.changes_replies:
            self.changed, refused = outgoing.rewritten(filter(outgoing.concerned.__contains__, self.ids()))
            self.refused = len(refused)

    def ids(self) -> list[int]:
        """Their ids, by source and position."""
        rows = self.review.execute(f"SELECT id FROM ticket WHERE {self.sql} {_ORDER}", self.parameters)
        return [row[0] for row in rows]

    def pages(self, some: Sequence[int] | None = None) -> Iterator[list[Ticket]]:
        """The tickets by source and position, or some of them, a page at a time."""
        return self._applied(_paged(self.review.tickets(self.ids() if some is None else some)))

    def stored_pages(self, some: Sequence[int] | None = None) -> Iterator[list[StoredTicket]]:
        """The same, for files that take each as it comes from the review."""
        return self._applied(store.stored_pages(self.review.execute, self.ids() if some is None else some))

    def _applied(self, pages: Iterator[list[OneTicket]]) -> Iterator[list[OneTicket]]:
        """The pages as they are to be written, with replies that the export knows."""
        outgoing = self.outgoing
        for page in pages:
            if outgoing is None:
                yield page
                continue
            outgoing.look_ahead(page)
            yield list(map(outgoing.applied, page)) if outgoing.options.changes_replies else page

    def otherwise(self) -> int:
        """The number of tickets whose replies the options change, where any form can hold them."""
        if self.outgoing is None or not self.outgoing.options.changes_replies:
            return 0
        concerned = list(filter(self.outgoing.concerned.__contains__, self.ids()))
        return sum(self.outgoing.applied(ticket) is not ticket for ticket in self.review.tickets(concerned))

    def rewritten(self, source_id: int) -> list[Row]:
        """Those of a source that are not as in its bytes, in their order."""
        # which ones they are is known from an index; only their rows are read
        changed = f" OR ticket.id {store.AMONG}" if self.changed else ""
        among = f"source_id = ? AND parked = 0 AND (edited <> 0 OR NOT ({self.sql}){changed})"
        columns = f"ticket.id, line, spans, {self.sql}, edited, (SELECT path FROM category WHERE id = category_id)"
        sql = f"SELECT {columns} FROM ticket WHERE {among} ORDER BY ordinal"
        others = (store.listed(sorted(self.changed)),) if self.changed else ()
        return self.review.execute(sql, (*self.parameters, source_id, *self.parameters, *others)).fetchall()

    def has_only_category(self, row: Row) -> bool:
        """Whether nothing but the category is to be written: the commonest edit by far needs no text of its ticket."""
        return row[4] == _CATEGORY_ALONE and row[0] not in self.changed

    def read(self, ids: Sequence[int]) -> Iterator[Ticket]:
        """Tickets as they are to stand in their sources."""
        for ticket in self.review.tickets(ids):
            is_changed = self.outgoing is not None and ticket.id in self.changed
            yield self.outgoing.applied(ticket) if is_changed and self.outgoing is not None else ticket


def _paged(tickets: Iterator[Ticket]) -> Iterator[list[Ticket]]:
    while page := list(islice(tickets, BATCH)):
        yield page
