"""Upkeep by the window: when nobody has worked for a while, unsaid, and over as soon as somebody does."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from db import edits, figures
from db.review import Review
from qtapp import tasks
from qtapp.tasks import Task
from tests.qtapp.conftest import OpenDesk
from tests.qtapp.desk import Desk

ENDLESS = """
import json, sys
for n in range(1, 1_000_000):
    print(json.dumps({"step": {"stage": "upkeep", "done": n, "total": n + 9}}), flush=True)
    if sys.stdin.readline() == "cancel\\n":
        break
"""
"""A child with work for ever, that looks whether it should stop after its first step."""


@pytest.fixture
def worn(review_file: Path) -> Path:
    """A review in which there is something to do."""
    with Review.open(review_file) as review:
        for number in range(1, 30):
            edits.set_note(review, [number], f"{number}")
        with review.transaction():
            review.execute("CREATE TABLE filler AS SELECT randomblob(200000) FROM ticket LIMIT 30")
            review.execute("DROP TABLE filler")
    return review_file


@pytest.fixture
def idle(open_desk: OpenDesk, worn: Path) -> Desk:
    """The program on it, for which a moment is long."""
    desk = open_desk([worn])
    desk.window.upkeep.idle = 0.0
    return desk


def test_it_is_done_when_nobody_works_and_nothing_is_said(idle: Desk) -> None:
    before, ids, words = figures.size(idle.session.review), [*idle.session.ids], idle.child(QLabel, "shows").text()
    assert before.free > 1000
    begun: list[Task] = []
    idle.window.tasks.started.connect(begun.append)
    idle.window.upkeep.look()
    idle.until(lambda: bool(begun))
    assert (begun[0].command, begun[0].is_quiet) == ("tidy", True)
    idle.idle()
    assert figures.size(idle.session.review).free == 0
    assert idle.toast == ""
    assert ([*idle.session.ids], idle.child(QLabel, "shows").text()) == (ids, words)
    idle.window.upkeep.look()
    assert not idle.window.tasks.is_busy, "once is enough until somebody has worked"


def test_a_key_stops_it_and_is_obeyed_at_once(idle: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    child = tmp_path / "endless.py"
    child.write_text(ENDLESS)
    monkeypatch.setattr(tasks, "program", lambda: (tasks.sys.executable, [str(child)]))
    steps: list[object] = []
    ends: list[str] = []
    idle.window.tasks.started.connect(lambda task: task.progressed.connect(steps.append))
    idle.window.tasks.started.connect(lambda task: task.cancelled.connect(lambda: ends.append("cancelled")))
    idle.window.upkeep.look()
    idle.until(lambda: bool(steps))
    ticket = idle.ticket.id
    idle.press("A")
    assert idle.session.review.ticket(ticket).status.word == "reviewed", "before the child is over"
    idle.idle()
    assert ends == ["cancelled"]
    assert len(steps) == 1, "it ends with the step that it is at"
    assert "Stopped" not in idle.toast


@pytest.mark.parametrize("what", ["key", "button"])
def test_what_comes_to_the_window_stops_it(idle: Desk, what: str) -> None:
    upkeep = idle.window.upkeep
    upkeep.look()
    assert upkeep.works
    handle = idle.window.windowHandle()
    if what == "key":
        QTest.keyClick(handle, Qt.Key.Key_Shift)
    else:
        QTest.mouseClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(5, 5))
    idle.idle()
    assert not upkeep.works
    assert figures.size(idle.session.review).free > 1000, "it was stopped before it had begun"


def test_it_waits_for_work_and_for_sheets(idle: Desk) -> None:
    upkeep = idle.window.upkeep
    idle.session.paused = True
    upkeep.look()
    assert not upkeep.works
    idle.session.paused = False
    idle.press("?")
    upkeep.look()
    assert not upkeep.works, "somebody reads the keys"
    idle.press("Esc")
    upkeep.idle = 1000.0
    upkeep.look()
    assert not upkeep.works, "it is not long enough"


def test_where_there_is_nothing_to_do_no_child_is_started(desk: Desk) -> None:
    desk.window.upkeep.idle = 0.0
    desk.window.upkeep.look()
    assert not desk.window.tasks.is_busy


def test_the_window_can_be_dressed_anew_meanwhile(idle: Desk) -> None:
    old = idle.window
    old.upkeep.look()
    assert old.upkeep.works
    idle.press("Ctrl+Shift+L")
    idle.until(lambda: idle.window is not old)
    assert not old.upkeep.works
    assert idle.session.review.counts()[0] == 60
