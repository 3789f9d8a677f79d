"""What can be wrong with the labels of a review: a check says what it needs, or does what can be done."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from db import sentences
from db.errors import UserError
from db.labels import accepting, check, checked, findings, judging, lacking, offered, ranking
from db.labels.gathering import Texts
from db.labels.judging import judged
from tests.db.labels.conftest import Fill
from tests.db.labels.learnt import THINGS, UNTAUGHT, Told, spoilt, told

SAID = {
    "labels.none": "No ticket has a category yet: give some tickets one, then others can be told from them.",
    "labels.one": "All tickets have one category, “网盘”: there is no other to tell it from. "
    "Give some tickets another.",
    "labels.few": "There are 10 different labels as category, and not two with 5 tickets or more: "
    "that is too few to learn from. Label more tickets, or merge labels.",
    "labels.all_equal": "All tickets say the same, so nothing tells one label from another. "
    "Import tickets that differ.",
}


@pytest.mark.parametrize(("tickets", "code"), UNTAUGHT)
def test_what_cannot_be_checked_gets_a_sentence_and_the_page_works(fill: Fill, tickets: list[Told], code: str) -> None:
    review = fill(tickets)
    with pytest.raises(UserError) as caught:
        check(review, "category")
    assert sentences.error(caught.value) == SAID[code]
    told_before = lacking(review, "category")
    assert told_before is not None
    assert sentences.error(told_before) == SAID[code]
    assert checked(review, "category") is None
    assert ranking(review, "category").tickets == ()
    assert findings(review, "category", [1]) == []
    assert offered(review, "category", 1) is None
    assert accepting(review, "category", 0.0).tickets == 0


def test_a_category_of_four_tickets_is_left_out_and_told_of(fill: Fill) -> None:
    rare = [replace(one, category="网盘｜罕见") for one in told(4, seed=8)]
    review = fill([*told(100), *rare])
    made = check(review, "category")
    assert (made.tickets, made.skipped) == (100, 1)
    one = offered(review, "category", 104)
    assert one is not None
    assert one.given == ("网盘｜罕见",)
    assert {label for label, _ in one.labels} == set(THINGS)


def test_a_fifth_ticket_makes_a_category(fill: Fill) -> None:
    made = check(fill([*told(100), *(replace(one, category="网盘｜罕见") for one in told(5, seed=8))]), "category")
    assert (made.tickets, made.skipped) == (105, 0)


def test_labels_of_500_characters(fill: Fill) -> None:
    tickets, right = spoilt(told(100), 5)
    review = fill([replace(one, category=one.category + "长" * 500) for one in tickets])
    check(review, "category")
    first = findings(review, "category", ranking(review, "category").tickets[:5])
    assert {one.likely for one in first} == {name + "长" * 500 for name in right.values()}


def test_5000_different_labels_are_too_few_tickets_each(fill: Fill) -> None:
    tickets = [replace(one, category=f"网盘｜{place}") for place, one in enumerate(told(5000))]
    review = fill(tickets)
    with pytest.raises(UserError) as caught:
        check(review, "category")
    assert (caught.value.code, caught.value.data["known"]) == ("labels.few", 5000)


def test_of_5000_labels_the_commonest_are_learnt() -> None:
    """As many columns as labels would need gigabytes: the commonest tell what the rest is not."""
    counts = Counter({f"网盘｜{place}": judging.FEW + (place == 4999) for place in range(5000)})
    learnt, skipped = judging.learnable(counts, "category")
    assert (len(learnt), skipped) == (judging.MOST, 5000 - judging.MOST)
    assert learnt[0] == "网盘｜4999"


def test_more_labels_than_are_learnt(monkeypatch: pytest.MonkeyPatch, fill: Fill) -> None:
    monkeypatch.setattr(judging, "MOST", 3)
    review = fill(told(100))
    made = check(review, "category")
    assert (made.tickets, made.skipped) == (60, 2)
    one = offered(review, "category", 5)  # of a category that was not learnt
    assert one is not None
    assert len(one.labels) == 3


@pytest.mark.parametrize("empty", ["", "……", "\ud7ff"])
def test_tickets_that_say_nothing(fill: Fill, empty: str) -> None:
    silent = [replace(one, title=empty or "-", problem=empty, reply=empty or "-") for one in told(20)]
    assert check(fill([*silent, *told(60)]), "category").tickets == 80


def test_two_tickets_that_differ_are_enough_of_a_difference() -> None:
    made = [*told(1)] * 9 + [*told(2)[1:]] * 9
    n = len(made)
    texts = Texts(
        list(range(n)),
        [1] * n,
        [one.title for one in made],
        [one.problem for one in made],
        [one.reply for one in made],
        [(one.category if place % 3 else "网盘｜分享",) for place, one in enumerate(made)],
        [False] * n,
    )
    found = judged(texts, "category")
    assert found.likely.shape == (n, len(found.labels))
    assert found.likely.sum(axis=1) == pytest.approx([1] * n, abs=1e-4)


def test_root_causes_that_never_recur(fill: Fill) -> None:
    review = fill([replace(one, causes=(f"原因{place}",)) for place, one in enumerate(told(60))])
    with pytest.raises(UserError) as caught:
        check(review, "root_cause")
    assert caught.value.code == "labels.few"
