"""Keys and clicks in any order, on the real window: none may break it, and the review stays sound."""

from __future__ import annotations

import random

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
)

from qtapp.action_table import TABLE
from tests.qtapp.desk import Desk

STEPS = 600
LEFT_OUT = {"quit", "close_review", "open_sample", "restore", "backup", "language", "theme"} | {
    "check_labels",
    "check_review",
}
"""What would end the test, or only make it slow."""
KEYS = [row.keys[0] for row in TABLE if row.keys and row.id not in LEFT_OUT]
MORE = ["Tab", "Shift+Tab", "Enter", "Esc", "Esc", "Esc", "Down", "Up", "Left", "Right", "Backspace", "Del", "End", "A"]
TEXTS = ["证书", "cat:CDN ", "is:", "(", '"', "re:/a", "新的｜分类", "-"]
NOTHING = {
    "getOpenFileNames": ([], ""),
    "getOpenFileName": ("", ""),
    "getExistingDirectory": "",
    "getSaveFileName": ("", ""),
}
"""What each file dialog answers when it is given up."""
SIZES = [(820, 480), (1000, 640), (1099, 700), (1320, 820)]


def close_what_is_open(desk: Desk) -> None:
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()
    for sheet in desk.window.findChildren(QDialog):
        if sheet.isVisible():
            sheet.reject()
    if not desk.window.isActiveWindow():
        desk.window.activateWindow()
        desk.until(desk.window.isActiveWindow)


def press_some_button(desk: Desk, chance: random.Random) -> None:
    offered = [one for one in desk.window.findChildren(QAbstractButton) if one.isVisible() and one.isEnabled()]
    plain = [one for one in offered if not (isinstance(one, QToolButton | QPushButton) and one.menu())]
    chance.choice(plain).click()


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_nothing_breaks(desk: Desk, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    for ask, nothing in NOTHING.items():
        monkeypatch.setattr(f"PySide6.QtWidgets.QFileDialog.{ask}", lambda *_, answer=nothing: answer)
    monkeypatch.setattr(desk.session, "confirm", lambda _: True)
    monkeypatch.setattr(desk.window.hosts.privacy, "ask", lambda wanted, kind: True)
    monkeypatch.setattr(desk.window.hosts.sources, "ask_batch", lambda plan: "--as-new-version")
    chance = random.Random(seed)
    done: list[str] = []
    for _ in range(STEPS):
        keyboard, kind = desk.keyboard(), chance.random()
        if kind < 0.1 and isinstance(keyboard, QLineEdit | QPlainTextEdit):
            done.append(chance.choice(TEXTS))
            desk.write(done[-1])
        elif kind < 0.12:
            desk.window.resize(*chance.choice(SIZES))
        elif kind < 0.2:
            done.append("click")
            press_some_button(desk, chance)
        else:
            done.append(chance.choice(KEYS + MORE))
            desk.press(done[-1])
        if chance.random() < 0.3 or QApplication.activeWindow() is None:
            close_what_is_open(desk)
        assert desk.broken == [], done
        desk.until(lambda: desk.window.focusWidget() is not None or not desk.window.isActiveWindow())
    close_what_is_open(desk)
    QTest.qWait(50)
    assert desk.session.review.check() == []
