"""Long work in the thread of the window, a slice of it between two events, so that keys are answered meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

SLICE = 0.002
"""Seconds that are worked between two events of the window."""


class Steps(QObject):
    """One work at a time: an iterator that yields every few milliseconds."""

    ended = Signal()
    """The work is done, or was given up by itself."""
    failed = Signal()
    """The work raised an error, which goes its own way; one that was stopped tells nothing."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._work: Iterator[None] | None = None
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self.go_on)

    @property
    def is_active(self) -> bool:
        """Whether a work has begun and is not over."""
        return self._work is not None

    def begin(self, work: Iterator[None]) -> None:
        """Do this, and nothing that was begun before."""
        self._work = work
        self._timer.start()

    def stop(self) -> None:
        """Let go of what is begun."""
        self._timer.stop()
        self._work = None

    def go_on(self) -> None:
        """Do one slice now."""
        work, until = self._work, monotonic() + SLICE
        over = self.failed
        try:
            for _ in work or ():
                if monotonic() > until:
                    over = None
                    return
            over = self.ended
        finally:
            if over is not None:
                self.stop()
                over.emit()
