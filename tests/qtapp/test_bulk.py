"""Actions on very many tickets by keys: confirmed, done in the background, said, undone, stopped, refused meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from db import edits
from db.review import Review
from db.search import columns
from db.values import Status
from qtapp import far, steps
from qtapp.dialogs.questions import Question
from qtapp.session import Session
from qtapp.tasks import Task
from qtapp.window import bulk as room
from tests.qtapp.conftest import OpenDesk
from tests.qtapp.desk import Desk

EVERY = 60


@pytest.fixture(autouse=True)
def few_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(far, "FAR", 30)


@pytest.fixture
def calls(desk: Desk) -> list[str]:
    """The commands that ran in the background."""
    seen: list[str] = []
    desk.window.tasks.started.connect(lambda task: seen.append(task.command))
    return seen


def statuses(desk: Desk) -> set[Status]:
    return {row.status for row in desk.session.review.rows([int(one) for one in desk.session.ids])}


def act_on_all(desk: Desk, key: str) -> None:
    """Select all, act, say yes to the number of tickets."""
    desk.press("Ctrl+A")
    desk.later(lambda: answer(desk, Qt.Key.Key_Return))
    desk.press(key)


def answer(desk: Desk, key: Qt.Key) -> None:
    question = desk.sheet(Question)
    assert "60 tickets" in question.windowTitle() or any("60" in one.text() for one in question.findChildren(QLabel))
    QTest.keyClick(question, key)


def test_all_are_reviewed_and_undone_in_the_background(desk: Desk, calls: list[str]) -> None:
    act_on_all(desk, "A")
    assert desk.session.paused
    assert statuses(desk) == {Status.UNREVIEWED}, "the window has not waited"
    desk.idle()
    assert calls == ["edit"]
    assert not desk.session.paused
    assert statuses(desk) == {Status.REVIEWED}
    assert desk.ticket.status is Status.REVIEWED
    assert len(desk.session.selection) == EVERY
    assert desk.toast.startswith("Marked 60 tickets as reviewed")
    assert desk.child(QLabel, "reviewed").text().startswith("60 of 60")
    desk.press("Z")
    desk.idle()
    assert calls == ["edit", "undo"]
    assert statuses(desk) == {Status.UNREVIEWED}
    assert desk.toast.startswith("Undone: Marked 60 tickets")
    desk.press("Ctrl+Shift+Z")
    desk.idle()
    assert calls[2:] == ["redo"]
    assert statuses(desk) == {Status.REVIEWED}
    with Review.open(desk.session.review.path, read_only=True) as review:
        assert {one.reviewer for one in edits.log(review, 3)} == {desk.session.review.reviewer}


def test_very_many_are_taken_in_by_slices_and_nothing_else_is_changed_before(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    for listed in (columns, room):
        monkeypatch.setattr(listed, "PAGE", 5)
    monkeypatch.setattr(steps, "SLICE", 0.0)
    said: list[str] = []
    desk.session.failed.connect(said.append)
    desk.window.tasks.ended.connect(lambda _: desk.session.undo())
    act_on_all(desk, "A")
    desk.until(lambda: not desk.session.paused)
    assert [one[:40] for one in said] == ["An action on many tickets is not done ye"]
    assert statuses(desk) == {Status.REVIEWED}
    assert desk.session.counts() == (60, 60)
    assert "60" in desk.toast
    monkeypatch.setattr(columns, "PAGE", 1000)
    desk.press("Z")
    desk.until(lambda: desk.window.tasks.current is None and not desk.session.paused)
    assert desk.session.counts() == (60, 0)


def test_what_cannot_be_read_ahead_is_told_and_the_window_works_on(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def failing(*_: object) -> Iterator[None]:
        raise ValueError("read ahead")
        yield

    monkeypatch.setattr(desk.session.finder, "reading", failing)
    act_on_all(desk, "A")
    desk.until(lambda: bool(desk.broken) and not desk.session.paused)
    assert "read ahead" in desk.broken.pop()
    assert "read ahead" in caplog.text
    assert statuses(desk) == {Status.REVIEWED}
    assert desk.session.counts() == (60, 60)


def test_a_review_that_is_closed_while_much_is_taken_in_is_whole(
    open_desk: OpenDesk, review_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_desk([review_file])
    monkeypatch.setattr(columns, "PAGE", 5)
    monkeypatch.setattr(steps, "SLICE", 0.0)
    session, held = desk.session, []
    session.closing.connect(lambda: held.append(session.paused))
    desk.window.tasks.ended.connect(lambda _: QTimer.singleShot(0, desk.window.close))
    act_on_all(desk, "A")
    desk.until(lambda: bool(held))
    assert held == [True]
    with Review.open(review_file, read_only=True) as review:
        assert review.counts() == (60, 60)


def test_a_number_that_is_not_meant_begins_nothing(desk: Desk, calls: list[str]) -> None:
    desk.press("Ctrl+A")
    desk.later(lambda: answer(desk, Qt.Key.Key_Escape))
    desk.press("A")
    desk.idle()
    assert (calls, statuses(desk)) == ([], {Status.UNREVIEWED})


def test_few_tickets_are_changed_at_once(desk: Desk, calls: list[str]) -> None:
    desk.press("A")
    assert desk.session.review.rows([int(desk.session.ids[0])])[0].status is Status.REVIEWED
    desk.press("Z")
    assert statuses(desk) == {Status.UNREVIEWED}
    assert calls == []


Deed = Callable[[Session], object]
VERBS: dict[str, tuple[Deed, str]] = {
    "category": (lambda one: one.set_category(("-新的", "甲")), "Set category of 60 tickets to -新的｜甲"),
    "no category": (lambda one: one.set_category(()), "Took the category off 60 tickets"),
    "causes": (lambda one: one.set_causes(("-甲", "乙")), "Set root causes of 60 tickets to -甲; 乙"),
    "no causes": (lambda one: one.set_causes(()), "Took all root causes off 60 tickets"),
    "cause": (lambda one: one.add_cause("--新的"), "Added root cause --新的 to 60 tickets"),
    "note": (lambda one: one.set_note("-回访\n两行"), "Wrote a note on 60 tickets"),
    "status": (lambda one: one.set_status(Status.EXCLUDED), "Marked 60 tickets as excluded"),
}


def outcome(desk: Desk) -> list[tuple[object, ...]]:
    found = desk.session.review.tickets()
    return [(one.id, one.category, one.causes, one.note, one.status, one.edited) for one in found]


def test_each_verb_does_in_the_background_what_it_does_at_once(
    desk: Desk, calls: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    session = desk.session
    session.confirm = lambda number: number == EVERY
    session.select_all()
    for name, (deed, words) in VERBS.items():
        monkeypatch.setattr(far, "FAR", 1000)
        here = deed(session)
        assert here is not None, name
        expected = outcome(desk)
        session.undo()
        monkeypatch.setattr(far, "FAR", 30)
        before = len(calls)
        assert deed(session) is None
        desk.idle()
        assert len(calls) == before + 1, name
        assert outcome(desk) == expected, name
        said = words if len(here.ticket_ids) == EVERY else words.replace("60", str(len(here.ticket_ids)))
        assert desk.toast.startswith(said), name
        if name == "cause":
            session.remove_cause("--新的")
            desk.idle()
            assert desk.toast.startswith("Took root cause --新的 off 60 tickets")
        monkeypatch.setattr(far, "FAR", 1000)
        session.undo()


def test_what_no_call_can_say_is_done_at_once(desk: Desk, calls: list[str]) -> None:
    session = desk.session
    session.confirm = lambda number: True
    session.select_all()
    assert session.set_note("x" * (far.LONGEST + 1)) is not None
    assert far.category(("甲 > 乙",)) is None
    assert far.category(("甲 > 乙", "丙")) == ("--category=甲 > 乙｜丙",)
    assert far.edit("note", "\ud800") is None
    assert calls == []


def test_cancel_keeps_nothing_half_done(desk: Desk) -> None:
    act_on_all(desk, "A")
    desk.until(lambda: desk.window.tasks.current is not None)
    desk.window.bar.cancel.click()
    desk.idle()
    assert not desk.session.paused
    if statuses(desk) != {Status.UNREVIEWED}:  # the wish came too late for so few tickets: all is done, and said so
        assert statuses(desk) == {Status.REVIEWED}
        assert not desk.toast.startswith("Stopped")
        desk.press("Z")
        desk.idle()
        return
    assert desk.toast.startswith("Stopped. Nothing half done was kept.")
    assert edits.to_undo(desk.session.review) == (0, 0)
    desk.session.select_none()
    desk.press("A")
    assert Status.REVIEWED in statuses(desk), "and the next action is done as ever"


def test_nothing_else_is_changed_meanwhile(desk: Desk) -> None:
    act_on_all(desk, "A")
    desk.press("F")
    assert desk.toast.startswith("An action on many tickets is not done yet")
    assert desk.session.set_note("x", (int(desk.session.ids[0]),)) is None
    assert desk.session.undo() is None
    desk.idle()
    assert statuses(desk) == {Status.REVIEWED}
    assert len(edits.log(desk.session.review, 5)) == 2, "the import, and the one action"


def test_a_failure_is_said(desk: Desk, review_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Gone:
        def path(self) -> str:
            return str(review_file.parent / "nowhere")

    folder = review_file.parent / "nowhere"
    folder.mkdir()
    monkeypatch.setattr(room, "QTemporaryDir", Gone)
    desk.window.tasks.started.connect(lambda _: (folder / "tickets").unlink())
    act_on_all(desk, "A")
    desk.idle()
    assert "tickets cannot be read" in desk.toast
    assert not desk.session.paused
    assert statuses(desk) == {Status.UNREVIEWED}


def test_where_tickets_cannot_be_written_down_nothing_begins(
    desk: Desk, calls: list[str], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    class Nowhere:
        def path(self) -> str:
            return "nowhere/at all"

    monkeypatch.setattr(room, "QTemporaryDir", Nowhere)
    act_on_all(desk, "A")
    desk.until(lambda: bool(desk.broken) and not desk.session.paused)
    assert "nowhere" in desk.broken.pop()
    assert "nowhere" in caplog.text
    assert calls == []
    assert statuses(desk) == {Status.UNREVIEWED}


def test_a_window_that_is_closed_stops_it(open_desk: OpenDesk, review_file: Path) -> None:
    desk = open_desk([review_file])
    ended: list[Task] = []
    desk.window.tasks.ended.connect(ended.append)
    act_on_all(desk, "A")
    desk.until(lambda: desk.window.tasks.current is not None)
    desk.window.close()
    assert len(ended) == 1
    with Review.open(review_file, read_only=True) as review:
        assert len({row.status for row in review.rows([ticket.id for ticket in review.tickets()])}) == 1
