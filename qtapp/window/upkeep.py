"""Upkeep of the open review while nobody works: see `db.upkeep`. A child process does it; any key or button stops it.

Nothing is said of it: nobody asked for it, and it takes nothing from anybody.
"""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

from db.late import Late
from qtapp.actions import Actions
from qtapp.session import Session
from qtapp.tasks import Tasks
from qtapp.window.background import Background

if TYPE_CHECKING:
    from db import upkeep
else:
    upkeep = Late("db.upkeep")

IDLE = 90.0
"""Seconds without a key, a button, a change and work in the background, after which it may begin."""
LOOK = 15_000
"""Milliseconds between two looks whether they are over."""

_SIGNS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
        QEvent.Type.Drop,
    }
)
"""What somebody does who is there."""


class Host(Protocol):
    """The window, as far as its upkeep knows it: a QMainWindow."""

    actions_table: Actions


class Upkeep(Background):
    """Once for each time that nobody works, where enough is to be done."""

    def __init__(self, window: Host, tasks: Tasks) -> None:
        super().__init__(tasks, window)  # type: ignore[arg-type]
        self._last = monotonic()
        self._done = False
        self._followed: QObject | None = None
        self.idle = IDLE
        self._looks = QTimer(self)
        self._looks.setInterval(LOOK)
        self._looks.timeout.connect(self.look)
        # a key that is an action does not come to the window as a key
        window.actions_table.beginning.connect(self.wake)
        tasks.ended.connect(self._rest)

    def watch(self, session: Session | None) -> None:
        """Another review is open, or none."""
        super().watch(session)
        self.wake()
        if session is None:
            self._looks.stop()
        else:
            session.changed.connect(self.wake)
            session.shown_changed.connect(self.wake)
            session.current_changed.connect(self.wake)
            self._looks.start()

    def wake(self) -> None:
        """Somebody is there: what works is stopped, it ends with the step that it is at."""
        self._last, self._done = monotonic(), False
        task = self._task
        if task is not None and task is self._tasks.current:
            task.cancel()
        elif task is not None:
            QTimer.singleShot(0, self, self.wake)  # it is about to begin

    def _rest(self) -> None:
        """Work in the background is over."""
        self._last = monotonic()

    def look(self) -> None:
        """Begin, where nobody has worked for long enough and there is something to do."""
        self._follow()
        session = self._session
        if session is None or self._done or self._is_busy(session) or monotonic() - self._last < self.idle:
            return
        self._done = True
        if upkeep.is_due(session.review):
            self.run(QCoreApplication.translate("Upkeep", "Tidying the review"), "tidy")
            assert self._task is not None
            self._task.is_quiet = True

    def _is_busy(self, session: Session) -> bool:
        asked = QApplication.activeModalWidget() is not None or QApplication.activePopupWidget() is not None
        return asked or session.paused or self.works or self._tasks.is_busy

    def tells(self, sentence: str) -> bool:
        """A review that cannot be tidied is told by whatever comes next."""
        return False

    def _follow(self) -> None:
        """Hear what comes to the window; by now it has been on the screen, and no start waits for this."""
        window = self.parent()
        assert isinstance(window, QMainWindow)
        handle = window.windowHandle()
        if handle is not None and handle is not self._followed:
            self._followed = handle
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS:
            self.wake()
        return False
