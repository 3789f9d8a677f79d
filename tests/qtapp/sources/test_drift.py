"""A changed source by keys alone, in the real window: noticed, compared, decided, taken in and undone."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit

from db.touched import touched
from qtapp.dialogs.questions import BatchQuestion
from qtapp.sources.drift_fields import DriftFields
from qtapp.sources.drift_list import DriftList
from qtapp.sources.drift_view import DriftView
from tests.db.files import part, ticket, write
from tests.qtapp.conftest import OpenDesk
from tests.qtapp.desk import Desk
from tests.qtapp.sources.conftest import DriftDesk, notice, torn
from tests.qtapp.test_access import nameless


def view(desk: Desk) -> DriftView:
    assert desk.window.hosts.sources.page is not None
    found = desk.window.hosts.sources.page.compares
    assert found is not None
    return found


def says(desk: Desk) -> str:
    return desk.child(QLabel, "driftEffect").text()


def listed(desk: Desk) -> list[str]:
    rows = view(desk).list.model_of_rows
    return [rows.row_at(row).title for row in range(rows.rowCount())]  # type: ignore[attr-defined]


def ticket_of(desk: Desk, one: int) -> tuple[str, str, bool]:
    found = desk.session.review.ticket(one)
    return "｜".join(found.category), found.root_cause, found.parked


def test_it_is_noticed_and_said(drift_desk: DriftDesk) -> None:
    desk = drift_desk()
    assert desk.window.bar.drift.isVisible()
    assert desk.window.bar.drift.text() == "1 source changed on disk"
    desk.window.bar.drift.click()
    assert desk.window.page() == "sources"
    assert any("changed on disk" in label.text() for label in desk.window.hosts.sources.page.findChildren(QLabel))  # type: ignore[union-attr]


def test_it_is_noticed_when_the_window_is_come_back_to(drift_desk: DriftDesk, tmp_path: Path) -> None:
    desk = drift_desk(change=lambda path: None)
    assert not desk.window.bar.drift.isVisible()
    torn(tmp_path / "part.md")
    QApplication.sendEvent(desk.window, QEvent(QEvent.Type.ActivationChange))
    desk.idle()
    assert desk.window.bar.drift.isVisible()


def test_a_file_that_was_only_touched_is_no_news(drift_desk: DriftDesk) -> None:
    desk = drift_desk(change=lambda path: os.utime(path, (1_000_000_000, 1_000_000_000)))
    assert not desk.window.bar.drift.isVisible()
    runs: list[object] = []
    desk.window.tasks.started.connect(runs.append)
    notice(desk)
    assert runs == [], "what was looked at once is not read again"
    desk.press("G, S", "C")
    desk.idle()
    assert desk.toast == "part.md is as it was read."


def test_the_numbers_come_first(drift_desk: DriftDesk) -> None:
    desk = drift_desk("G, S", "C")
    assert {one: view(desk).comparing.count(one) for one in ("unchanged", "both", "new", "gone", "moved")} == {
        "unchanged": 1,
        "both": 2,
        "new": 1,
        "gone": 1,
        "moved": 1,
    }
    assert says(desk) == (
        "2 fields are not decided: ours stays. T: 1 come, 2 change, 1 are parked with their edits. One step to undo."
    )
    assert ticket_of(desk, 1) == ("我们的", "证书过期", False), "nothing is done before it is wanted"
    assert desk.keyboard() is desk.child(DriftList, "driftList")
    assert listed(desk) == ["a", "b"]
    for key, titles in (("5", ["e"]), ("6", ["c"]), ("7", ["d"]), ("1", ["d"]), ("2", []), ("4", ["a", "b"])):
        desk.press(key)
        assert listed(desk) == titles, key
    assert nameless(view(desk)) == []
    desk.press("Esc")
    assert desk.window.hosts.sources.page.compares is None  # type: ignore[union-attr]
    assert desk.session.review.content(1) != (desk.session.review.path.parent / "part.md").read_bytes()


def test_either_side_or_what_is_written(drift_desk: DriftDesk) -> None:
    desk = drift_desk("G, S", "C", "B")
    assert view(desk).comparing.current is not None
    assert view(desk).comparing.current.title == "b"
    desk.press("Right")
    assert desk.keyboard() is desk.child(DriftFields, "driftFields")
    desk.press("E")
    assert desk.keyboard() is desk.child(QPlainTextEdit, "ownFieldText")
    desk.write("两边的原因")
    desk.press("Ctrl+Return")
    assert says(desk).startswith("T: 1 come")
    desk.press("T")
    desk.idle()
    assert ticket_of(desk, 1)[0] == "他们的"
    assert ticket_of(desk, 2)[1] == "两边的原因"
    assert ticket_of(desk, 3)[2]
    assert desk.session.review.ticket(3).note == "keep this"
    assert "Imported again: 1 added, 2 changed, 1 parked" in desk.toast
    assert not desk.window.bar.drift.isVisible()
    desk.press("Z")
    notice(desk)
    assert [ticket_of(desk, one) for one in (1, 2, 3)] == [
        ("我们的", "证书过期", False),
        ("CDN｜证书问题", "我们的原因", False),
        ("CDN｜证书问题", "证书过期", False),
    ]
    assert desk.window.bar.drift.isVisible()


def test_what_is_not_decided_stays_ours(drift_desk: DriftDesk) -> None:
    desk = drift_desk("G, S", "C", "T")
    assert (ticket_of(desk, 1)[0], ticket_of(desk, 2)[1]) == ("我们的", "我们的原因")
    assert {one.code for source in desk.session.review.sources() for one in source.findings} >= {"conflict"}


def test_the_status_bar_says_how_many_files_there_are(drift_desk: DriftDesk) -> None:
    desk = drift_desk("G, S")
    said = desk.child(QLabel, "shows")
    assert said.text() == "Sources  ·  1 file  ·  4 tickets"
    desk.press("C")
    desk.idle()
    assert "file" in said.text() != "Sources  ·  1 file  ·  4 tickets"
    desk.press("Esc", "G, T")
    assert said.text().startswith("all tickets")


def test_all_of_one_side(drift_desk: DriftDesk) -> None:
    desk = drift_desk("G, S", "C", "A", "Shift+B", "T")
    assert (ticket_of(desk, 1)[0], ticket_of(desk, 2)[1]) == ("我们的", "他们的原因")


def test_writing_is_given_up(drift_desk: DriftDesk) -> None:
    desk = drift_desk("G, S", "C", "E")
    desk.write("无")
    desk.press("Esc")
    assert desk.keyboard() is desk.child(DriftList, "driftList")
    assert view(desk).comparing.done() == 0


def test_another_batch_is_asked_for(drift_desk: DriftDesk) -> None:
    desk = drift_desk("G, S", "C", change=lambda path: part(path, ["v", "w", "x", "y", "z"]))
    assert "asks whether it is another batch" in says(desk)
    asked: list[str] = []

    def answer(name: str) -> None:
        question = desk.sheet(BatchQuestion)
        asked.append(question.text.text())
        {"no": question.reject, "batch": question.accept, "version": question.new.click}[name]()

    desk.later(lambda: answer("no"))
    desk.press("T")
    desk.idle()
    assert "Only 0 of 4 tickets are known again" in asked[0]
    assert len(desk.session.review.sources()) == 1
    desk.later(lambda: answer("batch"))
    desk.press("T")
    desk.idle()
    assert [one.tickets for one in desk.session.review.sources()] == [4, 5]
    assert not any(one.parked for one in desk.session.review.tickets())
    desk.press("Z")
    notice(desk)
    desk.press("C")
    desk.idle()
    desk.later(lambda: answer("version"))
    desk.press("T")
    desk.idle()
    assert [one.tickets for one in desk.session.review.sources()] == [5]
    assert ticket_of(desk, 1)[2]


def test_an_earlier_batch_is_compared_too(drift_desk: DriftDesk, tmp_path: Path) -> None:
    desk = drift_desk("G, S", "C", change=lambda path: part(path, ["v", "w", "x", "y", "z"]))
    desk.later(lambda: desk.sheet(BatchQuestion).accept())
    desk.press("T")
    desk.idle()
    part(tmp_path / "part.md", ["a", "b", "c", "d", "e"])  # the first batch again, and one ticket more
    notice(desk)
    desk.press("Home")
    assert [one.tickets for one in desk.session.review.sources()] == [4, 5]
    page = desk.window.hosts.sources.page
    assert page is not None
    assert any(label.text().startswith("An earlier batch") for label in page.findChildren(QLabel))
    desk.press("C")
    desk.idle()
    plan = view(desk).comparing.plan
    assert plan is not None
    assert (plan.source_id, plan.another_batch) == (1, False)
    desk.press("5")
    assert listed(desk) == ["e"]
    desk.press("T")
    desk.idle()
    assert [one.tickets for one in desk.session.review.sources()] == [5, 5]


@pytest.mark.parametrize("away", [True, False], ids=["missing", "emptied"])
def test_an_empty_or_missing_file(drift_desk: DriftDesk, away: bool) -> None:
    desk = drift_desk("G, S", "C", change=lambda path: path.unlink() if away else path.write_bytes(b""))
    assert listed(desk) == ["a", "b", "c", "d"]
    assert ("not there" in view(desk).words()) is away
    desk.press("T")
    desk.idle()
    assert all(ticket_of(desk, one)[2] for one in (1, 2, 3, 4))
    desk.press("Z")
    desk.idle()
    assert not any(ticket_of(desk, one)[2] for one in (1, 2, 3, 4))


def test_what_changed_again_is_not_taken_in(drift_desk: DriftDesk, tmp_path: Path) -> None:
    desk = drift_desk("G, S", "C")
    write(tmp_path / "part.md", [ticket("a"), ticket("z")])
    desk.press("T")
    desk.idle()
    assert "changed again since it was compared" in desk.toast
    assert not ticket_of(desk, 3)[2]
    desk.press("Backspace", "C")
    desk.idle()
    desk.session.set_category(["X"], [2])
    desk.press("T")
    desk.idle()
    assert "were changed in the review since it was compared" in desk.toast


def test_a_changed_file_that_is_opened_leads_there(drift_desk: DriftDesk, tmp_path: Path) -> None:
    desk = drift_desk(change=lambda path: None)
    torn(tmp_path / "part.md")
    desk.window.door.opener.add(desk.session, [tmp_path / "part.md"])
    desk.idle()
    notice(desk)
    assert desk.window.bar.drift.isVisible()
    assert ticket_of(desk, 1)[0] == "我们的"
    assert not ticket_of(desk, 3)[2]


ROUNDS = ["p49_02", "p49_06", "p49_09", "p49_15", "p8_03"]


def test_real_versions_one_after_the_other(open_desk: OpenDesk, shared: Path, tmp_path: Path) -> None:
    history, file = shared / "datasets" / "history", tmp_path / "part.md"
    shutil.copyfile(history / f"{ROUNDS[0]}.md", file)
    desk = open_desk([file])
    desk.idle()
    desk.press("G, S")
    for name in ROUNDS[1:]:
        shutil.copyfile(history / f"{name}.md", file)
        desk.press("C")
        desk.idle()
        plan = view(desk).comparing.plan
        assert plan is not None
        if plan.another_batch:
            desk.later(lambda: desk.sheet(BatchQuestion).new.click())
        desk.press("T")
        desk.idle()
        assert desk.session.review.sources()[0].tickets == plan.counts.tickets
        assert touched(desk.session.review) == frozenset()
    assert desk.session.review.check() == []


def test_sources_are_gone_through_by_letters_and_lead_to_their_tickets(open_desk: OpenDesk, tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        part(tmp_path / f"{name}.md", [f"{name} 1", f"{name} 2"])
    desk = open_desk([tmp_path])
    desk.idle()
    for keys, way in ((("J", "J", "K"), "Enter"), ((), "T")):
        desk.press("G, S", *keys, way)
        assert desk.window.page() == "tickets"
        assert {desk.session.review.ticket(int(one)).source_name for one in desk.session.ids} == {"b.md"}
