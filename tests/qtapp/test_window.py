"""The window as a whole: what it says of itself, what it keeps, what comes into it from outside."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QPushButton, QToolButton

from db import edits
from db.review import Review
from db.values import Status
from qtapp import shown
from qtapp.dialogs.problems import ProblemsSheet
from qtapp.dialogs.questions import PlaceQuestion, Question
from qtapp.dialogs.restore import RestoreSheet
from qtapp.dialogs.view_name import ViewNameSheet
from qtapp.window import state
from qtapp.window.welcome import WelcomePage
from tests.qtapp.conftest import OpenDesk
from tests.qtapp.desk import Desk

CHANGED = "想买 CDN 流量包，手滑买成了存储包"


def says(desk: Desk, name: str) -> str:
    return desk.child(QLabel, name).text()


# What is said


def test_the_status_bar_says_what_is_shown_and_how_far_the_review_is(desk: Desk) -> None:
    total = len(desk.session.ids)
    assert says(desk, "reviewed") == f"0 of {total} reviewed"
    assert says(desk, "shows") == f"all tickets  ·  {total} tickets"
    desk.press("A", "A", "/")
    desk.write("is:unreviewed 证书")
    desk.press("Enter")
    assert says(desk, "reviewed") == f"2 of {total} reviewed"
    assert says(desk, "shows") == f"unreviewed, containing “证书”  ·  {len(desk.session.ids)} tickets"
    assert says(desk, "saved") == "Saved"


def test_a_mistake_in_a_search_is_said_and_the_list_stays(desk: Desk) -> None:
    before = list(desk.session.ids)
    desk.press("/")
    desk.write("catt:CDN")
    desk.until(desk.child(QLabel, "searchProblem").isVisible)
    assert "cat" in says(desk, "searchProblem")
    assert list(desk.session.ids) == before
    desk.press("Esc", "J")
    assert desk.session.row_of(desk.ticket.id) == 1


def test_an_empty_list_says_what_to_do(desk: Desk) -> None:
    desk.press("/")
    desk.write("没有这样的词")
    desk.press("Enter")
    assert len(desk.session.ids) == 0
    button = desk.child(QPushButton, "showAll")
    assert button.isVisible()
    button.click()
    assert len(desk.session.ids) > 0


@pytest.mark.parametrize("key", ["Space", "Return"])
def test_the_list_gets_the_keyboard_where_all_tickets_are_shown_again(desk: Desk, key: str) -> None:
    desk.press("/")
    desk.write("没有这样的词")
    desk.press("Enter", "Tab")
    assert desk.keyboard() is desk.child(QPushButton, "showAll")
    desk.press(key)
    assert desk.keyboard() is desk.list
    desk.press("Down")
    assert desk.session.row_of(desk.ticket.id) == 1


def test_filters_that_go_give_the_keyboard_to_the_list(desk: Desk) -> None:
    desk.press("G, G", "G, G")
    assert desk.keyboard() is desk.window.tickets.facets  # type: ignore[union-attr]
    desk.press("G, G")
    assert desk.keyboard() is desk.list


def test_a_search_that_means_nothing_keeps_the_keyboard(desk: Desk) -> None:
    desk.press("/")
    desk.write("is:revewed")
    desk.press("Enter")
    field = desk.child(QLineEdit, "searchLine")
    assert desk.keyboard() is field
    assert field.text() == "is:revewed"
    assert desk.child(QLabel, "searchProblem").isVisible()
    field.clear()
    desk.write("is:reviewed")
    desk.press("Enter")
    assert (desk.session.text, desk.keyboard() is field) == ("is:reviewed", False)


def test_tab_goes_on_from_a_note(desk: Desk) -> None:
    desk.press("M")
    desk.write("再看")
    desk.press("Tab")
    assert desk.keyboard().objectName() == "reviewed"
    assert desk.ticket.note == "再看"
    desk.press("M", "Shift+Tab")
    assert desk.keyboard().objectName() == "fold_tabs"


def test_many_tickets_are_asked_about_with_their_number(desk: Desk) -> None:
    total = len(desk.session.ids)
    asked: list[str] = []

    def answer() -> None:
        question = desk.sheet(Question)
        asked.append(question.heading.text())
        QTest.keyClick(question.answer, Qt.Key.Key_Return)

    desk.press("Ctrl+A")
    assert f"{total} selected" in desk.child(QToolButton, "selectButton").text()
    desk.later(answer)
    desk.press("A")
    assert asked == [f"Change {total} tickets?"]
    assert str(total) in desk.toast
    assert desk.session.counts() == (total, total)
    desk.press("Z")
    assert desk.session.counts() == (total, 0)


# What is kept


def test_a_view_is_kept_under_a_name(desk: Desk) -> None:
    desk.press("/")
    desk.write("cat:CDN 证书")
    desk.press("Enter", "Ctrl+Shift+S")
    sheet = desk.sheet(ViewNameSheet)
    assert "CDN" in sheet.findChildren(QLabel)[1].text()
    desk.write("证书专项")
    desk.press("Enter")
    assert desk.session.review.saved_views() == [("证书专项", "cat:CDN 证书")]
    desk.press("G, A", "Ctrl+K")
    desk.write("证书专项")
    desk.press("Enter")
    desk.until(lambda: desk.session.text == "cat:CDN 证书")


def test_everything_is_as_it_was_left(open_desk: OpenDesk, review_file: Path) -> None:
    desk = open_desk([review_file])
    desk.press("/")
    desk.write("is:unreviewed")
    desk.press("Enter", "J", "J")
    desk.session.set_sort("title")
    assert desk.window.tickets is not None
    desk.window.tickets.splitter.setSizes([500, 590])
    sizes, ticket = desk.window.tickets.splitter.sizes(), desk.ticket.id
    desk.window.close()
    again = open_desk([review_file])
    assert (again.session.text, again.session.sort, again.ticket.id) == ("is:unreviewed", "title", ticket)
    assert again.window.tickets is not None
    assert again.window.tickets.splitter.sizes() == sizes
    assert again.list.currentIndex().row() == again.session.row_of(ticket)


def test_the_last_review_comes_back_without_being_asked_for(open_desk: OpenDesk, review_file: Path) -> None:
    open_desk([review_file]).window.close()
    again = open_desk([])
    again.until(lambda: again.window.session is not None)
    assert again.session.review.path == review_file.resolve()


def test_closing_a_review_leads_to_the_welcome_page(desk: Desk, review_file: Path) -> None:
    desk.press("Ctrl+W")
    assert desk.window.session is None
    page = desk.window.pages.currentWidget()
    assert isinstance(page, WelcomePage)
    recent = page.findChildren(QPushButton, "recentReview")
    assert [button.property("review") for button in recent] == [str(review_file)]
    recent[0].click()
    assert desk.session.review.path == review_file


@pytest.mark.parametrize("way", ["close_review", "quit"])
def test_pages_are_out_of_sight_before_their_review_is_closed(
    desk: Desk, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What has the keyboard gives it to a list as it goes, and the list reads its first row then."""
    desk.press("G, L", "G, T")
    pages = [desk.window.pages.widget(n) for n in range(desk.window.pages.count())]
    close, seen = desk.session.close, []

    def closing() -> None:
        seen.extend(page.isVisible() for page in pages)
        seen.append(any(page.isAncestorOf(desk.keyboard()) for page in pages))
        close()

    monkeypatch.setattr(desk.session, "close", closing)
    desk.window.do_action(way)
    assert seen == [False] * (len(pages) + 1)
    assert len(pages) > 1


