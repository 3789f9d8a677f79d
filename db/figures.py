"""A review in numbers: how much there is of everything, and nothing of what it says. For the log and for reports."""

from __future__ import annotations

import sqlite3
from contextlib import suppress

from db import logs
from db.connection import BESIDE
from db.errors import UserError
from db.records import dataclass
from db.review import Review

__all__ = ["Figures", "Size", "facts", "figures", "size"]

_FORMATS = "SELECT format, count(*) FROM source WHERE ready = 1 GROUP BY format ORDER BY format"
_COUNTS = """SELECT count(*), count(CASE WHEN status THEN 1 END), count(CASE WHEN edited THEN 1 END),
    count(CASE WHEN parked THEN 1 END), total(turns) FROM ticket
    WHERE source_id IN (SELECT id FROM source WHERE ready)"""
_FEW = """SELECT (SELECT count(*) FROM ticket), (SELECT count(*) FROM source WHERE ready),
    (SELECT max(id) FROM entry)"""
_LOGGED = "SELECT (SELECT count(*) FROM entry), (SELECT count(*) FROM change), (SELECT count(*) FROM decision)"


@dataclass(frozen=True, slots=True)
class Size:
    """What a review takes on the disk: `schema` is its version, `file` and `log` are bytes, `free` pages of `pages`."""

    schema: int
    file: int
    log: int
    page: int
    pages: int
    free: int

    @property
    def share(self) -> float:
        """How much of the file is not used, of 1."""
        return self.free / self.pages if self.pages else 0.0


@dataclass(frozen=True, slots=True)
class Figures:
    """How much there is; `formats` are pairs of the format of sources and their number."""

    size: Size
    tickets: int
    decided: int
    edited: int
    parked: int
    replies: int
    formats: tuple[tuple[str, int], ...]
    actions: int
    changes: int
    decisions: int

    @property
    def sources(self) -> int:
        """How many sources there are."""
        return sum(number for _, number in self.formats)


def size(review: Review) -> Size:
    """What a review takes; a fraction of a millisecond, whatever its size. Raises ReviewError."""
    known = [int(review.execute(f"PRAGMA {name}").fetchone()[0]) for name in ("user_version", "page_size")]
    pages, free = (int(review.execute(f"PRAGMA {name}").fetchone()[0]) for name in ("page_count", "freelist_count"))
    log = 0
    with suppress(OSError):
        log = review.path.with_name(review.path.name + BESIDE[0]).stat().st_size
    return Size(known[0], known[1] * pages, log, known[1], pages, free)


def figures(review: Review) -> Figures:
    """All figures; counts read an index and no text. Raises ReviewError."""
    tickets, decided, edited, parked, replies = map(int, review.execute(_COUNTS).fetchone())
    formats = tuple((str(name), int(number)) for name, number in review.execute(_FORMATS).fetchall())
    actions, changes, decisions = map(int, review.execute(_LOGGED).fetchone())
    return Figures(size(review), tickets, decided, edited, parked, replies, formats, actions, changes, decisions)


def facts(review: Review) -> dict[str, int | str]:
    """What the log says of a review that is opened or closed; of a damaged one what can be said."""
    said: dict[str, int | str] = {"review": logs.mark(review.path)}
    with suppress(UserError, sqlite3.Error, TypeError, ValueError):
        known = size(review)
        said |= {"schema": known.schema, "bytes": known.file, "log": known.log, "free": known.free}
        tickets, sources, actions = (int(number or 0) for number in review.execute(_FEW).fetchone())
        said |= {"tickets": tickets, "sources": sources, "actions": actions}
    return said
