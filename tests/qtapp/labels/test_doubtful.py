"""Doubtful labels by keys, in the real window: ranked, cut, read with the evidence, accepted, kept, and undone."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Sequence
from dataclasses import replace
from itertools import cycle
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from db import edits, labels
from db.importing import import_paths
from db.labels import Doubt, standing
from db.review import Review
from qtapp import far, settings
from qtapp.dialogs.acceptance import AcceptanceSheet
from qtapp.kit.chip import Chip
from qtapp.labels.doubt_found import Found
from qtapp.labels.doubt_mode import DoubtfulMode
from tests.db.labels.learnt import CAUSES, Told, spoilt, told, written
from tests.qtapp.conftest import OpenDesk
from tests.qtapp.desk import Desk, dress
from tests.qtapp.test_access import nameless

WITHOUT = 6
"""Tickets without a usable category."""
SHARE = "The 10 most doubtful of 194 (5%)"


def tickets() -> list[Told]:
    """Two hundred: some with a wrong category, some with a wrong root cause, six without a category."""
    wrong, _ = spoilt(told(200), 24)
    wrong[20:28] = [
        replace(one, causes=(other,)) for one, other in zip(wrong[20:28], cycle(CAUSES.values()), strict=False)
    ]
    without = [replace(one, category="未分类" if place % 2 else "") for place, one in enumerate(wrong[:WITHOUT])]
    return without + wrong[WITHOUT:]


@pytest.fixture(scope="session")
def checked_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A review of them, checked once for all tests; to be copied."""
    folder = tmp_path_factory.mktemp("doubtful")
    with Review.create(folder / "doubt.winnow", "lin") as review:
        import_paths(review, [written(folder / "tickets.jsonl", tickets())])
        for field in labels.FIELDS:
            labels.check(review, field)
    return folder / "doubt.winnow"


@pytest.fixture
def review_file(checked_once: Path, tmp_path: Path) -> Path:
    """One that a test may write to."""
    return Path(shutil.copy(checked_once, tmp_path / "doubt.winnow"))


@pytest.fixture
def page_desk(open_desk: OpenDesk, review_file: Path) -> Desk:
    """The program on the doubtful labels of it."""
    desk = open_desk([review_file])
    desk.press("G, D")
    return desk


def mode(desk: Desk) -> DoubtfulMode:
    assert desk.window.hosts.labels.page is not None
    found = desk.window.hosts.labels.page.mode
    assert isinstance(found, DoubtfulMode)
    return found


def found(desk: Desk) -> Found:
    return mode(desk).found


def current(desk: Desk) -> Doubt:
    one = found(desk).current
    assert one is not None
    return one


def category(desk: Desk, ticket: int) -> str:
    return "｜".join(desk.session.review.ticket(ticket).category)


def says(desk: Desk) -> str:
    return mode(desk).pane.bar.says.text()


# The list and its cut


def test_the_most_doubtful_twentieth_is_shown_first(page_desk: Desk) -> None:
    ranking = labels.ranking(page_desk.session.review, "category")
    assert page_desk.keyboard() is mode(page_desk).list
    assert mode(page_desk).head.says.text() == SHARE
    assert found(page_desk).shown == list(ranking.tickets[:10])
    assert current(page_desk).id == ranking.tickets[0]
    assert mode(page_desk).head.decided.text() == "0 decided · 10 left"
    assert page_desk.window.bar._shows.text() == f"Doubtful labels  ·  Categories  ·  {SHARE}"
    row = mode(page_desk).list.model().index(0, 0)
    one = current(page_desk)
    words = f"{one.title}, {one.given} → {one.likely}, {one.confidence:.2f}"
    assert row.data(Qt.ItemDataRole.AccessibleTextRole) == words
    assert page_desk.child(QAbstractButton, "doubtfulSegment").accessibleName() == "Doubtful 10"


