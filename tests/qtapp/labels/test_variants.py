"""Variants of labels by keys, in the real window: read, merged, written, left out, kept apart, and undone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from db.labels import decide, labelled, retiring
from qtapp import far
from qtapp.dialogs.questions import Question
from qtapp.kit.narrowing import NarrowField
from qtapp.labels import groups as room
from qtapp.labels.group_list import GroupList
from qtapp.labels.group_pane import Examples, GroupPane
from qtapp.labels.groups import Groups
from qtapp.labels.label_list import LabelList
from qtapp.labels.variants_mode import VariantsMode
from qtapp.picking.picker import Picker
from tests.db.labels.invented import Labels, categories, causes
from tests.qtapp.desk import Desk
from tests.qtapp.labels.conftest import LabelDesk
from tests.qtapp.test_access import nameless

SPELT = {"磁盘写满": 5, "磁盘写满。": 2, "磁盘 写满": 1}
ADVISED = {"证书过期": 3, "证书过期问题": 2}
HOLLOW = {"其他问题": 2, "待确认": 1}
TICKETS: list[Labels] = causes(SPELT | ADVISED | HOLLOW | {"登录密码错误": 4})
PATHS: list[Labels] = categories({"网盘｜挂载": 3, "网盘｜挂载问题": 2, "邮箱｜收发": 1})


@pytest.fixture
def desk(label_desk: LabelDesk) -> Desk:
    """At the variants of root causes."""
    return label_desk(TICKETS, "G, V", "F")


def mode(desk: Desk) -> VariantsMode:
    assert desk.window.hosts.labels.page is not None
    found = desk.window.hosts.labels.page.mode
    assert isinstance(found, VariantsMode)
    return found


def groups(desk: Desk) -> Groups:
    return mode(desk).groups


def listed(desk: Desk) -> list[list[str]]:
    return [[one.label for one in group.labels] for group in groups(desk).groups]


def used(desk: Desk) -> dict[str, int]:
    return {one.label: one.tickets for one in labelled(desk.session.review, "root_cause")}


def says(desk: Desk) -> str:
    mode(desk).pane.settle()
    return desk.child(QLabel, "groupEffect").text()


def test_the_page_shows_groups_of_either_field(label_desk: LabelDesk) -> None:
    desk = label_desk(PATHS, "G, L")
    assert desk.window.page() == "labels"
    assert desk.keyboard() is desk.child(GroupList, "groupList")
    assert listed(desk) == [["网盘｜挂载", "网盘｜挂载问题"]]
    assert "1 group" in mode(desk).words()
    assert says(desk) == "A gives 2 tickets in labels.jsonl the label “网盘｜挂载”. One step to undo."
    desk.press("F")
    assert listed(desk) == []
    assert "No two labels" in desk.child(QLabel, "noGroup").text()
    assert nameless(desk.window.hosts.labels.page) == []  # type: ignore[arg-type]


def test_the_way_through_them(desk: Desk) -> None:
    assert listed(desk) == [list(SPELT), list(ADVISED), list(HOLLOW)]
    current = groups(desk)
    desk.press("J", "Down", "J")
    assert current.is_hollow
    desk.press("K")
    assert current.target == "证书过期"
    desk.press("Space", "Up", "Up", "Up")
    assert current.target == "磁盘写满"
    desk.press("Right")
    labels = desk.child(LabelList, "groupLabels")
    assert desk.keyboard() is labels
    desk.press("Down", "J")
    assert (labels.current_label(), current.target) == ("证书过期", "证书过期")
    desk.press("Left")
    assert desk.keyboard() is desk.child(GroupList, "groupList")
    desk.press("F6")
    assert desk.keyboard() is labels


def test_one_key_merges_and_goes_on_and_undo_comes_back(desk: Desk) -> None:
    assert "3 tickets" in says(desk)
    desk.press("A")
    assert used(desk)["磁盘写满"] == 8
    assert listed(desk) == [list(ADVISED), list(HOLLOW)]
    assert groups(desk).target == "证书过期"
    assert "2 labels became 磁盘写满 on 3 tickets" in desk.toast
    desk.press("J", "Z")
    assert used(desk)["磁盘写满"] == 5
    assert groups(desk).target == "磁盘写满"


def test_merged_into_another_of_them_and_one_left_out(desk: Desk) -> None:
    desk.press("Right", "Down", "S")
    assert groups(desk).target == "磁盘写满。"
    desk.press("Down", "D")
    assert [one.label for one in groups(desk).merged()] == ["磁盘写满"]
    assert "5 tickets" in says(desk)
    desk.press("D", "D", "A")
    assert used(desk) | {"磁盘写满。": 7, "磁盘 写满": 1} == used(desk)
    assert "磁盘写满" not in used(desk)


def test_written_anew_and_esc_leaves_all_as_it_was(desk: Desk) -> None:
    desk.press("E")
    field = desk.child(Picker, "groupField")
    assert desk.keyboard() is field
    assert field.text() == "磁盘写满"
    desk.press("Esc")
    assert desk.keyboard() is desk.child(GroupList, "groupList")
    desk.press("E")
    field.clear()
    desk.write("磁盘空间用尽")
    desk.press("Return", "Return")
    assert groups(desk).target == "磁盘空间用尽"
    assert "8 tickets" in says(desk)
    assert used(desk)["磁盘写满"] == 5
    desk.press("A")
    assert used(desk)["磁盘空间用尽"] == 8


def test_not_the_same_is_remembered(desk: Desk) -> None:
    desk.press("J", "B")
    assert listed(desk) == [list(SPELT), list(HOLLOW)]
    desk.press("K", "Right", "Down", "B")
    assert listed(desk) == [["磁盘写满", "磁盘 写满"], list(HOLLOW)]
    assert "none of the others" not in desk.toast
    desk.press("Z", "Z")
    assert listed(desk) == [list(SPELT), list(ADVISED), list(HOLLOW)]
    assert used(desk)["磁盘写满"] == 5


def test_what_says_nothing_is_replaced_or_says_something(desk: Desk) -> None:
    desk.press("J", "J")
    assert groups(desk).is_hollow
    assert "其他问题" in says(desk)
    desk.press("Right", "Down", "B")
    assert listed(desk)[-1] == ["其他问题"]
    desk.press("A")
    desk.write("登录密码")
    desk.press("Return")
    assert used(desk)["登录密码错误"] == 6
    assert listed(desk) == [list(SPELT), list(ADVISED)]


def test_what_says_nothing_and_is_left_out_is_not_replaced(desk: Desk) -> None:
    desk.press("J", "J", "D")
    assert says(desk) == "“其他问题” is left out: it is not replaced."
    desk.press("A")
    assert desk.toast == "What is left out is not replaced."
    desk.press("E", "Right", "Down")
    assert "“待确认”" in says(desk)
    told = Qt.ItemDataRole.AccessibleTextRole
    rows = desk.child(LabelList, "groupLabels").model()
    parts = [str(rows.index(row, 0).data(told)).rsplit(", ")[-1] for row in range(2)]
    assert parts == ["left out", "is replaced"]
    desk.press("A")
    assert desk.child(QLabel, "groupCaption").text() == "In place of “待确认”"
    desk.write("登录密码")
    desk.press("Return")
    assert used(desk)["登录密码错误"] == 5
    assert groups(desk).out == {"其他问题"}, "also of the group that is left"
    assert used(desk)["其他问题"] == 2


def test_all_that_say_nothing_are_replaced_but_those_left_out(label_desk: LabelDesk) -> None:
    desk = label_desk([*TICKETS, *causes({"不详": 1})], "G, V", "F", "J", "J")
    assert listed(desk)[-1] == ["其他问题", "不详", "待确认"]
    desk.press("Right", "Down", "D", "Shift+A")
    assert desk.child(QLabel, "groupCaption").text() == "In place of 2 labels that say nothing"
    desk.press("Esc")
    assert desk.child(QLabel, "groupCaption").text() == "To be replaced"
    desk.press("Shift+A")
    desk.write("登录密码")
    desk.press("Return")
    assert used(desk)["登录密码错误"] == 7
    assert listed(desk)[-1] == ["不详"]
    desk.press("Shift+A")
    assert desk.toast == "What is left out is not replaced."
    desk.press("Z")
    assert used(desk)["其他问题"] == 2


def test_all_found_one_way_are_merged_in_one_step_with_their_number_first(label_desk: LabelDesk) -> None:
    two = causes({"磁盘写满": 15, "磁盘写满。": 14, "证书过期": 9, "证书过期！": 8, "网络断开": 2, "网络断开问题": 1})
    desk = label_desk(two, "G, V", "F")
    asked: list[str] = []

    def answer(key: Qt.Key) -> None:
        question = desk.sheet(Question)
        asked.append(" ".join(one.text() for one in question.findChildren(QLabel)))
        QTest.keyClick(question, key)

    desk.later(lambda: answer(Qt.Key.Key_Escape))
    desk.press("Shift+A")
    assert "22" in asked[0]
    assert used(desk)["磁盘写满"] == 15
    desk.later(lambda: answer(Qt.Key.Key_Return))
    desk.press("Shift+A")
    assert used(desk) == {"磁盘写满": 29, "证书过期": 17, "网络断开": 2, "网络断开问题": 1}
    desk.press("Z")
    assert used(desk)["证书过期！"] == 8


def test_more_than_the_group_that_is_seen_is_asked_about_however_few(label_desk: LabelDesk) -> None:
    two = causes({"磁盘写满": 3, "磁盘写满。": 2, "证书过期": 3, "证书过期！": 1})
    desk = label_desk(two, "G, V", "F")
    asked: list[str] = []

    def answer() -> None:
        asked.append(desk.sheet(Question).text.text())
        QTest.keyClick(desk.sheet(Question), Qt.Key.Key_Escape)

    desk.later(answer)
    desk.press("Shift+A")
    assert asked[0].startswith("2 groups are merged: 2 labels become others")
    assert used(desk)["磁盘写满"] == 3


def test_tickets_of_a_label_and_of_the_group(desk: Desk) -> None:
    desk.press("T")
    assert desk.window.page() == "tickets"
    assert len(desk.session.ids) == 8
    desk.press("G, L", "Right", "Down", "Enter")
    assert len(desk.session.ids) == 2
    desk.press("G, L")
    assert desk.keyboard() is desk.child(GroupList, "groupList")


def test_another_field_begins_at_its_first_group_and_comes_back_to_where_it_was(label_desk: LabelDesk) -> None:
    both = [
        *TICKETS,
        *categories({"网盘｜挂载": 3, "网盘｜挂载问题": 2, "邮箱｜收发": 2, "邮箱｜收发问题": 1, "其他": 1}),
    ]
    desk = label_desk(both, "G, V", "J", "J")
    assert groups(desk).is_hollow
    desk.press("F")
    assert groups(desk).target == "磁盘写满"
    assert desk.child(QLabel, "groupTitle").text() == "磁盘写满"
    desk.press("J", "F")
    assert groups(desk).is_hollow
    desk.press("F")
    assert groups(desk).target == "证书过期"


def test_narrowed_to_a_text(desk: Desk) -> None:
    desk.press("/")
    field = desk.child(NarrowField, "narrowField")
    assert desk.keyboard() is field
    desk.write("证书")
    desk.press("Return")
    assert listed(desk) == [list(ADVISED)]
    assert desk.keyboard() is desk.child(GroupList, "groupList")
    desk.press("/")
    desk.write("无此")
    desk.press("Return")
    assert "No group has a label with “无此”" in desk.child(QLabel, "noGroup").text()
    desk.press("/", "Esc", "Esc")
    desk.until(lambda: len(listed(desk)) == 3)


def test_tickets_stand_beside_one_another(desk: Desk) -> None:
    desk.press("Right", "Down")
    mode(desk).pane.settle()
    told = desk.child(Examples, "groupExamples").accessibleDescription().split("\n")
    assert [one.split(":")[0] for one in told] == ["Tickets with “磁盘写满”", "Tickets with “磁盘写满。”"]
    assert told[1].count("件事") == 2


def test_a_label_that_may_not_be_given_is_said_before_and_nothing_is_done(label_desk: LabelDesk) -> None:
    desk = label_desk(PATHS, "G, V")
    desk.session.run(lambda: decide(desk.session.review, retiring(desk.session.review, "category", ["邮箱｜收发"])), "")
    desk.press("E")
    desk.child(Picker, "groupField").clear()
    desk.write("邮箱｜收发")
    desk.press("Return", "Return")
    assert groups(desk).target == "邮箱｜收发"
    assert "retired" in says(desk)
    before = labelled(desk.session.review, "category")
    desk.press("A")
    assert labelled(desk.session.review, "category") == before
    assert desk.toast


def test_a_change_from_outside_is_seen(desk: Desk) -> None:
    desk.press("G, T")
    desk.session.set_causes(["磁盘写满"], [6, 7, 8])
    desk.press("G, L")
    assert listed(desk) == [list(ADVISED), list(HOLLOW)]


def test_in_a_review_that_may_only_be_read(label_desk: LabelDesk) -> None:
    desk = label_desk(TICKETS, "G, V", "F", read_only=True)
    assert desk.session.review.read_only
    desk.press("A", "B")
    assert listed(desk) == [list(SPELT), list(ADVISED), list(HOLLOW)]
    assert not desk.child(GroupPane, "groupPane").bar.buttons["variants_merge"].isEnabled()


def test_many_labels_are_looked_through_in_the_background(
    label_desk: LabelDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "NEAR", 3)
    desk = label_desk(TICKETS, "G, V", "F")
    desk.until(lambda: groups(desk).complete)
    assert listed(desk) == [list(SPELT), list(ADVISED), list(HOLLOW)]
    desk.press("A")
    assert listed(desk)[0] == list(ADVISED)
    desk.until(lambda: groups(desk).complete)
    assert listed(desk) == [list(ADVISED), list(HOLLOW)]


def test_very_many_tickets_are_merged_in_the_background(label_desk: LabelDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(far, "FAR", 1)
    desk = label_desk(TICKETS, "G, V", "F")
    first = listed(desk)[0]
    desk.press("A")
    assert desk.session.paused
    assert used(desk)["磁盘写满。"] == 2, "the window has not waited"
    desk.idle()
    assert used(desk)["磁盘写满"] == 8
    assert first not in listed(desk)
    desk.press("Z")
    desk.idle()
    assert used(desk)["磁盘写满。"] == 2
    assert first in listed(desk)
