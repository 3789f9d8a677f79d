"""Comparing the replies of the open review, in the background: after an import, and when their page is opened.

Never at the start of the window. A scan that is cancelled leaves the families as they were.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Signal

from qtapp.session import Session
from qtapp.tasks import Task, Tasks


class Scanner(QObject):
    """At most one scan waits or works."""

    changed = Signal()
    """A scan has begun to wait, or is over."""
    failed = Signal(str)
    """A sentence."""

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._task: Task | None = None
        self._session: Session | None = None
        self._declined = False

    @property
    def works(self) -> bool:
        """Whether a scan waits or works."""
        return self._task is not None

    def watch(self, session: Session | None) -> None:
        """Another review is open, or none."""
        self._session, self._task, self._declined = session, None, False

    def start(self) -> None:
        """Compare all replies."""
        session = self._session
        if session is None or session.review.read_only or self.works:
            return
        words = ["replies", str(session.review.path), "--scan"]
        task = self._task = self._tasks.run(QCoreApplication.translate("Scanner", "Compare replies"), words)
        task.succeeded.connect(self._succeeded)
        task.failed.connect(self._failed)
        task.cancelled.connect(self._cancelled)
        task.ended.connect(self._end)
        self.changed.emit()

    def start_if_needed(self) -> None:
        """Compare them unless that is done, or was given up by the reviewer a moment ago."""
        if self._session is not None and not self._declined and self._session.canned.state != "fresh":
            self.start()

    def _succeeded(self) -> None:
        if self._is_mine() and self._session is not None:
            self._session.canned.refresh(None)

    def _failed(self, sentence: str) -> None:
        self._declined = True
        self.failed.emit(sentence)

    def _cancelled(self) -> None:
        self._declined = True

    def _is_mine(self) -> bool:
        """Whether the task is of the review that is open."""
        return self.sender() is self._task

    def _end(self) -> None:
        if self._is_mine():
            self._task = None
            self.changed.emit()
