"""Contradicting labels by keys, in the real window: found, read side by side, set alike, kept, and undone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from db.replies import Conflict
from db.review import Review
from qtapp import evidence as room
from qtapp.dialogs.questions import Question
from qtapp.evidence import Evidence
from qtapp.replies.case_column import CaseList
from qtapp.replies.conflict_list import ConflictList
from qtapp.replies.evidence_card import EvidenceCard, EvidenceLine
from qtapp.replies.evidence_view import EvidenceView
from tests.qtapp.conftest import OpenDesk
from tests.qtapp.desk import Desk, dress
from tests.qtapp.replies.conftest import compared_review
from tests.qtapp.replies.contradicting import CALM, MANY, PROBLEM, SPLIT, dataset
from tests.qtapp.test_access import nameless


@pytest.fixture(scope="session")
def contradicting(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A review of the invented dataset, compared once for all tests; to be copied."""
    return compared_review(tmp_path_factory.mktemp("labels") / "labels.winnow", dataset)


@pytest.fixture
def review_file(contradicting: Path, tmp_path: Path) -> Path:
    """One that a test may write to."""
    return Path(shutil.copy(contradicting, tmp_path / "labels.winnow"))


@pytest.fixture
def page_desk(open_desk: OpenDesk, review_file: Path) -> Desk:
    """The program on the page of canned replies."""
    return at_page(open_desk([review_file]))


def at_page(desk: Desk) -> Desk:
    desk.press("G, C")
    desk.idle()
    desk.until(lambda: evidence(desk).complete)
    return desk


def evidence(desk: Desk) -> Evidence:
    assert desk.window.hosts.canned.page is not None
    return desk.window.hosts.canned.page.evidence


def view(desk: Desk) -> EvidenceView:
    assert desk.window.hosts.canned.page is not None
    assert desk.window.hosts.canned.page.on_labels
    assert desk.window.hosts.canned.page.view is not None
    return desk.window.hosts.canned.page.view


def current(desk: Desk) -> Conflict:
    found = evidence(desk).current
    assert found is not None
    return found


def texts(desk: Desk) -> list[str]:
    desk.until(lambda: evidence(desk).complete)
    return [one.text for one in evidence(desk).conflicts]


def go(desk: Desk, wording: str) -> None:
    canned = desk.session.canned
    canned.go(next(int(one) for one in canned.handles if canned.replies.rows([one])[0].wording == wording))
    desk.app.processEvents()


def categories(desk: Desk, conflict: Conflict) -> set[str]:
    return {desk.session.review.ticket(one).category[-1] for one in conflict.tickets}


def says(desk: Desk) -> str:
    return desk.child(QLabel, "labelsEffect").text()


def test_the_line_over_the_families_leads_to_all_strongest_first(page_desk: Desk) -> None:
    line = page_desk.child(EvidenceLine, "canned_conflicts")
    assert line.isVisible()
    assert "3" in line.text()
    page_desk.press("Shift+L")
    assert texts(page_desk) == [PROBLEM, MANY, SPLIT]
    assert page_desk.keyboard() is page_desk.child(ConflictList, "conflictList")
    assert current(page_desk).text == PROBLEM
    assert "3 contradictions" in page_desk.window.hosts.canned.page.words()  # type: ignore[union-attr]
    page_desk.press("Esc")
    assert page_desk.keyboard() is page_desk.window.hosts.canned.page.families.list  # type: ignore[union-attr]


def test_the_way_through_them(page_desk: Desk) -> None:
    page_desk.press("Shift+L", "J", "Down", "Space")
    assert current(page_desk).text == SPLIT
    page_desk.press("K")
    assert current(page_desk).text == MANY
    page_desk.press("Up", "Up")
    assert current(page_desk).text == PROBLEM
    page_desk.press("End")
    assert current(page_desk).text == SPLIT


def test_the_card_says_where_no_label_leads(page_desk: Desk) -> None:
    go(page_desk, SPLIT)
    session, card = page_desk.session, page_desk.child(EvidenceCard, "evidenceCard")
    page_desk.press("L")
    conflict = current(page_desk)
    page_desk.press("L")
    session.set_causes(["节点故障"], conflict.labels[0][1][:1])
    session.set_causes(["网络抖动"], conflict.labels[0][1][1:2])
    page_desk.idle()
    assert card.text.text() == "As many say “分片太大” as another label, 3 tickets say otherwise."