def test_recent_reviews_are_offered_in_the_header(open_desk: OpenDesk, review_file: Path, tmp_path: Path) -> None:
    other = Path(shutil.copy(review_file, tmp_path / "other.winnow"))
    desk = open_desk([other])
    desk.window.door.open_one(review_file)
    menu = desk.window.header.review.menu()
    assert isinstance(menu, QMenu)
    wanted = next(action for action in menu.actions() if action.data() == str(other))
    wanted.trigger()
    assert desk.session.review.path == other


def test_a_backup_comes_back(desk: Desk) -> None:
    desk.session.back_up()
    first = desk.ticket.id
    desk.press("F")
    desk.window.actions_table["restore"].trigger()
    sheet = desk.sheet(RestoreSheet)
    assert sheet.list.count() >= 1
    desk.press("Enter")
    desk.idle()
    desk.until(lambda: desk.session.review.ticket(first).status is Status.UNREVIEWED)
    assert "backup" in desk.toast
    assert desk.ticket.id == first


# What comes from outside


def test_what_others_do_appears(desk: Desk, review_file: Path) -> None:
    here = desk.ticket.id
    with Review.open(review_file, reviewer="王芳") as other:
        edits.set_status(other, [here], Status.FLAGGED)
    desk.session.look_around()
    assert desk.ticket.status is Status.FLAGGED
    assert desk.list.currentIndex().data(Qt.ItemDataRole.UserRole).status is Status.FLAGGED


