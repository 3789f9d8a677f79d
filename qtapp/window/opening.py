"""From files, folders and reviews that were named or dropped to an open session and, where need be, an import.

Opens on the thread of the window, because that is short; imports in a child process. Shows no dialog: what cannot be
opened is told by `failed`.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QTimer, Signal

import resources
from db import sentences
from db.errors import ReviewError, UserError
from db.review import SUFFIX, Review, review_path_for
from qtapp.session import Session, translate
from qtapp.tasks import Task, Tasks


class Opener(QObject):
    """Opens what the reviewer names; `opened` brings the new session, its import may still be running."""

    opened = Signal(object)
    """A `Session` that nobody else owns."""
    imported = Signal(object)
    """The results of an import into the review that is open."""
    failed = Signal(str)

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._problems: list[str] = []
        tasks.ended.connect(self._look_for_problems)

    def open(self, paths: Sequence[Path], into: Session | None = None) -> bool:
        """Open a review, or make one of dataset files; into the open review where these files belong to it."""
        reviews = [path for path in paths if path.suffix == SUFFIX]
        data = [path for path in paths if path.suffix != SUFFIX]
        try:
            target = reviews[0] if reviews else review_path_for(data)
            if into is None or target.resolve() != into.review.path.resolve():
                into = Session(self._review(target, make=not reviews))
                self.opened.emit(into)
            if data and not into.review.read_only:
                self.add(into, data)
        except UserError as error:
            self.failed.emit(sentences.error(error, translate))
            return False
        return True

    def _review(self, path: Path, make: bool) -> Review:
        """The review at a path; one that may not be written is opened to be read."""
        try:
            return Review.open_or_create(path) if make else Review.open(path)
        except ReviewError as error:
            if error.code != "review.read_only" or not path.exists():
                raise
            self.failed.emit(sentences.error(error, translate))
            return Review.open(path, read_only=True)

    def add(self, session: Session, paths: Sequence[Path]) -> None:
        """Import files into the open review; those that it holds as they are on disk are recognised and left alone."""
        task = self._tasks.run(self.tr("Import"), ["import", str(session.review.path), *map(str, paths)])
        session.paused = True
        task.succeeded.connect(self.imported)
        task.failed.connect(self.failed)
        task.ended.connect(session.resume)

    def _look_for_problems(self, task: Task) -> None:
        """Files that could not be read are told last, after what the import did with the others."""
        self._problems = task.problems
        if self._problems:
            QTimer.singleShot(0, self._tell)

    def _tell(self) -> None:
        self.failed.emit("\n".join(self._problems))


def sample_folder() -> Path:
    """A folder of the user with the sample dataset in it; copied there when it is first asked for."""
    kept = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)) / "sample"
    if not kept.is_dir():
        shutil.copytree(resources.path("sample"), kept)
    return kept