def test_the_way_through_them(page_desk: Desk) -> None:
    shown = found(page_desk).shown
    places = []
    for key in ("J", "Down", "Space", "K", "Up", "End", "J", "Home", "K"):
        page_desk.press(key)
        places.append(shown.index(current(page_desk).id))
        assert mode(page_desk).list.currentIndex().row() == places[-1]
    assert places == [1, 2, 3, 2, 1, 9, 9, 0, 0]
    assert page_desk.session.next_undo() is None, "nothing was decided"


def test_it_is_come_back_to_where_it_was_left(page_desk: Desk, open_desk: OpenDesk, review_file: Path) -> None:
    page_desk.press("J", "J", "J")
    left = current(page_desk).id
    window = page_desk.window
    page_desk.press("Ctrl+Shift+L")
    page_desk.until(lambda: page_desk.window is not window)
    assert current(page_desk).id == left
    page_desk.window.close()
    assert current(open_desk([review_file])).id == left


def test_the_cut_is_moved_by_keys_and_stays(page_desk: Desk, open_desk: OpenDesk, review_file: Path) -> None:
    page_desk.press("]", "】")
    assert len(found(page_desk).shown) == 14
    assert mode(page_desk).head.says.text() == "The 14 most doubtful of 194 (7%)"
    page_desk.press("[", "【", "[")
    assert len(found(page_desk).shown) == 8
    page_desk.press("/")
    assert page_desk.keyboard() is mode(page_desk).head.cut
    page_desk.press("Home")
    assert len(found(page_desk).shown) == 1
    page_desk.press("End")
    assert len(found(page_desk).shown) == len(labels.ranking(page_desk.session.review, "category").levels)
    page_desk.press("Esc", "[")
    assert page_desk.keyboard() is mode(page_desk).list
    kept = len(found(page_desk).shown)
    page_desk.press("Ctrl+W")
    page_desk.window.door.open_one(review_file)
    page_desk.until(lambda: page_desk.window.session is not None and page_desk.session.complete)
    page_desk.press("G, D")
    assert len(found(page_desk).shown) == kept


