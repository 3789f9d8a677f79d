"""Comparing the replies of the open review, in the background: after an import, and when their page is opened.

Never at the start of the window. A scan that is cancelled leaves the families as they were.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject

from qtapp.session import Session
from qtapp.tasks import Tasks
from qtapp.window.background import Background


class Scanner(Background):
    """The scan."""

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(tasks, parent)
        self._declined = False

    def watch(self, session: Session | None) -> None:
        """Another review is open, or none."""
        super().watch(session)
        self._declined = False

    def start(self) -> None:
        """Compare all replies."""
        self.run(QCoreApplication.translate("Scanner", "Compare replies"), "replies", "--scan")

    def start_if_needed(self) -> None:
        """Compare them unless that is done, or was given up by the reviewer a moment ago."""
        if self._session is not None and not self._declined and self._session.canned.state != "fresh":
            self.start()

    def succeeded(self, session: Session, results: Sequence[dict[str, object]]) -> None:
        """The families are others now."""
        session.canned.refresh(None)

    def gave_up(self, session: Session) -> None:
        """Not again by itself."""
        self._declined = True