def test_l_on_a_family_opens_its_contradiction(page_desk: Desk) -> None:
    card = page_desk.child(EvidenceCard, "evidenceCard")
    go(page_desk, CALM)
    assert not card.isVisible()
    page_desk.press("L")
    assert "do not contradict" in page_desk.toast
    go(page_desk, SPLIT)
    assert card.isVisible()
    assert card.text.text() == "Most say “分片太大”, 1 ticket says otherwise."
    page_desk.press("L")
    assert current(page_desk).text == SPLIT
    assert view(page_desk).list.currentIndex().row() == 2
    page_desk.press("L")
    assert not page_desk.window.hosts.canned.page.on_labels  # type: ignore[union-attr]
    assert page_desk.session.canned.family is not None
    assert page_desk.session.canned.family.row.wording == SPLIT


def test_both_labels_stand_side_by_side(page_desk: Desk) -> None:
    page_desk.press("Shift+L")
    left, right = view(page_desk).pane.columns
    assert (left.label.text(), right.label.text()) == ("CDN｜访问下载", "CDN｜配置问题")
    assert (left.list.model_of_cases.rowCount(), right.list.model_of_cases.rowCount()) == (3, 2)
    said = left.list.model_of_cases.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "首页打不开\npart-7.md, line 7\n" in said
    assert PROBLEM in said
    assert "Root cause: 节点故障" in said
    assert left.list.delegate.shared == {"problem", "root_cause", "title"}
    page_desk.press("]")
    assert right.label.text() == "对象存储｜其他类咨询"
    page_desk.press("]", "]")
    assert right.label.text() == "CDN｜配置问题"
    page_desk.press("[")
    assert right.label.text() == "账户｜登录"


def test_a_sets_alike_what_the_sentence_said_in_one_step(page_desk: Desk) -> None:
    page_desk.press("Shift+L")
    conflict = current(page_desk)
    assert says(page_desk) == "A gives 4 tickets the category “CDN｜访问下载”; one step to undo."
    page_desk.press("A")
    assert categories(page_desk, conflict) == {"访问下载"}
    assert texts(page_desk) == [MANY, SPLIT]
    assert current(page_desk).text == MANY
    page_desk.press("Z")
    assert len(categories(page_desk, conflict)) == 4
    assert texts(page_desk) == [PROBLEM, MANY, SPLIT]
    assert current(page_desk).text == PROBLEM


@pytest.mark.parametrize(
    ("keys", "label"), [(["2"], "配置问题"), (["4"], "登录"), (["]", "S"], "其他类咨询"), (["1"], "访问下载")]
)
def test_digits_and_s_set_another_label(page_desk: Desk, keys: list[str], label: str) -> None:
    page_desk.press("Shift+L")
    conflict = current(page_desk)
    page_desk.press("7")
    assert len(categories(page_desk, conflict)) == 4
    page_desk.press(*keys)
    assert categories(page_desk, conflict) == {label}
    assert texts(page_desk) == [MANY, SPLIT]


def test_more_than_twenty_are_confirmed_first(page_desk: Desk) -> None:
    page_desk.press("Shift+L", "J")
    conflict = current(page_desk)
    page_desk.later(lambda: page_desk.sheet(Question).reject())
    page_desk.press("2")
    assert len(categories(page_desk, conflict)) == 2
    asked: list[str] = []

    def agree() -> None:
        asked.append(page_desk.sheet(Question).heading.text())
        page_desk.sheet(Question).accept()

    page_desk.later(agree)
    page_desk.press("2")
    assert asked == ["Change 22 tickets?"]
    assert categories(page_desk, conflict) == {"访问下载"}


def test_kept_ones_do_not_come_back(open_desk: OpenDesk, review_file: Path) -> None:
    desk = at_page(open_desk([review_file]))
    desk.press("Shift+L", "J", "B")
    assert texts(desk) == [PROBLEM, SPLIT]
    assert "kept as they are" in desk.toast
    desk.press("Esc")
    go(desk, MANY)
    assert not desk.child(EvidenceCard, "evidenceCard").isVisible()
    desk.press("Ctrl+W")
    desk.window.door.open_one(review_file)
    desk.until(lambda: desk.window.session is not None and desk.session.complete)
    at_page(desk)
    assert texts(desk) == [PROBLEM, SPLIT]
    desk.press("Shift+L", "Z")
    assert texts(desk) == [PROBLEM, MANY, SPLIT]
    assert current(desk).text == MANY
    desk.press("Ctrl+Shift+Z")
    assert texts(desk) == [PROBLEM, SPLIT]


def test_to_a_ticket_and_back(page_desk: Desk) -> None:
    page_desk.press("Shift+L", "J", "J", "T")
    conflict = evidence(page_desk).current
    assert conflict is not None
    assert page_desk.window.page() == "tickets"
    assert page_desk.session.current_id == conflict.labels[1][1][0]
    assert len(page_desk.session.ids) == len(conflict.tickets)
    page_desk.press("G, C")
    assert current(page_desk).text == SPLIT
    view(page_desk)
    page_desk.press("Right", "Down", "Enter")
    assert page_desk.session.current_id == conflict.labels[0][1][1]


