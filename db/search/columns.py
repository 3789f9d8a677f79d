"""What lists and counts need of every ticket, as numpy columns in the order of the sources. Reads; never writes.

Loaded once; after an edit the rows of the changed tickets are read again and nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from db.review import Review
from db.search import runs
from db.search.lazy import np
from db.search.names import Names

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Flags = NDArray[np.bool_]
    Integers = NDArray[np.int64]

NAMES = ("id", "source", "category", "status", "turns", "length", "edited", "parked")
_STORED = ("id", "source_id", "category_id", "status", "turns", "length", "edited", "parked")
_PAIRS = ("ticket_id", "cause_id")
_AMONG = "IN (SELECT value FROM json_each(?))"
PAGE = 1000
"""Tickets read again between two breaths."""


class Rows:
    """Some rows as flags, and as places, which are found once."""

    def __init__(self, flags: Flags) -> None:
        self.flags = flags

    @cached_property
    def places(self) -> Integers:
        """The rows that are set."""
        return np.flatnonzero(self.flags)


class Columns:
    """One row a ticket. `id`, `category`, ... are arrays of int64; the tickets of a row index stand at one position.

    `causes` are the numbers of the root causes that any ticket has, ascending; their tickets are told by `with_causes`
    and `counts`.
    """

    id: Integers
    source: Integers
    category: Integers
    status: Integers
    turns: Integers
    length: Integers
    edited: Integers
    parked: Integers
    causes: Integers
    ready: Flags
    visible: Flags
    _causes_by_row: tuple[Integers, Integers] | None

    def __init__(self, review: Review) -> None:
        self._review = review
        self._fresh: tuple[Sequence[int], Integers, dict[str, Integers]] | None = None
        self.names = Names(review)
        self.load()

    def load(self) -> None:
        """Read all tickets; about a second for a million, a tenth of it for root causes row by row: those are made but
        here, and after an edit of some counts are made without them."""
        *columns, ordinal = self._read((*_STORED, "ordinal"), "ticket")
        order = np.lexsort((ordinal, columns[1]))
        for name, column in zip(NAMES, columns, strict=True):
            setattr(self, name, column[order])
        self._row_of = np.full(int(self.id.max(initial=0)) + 1, -1, np.int64)
        self._row_of[self.id] = np.arange(len(self.id))
        tickets, causes = self._read(_PAIRS, "ticketcause")
        self._set_causes(self.rows(tickets), causes)
        self._causes_by_row = self._by_row()
        self._shown: dict[str, Integers] = {}
        self._narrow: dict[str, Integers] = {}
        self._settle()

    def _settle(self) -> None:
        """Which rows are shown."""
        self.ready = among(
            self.source, (row[0] for row in self._review.execute("SELECT id FROM source WHERE ready = 1"))
        )
        self.visible = self.ready & (self.parked == 0)
        self.hidden = int(len(self.id) - np.count_nonzero(self.visible))
        self.in_order = bool(np.all(self.id[1:] > self.id[:-1]))
        self._shown.clear()

    def _set_causes(self, rows: Integers, causes: Integers) -> None:
        """Pairs of a ticket's row and a root cause, those of one root cause together. A row of -1 means nothing."""
        causes, rows = causes[rows >= 0], rows[rows >= 0]
        order = np.argsort(narrow(causes), kind="stable")  # few enough, they are sorted by their bytes
        causes, self._cause_rows = causes[order], rows[order]
        self._cause_starts = np.flatnonzero(np.diff(causes, prepend=-1))
        self.causes = causes[self._cause_starts]
        self._cause_ids = narrow(causes)
        self._causes_by_row = None

    def counts(self, name: str, rows: Rows) -> Integers:
        """How often each code of a column stands in these rows; of ``causes``, how many of them have each."""
        if name != "causes":
            return np.bincount(self._narrowed(name).take(rows.places))
        if self._causes_by_row is not None and len(rows.places) < len(self) // 8:
            return self._few_causes(rows.places, *self._causes_by_row)
        # a third of the time of `bincount` with the flags as weights; it wants at least one
        taken = rows.flags.take(self._cause_rows).view(np.uint8)
        found: Integers = np.add.reduceat(taken, self._cause_starts, dtype=np.int32) if len(taken) else self.causes
        return found

    def _narrowed(self, name: str) -> Integers:
        """A column in as few bytes as it needs: looked up here and there, it takes a fraction of the time."""
        if name not in self._narrow:
            self._narrow[name] = narrow(getattr(self, name))
        return self._narrow[name]

    def _few_causes(self, places: Integers, begins: Integers, codes: Integers) -> Integers:
        """How many of few rows have each root cause, by what these rows have."""
        firsts = begins.take(places).astype(np.int64)
        index = runs.places(firsts, begins.take(places + 1) - firsts)
        return np.bincount(codes.take(index), minlength=len(self.causes))

    def _by_row(self) -> tuple[Integers, Integers]:
        """Where the root causes of each row begin, and their places in `causes`, row by row."""
        ends = np.append(self._cause_starts[1:], len(self._cause_rows))
        codes = np.repeat(np.arange(len(self.causes)), ends - self._cause_starts)
        begins = np.append(0, np.cumsum(np.bincount(self._cause_rows, minlength=len(self))))
        return narrow(begins), narrow(codes)[np.argsort(self._cause_rows, kind="stable")]

    def with_causes(self, causes: Iterable[int] | Integers) -> Flags:
        """The rows that have any of these root causes."""
        found = np.zeros(len(self.id), bool)
        ends = np.append(self._cause_starts[1:], len(self._cause_rows))
        for place in np.flatnonzero(np.isin(self.causes, list(causes))).tolist():
            found[self._cause_rows[self._cause_starts[place] : ends[place]]] = True
        return found

    def shown_counts(self, name: str) -> Integers:
        """`counts` of the rows that are visible. Kept until an edit: a click on one facet counts all values of that
        facet so."""
        if name not in self._shown:
            self._shown[name] = self.counts(name, Rows(self.visible))
        return self._shown[name]

    def _read(self, names: Sequence[str], rest: str, ids: Sequence[int] | None = None) -> list[Integers]:
        """Numbers that are never missing, a column each, as one text: rows of a cursor take twice as long (2.3 s, not
        1.1, of a million tickets)."""
        listed = ", ".join(f"group_concat({name})" for name in names)
        params = () if ids is None else (json.dumps(list(ids)),)
        texts = self._review.execute(f"SELECT {listed} FROM {rest}", params).fetchone()
        return [numbers(text) for text in texts]

    def __len__(self) -> int:
        return len(self.id)

    def rows(self, ids: Iterable[int] | Integers) -> Integers:
        """The row of each ticket, -1 where there is none."""
        wanted = np.asarray(ids if isinstance(ids, np.ndarray) else list(ids), np.int64)
        known = (wanted >= 0) & (wanted < len(self._row_of))
        return np.where(known, self._row_of[np.where(known, wanted, 0)], -1) if len(self._row_of) else wanted * 0 - 1

    def mask(self, ids: Iterable[int] | Integers) -> Flags:
        """True in the rows of these tickets."""
        found = np.zeros(len(self.id), bool)
        rows = self.rows(ids)
        found[rows[rows >= 0]] = True
        return found

    def reading(self, ids: Sequence[int]) -> Iterator[None]:
        """Make the columns that a `refresh` of these tickets, which comes next, puts in their places; with a breath
        every few milliseconds. Nothing is made of as few as are read between two."""
        if len(ids) <= PAGE:
            return
        pages: list[list[Integers]] = []
        for at in range(0, len(ids), PAGE):
            pages.append(self._read(_STORED, f"ticket WHERE id {_AMONG}", ids[at : at + PAGE]))
            yield
        fresh = list(map(np.concatenate, zip(*pages, strict=True)))
        rows, columns = self._rows_of(fresh, ids), {}
        if rows is None:
            return
        for name, values in zip(NAMES, fresh, strict=True):
            yield
            column = getattr(self, name)
            if not np.array_equal(column.take(rows), values):
                columns[name] = column.copy()
                yield
                columns[name][rows] = values
        self._fresh = ids, rows, columns

    def refresh(self, ids: Sequence[int], causes: bool = True) -> bool:
        """Read these tickets again, their root causes where those may be others; False where some are new or gone, so
        that all must be loaded.
        """
        made, self._fresh = self._fresh, None
        if made is not None and made[0] is ids:
            _, rows, columns = made
            for name, column in columns.items():
                setattr(self, name, column)
            changed = set(columns)
        else:
            fresh = self._read(_STORED, f"ticket WHERE id {_AMONG}", ids)
            found = self._rows_of(fresh, ids)
            if found is None:
                return False
            rows, changed = found, set()
            for name, values in zip(NAMES, fresh, strict=True):
                column = getattr(self, name)
                if not np.array_equal(column[rows], values):
                    column[rows] = values
                    changed.add(name)
        if causes:
            self._refresh_causes(ids, rows)
            changed.add("causes")
        self.names = Names(self._review)
        for name in changed:
            self._narrow.pop(name, None)
            self._shown.pop(name, None)
        if "parked" in changed:
            self._settle()
        return True

    def _rows_of(self, fresh: Sequence[Integers], ids: Sequence[int]) -> Integers | None:
        """The rows of tickets that were read again, None where some are new, gone or of another source."""
        rows = self.rows(fresh[0])
        same = len(rows) == len(set(ids)) and bool((rows >= 0).all()) and np.array_equal(self.source[rows], fresh[1])
        return rows if same else None

    def _refresh_causes(self, ids: Sequence[int], rows: Integers) -> None:
        changed = np.zeros(len(self.id), bool)
        changed[rows] = True
        stay = ~changed[self._cause_rows]
        tickets, causes = self._read(_PAIRS, f"ticketcause WHERE ticket_id {_AMONG}", ids)
        self._set_causes(
            np.append(self._cause_rows[stay], self.rows(tickets)), np.append(self._cause_ids[stay], causes)
        )


PIECE = 1 << 18
"""Characters of numbers that are read at once: numpy lets no other thread of Python work meanwhile."""


def numbers(listed: str | None) -> Integers:
    """What `group_concat` makes of a column of whole numbers."""
    pieces: list[Integers] = []
    text, at = listed or "", 0
    while at < len(text):
        end = text.find(",", at + PIECE)
        pieces.append(np.fromstring(text[at : end if end >= 0 else len(text)], np.int64, sep=","))
        at = end + 1 if end >= 0 else len(text)
    return np.concatenate(pieces) if pieces else np.empty(0, np.int64)


def narrow(column: Integers) -> Integers:
    """A column of numbers that are not negative, in as few bytes as they need."""
    return column.astype(np.min_scalar_type(int(column.max(initial=0))))


def among(column: Integers, codes: Iterable[int]) -> Flags:
    """True where a column has one of these codes."""
    wanted = np.zeros(int(column.max(initial=0)) + 1, bool)
    listed = [code for code in codes if code < len(wanted)]
    wanted[listed] = True
    return wanted[column]
