"""`Program`: the application around its window. Theme and language hold for the whole program; switching one of them
makes the window anew around the same review, so that no widget has to change its words or colours while it lives.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

import resources
from db import __version__
from db.late import Late
from qtapp import language, settings
from qtapp.actions import Actions
from qtapp.app import options
from qtapp.app.sheets import Sheets
from qtapp.errors import Reporter
from qtapp.kit import icons, paint, theme
from qtapp.kit.collecting import Collector
from qtapp.kit.guard import KeyGuard
from qtapp.kit.painted import AfterPaint
from qtapp.window.main import MainWindow
from qtapp.window.state import recent_reviews

if TYPE_CHECKING:
    from qtapp.app import logbook
    from qtapp.window import frames
else:
    frames = Late("qtapp.window.frames")
    logbook = Late("qtapp.app.logbook")

NAME = "Winnow"


def run(arguments: Sequence[str]) -> int:
    """Open the window on paths, on the review that was open last, or on the welcome page; returns the exit code."""
    try:
        asked = options.parse(arguments)
    except options.UsageError as error:
        print(error, file=sys.stderr, end="")
        return 2
    options.prepare(asked)
    app = make_application(asked.temp_profile)
    program = Program(app, asked.debug)
    program.start(asked.paths)
    assert program.window is not None
    AfterPaint(program.window, program.keep_log, program)
    gc.freeze()
    code = app.exec()
    program.end()
    return code


def make_application(own_settings: bool = False) -> QApplication:
    """The application, with its name, its icon and the guard of single keys."""
    app = QApplication([*sys.argv[:1], "-style", "fusion"])
    app.setProperty(theme.STYLED, True)
    app.setOrganizationName(NAME)
    app.setApplicationName(NAME)
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("winnow")
    app.setWindowIcon(QIcon(str(resources.path("winnow.svg"))))
    if own_settings:
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        folder = os.environ["XDG_CONFIG_HOME"]
        for form in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
            QSettings.setPath(form, QSettings.Scope.UserScope, folder)
    KeyGuard(app)
    Collector(app)
    return app


class Program(QObject):
    """Holds the one window and its actions."""

    made = Signal()
    """There is another window."""

    def __init__(self, app: QApplication, shows_frames: bool = False) -> None:
        super().__init__(app)
        self._app, self._shows_frames = app, shows_frames
        self.window: MainWindow | None = None
        self.actions: Actions | None = None
        self.sheets: Sheets | None = None
        self._awaited: MainWindow | None = None
        """The window whose work has to end before another one takes its place."""
        self.logbook: logbook.Logbook | None = None
        self.reporter = Reporter(self)
        self.reporter.install()
        self.reporter.broke.connect(self._report)
        self.reporter.failed.connect(self._say)

    def start(self, paths: Sequence[Path]) -> None:
        """Show the first window."""
        self._dress()
        self._make()
        assert self.window is not None
        last = recent_reviews()[:1] if not paths else []
        self.window.door.open_paths([*paths, *last])
        self.window.show()
        AfterPaint(self.window, self._look_for_fonts, self)

    def keep_log(self) -> None:
        """Write to the log what is done from now on."""
        self.logbook = logbook.Logbook(self)

    def _dress(self) -> None:
        """Put language and theme in force."""
        language.use(self._app, settings.language())
        theme.use(self._app, settings.theme())

    def _make(self, session: object = None) -> None:
        self.actions = Actions(self)
        self.window = MainWindow(self.actions, session)
        self.sheets = Sheets(self.window, self.actions)
        self.sheets.dressing_changed.connect(self.rebuild)
        if self._shows_frames:
            frames.FrameTimes(self.window)
        self.made.emit()

    def rebuild(self) -> None:
        """Make the window anew around the same review, in the language and theme that are chosen now.

        Work in the background belongs to the window: while there is some, the switch waits for its end. A check of
        labels, which nobody waits for, is put off and begun again.
        """
        old, actions = self.window, self.actions
        assert old is not None
        assert actions is not None
        if old.tasks.current is not None:
            old.check.put_off()
            if self._awaited is not old:
                self._awaited = old
                old.tasks.ended.connect(self._rebuild_later)
            return
        session = old.give_up()
        self._dress()
        self._make(session)
        assert self.window is not None
        self.window.setGeometry(old.geometry())
        self.window.setWindowState(old.windowState())
        self.window.show()
        self.window.check.take_up(old.check)
        self.window.header.take_up(old.header)
        self._awaited = None
        self._retire(old, actions)

    def _rebuild_later(self) -> None:
        QTimer.singleShot(0, self.rebuild)

    def _retire(self, old: MainWindow, actions: Actions) -> None:
        assert self._app is QApplication.instance()
        old.hide()
        old.close()
        old.deleteLater()
        actions.deleteLater()

    def end(self) -> None:
        """Let go of what must not outlive the application."""
        if self.logbook is not None:
            self.logbook.end()
        for keeper in (icons, paint, theme):
            keeper.forget()
        sys.excepthook = sys.__excepthook__

    def _report(self, text: str) -> None:
        if self.sheets is not None:
            self.sheets.report(text)

    def _say(self, sentence: str) -> None:
        if self.window is not None:
            self.window.say_problem(sentence)

    def _look_for_fonts(self) -> None:
        if self.sheets is not None and not theme.has_chinese_font():
            self.sheets.say_fonts()
