"""The tickets that the index answers a question with: an FTS5 expression, or a sign (see `signs`). Reads only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.review import Review
from db.search import index, signs
from db.search.columns import numbers
from db.search.match import is_sign

if TYPE_CHECKING:
    from db.search.columns import Integers

# in one text: to fetch a row for each takes three to four times as long (82 ms, not 24, of 195,000)
_ALL = f"SELECT group_concat(rowid) FROM {index.TABLE} WHERE {index.TABLE} MATCH ?"
_FIRST = f"SELECT rowid FROM {index.TABLE} WHERE {index.TABLE} MATCH ? ORDER BY rowid LIMIT ?"
_COUNT = f"SELECT count(*) FROM {index.TABLE} WHERE {index.TABLE} MATCH ?"


def ids(review: Review, asked: str) -> Integers:
    """All of them."""
    if is_sign(asked):
        return signs.ids(review, asked)
    return numbers(review.execute(_ALL, (asked,)).fetchone()[0])


def first(review: Review, asked: str, n: int) -> list[int]:
    """The first `n`."""
    if is_sign(asked):
        return signs.first(review, asked, n)
    return [row[0] for row in review.execute(_FIRST, (asked, n))]


def count(review: Review, asked: str) -> int:
    """How many there are."""
    return signs.count(review, asked) if is_sign(asked) else int(review.execute(_COUNT, (asked,)).fetchone()[0])
