"""What is grouped again after a decision is what would come of grouping everything."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from db.replies.decided import Decided, Decisions
from db.replies.grouping import Families
from db.replies.pairs import Pairs
from db.replies.records import Code, Decision
from db.replies.regrouping import Regrouping, hanging_together
from tests.db.replies.test_grouping import Case, cases

CODES: tuple[Code, ...] = ("wording", "apart", "holding")


def regrouping(case: Case) -> Regrouping:
    first, second = (np.array([pair[side] for pair in case.near], np.int32) for side in (0, 1))
    return Regrouping(
        np.array(case.template, np.int32),
        np.array(case.uses, np.int64),
        Pairs(first, second, np.array(list(case.near.values()), np.float32)),
        lambda key: key if key < case.size else -1,
        case.threshold,
    )


@st.composite
def decided(draw: st.DrawFn, size: int) -> Decisions:
    """Any decisions of forms, some of them of forms that are not there."""
    keys = st.integers(0, size + 1)
    names = st.sampled_from([Decided(f"{n}", Decision(CODES[n % 3])) for n in range(4)])
    pairs = st.tuples(keys, keys).filter(lambda pair: pair[0] < pair[1])
    return Decisions(draw(st.dictionaries(keys, names, max_size=6)), draw(st.frozensets(pairs, max_size=3)))


def same(one: Families, other: Families) -> bool:
    return one.leader.tolist() == other.leader.tolist() and one.link.tolist() == other.link.tolist()


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_decisions_one_after_the_other_give_what_all_at_once_gives(data: st.DataObject) -> None:
    case = data.draw(cases(decided=False))
    grouped = regrouping(case)
    before = data.draw(decided(case.size))
    families = grouped.families(before)
    for _ in range(3):
        after = data.draw(decided(case.size))
        followed = grouped.follow(families, before, after)
        assert same(followed, regrouping(case).families(after))
        if same(followed, families):
            assert followed is families
        families, before = followed, after


def test_a_decision_of_one_family_leaves_what_is_far_from_it_alone() -> None:
    near = {(0, 1): 0.95, (2, 3): 0.95}
    case = Case([3, 2, 2, 1], [-1] * 4, [-1] * 4, [-1] * 4, frozenset(), near, 0.9)
    grouped, none = regrouping(case), Decisions({}, frozenset())
    families = grouped.families(none)
    assert families.leader.tolist() == [0, 0, 2, 2]
    held = Decisions(dict.fromkeys((0, 1), Decided("a", Decision("holding"))), frozenset())
    assert grouped.follow(families, none, held).leader is families.leader
    torn = Decisions(dict.fromkeys((2, 3), Decided("b", Decision("apart"))), frozenset())
    parted = grouped.follow(families, none, torn)
    assert (parted.leader.tolist(), families.leader.tolist()) == ([0, 0, 2, 3], [0, 0, 2, 2])


@given(st.integers(1, 30), st.data())
def test_the_parts_are_those_that_walking_finds(size: int, data: st.DataObject) -> None:
    place = st.integers(0, size - 1)
    pairs = data.draw(st.lists(st.tuples(place, place), max_size=40))
    ways: dict[int, set[int]] = {one: {one} for one in range(size)}
    for one, other in pairs:
        joined = ways[one] | ways[other]
        for each in joined:
            ways[each] = joined
    first, second = (np.array([pair[side] for pair in pairs], np.int32) for side in (0, 1))
    assert hanging_together(size, first, second).tolist() == [min(ways[one]) for one in range(size)]
