"""What the log is told of the window: actions with their duration, changes and searches by the number of their tickets,
reviews, work in the background, warnings of Qt, errors. Never a text: see `db.logs`.

Begins when the window has been painted, so that no start waits for it.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QTimer,
    QtMsgType,
    SignalInstance,
    qInstallMessageHandler,
    qVersion,
)
from PySide6.QtGui import QGuiApplication

from db import figures, logs
from db.values import Changes
from qtapp import settings
from qtapp.actions import Actions
from qtapp.errors import Reporter
from qtapp.kit import theme
from qtapp.session import Session
from qtapp.tasks import Task
from qtapp.window.main import MainWindow

if TYPE_CHECKING:
    Handler = Callable[[QtMsgType, QMessageLogContext, str], object]

_WHERE = re.compile(r"Q\w*(::~?\w+)+|Q[A-Z]\w+(?=[:( ])")
"""How messages of Qt begin that say where they come from; whatever follows may be text of a ticket."""
_KINDS = {
    QtMsgType.QtWarningMsg: "warning",
    QtMsgType.QtCriticalMsg: "critical",
    QtMsgType.QtFatalMsg: "fatal",
}


class Watched(Protocol):
    """The program, as far as its log knows it."""

    window: MainWindow | None
    actions: Actions | None
    reporter: Reporter
    made: SignalInstance
    """There is another window."""


class Logbook(QObject):
    """Watches a program until `end`."""

    def __init__(self, program: Watched) -> None:
        super().__init__(program)  # type: ignore[call-overload]
        self._program = program
        self._action, self._since = "", 0.0
        self._tasks: dict[int, float] = {}
        self._ended = QTimer(self, singleShot=True, interval=0)
        self._ended.timeout.connect(self._say_action)
        logs.begin("window", qt=qVersion(), pyside=pyside_version, screen=_screen())
        self._others: Handler | None = qInstallMessageHandler(self._hear)
        program.reporter.heard.connect(logs.broke)
        program.made.connect(self._follow)
        self._follow()

    def end(self) -> None:
        """The program is over."""
        qInstallMessageHandler(self._others)
        logs.write("end", what="window")

    def _follow(self) -> None:
        """There is another window, in another dress."""
        window, actions = self._program.window, self._program.actions
        assert window is not None
        assert actions is not None
        logs.write("dressed", language=settings.language(), theme=theme.tokens().name)
        actions.beginning.connect(self._begin_action)
        window.session_changed.connect(self._watch)
        window.tasks.started.connect(self._begin_task)
        window.tasks.ended.connect(self._end_task)
        self._watch()

    # Actions

    def _begin_action(self, name: str) -> None:
        """Until the event loop has its turn again, the window is about this action."""
        self._action, self._since = name, time.perf_counter()
        self._ended.start()

    def _say_action(self) -> None:
        logs.took("action", self._since, name=self._action)

    # The review

    def _watch(self) -> None:
        session = self._program.window.session if self._program.window is not None else None
        if session is None or session.property("logged"):
            return
        session.setProperty("logged", True)  # it may go from window to window
        session.closing.connect(self._close)
        session.changed.connect(self._say_change)
        session.shown_changed.connect(self._say_shown)
        session.failed.connect(self._say_failed)
        self._say_review("open", session)

    def _close(self) -> None:
        session = self.sender()
        assert isinstance(session, Session)
        self._say_review("close", session)

    def _say_review(self, event: str, session: Session) -> None:
        logs.write(event, **figures.facts(session.review), writable=int(not session.review.read_only))

    def _say_change(self, changes: Changes) -> None:
        logs.write("changed", kind=changes.kind, code=changes.summary.code, rows=len(changes.ticket_ids))

    def _say_shown(self) -> None:
        session = self.sender()
        assert isinstance(session, Session)
        logs.write("shown", rows=len(session.ids))

    def _say_failed(self) -> None:
        logs.write("refused", code="said")

    # Work in the background

    def _begin_task(self, task: Task) -> None:
        self._tasks[id(task)] = time.perf_counter()
        for outcome, signal in (("done", task.succeeded), ("failed", task.failed), ("cancelled", task.cancelled)):
            signal.connect(lambda *_, outcome=outcome: task.setProperty("outcome", outcome))

    def _end_task(self, task: Task) -> None:
        start = self._tasks.pop(id(task), time.perf_counter())
        logs.took("task", start, name=task.command, outcome=str(task.property("outcome")))

    # Messages of Qt

    def _hear(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if kind in _KINDS:
            where = _WHERE.match(message)
            logs.write("qt", kind=_KINDS[kind], of=context.category or "", at=where[0] if where else "")
        if self._others is not None:
            self._others(kind, context, message)
        elif sys.stderr is not None:
            print(message, file=sys.stderr)


def _screen() -> str:
    screen = QGuiApplication.primaryScreen()
    size = screen.size()
    return f"{size.width()}x{size.height()}@{screen.devicePixelRatio():g}"
