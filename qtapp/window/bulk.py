"""An action on very many tickets, and its undo and redo: done in the background, so that the window goes on meanwhile.

While it waits or works nothing else is changed: what comes after it would come before it, or wait for its lock.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTemporaryDir

from db import edits, sentences
from qtapp.far import Far
from qtapp.session import Session, translate
from qtapp.steps import Steps
from qtapp.tasks import Tasks
from qtapp.window.background import Background

PAGE = 5000
"""Tickets written down between two breaths."""


class Bulk(Background):
    """At most one such action at a time; each is one action of the log."""

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(tasks, parent)
        self._folder: QTemporaryDir | None = None
        self._offer = ""
        self._entry = 0
        self._command: list[str] = []
        self._listing = Steps(self)
        self._listing.ended.connect(self._run)
        self._listing.failed.connect(self._let_go)
        self._reading = Steps(self)
        self._reading.ended.connect(self._take_in)
        self._reading.failed.connect(self._take_in)  # what could not be read ahead is read then

    def watch(self, session: Session | None) -> None:
        """Another review is open, or none."""
        super().watch(session)
        self._stop()
        if session is not None:
            session.far = self.start
            session.closing.connect(self._stop)

    def _stop(self) -> None:
        self._listing.stop()
        self._reading.stop()

    def start(self, far: Far) -> None:
        """Do it. Tickets, families and plan go by a file: a call has no room for so many."""
        session = self._session
        if session is None or self.works:
            return
        session.hold(True)
        self._offer = far.offer
        self._command = [far.command, f"--reviewer={session.review.reviewer}", *far.options]
        self._listing.begin(self._list(far))
        self._listing.go_on()

    def _list(self, far: Far) -> Iterator[None]:
        """Write down tickets, families and plan, with a breath every few milliseconds."""
        self._folder = self._folder or QTemporaryDir()
        folder = Path(self._folder.path())
        if far.tickets:
            with (folder / "tickets").open("w", encoding="utf-8") as file:
                for at in range(0, len(far.tickets), PAGE):
                    file.writelines(f"{one}\n" for one in far.tickets[at : at + PAGE])
                    yield
            self._command += ["--ids", str(folder / "tickets")]
        if far.families:
            (folder / "families").write_text("\n".join(far.families), encoding="utf-8")
            self._command += ["--families", str(folder / "families")]
        if far.plan:
            (folder / "plan").write_text(far.plan, encoding="utf-8")
            self._command += ["--plan", str(folder / "plan")]

    def _run(self) -> None:
        self.run(self.tr("Changing tickets"), *self._command)
        if self._task is not None:
            self._task.is_whole = True
        else:
            self._let_go()

    def _let_go(self) -> None:
        if self._session is not None:
            self._session.hold(False)

    def succeeded(self, session: Session, results: Sequence[dict[str, object]]) -> None:
        """Take it in, what is much of it in slices, and say it in the words of any action."""
        self._entry = int(str(results[0]["entry"] or 0)) if results else 0
        self._reading.begin(session.catching_up())
        self._reading.go_on()

    def _take_in(self) -> None:
        session = self._session
        if session is None:
            return
        session.hold(False)
        done = edits.one_of_log(session.review, self._entry) if self._entry else None
        if done is not None:
            session.view_message.emit(sentences.summary(done.summary, translate), self._offer)

    def gave_up(self, session: Session) -> None:
        """Nothing of it was kept."""
        self._let_go()
