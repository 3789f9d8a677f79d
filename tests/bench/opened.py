"""The program's window on a review, for measurements of what a hand does at it."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from qtapp import settings
from qtapp.app.program import Program
from qtapp.kit import icons, paint, theme
from qtapp.session import Session
from qtapp.window.main import MainWindow
from tests.bench.painting import application

SIZE = (1320, 820)
PATIENCE = 120.0


@contextmanager
def window(review: Path) -> Iterator[MainWindow]:
    """The window, with all of the review listed and nothing at work behind it."""
    app, hooks = application(), (sys.excepthook, threading.excepthook)
    settings.set_checks_labels(False)  # it is measured by itself
    program = Program(app)
    program.start([review])
    shown = program.window
    assert shown is not None
    shown.resize(*SIZE)
    until(app, lambda: shown.session is not None and shown.session.complete and shown.tasks.current is None)
    session_of(shown).confirm = lambda _: True  # nobody is there to be asked
    try:
        yield shown
    finally:
        shown.close()
        for one in (shown, program):
            one.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        sys.excepthook, threading.excepthook = hooks
        for keeper in (icons, paint, theme):
            keeper.forget()


def session_of(shown: MainWindow) -> Session:
    """The session of the review that is open."""
    assert shown.session is not None
    return shown.session


def until(app: QApplication, holds: Callable[[], bool]) -> None:
    """Let the window work until something holds."""
    end = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > end:
            raise TimeoutError("the window did not come to an end with it")
        app.processEvents()
