"""Queries -> tickets: ids in an order, how many, the first of them, counts beside them, and tickets like another.

Reads the review and keeps columns of it in memory; `refresh` must be told of changes. Serves one thread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Literal

from db.review import Review
from db.search import index, lookup, similar
from db.search.columns import Columns
from db.search.evaluate import Evaluator
from db.search.facets import Facets, count_categories, count_causes, count_facets
from db.search.lazy import np
from db.search.match import beginnings_in, titled
from db.search.orders import ORDERS, Orders
from db.search.query import Field, Query, Text, both
from db.values import CONVERSATION, NOTE, PROBLEM, REPLIES, ROOT_CAUSE, TITLE, Changes, Progress, Status, no_progress

if TYPE_CHECKING:
    from db.search.columns import Flags, Integers

Sort = Literal["position", "title", "category", "replies", "length", "recent", "match"]

TEXTS = frozenset({TITLE, PROBLEM, REPLIES, CONVERSATION, ROOT_CAUSE, NOTE})
"""Fields whose change can alter what words find."""

EDITS = ("edit", "undo", "redo")
"""Kinds of changes after which what is known of other tickets stays."""
MANY = 20_000
"""Of so many tickets the titles are put in order in a tenth of a second."""

SHOWN = """SELECT id FROM ticket WHERE parked = 0 AND source_id IN (SELECT id FROM source WHERE ready = 1)
    ORDER BY source_id, ordinal LIMIT ?"""


class Finder:
    """Finds in one open review. Makes the text index first where it is missing (not in a read-only review).

    Parked tickets, and those whose import is not done, are never found; a query that says ``is:parked`` finds parked
    ones. All methods but `refresh` may raise `QueryError`, for a pattern that takes too long.
    """

    def __init__(self, review: Review, progress: Progress = no_progress) -> None:
        self._review = review
        self._beginnings = beginnings_in(review.execute)
        self._answers: dict[str, Callable[[str], Iterable[int]]] = {}
        self._similar: tuple[int, int, list[tuple[int, float]]] = (0, 0, [])
        self._counted: tuple[Query, Facets] | None = None
        index.ensure(review, progress)

    @cached_property
    def _columns(self) -> Columns:
        return Columns(self._review)

    @cached_property
    def _evaluator(self) -> Evaluator:
        evaluator = Evaluator(self._review, self._columns)
        evaluator.answers = self._answers
        return evaluator

    def answer(self, name: str, by: Callable[[str], Iterable[int]]) -> None:
        """Let a room above answer a condition (``is:canned``, ``family``) with the ids of tickets."""
        self._answers[name] = by

    @cached_property
    def _orders(self) -> Orders:
        return Orders(self._review, self._columns)

    def find(self, query: Query, sort: Sort = "position", reverse: bool = False) -> Integers:
        """The ids of all tickets that a query finds, in an order."""
        flags, columns = self._flags(query), self._columns
        is_all = flags is columns.visible and not columns.hidden
        if sort == "position":
            ids = columns.id if is_all else self._ids(flags)
        elif sort == "match":
            ids = np.concatenate([self._ids(part) for part in self._by_title(query, flags)])
        else:
            order, ids = self._orders.of(sort)
            ids = ids if is_all else ids.compress(flags.take(order))
        return ids[::-1] if reverse else ids

    def takes_long(self, sort: Sort) -> bool:
        """Whether an order has to be worked out first, of so many tickets that a window cannot wait for it."""
        return sort in ORDERS and len(self._columns) > MANY and not self._orders.is_known(sort)

    def ordering(self, sort: Sort) -> Iterator[None]:
        """Work out what `takes_long`, with a breath every few milliseconds; ends early where an edit changes it."""
        return self._orders.steps(sort)

    def finding(self, query: Query, sort: Sort) -> Iterator[None]:
        """Look up what a `find`, which comes next, asks the index for; with a breath every few milliseconds."""
        asked = self._evaluator.asked(both(query.parts)) if query else ()
        yield from self._evaluator.looking_up([*asked, *(self._titled(query) if sort == "match" else ())])

    def count(self, query: Query) -> int:
        """How many tickets a query finds."""
        if self._columns.hidden == 0 and query:
            node = both(query.parts)
            asked = self._evaluator.sign(node) or self._evaluator.words(node)
            if asked is not None:
                return lookup.count(self._review, asked)
        return int(np.count_nonzero(self._flags(query)))

    def progress(self) -> tuple[int, int]:
        """All tickets that are shown without a query, and those of them that have a status."""
        total = len(self._columns) - self._columns.hidden
        status = self._columns.shown_counts("status")
        return total, total - int(status[Status.UNREVIEWED] if len(status) else 0)

    def first(self, query: Query, n: int = 200) -> list[int]:
        """The first ids of ``find(query)``. Without a filter it needs nothing loaded; for words, hardly anything."""
        found = self.at_once(query, n)
        return list(islice(self.find(query).tolist(), n)) if found is None else found

    def at_once(self, query: Query, n: int = 200, sort: Sort = "position") -> list[int] | None:
        """The first ids of ``find(query, sort)`` where the index can say them without all others, None where not."""
        if not query and sort == "position":
            return [row[0] for row in self._review.execute(SHOWN, (n,))]
        if not query or self._columns.hidden > n or not self._columns.in_order:
            return None
        found = self._first_found(query, n + self._columns.hidden, sort)
        if found is not None and self._columns.hidden:
            visible = self._columns.visible[self._columns.rows(found)].tolist()
            found = [one for one, shown in zip(found, visible, strict=True) if shown]
        return None if found is None else found[:n]

    def _first_found(self, query: Query, n: int, sort: Sort) -> list[int] | None:
        """The first ids straight off the index, hidden ones among them."""
        node = both(query.parts)
        asked = self._evaluator.sign(node) or self._evaluator.words(node)
        if sort not in ("position", "match") or asked is None:
            return None
        title = " OR ".join(self._titled(query)) if sort == "match" else ""
        if title and not isinstance(node, Text):  # what one text finds in a title it finds
            title = f"({asked}) AND ({title})"
        found = lookup.first(self._review, title, n) if title else []
        if len(found) >= n:
            return found
        known = set(found)
        return [*found, *(one for one in lookup.first(self._review, asked, n) if one not in known)][:n]

    def facets(self, query: Query) -> Facets:
        """Counts beside what a query finds. Those of one query are kept: another order asks for the same."""
        if self._counted is None or self._counted[0] != query:
            counted = count_facets(self._columns, self._evaluator, query, self._base(query))
            asked = {
                name
                for one in query.leaves()
                if isinstance(one, Field)
                for name in (one.name, f"{one.name}:{one.value}")
            }
            if not asked.isdisjoint(self._answers):
                return counted  # what another room answers may change without an edit
            self._counted = query, counted
        return self._counted[1]

    def facets_of(self, ids: Sequence[int] | Integers) -> Facets:
        """The same counts, over these tickets."""
        return count_facets(self._columns, self._evaluator, Query(), self._columns.mask(ids) & self._columns.visible)

    def categories(self) -> list[tuple[tuple[str, ...], int]]:
        """Every category path with the number of its tickets, the commonest first."""
        return count_categories(self._columns)

    def causes(self) -> list[tuple[str, int]]:
        """Every root cause with the number of its tickets, the commonest first."""
        return count_causes(self._columns)

    def category_codes(self, ids: Sequence[int] | Integers) -> Integers:
        """The number of each ticket's category, 0 for a ticket that is none."""
        rows = self._columns.rows(ids)
        return np.where(rows >= 0, self._columns.category[rows], 0) if len(self._columns) else rows * 0

    def similar(self, ticket_id: int, n: int = 5) -> list[tuple[int, float]]:
        """The tickets nearest in title and problem, with their likeness of 0 to 1, nearest first. Those of one ticket
        are kept, because more than one asks for them when it is shown."""
        for _ in self.finding_similar(ticket_id, n):
            pass
        return self._similar[2][:n]

    def finding_similar(self, ticket_id: int, n: int) -> Iterator[None]:
        """Find what `similar` is asked for next, with a breath every few milliseconds."""
        known, most, _ = self._similar
        if known != ticket_id or most < n:
            found = yield from similar.similar(self._review, ticket_id, n, self._are_visible)
            self._similar = ticket_id, n, found

    def _are_visible(self, ids: Sequence[int]) -> list[bool]:
        flags: list[bool] = self._columns.visible[self._columns.rows(ids)].tolist()
        return flags

    def reading(self, changes: Changes) -> Iterator[None]:
        """Read what a `refresh` with this edit, which comes next, takes in; with a breath every few milliseconds."""
        if "_columns" in self.__dict__ and changes.kind in EDITS:
            yield from self._columns.reading(changes.ticket_ids)

    def refresh(self, changes: Changes | None = None) -> None:
        """Take in an edit; without one, or after an import, everything is read again when it is next needed."""
        self._similar = (0, 0, [])
        self._counted = None
        if "_columns" not in self.__dict__:
            return
        known = changes is not None and changes.kind in EDITS
        if (
            changes is None
            or not known
            or not self._columns.refresh(changes.ticket_ids, causes=ROOT_CAUSE in changes.fields)
        ):
            for name in ("_columns", "_evaluator", "_orders"):
                self.__dict__.pop(name, None)
            return
        self._orders.forget(changes.fields)
        self._evaluator.forget_labels()
        if changes.fields & TEXTS:
            self._evaluator.forget()

    def _ids(self, flags: Flags) -> Integers:
        """The ids of rows that are set: by their places, which numpy takes in half the time of the flags."""
        return self._columns.id.take(np.flatnonzero(flags))

    def _base(self, query: Query) -> Flags:
        """The rows that may be found at all."""
        asks_for_parked = any(leaf == Field("is", "parked") for leaf in query.leaves())
        return self._columns.ready if asks_for_parked else self._columns.visible

    def _flags(self, query: Query) -> Flags:
        base = self._base(query)
        return self._evaluator.flags(both(query.parts), base) & base if query else base

    def _by_title(self, query: Query, flags: Flags) -> tuple[Flags, Flags]:
        """Those with words of the query in their title, then the others."""
        titled = self._evaluator.any_of(self._titled(query))
        return flags & titled, flags & ~titled

    def _titled(self, query: Query) -> list[str]:
        """What the index is asked, expressions and signs, of which a title that has words of the query fits one."""
        words = [leaf for leaf in query.leaves() if not isinstance(leaf, Field)]
        found = [titled(leaf.value, self._beginnings) for leaf in words] if self._evaluator.indexed else []
        return [one for one in found if one is not None]
