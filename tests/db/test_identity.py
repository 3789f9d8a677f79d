"""The ladder by which a ticket of a changed file is known again."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from db.identity import Left, Wholes, canonical, digest, left, rest, retitled, title_hash

Said = tuple[str, str, str]
"""Title, problem, and all else."""


def said(text: str) -> Said:
    title, problem, other = [*text.split("/"), "", ""][:3]
    return title, problem, other


def whole(one: Said) -> bytes:
    return digest(canonical(one[0], "", one[1], one[2], None, "", "[]"))


def match(old: list[str], new: list[str]) -> list[int | None]:
    """All rungs, of tickets written as title/problem/rest."""
    before, after = list(map(said, old)), list(map(said, new))
    wholes = Wholes(enumerate(map(whole, before)))
    found = [wholes.take(whole(one)) for one in after]
    lefts = [left(place, *after[place][:2]) for place, was in enumerate(found) if was is None]
    olds: list[Left] = [left(place, *before[place][:2]) for place in wholes.left()]
    others = rest(olds, lefts, _titles(before), _titles(after))
    matched = {**others.firm, **others.loose}
    matched |= retitled(olds, lefts, matched)
    return [matched.get(place, was) for place, was in enumerate(found)]


def _titles(tickets: list[Said]) -> Counter[int]:
    return Counter(title_hash(title) for title, _, _ in tickets)


def test_the_whole_ticket_wherever_it_stands() -> None:
    assert match(["a/1/x", "b/2/y", "c/3/z"], ["c/3/z", "new/9/n", "a/1/x"]) == [2, None, 0]


def test_title_and_problem_where_the_rest_changed() -> None:
    assert match(["a/1/x", "a/2/x"], ["a/2/changed", "a/1/changed"]) == [1, 0]


def test_a_title_that_stands_once_on_both_sides() -> None:
    assert match(["a/1/x", "b/2/y"], ["b/changed/y", "a/changed/x"]) == [1, 0]


def test_a_title_that_stands_twice_says_nothing() -> None:
    assert match(["a/1/x", "a/2/y"], ["a/3/x"]) == [None]
    assert match(["a/1/x"], ["a/2/x", "a/3/y"]) == [None, None]


LONG = "昨天起一直打不开"


def test_a_problem_that_one_ticket_of_each_side_has_under_another_title() -> None:
    assert match(["a/1/x", f"b/{LONG}/y"], [f"c/{LONG}/y", "a/1/x"]) == [1, 0]


def test_a_problem_that_several_have_or_that_is_short_says_nothing() -> None:
    assert match([f"a/{LONG}/x"], [f"b/{LONG}/x", f"c/{LONG}/x"]) == [None, None]
    assert match([f"a/{LONG}/x", f"b/{LONG}/x"], [f"c/{LONG}/x"]) == [None]
    # one of them is known by its title, and has the problem all the same
    assert match([f"a/{LONG}/x", f"b/{LONG}/y"], [f"a/{LONG}/z", f"c/{LONG}/y"]) == [0, None]
    assert match(["a/打不开/x"], ["b/打不开/x"]) == [None]


def test_no_title_and_no_problem_say_nothing() -> None:
    assert match(["//x", "//x"], ["//changed", "//x"]) == [None, 0]


def test_equal_tickets_are_told_apart_by_their_occurrence() -> None:
    assert match(["a/1/x", "a/1/x", "a/1/x"], ["a/1/x", "a/1/x"]) == [0, 1]
    # the one that is whole is taken first, the changed one is the one that is left
    assert match(["a/1/x", "a/1/y"], ["a/1/changed", "a/1/x"]) == [1, 0]


def test_the_border_between_two_texts_counts() -> None:
    assert left(0, "ab", "c") != left(0, "a", "bc")
    texts = [("ab", "c"), ("a", "bc"), ("a\x1fb", "c"), ("a", "b\x1fc")]
    assert len({canonical("", "", *pair, None, "", "[]") for pair in texts}) == len(texts)
    assert canonical("a", "", "b", "[]", None, "", "[]") != canonical("a", "", "b", "[]", "[]", "", "[]")


def test_space_around_title_and_problem_does_not_count_for_a_heading() -> None:
    assert left(0, " a", "b\n") == left(0, "a", "b")


TICKETS = st.lists(st.tuples(*[st.sampled_from("abc")] * 3).map("/".join), max_size=12)


@given(TICKETS, TICKETS)
def test_no_ticket_is_matched_twice_and_equal_ones_are_never_left(old: list[str], new: list[str]) -> None:
    found = match(old, new)
    places = [place for place in found if place is not None]
    assert len(places) == len(set(places))
    lost = [ticket for place, ticket in enumerate(old) if place not in places]
    unknown = [ticket for place, ticket in zip(found, new, strict=True) if place is None]
    assert not {ticket.rsplit("/", 1)[0] for ticket in lost} & {ticket.rsplit("/", 1)[0] for ticket in unknown}


@given(TICKETS)
def test_an_unchanged_file_matches_place_by_place(tickets: list[str]) -> None:
    assert match(tickets, tickets) == list(range(len(tickets)))
