"""Long work on the open review that belongs to it as a whole: one run of a command of the command line at a time.

Which command, and what follows from it, a subclass says. Work of a review that is no longer open goes on unheard.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from qtapp.session import Session
from qtapp.tasks import Task, Tasks


class Background(QObject):
    """At most one task of the open review waits or works."""

    changed = Signal()
    """The work has begun to wait, or is over."""
    failed = Signal(str)
    """A sentence."""

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._task: Task | None = None
        self._session: Session | None = None

    @property
    def works(self) -> bool:
        """Whether it waits or works."""
        return self._task is not None

    def watch(self, session: Session | None) -> None:
        """Another review is open, or none."""
        self._session, self._task = session, None

    def run(self, name: str, command: str, *options: str, reads: bool = False) -> None:
        """Start a command on the review, unless it works already or the review may only be read and it does more."""
        session = self._session
        if session is None or (session.review.read_only and not reads) or self.works:
            return
        task = self._task = self._tasks.run(name, [command, str(session.review.path), *options])
        task.told.connect(self._hear_result)
        task.succeeded.connect(self._hear_success)
        task.failed.connect(self._hear_failure)
        task.cancelled.connect(self._hear_cancelling)
        task.ended.connect(self._end)
        self.changed.emit()

    def succeeded(self, session: Session, results: Sequence[dict[str, object]]) -> None:
        """The command has done its work, and printed this."""

    def told(self, session: Session, result: dict[str, object]) -> None:
        """The command has printed this, and goes on."""

    def gave_up(self, session: Session) -> None:
        """The command failed, which is said already, or was cancelled."""

    def tells(self, sentence: str) -> bool:
        """Whether a failure is said."""
        return True

    def stopped(self, session: Session) -> None:
        """The command was cancelled."""
        self.gave_up(session)

    def _is_mine(self) -> bool:
        return self.sender() is self._task

    def _hear_result(self, result: dict[str, object]) -> None:
        if self._is_mine() and self._session is not None:
            self.told(self._session, result)

    def _hear_success(self, results: Sequence[dict[str, object]]) -> None:
        if self._is_mine() and self._session is not None:
            self.succeeded(self._session, results)

    def _hear_failure(self, sentence: str) -> None:
        if self._is_mine() and self._session is not None:
            if self.tells(sentence):
                self.failed.emit(sentence)
            self.gave_up(self._session)

    def _hear_cancelling(self) -> None:
        if self._is_mine() and self._session is not None:
            self.stopped(self._session)

    def _end(self) -> None:
        if self._is_mine():
            self._task = None
            self.changed.emit()
