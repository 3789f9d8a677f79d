"""A ticket made ready before it is asked for: the same on the screen, and made anew where anything has changed."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from qtapp.detail import TicketPane
from qtapp.detail.controls import KeyButton
from qtapp.detail.editors import Editors
from qtapp.detail.header import Header
from qtapp.detail.thread import Thread
from qtapp.kit import theme


@pytest.fixture
def thread(qtbot, tools: SimpleNamespace) -> Thread:
    made = Thread(opener=tools.opened)
    qtbot.addWidget(made)
    made.resize(660, 300)
    with qtbot.waitExposed(made):
        made.show()
    return made


def painted(thread: Thread) -> QImage:
    return thread.viewport().grab().toImage()


def test_what_was_made_ready_is_painted_as_what_was_not(thread: Thread, tools: SimpleNamespace) -> None:
    first, second = tools.ticket(1), tools.ticket(2, problem="问题 **重点** 见 https://a.test [图片]\n" * 9)
    thread.show_ticket(first)
    thread.set_terms(["问题"])
    thread.prepare(second)
    thread.show_ticket(second)
    from_picture, from_text = painted(thread), painted(thread)
    thread.show_ticket(first)
    thread.show_ticket(second)
    assert from_picture == from_text == painted(thread)
    assert thread.verticalScrollBar().maximum() > 0


def test_what_has_changed_since_is_made_anew(thread: Thread, tools: SimpleNamespace) -> None:
    first, second = tools.ticket(1), tools.ticket(2)
    thread.show_ticket(first)
    thread.prepare(second)
    thread.show_ticket(tools.ticket(2, problem="别的问题"))
    assert "别的问题" in thread.toPlainText()
    thread.show_ticket(first)
    thread.prepare(second)
    thread.resize(500, 300)
    thread.show_ticket(second)
    assert painted(thread).width() == thread.viewport().width()
    assert second.problem[:4] in thread.toPlainText()


def test_stepping_and_copying_are_of_the_ticket_that_is_shown(thread: Thread, tools: SimpleNamespace) -> None:
    thread.show_ticket(tools.ticket(1))
    thread.prepare(tools.ticket(2, problem="第二个问题"))
    thread.show_ticket(tools.ticket(2, problem="第二个问题"))
    thread.step(1)
    assert thread.reply == 1
    thread.selectAll()
    assert "第二个问题" in thread.createMimeDataFromSelection().text()
    assert not thread.document().isUndoRedoEnabled()


def test_the_pane_makes_the_next_ticket_ready_while_one_is_read(qtbot, tools: SimpleNamespace) -> None:
    session = tools.session([tools.ticket(n, problem=f"问题 {n}") for n in range(1, 4)])
    pane = TicketPane(session)
    qtbot.addWidget(pane)
    pane.resize(700, 700)
    with qtbot.waitExposed(pane):
        pane.show()
    for number in (2, 3):
        qtbot.waitUntil(lambda: pane.thread._ahead is not None)
        session.next()
        assert f"问题 {number}" in pane.thread.toPlainText()


def test_a_head_that_was_made_ready_is_painted_as_one_that_was_not(qapp, qtbot, tools: SimpleNamespace) -> None:
    theme.use(qapp, "light")  # pictures stand on its ground
    second = tools.ticket(2, title="证书 " * 40, causes=("配置", "网络"), edited=frozenset({"note"}))
    for kind, show in ((Header, Header.show_ticket), (_editors, Editors.show_ticket)):
        ready, fresh = kind(), kind()
        for widget in (ready, fresh):
            qtbot.addWidget(widget)
            widget.resize(660, 120)
            for button in widget.findChildren(KeyButton):
                button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # one of the two windows has the keyboard
            with qtbot.waitExposed(widget):
                widget.show()
        show(ready, tools.ticket(1))
        ready.grab()
        ready.prepare(second)
        before = ready.grab().toImage()
        show(ready, second)
        show(fresh, second)
        assert ready.grab().toImage() == fresh.grab().toImage() != before


def _editors() -> Editors:
    return Editors(lambda _: [], lambda _: [], lambda *_: True)


def test_a_view_that_has_grown_since_is_painted_whole(qtbot, tools: SimpleNamespace) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(660, 500)
    thread = Thread(window, opener=tools.opened)
    thread.resize(660, 300)
    with qtbot.waitExposed(window):
        window.show()
    thread.show_ticket(tools.ticket(1))
    second = tools.ticket(2, problem="问题\n" * 99)
    thread.clearFocus()  # what has the keyboard shows that, and is not painted from a picture
    painted(thread)
    thread.prepare(second)
    thread.show_ticket(second)
    thread.resize(660, 354)  # as in the pane, where the head gives its room away before anything is painted
    from_picture = painted(thread)
    assert from_picture == painted(thread)
