"""“Report a problem” over a window: gathers the report, and saves it where its user says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QObject, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog

from db import problem as reporting
from qtapp import settings
from qtapp.dialogs.problem import ProblemSheet
from qtapp.kit import theme
from qtapp.window.choosing import ask_report_place
from qtapp.window.main import MainWindow

if TYPE_CHECKING:
    from db.review import Review

NAME = "winnow-problem.txt"


def versions() -> dict[str, str]:
    """What only the window knows: the libraries of the screen, the screen, language and theme."""
    screen = QGuiApplication.primaryScreen()
    size = screen.size()
    return {
        "Qt": qVersion(),
        "PySide": pyside_version,
        "screen": f"{size.width()} x {size.height()}, scale {screen.devicePixelRatio():g}",
        "screens by": QGuiApplication.platformName(),
        "language": settings.language(),
        "theme": theme.tokens().name,
    }


def gathered(review: Review | None) -> str:
    """The report of this program with what is open in it."""
    return reporting.report(review, versions())


class Problem(QObject):
    """One report over a window."""

    def __init__(self, window: MainWindow, show: Callable[[QDialog], None]) -> None:
        super().__init__(window)
        session = window.session
        self._sheet = ProblemSheet(gathered(session.review if session is not None else None), window)
        self._sheet.save_wanted.connect(self._save)
        self._sheet.finished.connect(self.deleteLater)
        show(self._sheet)

    def _save(self) -> None:
        file = ask_report_place(self._sheet, Path.home() / NAME)
        if file is None:
            return
        try:
            file.write_text(self._sheet.text.toPlainText(), encoding="utf-8")
        except OSError as error:
            words = self.tr("{file} cannot be written: {reason}. Choose another place.")
            self._sheet.say(words.format(file=file.name, reason=error.strerror or error), is_well=False)
        else:
            self._sheet.say(self.tr("The report is in {file}.").format(file=file.name))