def test_arrows_and_f6_go_round(page_desk: Desk) -> None:
    page_desk.press("Shift+L")
    found: list[QWidget] = []
    for key in ("Right", "Right", "Left", "Left", "F6", "F6", "F6", "Ctrl+3", "Ctrl+2"):
        page_desk.press(key)
        found.append(page_desk.keyboard())
    left, right = (page_desk.child(CaseList, f"cases{side}") for side in ("Left", "Right"))
    here = page_desk.child(ConflictList, "conflictList")
    assert found == [left, right, left, here, left, right, here, left, here]


def test_when_all_is_decided_it_says_so(page_desk: Desk) -> None:
    page_desk.press("Shift+L", "A", "A", "A")
    assert texts(page_desk) == []
    assert evidence(page_desk).current is None
    assert page_desk.child(QLabel, "noConflict").text() == "No labels contradict one another."
    page_desk.press("J", "A", "2", "T", "Esc")
    assert not page_desk.child(EvidenceLine, "canned_conflicts").isVisible()


def test_a_review_that_may_only_be_read_decides_nothing(
    open_desk: OpenDesk, review_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Review.open
    monkeypatch.setattr(Review, "open", lambda path, *args, **kwargs: real(path, read_only=True))
    desk = at_page(open_desk([review_file]))
    assert desk.session.review.read_only
    desk.press("Shift+L", "A", "2", "B", "S", "J")
    assert len(texts(desk)) == 3
    assert current(desk).text == MANY
    assert not view(desk).pane.bar.buttons["conflict_keep"].isEnabled()


def test_an_edit_on_the_tickets_page_is_taken_in(page_desk: Desk) -> None:
    split = next(one for one in evidence(page_desk).conflicts if one.text == SPLIT)
    page_desk.press("G, T")
    page_desk.session.set_causes(["分片太大"], split.labels[1][1])
    page_desk.press("G, C")
    assert texts(page_desk) == [PROBLEM, MANY]


def test_another_threshold_is_followed(page_desk: Desk) -> None:
    page_desk.press("Shift+L", "Esc")
    page_desk.session.canned.set_threshold(1.0)
    page_desk.press("Shift+L")
    assert texts(page_desk) == [PROBLEM, MANY, SPLIT]
    assert len(evidence(page_desk).conflicts[2].tickets) == 4
    page_desk.app.processEvents()
    assert len(texts(page_desk)) == 3


def test_of_very_many_the_strongest_are_listed(
    open_desk: OpenDesk, review_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = at_page(open_desk([review_file]))
    every = list(evidence(desk).conflicts)
    assert len(every) == evidence(desk).total > 2
    monkeypatch.setattr(room, "MOST", 2)
    desk.press("-")  # another threshold
    desk.until(lambda: len(evidence(desk).conflicts) == 2)
    assert evidence(desk).total >= len(every)
    strengths = sorted((one.strength for one in every), reverse=True)
    assert [one.strength for one in evidence(desk).conflicts] == strengths[:2]
    desk.press("Shift+L")
    assert view(desk).count.text() == f"{evidence(desk).total} contradictions"
    assert view(desk).words().endswith(f"{evidence(desk).total} contradictions, the strongest 2 are listed")
    assert desk.child(EvidenceLine, "canned_conflicts").text().endswith(f": {evidence(desk).total}")


def test_what_takes_long_is_not_looked_for_again_until_somebody_looks(
    page_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "DEAR", 0.0)
    page_desk.press("H")
    QTest.qWait(3 * room.PAUSE)
    assert not evidence(page_desk).is_fresh
    page_desk.press("Shift+L")
    page_desk.until(lambda: evidence(page_desk).complete and evidence(page_desk).is_fresh)


def test_a_large_review_is_looked_through_in_steps(page_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qtapp.evidence.FIRST_STEP", 0.0)
    monkeypatch.setattr("qtapp.evidence.STEP", 0.0)
    page_desk.press("Shift+L")
    conflict = current(page_desk)
    page_desk.press("A")
    assert not evidence(page_desk).complete
    assert current(page_desk).text == MANY
    assert texts(page_desk) == [MANY, SPLIT]
    assert categories(page_desk, conflict) == {"访问下载"}


@pytest.mark.parametrize("code", ["en", "zh_CN"])
def test_every_control_has_a_name(open_desk: OpenDesk, review_file: Path, code: str) -> None:
    dress(code)
    desk = at_page(open_desk([review_file]))
    go(desk, SPLIT)
    assert nameless(desk.window) == []
    desk.press("Shift+L")
    assert nameless(desk.window) == []
