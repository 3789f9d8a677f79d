"""Long work, in a child process that runs the command line: import, export, rebuilding the index, restoring.

A thread would hold the interpreter and stall the window; a child does not, and can be stopped at any moment because
every step of it is a transaction of its own. One child at a time; others wait for their turn.
"""

from __future__ import annotations

import json
import os
import sys
from collections import deque
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from db import sentences
from db.errors import UserError
from db.values import Step

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 5000
"""Milliseconds that a cancelled child has to put things in order before it is ended."""
NICENESS = 5
"""By how much a child comes after the window; more, and beside a busy program it hardly gets on."""
DRIFTED = ("drift.waiting", "drift.another_batch")
"""What is said of a changed source: no problem, but a matter of the page of sources."""


def translate(text: str) -> str:
    """A sentence of the library in the language of the window."""
    return QCoreApplication.translate("db", text)


def program() -> tuple[str, list[str]]:
    """The program that runs the command line: this interpreter, or the frozen program itself."""
    return sys.executable, [] if getattr(sys, "frozen", False) else ["-m", "qtapp"]


def give_way(child: int) -> None:
    """Leave one processor, where there are several, to the window: however busy a child is, the next frame is on time.

    Measured on two processors, medians of 12 imports: the longest gap between two frames is 1.4 to 1.7 x that of an
    idle window without this, 1.3 to 1.5 with less priority alone, 1.05 to 1.2 so. The import takes 14 % longer there;
    where there are more processors it has enough of them.
    """
    if not child or sys.platform == "win32":
        return  # over already; 0 would be ourselves
    with suppress(OSError):
        os.setpriority(os.PRIO_PROCESS, child, NICENESS)
        if sys.platform == "linux":
            processors = sorted(os.sched_getaffinity(child))
            os.sched_setaffinity(child, processors[1:] or processors)