def drop(desk: Desk, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    none = Qt.KeyboardModifier.NoModifier
    place, copying = QPoint(400, 300), Qt.DropAction.CopyAction
    entering = QDragEnterEvent(place, copying, data, Qt.MouseButton.LeftButton, none)
    desk.window.dragEnterEvent(entering)
    assert entering.isAccepted()
    desk.window.dropEvent(QDropEvent(QPointF(place), copying, data, Qt.MouseButton.LeftButton, none))


def test_a_folder_is_dropped(open_desk: OpenDesk, sample: Path) -> None:
    desk = open_desk()
    drop(desk, sample)
    desk.idle()
    assert desk.session.review.path == sample / "sample.winnow"
    assert len(desk.session.ids) == 60
    assert "60" in desk.toast


@pytest.mark.parametrize("answer", ["addHere", "beginReview", "cancel"])
def test_files_from_elsewhere_are_asked_about(desk: Desk, tmp_path: Path, answer: str) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "one.md").write_text("## 1. 新的\n**问题分类**: CDN｜证书问题\n\n### 问题描述\n证书\n", "utf-8")
    before, total = desk.session.review.path, len(desk.session.ids)
    desk.later(lambda: desk.sheet(PlaceQuestion).findChild(QPushButton, answer).click())
    drop(desk, elsewhere / "one.md")
    desk.idle()
    own = answer == "beginReview"
    assert desk.session.review.path == (elsewhere / "one.winnow" if own else before)
    assert len(desk.session.ids) == {"addHere": total + 1, "beginReview": 1, "cancel": total}[answer]


def test_a_file_that_cannot_be_read_is_told_and_the_rest_is_there(open_desk: OpenDesk, sample: Path) -> None:
    (sample / "leer.md").write_bytes(b"")
    desk = open_desk([sample])
    desk.idle()
    assert len(desk.session.ids) == 60
    assert "leer.md" in desk.toast
    assert not desk.window.toast._beat.isActive(), "it stays until it is read"


def test_many_that_cannot_be_read_are_listed(open_desk: OpenDesk, sample: Path) -> None:
    for number in range(4):
        (sample / f"leer{number}.md").write_bytes(b"")
    desk = open_desk([sample])
    desk.idle()
    text = desk.sheet(ProblemsSheet).text.toPlainText()
    assert [f"leer{number}.md" in text for number in range(4)] == [True] * 4
    desk.press("Enter")


def test_a_folder_without_tickets_leaves_nothing_behind(desk: Desk, tmp_path: Path) -> None:
    before = desk.session.review.path
    folder = tmp_path / "empty"
    folder.mkdir()
    (folder / "readme.md").write_text("hello", "utf-8")
    desk.window.door.ask_place = lambda paths: False
    desk.window.door.open_paths([folder])
    desk.idle()
    assert [file.name for file in folder.iterdir()] == ["readme.md"]
    assert desk.session.review.path == before
    assert "readme.md" in desk.toast


def test_a_vanished_file_is_told(desk: Desk, tmp_path: Path) -> None:
    desk.window.door.ask_place = lambda paths: False
    desk.window.door.open_paths([tmp_path / "gone.md"])
    desk.idle()
    assert "gone.md" in desk.toast
    assert len(desk.session.ids) == 60


