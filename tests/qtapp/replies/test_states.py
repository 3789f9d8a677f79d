"""The page before, while and after replies are compared; what it says where there is nothing; reviews to read only."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from db.importing import import_paths
from db.review import Review
from qtapp.kit.widgets import Button
from qtapp.replies.families_view import FamiliesView
from qtapp.window.header import PageTab
from tests.db.files import part, ticket, write
from tests.qtapp.conftest import OpenDesk
from tests.qtapp.desk import Desk
from tests.qtapp.replies.invented import HOLDING, LINE, dataset


def page(desk: Desk) -> FamiliesView:
    assert desk.window.hosts.canned.page is not None
    return desk.window.hosts.canned.page.families


def says(desk: Desk) -> str:
    """What stands in place of the list, '' where the list is."""
    label = page(desk).empty.text
    return label.text() if label.isVisible() else ""


def fresh(folder: Path, *files: Path) -> Path:
    """A review whose replies were never compared."""
    with Review.create(folder / "fresh.winnow", reviewer="lin") as review:
        import_paths(review, files)
    return folder / "fresh.winnow"


def test_the_start_knows_nothing_of_the_page(open_desk: OpenDesk, review_file: Path) -> None:
    desk = open_desk([review_file])
    assert desk.window.hosts.canned.page is None
    assert desk.session._canned is None
    assert desk.child(PageTab, "cannedTab").accessibleName() == "Canned replies"


def test_the_first_way_to_the_page_compares(open_desk: OpenDesk, tmp_path: Path) -> None:
    desk = open_desk([fresh(tmp_path, dataset(tmp_path))])
    desk.press("G, C")
    assert says(desk).startswith("The replies are being compared.")
    assert desk.keyboard() is page(desk).empty
    desk.idle()
    assert says(desk) == ""
    assert len(desk.session.canned.handles) == 5
    assert desk.keyboard() is page(desk).list
    assert desk.child(PageTab, "cannedTab").accessibleName() == "Canned replies 5"
    assert desk.child(QLabel, "shows").text() == "Open canned replies  ·  5 families, by uses"


def test_a_scan_that_is_cancelled_leaves_everything_as_it_was(open_desk: OpenDesk, tmp_path: Path) -> None:
    desk = open_desk([fresh(tmp_path, dataset(tmp_path))])
    desk.press("G, C")
    desk.window.tasks.cancel()
    desk.app.processEvents()
    desk.until(lambda: desk.window.tasks.current is not None)
    desk.window.tasks.cancel()
    desk.idle()
    assert desk.session.canned.state == "none"
    assert says(desk) == "The replies of this review have not been compared yet."
    desk.press("G, T", "G, C")
    desk.idle()
    assert desk.session.canned.state == "none", "what was given up is not begun again by itself"
    desk.child(Button, "emptyButton").click()
    desk.idle()
    assert len(desk.session.canned.handles) == 5


def test_families_stay_while_a_second_scan_is_cancelled(page_desk: Desk) -> None:
    ids = [row.id for row in page_desk.session.canned.replies.rows(page_desk.session.canned.handles)]
    page_desk.window.hosts.canned.scanner.start()
    page_desk.until(lambda: page_desk.window.tasks.current is not None)
    page_desk.window.tasks.cancel()
    page_desk.idle()
    assert [row.id for row in page_desk.session.canned.replies.rows(page_desk.session.canned.handles)] == ids


def test_an_import_is_compared_too_and_decisions_stay(page_desk: Desk, tmp_path: Path) -> None:
    canned = page_desk.session.canned
    wanted = next(int(one) for one in canned.handles if canned.replies.rows([int(one)])[0].wording == LINE)
    canned.go(wanted)
    page_desk.press("H")
    more = write(
        tmp_path / "part-2.md", [ticket(f"新的 {n}", replies=["这边已经帮您登记，明天上午回电"]) for n in range(3)]
    )
    page_desk.window.door.opener.add(page_desk.session, [more])
    page_desk.idle()
    page_desk.until(lambda: canned.state == "fresh" and not page_desk.window.hosts.canned.scanner.works)
    rows = canned.replies.rows(canned.replies.find("", "all"))
    assert "这边已经帮您登记，明天上午回电" in [row.wording for row in rows]
    assert [row.wording for row in rows if row.decision is not None] == [LINE]


def test_without_any_reply_that_returns(open_desk: OpenDesk, tmp_path: Path) -> None:
    one = write(tmp_path / "part-3.md", [ticket("只有一件", replies=["这样回答的只有一次而已"])])
    desk = open_desk([fresh(tmp_path, one)])
    desk.press("G, C")
    desk.idle()
    assert says(desk) == "No reply is used twice in this review. A lower likeness finds more."
    assert not desk.child(Button, "emptyButton").isVisible()


def test_when_nothing_is_open_any_more(page_desk: Desk) -> None:
    page_desk.press("Ctrl+A", "H")
    assert says(page_desk) == "Every family is decided."
    page_desk.child(Button, "emptyButton").click()
    assert page_desk.session.canned.shown == "decided"
    assert says(page_desk) == ""


def test_when_a_search_finds_nothing(page_desk: Desk) -> None:
    page_desk.press("/")
    page_desk.write("从未说过")
    page_desk.press("Enter")
    assert says(page_desk) == "No family fits this search."
    page_desk.child(Button, "emptyButton").click()
    assert says(page_desk) == ""


def test_a_search_without_meaning_is_pointed_at_and_the_list_stays(page_desk: Desk) -> None:
    before = len(page_desk.session.canned.handles)
    page_desk.press("/")
    page_desk.write("is:nonsense")
    page_desk.press("Enter")
    problem = page(page_desk).search.findChild(QLabel, "searchProblem")
    assert problem is not None
    page_desk.until(problem.isVisible)
    assert len(page_desk.session.canned.handles) == before


def test_a_search_by_field_is_a_chip(page_desk: Desk) -> None:
    page_desk.press("/")
    page_desk.write("len:<6 ")
    page_desk.press("Enter")
    rows = page_desk.session.canned.replies.rows(page_desk.session.canned.handles)
    assert [row.wording for row in rows] == [HOLDING]
    assert page_desk.session.text == "", "the search of the tickets is another one"


def test_segments_and_orders(page_desk: Desk) -> None:
    canned, head = page_desk.session.canned, page(page_desk).head
    page_desk.press("H")
    head.segments._buttons["decided"].click()
    assert len(canned.handles) == 1
    head.segments._buttons["all"].click()
    assert len(canned.handles) == 5
    for sort in head.orders():
        canned.set_sort(sort)  # type: ignore[arg-type]
        rows = canned.replies.rows(canned.handles)
        value = {"uses": "uses", "tickets": "tickets", "spread": "spread"}.get(sort)
        found = [getattr(row, value) if value else len(row.wording) for row in rows]
        assert found == sorted(found, reverse=True), sort
        assert head.sort.text() == head.orders()[sort]


@pytest.mark.parametrize("key", ["A", "N", "H", "B", "W", "E", "X"])
def test_a_review_that_may_only_be_read_is_looked_at(
    open_desk: OpenDesk, review_file: Path, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    real = Review.open
    monkeypatch.setattr(Review, "open", lambda path, *args, **kwargs: real(path, read_only=True))
    desk = open_desk([review_file])
    desk.press("G, C", "J", key)
    assert desk.session.review.read_only
    assert desk.session.canned.counts()[1] == 0
    assert not page(desk).pane.bar.buttons["canned_rewrite"].isEnabled()
    assert not page(desk).pane.wording.is_writing


def test_the_page_is_found_again_after_a_change_of_theme(page_desk: Desk) -> None:
    page_desk.press("J", "Ctrl+Shift+L")
    page_desk.until(lambda: page_desk.window.hosts.canned.page is not None and page_desk.window.page() == "canned")
    assert len(page_desk.session.canned.handles) == 5


def test_the_number_is_of_the_review_that_is_open(page_desk: Desk, review_file: Path, tmp_path: Path) -> None:
    other = fresh(tmp_path, write(tmp_path / "other.md", [ticket("一", "都好")]))
    page_desk.press("G, T")
    first = page_desk.session
    page_desk.window.door.open_one(other)
    page_desk.until(lambda: page_desk.window.session not in (None, first))
    assert page_desk.child(PageTab, "cannedTab").accessibleName() == "Canned replies"


def test_the_list_gets_the_keyboard_where_all_families_are_shown_again(page_desk: Desk) -> None:
    page_desk.press("/")
    page_desk.write("没有这样的词")
    page_desk.press("Enter", "Tab", "Return")
    assert page_desk.keyboard() is page(page_desk).list


def test_tab_goes_as_the_eye_does(page_desk: Desk) -> None:
    page_desk.press("/")
    seen = []
    for _ in range(24):
        page_desk.press("Tab")
        seen.append(page_desk.keyboard().objectName())
    order = ["openSegment", "familyList", "canned_next", "canned_write", "variantList", "canned_rewrite", "canned_skip"]
    places = [seen.index(name) for name in order]
    assert places == sorted(places), seen


def test_what_another_window_decides_is_taken_in(page_desk: Desk, review_file: Path) -> None:
    from db.replies import Replies, mark_holding
    from db.search import Finder

    with Review.open(review_file, reviewer="mei") as other:
        replies = Replies(other, Finder(other))
        mark_holding(other, replies, [int(replies.find("", "open")[0])])
    page_desk.session.look_around()
    assert page_desk.session.canned.counts() == (4, 1, 5)


def test_a_review_that_is_left_stops_being_compared(open_desk: OpenDesk, tmp_path: Path) -> None:
    desk = open_desk([fresh(tmp_path, dataset(tmp_path))])
    desk.press("G, C", "Ctrl+W")
    desk.idle()
    assert desk.window.session is None
    assert not desk.window.hosts.canned.scanner.works


def test_an_import_before_the_page_was_ever_shown(open_desk: OpenDesk, tmp_path: Path) -> None:
    desk = open_desk([part(tmp_path / "part-4.md", ["甲", "乙", "丙"])])
    desk.idle()
    desk.until(lambda: not desk.window.hosts.canned.scanner.works)
    desk.press("G, C")
    assert [row.uses for row in desk.session.canned.replies.rows(desk.session.canned.handles)] == [3]


def test_nothing_is_worked_out_for_a_page_that_nobody_sees(page_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """What changes meanwhile is there when it is come back to."""
    view = page(page_desk)
    before = view.pane.bars.accessibleDescription()
    read: list[int] = []
    replies = type(page_desk.session.canned.replies)
    for name in ("family", "rows"):
        plain = getattr(replies, name)
        monkeypatch.setattr(replies, name, lambda *given, plain=plain: (read.append(1), plain(*given))[1])
    page_desk.press("G, T")
    page_desk.session.confirm = lambda _: True
    page_desk.session.set_category(("别的",), [int(one) for one in page_desk.session.ids])
    page_desk.idle()
    assert read == []
    page_desk.press("G, C")
    page_desk.idle()
    family = page_desk.session.canned.family
    assert family is not None
    assert [path for path, _ in family.categories] == [("别的",)]
    assert view.pane.bars.accessibleDescription() != before
    assert read


def test_no_number_is_cut_in_the_least_window(open_desk: OpenDesk, review_file: Path) -> None:
    desk = open_desk([review_file], (1000, 700))
    desk.press("G, C")
    desk.idle()
    count = page(desk).head.count
    assert count._shown() == "5 families"
    assert count.toolTip().startswith("5 families · ")
    verdicts = []
    for _ in range(5):
        verdict = page(desk).pane.header.verdict
        if verdict.isVisible():
            desk.until(lambda label=verdict: label.height() >= label.heightForWidth(label.width()))
            verdicts.append(verdict.text())
        desk.press("J")
    assert any("used 9 times in 5 categories" in words for words in verdicts), (
        "which has a line more where it needs one"
    )
