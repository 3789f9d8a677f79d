"""Upkeep of a review while nobody works with it: pages that are not used go back to the disk, the text index is merged,
and the log is brought into the file.

In steps of bounded work, each a transaction of its own: whoever wants to write waits for one step at most, and what was
done stays done wherever it is stopped. Reads and writes of others go on between any two.

Statistics of SQLite (`ANALYZE`, which `PRAGMA optimize` runs) are not made: statements are written for the plans that
it finds without. Those of a young review stand until a table is 25 times as large, and made behind its import they let
the history of a ticket read the whole log: 122 ms instead of 0.13 with 100,000 actions.
"""

from __future__ import annotations

from collections.abc import Iterator

from db import figures
from db.records import dataclass
from db.review import Review
from db.search import merging
from db.values import Progress, Step, no_progress

__all__ = ["Kept", "is_due", "keep_up", "steps"]

FREE, SHARE = 1024, 0.1
"""Pages that are not used, and their share of the file, from which on giving them back is worth moving others."""
PAGES, MERGED = 100, 100
"""Pages that a step gives back, or writes of the index, about."""
LOG = 4 << 20
"""Bytes of the log from which on it is brought in; by itself SQLite does so when a writer has got as far."""
STAGE = "upkeep"
_INCREMENTAL = 2
"""How every review is made (see `newfile`): the end of the file can be freed page by page. A whole VACUUM, which would
need the file for itself and as much room again, is never done."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What was done: steps, bytes that the file has lost, and segments of the index before and after."""

    steps: int
    freed: int
    segments: tuple[int, int]


def is_due(review: Review) -> bool:
    """Whether there is enough to do to begin; a fraction of a millisecond."""
    if review.read_only:
        return False
    size = figures.size(review)
    return _has_free(review, size) or size.log >= LOG or merging.is_crowded(review)


def _has_free(review: Review, size: figures.Size) -> bool:
    if size.free < FREE or size.share < SHARE:
        return False
    return int(review.execute("PRAGMA auto_vacuum").fetchone()[0]) == _INCREMENTAL


def steps(review: Review) -> Iterator[int]:
    """Do what is due, step by step; yields behind each the number of steps that are left, about. Nothing is held
    between two steps, and the caller may stop at any.
    """
    if review.read_only:
        return
    if merging.is_crowded(review):
        while merging.merge(review, MERGED):
            yield 1
    if _has_free(review, figures.size(review)):
        yield from _give_back(review)
    if figures.size(review).log >= LOG:
        yield from _empty_log(review)


def _give_back(review: Review) -> Iterator[int]:
    """Move pages from the end of the file into those that are not used, and cut it there."""
    while free := figures.size(review).free:
        review.give_back(PAGES)
        _bring_in(review)
        yield free // PAGES


def _bring_in(review: Review) -> None:
    """Bring the log in as far as nobody reads in it. No writer waits for that."""
    review.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()


def _empty_log(review: Review) -> Iterator[int]:
    """Bring the log in, then cut it, unless somebody reads or writes just now: nobody is waited for."""
    _bring_in(review)
    yield 1
    patience = int(review.execute("PRAGMA busy_timeout").fetchone()[0])
    review.execute("PRAGMA busy_timeout = 0").fetchone()
    try:
        review.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    finally:
        review.execute(f"PRAGMA busy_timeout = {patience}").fetchone()
    yield 0


def keep_up(review: Review, progress: Progress = no_progress) -> Kept:
    """Do what is due. What `progress` raises between two steps stops it, and what was done stays done."""
    before, crowd = figures.size(review).file, _segments(review)
    done = 0
    for left in steps(review):
        done += 1
        progress(Step(STAGE, done, done + left))
    return Kept(done, max(before - figures.size(review).file, 0), (crowd, _segments(review)))


def _segments(review: Review) -> int:
    return sum(segments for _, segments in merging.levels(review))
