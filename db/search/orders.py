"""Orders of the list, as rows in order: made when first asked for, kept until something they stand on changes."""

from __future__ import annotations

import json
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from db.late import Late
from db.review import Review
from db.search.columns import Columns, numbers
from db.search.folding import normalising
from db.search.lazy import np
from db.search.tokens import normalise
from db.values import CATEGORY, CONVERSATION, PROBLEM, REPLIES, TITLE

if TYPE_CHECKING:
    from concurrent import futures

    from numpy.typing import NDArray

    from db.search.columns import Flags, Integers
else:
    futures = Late("concurrent.futures")

RESTS_ON: Mapping[str, frozenset[str]] = {
    "title": frozenset({TITLE}),
    "category": frozenset({CATEGORY}),
    "replies": frozenset({REPLIES, CONVERSATION}),
    "length": frozenset({TITLE, PROBLEM, REPLIES, CONVERSATION}),
}
"""Order -> the fields whose change alters it; ``recent`` is altered by any."""
ORDERS = frozenset({*RESTS_ON, "recent"})

BEGINNING = 16
"""Characters that most titles differ in."""

PAGE = 5000
"""Titles between two breaths."""
GROUPS = 500
"""Groups of titles that begin alike, likewise."""
PART = 1 << 17
"""Rows whose ids are looked up at once."""
PATIENCE = 0.004
"""Seconds that one step waits for the sorting."""

# as two texts: a million rows of a cursor take a second and a half, these 0.7 s
_TITLES = "SELECT group_concat(id), json_group_array(title) FROM ticket WHERE id > ? AND id <= ?"
_CHANGED = "SELECT ticket_id, max(entry_id) FROM change GROUP BY ticket_id"


class Orders:
    """Tickets of `columns` in each order; equal ones stay in the order of the sources."""

    def __init__(self, review: Review, columns: Columns) -> None:
        self._review = review
        self._columns = columns
        self._made: dict[str, tuple[Integers, Integers]] = {}
        self._edition = 0
        self._ranks: Mapping[str, Callable[[], Integers]] = {
            "category": self._categories,
            "replies": lambda: columns.turns,
            "length": lambda: columns.length,
            "recent": self._recent,
        }

    def of(self, sort: str) -> tuple[Integers, Integers]:
        """All rows, ordered, and their ids; most recent first for ``recent``, else ascending."""
        for _ in self.steps(sort):
            pass
        return self._made[sort]

    def is_known(self, sort: str) -> bool:
        """Whether `of` has them already."""
        return sort in self._made

    def forget(self, fields: frozenset[str]) -> None:
        """These fields have changed somewhere."""
        self._edition += 1
        for sort in list(self._made):
            if sort == "recent" or fields & RESTS_ON[sort]:
                del self._made[sort]

    def steps(self, sort: str) -> Iterator[None]:
        """Work out an order, with a breath every few milliseconds: a million titles take seconds. Ends without one
        where something was forgotten meanwhile."""
        if sort in self._made:
            return
        edition = self._edition
        order = yield from self._titles() if sort == "title" else _by(self._ranks[sort]())
        ids = np.empty(len(order), np.int64)
        for at in range(0, len(order), PART):
            yield
            ids[at : at + PART] = self._columns.id.take(order[at : at + PART])
        if edition == self._edition:
            self._made[sort] = order, ids

    def _titles(self) -> Generator[None, None, Integers]:
        edition = self._edition
        yield from normalising().preparing()
        keys = [""] * len(self._columns)
        for last in range(0, int(self._columns.id.max(initial=0)), PAGE):
            self._read_titles(keys, last)
            yield
            if edition != self._edition:
                return np.empty(0, np.int64)
        return (yield from _sorted(keys))

    def _read_titles(self, keys: list[str], last: int) -> None:
        ids, titles = self._review.execute(_TITLES, (last, last + PAGE)).fetchone()
        rows = self._columns.rows(numbers(ids)).tolist()
        for row, title in zip(rows, normalising().many(json.loads(titles)), strict=True):
            if row >= 0:
                keys[row] = title

    def _categories(self) -> Integers:
        paths = sorted(self._review.execute("SELECT id, path FROM category"), key=lambda row: normalise(row[1]))
        ranks = np.zeros(max((row[0] for row in paths), default=0) + 1, np.int64)
        ranks[[row[0] for row in paths]] = np.arange(len(paths))
        return ranks[self._columns.category]

    def _recent(self) -> Integers:
        ranks = np.zeros(len(self._columns), np.int64)
        changed = self._review.execute(_CHANGED).fetchall()
        rows = self._columns.rows([row[0] for row in changed])
        ranks[rows[rows >= 0]] = np.array([-row[1] for row in changed], np.int64)[rows >= 0]
        return ranks


def _by(ranks: Integers) -> Generator[None, None, Integers]:
    """The places of numbers in their order, equal ones as they stand. numpy sorts what has two bytes by its bytes, ten
    times as fast as what has more: so those of a million are sorted by the lower two first, then by the upper two."""
    yield
    ranks = ranks - int(ranks.min(initial=0))
    if int(ranks.max(initial=0)) >> 32:
        return np.argsort(ranks, kind="stable")
    lower = (ranks & 0xFFFF).astype(np.uint16)
    yield
    order: Integers = np.argsort(lower, kind="stable")
    yield
    upper = (ranks >> 16).astype(np.uint16)
    if not upper.any():
        return order
    upper = upper.take(order)
    yield
    places = np.argsort(upper, kind="stable")
    yield
    return order.take(places)


def _sorted(keys: Sequence[str]) -> Generator[None, None, Integers]:
    """The places of texts in their order. Their beginnings are sorted as arrays, in a third of the time and in a thread
    (numpy lets go of the interpreter for it), and what begins alike as Python does it."""
    begins = np.empty(len(keys), f"U{BEGINNING}")
    # numpy takes what ends with a zero for the same text without it
    goes_on = np.empty(len(keys), bool)
    for at in range(0, len(keys), PAGE):
        page = keys[at : at + PAGE]
        begins[at : at + PAGE] = [key[:BEGINNING] for key in page]
        goes_on[at : at + PAGE] = [len(key) > BEGINNING or key[-1:] == "\0" for key in page]
        yield
    with futures.ThreadPoolExecutor(1, "order") as beside:
        sorting = beside.submit(_grouped, begins, goes_on)
        while not futures.wait([sorting], PATIENCE).done:
            yield
    order, firsts, ends = sorting.result()
    for place, (first, end) in enumerate(zip(firsts, ends, strict=True)):
        order[first:end] = sorted(order[first:end].tolist(), key=keys.__getitem__)
        if not place % GROUPS:
            yield
    return order


def _grouped(begins: NDArray[np.str_], goes_on: Flags) -> tuple[Integers, list[int], list[int]]:
    """The places in the order of the beginnings, and where those begin and end that go on differently."""
    order: Integers = np.argsort(begins, kind="stable")
    # as numbers: texts are compared without letting go of the interpreter
    signs = begins.view(np.uint32).reshape(-1, BEGINNING).take(order, axis=0)
    goes_on = goes_on.take(order)
    alike = np.flatnonzero((signs[1:] == signs[:-1]).all(axis=1))
    firsts = alike[np.diff(alike, prepend=-2) > 1]
    ends = alike[np.diff(alike, append=len(order) + 1) > 1] + 2
    before = np.append(0, np.cumsum(goes_on))
    differ = before[ends] > before[firsts]
    return order, firsts[differ].tolist(), ends[differ].tolist()
