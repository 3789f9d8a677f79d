"""Families made in another thread: the same as those that are made when they are asked for."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from db.errors import ReviewError
from db.importing import import_paths
from db.replies import Replies, ahead, is_large, mark_holding, not_a_family, preparing, reading, rewrite, scan
from db.replies.canvass import Canvass
from db.review import Review
from db.search import Finder, parse
from tests.db.replies.invented import HOLDING, LINE, dataset, handle, look


@pytest.fixture
def review(tmp_path: Path) -> Iterator[Review]:
    with Review.create(tmp_path / "canned.winnow", "lin") as made:
        import_paths(made, [dataset(tmp_path / "sources")])
        scan(made)
        yield made


def prepared(review: Review, threshold: float | None = None) -> Replies:
    found = Replies(review, Finder(review))
    assert not found.is_at_hand
    for _ in preparing(found, threshold):
        assert not found.is_at_hand
    assert found.is_at_hand
    return found


@pytest.mark.parametrize("threshold", [None, 0.75, 1.0])
def test_they_are_the_same(review: Review, threshold: float | None) -> None:
    mark_holding(review, look(review), [handle(look(review), HOLDING)])
    rewrite(review, look(review), [handle(look(review), LINE)])
    found, expected = prepared(review, threshold), look(review, threshold)
    assert found.counts() == expected.counts()
    handles = expected.find("", "all").tolist()
    assert found.find("", "all").tolist() == handles
    assert found.rows(handles) == expected.rows(handles)
    assert [found.family(one) for one in handles] == [expected.family(one) for one in handles]
    assert found.state == expected.state == "fresh"


def test_they_are_made_elsewhere_and_read_here(review: Review, monkeypatch: pytest.MonkeyPatch) -> None:
    where: list[int] = []
    plain = Canvass.make_ready
    monkeypatch.setattr(Canvass, "make_ready", lambda self: (where.append(threading.get_ident()), plain(self)))
    found = prepared(review)
    assert where != [threading.get_ident()]
    assert found.canvass.review is review
    for one in found.find().tolist():
        assert found.texts_of(one)
    changes = mark_holding(review, found, [handle(found, LINE)])
    found.refresh(changes)
    assert found.counts() == look(review).counts()
    changes = rewrite(review, found, [handle(found, LINE)])
    found.refresh(changes)
    assert np.array_equal(found.find("", "all"), look(review).find("", "all"))


def test_replies_are_not_read_again_for_another_likeness(review: Review, monkeypatch: pytest.MonkeyPatch) -> None:
    first = prepared(review)
    first.refresh(rewrite(review, first, [handle(first, LINE)]))
    monkeypatch.setattr("db.replies.scanning.load", lambda _: pytest.fail("read again"))
    found = Replies(review, Finder(review))
    for _ in preparing(found, 0.75, first):
        pass
    monkeypatch.undo()
    expected = look(review, 0.75)
    handles = expected.find("", "all").tolist()
    assert found.find("", "all").tolist() == handles
    assert found.rows(handles) == expected.rows(handles)
    assert found.canvass is not first.canvass
    before = first.counts()
    found.refresh(rewrite(review, found, [handle(found, HOLDING)]))
    assert first.counts() == before, "what is shown meanwhile stays as it is"


def test_what_goes_wrong_is_raised_here(review: Review, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: Canvass) -> None:
        raise ReviewError("review.missing", file="x")

    monkeypatch.setattr(Canvass, "make_ready", broken)
    found = Replies(review, Finder(review))
    with pytest.raises(ReviewError):
        list(preparing(found))
    assert not found.is_at_hand


def test_a_review_is_large_by_its_scan(review: Review, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not is_large(review)
    monkeypatch.setattr(ahead, "LARGE", 10)
    assert is_large(review)
    review.execute("DELETE FROM replyarray")
    assert not is_large(review)


def test_the_state_is_known_without_loading_anything(review: Review) -> None:
    found = Replies(review, Finder(review))
    assert found.state == "fresh"
    assert "canvass" not in vars(found)


def test_texts_are_read_elsewhere_and_searched_here(review: Review, monkeypatch: pytest.MonkeyPatch) -> None:
    found, where = prepared(review), list[int]()
    plain = Canvass.read_sought

    def noted(self: Canvass, own: Review) -> None:
        where.append(threading.get_ident())
        plain(self, own)

    monkeypatch.setattr(Canvass, "read_sought", noted)
    words = found.texts_of(handle(found, LINE))[0][:3]
    assert found.can_find(parse("len:>3 -is:reviewed"))
    assert not found.can_find(parse(f"len:>3 -{words}"))
    for _ in reading(found):
        pass
    assert where != [threading.get_ident()]
    assert found.can_find(parse(words))
    assert found.find(words).tolist() == look(review).find(words).tolist() != []
    other = prepared(review)
    for _ in preparing(other, 0.75, found):
        pass
    assert other.can_find(parse(words))  # what was read stays with the replies that it is of
    assert len(where) == 2  # and for `look`


def test_a_decision_that_reaches_too_far_is_known_and_leaves_the_families(review: Review) -> None:
    found = look(review)
    leaders, one = found.families.leader.tolist(), handle(found, LINE)
    changes = not_a_family(review, found, [one])
    assert not found.refresh(changes, 0)
    assert found.families.leader.tolist() == leaders
    decided = found.decision_of(one)
    assert decided is not None
    assert decided.decision.code == "apart"
    assert look(review).families.leader.tolist() != leaders
    undone = look(review)
    assert undone.refresh(mark_holding(review, undone, [handle(undone, HOLDING)]), 1 << 30)
