"""A review that may be damaged, over a window: looked at when it is opened, checked, repaired, recovered.

The look is a thread of some milliseconds with a connection of its own; all else is the command line in the background.
Loaded when the window has been painted, or when a review does not open.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QDialog

from db import sentences
from db.errors import UserError
from db.late import Late
from db.review import Review, backups_of
from db.values import Step, Summary
from qtapp.counted import counted
from qtapp.session import Session, translate
from qtapp.tasks import Task
from qtapp.window.main import MainWindow
from qtapp.window.words import stage_words

if TYPE_CHECKING:
    from db import soundness
    from qtapp.dialogs import damaged, mending
else:
    soundness = Late("db.soundness")
    damaged, mending = Late("qtapp.dialogs.damaged"), Late("qtapp.dialogs.mending")

BEAT, PATIENCE = 20, 5.0
"""Milliseconds between two questions whether the look is done; seconds that closing a review waits for it."""
LATER = 1000
"""Milliseconds until it is asked again whether an import is over."""
NAMED = 5
"""Findings of the look that the status bar says; the message says the first, and a check all."""
ACTION = "check_review"
Results = Sequence[Mapping[str, object]]


class _Look(threading.Thread):
    """Runs the quick check; `found` is there when it is over."""

    def __init__(self, review: Review) -> None:
        super().__init__(daemon=True)
        self._review = review
        self.found: Sequence[Summary] = ()

    def run(self) -> None:
        try:
            with self._review.twin() as review:
                self.found = soundness.quick_check(review)
        except UserError:
            return  # whoever uses the review is told


class Mending(QObject):
    """Of one window; `show` opens a sheet over it."""

    def __init__(self, window: MainWindow, show: Callable[[QDialog], None]) -> None:
        super().__init__(window)
        self._window, self._show = window, show
        self._look: _Look | None = None
        self._looked_at: Session | None = None
        self._beat = QTimer(self, interval=BEAT)
        self._beat.timeout.connect(self._hear)
        self._soon = QTimer(self, singleShot=True, interval=LATER)
        self._soon.timeout.connect(self.look)
        self._task: Task | None = None
        self._sheet: mending.MendingSheet | None = None
        self._path = Path()
        self._then: Callable[[], None] | None = None
        window.bar.trouble.clicked.connect(window.actions_table[ACTION].trigger)
        window.session_changed.connect(self._forget)

    def _forget(self) -> None:
        """Another review is open, or none: nothing is known of it."""
        self._looked_at = None
        self._say_trouble([])

    # The look on opening

    def look(self) -> None:
        """Run the quick form of the check on the open review, and say what it finds."""
        session = self._window.session
        if session is None or session.review.closed or session is self._looked_at:
            return
        if session.paused:  # what is half imported is not yet what it will be
            self._soon.start()
            return
        self._wait()
        self._looked_at = session
        session.closing.connect(self._wait)
        self._look = _Look(session.review)
        self._look.start()
        self._beat.start()

    def _hear(self) -> None:
        look = self._look
        if look is None or look.is_alive():
            return
        self._beat.stop()
        self._look = None
        if look.found and self._looked_at is self._window.session:
            self._say_trouble(look.found)
            key = self._window.actions_table.shown_key(ACTION)
            first = sentences.summary(look.found[0], translate)
            advice = self.tr("The review is damaged. Check all of it, and repair what can be.")
            label = self._window.actions_table[ACTION].text()
            self._window.toast.warn(f"{first}\n{advice}", ACTION, label, key)

    def _wait(self) -> None:
        """The review is being closed: its last connection has to be that of the window, which tidies up."""
        if self._look is not None:
            self._look.join(PATIENCE)
            self._look = None
            self._beat.stop()

    def _say_trouble(self, found: Sequence[Summary]) -> None:
        key = self._window.actions_table.shown_key(ACTION)
        words = self.tr("Damaged: check and repair") + (f"  {key}" if key else "")
        whole = "\n".join(sentences.summary(one, translate) for one in found[:NAMED])
        self._window.bar.say_trouble(words if found else "", whole)

    # Work with a sheet over it

    def _work(self, name: str, words: Sequence[str], heading: str, said: str, then: Callable[[Results], None]) -> None:
        """Run a command; the sheet shows how far it is, and `then` what came of it."""
        sheet = self._sheet
        if sheet is None:
            sheet = self._sheet = mending.MendingSheet(self._window)
            sheet.stopped.connect(self._stop)
            sheet.answered.connect(self._answer)
            sheet.finished.connect(self._close)
            self._show(sheet)
        sheet.work(heading, said)
        task = self._task = self._window.tasks.run(name, words)
        task.progressed.connect(self._step)
        task.succeeded.connect(then)
        task.failed.connect(self._fail)
        task.ended.connect(self._end)

    def _step(self, step: Step) -> None:
        if self._sheet is not None:
            self._sheet.show_step(stage_words(step), step.done / step.total if step.total else 0.0)

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _end(self) -> None:
        self._task = None

    def _fail(self, sentence: str) -> None:
        """Say it in the sheet; a file that is beyond repair can be recovered, or a backup can come back."""
        sheet, code = self._sheet, self._task.code if self._task is not None else ""
        if sheet is None:
            self._window.say_problem(sentence)
        elif code == "review.corrupt" and self._window.session is not None:
            sheet.accept()
            self._window.say_problem(sentence)
            self._offer(self._window.session.review.path, opens=True, known=True)
        else:
            sheet.tell(self.tr("It could not be done"), sentence, [])

    def _answer(self) -> None:
        then, self._then = self._then, None
        if then is not None:
            then()

    def _close(self) -> None:
        self._sheet = self._then = None

    # Checking and repairing

    def check(self) -> None:
        """Check all of the open review."""
        session = self._window.session
        if session is None or self._sheet is not None or self._task is not None:
            return
        self._window.toast.hide()
        said = self.tr("Everything is compared: the file with itself, tickets with their sources, values with the log.")
        words = ["check", str(session.review.path)]
        self._work(self.tr("Check the review"), words, self.tr("Checking the review"), said, self._checked)

    def _checked(self, results: Results) -> None:
        session, sheet = self._window.session, self._sheet
        if session is None or sheet is None:
            return
        found = [_summary(one) for one in results]
        self._say_trouble(found)
        if not found:
            tickets = counted(session.counts()[0], "tickets")
            sources = counted(session.review.source_count(), "sources")
            said = self.tr("All of it is as it should be: {tickets} of {sources}, their history, and the search.")
            sheet.tell(self.tr("The review is sound"), said.format(tickets=tickets, sources=sources), [])
            return
        heading = self.tr("%Ln things are wrong", "", len(found))
        if session.review.read_only:
            said, answer = self.tr("The review is open to be read only, so it cannot be repaired here."), ""
        else:
            said, answer = (
                self.tr("Repairing copies the review first, then makes right what can be."),
                self.tr("Repair"),
            )
        self._then = self.repair
        sheet.tell(heading, said, _sentences(found), answer)

    def repair(self) -> None:
        """Put right what can be; the library copies the review first."""
        session = self._window.session
        if session is None:
            return
        session.paused = True
        said = self.tr("A copy of the review is made first. Where you cancel, the review stays as it was.")
        words = ["check", str(session.review.path), "--repair", "--reviewer", session.review.reviewer]
        self._work(self.tr("Repair the review"), words, self.tr("Repairing the review"), said, self._repaired)
        assert self._task is not None
        self._task.ended.connect(self._refresh)

    def _refresh(self) -> None:
        """All that is shown is read again: the list, the ticket, what can be undone."""
        session = self._window.session
        if session is not None:
            session.paused = False
            session.reload()

    def _repaired(self, results: Results) -> None:
        session, sheet = self._window.session, self._sheet
        if session is None or sheet is None:
            return
        said = [_summary(one) for one in results]
        left = [one for one in said if one.code.startswith("check.")]
        done = [one for one in said if one not in left]
        self._say_trouble(left)
        if not left:
            sheet.tell(self.tr("The review is sound again"), self.tr("This was done:"), _sentences(done))
            return
        self._path = session.review.path
        self._then = self._recover_path
        words = self.tr(
            "%Ln things are still wrong. A new review of all that can be read may be better.", "", len(left)
        )
        answer = self.tr("Recover what can be read…")
        sheet.tell(self.tr("Not all could be repaired"), words, _sentences([*done, *left]), answer)

    # What does not open

    def offer(self, path: Path, error: UserError) -> None:
        """A review does not open because it is damaged: say what can be done."""
        self._offer(path, opens=False, known=error.code == "review.corrupt")

    def _offer(self, path: Path, *, opens: bool, known: bool) -> None:
        self._path = path
        sheet = damaged.DamagedSheet(path.name, backups_of(path), self._window, opens=opens, known=known)
        sheet.recover_wanted.connect(self._recover_soon)
        sheet.chosen.connect(self._restore)
        self._show(sheet)

    def _recover_soon(self) -> None:
        """When the sheet before is gone, which gives the keyboard back to the window."""
        QTimer.singleShot(0, self, self._recover_path)

    def _recover_path(self) -> None:
        """Make a new review of what can be read, beside the damaged one, and open it."""
        self._window.toast.hide()
        said = self.tr("A new review is written beside {file}, which is not touched.").format(file=self._path.name)
        words = ["recover", str(self._path)]
        self._work(self.tr("Recover"), words, self.tr("Reading what can be read"), said, self._recovered)

    def _recovered(self, results: Results) -> None:
        done, sheet = results[-1], self._sheet
        path = Path(str(done["recovered"]))
        if sheet is not None:
            tickets, sources, actions = (int(str(done[name])) for name in ("tickets", "sources", "actions"))
            said = self.tr("{tickets} of {sources} and {actions} of the log are in {file}, which is open now.").format(
                tickets=counted(tickets, "tickets"),
                sources=counted(sources, "sources"),
                actions=self.tr("%Ln actions", "", actions),
                file=path.name,
            )
            sheet.tell(self.tr("A new review was made"), said, _sentences([_summary(one) for one in results[:-1]]))
        self._open_soon(path)

    def _restore(self, backup: Path) -> None:
        self._window.toast.hide()
        task = self._window.tasks.run(self.tr("Restore"), ["restore", str(self._path), str(backup)])
        task.succeeded.connect(self._restored)
        task.failed.connect(self._window.say_problem)

    def _restored(self, results: Results) -> None:
        session = self._window.session
        if session is not None and session.review.path == self._path:
            session.reload()
        else:
            self._open_soon(self._path)
        self._window.toast.say(self.tr("The backup is back. What was there before is kept beside the backups."))

    def _open_soon(self, path: Path) -> None:
        """When the work is over: opening a review ends what works."""
        QTimer.singleShot(0, self, lambda: self._window.door.open_one(path))


def _summary(one: Mapping[str, object]) -> Summary:
    data = one.get("data")
    return Summary(str(one["code"]), data if isinstance(data, Mapping) else {})


def _sentences(said: Sequence[Summary]) -> list[str]:
    return [sentences.summary(one, translate) for one in said]
