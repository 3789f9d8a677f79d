"""From files, folders and reviews that were named or dropped to an open session and, where need be, an import.

Opens on the thread of the window, because that is short; imports in a child process. Shows no dialog: what cannot be
opened is told by `failed`.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication, QObject, Signal

import resources
from db import sentences
from db.errors import ReviewError, UserError
from db.review import SUFFIX, Review, backups_of, review_path_for
from qtapp.session import Session, translate
from qtapp.tasks import Task, Tasks

DAMAGED = ("review.corrupt", "review.not_a_review")
"""Codes of what a damaged review is refused with."""
PAGE = 512
"""Bytes of a page of SQLite, at least; in less there is no ticket."""


class Opener(QObject):
    """Opens what the reviewer names; `opened` brings the new session, its import may still be running."""

    opened = Signal(object)
    """A `Session` that nobody else owns."""
    imported = Signal(object)
    """The results of an import into the review that is open."""
    emptied = Signal(object, object)
    """A `Session` of a review that was made for an import which brought nothing, and the path of the review that was
    open before (None for none). Whoever holds it closes it and calls `remove`."""
    drifted = Signal()
    """Files that were named are in the review already, and have changed since: the page of sources compares them."""
    failed = Signal(str)
    """What went wrong, a sentence a line."""
    damaged = Signal(object, object)
    """The path of a review that does not open because it is damaged, and the `UserError` that says so."""

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks

    def open(self, paths: Sequence[Path], into: Session | None = None, words: Sequence[str] = ()) -> bool:
        """Open a review, or make one of dataset files; into the open review where these files belong to it. `words` are
        more for the import."""
        reviews = [path for path in paths if path.suffix == SUFFIX]
        data = [path for path in paths if path.suffix != SUFFIX]
        target = reviews[0] if reviews else None
        try:
            target = target or review_path_for(data)
            before = into.review.path if into is not None else None
            fresh = not target.exists()
            if into is None or target.resolve() != into.review.path.resolve():
                review = self._review(target, make=not reviews)
                self._tasks.stop()
                into = _session(review)
                self.opened.emit(into)
                if into.review.closed:
                    return False  # it was refused when it was to be shown
            if data and not into.review.read_only:
                _Import(self, self._tasks, into, data, words, fresh, before)
        except UserError as error:
            self.refuse(target, error)
            return False
        return True

    def refuse(self, path: Path | None, error: UserError) -> None:
        """Say why a review does not open; where damage is why, there is more to do than to say so."""
        self.failed.emit(sentences.error(error, translate))
        if error.code in DAMAGED and path is not None and _may_be_recovered(path):
            self.damaged.emit(path, error)

    def belongs_elsewhere(self, paths: Sequence[Path], session: Session | None) -> bool:
        """Whether these dataset files would begin a review of their own, though another one is open and writable."""
        if session is None or session.review.read_only or any(path.suffix == SUFFIX for path in paths):
            return False
        target = review_path_for(paths)
        return not target.exists() and target.resolve() != session.review.path.resolve()

    def _review(self, path: Path, make: bool) -> Review:
        """The review at a path; one that may not be written is opened to be read."""
        try:
            return Review.open_or_create(path) if make else Review.open(path)
        except ReviewError as error:
            if error.code != "review.read_only" or not path.exists():
                raise
            self.failed.emit(sentences.error(error, translate))
            return Review.open(path, read_only=True)

    def add(self, session: Session, paths: Sequence[Path], words: Sequence[str] = ()) -> None:
        """Import files into the open review; those that it holds as they are on disk are recognised and left alone."""
        _Import(self, self._tasks, session, paths, words)

    def remove(self, review: Path) -> None:
        """Remove the file of a review in which there is nothing."""
        for suffix in ("", "-wal", "-shm"):
            review.with_name(review.name + suffix).unlink(missing_ok=True)


class _Import(QObject):
    """One import into an open session, from its call to what is said of its end."""

    def __init__(
        self,
        opener: Opener,
        tasks: Tasks,
        session: Session,
        paths: Sequence[Path],
        more: Sequence[str] = (),
        fresh: bool = False,
        before: Path | None = None,
    ) -> None:
        super().__init__(session)
        self._opener, self._session, self._fresh, self._before = opener, session, fresh, before
        review = session.review
        words = ["import", str(review.path), *map(str, paths), "--reviewer", review.reviewer, *more]
        self._task: Task = tasks.run(QCoreApplication.translate("Opener", "Import"), words)
        session.paused = True
        self._task.succeeded.connect(opener.imported)
        self._task.failed.connect(opener.failed)
        self._task.ended.connect(self._end)

    def _end(self) -> None:
        """Files that could not be read are told last, after what the import did with the others."""
        self._session.resume()
        problems = "\n".join(self._task.problems)
        if self._task.drifted:
            self._opener.drifted.emit()
        if self._fresh and not self._session.review.sources():
            self._opener.emptied.emit(self._session, self._before)
        if problems:
            self._opener.failed.emit(problems)
        self.deleteLater()


def _may_be_recovered(path: Path) -> bool:
    """Whether there is anything that it could be recovered of: in it, in its log, in a backup."""
    log = path.with_name(path.name + "-wal")
    return path.is_file() and (path.stat().st_size >= PAGE or log.exists() or bool(backups_of(path)))


def _session(review: Review) -> Session:
    """The session of a review, which is closed again where damage does not let it be read."""
    try:
        return Session(review)
    except UserError:
        review.close()
        raise


def sample_folder() -> Path:
    """A folder of the user with the sample dataset in it; copied there when it is first asked for."""
    paths = QtCore.QStandardPaths
    kept = Path(paths.writableLocation(paths.StandardLocation.AppDataLocation)) / "sample"
    if not kept.is_dir():
        shutil.copytree(resources.path("sample"), kept)
    return kept
