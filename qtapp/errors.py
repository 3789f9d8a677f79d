"""Errors on screen. A user's error is a sentence; one of ours is a report, and the review stays open and whole.

`Reporter` stands where exceptions end that nobody caught: slots return normally to Qt though they raised.
"""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from db import __version__, sentences
from db.errors import UserError
from db.late import Late

if TYPE_CHECKING:
    import platform
else:
    platform = Late("platform")

LOG = logging.getLogger("winnow")


def translate(text: str) -> str:
    """A sentence of the library in the language of the window."""
    return QCoreApplication.translate("db", text)


def words(error: UserError) -> str:
    """What went wrong and what to do, in the language of the window."""
    return sentences.error(error, translate)


def report(error: BaseException) -> str:
    """All that a developer needs to know of an error of ours; names of people's folders are left out."""
    raised = "".join(traceback.format_exception(error))
    facts = (
        f"Winnow {__version__}",
        f"Python {platform.python_version()}, PySide6 {pyside_version}",
        f"{platform.platform()}, {QCoreApplication.instance().platformName() if QCoreApplication.instance() else ''}",
        "",
        raised.replace(str(Path.home()), "~"),
    )
    return "\n".join(facts)


class Reporter(QObject):
    """Hears of every exception that nobody caught, on whatever thread, and tells of it on the thread of the window."""

    failed = Signal(str)
    """A sentence: an error that its user can mend."""
    broke = Signal(str)
    """A report: an error of ours."""
    heard = Signal(object)
    """The error itself, of whoever's it is."""
    _heard = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heard.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Stand at the end of the line, before the first window is made."""
        sys.excepthook = self._hook
        threading.excepthook = self._thread_hook

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        self._heard.emit(error)

    def _thread_hook(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._heard.emit(args.exc_value)

    def _tell(self, error: BaseException) -> None:
        self.heard.emit(error)
        if isinstance(error, UserError):
            self.failed.emit(words(error))
            return
        LOG.error("%s", "".join(traceback.format_exception(error)))
        self.broke.emit(report(error))
