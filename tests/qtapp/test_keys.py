"""Every key of the window, pressed in the real one on the sample."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from db.search import parse
from db.values import Status
from qtapp.detail import tabs
from qtapp.dialogs.export import ExportSheet
from qtapp.dialogs.key_sheet import KeySheet
from qtapp.dialogs.palette import Palette
from qtapp.kit import theme
from qtapp.kit.theme import tokens
from tests.qtapp.desk import Desk


def test_down_and_up(desk: Desk) -> None:
    ids = [int(one) for one in desk.session.ids]
    desk.press("J", "J")
    assert desk.ticket.id == ids[2]
    desk.press("K")
    assert desk.ticket.id == ids[1]
    desk.press("Down", "Up", "Space")
    assert desk.ticket.id == ids[2]
    assert desk.list.currentIndex().row() == 2


def test_replies(desk: Desk) -> None:
    desk.session.find("replies:>2")
    desk.press("N", "N")
    assert desk.pane.thread.reply == 2
    desk.press("P")
    assert desk.pane.thread.reply == 1


@pytest.mark.parametrize(
    ("key", "status", "moves"),
    [("A", Status.REVIEWED, True), ("X", Status.EXCLUDED, True), ("F", Status.FLAGGED, False)],
)
def test_decisions(desk: Desk, key: str, status: Status, moves: bool) -> None:
    first, second = (int(one) for one in desk.session.ids[:2])
    desk.press(key)
    assert desk.session.review.ticket(first).status is status
    assert desk.ticket.id == (second if moves else first)
    assert desk.child(QLabel, "toastKey").text() == "Z"


def test_flag_and_exclude_are_taken_back_by_the_same_key(desk: Desk) -> None:
    desk.press("F", "F")
    assert desk.ticket.status is Status.UNREVIEWED
    desk.press("X", "K", "X")
    assert desk.ticket.status is Status.UNREVIEWED


def test_category_by_typing(desk: Desk) -> None:
    desk.press("C")
    desk.write("存储")
    assert desk.pane.editors.category.field.options.count() > 1
    wanted = desk.pane.editors.category.field.options.item(0).text().split("\u2003")[0]
    desk.press("Enter")
    assert "｜".join(desk.ticket.category) == wanted
    assert desk.keyboard() is desk.list, "and on with single keys"


def test_a_digit_is_for_the_likely_categories_of_its_ticket_however_early_it_is_pressed(desk: Desk) -> None:
    """They are looked for in slices after the ticket is painted: whoever is faster does not choose what was there."""
    desk.press("J")
    ticket = desk.ticket
    offered = desk.session.likely_categories(ticket)
    desk.session.finder.refresh()
    desk.pane._settle_seen()
    assert desk.pane._asking.is_active
    desk.press("2")
    assert desk.session.review.ticket(ticket.id).category == offered[1][0] != ticket.category
    assert not desk.pane._asking.is_active or desk.pane._ticket is not ticket


def test_a_new_category_is_made_on_purpose(desk: Desk) -> None:
    desk.press("C")
    desk.write("从未有过｜全新")
    before = desk.ticket.category
    desk.press("Enter")
    assert desk.ticket.category == before, "Enter alone makes none"
    desk.press("Down", "Enter")
    assert desk.ticket.category == ("从未有过", "全新")


def test_esc_leaves_the_category(desk: Desk) -> None:
    before = desk.ticket.category
    desk.press("C")
    desk.write("存储")
    desk.press("Esc")
    assert desk.ticket.category == before
    assert desk.keyboard() is desk.list


def test_likely_categories_by_number(desk: Desk) -> None:
    likely = desk.session.likely_categories(desk.ticket)
    assert len(likely) == 9
    desk.press("2")
    assert desk.ticket.category == likely[1][0]
    desk.press("J")
    likely = desk.session.likely_categories(desk.ticket)
    desk.press("9")
    assert desk.ticket.category == likely[8][0], "before the numbers of this ticket were on screen"


def test_root_cause(desk: Desk) -> None:
    before = desk.ticket.causes
    desk.press("T")
    desk.write("全新的原因")
    desk.press("Down", "Down", "Down", "Down", "Down", "Down", "Down", "Down", "Down", "Down", "Down", "Down", "Enter")
    assert desk.ticket.causes == (*before, "全新的原因")
    assert desk.keyboard() is desk.list


def test_title_and_problem(desk: Desk) -> None:
    ticket, source = desk.ticket.id, desk.ticket
    desk.press("E")
    assert desk.keyboard() is desk.pane.texts.title
    desk.write("新的标题")
    desk.press("Tab")
    assert desk.keyboard() is desk.pane.texts.problem
    assert desk.session.review.ticket(ticket).title == "新的标题", "saved as soon as the field is left"
    desk.press("Ctrl+End")
    desk.write("，补充")
    desk.press("Ctrl+Enter")
    now = desk.session.review.ticket(ticket)
    assert now.problem == f"{source.problem}，补充"
    assert (now.originals["title"], now.originals["problem"]) == (source.title, source.problem)
    assert "新的标题" in desk.pane.editors.source.text(), "what the source said is shown beside it"
    assert not desk.pane.texts.isVisible()
    assert desk.keyboard() is desk.list
    desk.press("Z", "Z")
    assert desk.session.review.ticket(ticket).edited == ()


def test_a_title_cannot_be_empty(desk: Desk) -> None:
    before = desk.ticket.title
    desk.press("E", "Backspace", "Enter")
    assert desk.pane.texts.isVisible()
    assert "title" in desk.toast
    assert desk.session.review.ticket(desk.ticket.id).title == before
    desk.press("Esc")
    assert not desk.pane.texts.isVisible()
    assert desk.keyboard() is desk.list


def test_the_reply_that_is_marked(desk: Desk) -> None:
    desk.session.find("replies:>2")
    before = desk.ticket.thread
    desk.press("N", "N", "E")
    assert desk.keyboard() is desk.pane.texts.reply
    desk.press("Ctrl+End")
    desk.write("（已更正）")
    desk.press("Ctrl+Enter")
    after = desk.session.review.ticket(desk.ticket.id).thread
    assert after[1].text == f"{before[1].text}（已更正）"
    assert (after[0], after[2:]) == (before[0], before[2:])
    assert "（已更正）" in desk.pane.thread.toPlainText()
    desk.press("Z")
    assert desk.session.review.ticket(desk.ticket.id).thread == before


def test_another_ticket_saves_what_was_typed(desk: Desk) -> None:
    first, second = (int(one) for one in desk.session.ids[:2])
    desk.press("E")
    desk.write("没有按保存")
    desk.session.go(second)
    assert desk.session.review.ticket(first).title == "没有按保存"
    assert not desk.pane.texts.isVisible()


def test_note(desk: Desk) -> None:
    ticket = desk.ticket.id
    desk.press("M")
    desk.write("需要复核")
    desk.press("Ctrl+Enter")
    assert desk.session.review.ticket(ticket).note == "需要复核"
    assert desk.keyboard() is desk.list
    desk.press("M")
    desk.write("，再看")
    desk.press("Esc", "J")
    assert desk.session.review.ticket(ticket).note == "需要复核，再看", "written on at its end, and kept by Esc"
    desk.press("Z")
    assert desk.session.review.ticket(ticket).note == "需要复核"


def test_a_note_shows_that_it_has_the_keyboard_and_how_it_is_kept(desk: Desk) -> None:
    desk.press("M")
    desk.write("x")
    page = desk.pane.known.note_page
    assert "Esc" in desk.child(QLabel, "noteHint").text()
    assert desk.child(QLabel, "noteHint").isVisible()
    edge = page.field.geometry().adjusted(-4, -2, 4, 2)
    assert page.grab().toImage().pixelColor(edge.center().x(), edge.top()) == QColor(tokens().accent)
    desk.press("Esc")
    assert page.grab().toImage().pixelColor(edge.center().x(), edge.top()) == QColor(tokens().edge)


def test_selecting(desk: Desk) -> None:
    ids = [int(one) for one in desk.session.ids]
    desk.press("V", "J", "V")
    assert desk.session.selection == set(ids[:2])
    desk.press("Shift+J", "Shift+J")
    assert desk.session.selection == set(ids[:4])
    desk.press("Shift+V")
    assert desk.session.selection == frozenset()
    desk.press("Shift+K")
    assert desk.session.selection == {ids[3], ids[2]}


def test_a_decision_for_a_selection(desk: Desk) -> None:
    ids = [int(one) for one in desk.session.ids]
    desk.press("V", "Shift+J", "Shift+J")
    assert "3" in desk.pane.says.text()
    assert desk.pane.says.isVisible()
    desk.press("A")
    assert {desk.session.review.ticket(one).status for one in ids[:3]} == {Status.REVIEWED}
    assert "3" in desk.toast
    desk.press("Z")
    assert {desk.session.review.ticket(one).status for one in ids[:3]} == {Status.UNREVIEWED}


def test_next_unreviewed(desk: Desk) -> None:
    desk.press("J", "A", "A", "K", "K", "K", "U")
    assert desk.session.row_of(desk.ticket.id) == 3
    desk.press("U")
    assert desk.session.row_of(desk.ticket.id) == 4


@pytest.mark.parametrize(("undo", "redo"), [("Z", "Ctrl+Shift+Z"), ("Ctrl+Z", "Ctrl+Shift+Z")])
def test_undo_and_redo(desk: Desk, undo: str, redo: str) -> None:
    ticket = desk.ticket.id
    desk.press("F", "J", "J", undo)
    assert desk.session.review.ticket(ticket).status is Status.UNREVIEWED
    assert desk.ticket.id == ticket, "what was undone is shown"
    desk.press(redo)
    assert desk.session.review.ticket(ticket).status is Status.FLAGGED


@pytest.mark.parametrize(("key", "words"), [("Z", "nothing to undo"), ("Ctrl+Shift+Z", "nothing to do again")])
def test_where_nothing_is_to_undo_it_is_said(desk: Desk, key: str, words: str) -> None:
    desk.press(key)
    assert words in desk.toast
    assert desk.window.toast.sign == "info", "a check mark would say that it was done"
    desk.press("F")
    assert desk.window.toast.sign == "check"


def test_what_is_shown(desk: Desk) -> None:
    total = len(desk.session.ids)
    desk.press("A", "F", "G, U")
    assert desk.session.text == "is:unreviewed"
    assert len(desk.session.ids) == total - 2
    desk.press("G, F")
    assert len(desk.session.ids) == 1
    desk.press("G, A")
    assert len(desk.session.ids) == total


@pytest.mark.parametrize("key", ["/", "／", "Ctrl+F"])
def test_search(desk: Desk, key: str) -> None:
    desk.press(key)
    assert desk.keyboard().objectName() == "searchLine"
    desk.write("证书")
    desk.press("Enter")
    assert desk.session.query == parse("证书")
    assert desk.keyboard() is desk.list


def test_letters_in_the_search_field_are_letters(desk: Desk) -> None:
    desk.press("/", "a", "x", "z", "g", "u", "1")
    assert desk.child(QLineEdit, "searchLine").text() == "axzgu1"
    assert desk.session.next_undo() is None


def test_panes(desk: Desk) -> None:
    assert desk.window.tickets is not None
    facets = desk.window.tickets.facets
    desk.press("Ctrl+1")
    assert desk.keyboard() is facets
    desk.press("Ctrl+3")
    assert desk.keyboard() is desk.pane.thread
    desk.press("Ctrl+2")
    assert desk.keyboard() is desk.list
    desk.press("F6")
    assert desk.keyboard() is desk.pane.thread
    desk.press("F6")
    assert desk.keyboard() is facets
    desk.press("F6")
    assert desk.keyboard() is desk.list


@pytest.mark.parametrize("pane", ["Ctrl+1", "Ctrl+3"])
def test_single_keys_work_in_every_pane(desk: Desk, pane: str) -> None:
    desk.press(pane, "J", "F")
    assert desk.session.row_of(desk.ticket.id) == 1
    assert desk.ticket.status is Status.FLAGGED
    desk.press("C")
    assert desk.keyboard() is desk.pane.editors.category.field


@pytest.mark.parametrize("key", ["?", "？", "F1"])
def test_key_sheet(desk: Desk, key: str) -> None:
    desk.press(key)
    desk.sheet(KeySheet).reject()


def test_palette(desk: Desk) -> None:
    desk.press("Ctrl+K")
    palette = desk.sheet(Palette)
    palette.field.setText("flagged")
    desk.press("Enter")
    desk.until(lambda: desk.session.text == "is:flagged")


def test_export(desk: Desk) -> None:
    desk.press("Ctrl+E")
    desk.sheet(ExportSheet).reject()


def test_open(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(
        "qtapp.window.choosing.QtWidgets.QFileDialog.getOpenFileNames",
        lambda *call: (asked.append(str(call[1])), ([], ""))[1],
    )
    desk.press("Ctrl+O")
    assert asked == ["Open files"]


def test_light_and_dark(desk: Desk) -> None:
    old = desk.window
    desk.press("Ctrl+Shift+L")
    desk.until(lambda: desk.window is not old)
    assert theme.tokens().name == "dark"
    desk.press("J")
    assert desk.session.row_of(desk.ticket.id) == 1, "the new window has the keyboard"


def test_saving_is_said_to_be_done(desk: Desk) -> None:
    desk.press("Ctrl+S")
    assert "saved already" in desk.toast


def test_no_decision_on_a_ticket_that_is_not_on_screen(desk: Desk) -> None:
    desk.press("G, S")
    assert desk.window.page() == "sources"
    desk.press("A", "F", "J")
    assert desk.session.next_undo() is None
    desk.press("/")
    assert desk.window.page() == "tickets"
    assert desk.keyboard().objectName() == "searchLine"


def test_history(desk: Desk) -> None:
    desk.press("F", "H")
    assert desk.pane.tabs.current == tabs.HISTORY
    button = QApplication.focusWidget()
    assert button in desk.pane.known.history.buttons
    desk.press("Space")
    assert desk.ticket.status is Status.UNREVIEWED
