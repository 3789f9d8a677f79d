"""Families are those of the plain algorithm, form after form; and nobody is in one without a reason."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from db.replies.grouping import NO_LINK, Bonds, Families, group
from db.replies.pairs import SLACK, Pairs

Pair = tuple[int, int]


@dataclass(frozen=True)
class Case:
    """Forms by use, and all that is known of them."""

    uses: list[int]
    template: list[int]
    together: list[int]
    apart: list[int]
    strangers: frozenset[Pair]
    near: dict[Pair, float]
    threshold: float

    @property
    def size(self) -> int:
        return len(self.uses)

    def families(self, threshold: float | None = None) -> Families:
        first, second = (np.array([pair[side] for pair in self.near], np.int32) for side in (0, 1))
        return group(
            np.array(self.template, np.int32),
            np.array(self.uses, np.int64),
            Pairs(first, second, np.array(list(self.near.values()), np.float32)),
            Bonds(np.array(self.together, np.int32), np.array(self.apart, np.int32), self.strangers),
            threshold or self.threshold,
        )

    def is_apart(self, one: int, other: int) -> bool:
        if self.together[one] == self.together[other] >= 0:
            return False
        return (min(one, other), max(one, other)) in {(min(pair), max(pair)) for pair in self.strangers} or self.apart[
            one
        ] == self.apart[other] >= 0

    def edges(self, threshold: float) -> dict[Pair, float]:
        """The likeness of those that may be in one family by it, both ways."""
        node = self.as_one()
        torn = {(node[one], node[other]) for one, other in self.strangers if self.is_apart(one, other)}
        found = {}
        for (one, other), likeness in self.near.items():
            of_two = (
                self.together[one] >= 0 and self.together[other] >= 0 and self.together[one] != self.together[other]
            )
            never = of_two or self.is_apart(one, other) or {(one, other), (other, one)} & torn
            used = self.uses[one] and self.uses[other]
            if used and likeness >= threshold - SLACK and not never:
                found[one, other] = found[other, one] = float(np.float32(likeness))
        return found

    def as_one(self) -> list[int]:
        """For each form the first of those that stand in a family as one with it."""
        node = list(range(self.size))
        heads: dict[tuple[str, int], list[list[int]]] = {}
        for form in range(self.size):
            if not self.uses[form]:
                continue
            if self.together[form] >= 0:
                name = ("together", self.together[form])
            elif self.template[form] >= 0 and self.apart[form] < 0:
                name = ("template", self.template[form])
            else:
                continue
            groups = heads.setdefault(name, [])
            mine = next((g for g in groups if not any(self.is_apart(form, o) for o in g)), None)
            if mine is None:
                groups.append(mine := [])
            mine.append(form)
            node[form] = mine[0]
        return node


def plain(case: Case) -> tuple[list[int], list[int]]:
    """Leaders and links, one form after the other."""
    edges, node = case.edges(case.threshold), case.as_one()
    heads = [form for form in range(case.size) if node[form] == form]
    leads: dict[int, int] = {}
    for form in sorted(heads, key=lambda one: (case.together[one] < 0, one)):
        if form in leads:
            continue
        leads[form] = form
        for other in heads:
            if (form, other) in edges and other not in leads:
                leads[other] = form
    leader = [leads[node[form]] for form in range(case.size)]
    link = [NO_LINK if node[form] == form else node[form] for form in range(case.size)]
    alone = [
        form
        for form in range(case.size)
        if leader.count(form) == 1 and leader[form] == form and case.uses[form] == 1 and case.together[form] < 0
    ]
    joins = {}
    for form in alone:
        others = [(-edges[form, other], other) for other in range(case.size) if (form, other) in edges]
        others = [one for one in others if one[1] not in alone]
        if others:
            joins[form] = min(others)[1]
    for form, other in joins.items():
        leader[form], link[form] = leader[other], other
    return leader, link


@st.composite
def cases(draw: st.DrawFn, decided: bool = True) -> Case:
    size = draw(st.integers(0, 14))
    uses = sorted(draw(st.lists(st.integers(0, 4), min_size=size, max_size=size)), reverse=True)
    numbers = st.lists(st.sampled_from([-1, -1, -1, 0, 1]), min_size=size, max_size=size)
    template, together, apart = draw(numbers), [-1] * size, [-1] * size
    pairs = st.tuples(st.integers(0, max(0, size - 1)), st.integers(0, max(0, size - 1))).filter(lambda p: p[0] < p[1])
    strangers: frozenset[Pair] = frozenset()
    if decided:
        together = draw(numbers)
        apart = [-1 if mine >= 0 else one for mine, one in zip(together, draw(numbers), strict=True)]
        strangers = draw(st.frozensets(pairs, max_size=4)) if size > 1 else strangers
    likenesses = st.sampled_from([0.75, 0.8, 0.85, 0.9, 0.95])
    near = draw(st.dictionaries(pairs, likenesses, max_size=40)) if size > 1 else {}
    return Case(uses, template, together, apart, strangers, near, draw(st.sampled_from([0.75, 0.8, 0.9, 1.0])))


@settings(max_examples=400, deadline=None)
@given(cases(decided=False))
def test_families_are_those_of_the_plain_algorithm(case: Case) -> None:
    found = case.families()
    assert (found.leader.tolist(), found.link.tolist()) == plain(case)


@settings(max_examples=400, deadline=None)
@given(cases())
def test_with_decisions_too_but_for_what_has_to_leave(case: Case) -> None:
    found, (leader, link) = case.families(), plain(case)
    torn = {leader[one] for one in range(case.size) for other in range(one) if leader[one] == leader[other]
            and case.is_apart(one, other)}  # fmt: skip
    for form in range(case.size):
        if leader[form] not in torn:
            assert (int(found.leader[form]), int(found.link[form])) == (leader[form], link[form])


@settings(max_examples=400, deadline=None)
@given(cases())
def test_everybody_has_a_reason_and_nobody_a_stranger(case: Case) -> None:
    found = case.families()
    leader, link, edges = found.leader.tolist(), found.link.tolist(), case.edges(case.threshold)
    for form in range(case.size):
        assert leader[leader[form]] == leader[form]
        for other in range(form):
            assert leader[form] != leader[other] or not case.is_apart(form, other)
        by = leader[form] if link[form] == NO_LINK else link[form]
        assert leader[by] == leader[form]
        bound = case.template[by] == case.template[form] >= 0 or case.together[by] == case.together[form] >= 0
        assert by == form or bound or (by, form) in edges
    for number in set(case.together) - {-1}:
        used = [form for form in range(case.size) if case.together[form] == number and case.uses[form]]
        assert len({leader[form] for form in used}) <= 1


@settings(max_examples=200, deadline=None)
@given(cases(decided=False))
def test_no_pair_is_lost_between_families(case: Case) -> None:
    """What is near is in one family, or in two that both lead, or is of one that has a reason of its own."""
    leader = case.families().leader.tolist()
    for one, other in case.edges(case.threshold):
        sizes = leader.count(leader[one]), leader.count(leader[other])
        assert leader[one] == leader[other] or sizes != (1, 1)


def test_a_form_that_leaves_takes_along_what_came_by_it() -> None:
    near, alone = {(0, 1): 0.9, (0, 2): 0.9, (2, 3): 0.9}, [-1] * 4
    case = Case([5, 3, 2, 1], alone, alone, alone, frozenset({(1, 2)}), near, 0.9)
    assert case.families().leader.tolist() == [0, 0, 2, 2]


def test_one_taken_out_of_a_template_leaves_the_others_together() -> None:
    """Whichever it is, the first too."""
    for out in range(4):
        strangers = frozenset((min(out, stay), max(out, stay)) for stay in range(4) if stay != out)
        case = Case([4, 3, 2, 1], [0] * 4, [-1] * 4, [-1] * 4, strangers, {}, 0.9)
        leader = case.families().leader.tolist()
        assert leader[out] == out
        assert len({leader[stay] for stay in range(4) if stay != out}) == 1


def test_a_stranger_to_one_of_a_decided_family_stays_out_of_it() -> None:
    alone = [-1] * 3
    case = Case([5, 3, 1], alone, [-1, 0, 0], alone, frozenset({(0, 2)}), {(0, 1): 0.9}, 0.9)
    assert case.families().leader.tolist() == [0, 1, 1]


def test_strangers_that_were_decided_as_one_are_strangers_no_longer() -> None:
    alone = [-1] * 3
    case = Case([5, 3, 1], alone, [0, 0, 0], alone, frozenset({(0, 2)}), {}, 0.9)
    assert case.families().leader.tolist() == [0, 0, 0]