def test_the_cut_is_moved_by_the_mouse(page_desk: Desk) -> None:
    cut = mode(page_desk).head.cut
    QTest.mouseClick(
        cut, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(cut.width() // 2, cut.height() // 2)
    )
    assert abs(found(page_desk).size - len(found(page_desk).levels) / 2) <= 1


def test_deciding_does_not_fill_the_list_again(page_desk: Desk, review_file: Path) -> None:
    shown = list(found(page_desk).shown)
    page_desk.press("A", "B", "A")
    assert found(page_desk).shown == shown[3:]
    assert mode(page_desk).head.says.text() == SHARE
    assert mode(page_desk).head.decided.text() == "3 decided, 1 of them kept · 7 left"
    page_desk.press("Ctrl+W")
    page_desk.window.door.open_one(review_file)
    page_desk.until(lambda: page_desk.window.session is not None and page_desk.session.complete)
    page_desk.press("G, D")
    assert found(page_desk).shown == shown[3:], "the next day neither"
    assert mode(page_desk).head.decided.text() == "3 decided, 1 of them kept · 7 left"


# Decisions


def test_a_accepts_what_the_sentence_said_and_goes_on(page_desk: Desk) -> None:
    one, following = current(page_desk), found(page_desk).shown[1]
    assert says(page_desk) == f"A gives this ticket the category “{one.likely}”; one step to undo."
    assert category(page_desk, one.id) == one.given
    page_desk.press("A")
    assert category(page_desk, one.id) == one.likely
    assert current(page_desk).id == following
    assert page_desk.toast == f"Likely category accepted: {one.likely}"
    page_desk.press("Z")
    assert category(page_desk, one.id) == one.given
    assert current(page_desk) == one, "what came back is the current one"
    page_desk.press("Ctrl+Shift+Z")
    assert category(page_desk, one.id) == one.likely
    assert current(page_desk).id == following


def test_b_keeps_the_label_and_it_is_not_shown_again(page_desk: Desk, review_file: Path) -> None:
    page_desk.press("J")
    one, shown = current(page_desk), list(found(page_desk).shown)
    page_desk.press("B")
    assert category(page_desk, one.id) == one.given
    assert found(page_desk).shown == [ticket for ticket in shown if ticket != one.id]
    assert current(page_desk).id == shown[2]
    assert "Category kept as it is" in page_desk.toast
    page_desk.press("A", "Z")
    assert current(page_desk).id == shown[2]
    page_desk.press("Z")
    assert found(page_desk).shown == shown
    assert current(page_desk) == one
    page_desk.press("Ctrl+Shift+Z")
    assert one.id not in found(page_desk).shown
    labels.check(page_desk.session.review, "category")
    mode(page_desk).outdate()
    assert one.id not in found(page_desk).shown, "nor by another check"


def test_digits_give_another_label_at_once(page_desk: Desk) -> None:
    one, others = current(page_desk), found(page_desk).others()
    assert {label for label, _ in others}.isdisjoint((one.given, one.likely))
    buttons = [button for button in mode(page_desk).pane.offers.buttons if button.isVisible()]
    assert [(button.text(), button.key) for button in buttons] == [
        (label, str(place)) for place, (label, _) in enumerate(others, 1)
    ]
    buttons[1].setFocus()
    assert says(page_desk) == f"2 gives this ticket the category “{others[1][0]}”; one step to undo."
    page_desk.press("9")
    assert category(page_desk, one.id) == one.given, "there is no ninth"
    page_desk.press("2")
    assert category(page_desk, one.id) == others[1][0]
    assert page_desk.toast == f"Category set to {others[1][0]}", "it is not the likely one"
    assert current(page_desk).id != one.id
    page_desk.press("Z")
    assert current(page_desk) == one


def test_a_root_cause_takes_the_place_of_the_doubted_one(page_desk: Desk) -> None:
    page_desk.press("F")
    assert found(page_desk).field == "root_cause"
    settings.set_doubtful_share(1.0)
    mode(page_desk).outdate()
    one = current(page_desk)
    assert f"the root cause “{one.likely}” in the place of “{one.given}”" in says(page_desk)
    page_desk.press("A")
    assert one.likely in page_desk.session.review.ticket(one.id).causes
    assert one.given not in page_desk.session.review.ticket(one.id).causes
    page_desk.press("F")
    assert found(page_desk).field == "category"


def test_when_all_is_decided_it_says_so_and_shows_more_on_demand(page_desk: Desk) -> None:
    page_desk.press("[", "[", "[", "[", "[")
    page_desk.press(*["A"] * found(page_desk).size)
    assert found(page_desk).current is None
    empty = mode(page_desk).empty
    assert (empty.text.text(), empty.button.text()) == ("All of these are decided.", "Show more")
    assert page_desk.keyboard() is empty
    page_desk.press("A", "B", "J", "T", "1", "Space")
    assert page_desk.window.page() == "labels"
    page_desk.press("Tab", "Space")
    assert not empty.isVisible() or found(page_desk).current is None
    page_desk.press("]", "]")
    assert found(page_desk).current is not None
    assert mode(page_desk).list.isVisible()
    page_desk.press("Z")
    assert found(page_desk).current is not None


def test_somebody_else_was_first(page_desk: Desk, review_file: Path) -> None:
    one = current(page_desk)
    with Review.open(review_file, reviewer="wang") as other:
        edits.set_category(other, [one.id], ("机房", "另一个"))
    page_desk.press("A")
    assert category(page_desk, one.id) == "机房｜另一个"
    assert one.id not in found(page_desk).shown
    assert current(page_desk).id != one.id


# The evidence


def test_the_evidence_stands_beside_it(page_desk: Desk) -> None:
    pane, one = mode(page_desk).pane, current(page_desk)
    ticket = page_desk.session.review.ticket(one.id)
    assert pane.title.text() == one.title
    assert pane.facts.text() == "1 of 10"
    assert page_desk.child(Chip, "doubtPlace").text() == f"tickets.jsonl, line {one.line}"
    said = pane.verdict.accessibleName()
    assert f"Given: {one.given} {one.probability:.2f}" in said
    assert f"Likely: {one.likely} {one.confidence:.2f}" in said
    assert f"Words: {' '.join(one.words)}" in said
    text = pane.text.toPlainText()
    assert text.startswith(f"Problem\n{ticket.problem}\n\nReply 1\n{ticket.thread[0].text}")
    assert one.words
    marked = marked_words(pane.text)
    assert all(any(word in piece for word in one.words) for piece in marked)
    assert {word for word in one.words if any(word in piece for piece in marked)} >= {
        word for word in one.words if word in ticket.problem
    }
    near = pane.near
    assert near.model().rowCount() == 3 == len(one.neighbours)
    row = near.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    neighbour = page_desk.session.review.ticket(one.neighbours[0])
    assert neighbour.title in row
    assert neighbour.problem in row
    assert one.likely in row


def marked_words(text: QWidget) -> list[str]:
    """The stretches on a ground of their own."""
    marked = []
    block = text.document().begin()  # type: ignore[attr-defined]
    while block.isValid():
        stretch = block.begin()
        while not stretch.atEnd():
            piece = stretch.fragment()
            if piece.charFormat().background().style() != Qt.BrushStyle.NoBrush:
                marked.append(piece.text())
            stretch += 1
        block = block.next()
    return marked


def test_text_is_shown_and_nothing_else(page_desk: Desk) -> None:
    bad = "<img src='http://example.test/x.png'><b>粗</b>\x00\ufdd0\u2029😀 发票 [a](javascript:1)"
    one = current(page_desk)
    page_desk.session.set_text("problem", bad, [one.id])
    page_desk.press("G, D")
    text = mode(page_desk).pane.text.toPlainText()
    assert "<img src='http://example.test/x.png'><b>粗</b>" in text
    assert "😀 发票 [a](javascript:1)" in text


def test_arrows_and_f6_go_round(page_desk: Desk) -> None:
    keyboard = []
    for key in ("F6", "F6", "F6", "Right", "Left", "Right", "Esc", "Ctrl+3", "Ctrl+2", "F6", "Left"):
        page_desk.press(key)
        keyboard.append(page_desk.keyboard())
    here, text, near = mode(page_desk).list, mode(page_desk).pane.text, mode(page_desk).pane.near
    assert keyboard == [text, near, here, near, here, near, here, near, here, text, here]
    page_desk.press("F6", "J")
    assert found(page_desk).shown.index(current(page_desk).id) == 1, "single keys work in every pane"


@pytest.mark.parametrize("key", ["T", "Enter"])
def test_to_the_ticket_and_back(page_desk: Desk, key: str) -> None:
    page_desk.press("J")
    one = current(page_desk)
    page_desk.press(key)
    assert page_desk.window.page() == "tickets"
    assert page_desk.session.current_id == one.id
    assert {int(ticket) for ticket in page_desk.session.ids} == {one.id, *one.neighbours}
    page_desk.press("G, L")
    assert current(page_desk) == one


def test_to_a_neighbour(page_desk: Desk) -> None:
    one = current(page_desk)
    page_desk.press("Right", "Down", "Enter")
    assert page_desk.session.current_id == one.neighbours[1]
    page_desk.press("G, D")
    near = mode(page_desk).pane.near
    place = near.visualRect(near.model().index(2, 0)).center()
    QTest.mouseClick(near.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert page_desk.session.current_id == one.neighbours[2]


# What is changed elsewhere


def test_an_edit_on_the_tickets_page_is_taken_in(page_desk: Desk) -> None:
    first, second = found(page_desk).shown[:2]
    page_desk.press("G, T")
    page_desk.session.set_category(("机房", "另一个"), [first])
    page_desk.press("G, D")
    assert first not in found(page_desk).shown
    assert current(page_desk).id == second
    page_desk.press("Z")
    assert current(page_desk).id == first


def test_a_change_from_outside_is_taken_in(page_desk: Desk, review_file: Path) -> None:
    one = current(page_desk)
    with Review.open(review_file, reviewer="wang") as other:
        labels.keep(other, [one])
    page_desk.session.look_around()
    assert one.id not in found(page_desk).shown
    assert mode(page_desk).head.decided.text() == "1 decided, 1 of them kept · 9 left"


def test_a_label_that_is_retired_is_likely_no_more(page_desk: Desk) -> None:
    review, likely = page_desk.session.review, current(page_desk).likely
    page_desk.session.run(lambda: labels.decide(review, labels.retiring(review, "category", [likely])), "undo")
    assert all(one.likely != likely for one in found(page_desk).findings(found(page_desk).shown))
    page_desk.press("Z")
    assert found(page_desk).shown == list(labels.ranking(review, "category").tickets[:10])


def test_what_changed_since_the_check_is_counted(page_desk: Desk) -> None:
    again = mode(page_desk).foot.again
    assert again.text() == "Check again"
    page_desk.press("A", "A")
    page_desk.until(lambda: again.text() == "2 changed: check again")
    assert "Calibration error 0.0" in mode(page_desk).foot.error.text()
    check = replace(found(page_desk).check, skipped=18)
    found(page_desk).check = check
    mode(page_desk).foot.refresh()
    assert (mode(page_desk).foot.rare.text(), mode(page_desk).foot.rare.isVisible()) == (
        "18 rarer labels left out",
        True,
    )
    assert "of " in mode(page_desk).foot.plot.toolTip()


# Tickets without a label


def test_tickets_without_a_label_get_the_likely_one_once_it_was_asked(page_desk: Desk) -> None:
    review = page_desk.session.review
    button = mode(page_desk).head.accept
    assert button.text() == f"{WITHOUT} without a usable category…"
    page_desk.press("Shift+A")
    sheet = page_desk.sheet(AcceptanceSheet)
    whole = labels.accepting(review, "category", 0.5)
    usual = labels.accepting(review, "category", 0.95)
    assert sheet.plan == usual
    sheet.slider.setValue(50)
    assert sheet.plan == whole
    assert sheet.says.text() == f"Changes {whole.tickets} tickets, with {len(whole.labels)} labels."
    assert sheet.go.text() == f"Change {whole.tickets} tickets"
    listed = [sheet.labels.item(row).text().split("\u2003") for row in range(sheet.labels.count())]
    numbers = [int(number) for number, _ in listed]
    assert numbers == sorted(numbers, reverse=True)
    assert sum(numbers) == whole.tickets
    assert {label for _, label in listed} == set(whole.labels)
    page_desk.press("Left", "End")
    assert sheet.slider.value() == 100
    assert sheet.plan == whole.above(1.0)
    page_desk.press("Home", "Enter")
    assert not sheet.isVisible()
    assert all(category(page_desk, one) == label for label, ids in whole.labels.items() for one in ids)
    assert 0 < whole.tickets <= WITHOUT
    assert len(found(page_desk).unlabelled) == WITHOUT - whole.tickets
    page_desk.session.set_category(("机房", "断电"), sorted(found(page_desk).unlabelled) or [1])
    assert not button.isVisible()
    page_desk.press("Z", "Z")
    assert labels.accepting(review, "category", 0.5) == whole
    assert button.isVisible()
    assert button.text() == f"{WITHOUT} without a usable category…"


def test_the_likeliest_is_never_said_to_be_as_likely_as_the_bound(page_desk: Desk) -> None:
    sheet = AcceptanceSheet(labels.Acceptance("category", 0.5, {"甲": (1,)}, {1: 0.949}), page_desk.window)
    assert sheet.least.text() == "≥ 0.95"
    assert sheet.says.text() == "None is that likely; the likeliest has 0.94."


def test_many_get_the_likely_one_in_the_background(page_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(far, "FAR", 1)
    calls: list[str] = []
    page_desk.window.tasks.started.connect(lambda task: calls.append(task.command))
    plan = labels.accepting(page_desk.session.review, "category", 0.5)
    assert plan.tickets > 1
    page_desk.press("Shift+A")
    page_desk.press("Home", "Enter")
    assert page_desk.session.paused
    page_desk.idle()
    assert calls == ["accept"]
    assert all(category(page_desk, one) == label for label, ids in plan.labels.items() for one in ids)
    assert page_desk.toast.startswith(f"Likely categories accepted for {plan.tickets} tickets")
    page_desk.press("Z")
    page_desk.idle()
    assert labels.accepting(page_desk.session.review, "category", 0.5) == plan


def test_none_so_likely_changes_nothing(page_desk: Desk) -> None:
    whole = labels.accepting(page_desk.session.review, "category", 0.0)
    none = type(whole)("category", 0.5, {}, {})
    sheet = AcceptanceSheet(none, page_desk.window)
    assert not sheet.go.isEnabled()
    assert "None is that likely" in sheet.says.text()
    sheet.deleteLater()
    page_desk.press("F", "Shift+A")
    assert "no ticket without a label" in page_desk.toast, "each has a root cause"


# States


def test_without_a_check_it_says_what_one_does_and_makes_it(
    open_desk: OpenDesk, review_file: Path, tmp_path: Path
) -> None:
    unchecked = tmp_path / "unchecked.winnow"
    with Review.create(unchecked, "lin") as review:
        import_paths(review, [written(tmp_path / "tickets.jsonl", tickets())])
    desk = open_desk([unchecked])
    desk.press("G, D")
    empty = mode(desk).empty
    assert empty.text.text().startswith("A check compares each ticket with all the others")
    assert (empty.button.text(), empty.button.key) == ("Check the labels", "Ctrl Shift K")
    assert not mode(desk).head.isVisible()
    assert not mode(desk).pane.isVisible()
    desk.press("A", "B", "J", "1", "]", "T", "Shift+A")
    desk.press("Tab", "Space")
    desk.until(lambda: desk.window.check.works)
    assert empty.text.text().startswith("The labels are being checked.")
    desk.until(lambda: not desk.window.check.works)
    desk.app.processEvents()
    assert mode(desk).head.says.text() == SHARE
    assert mode(desk).pane.isVisible()
    assert mode(desk).pane.width() > 600
    assert desk.keyboard() is mode(desk).list
    assert desk.toast.startswith("The labels of 200 tickets are checked")


def test_too_little_to_learn_from_is_said_and_the_page_works(desk: Desk, open_desk: OpenDesk, tmp_path: Path) -> None:
    few = tmp_path / "few.winnow"
    with Review.create(few, "lin") as review:
        import_paths(review, [written(tmp_path / "few.jsonl", told(8))])
    desk = open_desk([few])
    desk.press("G, D")
    empty = mode(desk).empty
    assert "not two with 5 tickets or more: that is too few to learn from" in empty.text.text()
    assert not empty.button.isVisible()
    desk.press("F")
    assert "root-cause" not in empty.text.text()
    desk.press("F", "J", "A", "F6", "Right", "]", "T", "1")
    assert desk.window.page() == "labels"
    desk.session.set_category(("网盘", "同步"), [int(one) for one in desk.session.ids[:1]])
    assert "too few to learn from" in empty.text.text()


def test_labels_of_500_characters(open_desk: OpenDesk, tmp_path: Path) -> None:
    long = {"网盘｜同步": "网盘｜" + "同步" * 248, "短信｜签名": "短信｜" + "签" * 497}
    path = tmp_path / "long.winnow"
    with Review.create(path, "lin") as review:
        told_long = [replace(one, category=long.get(one.category, one.category)) for one in tickets()]
        import_paths(review, [written(tmp_path / "tickets.jsonl", told_long)])
        labels.check(review, "category")
    desk = open_desk([path], (1000, 640))
    desk.press("G, D", "End")
    while len(current(desk).likely) < 500 and found(desk).shown.index(current(desk).id):
        desk.press("K")
    one = current(desk)
    assert len(one.likely) == 500
    assert f"“{one.likely[:39]}…”" in says(desk)
    assert desk.window.width() == 1000
    assert mode(desk).left.width() < 400
    desk.press("A")
    assert category(desk, one.id) == one.likely


def test_an_empty_review(open_desk: OpenDesk, tmp_path: Path) -> None:
    with Review.create(tmp_path / "empty.winnow", "lin"):
        pass
    desk = open_desk([tmp_path / "empty.winnow"])
    desk.press("G, D", "J", "A", "]", "F", "F6", "/", "Esc")
    assert "No ticket has a root cause yet" in mode(desk).empty.text.text()


def test_a_review_that_may_only_be_read_decides_nothing(
    open_desk: OpenDesk, review_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Review.open
    monkeypatch.setattr(Review, "open", lambda path, *args, **kwargs: real(path, read_only=True))
    desk = open_desk([review_file])
    assert desk.session.review.read_only
    desk.press("G, D", "A", "B", "1", "Shift+A", "J", "]")
    assert len(found(desk).shown) == 12
    assert found(desk).shown.index(current(desk).id) == 1
    pane = mode(desk).pane
    assert not pane.bar.buttons["doubt_accept"].isEnabled()
    assert not pane.offers.buttons[0].isEnabled()
    assert not mode(desk).foot.again.isEnabled()
    assert not mode(desk).head.accept.isEnabled()


@pytest.mark.parametrize("code", ["en", "zh_CN"])
def test_every_control_has_a_name(open_desk: OpenDesk, review_file: Path, code: str) -> None:
    dress(code)
    desk = open_desk([review_file])
    desk.press("G, D")
    assert nameless(desk.window) == []
    desk.press("Shift+A")
    assert nameless(desk.sheet(AcceptanceSheet)) == []
    desk.press("Esc", "[", "[", "[", "[", "[", "[", "A", "A", "A")
    assert nameless(desk.window) == []


def test_a_large_review_counts_later(page_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qtapp.labels.doubt_found.SMALL", 0)
    mode(page_desk).outdate()
    assert found(page_desk).shown
    page_desk.press("A")
    page_desk.until(lambda: len(found(page_desk).unlabelled) == WITHOUT and found(page_desk).since == 1)


def test_what_gets_a_label_while_those_without_are_counted_is_none_of_them(
    page_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qtapp.labels.doubt_found.SMALL", 0)
    gate, plain = threading.Event(), standing.unusable

    def late(review: Review, field: labels.Field, tickets: Sequence[int] | None = None) -> list[tuple[int, str, float]]:
        known = plain(review, field, tickets)
        if tickets is None:
            gate.wait(20)
        return known

    without = [ticket for ticket, _, _ in plain(page_desk.session.review, "category")]
    monkeypatch.setattr(standing, "unusable", late)
    mode(page_desk).outdate()
    page_desk.until(lambda: found(page_desk).is_counting)
    page_desk.session.set_category(("机房", "断电"), without[:2])
    page_desk.press("J")
    assert not found(page_desk).unlabelled & set(without[:2])
    gate.set()
    page_desk.until(lambda: sorted(found(page_desk).unlabelled) == without[2:])
