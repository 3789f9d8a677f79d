"""Orders of the list, as rows in order: made when first asked for, kept until something they stand on changes."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from db.review import Review
from db.search.columns import Columns, numbers
from db.search.folding import normalising
from db.search.lazy import np
from db.search.tokens import normalise
from db.values import CATEGORY, CONVERSATION, PROBLEM, REPLIES, TITLE

if TYPE_CHECKING:
    from db.search.columns import Integers

RESTS_ON: Mapping[str, frozenset[str]] = {
    "title": frozenset({TITLE}),
    "category": frozenset({CATEGORY}),
    "replies": frozenset({REPLIES, CONVERSATION}),
    "length": frozenset({TITLE, PROBLEM, REPLIES, CONVERSATION}),
}
"""Order -> the fields whose change alters it; ``recent`` is altered by any."""

BEGINNING = 16
"""Characters that most titles differ in."""

# as two texts: a million rows of a cursor take a second and a half, these 0.7 s
_TITLES = "SELECT group_concat(id), json_group_array(title) FROM ticket"
_CHANGED = "SELECT ticket_id, max(entry_id) FROM change GROUP BY ticket_id"


class Orders:
    """Rows of `columns` in each order; equal ones stay in the order of the sources."""

    def __init__(self, review: Review, columns: Columns) -> None:
        self._review = review
        self._columns = columns
        self._made: dict[str, Integers] = {}
        self._ranks: Mapping[str, Callable[[], Integers]] = {
            "title": self._titles,
            "category": self._categories,
            "replies": lambda: columns.turns,
            "length": lambda: columns.length,
            "recent": self._recent,
        }

    def rows(self, sort: str) -> Integers:
        """All rows, ordered; most recent first for ``recent``, else ascending."""
        if sort not in self._made:
            self._made[sort] = np.argsort(self._ranks[sort](), kind="stable")
        return self._made[sort]

    def forget(self, fields: frozenset[str]) -> None:
        """These fields have changed somewhere."""
        for sort in list(self._made):
            if sort == "recent" or fields & RESTS_ON[sort]:
                del self._made[sort]

    def _titles(self) -> Integers:
        ids, titles = self._review.execute(_TITLES).fetchone()
        keys = [""] * len(self._columns)
        for row, title in zip(
            self._columns.rows(numbers(ids)).tolist(), normalising().many(json.loads(titles)), strict=True
        ):
            if row >= 0:
                keys[row] = title
        ranks = np.empty(len(keys), np.int64)
        ranks[_sorted(keys)] = np.arange(len(keys))
        return ranks

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


def _sorted(keys: Sequence[str]) -> Integers:
    """The places of texts in their order. Their beginnings are sorted as arrays, in a third of the time, and what
    begins alike as Python does it."""
    begins = np.array([key[:BEGINNING] for key in keys], f"U{BEGINNING}")
    order: Integers = np.argsort(begins, kind="stable")
    begins = begins[order]
    # numpy takes what ends with a zero for the same text without it
    goes_on = np.array([len(key) > BEGINNING or key[-1:] == "\0" for key in keys], bool)[order]
    alike = np.flatnonzero(begins[1:] == begins[:-1])
    firsts = alike[np.diff(alike, prepend=-2) > 1]
    ends = alike[np.diff(alike, append=len(keys) + 1) > 1] + 2
    before = np.append(0, np.cumsum(goes_on))
    differ = before[ends] > before[firsts]
    for first, end in zip(firsts[differ].tolist(), ends[differ].tolist(), strict=True):
        order[first:end] = sorted(order[first:end].tolist(), key=keys.__getitem__)
    return order
