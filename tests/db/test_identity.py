"""The ladder by which a ticket of a changed file is known again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from db.identity import Key, key, match


def keys(*tickets: str) -> list[Key]:
    """Tickets written as title/problem/rest."""
    return [key(*[*text.split("/"), "", ""][:2], rest=text.split("/")[2:]) for text in tickets]


def test_the_whole_ticket_wherever_it_stands() -> None:
    assert match(keys("a/1/x", "b/2/y", "c/3/z"), keys("c/3/z", "new/9/n", "a/1/x")) == [2, None, 0]


def test_title_and_problem_where_the_rest_changed() -> None:
    assert match(keys("a/1/x", "a/2/x"), keys("a/2/changed", "a/1/changed")) == [1, 0]


def test_a_title_that_stands_once_on_both_sides() -> None:
    assert match(keys("a/1/x", "b/2/y"), keys("b/changed/y", "a/changed/x")) == [1, 0]


def test_a_title_that_stands_twice_says_nothing() -> None:
    assert match(keys("a/1/x", "a/2/y"), keys("a/3/x")) == [None]
    assert match(keys("a/1/x"), keys("a/2/x", "a/3/y")) == [None, None]


def test_no_title_and_no_problem_say_nothing() -> None:
    assert match(keys("//x", "//x"), keys("//changed", "//x")) == [None, 0]


def test_equal_tickets_are_told_apart_by_their_occurrence() -> None:
    assert match(keys("a/1/x", "a/1/x", "a/1/x"), keys("a/1/x", "a/1/x")) == [0, 1]
    # the one that is whole is taken first, the changed one is the one that is left
    assert match(keys("a/1/x", "a/1/y"), keys("a/1/changed", "a/1/x")) == [1, 0]


def test_the_border_between_two_texts_counts() -> None:
    assert key("ab", "c", ()) != key("a", "bc", ())
    assert key("a", "b", ("c", None)) != key("a", "b", ("c", ""))


def test_space_around_a_text_does_not_count() -> None:
    assert key(" a", "b\n", ("c ",)) == key("a", "b", ("c",))


TICKETS = st.lists(st.tuples(*[st.sampled_from("abc")] * 3).map("/".join), max_size=12)


@given(TICKETS, TICKETS)
def test_no_ticket_is_matched_twice_and_equal_ones_are_never_left(old: list[str], new: list[str]) -> None:
    found = match(keys(*old), keys(*new))
    places = [place for place in found if place is not None]
    assert len(places) == len(set(places))
    lost = [ticket for place, ticket in enumerate(old) if place not in places]
    unknown = [ticket for place, ticket in zip(found, new, strict=True) if place is None]
    assert not {ticket.rsplit("/", 1)[0] for ticket in lost} & {ticket.rsplit("/", 1)[0] for ticket in unknown}


@given(TICKETS)
def test_an_unchanged_file_matches_place_by_place(tickets: list[str]) -> None:
    assert match(keys(*tickets), keys(*tickets)) == list(range(len(tickets)))
