"""The whole program at a desk: its window, and hands that press keys where the keyboard is.

Everything a test of the window needs that a person would do; what only a program can know it asks `session`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from db.values import Ticket
from qtapp import language, settings
from qtapp.app.program import Program
from qtapp.detail import TicketPane
from qtapp.kit import theme
from qtapp.kit.guard import KeyGuard
from qtapp.session import Session
from qtapp.tickets.list import TicketList
from qtapp.window.main import MainWindow
from tests.qtapp.hands import commit

PATIENCE = 60
"""Seconds that anything may take before a test gives up; nothing waits for as long as this when all is well."""
MOMENT = 100
"""Milliseconds after which a menu that a key opened is closed again, where the key has not returned by then."""
SIZE = (1320, 820)
Child = TypeVar("Child", bound=QWidget)
Open = TypeVar("Open", bound=QDialog)


class Desk:
    """One run of the program, from its start on some paths to the closing of its window."""

    def __init__(
        self, app: QApplication, paths: Sequence[Path] = (), size: tuple[int, int] = SIZE, debug: bool = False
    ) -> None:
        self.app = app
        self.guard = KeyGuard(app)
        self.program = Program(app, debug)
        self.broken: list[str] = []
        self.program.reporter.broke.connect(self.broken.append)
        self.program.start(list(paths))
        self.window.resize(*size)
        self.window.activateWindow()
        self.until(lambda: self.window.isActiveWindow() or app.activeModalWidget() is not None)
        if paths and self.window.session is not None:
            self.until(lambda: self.session.complete)
            self.settle()

    # What is there

    @property
    def window(self) -> MainWindow:
        """The window, which is another one after a switch of theme or language."""
        assert self.program.window is not None
        return self.program.window

    @property
    def session(self) -> Session:
        """The open review's."""
        assert self.window.session is not None
        return self.window.session

    @property
    def ticket(self) -> Ticket:
        """The ticket that is shown."""
        assert self.session.current is not None
        return self.session.current

    @property
    def pane(self) -> TicketPane:
        """The pane of the ticket."""
        assert self.window.tickets is not None
        return self.window.tickets.pane

    @property
    def list(self) -> TicketList:
        """The list of tickets."""
        assert self.window.tickets is not None
        return self.window.tickets.list

    @property
    def toast(self) -> str:
        """What the message at the foot of the list says; '' while there is none."""
        return self.window.toast.text if self.window.toast.isVisible() else ""

    def child(self, kind: type[Child], name: str) -> Child:
        """The widget of a name in the window."""
        found = self.window.findChild(kind, name)
        assert found is not None, name
        return found

    def sheet(self, kind: type[Open]) -> Open:
        """The sheet that is open over the window, as soon as it has the keyboard."""
        self.app.processEvents()
        found = [one for one in self.window.findChildren(kind) if one.isVisible()]
        assert len(found) == 1, found
        self.until(found[0].isActiveWindow)
        return found[0]

    # What a person does

    def keyboard(self) -> QWidget:
        """The widget that has the keyboard."""
        return QApplication.activePopupWidget() or QApplication.focusWidget() or self.window

    def press(self, *keys: str) -> None:
        """Press keys one after the other, each as the key sheet spells it: ``A``, ``Ctrl+K``, ``G, U``, ``／``."""
        for key in keys:
            for stroke in key.split(", "):
                with self.while_pressed():
                    self._stroke(stroke)
            self.app.processEvents()

    @contextmanager
    def while_pressed(self) -> Iterator[None]:
        """A button's menu keeps the hand that opened it until it is closed, so it is, as a person would with Esc."""
        watch = QTimer(interval=MOMENT)
        watch.timeout.connect(lambda: (popup := QApplication.activePopupWidget()) is not None and popup.close())
        watch.start()
        yield
        watch.stop()

    def _stroke(self, key: str) -> None:
        if len(key) == 1 and not key.isascii():
            QTest.sendKeyEvent(
                QTest.KeyAction.Click, self.keyboard(), Qt.Key(ord(key)), key, Qt.KeyboardModifier.NoModifier
            )
        elif len(key) == 1:
            QTest.keyClicks(self.keyboard(), key.lower())
        else:
            combination = QKeySequence(key)[0]
            QTest.keyClick(self.keyboard(), combination.key(), combination.keyboardModifiers())

    def write(self, text: str) -> None:
        """Type a text as an input method does."""
        commit(self.keyboard(), text)
        self.app.processEvents()

    def later(self, deed: Callable[[], object]) -> None:
        """Do something while a question is open: what opens it returns only afterwards."""

        def when_open() -> None:
            if QApplication.activeModalWidget() is None:
                QTimer.singleShot(5, when_open)
            else:
                deed()

        QTimer.singleShot(0, when_open)

    # What a person waits for

    def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds."""
        end = monotonic() + PATIENCE
        while not holds():
            assert monotonic() < end, "waited in vain"
            QTest.qWait(5)

    def settle(self) -> None:
        """Wait until everything is shown that follows a ticket or a change."""
        self.app.processEvents()
        self.pane.settle()
        self.app.processEvents()

    def idle(self) -> None:
        """Wait for the end of the work in the background."""
        self.app.processEvents()
        self.until(lambda: self.window.tasks.current is None and not self._is_held())
        self.app.processEvents()

    def _is_held(self) -> bool:
        """Whether an action on very many tickets is being listed, done or taken in: the first and last are no task."""
        session = self.window.session
        return session is not None and session.paused

    def leave(self) -> None:
        """Close the window and end the program."""
        window = self.window
        window.close()
        window.deleteLater()
        self.program.deleteLater()
        self.guard.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def undress(app: QApplication) -> None:
    """Leave neither language nor theme in force for the next test."""
    language.use(app, "none")
    QLocale.setDefault(QLocale.c())
    theme.use(app, "light")


def dress(code: str = "en", colours: str = "light") -> None:
    """What the next window speaks and wears."""
    settings.set_language(code)
    settings.set_theme(colours)
