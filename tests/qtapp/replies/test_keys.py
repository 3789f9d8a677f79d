"""Every key of the page of canned replies, pressed in the real window."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QPlainTextEdit

from db.replies import FamilyRow
from db.values import Status
from qtapp.canned import Canned
from qtapp.detail import tabs
from qtapp.dialogs.duplicates import DuplicatesSheet
from qtapp.kit.slider import Slider
from qtapp.replies import effects
from qtapp.replies.families_view import FamiliesView
from tests.qtapp.desk import Desk
from tests.qtapp.replies.invented import AUDIT, HOLDING, LINE, LINE_LONGER, LINE_SHORTER, LONG


def page(desk: Desk) -> FamiliesView:
    assert desk.window.hosts.canned.page is not None
    return desk.window.hosts.canned.page.families


def canned(desk: Desk) -> Canned:
    return desk.session.canned


def row(desk: Desk) -> FamilyRow:
    family = canned(desk).family
    assert family is not None
    return family.row


def go(desk: Desk, wording: str) -> FamilyRow:
    """Make the family of a wording the current one."""
    wanted = next(one for one in canned(desk).handles if canned(desk).replies.rows([one])[0].wording == wording)
    canned(desk).go(int(wanted))
    desk.app.processEvents()
    return row(desk)


def decided(desk: Desk, wording: str) -> FamilyRow:
    """The row of a family as it stands, whatever is shown."""
    replies = canned(desk).replies
    return next(one for one in replies.rows(replies.find("", "all")) if one.wording == wording)


def replies_of(desk: Desk) -> list[str]:
    """All replies of the review."""
    review = desk.session.review
    return [turn.text for one in desk.session.ids for turn in review.ticket(int(one)).replies]


def test_the_way_through_the_list(page_desk: Desk) -> None:
    assert page_desk.window.page() == "canned"
    assert page_desk.keyboard() is page(page_desk).list
    handles = [int(one) for one in canned(page_desk).handles]
    page_desk.press("J", "Down", "K")
    assert canned(page_desk).current == handles[1]
    page_desk.press("Space", "Up", "End")
    assert canned(page_desk).current == handles[-1]
    page_desk.press("Home")
    assert canned(page_desk).current == handles[0]
    assert page(page_desk).list.currentIndex().row() == 0


def test_a_rewrites_what_the_sentence_said_and_goes_on(page_desk: Desk) -> None:
    go(page_desk, LINE)
    following = canned(page_desk).following()
    effect = canned(page_desk).effect()
    assert (effect.replies, effect.tickets) == (3, 3)
    says = page_desk.child(QLabel, "effect").text()
    assert says == "<b>A</b> rewrites 3 replies in 3 tickets of 1 source; one step to undo."
    page_desk.press("A")
    assert replies_of(page_desk).count(LINE) == 7
    assert LINE_LONGER not in replies_of(page_desk)
    assert canned(page_desk).current == following
    assert decided(page_desk, LINE).decision is not None
    assert page_desk.child(QLabel, "toastKey").text() == "Z"


def test_z_takes_it_back_and_goes_there(page_desk: Desk) -> None:
    go(page_desk, LINE)
    page_desk.press("A")
    before = canned(page_desk).current
    page_desk.press("Z")
    assert replies_of(page_desk).count(LINE_LONGER) == 2
    assert row(page_desk).wording == LINE
    assert row(page_desk).decision is None
    page_desk.press("Ctrl+Shift+Z")
    assert LINE_LONGER not in replies_of(page_desk)
    assert canned(page_desk).current == before


@pytest.mark.parametrize(
    ("key", "code"), [("N", "keep"), ("H", "holding"), ("B", "apart"), ("W", "wording"), ("A", "wording")]
)
def test_one_key_decides_and_goes_on(page_desk: Desk, key: str, code: str) -> None:
    go(page_desk, LINE)
    page_desk.press(key)
    decision = decided(page_desk, LINE).decision
    assert decision is not None
    assert decision.code == code
    assert row(page_desk).wording != LINE
    assert page_desk.toast


def test_w_rewrites_nothing(page_desk: Desk) -> None:
    before = replies_of(page_desk)
    go(page_desk, LINE)
    page_desk.press("W")
    assert replies_of(page_desk) == before


def test_the_number_of_examples(page_desk: Desk) -> None:
    go(page_desk, LINE)
    page_desk.press("]", "]", "[", "】")
    assert "5" in page(page_desk).pane.bar.buttons["canned_keep"].text()
    page_desk.press("N")
    decision = decided(page_desk, LINE).decision
    assert decision is not None
    assert decision.examples == 5
    page_desk.press(*["["] * 9)
    assert canned(page_desk).examples == 1, "one is the least"


def test_p_accepts_what_is_proposed(page_desk: Desk) -> None:
    proposal = go(page_desk, HOLDING).proposal
    assert proposal is not None
    assert "Says nothing" in page_desk.child(QLabel, "familyVerdict").text()
    page_desk.press("P")
    assert decided(page_desk, HOLDING).decision == proposal.decision
    go(page_desk, LINE)
    page_desk.press("P")
    assert decided(page_desk, LINE).decision is None
    assert page_desk.toast == "Nothing is proposed for this family."


def test_u_takes_a_decision_away(page_desk: Desk) -> None:
    go(page_desk, LINE)
    page_desk.press("H")
    canned(page_desk).show_only("decided")
    page_desk.press("U")
    assert decided(page_desk, LINE).decision is None
    assert page(page_desk).empty.text.text() == "Nothing is decided yet."
    assert page_desk.keyboard() is page(page_desk).empty


def test_many_families_at_once(page_desk: Desk) -> None:
    first, second = (int(one) for one in canned(page_desk).handles[:2])
    page_desk.press("V", "J", "V")
    assert canned(page_desk).selection == {first, second}
    assert page_desk.child(QLabel, "cannedCount").text() == "2 families selected"
    assert page_desk.child(QLabel, "effect").text().startswith("<b>A</b>")
    page_desk.press("H")
    assert canned(page_desk).counts()[1] == 2
    assert canned(page_desk).selection == frozenset()
    page_desk.press("Z")
    assert canned(page_desk).counts()[1] == 0
    page_desk.press("Home", "Shift+J", "Shift+J")
    assert len(canned(page_desk).selection) == 3
    page_desk.press("Shift+K", "Shift+V", "Ctrl+A")
    assert len(canned(page_desk).selection) == len(canned(page_desk).handles)


def test_of_very_many_families_no_ticket_is_read_before_a_key_is_pressed(
    page_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(effects, "MEASURED", 4)
    monkeypatch.setattr(canned(page_desk), "effect", lambda: pytest.fail("tickets were read"))
    page_desk.press("Ctrl+A")
    says = page_desk.child(QLabel, "effect").text()
    assert says == "<b>A</b> is for 5 families with 44 replies; one step to undo."


def test_a_variant_is_taken_for_the_wording_and_all_is_rewritten_to_it(page_desk: Desk) -> None:
    go(page_desk, LINE)
    page_desk.press("Right", "Down", "R")
    assert page_desk.keyboard() is page(page_desk).pane.variants
    assert canned(page_desk).chosen_wording == LINE_LONGER
    assert decided(page_desk, LINE).decision is None, "nothing is decided by that"
    assert canned(page_desk).effect().replies == 5
    page_desk.press("A")
    assert replies_of(page_desk).count(LINE_LONGER) == 7


def test_only_the_selected_variants_are_rewritten(page_desk: Desk) -> None:
    go(page_desk, LINE)
    page_desk.press("Right", "Down", "V")
    assert canned(page_desk).variants == {LINE_LONGER}
    assert page(page_desk).pane.bar.buttons["canned_rewrite"].text() == "Rewrite 1 variant"
    assert canned(page_desk).effect().replies == 2
    page_desk.press("A")
    assert replies_of(page_desk).count(LINE) == 6
    assert LINE_SHORTER in replies_of(page_desk)


def test_variants_are_selected_over_rows(page_desk: Desk) -> None:
    go(page_desk, LINE)
    page_desk.press("Right", "Shift+J", "Shift+J")
    assert canned(page_desk).variants == {LINE, LINE_LONGER, LINE_SHORTER}
    page_desk.press("Shift+V")
    assert canned(page_desk).variants == frozenset()
    page_desk.press("Left")
    assert page_desk.keyboard() is page(page_desk).list


@pytest.mark.parametrize("key", ["D", "Del"])
def test_a_variant_is_taken_out(page_desk: Desk, key: str) -> None:
    go(page_desk, LINE)
    page_desk.press("Right", "Down", key)
    family = canned(page_desk).family
    assert family is not None
    assert [one.text for one in family.variants] == [LINE, LINE_SHORTER]
    page_desk.press("Z")
    assert row(page_desk).variants == 3


def test_without_a_variant_nothing_is_taken_out(page_desk: Desk) -> None:
    go(page_desk, LINE)
    page_desk.press("D")
    assert row(page_desk).variants == 3
    assert page_desk.toast == "Choose a variant first: Right goes to them."


def test_two_variants_are_parted(page_desk: Desk) -> None:
    go(page_desk, LINE)
    page_desk.press("Shift+B")
    assert page_desk.toast == "Select two variants first, with V."
    assert page_desk.window.toast.sign == "info"
    page_desk.press("Right", "Down", "Shift+B")
    family = canned(page_desk).family
    assert family is not None
    texts = {one.text for one in family.variants}
    assert not {LINE, LINE_LONGER} <= texts


def test_a_wording_of_ones_own(page_desk: Desk) -> None:
    go(page_desk, LINE)
    page_desk.press("E")
    field = page_desk.child(QPlainTextEdit, "wordingText")
    assert page_desk.keyboard() is field
    page_desk.write("您好，线路已经恢复。")
    page_desk.press("Enter")
    assert page_desk.keyboard() is page(page_desk).list
    assert canned(page_desk).chosen_wording == "您好，线路已经恢复。"
    page_desk.press("A")
    assert replies_of(page_desk).count("您好，线路已经恢复。") == 7


def test_a_wording_that_is_given_up(page_desk: Desk) -> None:
    go(page_desk, LINE)
    page_desk.press("E")
    page_desk.write("算了")
    page_desk.press("Esc")
    assert canned(page_desk).chosen_wording == LINE
    assert page_desk.child(QPlainTextEdit, "wordingText").toPlainText() == LINE
    page_desk.press("E", "A")
    assert decided(page_desk, LINE).decision is None, "letters belong to the field"


def test_the_threshold_by_keys(page_desk: Desk) -> None:
    before = len(canned(page_desk).handles)
    page_desk.press(*["="] * 10)
    page_desk.until(lambda: canned(page_desk).replies.threshold == 1.0)
    assert page_desk.child(QLabel, "likenessLeast").text() == "≥ 1.00"
    assert decided(page_desk, LINE).variants == 1
    assert len(canned(page_desk).handles) == before + 1, "what is used twice is a family of its own"
    page_desk.press("-", "－")
    page_desk.until(lambda: canned(page_desk).replies.threshold == 0.98)
    slider = page_desk.child(Slider, "likeness")
    slider.setFocus()
    page_desk.press("Home")
    page_desk.until(lambda: canned(page_desk).replies.threshold == 0.75)
    assert decided(page_desk, LINE).variants == 3


def test_to_the_tickets_and_back(page_desk: Desk) -> None:
    family = go(page_desk, LINE)
    page_desk.press("Enter")
    assert page_desk.window.page() == "tickets"
    assert page_desk.session.text == f"family:{family.id}"
    assert len(page_desk.session.ids) == family.tickets
    assert LINE[:10] in page_desk.session.describe(page_desk.session.query)
    page_desk.press("G, C")
    assert row(page_desk).id == family.id
    page_desk.press("T")
    assert len(page_desk.session.ids) == family.tickets


def test_to_the_tickets_of_a_variant(page_desk: Desk) -> None:
    go(page_desk, LINE)
    page_desk.press("Right", "Down", "Enter")
    assert page_desk.window.page() == "tickets"
    assert page_desk.ticket.replies[0].text == LINE_LONGER
    assert all(
        page_desk.session.review.ticket(int(one)).replies[0].text in (LINE, LINE_LONGER)
        for one in page_desk.session.ids
    )


def test_from_a_ticket_to_the_family_and_back(page_desk: Desk) -> None:
    page_desk.press("H", "G, T")
    ticket = next(
        int(one) for one in page_desk.session.ids if page_desk.session.review.ticket(int(one)).replies[0].text == LINE
    )
    page_desk.session.go(ticket)
    page_desk.settle()
    assert page_desk.pane.tabs.tabs[tabs.CANNED].accessibleName() == "Canned, 1"
    page_desk.press("R")
    assert page_desk.keyboard() is page_desk.pane.known.canned
    assert page_desk.pane.known.canned.item(0).text() == f"{LINE} 7 uses · 3 variants"
    page_desk.press("Enter")
    assert page_desk.window.page() == "canned"
    assert row(page_desk).wording == LINE
    page_desk.press("G, T")
    assert page_desk.ticket.id == ticket


def test_from_a_ticket_to_a_decided_family(page_desk: Desk) -> None:
    decided_id = row(page_desk).id
    page_desk.press("H")
    page_desk.window.hosts.canned.show_family(decided_id)
    assert row(page_desk).id == decided_id
    assert canned(page_desk).shown == "all", "the list shows it, whatever it showed before"


def test_searching_for_tickets_with_canned_replies(page_desk: Desk) -> None:
    held = {ticket for one in canned(page_desk).handles for ticket in canned(page_desk).replies.tickets_of(int(one))}
    page_desk.session.find("is:canned")
    assert {int(one) for one in page_desk.session.ids} == held
    page_desk.session.find("is:duplicate")
    assert len(page_desk.session.ids) == 3
    page_desk.session.find("family:nonsense")
    assert len(page_desk.session.ids) == 0


def test_duplicates_are_excluded_but_one(page_desk: Desk) -> None:
    go(page_desk, AUDIT)
    page_desk.press("X")
    sheet = page_desk.sheet(DuplicatesSheet)
    assert sheet.list.count() == 3
    assert "the other 2" in sheet.go.text()
    page_desk.press("Down", "Enter")
    assert not sheet.isVisible()
    session = page_desk.session
    session.find("is:excluded")
    assert len(session.ids) == 2
    session.undo()
    session.find("is:excluded")
    assert len(session.ids) == 0
    assert all(
        session.review.ticket(one).status is Status.UNREVIEWED for one in canned(page_desk).duplicates()[0].tickets
    )


def test_where_there_are_no_duplicates_it_is_said(page_desk: Desk) -> None:
    go(page_desk, HOLDING)
    page_desk.press("X")
    assert page_desk.toast == "No ticket of this family has a duplicate."
    assert page_desk.window.toast.sign == "info"


def test_more_than_twenty_tickets_are_asked_about(page_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr(page_desk.session, "confirm", lambda number: asked.append(number) or False)
    go(page_desk, LONG)
    canned(page_desk).pick("请先完成企业认证")
    page_desk.press("A")
    assert asked == [22]
    assert replies_of(page_desk).count(LONG) == 22
    page_desk.press("N")
    assert asked == [22], "a decision on one family rewrites nothing, and is not asked about"


def test_panes_and_search(page_desk: Desk) -> None:
    page_desk.press("F6")
    assert page_desk.keyboard() is page(page_desk).pane.variants
    page_desk.press("F6")
    assert page_desk.keyboard() is page(page_desk).list
    page_desk.press("Ctrl+3")
    assert page_desk.keyboard() is page(page_desk).pane.variants
    page_desk.press("/")
    page_desk.write("退款")
    page_desk.press("Enter")
    assert len(canned(page_desk).handles) == 1
    assert row(page_desk).kind == "template"
    assert page_desk.window.page() == "canned"
    assert page_desk.keyboard() is page(page_desk).list


def test_only_the_differences(page_desk: Desk) -> None:
    go(page_desk, LINE)
    page_desk.press("F")
    assert page(page_desk).pane.differences.isChecked()
    pieces = page(page_desk).pane.variants.model().pieces(1)
    assert [one.text for one in pieces if one.kind == "inserted"] == ["，多谢"]
    assert sum(len(one.text) for one in pieces) < 20


def test_keys_of_the_tickets_page_do_nothing_to_tickets_here(page_desk: Desk) -> None:
    page_desk.press("M", "C", "1")
    review = page_desk.session.review
    assert {review.ticket(int(one)).status for one in page_desk.session.ids} == {Status.UNREVIEWED}
    assert page_desk.window.page() == "canned"
    page_desk.press("G, T", "A")
    assert decided(page_desk, LONG).decision is None
    assert sum(review.ticket(int(one)).status is Status.REVIEWED for one in page_desk.session.ids) == 1