class Task(QObject):
    """One run of the command line: news while it works, then exactly one of `succeeded`, `failed` and `cancelled`."""

    progressed = Signal(object)
    """A `values.Step`."""
    told = Signal(object)
    """One result object, as soon as it is there."""
    succeeded = Signal(object)
    """The list of the result objects that the command printed."""
    failed = Signal(str)
    """A sentence."""
    cancelled = Signal()
    ended = Signal()
    """After any of the three."""

    def __init__(self, name: str, arguments: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.command = next(iter(arguments), "")
        """The word of the command line that it runs."""
        self.is_quiet = False
        """Whether nobody asked for it and nothing is said of it, neither while it works nor where it is stopped."""
        self.is_whole = False
        """Whether its result is told once all is done: where it is, a wish to stop came too late."""
        self.step = Step("", 0, 0)
        self.problems: list[str] = []
        """What the command could not do though it went on, in sentences."""
        self.drifted: list[str] = []
        """Files that it left as they are because they have changed since they were read."""
        self._results: list[Mapping[str, object]] = []
        self._error = ""
        self.code = ""
        """The code of the error that it failed with, '' for none that the library knows."""
        self._stopping = False
        self._over = False
        self._process = QtCore.QProcess(self)
        self._process.setProgram(program()[0])
        self._process.setArguments([*program()[1], *arguments, "--progress-json"])
        self._process.setProcessEnvironment(_environment())
        self._process.started.connect(self._give_way)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._finish)
        self._process.errorOccurred.connect(self._could_not_start)
        self._ending = QTimer(self, singleShot=True, interval=PATIENCE)
        self._ending.timeout.connect(self._process.kill)

    def start(self) -> None:
        """Start the child."""
        if not self._over:
            self._process.start()

    def cancel(self) -> None:
        """Ask the child to stop; it is ended where it does not listen."""
        if self._over:
            return
        self._stopping = True
        if self._process.state() == QtCore.QProcess.ProcessState.NotRunning:
            self._end()
            return
        self._process.write(b"cancel\n")
        self._ending.start()

    def stop(self) -> None:
        """Cancel and wait until the child is gone, for a window that closes."""
        self.cancel()
        running = self._process.state() != QtCore.QProcess.ProcessState.NotRunning
        if running and not self._process.waitForFinished(PATIENCE):
            self._process.kill()
            self._process.waitForFinished(PATIENCE)

    def _give_way(self) -> None:
        give_way(int(self._process.processId()))

    def _read(self) -> None:
        while self._process.canReadLine():
            self._take(bytes(self._process.readLine().data()))

    def _take(self, line: bytes) -> None:
        try:
            news = json.loads(line)
        except ValueError:
            return  # a library that prints is no reason to fail
        if step := news.get("step"):
            self.step = Step(str(step["stage"]), int(step["done"]), int(step["total"]), str(step.get("subject", "")))
            self.progressed.emit(self.step)
        elif error := news.get("error"):
            self.code = str(error["code"])
            self._error = sentences.error(UserError(str(error["code"]), **error.get("data", {})), translate)
        elif (problem := news.get("result", {}).get("problem")) and problem["code"] in DRIFTED:
            self.drifted.append(str(problem["data"]["file"]))
        elif problem:
            self.problems.append(sentences.error(UserError(problem["code"], **problem["data"]), translate))
        elif "result" in news:
            self._results.append(news["result"])
            self.told.emit(news["result"])

    def _finish(self, code: int, status: QtCore.QProcess.ExitStatus) -> None:
        self._read()
        said = bool(self._results or self.problems or self.drifted)
        if self.is_whole and code == 0 and self._results:
            self._stopping = False
        broken = status is QtCore.QProcess.ExitStatus.CrashExit or (code != 0 and not said)
        if broken and not self._error and not self._stopping:
            last = bytes(self._process.readAllStandardError().data()).decode(errors="replace").strip().splitlines()
            self._error = self.tr("{name} stopped unexpectedly. Nothing half done was kept. {detail}").format(
                name=self.name, detail=last[-1] if last else ""
            )
        self._end()

    def _could_not_start(self, error: QtCore.QProcess.ProcessError) -> None:
        if error is QtCore.QProcess.ProcessError.FailedToStart:
            self._error = self.tr("{name} could not be started: {detail}").format(
                name=self.name, detail=self._process.errorString()
            )
            self._end()

    def _end(self) -> None:
        if self._over:
            return
        self._over = True
        self._ending.stop()
        if self._stopping:
            self.cancelled.emit()
        elif self._error:
            self.failed.emit(self._error)
        else:
            self.succeeded.emit(self._results)
        self.ended.emit()


def _environment() -> QtCore.QProcessEnvironment:
    """The child's: it must find this package wherever it is started, and print UTF-8 everywhere."""
    environment = QtCore.QProcessEnvironment.systemEnvironment()
    known = environment.value("PYTHONPATH")
    environment.insert("PYTHONPATH", f"{ROOT}{':' if sys.platform != 'win32' else ';'}{known}" if known else str(ROOT))
    environment.insert("PYTHONIOENCODING", "utf-8")
    return environment


class Tasks(QObject):
    """The queue: one task works, the others wait."""

    started = Signal(object)
    """A `Task` has begun."""
    ended = Signal(object)
    """A `Task` is over, however it ended."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.current: Task | None = None
        self._waiting: deque[Task] = deque()

    @property
    def is_busy(self) -> bool:
        """Whether a task works or waits."""
        return self.current is not None or bool(self._waiting)

    def run(self, name: str, arguments: Sequence[str]) -> Task:
        """A task that is started as soon as no other works; connect to it before the event loop goes on."""
        task = Task(name, arguments, self)
        task.ended.connect(self._next)
        self._waiting.append(task)
        QTimer.singleShot(0, self._start)
        return task

    def _start(self) -> None:
        if self.current is None and self._waiting:
            self.current = self._waiting.popleft()
            self.started.emit(self.current)
            self.current.start()

    def _next(self) -> None:
        over, self.current = self.current, None
        if over is not None:
            self.ended.emit(over)
            over.deleteLater()
        self._start()

    def cancel(self) -> None:
        """Cancel what works now."""
        if self.current is not None:
            self.current.cancel()

    def stop(self) -> None:
        """Cancel everything and wait until no child is left."""
        self._waiting.clear()
        if self.current is not None:
            self.current.stop()
