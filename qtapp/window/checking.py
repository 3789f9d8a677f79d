"""Checking the labels of the open review, in the background: after an import, and when a reviewer asks for it.

What comes of it stands in the review: the numbered categories beside a ticket are its offers from then on. No label is
changed. A check that is cancelled leaves the last one as it was, and none begins by itself again.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from db.late import Late
from qtapp import settings
from qtapp.session import Session
from qtapp.tasks import Tasks
from qtapp.window.background import Background

if TYPE_CHECKING:
    from db import labels
else:
    labels = Late("db.labels")


class LabelCheck(Background):
    """The check of both fields; where one of them gives too little to learn from, the other one is checked all the
    same. That is told by `failed` to who asked for the check; the page of labels says it anyway."""

    checked = Signal()
    """The review may keep another check now."""
    said = Signal(str, str)
    """What was done, in a sentence, and the action that leads to it."""

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(tasks, parent)
        self._asked = self._declined = False
        self.is_put_off = False
        """Whether it was stopped for another window's sake, which begins it again."""

    def watch(self, session: Session | None) -> None:
        """Another review is open, or none."""
        super().watch(session)
        self._asked = self._declined = False

    def start(self) -> None:
        """Check all labels."""
        self._asked, self._declined = True, False
        self._begin()

    def start_by_itself(self) -> None:
        """Check them after an import, unless nobody wants that or there is nothing to learn from."""
        if self._session is not None and settings.checks_labels() and not self._declined and self._can_learn():
            self._asked = self._asked and self.works
            self._begin()

    def put_off(self) -> None:
        """Stop it where it works, so that nobody has to wait for its end; what was done of it is done again."""
        if self._task is not None and self._tasks.current is self._task:
            self.is_put_off = True
            self._task.cancel()

    def take_up(self, other: LabelCheck) -> None:
        """Begin again what was put off in a window before."""
        if other.is_put_off:
            self._asked = other._asked
            self._begin()

    def _begin(self) -> None:
        self.run(self.tr("Check labels"), "labels", "--check")

    def _can_learn(self) -> bool:
        return not all(self._lacking())

    def _lacking(self) -> list[bool]:
        """Of each field whether there is too little to learn from."""
        assert self._session is not None
        return [labels.lacking(self._session.review, field) is not None for field in labels.FIELDS]

    def tells(self, sentence: str) -> bool:
        """Of a check that began by itself it is no news that one of the fields gives too little."""
        return self._asked or not any(self._lacking())

    def succeeded(self, session: Session, results: Sequence[dict[str, object]]) -> None:
        """Say how many tickets were looked at: a doubt is a place in a ranking, not a count."""
        tickets = max((int(str(one["tickets"])) for one in results), default=0)
        words = self.tr("The labels of %Ln tickets are checked.", "", tickets)
        self.said.emit(words, "labels_doubtful")
        self.checked.emit()

    def gave_up(self, session: Session) -> None:
        """One of the two fields may be checked."""
        self.checked.emit()

    def stopped(self, session: Session) -> None:
        """Not again by itself, where the reviewer has stopped it."""
        self._declined = not self.is_put_off
        super().stopped(session)
