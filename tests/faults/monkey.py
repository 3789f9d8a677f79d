"""A monkey at the window: whatever a person can do there by keys and by the mouse, in any order, from a seed.

It knows no feature of the program but the table of its actions: it presses their keys, writes into the field that has
the keyboard, clicks on what can be seen, and now and then does what takes several keys in a row.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialog,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from qtapp.action_table import TABLE
from tests.qtapp.desk import Desk

LEFT_OUT = {"quit", "close_review", "language", "theme", "check_labels", "export", "restore", "backup"}
"""What is done more seldom than other actions: it ends the work, or takes a child process."""
KEYS = [key for row in TABLE if row.id not in LEFT_OUT for key in row.keys]
SINGLE = [key for key in KEYS if len(key) == 1]
SELDOM = ("theme", "language", "check_labels", "export", "restore", "backup", "close_review")
WAYS = ["Tab", "Shift+Tab", "Enter", "Enter", "Esc", "Esc", "Down", "Up", "Left", "Right", "Home", "End", "PgDown"]
WAYS += ["PgUp", "Backspace", "Del", "Space", "Shift+Down", "Ctrl+Down", "Shift+Tab", "Ctrl+C", "Ctrl+V", "Ctrl+Z"]
PAGES = ["G, T", "G, R", "G, L", "G, P", "G, S"]
TEXTS = [
    "证书",
    "超时 ",
    "新的｜分类",
    "CDN",
    "re:/a",
    '"',
    "(",
    "-",
    "：",
    "*",
    "# ",
    "|",
    "；",
    "a",
    "\u202e",
    "😀",
    "  ",
]
SEARCHES = ["cat:CDN", "is:edited", "is:flagged", "证书", "-证书", "re:/\\d+/", "is:", "cause:", "note:a", '"', "("]
SIZES = [(820, 480), (1000, 640), (1099, 700), (1320, 820), (1900, 1000)]
MOMENT = 5
"""Milliseconds after which something that holds a key back (a menu, a question) is answered."""
NOTHING = {
    "getOpenFileNames": ([], ""),
    "getOpenFileName": ("", ""),
    "getExistingDirectory": "",
    "getSaveFileName": ("", ""),
}
"""What each file dialog of the system answers when it is given up."""


class Hands(Desk):
    """A desk at which a menu or a question that a key has opened is answered by chance, not always by Esc."""

    chance = random.Random(0)
    said: Callable[[str], object] = staticmethod(lambda _: None)

    @contextmanager
    def while_pressed(self) -> Iterator[None]:
        """Whatever keeps the key from returning is answered."""
        watch = QTimer(interval=MOMENT)
        watch.timeout.connect(self._answer)
        watch.start()
        yield
        watch.stop()

    def _answer(self) -> None:
        popup, modal = QApplication.activePopupWidget(), QApplication.activeModalWidget()
        if popup is not None:
            keys = ["Down"] * self.chance.randrange(4) + ["Enter"] if self.chance.random() < 0.5 else ["Esc"]
            self.said(f"  menu {keys}")
            with self.while_pressed():  # what is chosen may ask in its turn
                for key in keys:
                    if popup.isVisible():
                        QTest.keyClick(popup, QKeySequence(key)[0].key())
            if popup.isVisible():
                popup.close()
        elif isinstance(modal, QDialog):
            accepted = self.chance.random() < 0.6
            self.said(f"  question {modal.objectName()}: {accepted}")
            (modal.accept if accepted else modal.reject)()


class Monkey:
    """What it does next is drawn from `chance`; each deed is told to `said` before it is done."""

    def __init__(self, start: Callable[[], Hands], review: Path, chance: random.Random, said: Callable[[str], object]):
        self._start, self._review, self.chance, self._said = start, review, chance, said
        self.desk = self._sit_down()
        self._deeds: list[tuple[float, Callable[[], None]]] = [
            (0.36, self._key),
            (0.15, self._way),
            (0.10, self._write),
            (0.09, self._click_button),
            (0.07, self._click_row),
            (0.03, self._page),
            (0.04, self._search),
            (0.06, self._edit),
            (0.03, self._bulk),
            (0.03, self._undo),
            (0.01, self._palette),
            (0.01, self._resize),
            (0.004, self._wheel),
            (0.004, self._seldom),
            (0.0005, self._go_home),
        ]

    def _sit_down(self) -> Hands:
        desk = self._start()
        desk.chance, desk.said = self.chance, self._said
        return desk

    def act(self) -> None:
        """One deed, and then perhaps a look at the clean desk."""
        (deed,) = self.chance.choices([one for _, one in self._deeds], [share for share, _ in self._deeds])
        deed()
        if self.chance.random() < 0.15 or QApplication.activeWindow() is None:
            self.clear()
        if self.desk.window.session is None and self.desk.window.tasks.current is None and self.chance.random() < 0.5:
            self.open_again()

    # At the keyboard

    def _press(self, *keys: str) -> None:
        for key in keys:
            self._said(f"press {key}")
            self.desk.press(key)

    def _type(self, text: str) -> None:
        if isinstance(self.desk.keyboard(), QLineEdit | QPlainTextEdit | QTextEdit):
            self._said(f"write {text}")
            self.desk.write(text)

    def _key(self) -> None:
        self._press(self.chance.choice(KEYS if self.chance.random() < 0.6 else SINGLE))

    def _way(self) -> None:
        self._press(*self.chance.choices(WAYS, k=self.chance.choice((1, 1, 2, 4))))

    def _write(self) -> None:
        self._type(self.chance.choice(TEXTS))

    def _page(self) -> None:
        self._press(self.chance.choice(PAGES))

    def _search(self) -> None:
        self._press("Ctrl+F")
        if self.chance.random() < 0.7:
            self._press("Ctrl+A", "Del")
        self._type(self.chance.choice(SEARCHES))
        self._press(self.chance.choice(("Enter", "Enter", "Esc", "Tab", "Down")))

    def _edit(self) -> None:
        """A field of the ticket, from its key to Enter or Esc."""
        self._press("G, T", self.chance.choice(("C", "T", "M", "E", "E")))
        for _ in range(self.chance.randrange(3)):
            self._press("Tab")
        if self.chance.random() < 0.3:
            self._press("Ctrl+A")
        self._type(self.chance.choice(TEXTS))
        self._press(*self.chance.choice((("Enter",), ("Down", "Enter"), ("Ctrl+Enter",), ("Esc",), ("Enter", "Enter"))))

    def _bulk(self) -> None:
        self._press("G, T")
        if self.chance.random() < 0.4:
            self._press("Ctrl+A")
        else:
            self._press(*["Shift+J"] * self.chance.randrange(1, 8))
        self._press(self.chance.choice(("A", "F", "X", "1", "2", "9", "C", "T", "M")))
        self._type(self.chance.choice(TEXTS))
        self._press("Enter")

    def _undo(self) -> None:
        self.clear()
        self._press(*self.chance.choice((("Z",) * 3, ("Z", "Ctrl+Shift+Z"), ("Z",) * 12, ("Ctrl+Shift+Z",) * 4)))

    def _palette(self) -> None:
        self._press("Ctrl+K")
        self._type(self.chance.choice(("撤", "un", "set", "g", "key", "c", "")))
        self._press(*["Down"] * self.chance.randrange(4), self.chance.choice(("Enter", "Esc")))

    # With the mouse

    def _top(self) -> QWidget:
        return QApplication.activePopupWidget() or QApplication.activeModalWidget() or self.desk.window

    def _in_sight(self, kind: type[QWidget]) -> list[QWidget]:
        found = self._top().findChildren(kind)
        return [one for one in found if one.isVisible() and one.isEnabled() and not one.visibleRegion().isEmpty()]

    def _click(self, widget: QWidget, at: QPoint) -> None:
        held = self.chance.choice(
            (Qt.KeyboardModifier.NoModifier,) * 6
            + (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier)
        )
        twice = self.chance.random() < 0.1
        name = widget.objectName() or type(widget).__name__
        self._said(f"click {name} {at.x()},{at.y()} {held.name} {'twice' if twice else ''}")
        with self.desk.while_pressed():
            (QTest.mouseDClick if twice else QTest.mouseClick)(widget, Qt.MouseButton.LeftButton, held, at)
        self.desk.app.processEvents()

    def _click_button(self) -> None:
        if found := self._in_sight(QAbstractButton):
            button = self.chance.choice(found)
            self._click(button, button.rect().center())

    def _click_row(self) -> None:
        views = [one for one in self._in_sight(QAbstractItemView) if not isinstance(one, QMenu)]
        if not views:
            return
        view = self.chance.choice(views)
        assert isinstance(view, QAbstractItemView)
        area = view.viewport().rect()
        at = QPoint(self.chance.randrange(max(area.width(), 1)), self.chance.randrange(max(area.height(), 1)))
        index = view.indexAt(at)
        place: QRect = view.visualRect(index) if index.isValid() else area
        self._click(view.viewport(), at if self.chance.random() < 0.5 else place.intersected(area).center())

    def _wheel(self) -> None:
        for view in self._in_sight(QAbstractItemView):
            bar = view.verticalScrollBar()  # type: ignore[attr-defined]
            bar.setValue(self.chance.randint(bar.minimum(), bar.maximum()))
        self._said("scroll")
        self.desk.app.processEvents()

    # Seldom

    def _resize(self) -> None:
        size = self.chance.choice(SIZES)
        self._said(f"resize {size}")
        self.desk.window.resize(*size)
        self.desk.app.processEvents()

    def _seldom(self) -> None:
        self.clear()
        name = self.chance.choice(SELDOM)
        self._said(f"action {name}")
        with self.desk.while_pressed():
            self.desk.window.do_action(name)
        self.desk.app.processEvents()
        if name in ("export", "restore"):
            self._press("Enter" if self.chance.random() < 0.5 else "Esc")
        if name != "check_labels" or self.chance.random() < 0.5:
            self.desk.idle()

    def clear(self) -> None:
        """Close what is open over the window."""
        self._said("clear")
        if (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        for sheet in self.desk.window.findChildren(QDialog):
            if sheet.isVisible():
                sheet.reject()
        self.desk.app.processEvents()
        if not self.desk.window.isActiveWindow():
            self.desk.window.activateWindow()
            self.desk.until(self.desk.window.isActiveWindow)

    def open_again(self) -> None:
        """Open the review that the day is about, where none or another one is open."""
        self._said("open")
        self.desk.window.door.open_one(self._review)
        self.desk.idle()
        self.desk.until(lambda: self.desk.window.session is not None and self.desk.session.complete)

    def _go_home(self) -> None:
        """Close the window, and begin anew."""
        self._said("go home")
        self.leave()
        self.desk = self._sit_down()

    def leave(self) -> None:
        """Close the window when the work in the background is done."""
        self.clear()
        self.desk.idle()
        self.desk.leave()
