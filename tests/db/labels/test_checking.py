"""The check that a review keeps: what it found stays found, follows what the reviewer does, is whole or not there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from db import edits
from db.errors import Cancelled, UserError
from db.importing import import_paths
from db.labels import (
    accept_all,
    accepting,
    check,
    checked,
    decide,
    doubtful,
    findings,
    offered,
    ranking,
    relabel,
    relabelling,
    retiring,
    stale,
    suggestions,
)
from db.labels import checking as room
from db.review import Review
from db.values import Step
from tests.db.labels.conftest import Fill
from tests.db.labels.learnt import THINGS, Stop, spoilt, told, written


def spoilt_review(fill: Fill) -> tuple[Review, set[int]]:
    """A review of 200 tickets, and those ten of them whose category is wrong."""
    tickets, right = spoilt(told(200), 10)
    review = fill(tickets)
    return review, {ticket.id for ticket in review.tickets() if ticket.problem in right}


def test_what_is_kept_is_what_was_found(fill: Fill) -> None:
    review, wrong = spoilt_review(fill)
    assert checked(review, "category") is None
    assert ranking(review, "category").tickets == ()
    made = check(review, "category")
    assert checked(review, "category") == made
    assert checked(review, "root_cause") is None
    assert (made.tickets, made.skipped, stale(review, made)) == (200, 0, 0)
    found = ranking(review, "category")
    assert set(found.tickets[:10]) == wrong
    assert list(found.doubts) == sorted(found.doubts, reverse=True)
    fresh = {one.id: one for one in doubtful(review, "category").found if one.doubt > 0}
    assert set(fresh) == set(found.tickets)
    assert made.doubtful == len(fresh)
    for one in findings(review, "category", found.tickets):
        like = fresh[one.id]
        assert (one.given, one.likely, one.words, one.neighbours) == (
            like.given,
            like.likely,
            like.words,
            like.neighbours,
        )
        assert (one.source_file, one.line, one.title) == (like.source_file, like.line, like.title)
        assert one.doubt == pytest.approx(like.doubt, rel=1e-3)
        assert one.labels[0] == (one.likely, pytest.approx(one.confidence))
        assert one.confidence == pytest.approx(like.confidence, abs=1e-4)


def test_pages_and_a_cut(fill: Fill) -> None:
    review, _ = spoilt_review(fill)
    check(review, "category")
    found = ranking(review, "category")
    page = [found.tickets[5], found.tickets[2], 9999]
    assert [one.id for one in findings(review, "category", page)] == page[:2]
    assert found.above(found.doubts[3]) == found.tickets[:4]
    assert found.above(found.doubts[0] + 1) == ()


def test_a_ticket_with_another_label_falls_out_until_that_is_undone(fill: Fill) -> None:
    review, _ = spoilt_review(fill)
    made = check(review, "category")
    before = ranking(review, "category")
    first = before.tickets[0]
    edits.set_category(review, [first], ("机房", "另一个"))
    assert ranking(review, "category").tickets == before.tickets[1:]
    assert findings(review, "category", [first]) == []
    assert stale(review, made) == 1
    edits.undo(review)
    assert ranking(review, "category") == before


def test_neighbours_still_carry_the_label(fill: Fill) -> None:
    review, _ = spoilt_review(fill)
    check(review, "category")
    one = findings(review, "category", ranking(review, "category").tickets[:1])[0]
    edits.set_category(review, [one.neighbours[0]], ("机房", "另一个"))
    again = findings(review, "category", [one.id])[0]
    assert again.neighbours[:2] == one.neighbours[1:]
    assert len(again.neighbours) == 3


def test_new_tickets_and_new_texts_make_a_check_stale(fill: Fill, tmp_path: Path) -> None:
    review, _ = spoilt_review(fill)
    made = check(review, "category")
    edits.set_note(review, [1, 2], "看过")
    assert stale(review, made) == 0
    edits.set_text(review, 3, "problem", "另外的问题")
    import_paths(review, [written(tmp_path / "more.jsonl", told(4, seed=8))])
    assert stale(review, made) == 5
    assert stale(review, check(review, "category")) == 0


def test_root_causes_are_kept_beside_categories(fill: Fill) -> None:
    tickets = told(150)
    tickets[0] = replace(tickets[0], causes=("通道拥堵",))  # a ticket of 网盘
    review = fill(tickets)
    check(review, "category")
    check(review, "root_cause")
    first = findings(review, "root_cause", ranking(review, "root_cause").tickets[:1])[0]
    assert (first.given, first.likely, first.title) == ("通道拥堵", "缓存没有更新", tickets[0].title)
    assert checked(review, "category") is not None
    assert ranking(review, "category").tickets == ()
    plan = relabelling(review, "root_cause", "通道拥堵", "通道太挤")
    relabel(review, plan)
    assert first.id not in ranking(review, "root_cause").tickets


def test_a_label_that_is_retired_is_not_offered(fill: Fill) -> None:
    tickets, _ = spoilt(told(200), 10)
    review = fill([replace(tickets[0], category="未分类"), *tickets[1:]])
    check(review, "category")
    before = ranking(review, "category")
    one = findings(review, "category", before.tickets[:1])[0]
    decide(review, retiring(review, "category", [one.likely.split("｜", 1)[0]]))
    left = ranking(review, "category").tickets
    assert one.id not in left
    assert findings(review, "category", [one.id]) == []
    assert not any(other.likely == one.likely for other in findings(review, "category", left))
    for ticket in (1, one.id):
        offer = offered(review, "category", ticket)
        assert offer is not None
        assert one.likely not in [label for label, _ in offer.labels]
    assert one.likely not in accepting(review, "category", 0.0).labels
    accept_all(review, accepting(review, "category", 0.0))
    edits.undo(review)
    edits.undo(review)
    assert ranking(review, "category") == before


def test_root_causes_of_the_nearest_tickets_are_offered(fill: Fill) -> None:
    """Those too that are too rare to be learnt, but none that says nothing, and no copy has a vote."""
    tickets = told(150)
    asked = replace(tickets[0], problem="传真机卡纸，传真机没有墨", title="传真机", causes=("需要根据具体情况分析",))
    said = ("传真机打出来全是白纸", "三楼那台传真机卡纸以后墨不够了")
    like = [replace(asked, problem=one, causes=(f"墨盒{place}",)) for place, one in enumerate(said)]
    copy = replace(asked, causes=("抄来的",))
    review = fill([asked, *like, copy, *tickets[1:]])
    check(review, "root_cause")
    one = offered(review, "root_cause", 1)
    assert one is not None
    assert (one.given, one.usable) == (("需要根据具体情况分析",), False)
    labels = [label for label, _ in one.labels]
    assert {"墨盒0", "墨盒1"} <= set(labels)
    assert not {"抄来的", "需要根据具体情况分析"} & set(labels)
    assert 0 < sum(share for _, share in one.labels) <= 1 + 1e-6
    fresh = next(other for other in suggestions(review, "root_cause", tickets=[1]))
    assert [label for label, _ in fresh.labels] == labels


def test_offers_for_one_ticket(fill: Fill) -> None:
    tickets = told(150)
    right = tickets[0].category
    review = fill([replace(tickets[0], category="未分类｜其他"), *tickets[1:]])
    assert offered(review, "category", 1) is None
    check(review, "category")
    one = offered(review, "category", 1)
    assert one is not None
    assert (one.given, one.usable, one.labels[0][0]) == (("未分类｜其他",), False, right)
    assert {label for label, _ in one.labels} == set(THINGS)
    assert sum(share for _, share in one.labels) == pytest.approx(1, abs=1e-4)
    assert offered(review, "category", 9999) is None
    edits.set_category(review, [1], right.split("｜"))
    one = offered(review, "category", 1)
    assert one is not None
    assert (one.given, one.usable) == ((right,), True)


def test_cancelled_or_failed_the_last_check_stands(fill: Fill) -> None:
    review, _ = spoilt_review(fill)
    made = check(review, "category")
    kept = ranking(review, "category")
    edits.set_category(review, kept.tickets[:5], ("机房", "断电"))
    edits.undo(review)
    steps: list[Step] = []
    check(review, "root_cause", steps.append)
    assert [one.done for one in steps] == sorted(one.done for one in steps)
    assert {one.stage for one in steps} == {"labels"}
    assert (steps[-1].done, steps[-1].total) == (room.WHOLE, room.WHOLE)
    for last in (1, len(steps) // 2, len(steps) - 1):
        stop = Stop(last)
        with pytest.raises(Cancelled):
            check(review, "category", stop)
        assert stop.told == last
        assert checked(review, "category") == made
        assert ranking(review, "category") == kept

    def at_the_last_word(step: Step) -> None:
        if step.done == step.total:
            raise Cancelled

    with pytest.raises(Cancelled):
        check(review, "category", at_the_last_word)
    assert (checked(review, "category"), ranking(review, "category")) == (made, kept)
    edits.set_category(review, [ticket.id for ticket in review.tickets()], ("网盘", "同步"))
    with pytest.raises(UserError):
        check(review, "category")
    assert checked(review, "category") == made


def test_a_check_that_another_program_version_kept_is_none(fill: Fill, monkeypatch: pytest.MonkeyPatch) -> None:
    review, _ = spoilt_review(fill)
    check(review, "category")
    monkeypatch.setattr(room, "VERSION", "2")
    assert checked(review, "category") is None


def test_the_curve_tells_how_well_sureness_holds(fill: Fill) -> None:
    review, _ = spoilt_review(fill)
    made = check(review, "category")
    assert sum(one.tickets for one in made.curve) == 200
    assert all(0 <= one.sure <= 1 and 0 <= one.right <= 1 for one in made.curve)
    assert made.error == pytest.approx(sum(one.tickets * abs(one.sure - one.right) for one in made.curve) / 200)
    assert made.error < 0.1


def test_labels_without_a_choice_offer_nothing(fill: Fill) -> None:
    tickets = [replace(one, category="未分类" if place % 2 else "网盘") for place, one in enumerate(told(60))]
    review = fill(tickets)
    check(review, "category")
    assert offered(review, "category", 2) is None
    assert accepting(review, "category", 0.0).tickets == 0
