"""The headless tour: the whole way of a curator on an offscreen window, for machines without a display.

``winnow --tour [--out FOLDER] [--pictures FOLDER] [FILE|FOLDER ...]`` imports (the sample, unless told) into a review
of its own, corrects tickets, undoes one correction, exports, takes pictures, prints paths and totals. It touches
nothing of the user's: settings, review and export go to a temporary folder or to ``--out``.
"""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from time import monotonic

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

import resources
from db import sentences
from db.errors import UserError
from db.review import Review
from db.values import Changes, Status
from qtapp import libraries, settings
from qtapp.app import options
from qtapp.app.program import Program, make_application
from qtapp.session import Session

PATIENCE = 600
"""Seconds that an import or export may take."""
SIZE = (1320, 820)
PEEK = 200
"""Tickets of which the one with the longest thread is on the pictures."""
LOOKS = (("en", "light"), ("zh_CN", "dark"), ("zh_CN", "light"), ("en", "dark"))


class TourError(Exception):
    """The tour could not go on; the message says why."""


def main(arguments: Sequence[str]) -> int:
    """Take the tour; 0 where all of it went well."""
    parser = argparse.ArgumentParser("winnow --tour")
    parser.add_argument("--out", type=Path, help="where to write; a temporary folder unless told")
    parser.add_argument("--pictures", type=Path, help="only take the pictures, into this folder")
    parser.add_argument("paths", type=Path, nargs="*", metavar="FILE|FOLDER")
    asked = parser.parse_args(arguments)
    if missing := libraries.problem():
        print(missing)
        return 1
    out = (asked.out or Path(tempfile.mkdtemp(prefix="winnow-tour-"))).absolute()
    out.mkdir(parents=True, exist_ok=True)
    options.prepare(options.Options(temp_profile=True))
    program = Program(make_application(own_settings=True))
    try:
        Tour(program, out, asked.pictures).take([path.absolute() for path in asked.paths])
    except (TourError, UserError) as error:
        print(f"The tour ended early: {sentences.error(error) if isinstance(error, UserError) else error}")
        return 1
    finally:
        if program.window is not None:
            program.window.close()
        program.end()
    return 0


class Tour:
    """One tour, step by step."""

    def __init__(self, program: Program, out: Path, pictures: Path | None) -> None:
        self._program, self._out, self._pictures = program, out, pictures
        program.reporter.broke.connect(self._broke)
        self._problem = ""

    def take(self, paths: Sequence[Path]) -> None:
        """All of it."""
        data = list(paths) or [Path(shutil.copytree(resources.path("sample"), self._out / "data", dirs_exist_ok=True))]
        self._import(data)
        self._correct()
        if self._pictures is None:
            self._export()
        self._take_pictures(self._pictures or self._out)
        total, reviewed = self._session.counts()
        print(f"Done: {total} tickets, {reviewed} with a status, {len(self._session.review.sources())} sources.")

    @property
    def _session(self) -> Session:
        window = self._program.window
        if window is None or window.session is None:
            raise TourError("no review is open")
        return window.session

    def _broke(self, report: str) -> None:
        self._problem = self._problem or report

    def _until(self, holds: Callable[[], bool]) -> None:
        """Let the window live until something holds."""
        end = monotonic() + PATIENCE
        while not holds():
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
            if monotonic() > end:
                raise TourError("waited in vain")
        QApplication.processEvents()
        if self._problem:
            raise TourError(self._problem)

    def _import(self, data: Sequence[Path]) -> None:
        path = self._out / "tour.winnow"
        path.unlink(missing_ok=True)
        Review.create(path).close()
        settings.set_language(LOOKS[0][0])
        settings.set_theme(LOOKS[0][1])
        self._program.start([path])
        window = self._program.window
        assert window is not None
        window.resize(*SIZE)
        refused: list[str] = []
        window.door.opener.failed.connect(refused.append)
        window.door.opener.add(self._session, data)
        self._wait_for_tasks()
        print(f"Review: {path}")
        for report in self._session.review.sources():
            said = len(report.findings)
            print(f"  {report.name}: {report.tickets} tickets, {said} findings. {sentences.dialect(report.dialect)}")
        QApplication.processEvents()
        for problem in refused:
            print(f"  {problem}")
        if not len(self._session.ids):
            raise TourError("there are no tickets to look at")

    def _wait_for_tasks(self) -> None:
        tasks = self._program.window.tasks if self._program.window is not None else None
        assert tasks is not None
        QApplication.processEvents()
        self._until(lambda: tasks.current is None)

    def _correct(self) -> None:
        """As from the keyboard: another category, a root cause, a status with the move to the next, and one undo."""
        session = self._session
        session.find("is:unreviewed")
        self._until(lambda: session.current is not None)
        ticket = session.current
        assert ticket is not None
        likely = [path for path, _ in session.likely_categories(ticket) if path != ticket.category]
        self._said(session.set_category(likely[0] if likely else ("CDN",)))
        self._said(session.add_cause("配置错误"))
        self._said(session.set_status(Status.REVIEWED, on=True))
        self._said(session.set_status(Status.FLAGGED))
        self._said(session.set_note("回访客户"))
        self._said(session.undo())
        session.find("")
        session.go(ticket.id)

    def _said(self, changes: Changes | None) -> None:
        if changes is None or not changes.entry:
            raise TourError("a correction did nothing")
        print(f"  {sentences.summary(changes.summary)}")

    def _export(self) -> None:
        window = self._program.window
        assert window is not None
        review, target = self._session.review, self._out / "export"
        done: list[object] = []
        failed: list[str] = []
        task = window.tasks.run("Export", ["export", str(review.path), str(target), "--format", "markdown"])
        task.succeeded.connect(done.append)
        task.failed.connect(failed.append)
        self._until(lambda: bool(done or failed))
        self._wait_for_tasks()
        if failed:
            raise TourError(failed[0])
        sources = {report.id: report for report in review.sources()}
        same = sum((target / one.name).read_bytes() == review.content(one.id) for one in sources.values())
        print(f"Export: {target}")
        print(f"  {len(sources)} files, {same} of them byte for byte as they were, the others with the edited lines")

    def _take_pictures(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        print(f"Pictures: {folder}")
        rows = self._session.review.rows([int(one) for one in self._session.ids[:PEEK]])
        self._session.go(max(rows, key=lambda row: (row.turns, -row.id)).id)
        for language, theme in LOOKS if self._pictures is None else LOOKS[:2]:
            settings.set_language(language)
            settings.set_theme(theme)
            self._program.rebuild()
            self._until(lambda: self._session.complete)
            self._take_picture(folder / f"tickets-{language.split('_')[0]}-{theme}.png")

    def _take_picture(self, file: Path) -> None:
        window = self._program.window
        assert window is not None
        assert window.tickets is not None
        window.resize(*SIZE)
        QApplication.processEvents()
        window.tickets.pane.settle()
        QApplication.processEvents()
        if not window.grab().save(str(file)):
            raise TourError(f"{file} could not be written")
        print(f"  {file.name}")
