"""Checking the labels of the open review, in the background, when a reviewer asks for it.

What comes of it stands in the review: the numbered categories beside a ticket are its offers from then on. No label is
changed. A check that is cancelled leaves the last one as it was.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from qtapp.session import Session
from qtapp.tasks import Task, Tasks


class LabelCheck(QObject):
    """At most one check waits or works."""

    checked = Signal()
    """The review keeps another check now."""
    said = Signal(str)
    """What was found, in a sentence."""
    failed = Signal(str)
    """A sentence: there is too little to learn from, or the review could not be written."""

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._task: Task | None = None
        self._session: Session | None = None

    @property
    def works(self) -> bool:
        """Whether a check waits or works."""
        return self._task is not None

    def watch(self, session: Session | None) -> None:
        """Another review is open, or none; a check of the one before goes on unheard."""
        self._session, self._task = session, None

    def start(self) -> None:
        """Check all labels, of both fields."""
        session = self._session
        if session is None or session.review.read_only or self.works:
            return
        task = self._task = self._tasks.run(self.tr("Check labels"), ["labels", str(session.review.path), "--check"])
        task.succeeded.connect(self._succeeded)
        task.failed.connect(self._failed)
        task.ended.connect(self._end)

    def _succeeded(self, results: list[dict[str, object]]) -> None:
        if self.sender() is not self._task:
            return
        tickets = max((int(str(one["tickets"])) for one in results), default=0)
        self.said.emit(self.tr("The labels of %Ln tickets are checked: the numbered categories follow.", "", tickets))
        self.checked.emit()

    def _failed(self, sentence: str) -> None:
        """Of one field perhaps: the other one is checked all the same."""
        if self.sender() is self._task:
            self.failed.emit(sentence)
            self.checked.emit()

    def _end(self) -> None:
        if self.sender() is self._task:
            self._task = None
