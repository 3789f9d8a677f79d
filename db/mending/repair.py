"""Putting right what a check finds, in one transaction, as far as it can be made of what is sound.

The order matters: sources first, for their bytes say what tickets were; then the log, for it says what they became;
then what is made of both.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from db.backups import backups_of
from db.checking import NONSENSE
from db.errors import ReviewError
from db.mending import derived, log, sources, tickets
from db.mending.work import Work
from db.review import Review
from db.soundness import UNREADABLE, check
from db.values import Progress, Summary, no_progress

SPOILED = ("check.index", "check.not_indexed")
"""Findings that ask for the text index to be made anew."""


def repair(review: Review, progress: Progress = no_progress) -> list[Summary]:
    """Make a review sound again where it is not; returns what was done, [] where nothing had to be.

    A copy is made first. Raises ReviewError, and what `progress` raises: the review is then as it was.
    """
    found = check(review, progress)
    if not found:
        return []
    with _contradictions(review):
        _mend_file(review, found)
        copied = review.back_up("repair", progress)
        work = Work(review, [copy.path for copy in backups_of(review.path)], progress)
        work.say("mended.copy", file=copied.name)
        review.execute("PRAGMA foreign_keys = 0")  # rows that point to nothing are here to be put right
        try:
            with review.transaction():
                mend(work, "repaired", any(one.code in SPOILED for one in found))
        finally:
            review.execute("PRAGMA foreign_keys = 1")
    return work.summaries()


@contextmanager
def _contradictions(review: Review) -> Iterator[None]:
    """Rows that contradict each other, or values that are none, are pages that are damaged though SQLite reads them."""
    try:
        yield
    except (sqlite3.IntegrityError, *NONSENSE) as exc:
        raise ReviewError("review.corrupt", file=str(review.path)) from exc


def _mend_file(review: Review, found: Sequence[Summary]) -> None:
    """Make SQLite's indexes anew, where it finds the file itself damaged; ReviewError where it is so still."""
    if any(one.code in UNREADABLE for one in found):
        with review.transaction():
            review.execute("REINDEX")
            if review.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
                raise ReviewError("review.corrupt", file=str(review.path))


def mend(work: Work, code: str, index_is_damaged: bool) -> None:
    """Put all right that can be; `code` names the action that the log gets for values that it did not know. Within the
    transaction of the caller, while foreign keys are not looked at.
    """
    sources.stand_ins(work)
    derived.homeless(work)
    known = []
    for source, records in sources.whole(work):
        known.append((tickets.complete(work, source, records), records))
    derived.strays(work)
    log.stand_ins(work)
    log.settle(work, code)
    for ids, records in known:
        tickets.settle(work, ids, records)
    derived.parked(work)
    derived.causes(work)
    derived.measures(work)
    derived.indexes(work, index_is_damaged)
