"""A review whose families take long to make, by keys: the window goes on meanwhile, and then shows them."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from db import replies as library
from db.replies import ahead
from db.replies.canvass import Canvass
from qtapp import canned_making
from qtapp.canned import Canned
from qtapp.detail import tabs
from qtapp.replies.page import CannedPage
from tests.qtapp.conftest import OpenDesk
from tests.qtapp.desk import Desk


@pytest.fixture(autouse=True)
def all_are_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "LARGE", 10)


@contextmanager
def held(monkeypatch: pytest.MonkeyPatch, work: str = "make_ready") -> Iterator[None]:
    """Families that are begun within (texts, by another `work`) are not made before its end."""
    gate, plain = threading.Event(), getattr(Canvass, work)

    def waiting(canvass: Canvass, *args: object) -> None:
        gate.wait(20)
        plain(canvass, *args)

    with monkeypatch.context() as patch:
        patch.setattr(Canvass, work, waiting)
        try:
            yield
        finally:
            gate.set()


def canned(desk: Desk) -> Canned:
    return desk.session.canned


def page(desk: Desk) -> CannedPage:
    shown = desk.window.hosts.canned.page
    assert shown is not None
    return shown


def made(desk: Desk) -> None:
    desk.until(lambda: not canned(desk).making.works)
    desk.app.processEvents()


@pytest.fixture
def made_desk(open_desk: OpenDesk, review_file: Path) -> Desk:
    """The page of canned replies, with all families there."""
    desk = open_desk([review_file])
    desk.press("G, C")
    made(desk)
    return desk


def to_variants(desk: Desk) -> library.Family:
    """Go down to a family of several texts."""
    while (family := canned(desk).family) is not None and len(family.variants) < 2:
        desk.press("J")
    assert family is not None
    return family


def test_the_page_opens_at_once_and_is_filled_later(
    open_desk: OpenDesk, review_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_desk([review_file])
    with held(monkeypatch):
        desk.press("G, C")
        assert desk.window.page() == "canned"
        assert canned(desk).making.works
        assert canned(desk).counts() == (0, 0, 0)
        assert "being put together" in page(desk).families.empty.text.text()
        assert page(desk).families.head.count.text() == ""
        assert page(desk).words() == "Open canned replies"
        desk.press("J", "K", "H", "A", "V", "Ctrl+A", "T", "Right")  # nothing is there to be decided
        assert canned(desk).current == -1
        desk.press("G, T")
        assert desk.window.page() == "tickets"
        desk.press("J", "G, C")
        assert desk.window.page() == "canned"
    made(desk)
    assert canned(desk).counts()[2] == 5
    assert len(canned(desk).handles) == 5
    assert canned(desk).family is not None
    desk.until(lambda: page(desk).evidence.complete)
    desk.press("H")
    assert canned(desk).counts()[:2] == (4, 1)


def test_another_likeness_leaves_the_list_until_it_is_made(made_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    before = [int(one) for one in canned(made_desk).handles]
    with held(monkeypatch):
        for _ in range(10):
            made_desk.press("=")
        made_desk.until(lambda: canned(made_desk).making.works)
        assert [int(one) for one in canned(made_desk).handles] == before
        assert canned(made_desk).replies.families.threshold == 0.90
        made_desk.press("J", "H")  # decided while another likeness is being made: it is not lost
        assert canned(made_desk).counts()[1] == 1
    made(made_desk)
    assert canned(made_desk).replies.families.threshold == 1.0
    assert canned(made_desk).counts()[1] == 1
    assert page(made_desk).families.head.slider.value() == 100


def test_rewritten_replies_are_followed_when_all_is_made_anew(made_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    family = to_variants(made_desk)
    following = canned(made_desk).replies.ids([canned(made_desk).following()])
    with held(monkeypatch):
        made_desk.press("A")
        assert canned(made_desk).making.works
    made(made_desk)
    assert canned(made_desk).counts()[1] == 1
    assert canned(made_desk).replies.ids([canned(made_desk).current]) == following
    said = {turn.text for ticket in made_desk.session.review.tickets() for turn in ticket.thread}
    assert not {one.text for one in family.variants[1:]} & said
    made_desk.press("Z")
    made(made_desk)
    assert canned(made_desk).counts()[1] == 0


def test_a_search_for_words_waits_until_the_texts_are_read(made_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    made_desk.press("V")
    before = list(map(int, canned(made_desk).handles))
    wanted = canned(made_desk).replies.rows(before[-1:])[0].wording
    with held(monkeypatch, "read_sought"):
        made_desk.press("/")
        made_desk.write(wanted)
        made_desk.until(lambda: canned(made_desk).is_awaited)
        assert list(map(int, canned(made_desk).handles)) == before
        assert page(made_desk).families.head.count.text() == ""
        made_desk.press("Escape", "J", "H")  # what is shown can be decided meanwhile
        assert canned(made_desk).replies.counts()[1] == 1
        assert canned(made_desk).is_awaited
    made_desk.until(lambda: not canned(made_desk).is_awaited)
    assert [one.wording for one in canned(made_desk).replies.rows(map(int, canned(made_desk).handles))] == [wanted]
    assert canned(made_desk).counts()[2] == 1


def test_nothing_is_shown_of_families_that_are_no_more(made_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = canned(made_desk).replies.rows([canned(made_desk).current])[0].wording
    assert canned(made_desk).find(wanted)
    made_desk.until(lambda: not canned(made_desk).is_awaited)
    shown = list(map(int, canned(made_desk).handles))
    with held(monkeypatch):
        library.scan(made_desk.session.review)
        canned(made_desk).refresh(None)
        assert list(canned(made_desk).handles) == []
        made_desk.app.processEvents()
    with held(monkeypatch, "read_sought"):
        made(made_desk)
        assert canned(made_desk).is_awaited
        assert list(canned(made_desk).handles) == []
        assert "being read" in page(made_desk).families.empty.text.text()
    made_desk.until(lambda: not canned(made_desk).is_awaited)
    assert list(map(int, canned(made_desk).handles)) == shown


def test_a_decision_that_reaches_far_is_known_at_once_and_regroups_later(
    made_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(canned_making, "REACH", 0)
    family = to_variants(made_desk)
    own = family.row.id
    with held(monkeypatch):
        made_desk.press("N")
        assert canned(made_desk).making.works
        assert canned(made_desk).replies.handle_of(own) >= 0  # the family is as it was, but is decided
        assert canned(made_desk).counts()[:2] == (4, 1)
        made_desk.press("H")
        assert canned(made_desk).counts()[:2] == (3, 2)
    made(made_desk)
    fresh = library.Replies(made_desk.session.review, made_desk.session.finder)
    assert canned(made_desk).replies.families.leader.tolist() == fresh.families.leader.tolist()
    made_desk.press("Z", "Z")
    made(made_desk)
    assert canned(made_desk).counts()[1] == 0
    assert canned(made_desk).replies.handle_of(own) >= 0


def test_a_search_for_canned_replies_is_done_when_the_families_are_there(
    open_desk: OpenDesk, review_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_desk([review_file])
    every = len(desk.session.ids)
    with held(monkeypatch):
        desk.press("/")
        desk.write("is:canned")
        desk.press("Enter")
        problem = desk.child(QLabel, "searchProblem")
        desk.until(lambda: "being put together" in problem.text())
        assert len(desk.session.ids) == every
        desk.press("J")
    made(desk)
    desk.until(lambda: desk.session.text == "is:canned")
    assert 0 < len(desk.session.ids) < every
    assert problem.isHidden()


def test_another_search_takes_the_place_of_one_that_waits(
    open_desk: OpenDesk, review_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_desk([review_file])
    with held(monkeypatch):
        assert not desk.session.find("is:canned")
        assert desk.session.awaited == "is:canned"
        assert desk.session.find("id:1")
    made(desk)
    assert desk.session.text == "id:1"


def test_the_replies_of_a_ticket_wait_for_the_families(
    open_desk: OpenDesk, review_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_desk([review_file])
    known = desk.window.tickets.pane.known
    with held(monkeypatch):
        known.tabs.open(tabs.CANNED)
        desk.settle()
        assert canned(desk).making.works
        assert not known.canned.count()
    made(desk)
    assert known.canned.count()


def test_nothing_is_made_before_somebody_asks(open_desk: OpenDesk, review_file: Path) -> None:
    desk = open_desk([review_file])
    assert canned(desk).state == "fresh"  # as the sheet of an export asks
    desk.press("A", "J", "S")
    desk.session.set_note("看过")
    desk.settle()
    assert not canned(desk).making.works
    assert not canned(desk).replies.is_at_hand


def test_a_window_that_closes_meanwhile_leaves_nothing(
    open_desk: OpenDesk, review_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_desk([review_file])
    with held(monkeypatch):
        desk.press("G, C")
        assert canned(desk).making.works
        desk.window.close_review()
        assert desk.window.session is None
    for thread in threading.enumerate():
        if thread.name.startswith("families"):
            thread.join(20)
