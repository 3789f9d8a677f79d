"""Work that waits for the first paint is done once, and is done for what is never painted as well."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from qtapp.kit.painted import AfterPaint


def test_it_is_done_once_after_the_paint(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    done: list[bool] = []
    AfterPaint(widget, lambda: done.append(True), widget)
    with qtbot.waitExposed(widget):
        widget.show()
    qtbot.waitUntil(lambda: bool(done))
    widget.repaint()
    qtbot.wait(10)
    assert done == [True]


def test_what_is_hidden_is_not_waited_for_for_ever(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    done: list[bool] = []
    AfterPaint(widget, lambda: done.append(True), widget)
    qtbot.waitUntil(lambda: bool(done))
