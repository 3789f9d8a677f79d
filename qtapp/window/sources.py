"""The page of sources in the window: which files are not as they were read, comparing one, and taking it in.

That files have changed is looked at when a review is opened and when the window is come back to, at first by size and
time alone; all else works in the background. Nothing is taken in but what the reviewer has seen the numbers of.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTemporaryDir, QTimer, Signal

from db import edits, sentences
from db.errors import UserError
from db.late import Late
from db.touched import Touched, touched
from qtapp.counted import counted
from qtapp.session import Session, translate
from qtapp.tasks import Tasks
from qtapp.window.background import Background
from qtapp.window.frame import Frame

if TYPE_CHECKING:
    from db import drift
    from db.drift import Drift, Stand
    from db.values import Changes
    from qtapp.sources import page as room
else:
    drift, room = Late("db.drift"), Late("qtapp.sources.page")

SOON = 300
"""Milliseconds after a review is opened before its files are looked at: what is looked at comes first."""
STANDS = ("changed", "emptied", "missing", "unreadable")


class Noticer(Background):
    """Finds out which files are not as they were read."""

    stands_changed = Signal()

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(tasks, parent)
        self.stands: Mapping[int, Stand] = {}
        """Source -> how its file stands, where it is not as it was read."""
        self._touched: Touched | None = None

    def watch(self, session: Session | None) -> None:
        """Another review is open, or none."""
        super().watch(session)
        self.stands, self._touched = {}, None

    def forget(self) -> None:
        """The sources are others now."""
        self._touched = None

    def look(self) -> None:
        """Look at size and time of all files; where one is another than at the last look, at what is in it."""
        if self._session is None or self._session.review.closed or self._session.paused or self.works:
            return  # a window that is being closed may be given the keyboard once more
        now = touched(self._session.review)
        if now == self._touched:
            return
        self._touched = now
        if now:
            self.run(self.tr("Look at the files"), "sources", reads=True)
        else:
            self._say({})

    def tells(self, sentence: str) -> bool:
        """Nobody has asked for it."""
        return False

    def succeeded(self, session: Session, results: Sequence[dict[str, object]]) -> None:
        """Only what is not as it was read is of interest."""
        self._say({int(str(one["id"])): one["stand"] for one in results if one["stand"] in STANDS})  # type: ignore[misc]

    def _say(self, stands: Mapping[int, Stand]) -> None:
        if stands != self.stands:
            self.stands = stands
            self.stands_changed.emit()


class Comparer(Background):
    """Compares a source with its file; the comparison comes in a file."""

    compared = Signal(object)
    """A `Drift`."""

    def start(self, source_id: int, plan: Path, empty: bool) -> None:
        """Compare; `empty`: there may be nothing in the file, or no file."""
        self._plan = plan
        options = ("--although-empty",) if empty else ()
        wanted = ("--source", str(source_id))
        self.run(self.tr("Compare a source"), "update", *wanted, "--dry-run", "--store", str(plan), *options)

    def succeeded(self, session: Session, results: Sequence[dict[str, object]]) -> None:
        """Read it; what could not be compared was told by `problems`."""
        problems = [one for one in (self._task.problems if self._task is not None else ()) if one]
        if not self._plan.exists():
            self.failed.emit("\n".join(problems))
            return
        try:
            found = drift.stored_drift(self._plan)
        except UserError as error:
            self.failed.emit(sentences.error(error, translate))
        else:
            self.compared.emit(found)


class Taker(Background):
    """Takes a comparison in, as it was seen and decided. One action."""

    taken = Signal()

    def start(self, plan: Path, decisions: Path, way: str) -> None:
        """`way` is '' or the option that says what a file with other tickets is."""
        options = ("--plan", str(plan), "--decisions", str(decisions), "--yes", *filter(None, (way,)))
        self.run(self.tr("Take a source in"), "update", *options)
        if self._session is not None and self.works:
            self._session.paused = True

    def succeeded(self, session: Session, results: Sequence[dict[str, object]]) -> None:
        """Show what there is now, and say what was done."""
        problems = self._task.problems if self._task is not None else []
        entry = int(str(results[-1].get("entry") or 0)) if results else 0
        self._resume(session)
        if problems:
            self.failed.emit("\n".join(problems))
        for changes in edits.changes_since(session.review, entry - 1)[:1] if entry else ():
            session.view_message.emit(sentences.summary(changes.summary, translate), "undo")
            self.taken.emit()

    def gave_up(self, session: Session) -> None:
        """Nothing half done was kept."""
        self._resume(session)

    def _resume(self, session: Session) -> None:
        session.paused = False
        session.reload()


class SourcesHost(QObject):
    """Of one window; nothing of the page is loaded before somebody goes there."""

    def __init__(self, window: Frame, tasks: Tasks) -> None:
        super().__init__(window)  # type: ignore[call-overload]
        self._window = window
        self._session: Session | None = None
        self.page: room.SourcesPage | None = None
        self._folder = QTemporaryDir()
        self.noticer, self.comparer, self.taker = Noticer(tasks, self), Comparer(tasks, self), Taker(tasks, self)
        self.ask_batch: Callable[[Drift], str | None] = lambda plan: None
        """Of a file with other tickets: the option that says what it is; None to leave it."""
        for one in (self.noticer, self.comparer, self.taker):
            one.failed.connect(window.say_problem)
        self.noticer.stands_changed.connect(self._show_stands)
        self.comparer.compared.connect(self._show_plan)
        self.taker.taken.connect(self._look_again)
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self.noticer.look)
        window.page_changed.connect(self._say)

    def watch(self, session: Session | None) -> None:
        """Another review is open, or none; the page of the one before is gone."""
        self._session, self.page = session, None
        for one in (self.noticer, self.comparer, self.taker):
            one.watch(session)
        self._show_stands()
        if session is not None:
            session.changed.connect(self._changed)
            self._soon.start()

    def come_back(self) -> None:
        """The window is come back to: somebody may have changed a file meanwhile."""
        if self._session is not None and not self._soon.isActive():
            self.noticer.look()

    def bring(self) -> room.SourcesPage:
        """The page, made where it is not yet."""
        if self.page is None:
            assert self._session is not None
            page = self.page = room.SourcesPage(self._session, self._window)
            page.tickets_wanted.connect(self._window.show_tickets)
            page.compare_wanted.connect(self.compare)
            page.take_wanted.connect(self._take)
            page.mode_changed.connect(self._say)
            self._window.pages.addWidget(page)
            self._window.keys.watch_page(page)
            page.show_stands(self.noticer.stands)
            if self.noticer.stands:
                page.choose(next(iter(self.noticer.stands)))
        return self.page

    def refresh(self) -> None:
        """After an import: the sources are others, and their files are looked at again."""
        if self.page is not None:
            self.page.refresh()
        self.noticer.forget()
        self._soon.start()

    # Comparing, and taking in

    @property
    def _plan(self) -> Path:
        return Path(self._folder.path()) / "plan"

    def compare(self, source_id: int) -> None:
        """Compare a source with its file; of an earlier batch too, whose file is looked at for the newest one alone."""
        reports = self._session.review.sources() if self._session is not None else []
        path = next((one.path for one in reports if one.id == source_id), None)
        if path is not None and not self.comparer.works:
            self._plan.unlink(missing_ok=True)
            stands = {self.noticer.stands.get(one.id) for one in reports if one.path == path}
            self.comparer.start(source_id, self._plan, bool(stands & {"emptied", "missing"}))

    def _show_plan(self, plan: Drift) -> None:
        if plan.nothing:
            self._window.toast.tell(self.tr("{file} is as it was read.").format(file=plan.name))
            self._look_again()
        else:
            self._window.show_page("sources")
            self.bring().show_plan(plan)

    def _take(self) -> None:
        view = self.page.compares if self.page is not None else None
        plan = view.comparing.plan if view is not None else None
        if view is None or plan is None or self.taker.works:
            return
        way = self.ask_batch(plan) if plan.another_batch else ""
        if way is not None:
            decisions = self._plan.with_name("decisions")
            decisions.write_text(json.dumps(view.comparing.decisions(), ensure_ascii=False), encoding="utf-8")
            self.taker.start(self._plan, decisions, way)

    # News

    def _changed(self, changes: Changes) -> None:
        if changes.kind in ("import", "other"):
            self.noticer.forget()
            self._soon.start()

    def _look_again(self) -> None:
        self.noticer.forget()
        self.noticer.look()

    def _show_stands(self) -> None:
        stands = self.noticer.stands
        self._window.bar.say_drift(counted(len(stands), "drifted") if stands else "")
        if self.page is not None:
            self.page.show_stands(stands)

    def _say(self) -> None:
        if self.page is not None and self._window.page() == "sources":
            self._window.toast.stand_over(self.page.toast_place())
            self._window.bar.say(self.page.words())
