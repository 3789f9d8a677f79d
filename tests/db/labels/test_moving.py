"""Rename, merge, move, split: what a plan says is what is done, and any sequence is turned back whole."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db import edits, sentences
from db.errors import EditError
from db.importing import import_paths
from db.labels import (
    Relabelling,
    carried,
    joining,
    label_of,
    merging,
    moving,
    relabel,
    relabelling,
    renaming,
    splitting,
)
from db.review import Review
from tests.db.edits.snapshot import snapshot
from tests.db.labels.conftest import Make
from tests.db.labels.invented import Labels, categories, causes, dataset

Plan = Callable[[Review], Relabelling]

PATHS = st.sampled_from(["甲", "甲｜一", "甲｜一｜深", "甲｜二", "乙", "乙｜一", "丙", "丙｜甲｜一"])
TAGS = st.sampled_from(["子", "丑", "寅", "卯"])
NAMES = st.sampled_from(["甲", "一", "新", "子", "丑", "a > b", "有｜号", "", "两\n行"])
IDS = st.lists(st.integers(1, 12), max_size=6)
TICKETS: list[Labels] = [
    *[(path, ["子"], "") for path in ("甲", "甲｜一", "甲｜一", "甲｜一｜深", "乙", "乙｜一")],
    *[("丙", tags, "") for tags in (["子", "丑"], ["丑", "寅"], ["寅"], [], ["丑", "子", "寅"])],
    ("", [], ""),
]


def paths(review: Review) -> list[str]:
    return ["｜".join(ticket.category) for ticket in review.tickets()]


def everything(review: Review) -> object:
    return snapshot(review), review.execute("SELECT key, value FROM decided ORDER BY key").fetchall()


def test_a_parent_takes_all_below_it_along(make: Make) -> None:
    review = make(categories({"网盘": 1, "网盘｜挂载": 2, "网盘｜挂载｜深": 1, "网盘二": 1}))
    before = everything(review)
    plan = renaming(review, "category", "网盘", "云盘")
    assert [(one.old, one.new, one.tickets, one.joins) for one in plan.labels] == [
        ("网盘", "云盘", 1, False),
        ("网盘｜挂载", "云盘｜挂载", 2, False),
        ("网盘｜挂载｜深", "云盘｜挂载｜深", 1, False),
    ]
    assert (plan.tickets, plan.of, plan.files) == ((1, 2, 3, 4), 4, (("labels.jsonl", 4),))
    assert everything(review) == before
    changes = relabel(review, plan)
    assert sentences.summary(changes.summary) == "Category 网盘 and all below it became 云盘 on 4 tickets"
    assert paths(review) == ["云盘", "云盘｜挂载", "云盘｜挂载", "云盘｜挂载｜深", "网盘二"]
    assert review.check() == []
    edits.undo(review)
    assert everything(review) == before
    edits.redo(review)
    assert paths(review)[0] == "云盘"


def test_merging_joins_what_is_there(make: Make) -> None:
    review = make(categories({"甲": 1, "甲｜一": 1, "乙｜一": 1, "乙｜二": 1}))
    plan = merging(review, "category", "甲", "乙")
    assert [(one.new, one.joins) for one in plan.labels] == [("乙", False), ("乙｜一", True)]
    relabel(review, plan)
    assert paths(review) == ["乙", "乙｜一", "乙｜一", "乙｜二"]
    relabel(review, merging(review, "category", "乙｜一", "乙"))
    assert paths(review) == ["乙", "乙", "乙", "乙｜二"]


def test_several_become_one_in_one_step(make: Make) -> None:
    review = make(categories({"甲｜一": 2, "甲 | 一": 1, "乙｜一": 1, "丙": 1}))
    before = everything(review)
    plan = joining(review, "category", {"甲 | 一": "甲｜一", "乙｜一": "甲 > 一"})
    assert [(one.old, one.new, one.tickets, one.joins) for one in plan.labels] == [
        ("甲 | 一", "甲｜一", 1, True),
        ("乙｜一", "甲｜一", 1, True),
    ]
    assert (plan.old, plan.new, plan.of) == ("", "甲｜一", 2)
    changes = relabel(review, plan)
    assert sentences.summary(changes.summary) == "2 labels became 甲｜一 on 2 tickets"
    assert paths(review) == ["甲｜一"] * 4 + ["丙"]
    edits.undo(review)
    assert everything(review) == before


def test_one_alone_is_named(make: Make) -> None:
    review = make(causes({"子": 2, "子。": 1}))
    changes = relabel(review, joining(review, "root_cause", {"子。": "子"}))
    assert sentences.summary(changes.summary) == "Root cause 子。 became 子"


def test_several_groups_become_several_labels(make: Make) -> None:
    review = make(causes({"子": 2, "子。": 1, "丑": 1, "丑!": 1}))
    plan = joining(review, "root_cause", {"子。": "子", "丑!": "丑", "丑": "丑"})
    changes = relabel(review, plan)
    assert sentences.summary(changes.summary) == "Merged 2 labels into others, on 2 tickets"
    assert [ticket.causes for ticket in review.tickets()] == [("子",)] * 3 + [("丑",)] * 2


def test_a_ticket_with_two_that_become_one_has_it_once(make: Make) -> None:
    review = make([("甲", ["子", "丑", "寅"], ""), ("甲", ["丑"], "")])
    plan = joining(review, "root_cause", {"丑": "子", "寅": "新"})
    assert (plan.tickets, plan.of) == ((1, 2), 2)
    relabel(review, plan)
    assert [ticket.causes for ticket in review.tickets()] == [("子", "新"), ("子",)]


def test_one_level_up_while_the_place_is_left(make: Make) -> None:
    review = make(categories({"甲｜甲": 1, "甲｜甲｜甲": 2}))
    plan = relabelling(review, "category", "甲｜甲", "甲", children=True)
    assert [one.joins for one in plan.labels] == [False, False]
    relabel(review, plan)
    assert paths(review) == ["甲", "甲｜甲", "甲｜甲"]


def test_moving_below_another_and_to_the_top(make: Make) -> None:
    review = make(categories({"甲｜一": 2, "乙": 1}))
    relabel(review, moving(review, "甲｜一", "乙 > 新"))
    assert paths(review) == ["乙｜新｜一", "乙｜新｜一", "乙"]
    relabel(review, moving(review, "乙｜新", ""))
    assert paths(review) == ["新｜一", "新｜一", "乙"]


def test_splitting_by_what_a_search_found(make: Make) -> None:
    review = make(categories({"甲": 2, "甲｜一": 2}))
    plan = relabelling(review, "category", "甲", "乙", among=[1, 3], children=True)
    assert (plan.tickets, plan.of, plan.whole) == ((1, 3), 4, False)
    relabel(review, plan)
    assert paths(review) == ["乙", "甲", "乙｜一", "甲｜一"]


def test_all_of_a_branch_that_are_found_get_the_very_label(make: Make) -> None:
    review = make(categories({"甲": 2, "甲｜一": 2, "乙": 1}))
    before = everything(review)
    plan = splitting(review, "category", "甲", "乙", among=[1, 3, 4, 5])
    assert [(one.old, one.new, one.tickets, one.joins) for one in plan.labels] == [
        ("甲", "乙", 1, True),
        ("甲｜一", "乙", 2, True),
    ]
    assert (plan.tickets, plan.of, plan.files, plan.whole) == ((1, 3, 4), 4, (("labels.jsonl", 3),), False)
    changes = relabel(review, plan)
    assert sentences.summary(changes.summary) == "Set category of 3 tickets to 乙"
    assert paths(review) == ["乙", "甲", "乙", "乙", "乙"]
    edits.undo(review)
    assert everything(review) == before
    assert splitting(review, "category", "甲", "甲", among=[1]).tickets == ()


def test_what_is_known_of_a_label_makes_the_same_plans(make: Make) -> None:
    review = make(categories({"甲": 2, "甲｜一": 2, "乙": 1}))
    known = carried(review, "category", " 甲 ")
    assert known.label == "甲"
    for plan in (
        lambda known: renaming(review, "category", "甲", "丁", known),
        lambda known: merging(review, "category", "甲", "乙", known),
        lambda known: moving(review, "甲", "乙", known),
        lambda known: splitting(review, "category", "甲", "乙", [2, 3], known),
        lambda known: renaming(review, "category", "甲", "甲", known),
    ):
        assert plan(known) == plan(None)


@pytest.mark.parametrize(
    ("plan", "code"),
    [
        (lambda r: moving(r, "甲", "甲｜一"), "labels.below_itself"),
        (lambda r: moving(r, "甲", "甲"), "labels.below_itself"),
        (lambda r: merging(r, "category", "甲", "甲｜一"), "labels.below_itself"),
        (lambda r: relabelling(r, "category", "甲", "甲｜新", children=True), "labels.below_itself"),
        (lambda r: merging(r, "category", "甲", " 甲 "), "labels.itself"),
        (lambda r: merging(r, "root_cause", "子", "子"), "labels.itself"),
        (lambda r: merging(r, "category", "甲", "zzz"), "labels.unknown"),
        (lambda r: joining(r, "category", {"甲": "甲", "乙": "乙"}), "labels.itself"),
        (lambda r: joining(r, "category", {"zzz": "甲"}), "labels.unknown"),
        (lambda r: joining(r, "category", {"甲": "甲｜ "}), "edit.bad_path"),
        (lambda r: renaming(r, "category", "甲", "乙"), "labels.exists"),
        (lambda r: renaming(r, "root_cause", "子", "丑"), "labels.exists"),
        (lambda r: renaming(r, "category", "甲", " "), "edit.bad_path"),
        (lambda r: renaming(r, "category", "甲", "有｜号"), "edit.bad_path"),
        (lambda r: renaming(r, "root_cause", "子", ""), "edit.bad_cause"),
        (lambda r: relabelling(r, "category", "zzz", "甲", children=True), "labels.unknown"),
        (lambda r: relabelling(r, "category", "戊", "甲"), "labels.only_below"),
    ],
)
def test_what_cannot_be_gets_a_sentence(make: Make, plan: Plan, code: str) -> None:
    review = make([*TICKETS, ("戊｜己", [], "")])
    before = everything(review)
    with pytest.raises(EditError) as caught:
        plan(review)
    assert caught.value.code == code
    assert len(sentences.error(caught.value)) > 30
    assert everything(review) == before


def test_a_name_that_a_source_could_not_hold_is_said_before(review: Review, tmp_path: Path) -> None:
    sections = "### 问题描述\n盘满\n\n### 客服解答\n好的\n\n### 根本原因\n磁盘写满\n\n---\n"
    ticket = f"## 盘满了\n\n**问题分类**: 网盘 > 挂载\n\n{sections}"
    (tmp_path / "a.md").write_text(ticket * 3, encoding="utf-8")
    import_paths(review, [tmp_path / "a.md"])
    with pytest.raises(EditError) as caught:
        renaming(review, "category", "网盘｜挂载", "挂 > 载")
    assert caught.value.code == "edit.path_not_held"
    with pytest.raises(EditError) as caught:
        renaming(review, "root_cause", "磁盘写满", "### 客服解答")
    assert caught.value.code == "labels.not_held"
    assert "a.md" in sentences.error(caught.value)


def plans() -> st.SearchStrategy[Plan]:
    """One way of changing a taxonomy, as a function of the review."""
    return st.one_of(
        st.builds(lambda one, name: lambda r: renaming(r, "category", one, name), PATHS, NAMES),
        st.builds(lambda one, name: lambda r: renaming(r, "root_cause", one, name), TAGS, NAMES),
        st.builds(lambda one, other: lambda r: merging(r, "category", one, other), PATHS, PATHS),
        st.builds(lambda one, other: lambda r: merging(r, "root_cause", one, other), TAGS, TAGS),
        st.builds(lambda one, other: lambda r: moving(r, one, other), PATHS, st.just("") | PATHS),
        st.builds(lambda a, b, ids: lambda r: relabelling(r, "category", a, b, ids, True), PATHS, PATHS, IDS),
        st.builds(lambda a, b, ids: lambda r: relabelling(r, "root_cause", a, b, ids), TAGS, TAGS, IDS),
        st.builds(lambda one: lambda r: relabelling(r, "category", one, ""), PATHS),
        st.builds(lambda into: lambda r: joining(r, "category", into), st.dictionaries(PATHS, PATHS, min_size=1)),
        st.builds(lambda into: lambda r: joining(r, "root_cause", into), st.dictionaries(TAGS, TAGS, min_size=1)),
    )


@settings(max_examples=40, deadline=None)
@given(st.lists(plans(), min_size=1, max_size=8))
def test_any_sequence_does_what_it_says_and_is_turned_back(sequence: list[Plan]) -> None:
    with tempfile.TemporaryDirectory() as folder, Review.create(Path(folder) / "r.winnow", "lin") as review:
        import_paths(review, [dataset(Path(folder) / "a.jsonl", TICKETS)])
        start = everything(review)
        done = 0
        for make in sequence:
            try:
                plan = make(review)
            except EditError:
                continue
            expected = _expected(review, plan)
            changes = relabel(review, plan)
            assert sentences.summary(changes.summary)
            done += changes.entry != 0
            assert [(one.category, one.causes) for one in review.tickets()] == expected
        assert review.check() == []
        for _ in range(done):
            edits.undo(review)
        assert everything(review) == start
        assert review.check() == []


def _expected(review: Review, plan: Relabelling) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """What a plan would make of each ticket, said again in the plainest way."""
    new = {one.old: one.new for one in plan.labels}
    found = []
    for ticket in review.tickets():
        category, tags = ticket.category, ticket.causes
        if ticket.id in plan.tickets and plan.field == "category":
            text = new["｜".join(category)]
            category = tuple(text.split("｜")) if text else ()
        elif ticket.id in plan.tickets:
            tags = tuple(dict.fromkeys(new.get(one, one) for one in tags))
        found.append((category, tags))
    return found


def test_labels_that_are_typed_are_understood() -> None:
    assert label_of("category", "甲 > 乙") == "甲｜乙"


def test_a_root_cause_may_hold_the_sign_of_categories(make: Make) -> None:
    review = make(causes({"甲｜乙": 2}))
    relabel(review, renaming(review, "root_cause", "甲｜乙", "甲｜丙"))
    assert [ticket.causes for ticket in review.tickets()] == [("甲｜丙",)] * 2