@pytest.mark.parametrize("content", [b"", b"no review at all", b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_file_that_is_no_review_is_told(desk: Desk, tmp_path: Path, content: bytes) -> None:
    before = desk.session
    (tmp_path / "broken.winnow").write_bytes(content)
    desk.window.door.open_one(tmp_path / "broken.winnow")
    assert "broken.winnow" in desk.toast
    assert desk.window.session is before, "what was open stays open"
    assert (tmp_path / "broken.winnow").read_bytes() == content


def test_undo_is_refused_where_others_changed_the_same(desk: Desk, review_file: Path) -> None:
    here = desk.ticket.id
    desk.press("F")
    with Review.open(review_file, reviewer="王芳") as other:
        edits.set_status(other, [here], Status.EXCLUDED)
    desk.press("Z")
    assert "王芳" in desk.toast
    assert desk.session.review.ticket(here).status is Status.EXCLUDED


# Sources


def press_button(desk: Desk, name: str) -> None:
    desk.child(QPushButton, name).click()
    desk.app.processEvents()


def test_a_finding_leads_to_its_ticket(open_desk: OpenDesk, review_file: Path) -> None:
    desk = open_desk([review_file])
    report = next(one for one in desk.session.review.sources() if any(found.ticket_id for found in one.findings))
    desk.press("G, S")
    assert desk.window.hosts.sources.page is not None
    view = desk.window.hosts.sources.page._list
    row = desk.window.hosts.sources.page._model.place(report.id)
    view.setCurrentIndex(desk.window.hosts.sources.page._model.index(row, 0))
    wanted = desk.window.hosts.sources.page._area.widget().findChildren(QPushButton, "finding")
    wanted[0].click()
    assert desk.window.page() == "tickets"
    assert desk.ticket.id == wanted[0].property("ticket")


UNKNOWN = """## {n}. 证书更新
**问题分类**: CDN｜证书问题

### 故障现象
证书过期 {n}

### 客服回复
- 请重新上传
"""


def test_a_heading_is_given_a_meaning(open_desk: OpenDesk, tmp_path: Path) -> None:
    file = tmp_path / "unknown.md"
    file.write_text("\n".join(UNKNOWN.format(n=n) for n in range(1, 6)), "utf-8")
    desk = open_desk([file])
    desk.idle()
    assert desk.ticket.problem == ""
    desk.press("G, S")
    assert desk.window.hosts.sources.page is not None
    button = desk.window.hosts.sources.page._area.widget().findChild(QPushButton, "addSynonym")
    assert button is not None
    next(action for action in button.menu().actions() if action.data()[1] == "problem").trigger()
    desk.idle()
    desk.press("G, T")
    assert desk.ticket.problem.startswith("证书过期")
    assert desk.session.review.synonyms() != {}


def test_a_source_that_changed_brings_conflicts_and_parked_tickets(open_desk: OpenDesk, tmp_path: Path) -> None:
    file = tmp_path / "part.md"
    whole = [UNKNOWN.format(n=n).replace("故障现象", "问题描述") for n in range(1, 7)]
    whole = [text.replace("证书更新", f"证书更新 {n}") for n, text in enumerate(whole)]
    file.write_text("\n".join(whole), "utf-8")
    desk = open_desk([file])
    desk.idle()
    edited, gone = (int(one) for one in desk.session.ids[:2])
    desk.session.set_category(("CDN", "别的"), [edited])
    desk.session.set_note("keep this", [gone])
    whole[0] = whole[0].replace("CDN｜证书问题", "CDN｜缓存问题")
    del whole[1]
    file.write_text("\n".join(whole), "utf-8")
    desk.press("G, S")
    press_button(desk, "compareSource")
    desk.idle()
    # the numbers are seen before anything is done to an edit, or to a ticket
    assert "1 field is not decided" in desk.child(QLabel, "driftEffect").text()
    assert not desk.session.review.ticket(gone).parked
    desk.press("T")
    desk.idle()
    assert desk.session.review.ticket(gone).parked
    desk.press("G, T")
    desk.settle()
    assert desk.window.tickets is not None
    model = desk.window.tickets.facets._model
    for key, ticket in (("status:conflict", edited), ("status:parked", gone)):
        assert model.place(key) >= 0
        desk.window.tickets.facets._press(model.index(model.place(key)), Qt.KeyboardModifier.NoModifier)
        assert [int(one) for one in desk.session.ids] == [ticket]
        desk.settle()
    assert desk.ticket.note == "keep this"


def test_a_source_that_grew_is_taken_in_and_undone(open_desk: OpenDesk, tmp_path: Path) -> None:
    file = tmp_path / "part.md"
    whole = [UNKNOWN.format(n=n).replace("故障现象", "问题描述").replace("更新", f"更新 {n}") for n in range(1, 8)]
    file.write_text("\n".join(whole[:6]), "utf-8")
    desk = open_desk([file])
    desk.idle()
    first = file.read_bytes()
    file.write_text("\n".join(whole), "utf-8")
    desk.press("G, S")
    press_button(desk, "compareSource")
    desk.idle()
    desk.press("T")
    desk.idle()
    desk.press("G, T")
    assert len(desk.session.ids) == 7
    desk.press("Z")
    desk.settle()
    assert len(desk.session.ids) == 6
    assert desk.session.review.content(1) == first
    desk.press("Ctrl+Shift+Z")
    desk.settle()
    assert len(desk.session.ids) == 7


def test_an_import_can_be_stopped(open_desk: OpenDesk, sample: Path) -> None:
    desk = open_desk()
    desk.window.door.open_paths([sample])
    desk.until(lambda: desk.window.tasks.current is not None)
    desk.window.bar.cancel.click()
    desk.idle()
    if desk.window.session is None:
        assert not (sample / "sample.winnow").exists()
        assert "Nothing half done" in desk.toast
    else:
        assert len(desk.session.ids) == 60, "it was done before it could be stopped"


def test_a_narrow_window_folds_the_filters_away(open_desk: OpenDesk, review_file: Path) -> None:
    desk = open_desk([review_file], (1000, 640))
    assert desk.window.tickets is not None
    facets = desk.window.tickets.facets
    assert not facets.isVisible()
    desk.child(QToolButton, "filterButton").click()
    assert facets.isVisible()
    desk.press("Esc")
    assert not facets.isVisible()
    assert desk.keyboard() is desk.list


def test_places_are_kept_for_each_review(tmp_path: Path) -> None:
    state.keep_place(tmp_path / "a.winnow", state.Place(query="cat:CDN", ticket=7))
    assert state.place_of(tmp_path / "a.winnow").ticket == 7
    assert state.place_of(tmp_path / "b.winnow") == state.Place()


def test_nothing_reaches_beyond_the_window(desk: Desk) -> None:
    area = desk.window.rect()
    for child in desk.window.findChildren(QToolButton):
        if child.isVisible():
            corner = child.mapTo(desk.window, QPoint(child.width(), child.height()))
            assert area.contains(corner - QPoint(1, 1)), child.objectName()


def test_where_there_is_little_room_the_words_of_a_message_come_first(desk: Desk) -> None:
    """They are whole in a narrow list; the key that does the same is shown where it has room beside them."""
    key, words = desk.child(QLabel, "toastKey"), desk.child(QLabel, "toastText")
    for width, has_room in ((1320, True), (1000, False)):
        desk.window.resize(width, 640)
        desk.app.processEvents()
        desk.window.toast.say("Imported 1103 tickets of 11 files", "sources_page", "Go to the sources", "G S")
        assert (key.isVisible(), words.text()) == (has_room, "Imported 1103 tickets of 11 files"), width


@pytest.mark.parametrize("page", ["tickets", "canned"])
def test_the_ticket_is_the_one_that_was_left_also_far_down(
    open_desk: OpenDesk, review_file: Path, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    """It is not among those that are shown at once, and another page may be in front."""
    monkeypatch.setattr(shown, "FIRST", 3)
    first = open_desk([review_file])
    first.press("End", "K", *(["G, C"] if page == "canned" else []))
    first.idle()
    left = first.session.current_id
    first.window.close()
    desk = open_desk([review_file])
    desk.idle()
    if page == "canned":
        desk.press("G, T")
    rows = desk.list
    assert desk.session.current_id == left
    assert rows.currentIndex().row() == len(desk.session.ids) - 2
    assert rows.viewport().rect().contains(rows.visualRect(rows.currentIndex()))


def test_a_message_never_lies_over_the_current_ticket(desk: Desk) -> None:
    toast, rows = desk.window.toast, desk.list

    def is_clear() -> bool:
        at = rows.viewport().mapTo(desk.window, QPoint())
        return not toast.geometry().intersects(rows.visualRect(rows.currentIndex()).translated(at))

    desk.press("End", "F")
    for key in ("K", "K", "J", "J"):
        desk.until(is_clear)
        assert toast.isVisible()
        desk.press(key)
