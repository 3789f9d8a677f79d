"""The page of personal data by keys alone, in the real window: looked at, masked, kept, undone; its ways to tickets."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from db import privacy
from qtapp.dialogs.palette import Palette
from qtapp.dialogs.questions import Question
from qtapp.kit.narrowing import NarrowField
from qtapp.privacy import deciding, found
from qtapp.privacy.list import FoundList
from qtapp.privacy.page import PrivacyPage
from qtapp.privacy.places import PlaceList
from qtapp.window.header import PageTab
from tests.db.files import ticket
from tests.qtapp.desk import Desk
from tests.qtapp.privacy.conftest import PrivacyDesk
from tests.qtapp.test_access import nameless


def page(desk: Desk) -> PrivacyPage:
    assert desk.window.hosts.privacy.page is not None
    return desk.window.hosts.privacy.page


def listed(desk: Desk) -> list[tuple[str, int]]:
    """Titles and numbers of the list."""
    rows = page(desk).list.model_of_rows
    return [(row.title, row.places) for row in map(rows.row_at, range(rows.rowCount()))]  # type: ignore[attr-defined]


def places(desk: Desk) -> list[str]:
    """The places of the current one, each between its surroundings."""
    rows = page(desk).pane.places.model_of_rows
    found = map(rows.row_at, range(rows.rowCount()))
    return [f"{row.before}<{row.hit}>{row.after}" for row in found]  # type: ignore[attr-defined]


def says(desk: Desk) -> str:
    page(desk).pane.settle()
    return desk.child(QLabel, "privacyEffect").text()


def problem(desk: Desk, one: int) -> str:
    return desk.session.review.ticket(one).problem


def test_by_kind_by_value_by_ticket(privacy_desk: PrivacyDesk) -> None:
    desk = privacy_desk()
    assert desk.window.page() == "privacy"
    assert desk.keyboard() is desk.child(FoundList, "privacyList")
    kinds = [("Mobile number", 4), ("Mail address", 2), ("IPv4 address", 2), ("Link", 1)]
    assert [one for one in listed(desk) if one[0] != "Domain"] == kinds
    assert says(desk) == "A masks 4 places in 3 tickets as [手机已脱敏]. One step to undo."
    desk.press("2")
    assert listed(desk)[:2] == [("13800001111", 3), ("13900002222", 1)]
    assert places(desk) == [
        "手机 <13800001111>，源站 47.98.3.4 和 10.0.0.7",
        "请加 <138-0000-1111> 再说",
        "我是 <13800001111>，见 https://a.mingtai.com/x 和 [手机已脱敏]",
    ]
    desk.press("3")
    assert listed(desk) == [("证书过期", 4), ("无法访问", 2), ("账单", 3)]
    assert page(desk).words() == desk.window.bar._shows.text()
    assert nameless(page(desk)) == []


def test_from_a_kind_to_its_values_and_back(privacy_desk: PrivacyDesk) -> None:
    desk = privacy_desk("Enter")
    assert listed(desk) == [("13800001111", 3), ("13900002222", 1)]
    desk.press("J", "Esc")
    assert listed(desk)[0] == ("Mobile number", 4)
    desk.press("/")
    assert desk.keyboard() is desk.child(NarrowField, "narrowField")
    desk.write("139")
    desk.press("Enter")
    assert listed(desk) == [("Mobile number", 4)]
    desk.press("2")
    assert listed(desk) == [("13900002222", 1)]


def test_one_value_is_masked_and_undone(privacy_desk: PrivacyDesk) -> None:
    desk = privacy_desk("2")
    assert says(desk) == "A masks 3 places in 2 tickets as [手机已脱敏]. One step to undo."
    desk.press("A")
    assert problem(desk, 1) == "手机 [手机已脱敏]，源站 47.98.3.4 和 10.0.0.7"
    assert desk.session.review.ticket(1).replies[0].text == "请加 [手机已脱敏] 再说"
    assert page(desk).pane.title.text() == "13900002222"
    assert desk.toast == "Masked 3 places of one value in 2 tickets: Mobile number"
    desk.press("Z")
    assert problem(desk, 1).startswith("手机 13800001111")
    assert page(desk).pane.title.text() == "13800001111"
    assert len(places(desk)) == 3


def test_one_place_alone(privacy_desk: PrivacyDesk) -> None:
    desk = privacy_desk("2", "Right", "Down")
    assert desk.keyboard() is desk.child(PlaceList, "privacyPlaces")
    desk.press("O")
    assert desk.session.review.ticket(1).replies[0].text == "请加 [手机已脱敏] 再说"
    assert problem(desk, 1).startswith("手机 13800001111")
    assert listed(desk)[0] == ("13800001111", 2)
    desk.press("Left", "N", "O")
    assert problem(desk, 2).startswith("我是 [手机已脱敏]")


def test_all_of_a_ticket(privacy_desk: PrivacyDesk) -> None:
    desk = privacy_desk("3", "A")
    assert problem(desk, 1) == "手机 [手机已脱敏]，源站 [IP已脱敏] 和 [IP已脱敏]"
    assert listed(desk)[0] == ("无法访问", 2)


def test_all_of_a_kind_after_its_numbers(privacy_desk: PrivacyDesk) -> None:
    desk = privacy_desk("2")
    asked: list[str] = []

    def read() -> None:
        question = desk.sheet(Question)
        asked.append(question.text.text())
        desk.press("Esc" if len(asked) == 1 else "Enter")

    for number in (1, 2):
        desk.later(read)
        desk.press("Shift+A")
        assert ("13800001111" in problem(desk, 1)) is (number == 1)
    assert asked[0].split("\n")[:2] == [
        "All of the kind “Mobile number”:",
        "4 places of 2 values in 3 tickets get a mask.",
    ]
    assert "13900002222" not in problem(desk, 4)
    desk.press("Z")
    assert "13800001111" in problem(desk, 2)
    assert "13900002222" in problem(desk, 4)


def test_no_personal_data_is_remembered_and_taken_back(privacy_desk: PrivacyDesk) -> None:
    desk = privacy_desk("2", "B")
    assert listed(desk)[0] == ("13900002222", 1)
    assert privacy.excepted(desk.session.review) == {("mobile", "13800001111")}
    desk.press("4")
    assert listed(desk) == [("13800001111", 3)]
    assert len(places(desk)) == 3
    desk.press("B")
    assert listed(desk) == []
    assert "Nothing was said" in desk.child(QLabel, "noPrivacyText").text()
    desk.press("2")
    assert listed(desk)[0] == ("13800001111", 3)
    desk.press("Z", "Z")
    assert privacy.excepted(desk.session.review) == frozenset()


def test_pseudonyms(privacy_desk: PrivacyDesk) -> None:
    desk = privacy_desk("2", "Y")
    assert says(desk) == "A masks 3 places in 2 tickets as [手机已脱敏-1]. One step to undo."
    desk.press("A", "A")
    assert problem(desk, 2).startswith("我是 [手机已脱敏-1]")
    assert problem(desk, 4).endswith("[手机已脱敏-2]")


def test_to_the_ticket_and_back(privacy_desk: PrivacyDesk) -> None:
    desk = privacy_desk("2", "N", "N", "T")
    assert (desk.window.page(), desk.ticket.id) == ("tickets", 2)
    assert [int(one) for one in desk.session.ids] == [1, 2]
    desk.press("G, P")
    assert (page(desk).pane.title.text(), page(desk).found.place) == ("13800001111", 2)
    desk.press("Right", "Enter")
    assert desk.window.page() == "tickets"


def test_the_palette_knows_the_page(privacy_desk: PrivacyDesk) -> None:
    desk = privacy_desk("G, T", "Ctrl+K")
    desk.sheet(Palette)
    desk.write("Go to the personal data")
    desk.press("Enter")
    desk.until(lambda: desk.window.page() == "privacy")


def test_changed_tickets_are_read_again(privacy_desk: PrivacyDesk) -> None:
    desk = privacy_desk("2")
    desk.session.set_text("problem", "新的 13700003333", [3])
    assert ("13700003333", 1) in listed(desk)
    desk.press("Z")
    assert ("13700003333", 1) not in listed(desk)


def test_many_are_masked_and_read_again_in_the_background(
    privacy_desk: PrivacyDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deciding, "MANY", 1)
    monkeypatch.setattr(found, "NEAR", 1)
    desk = privacy_desk("2")
    desk.later(lambda: (desk.sheet(Question), desk.press("Enter")))
    desk.press("A")
    desk.idle()
    desk.until(lambda: not page(desk).found.works)
    desk.idle()
    assert problem(desk, 2).startswith("我是 [手机已脱敏]")
    assert listed(desk)[0] == ("13900002222", 1)
    assert desk.toast.startswith("Masked 3 places")
    desk.press("Z")
    desk.idle()
    assert sorted(listed(desk))[:2] == [("10.0.0.7", 1), ("13800001111", 3)]


def test_what_comes_before_the_first_row_takes_its_place_until_somebody_goes_on(
    privacy_desk: PrivacyDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(found, "SLICE", 1)
    late = [
        ticket("链接", "见 https://a.mingtai.com/x"),
        ticket("邮箱", "lin@mingtai.com"),
        ticket("手机", "13800001111"),
    ]
    desk = privacy_desk(tickets=late)
    assert page(desk).pane.title.text() == "Mobile number"
    desk.press("J", "R")
    desk.until(lambda: not page(desk).found.works)
    assert page(desk).pane.title.text() == "Mail address"
    page(desk).found.complete = False  # as after an import
    desk.press("R")
    desk.until(lambda: len(listed(desk)) > 1)
    desk.press("J")
    at = page(desk).pane.title.text()
    desk.until(lambda: page(desk).found.complete)
    assert page(desk).pane.title.text() == at != "Mobile number"


def test_a_search_that_is_stopped_begins_when_it_is_asked_for(privacy_desk: PrivacyDesk) -> None:
    desk = privacy_desk()
    desk.window.hosts.privacy.search.declined = True
    page(desk).found.complete = False
    page(desk).found.ended(False)
    desk.press("R")
    desk.until(lambda: page(desk).found.complete)
    assert listed(desk)[0] == ("Mobile number", 4)


def test_a_search_that_begins_anew_forgets_what_was_current(privacy_desk: PrivacyDesk) -> None:
    """The first values that it finds are fewer than the place of the one that was read."""
    desk = privacy_desk("2", "J", "J", "J")
    page(desk).found.complete = False  # as after an import
    desk.press("R")
    desk.until(lambda: page(desk).found.complete)
    assert listed(desk)[0] == ("13800001111", 3)


def test_a_large_review_is_searched_in_the_background(
    privacy_desk: PrivacyDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(found, "SMALL", 0)
    desk = privacy_desk("2")
    assert listed(desk)[0] == ("13800001111", 3)
    desk.press("A", "R")
    desk.until(lambda: page(desk).found.works)
    desk.idle()
    assert listed(desk)[0] == ("13900002222", 1)
    desk.press("R")
    desk.until(lambda: desk.window.tasks.current is not None)
    desk.window.bar.cancel.click()
    desk.idle()
    assert listed(desk)[0] == ("13900002222", 1), "what was known before stays"


def test_a_review_that_may_only_be_read(privacy_desk: PrivacyDesk) -> None:
    desk = privacy_desk("2", "A", "B", "O", read_only=True)
    assert listed(desk)[0] == ("13800001111", 3)
    assert not page(desk).pane.bar.buttons["privacy_mask"].isEnabled()


def test_nothing_of_a_kind_is_left_and_the_way_leads_to_the_rest(privacy_desk: PrivacyDesk) -> None:
    desk = privacy_desk("J", "Enter")
    value, _ = listed(desk)[0]
    for way in (("Tab", "Space"), ("1",), ("Esc",)):
        assert value == "lin@mingtai.com"
        desk.press("B")
        assert desk.child(QLabel, "noPrivacyText").text() == "Nothing of the kind “Mail address” is left."
        desk.press(*way)
        assert ("Mobile number", 4) in listed(desk)
        assert desk.keyboard() is page(desk).list
        desk.press("Z")
        assert page(desk).pane.title.text() == "Mail address"
        desk.press("Enter")


def test_the_number_stays_when_the_window_is_dressed_anew(privacy_desk: PrivacyDesk) -> None:
    desk = privacy_desk("G, T")
    window = desk.window
    desk.press("Ctrl+Shift+L")
    desk.until(lambda: desk.window is not window)
    assert desk.child(PageTab, "privacyTab").accessibleName() == "Privacy 3"
    desk.press("A")
    assert desk.child(PageTab, "privacyTab").accessibleName() == "Privacy 3"
    desk.session.set_text("problem", "新的 13700003333", [3])
    assert desk.child(PageTab, "privacyTab").accessibleName() == "Privacy", "nobody has counted it"


def test_nothing_is_left(privacy_desk: PrivacyDesk) -> None:
    desk = privacy_desk(tickets=[ticket("一", "都好")])
    assert "Nothing is left" in desk.child(QLabel, "noPrivacyText").text()
    assert desk.keyboard() is page(desk).empty
    desk.press("J", "A", "O", "B", "T", "N", "2", "3", "4", "F6")
    assert desk.window.page() == "privacy"
