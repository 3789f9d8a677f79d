"""Decisions on very many families or tickets, by keys: done in the background, said, and undone."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from qtapp import far
from tests.qtapp.desk import Desk


@pytest.fixture(autouse=True)
def few_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(far, "FAR_FAMILIES", 1)
    monkeypatch.setattr(far, "FAR_REPLIES", 1)


@pytest.fixture
def calls(page_desk: Desk) -> list[str]:
    """The commands that ran in the background."""
    seen: list[str] = []
    page_desk.window.tasks.started.connect(lambda task: seen.append(task.command))
    return seen


def counts(desk: Desk) -> tuple[int, int, int]:
    return desk.session.canned.counts()


def test_many_families_are_decided_in_the_background(page_desk: Desk, calls: list[str]) -> None:
    is_open, decided, every = counts(page_desk)
    assert (is_open > 1, decided) == (True, 0)
    page_desk.press("Ctrl+A")
    page_desk.press("H")
    assert page_desk.session.paused
    assert page_desk.session.canned.selection == frozenset()
    assert counts(page_desk) == (is_open, 0, every), "the window has not waited"
    page_desk.idle()
    assert calls == ["decide"]
    assert counts(page_desk) == (0, is_open, every), page_desk.toast
    assert "holding" in page_desk.toast.lower()
    page_desk.press("Z")
    page_desk.idle()
    assert counts(page_desk) == (is_open, 0, every)


def test_replies_of_many_tickets_are_rewritten_in_the_background(page_desk: Desk, calls: list[str]) -> None:
    canned = page_desk.session.canned
    while (family := canned.family) is not None and len(family.variants) < 2:
        page_desk.press("J")
    assert family is not None
    wording, others = family.row.wording, [one.text for one in family.variants[1:]]
    assert others
    following = canned.following()
    page_desk.press("A")
    page_desk.idle()
    assert calls == ["decide"]
    said = [
        turn.text
        for ticket in page_desk.session.review.tickets()
        for turn in ticket.thread
        if turn.speaker != "customer"
    ]
    assert wording in said
    assert not set(others) & set(said)
    assert canned.current == following
    page_desk.press("Z")
    page_desk.idle()
    said = [turn.text for ticket in page_desk.session.review.tickets() for turn in ticket.thread]
    assert set(others) <= set(said)


def test_a_family_of_few_tickets_is_rewritten_at_once(
    page_desk: Desk, calls: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(far, "FAR_REPLIES", 1000)
    page_desk.press("A")
    assert counts(page_desk)[1] == 1
    assert calls == []


def test_how_many_tickets_a_key_is_for_is_said_without_reading_them(page_desk: Desk) -> None:
    texts = [one.text() for one in page_desk.window.findChildren(QLabel) if one.isVisible()]
    assert any("rewrites replies in up to" in text for text in texts), texts
