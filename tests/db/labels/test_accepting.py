"""What a reviewer decides of doubtful labels: accept, keep, accept all; each one step to undo, and learnt from."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from db import edits
from db.drift import apply_drift, comparing
from db.edits import last_entry
from db.errors import EditError
from db.labels import (
    Doubt,
    accept,
    accept_all,
    accepting,
    check,
    doubtful,
    findings,
    keep,
    kept_by,
    ranking,
    unusable,
)
from db.labels.gathering import gather
from db.labels.vouching import vouchers
from db.review import Review
from db.values import Status, no_progress
from tests.db.labels.conftest import Fill
from tests.db.labels.learnt import spoilt, told, written


def found(review: Review, n: int) -> list[Doubt]:
    check(review, "category")
    return findings(review, "category", ranking(review, "category").tickets[:n])


def category(review: Review, ticket: int) -> str:
    return "｜".join(review.ticket(ticket).category)


def test_accepting_is_one_edit(fill: Fill) -> None:
    tickets, right = spoilt(told(200), 10)
    review = fill(tickets)
    doubts = found(review, 10)
    changes = accept(review, doubts)
    assert changes.ticket_ids == tuple(sorted(one.id for one in doubts))
    assert changes.fields == {"category"}
    assert all(category(review, one.id) == right[review.ticket(one.id).problem] for one in doubts)
    assert len(edits.log(review)) == 2  # the import, and this
    edits.undo(review)
    assert all(category(review, one.id) == one.given for one in doubts)
    accept(review, doubts[:1], "机房｜另一个")
    assert category(review, doubts[0].id) == "机房｜另一个"


def test_accepting_leaves_what_was_changed_meanwhile(fill: Fill) -> None:
    review = fill(spoilt(told(200), 10)[0])
    doubts = found(review, 2)
    edits.set_category(review, [doubts[0].id], ("机房", "另一个"))
    assert accept(review, doubts).ticket_ids == (doubts[1].id,)
    assert category(review, doubts[0].id) == "机房｜另一个"
    assert accept(review, doubts).entry == 0
    assert accept(review, []).entry == 0


def test_accepting_a_root_cause_leaves_the_others(fill: Fill) -> None:
    tickets = told(150)
    tickets[0] = replace(tickets[0], causes=("自己写的", "通道拥堵"))  # a ticket of 网盘
    review = fill(tickets)
    check(review, "root_cause")
    doubts = findings(review, "root_cause", ranking(review, "root_cause").tickets[:1])
    accept(review, doubts)
    assert review.ticket(doubts[0].id).causes == ("自己写的", "缓存没有更新")
    edits.undo(review)
    assert review.ticket(doubts[0].id).causes == ("自己写的", "通道拥堵")


def test_what_was_kept_is_not_shown_again(fill: Fill) -> None:
    review = fill(spoilt(told(200), 10)[0])
    first, second = found(review, 2)
    before = ranking(review, "category")
    changes = keep(review, [first])
    assert (changes.ticket_ids, edits.log(review)[0].summary.code) == ((), "labels.kept.category")
    assert ranking(review, "category").tickets == before.tickets[1:]
    assert ranking(review, "category").kept == {first.id: first.doubt}
    assert keep(review, [first]).entry == 0
    check(review, "category")
    assert ranking(review, "category").tickets[0] == second.id
    assert first.id not in {one.id for one in doubtful(review, "category").found}
    assert doubtful(review, "category").kept == 1
    assert category(review, first.id) == first.given


def test_another_label_is_doubted_again(fill: Fill) -> None:
    review = fill(spoilt(told(200), 10)[0])
    first = found(review, 1)[0]
    keep(review, [first])
    other = next(name for name in ("短信｜签名", "机房｜断电") if name not in (first.given, first.likely))
    others = [ticket.id for ticket in review.tickets() if category(review, ticket.id) == other][:1]
    edits.set_category(review, [first.id, *others], ("x",))
    edits.set_category(review, [first.id, *others], other.split("｜"))
    check(review, "category")
    assert first.id in ranking(review, "category").tickets


def test_keeping_is_undone_and_done_again(fill: Fill) -> None:
    review = fill(spoilt(told(200), 10)[0])
    doubts = found(review, 3)
    before = ranking(review, "category")
    keep(review, doubts)
    assert set(ranking(review, "category").kept) == {one.id for one in doubts}
    edits.undo(review)
    assert ranking(review, "category") == before
    edits.redo(review)
    assert ranking(review, "category").tickets == before.tickets[3:]
    edits.undo(review)
    check(review, "category")
    assert ranking(review, "category").tickets == before.tickets


def test_some_tickets_are_asked_for_alone(fill: Fill) -> None:
    """What a decision changed is asked for by its tickets: the answer is that of the whole, about these."""
    tickets, _ = spoilt(told(200), 10)
    tickets[0] = replace(tickets[0], category="未分类")
    review = fill(tickets)
    first, second, third, *_ = found(review, 5)
    before = ranking(review, "category")
    assert before.levels == before.doubts
    keep(review, [second])
    assert kept_by(review, "category", last_entry(review)) == (second.id,)
    assert kept_by(review, "root_cause", last_entry(review)) == ()
    accept(review, [third])
    assert kept_by(review, "category", last_entry(review)) == ()
    asked = ranking(review, "category", [third.id, second.id, first.id, 1])
    whole = ranking(review, "category")
    assert (asked.tickets, asked.kept) == ((first.id,), {second.id: second.doubt})
    assert asked.doubts == (first.doubt,) == whole.doubts[:1]
    assert whole.levels == before.levels, "whatever was decided"
    assert unusable(review, "category") == unusable(review, "category", [1, 2, 3])
    assert [ticket for ticket, _, _ in unusable(review, "category")] == [1]
    assert unusable(review, "category", [2]) == []
    edits.undo(review)
    edits.undo(review)
    assert kept_by(review, "category", last_entry(review)) == (second.id,), "the undoing of a decision decides too"
    assert ranking(review, "category", [second.id]).tickets == (second.id,)


def test_what_was_kept_survives_an_import_of_the_changed_file(fill: Fill, tmp_path: Path) -> None:
    tickets, _ = spoilt(told(200), 10)
    review = fill(tickets)
    first = found(review, 1)[0]
    keep(review, [first])
    place = first.id - 1
    moved = [*told(3, seed=11), *tickets[:place], *tickets[place + 1 :], replace(tickets[place], reply="另一个回复")]
    apply_drift(review, comparing(review, written(tmp_path / "told.jsonl", moved)))
    assert review.ticket(first.id).replies[0].text == "另一个回复"
    check(review, "category")
    assert first.id not in ranking(review, "category").tickets
    assert set(ranking(review, "category").kept) == {first.id}


def test_two_labels_of_a_ticket_are_kept_one_by_one(fill: Fill) -> None:
    tickets = told(150)
    tickets[0] = replace(tickets[0], causes=("供电线路老化", "通道拥堵"))  # a ticket of 网盘
    review = fill(tickets)
    kept = set()
    for _ in range(2):
        check(review, "root_cause")
        doubts = findings(review, "root_cause", [1])
        keep(review, doubts)
        kept |= {one.given for one in doubts}
        assert kept == vouchers(review, "root_cause").looked_at[1] != set()


def test_accept_all_is_told_first_and_is_one_step(fill: Fill) -> None:
    tickets = told(200)
    right = {one.problem: one.category for one in tickets[:20]}
    unsorted = [replace(one, category="未分类｜其他" if place % 2 else "") for place, one in enumerate(tickets[:20])]
    review = fill([*unsorted, *tickets[20:]])
    before = list(review.tickets())
    assert accepting(review, "category", 0.5).tickets == 0
    check(review, "category")
    plan = accepting(review, "category", 0.5)
    assert list(review.tickets()) == before
    assert 15 <= plan.tickets <= 20
    assert accepting(review, "category", 1.01).tickets == 0
    assert accepting(review, "category", 0.9).tickets < plan.tickets or plan.tickets == 20
    assert plan.above(0.9) == accepting(review, "category", 0.9)
    assert plan.above(0.99) == accepting(review, "category", 0.0).above(0.99)
    assert not plan.above(1.01).labels
    changes = accept_all(review, plan)
    assert changes.summary.data["n"] == plan.tickets == len(changes.ticket_ids)
    assert sum(category(review, one) == right[review.ticket(one).problem] for one in changes.ticket_ids) >= 15
    assert accepting(review, "category", 0.5).tickets == 0
    edits.undo(review)
    assert list(review.tickets()) == before
    assert accepting(review, "category", 0.5) == plan


def test_accept_all_takes_the_place_of_causes_that_say_nothing(fill: Fill) -> None:
    tickets = told(150)
    tickets[0] = replace(tickets[0], causes=("需要根据具体情况分析",))
    review = fill(tickets)
    check(review, "root_cause")
    plan = accepting(review, "root_cause", 0.3)
    assert plan.labels == {"缓存没有更新": (1,)}
    accept_all(review, plan)
    assert review.ticket(1).causes == ("缓存没有更新",)


def test_a_label_that_no_source_can_hold_changes_nothing(fill: Fill) -> None:
    review = fill(spoilt(told(200), 10)[0])
    doubts = found(review, 2)
    before = list(review.tickets())
    with pytest.raises(EditError):
        accept(review, doubts, "坏的\n名字")
    assert list(review.tickets()) == before


def test_reviewers_are_trusted(fill: Fill) -> None:
    review = fill(spoilt(told(200), 10)[0])
    first, second, third, fourth = found(review, 4)
    keep(review, [first])
    accept(review, [second])
    edits.set_status(review, [third.id], Status.REVIEWED)
    accept(review, [fourth, *findings(review, "category", ranking(review, "category").tickets[5:6])])
    texts = gather(review, "category", no_progress, 1, 1)
    vouched = {ticket for ticket, sure in zip(texts.ids, texts.vouched, strict=True) if sure}
    assert vouched == {first.id, second.id, third.id}
    nobody = {ticket for ticket, source in zip(texts.ids, texts.sources, strict=True) if not source}
    assert nobody >= {second.id, fourth.id}
    assert first.id not in nobody
    edits.undo(review)
    edits.undo(review)
    edits.undo(review)
    assert not vouchers(review, "category").alone


def test_what_a_reviewer_gave_a_ticket_alone_is_not_doubted(fill: Fill) -> None:
    review = fill(told(200))
    edits.set_category(review, [1], ("机房", "断电"))  # a ticket of 网盘
    check(review, "category")
    assert 1 not in ranking(review, "category").tickets
    edits.undo(review)
    edits.set_category(review, [1, 6], ("机房", "断电"))  # two at once were not weighed
    check(review, "category")
    assert set(ranking(review, "category").tickets[:2]) == {1, 6}
