"""The ticket pane on a session without a review: what it shows and what it asks for."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QTextBrowser, QWidget

from db.search import parse
from db.values import HistoryItem, Status
from qtapp.detail import history, tabs
from qtapp.detail import pane as module
from qtapp.detail.history import _Words
from qtapp.detail.pane import TicketPane


@pytest.fixture
def session(tools: SimpleNamespace):
    return tools.session([tools.ticket(n) for n in (1, 2, 3)])


@pytest.fixture
def pane(session, qtbot, monkeypatch: pytest.MonkeyPatch) -> TicketPane:
    monkeypatch.setattr(module, "complete_category", lambda *_: [(("CDN", "配置问题"), 5)])
    monkeypatch.setattr(module, "near_causes", lambda *_: [("缓存未刷新", 2)])
    made = TicketPane(session)
    made.resize(660, 748)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def test_the_head_says_where_the_ticket_stands(pane: TicketPane, session, tools: SimpleNamespace) -> None:
    session.tickets[0] = tools.ticket(1, status=Status.FLAGGED, edited=("category", "note"))
    pane.show_current()
    assert pane.header.title.text() == "证书上传失败 1"
    assert pane.header.facts.accessibleName() == "Flagged, invented.md, line 10, 2 edits"


def test_no_ticket_says_what_to_do(qtbot, tools: SimpleNamespace) -> None:
    empty = TicketPane(tools.session([]))
    qtbot.addWidget(empty)
    empty.show()
    assert empty.nothing.isVisible()
    for action in ("reviewed", "skip", "note"):
        empty.decide(action)
    empty.edit_category()
    empty.add_cause()
    empty.settle()


def test_an_edited_field_shows_what_the_source_said(pane: TicketPane, session, tools: SimpleNamespace) -> None:
    assert not pane.editors.source.isVisible()
    session.tickets[0] = tools.ticket(
        1, root_cause="甲", edited=("root_cause",), originals={"root_cause": "<b>甲</b>，乙"}
    )
    pane.show_current()
    assert pane.editors.source.isVisible()
    assert "&lt;b&gt;" in pane.editors.source.text()


def test_buttons_decide_and_move_on(pane: TicketPane, session, qtbot) -> None:
    click = Qt.MouseButton.LeftButton
    qtbot.mouseClick(pane.bar.buttons["reviewed"], click)
    assert (session.calls[-1], session.current.id) == (("status", Status.REVIEWED), 2)
    qtbot.mouseClick(pane.bar.buttons["flag"], click)
    assert (session.calls[-1], session.current.id) == (("status", Status.FLAGGED), 2)
    qtbot.mouseClick(pane.bar.buttons["flag"], click)
    assert session.calls[-1] == ("status", Status.UNREVIEWED)
    qtbot.mouseClick(pane.bar.buttons["exclude"], click)
    assert (session.calls[-1], session.current.id) == (("status", Status.EXCLUDED), 3)
    qtbot.mouseClick(pane.header.up, click)
    qtbot.mouseClick(pane.bar.buttons["skip"], click)
    assert (len(session.calls), session.current.id) == (4, 3)


def test_a_number_means_the_ticket_that_is_shown(pane: TicketPane, session, monkeypatch) -> None:
    monkeypatch.setattr(session, "likely_categories", lambda ticket: [(("第", str(ticket.id)), 0.5)])
    session.next()
    pane.pick_category(1)
    assert session.calls == [("category", ("第", "2"))]


def test_the_category_by_keys(pane: TicketPane, session, tools: SimpleNamespace, qtbot) -> None:
    pane.edit_category()
    field = pane.editors.category.field
    tools.type_text(field, "配置")
    with qtbot.waitSignal(pane.done):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert session.calls == [("category", ("CDN", "配置问题"))]
    assert pane.editors.category.button.text() == "CDN › 配置问题"


def test_a_root_cause_by_keys(pane: TicketPane, session, qtbot) -> None:
    pane.add_cause()
    qtbot.keyClick(pane.editors.causes.field, Qt.Key.Key_Return)
    assert session.calls == [("add", "缓存未刷新")]
    assert session.current.causes == ("证书格式不正确", "缓存未刷新")


def test_a_note_is_saved_for_the_ticket_that_it_was_typed_for(
    pane: TicketPane, session, tools: SimpleNamespace, qtbot
) -> None:
    pane.edit_note()
    assert pane.known.note.hasFocus()
    tools.type_text(pane.known.note, "见截图")
    session.next()
    assert session.calls == [("note", "见截图", (1,))]
    assert pane.known.note.toPlainText() == ""
    tools.type_text(pane.known.note, "再看")
    pane.commit()
    assert session.calls[-1] == ("note", "再看", (2,))


def test_a_note_that_cannot_be_saved_is_kept(pane: TicketPane, session, tools: SimpleNamespace) -> None:
    session.refuse = True
    pane.edit_note()
    tools.type_text(pane.known.note, "见截图")
    session.next()
    session.previous()
    assert pane.known.note.toPlainText() == "见截图"


def test_each_change_can_be_taken_back_by_key(pane: TicketPane, session, qtbot) -> None:
    pane.settle()
    pane.show_history()
    newest, older = pane.known.history.buttons
    assert newest.hasFocus()
    qtbot.keyClick(newest, Qt.Key.Key_Down)
    assert older.hasFocus()
    qtbot.keyClick(older, Qt.Key.Key_Space)
    assert session.calls == [("take back", 5)]


def test_a_long_value_of_a_change_leaves_room_for_the_other(pane: TicketPane) -> None:
    item = HistoryItem(1, 1, "2024-05-01T10:00:00+00:00", "lin", "edit", "problem", "旧" * 200, "新的问题")
    line = _Words(item, "Problem")
    line.resize(600, 30)
    *_, before, arrow, after = line.shown()
    assert before.startswith("旧旧")
    assert before.endswith("…")
    assert (arrow, after) == ("→", "新的问题")
    assert "旧" * 200 in line.toolTip()
    both = _Words(replace(item, after="新" * 200), "Problem").shown
    assert [one[-1] for one in both()[2::2]] == ["…", "…"]


def test_a_status_of_the_history_is_in_the_words_of_the_program(
    pane: TicketPane, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "translate", str.upper)
    item = HistoryItem(1, 1, "2024-05-01T10:00:00+00:00", "lin", "edit", "status", "flagged", "reviewed")
    assert _Words(item, "Status").accessibleName().endswith("Status: FLAGGED → REVIEWED")
    other = replace(item, field="note")
    assert _Words(other, "Note").accessibleName().endswith("Note: flagged → reviewed")


def test_a_similar_ticket_is_gone_to(pane: TicketPane, session, qtbot) -> None:
    pane.tabs.open(tabs.SIMILAR)
    pane.settle()
    assert pane.known.similar.count() == 2
    pane.known.similar.setCurrentRow(1)
    qtbot.keyClick(pane.known.similar, Qt.Key.Key_Return)
    assert session.current.id == 3


def test_the_tabs_fold_away(pane: TicketPane, qtbot) -> None:
    height = pane.thread.height()
    qtbot.mouseClick(pane.tabs.fold_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: pane.thread.height() > height)
    assert pane.tabs.is_folded
    qtbot.mouseClick(pane.tabs.tabs[tabs.HISTORY], Qt.MouseButton.LeftButton)
    assert not pane.tabs.is_folded
    assert pane.tabs.current == tabs.HISTORY


def test_the_head_follows_what_was_changed_elsewhere(pane: TicketPane, session, tools: SimpleNamespace) -> None:
    session.set_category(("SDK/API",))
    assert pane.editors.category.button.text() == "SDK/API"


def test_replies_are_stepped_through(pane: TicketPane) -> None:
    pane.step_reply(1)
    pane.step_reply(1)
    pane.step_reply(-1)
    assert pane.thread.reply == 1


def test_the_words_of_the_search_are_marked(pane: TicketPane, session) -> None:
    session.query = parse("上传 -证书 cat:图片")
    session.shown_changed.emit()
    QTest.qWait(1)
    hits = [mark for mark in pane.thread._backdrop._marks if mark.kind == "hit"]
    assert {pane.thread.typed_text(mark.start, mark.end) for mark in hits} == {"上传"}


def test_a_selection_is_said_before_it_is_changed(pane: TicketPane, session) -> None:
    assert not pane.says.isVisible()
    session.selection = frozenset(range(1200))
    session.selection_changed.emit()
    assert pane.says.isVisible()
    assert "1,200" in pane.says.text()
    session.selection = frozenset()
    session.selection_changed.emit()
    assert not pane.says.isVisible()


def test_keys_are_shown_as_they_are_bound(pane: TicketPane) -> None:
    pane.show_keys({"reviewed": "R", "category": "Ctrl+J", "next_reply": "F8"})
    assert pane.bar.buttons["reviewed"].key == "R"
    assert pane.editors.category.button.key == "Ctrl+J"
    assert "F8" in pane.thread.toPlainText()


def test_every_control_has_a_name(pane: TicketPane) -> None:
    pane.settle()
    pane.tabs.open(tabs.HISTORY)
    for kind in (QAbstractButton, QLineEdit, QPlainTextEdit, QTextBrowser):
        for control in pane.findChildren(kind):
            if control.isVisibleTo(pane):
                assert control.accessibleName(), control.objectName() or control
                assert control.objectName(), control.accessibleName()


def test_tab_walks_from_the_top_to_the_bottom(pane: TicketPane) -> None:
    pane.settle()
    seen: list[QWidget] = []
    pane.header.up.setFocus()
    for _ in range(60):
        seen.append(pane.focusWidget())
        pane.focusNextChild()
    named = [one.objectName() for one in seen]
    order = ["previous", "next", "category", "quick_category_1", "cause_1", "add_cause", "thread", "tab_history"]
    places = [named.index(name) for name in [*order, "reviewed", "flag", "exclude", "skip"]]
    assert places == sorted(places), named
