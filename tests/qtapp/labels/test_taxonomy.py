"""The taxonomy by keys, in the real window: renamed, merged, moved, split, described, retired, held to, as a file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPlainTextEdit

from db import edits
from db.labels import Keeping, admitting, decide, describing, holding, labelled, retiring, terms
from db.review import Review
from qtapp import far
from qtapp.dialogs.palette import Palette
from qtapp.dialogs.questions import Question
from qtapp.kit.paged import ROW
from qtapp.labels.taxonomy_list import TaxonomyList
from qtapp.labels.taxonomy_mode import TaxonomyMode
from qtapp.labels.taxonomy_rows import PaneRows
from qtapp.picking.picker import Picker
from tests.db.labels.invented import Labels, categories
from tests.qtapp.desk import Desk, dress
from tests.qtapp.labels.conftest import LabelDesk
from tests.qtapp.test_access import nameless

TICKETS: list[Labels] = [
    *categories({"网盘": 1, "网盘｜挂载": 3, "网盘｜挂载｜离线": 1, "网盘｜同步": 2, "邮箱｜收发": 2}),
    ("", ["密码错误", "其他问题"], "邮箱登录不上"),
    ("", [], ""),
]
ALL = ["网盘", "网盘｜挂载", "网盘｜挂载｜离线", "网盘｜同步", "邮箱", "邮箱｜收发"]


@pytest.fixture
def desk(label_desk: LabelDesk) -> Desk:
    """At the taxonomy of categories."""
    return label_desk(TICKETS, "G, X")


def mode(desk: Desk) -> TaxonomyMode:
    assert desk.window.hosts.labels.page is not None
    found = desk.window.hosts.labels.page.mode
    assert isinstance(found, TaxonomyMode)
    return found


def shown(desk: Desk) -> list[str]:
    model = mode(desk).list.model()
    return [model.index(row, 0).data(ROW).label for row in range(model.rowCount())]


def used(desk: Desk, field: str = "category") -> dict[str, int]:
    return {one.label: one.tickets for one in labelled(desk.session.review, field)}  # type: ignore[arg-type]


def says(desk: Desk) -> str:
    """What Enter would do, once the pause after the last key is over."""
    QTest.qWait(60)
    assert mode(desk).pane.line.isVisible()
    return desk.child(QLabel, "planSays").text()


def text(desk: Desk, name: str) -> str:
    return desk.child(QLabel, name).text()


def keep(desk: Desk, *plans: Keeping) -> None:
    """Decide something of the taxonomy that is there before."""
    for plan in plans:
        assert desk.session.run(lambda plan=plan: decide(desk.session.review, plan), "undo") is not None  # type: ignore[misc]
    desk.app.processEvents()


def elsewhere(desk: Desk, folder: Path, ids: list[int], *path: str) -> None:
    """Another window gives tickets a category."""
    with Review.open(folder / "labels.winnow", reviewer="wu") as other:
        edits.set_category(other, ids, path)
    desk.session.look_around()
    desk.app.processEvents()


def test_it_shows_a_tree_with_its_numbers(desk: Desk) -> None:
    assert desk.keyboard() is desk.child(TaxonomyList, "taxonomyList")
    assert shown(desk) == ALL
    said = [mode(desk).list.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(len(ALL))]
    assert said[0] == "网盘, 7 tickets, 1 of them directly"
    assert said[2] == "网盘｜挂载｜离线, 1 ticket"
    assert text(desk, "taxonomyCount") == "6 labels · 0 in the taxonomy · 2 tickets without"
    assert text(desk, "taxonomyTitle") == "网盘"
    facts = text(desk, "taxonomyFacts")
    assert "7 tickets, 1 of them directly" in facts
    assert "2 labels below it" in facts
    assert "first seen in labels.jsonl, line 1" in facts
    assert mode(desk).words() == "Taxonomy  ·  6 labels"
    QTest.qWait(100)
    assert text(desk, "taxonomyFiles") == "In 1 file: labels.jsonl (7)"
    assert nameless(desk.window) == []


def test_the_way_through_the_tree(desk: Desk) -> None:
    desk.press("J", "Down")
    assert mode(desk).current == "网盘｜挂载｜离线"
    desk.press("Left")
    assert mode(desk).current == "网盘｜挂载"
    desk.press("Left")
    assert shown(desk) == [one for one in ALL if "离线" not in one]
    desk.press("Right")
    assert shown(desk) == ALL
    desk.press("Right")
    assert mode(desk).current == "网盘｜挂载｜离线"
    desk.press("Right")
    assert desk.keyboard() is desk.child(PaneRows, "taxonomyExamples")
    desk.press("Left", "Home", "O")
    assert shown(desk) == ["网盘", "邮箱", "邮箱｜收发"]
    desk.press("O", "End")
    assert mode(desk).current == "邮箱｜收发"
    desk.press("K", "K", "K")
    assert mode(desk).current == "网盘｜挂载｜离线"


def test_what_is_current_below_a_folded_label_is_that_label(desk: Desk) -> None:
    desk.press("J", "J", "K", "K", "J", "J")
    mode(desk)._fold("网盘", True)
    assert mode(desk).current == "网盘"
    desk.press("J")
    assert mode(desk).current == "邮箱"


def test_narrowing_shows_matches_with_what_they_are_below(desk: Desk) -> None:
    desk.press("/")
    assert desk.keyboard() is mode(desk).head.field
    desk.write("离线")
    desk.until(lambda: len(shown(desk)) == 3)
    assert shown(desk) == ["网盘", "网盘｜挂载", "网盘｜挂载｜离线"]
    assert mode(desk).current == "网盘"
    assert text(desk, "taxonomyCount").startswith("3 of 6 labels")
    desk.press("Ctrl+A")
    desk.write("邮箱")
    desk.until(lambda: len(shown(desk)) == 1)
    assert mode(desk).current == "邮箱"
    desk.press("Ctrl+A")
    desk.write("没有")
    desk.until(lambda: shown(desk) == [])
    assert text(desk, "noLabel") == "No label has “没有”."
    assert desk.child(QLabel, "noLabel").isVisible()
    desk.press("Enter", "R", "M", "X")
    assert not mode(desk).pane.whole.isVisible(), "there is nothing to be renamed"
    desk.press("/", "Esc", "Esc")
    desk.until(lambda: shown(desk) == ALL)
    assert (mode(desk).current, text(desk, "taxonomyTitle")) == ("邮箱", "邮箱")
    assert desk.keyboard() is desk.child(TaxonomyList, "taxonomyList")
    assert mode(desk).list.currentIndex().row() == 4


def test_what_is_asked_of_all_labels_shows_them_all_again(desk: Desk) -> None:
    desk.press("/")
    desk.write("没有")
    desk.press("Enter", "Shift+I")
    assert shown(desk) == ALL
    assert says(desk).startswith("Enter takes 5 labels into the taxonomy")


def test_rename_says_first_and_takes_all_below_along(desk: Desk) -> None:
    desk.press("J", "R")
    field = desk.child(QLineEdit, "planField")
    assert (desk.keyboard(), field.text()) == (field, "挂载")
    assert says(desk) == "It is that already: nothing would change."
    desk.write("同步")
    assert says(desk).startswith("There is already a label “网盘｜同步”")
    desk.press("Enter")
    assert used(desk)["网盘｜挂载"] == 3, "what is refused is not done"
    desk.press("Ctrl+A")
    desk.write("接入")
    assert says(desk) == (
        "Enter makes it “网盘｜接入”, with all below it: 2 labels on 4 tickets. "
        "An export changes in 1 file: labels.jsonl (4). One step to undo."
    )
    assert used(desk)["网盘｜挂载"] == 3, "nothing is written before Enter"
    desk.press("Enter")
    assert used(desk) | {"网盘｜接入": 3, "网盘｜接入｜离线": 1} == used(desk)
    assert mode(desk).current == "网盘｜接入"
    assert not mode(desk).pane.line.isVisible()
    assert desk.keyboard() is desk.child(TaxonomyList, "taxonomyList")
    desk.press("Z")
    assert used(desk)["网盘｜挂载"] == 3
    assert mode(desk).current == "网盘｜挂载"
    desk.press("Ctrl+Shift+Z")
    assert mode(desk).current == "网盘｜接入"


def test_esc_leaves_all_as_it_was(desk: Desk) -> None:
    before = used(desk)
    for key in ("R", "M", "P", "S", "X"):
        desk.press(key)
        assert mode(desk).pane.line.isVisible(), key
        desk.press("Esc")
        assert not mode(desk).pane.line.isVisible(), key
        assert desk.keyboard() is desk.child(TaxonomyList, "taxonomyList")
    assert used(desk) == before
    assert desk.session.next_undo() is None


def test_merge_joins_another_label(desk: Desk) -> None:
    desk.press("End", "M")
    picker = desk.child(Picker, "planPicker")
    assert desk.keyboard() is picker
    assert says(desk).startswith("Type a part of a label")
    desk.press("Enter")
    assert used(desk)["邮箱｜收发"] == 2, "nothing is chosen yet"
    desk.write("同步")
    assert picker.options.isVisible()
    assert says(desk) == (
        "Enter makes it “网盘｜同步” on 2 tickets. “网盘｜同步” is there already, on 2 tickets: they become one. "
        "An export changes in 1 file: labels.jsonl (2). One step to undo."
    )
    desk.press("Enter")
    assert used(desk)["网盘｜同步"] == 4
    assert mode(desk).current == "网盘｜同步"
    assert "邮箱" not in shown(desk)
    desk.press("Z")
    assert used(desk)["网盘｜同步"] == 2


def test_a_label_is_not_merged_into_what_is_below_it_or_is_new(desk: Desk) -> None:
    desk.press("M")
    desk.write("挂载")
    QTest.qWait(60)
    assert desk.child(Picker, "planPicker").options.count() == 0
    desk.press("Enter", "Enter")
    assert shown(desk) == ALL


def test_arrows_choose_among_what_is_offered(desk: Desk) -> None:
    desk.press("End", "M", "Down", "Down")
    chosen = desk.child(Picker, "planPicker").meant()
    assert chosen is not None
    label = chosen.value  # type: ignore[union-attr]
    assert f"“{label}”" in says(desk)
    desk.press("Enter")
    assert "邮箱｜收发" not in used(desk)
    assert mode(desk).current == label


def test_move_under_another_and_to_the_top(desk: Desk) -> None:
    desk.press("J", "P")
    assert says(desk).startswith("Enter makes it “挂载”, with all below it: 2 labels on 4 tickets.")
    desk.write("邮箱")
    assert says(desk).startswith("Enter makes it “邮箱｜挂载”")
    desk.press("Enter")
    assert used(desk) | {"邮箱｜挂载": 3, "邮箱｜挂载｜离线": 1} == used(desk)
    assert mode(desk).current == "邮箱｜挂载"
    desk.press("P", "Enter")
    assert used(desk) | {"挂载": 3, "挂载｜离线": 1} == used(desk)
    assert mode(desk).current == "挂载"
    desk.press("P")
    desk.write("全新")
    desk.press("Down", "Enter")
    assert used(desk)["全新｜挂载"] == 3


def test_root_causes_are_not_moved(desk: Desk) -> None:
    desk.press("F", "P")
    assert not mode(desk).pane.line.isVisible()
    assert "none is under another" in desk.toast
    assert not mode(desk).pane.bar.buttons["taxonomy_move"].isVisible()


def test_split_gives_the_label_to_what_a_search_finds(desk: Desk) -> None:
    desk.press("M", "Down", "Esc", "S")
    search = desk.child(QLineEdit, "splitSearch")
    assert desk.keyboard() is search
    desk.write("re:/(")
    assert "regular expression" in says(desk) or "pattern" in says(desk)
    desk.press("Ctrl+A")
    desk.write("id:2,3,6")
    assert says(desk) == "Found: 3 tickets of 7. Choose the label that they are to get."
    mode(desk).pane.line.go.click()
    assert desk.session.next_undo() is None, "what was chosen for another question is not chosen for this one"
    desk.press("Enter")
    assert desk.keyboard() is desk.child(Picker, "planPicker")
    desk.write("接入")
    desk.press("Down", "Down")
    assert says(desk) == (
        "Enter gives 3 tickets of 7 the label “接入”. An export changes in 1 file: labels.jsonl (3). One step to undo."
    )
    desk.press("Enter")
    assert used(desk) | {"接入": 3, "网盘｜挂载": 1, "网盘｜同步": 1} == used(desk)
    assert mode(desk).current == "网盘", "what is left of it is still looked at"
    desk.press("Z")
    assert used(desk)["网盘｜挂载"] == 3


def test_a_search_that_finds_none_of_them_changes_nothing(desk: Desk) -> None:
    desk.press("S")
    desk.write("id:9")
    desk.press("Enter")
    desk.write("邮箱")
    assert says(desk) == "No ticket of this label is found: nothing would change."
    desk.press("Enter")
    assert mode(desk).pane.line.isVisible()
    assert desk.session.next_undo() is None


def test_describe_is_written_read_and_undone(desk: Desk) -> None:
    assert "Nobody has said" in " ".join(one.text() for one in mode(desk).pane.meaning.findChildren(QLabel))
    desk.press("J", "E")
    assert desk.keyboard() is desk.child(QPlainTextEdit, "definitionField")
    desk.write("挂载到本机")
    desk.press("Shift+Enter")
    desk.write("不含同步")
    desk.press("Tab")
    desk.write("挂不上")
    desk.press("Enter")
    known = terms(desk.session.review, "category")["网盘｜挂载"]
    assert (known.definition, known.example, known.ticket) == ("挂载到本机\n不含同步", "挂不上", 0)
    assert text(desk, "meaningText") == "挂载到本机\n不含同步"
    assert text(desk, "meaningExample") == "Example: 挂不上"
    assert desk.keyboard() is desk.child(TaxonomyList, "taxonomyList")
    desk.press("E", "Esc")
    assert terms(desk.session.review, "category")["网盘｜挂载"] == known
    desk.press("Z")
    assert "网盘｜挂载" not in terms(desk.session.review, "category")
    assert not mode(desk).pane.meaning.text.isVisible()


def test_an_example_ticket_is_the_example(desk: Desk) -> None:
    desk.press("J", "J")
    desk.press("E", "Tab", "Tab", "Enter", "Enter")
    known = terms(desk.session.review, "category")["网盘｜挂载｜离线"]
    assert (known.example, known.ticket) == ("第 5 件事", 5)
    desk.press("E", "Tab", "Ctrl+A", "Backspace", "Enter")
    known = terms(desk.session.review, "category")["网盘｜挂载｜离线"]
    assert (known.example, known.ticket) == ("", 0)


def test_what_is_being_written_outlives_a_change_from_outside(desk: Desk, tmp_path: Path) -> None:
    desk.press("E")
    desk.write("写了一半")
    elsewhere(desk, tmp_path, [1], "网盘", "挂载")
    assert mode(desk).pane.meaning.is_writing
    desk.press("Enter")
    assert terms(desk.session.review, "category")["网盘"].definition == "写了一半"


def test_retire_says_first_and_is_brought_back(desk: Desk) -> None:
    desk.press("J", "X")
    assert says(desk).startswith("Enter retires it with all below it")
    assert "4 tickets" in says(desk)
    desk.press("Enter")
    assert terms(desk.session.review, "category")["网盘｜挂载"].retired
    assert desk.child(QLabel, "mark_retired").isVisible()
    said = mode(desk).list.model().index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "网盘｜挂载｜离线, 1 ticket, retired"
    assert mode(desk).head.outside.isVisible()
    desk.press("J", "X")
    assert "retired because “网盘｜挂载” is" in desk.toast, "it is above that has to be brought back"
    desk.press("K", "X", "Enter")
    assert not terms(desk.session.review, "category")["网盘｜挂载"].retired
    assert not mode(desk).head.outside.isVisible()


def test_take_one_in_and_out(desk: Desk) -> None:
    desk.press("I")
    assert set(terms(desk.session.review, "category")) == {"网盘"}
    desk.press("I")
    assert says(desk).startswith("Enter takes it out of the taxonomy")
    desk.press("Enter")
    assert terms(desk.session.review, "category") == {}
    assert used(desk)["网盘"] == 1


def test_take_all_in_and_hold_tickets_to_it(desk: Desk, tmp_path: Path) -> None:
    desk.press("H")
    assert "no taxonomy" in desk.toast
    assert not mode(desk).pane.line.isVisible()
    desk.press("Shift+I")
    assert says(desk) == "Enter takes 5 labels into the taxonomy, all that tickets have. No ticket changes."
    desk.press("Enter", "Shift+I")
    assert "already" in desk.toast
    desk.press("H")
    assert says(desk) == "Enter holds tickets to the taxonomy. None has a label outside it."
    desk.press("Esc", "End", "I", "Enter", "H")
    assert says(desk).startswith(
        "Enter holds tickets to the taxonomy. Findings: 2 tickets, for 1 label outside it (邮箱｜收发)"
    )
    desk.press("Enter")
    assert text(desk, "taxonomyHeld") == "Held to it"
    said = mode(desk).list.model().index(5, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "邮箱｜收发, 2 tickets, outside"
    mode(desk).head.outside.click()
    assert desk.window.page() == "tickets"
    assert list(desk.session.ids) == [8, 9]
    desk.press("G, X", "H", "Enter")
    assert text(desk, "taxonomyHeld") == "Tickets not held to it"


def test_many_tickets_are_confirmed_first(label_desk: LabelDesk) -> None:
    desk = label_desk(categories({"网盘｜挂载": 21, "邮箱": 1}), "G, X")
    desk.press("J", "R")
    desk.write("接入")
    desk.later(lambda: desk.sheet(Question).reject())
    desk.press("Enter")
    assert used(desk)["网盘｜挂载"] == 21
    assert mode(desk).pane.line.isVisible(), "what was typed is still there"
    asked: list[str] = []

    def agree() -> None:
        asked.append(desk.sheet(Question).heading.text())
        desk.sheet(Question).accept()

    desk.later(agree)
    desk.press("Enter")
    assert asked == ["Change 21 tickets?"]
    assert used(desk)["网盘｜接入"] == 21


def test_very_many_tickets_are_renamed_in_the_background(
    label_desk: LabelDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(far, "FAR", 15)
    desk = label_desk(categories({"网盘｜挂载": 18, "邮箱": 1}), "G, X")
    commands: list[str] = []
    desk.window.tasks.started.connect(lambda task: commands.append(task.command))
    desk.press("J", "R")
    desk.write("接入")
    desk.press("Enter")
    assert commands == ["relabel"]
    assert "网盘｜接入" not in used(desk), "the window has not waited"
    desk.idle()
    assert used(desk)["网盘｜接入"] == 18
    assert mode(desk).current == "网盘｜接入"
    assert "18 tickets" in desk.toast
    desk.press("Z")
    desk.idle()
    assert used(desk)["网盘｜挂载"] == 18


def test_to_the_tickets_and_back(desk: Desk) -> None:
    desk.press("J", "T")
    assert desk.window.page() == "tickets"
    assert list(desk.session.ids) == [2, 3, 4, 5], "with all below it"
    desk.press("G, X", "J", "Enter")
    assert list(desk.session.ids) == [5]
    desk.press("G, X", "K", "F6", "Down", "Enter")
    assert desk.session.current_id == 4
    assert list(desk.session.ids) == [2, 3, 4, 5]
    desk.press("G, X")
    assert mode(desk).current == "网盘｜挂载"


def test_a_root_cause_is_found_whatever_is_in_it(label_desk: LabelDesk) -> None:
    name = 'A | B "不是" (C) or 说明: ' + "很长" * 200
    desk = label_desk([("网盘", [name], ""), ("网盘", ["A"], "")], "G, X", "F")
    mode(desk).go(name)
    desk.press("T")
    assert list(desk.session.ids) == [1]


def test_f6_goes_round(desk: Desk) -> None:
    found = []
    for _ in range(3):
        desk.press("F6")
        found.append(desk.keyboard().objectName())
    assert found == ["taxonomyExamples", "taxonomyBelow", "taxonomyList"]
    desk.press("F6", "F6", "Enter")
    assert mode(desk).current == "网盘｜挂载"
    assert desk.keyboard() is desk.child(TaxonomyList, "taxonomyList")


def test_root_causes_are_a_list(desk: Desk) -> None:
    desk.press("F")
    assert shown(desk) == ["磁盘写满", "其他问题", "密码错误"]
    said = mode(desk).list.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "其他问题, 1 ticket, says nothing"
    desk.press("J", "M")
    desk.write("密码")
    desk.press("Enter")
    assert used(desk, "root_cause") == {"磁盘写满": 9, "密码错误": 1}
    assert desk.session.review.ticket(10).causes == ("密码错误",)


def test_a_change_from_outside_is_taken_in(desk: Desk, tmp_path: Path) -> None:
    desk.press("J", "J", "R")
    desk.write("断网")
    elsewhere(desk, tmp_path, [6], "网盘", "挂载", "离线")
    assert "on 2 tickets" in says(desk), "the plan follows"
    elsewhere(desk, tmp_path, [5, 6], "邮箱")
    assert "网盘｜挂载｜离线" not in shown(desk)
    assert not mode(desk).pane.line.isVisible(), "there is nothing left to rename"
    assert mode(desk).current == "网盘｜同步"


def test_an_edit_on_the_tickets_page_is_taken_in(desk: Desk) -> None:
    desk.press("G, T")
    desk.session.set_category(("全新",), [1])
    desk.press("G, X")
    assert "全新" in shown(desk)


def test_a_review_without_labels_says_what_to_do(label_desk: LabelDesk) -> None:
    desk = label_desk([("", [], "")], "G, X")
    assert "No ticket has a category" in text(desk, "noLabel")
    desk.press("J", "R", "M", "P", "S", "X", "I", "E", "T", "Enter", "O", "F", "J")
    assert "No ticket has a root cause" in text(desk, "noLabel")
    assert desk.session.next_undo() is None
    desk.press("Shift+I")
    assert "already" in desk.toast
    assert nameless(mode(desk)) == []


def test_a_review_that_may_only_be_read_decides_nothing(label_desk: LabelDesk) -> None:
    desk = label_desk(TICKETS, "G, X", read_only=True)
    desk.press("R", "M", "P", "S", "X", "I", "E", "H", "Shift+I", "J")
    assert mode(desk).current == "网盘｜挂载"
    assert not mode(desk).pane.line.isVisible()
    assert not mode(desk).pane.meaning.is_writing
    assert not mode(desk).pane.meaning.describe.isEnabled()
    assert not mode(desk).head.hold.isEnabled()
    assert [one.isEnabled() for one in mode(desk).foot.buttons] == [False, True, False]


def test_it_is_saved_as_a_file(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(desk, describing(desk.session.review, "category", "邮箱", "收发邮件"))
    offered: list[str] = []

    def choose(parent: object, words: str, place: str, kinds: str) -> tuple[str, str]:
        offered.append(Path(place).name)
        return str(tmp_path / "mine"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    desk.child(object, "taxonomy_save").click()  # type: ignore[type-var, attr-defined]
    assert offered == ["labels-taxonomy.json"]
    assert desk.toast == "9 labels are in mine.json"
    said = json.loads((tmp_path / "mine.json").read_text(encoding="utf-8"))
    assert {"names": ["邮箱"], "definition": "收发邮件"} in said["categories"]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    desk.child(object, "taxonomy_save").click()  # type: ignore[type-var, attr-defined]
    assert len(list(tmp_path.glob("*.json"))) == 1


def test_a_file_is_read_after_it_was_said_what_it_changes(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "other.json"
    entries = [{"names": ["邮箱", "收发"], "definition": "信"}, {"names": ["全新"], "retired": True}]
    file.write_text(json.dumps({"format": "winnow-taxonomy", "version": 1, "categories": entries}), encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    keep(desk, admitting(desk.session.review, "category", ["网盘", "邮箱｜收发"]))
    asked: list[str] = []

    def answer(take: bool) -> None:
        sheet = desk.sheet(Question)
        asked.append(sheet.text.text())
        (sheet.accept if take else sheet.reject)()

    desk.later(lambda: answer(False))
    desk.child(object, "taxonomy_read").click()  # type: ignore[type-var, attr-defined]
    assert "New: 1 label (全新)" in asked[0]
    assert "1 label (邮箱｜收发)" in asked[0]
    assert "Not in the file, and kept: 1" in asked[0]
    assert "全新" not in shown(desk)
    desk.later(lambda: answer(True))
    desk.child(object, "taxonomy_read").click()  # type: ignore[type-var, attr-defined]
    assert "全新" in shown(desk)
    assert terms(desk.session.review, "category")["全新"].retired
    desk.child(object, "taxonomy_read").click()  # type: ignore[type-var, attr-defined]
    assert "already" in desk.toast
    desk.until(desk.window.isActiveWindow)
    desk.press("Z")
    assert "全新" not in shown(desk)


def test_a_file_that_is_no_taxonomy_gets_a_sentence(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "other.json"
    file.write_text("[]", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    desk.child(object, "taxonomy_read").click()  # type: ignore[type-var, attr-defined]
    assert "is no taxonomy" in desk.toast


def test_files_are_asked_for_from_the_palette_anywhere(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "all.json"), ""))
    desk.press("G, T", "Ctrl+K")
    desk.sheet(Palette)
    desk.write("Save the taxonomy")
    desk.press("Enter")
    desk.until((tmp_path / "all.json").exists)


def test_five_thousand_labels_are_all_there(label_desk: LabelDesk) -> None:
    desk = label_desk([("网盘", [f"原因 {n}"], "") for n in range(5000)], "G, X", "F")
    assert len(shown(desk)) == 5000
    desk.press("End", "/")
    desk.write("4999")
    desk.until(lambda: shown(desk) == ["原因 4999"])
    desk.press("Enter", "M")
    desk.write("17")
    assert "“原因 17”" in says(desk)


# What a label means, where one is given


def meant(desk: Desk) -> None:
    review = desk.session.review
    keep(desk, describing(review, "category", "邮箱｜收发", "信的<b>收发</b>", "收不到信"))
    keep(desk, describing(review, "root_cause", "密码错误", "密码输错"))
    keep(desk, retiring(review, "category", ["网盘｜同步"]))


def test_the_editors_say_what_a_label_means(desk: Desk) -> None:
    meant(desk)
    desk.press("G, T", "C")
    field = desk.child(Picker, "category_field")
    desk.write("收发")
    options = field.options
    assert options.note.isVisible()
    assert options.note.text() == "信的<b>收发</b>\nExample: 收不到信"
    assert options.rect().contains(options.note.geometry().bottomRight())
    desk.press("Ctrl+A")
    desk.write("挂载")
    assert not options.note.isVisible()
    desk.press("Ctrl+A")
    desk.write("同步")
    assert [options.item(row).data(Qt.ItemDataRole.UserRole) for row in range(options.count())] == [None], (
        "what is retired is not offered"
    )
    desk.press("Esc", "T")
    cause = desk.child(Picker, "cause_field")
    desk.write("密码")
    assert cause.options.note.text() == "密码输错"
    assert cause.accessibleDescription() == "密码输错"


def test_the_chips_say_what_their_label_means_until_it_is_said_otherwise(desk: Desk) -> None:
    meant(desk)
    desk.press("G, T")
    desk.session.go(8)
    desk.settle()
    button = desk.pane.editors.category.button
    assert "信的&lt;b&gt;收发&lt;/b&gt;<br>Example: 收不到信" in button.toolTip()
    assert button.accessibleDescription() == "信的<b>收发</b>\nExample: 收不到信"
    review = desk.session.review
    keep(desk, describing(review, "category", "邮箱｜收发", "邮件"))
    assert button.accessibleDescription() == "邮件\nExample: 收不到信"
    desk.session.go(1)
    assert button.accessibleDescription() == ""


def test_held_to_a_taxonomy_only_what_is_in_it_is_offered(desk: Desk) -> None:
    review = desk.session.review
    keep(desk, admitting(review, "category", ["邮箱｜收发"]))
    keep(desk, holding(review, "category"))
    desk.press("G, T", "C")
    options = desk.child(Picker, "category_field").options
    assert options.count() == 1


@pytest.mark.parametrize("code", ["en", "zh_CN"])
def test_every_control_has_a_name(label_desk: LabelDesk, code: str) -> None:
    dress(code)
    desk = label_desk(TICKETS, "G, X")
    assert nameless(desk.window) == []
    for key in ("R", "M", "S", "E"):
        desk.press(key)
        assert nameless(desk.window) == [], key
        desk.press("Esc")
