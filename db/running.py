"""One import into a review: the lock, what was taken so far, and how it is taken back where it does not end well.

Whoever imports takes files in here, hidden, and shows them in a transaction of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import NoReturn

from db import formats
from db.connection import spelled
from db.errors import Cancelled, UserError
from db.intake import Codes, Origin, Taken, checkpoint, discard, take_in
from db.locks import import_lock
from db.review import Review
from db.search import index
from db.values import Progress, Step

BALLAST = 16 << 20
"""Bytes of the disk that are left to take an import back: twice what a batch writes, and its log."""

PAGES = 1000
"""Pages given back to the disk at once."""


@contextmanager
def running(review: Review, progress: Progress, make_index: bool) -> Iterator[Run]:
    """One import at a time; whatever is raised within leaves nothing behind."""
    with import_lock(review.path, partial(progress, Step("wait", 0, 0))) as ballast:
        _remove_leftovers(review)
        ballast.keep(BALLAST)
        if make_index:
            index.ensure(review, progress)
        run = Run(review, progress)
        try:
            yield run
        except BaseException:
            ballast.drop()
            run.undo()
            raise


def remove_leftovers(review: Review) -> bool:
    """Remove what a killed import left; False where there was nothing, or an import is running."""
    if review.read_only:
        return False
    try:
        with import_lock(review.path, _do_not_wait):
            found = _remove_leftovers(review)
            if found:
                _shrink(review)
            return found
    except Cancelled:
        return False


def _do_not_wait() -> NoReturn:
    raise Cancelled


def _remove_leftovers(review: Review) -> bool:
    """Only while holding the lock: then nobody works on what is not ready."""
    left = [row[0] for row in review.execute("SELECT id FROM source WHERE ready = 0")]
    _discard(review, left)
    return bool(left)


def _discard(review: Review, source_ids: Sequence[int]) -> None:
    """Remove sources from tables and text index, by whichever way has less to do."""
    if not source_ids:
        return
    sql = "SELECT count(*), count(CASE WHEN source.ready THEN 1 END) FROM ticket JOIN source ON source.id = source_id"
    total, shown = review.execute(sql).fetchone()
    anew = index.is_current(review) and total > 2 * shown
    discard(review, source_ids, indexed=not anew)
    if anew:
        index.rebuild(review)


def _shrink(review: Review) -> None:
    """Give what is not used back to the disk."""
    while review.execute("PRAGMA freelist_count").fetchone()[0]:
        review.give_back(PAGES)
        checkpoint(review)
    review.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()


class Run:
    """What an import has taken so far; `done` and `total` are bytes of all its files, `now` its time."""

    def __init__(self, review: Review, progress: Progress) -> None:
        self._review = review
        self._progress = progress
        self._codes = Codes(review)
        self._taken: list[Taken] = []
        self._backed_up = False
        self.synonyms = review.synonyms()
        self.vocabulary = formats.load_vocabulary(self.synonyms, review.shapes())
        self.now = datetime.now(UTC).isoformat(timespec="milliseconds")
        self.done = self.total = 0

    def take(self, origin: Origin, reading: formats.Reading, indexed: bool, may_be_empty: bool = False) -> Taken:
        """Take a source in, hidden; `indexed` makes its tickets findable as soon as it is shown."""
        self._back_up()
        name = Path(origin.path).name

        def beat(end: int) -> None:
            self._progress(Step("import", self.done + min(end, origin.size), self.total, name))

        indexed = indexed and index.is_current(self._review)
        taken = take_in(self._review, self._codes, origin, reading, indexed, self.now, beat, may_be_empty)
        self._taken.append(taken)
        return taken

    def drop(self, taken: Taken, indexed: bool) -> None:
        """Take one source back."""
        self._taken.remove(taken)
        discard(self._review, [taken.id], indexed)

    def free_name(self, path: Path) -> str:
        """The file's name; with its folder, then a number, where another source has that name."""
        taken = {row[0].casefold() for row in self._review.execute("SELECT name FROM source")}
        path = Path(spelled(str(path)))
        names = [path.name, f"{path.stem} ({path.parent.name}){path.suffix}" if path.parent.name else path.name]
        names += [f"{path.stem} ({number}){path.suffix}" for number in range(2, len(taken) + 3)]
        return next(name for name in names if name.casefold() not in taken)

    def _back_up(self) -> None:
        """Once, before the first file that is not known already."""
        if not self._backed_up and self._review.execute("SELECT 1 FROM ticket LIMIT 1").fetchone():
            self._review.back_up("import", self._progress)
        self._backed_up = True

    def undo(self) -> None:
        """Remove all that was taken. Where the disk is too full even for that, it stays hidden until it can be."""
        with suppress(UserError):
            checkpoint(self._review)
            _discard(self._review, [taken.id for taken in self._taken])
            with self._review.transaction():
                self._codes.forget()
            _shrink(self._review)
