"""Checking the labels of the open review, in the background, when a reviewer asks for it.

What comes of it stands in the review: the numbered categories beside a ticket are its offers from then on. No label is
changed. A check that is cancelled leaves the last one as it was.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from qtapp.session import Session
from qtapp.window.background import Background


class LabelCheck(Background):
    """The check of both fields; where one of them gives too little to learn from, that is told by `failed`, and the
    other one is checked all the same."""

    checked = Signal()
    """The review may keep another check now."""
    said = Signal(str)
    """What was done, in a sentence."""

    def start(self) -> None:
        """Check all labels."""
        self.run(self.tr("Check labels"), "labels", "--check")

    def succeeded(self, session: Session, results: Sequence[dict[str, object]]) -> None:
        """Say how many tickets were looked at: a doubt is a place in a ranking, not a count."""
        tickets = max((int(str(one["tickets"])) for one in results), default=0)
        self.said.emit(self.tr("The labels of %Ln tickets are checked: the numbered categories follow.", "", tickets))
        self.checked.emit()

    def gave_up(self, session: Session) -> None:
        """One of the two fields may be checked."""
        self.checked.emit()
