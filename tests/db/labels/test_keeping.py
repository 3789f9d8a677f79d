"""What is decided of a taxonomy: definitions, retired labels, tickets held to it; all of it through the log."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import edits, labels, sentences
from db.errors import EditError
from db.importing import import_paths
from db.labels import (
    Keeping,
    Term,
    admitting,
    decide,
    describing,
    holding,
    merging,
    moving,
    relabel,
    relabelling,
    renaming,
    retiring,
    strays,
    striking,
    taxonomy,
)
from db.review import Review
from db.search import Finder, parse
from db.values import TAXONOMY, Changes
from tests.db.labels.conftest import Make
from tests.db.labels.invented import categories, causes, dataset

Plan = Callable[[Review], Keeping]


def kept(review: Review, field: labels.Field = "category") -> dict[str, Term]:
    return {node.label: node.term for node in taxonomy(review, field).nodes if node.term is not None}


def everything(review: Review) -> object:
    return review.execute("SELECT key, value FROM decided ORDER BY key").fetchall(), list(review.tickets())


def test_a_definition_and_an_example(make: Make) -> None:
    review = make(categories({"网盘｜挂载": 2, "队列": 1}))
    plan = describing(review, "category", "网盘 > 挂载", " 挂不上去 ", ticket=2)
    assert (plan.labels, plan.tickets) == (("网盘｜挂载",), (1, 2))
    assert kept(review) == {}
    changes = decide(review, plan)
    assert (changes.fields, changes.ticket_ids) == ({TAXONOMY}, ())
    assert kept(review) == {"网盘｜挂载": Term("挂不上去", "第 2 件事", 2)}
    assert decide(review, plan).entry == 0
    decide(review, describing(review, "category", "网盘｜挂载", example="别的例子"))
    assert kept(review)["网盘｜挂载"] == Term("挂不上去", "别的例子", 0)
    decide(review, describing(review, "category", "新的", "还没有工单"))
    assert [node.tickets for node in taxonomy(review, "category").nodes if node.label == "新的"] == [0]
    assert edits.changes_since(review, changes.entry)[-1].fields == {TAXONOMY}
    assert review.check() == []
    for _ in range(3):
        edits.undo(review)
    assert kept(review) == {}


def test_a_retired_label_is_not_offered_and_not_given(make: Make) -> None:
    review = make(categories({"网盘｜挂载": 2, "网盘｜挂载｜深": 1, "队列": 2}))
    plan = retiring(review, "category", ["网盘｜挂载"])
    assert plan.tickets == (1, 2, 3)
    decide(review, plan)
    assert sentences.summary(edits.log(review, 1)[0].summary) == "Retired labels that 3 tickets have: 网盘｜挂载"
    assert [node.label for node in taxonomy(review, "category").nodes if node.retired] == [
        "网盘｜挂载",
        "网盘｜挂载｜深",
    ]
    assert edits.complete_category(review, "", 9) == [(("队列",), 2)]
    for path in (("网盘", "挂载"), ("网盘", "挂载", "新")):
        with pytest.raises(EditError) as caught:
            edits.set_category(review, [4], path)
        assert caught.value.code == "labels.retired"
    assert edits.set_category(review, [1], ("网盘", "挂载")).entry == 0  # it has it already
    with pytest.raises(EditError) as caught:
        relabelling(review, "category", "队列", "网盘｜挂载")
    assert "retired" in sentences.error(caught.value)
    with pytest.raises(EditError) as caught:
        decide(review, retiring(review, "category", ["网盘｜挂载｜深"], back=True))
    assert caught.value.code == "labels.retired_above"
    decide(review, retiring(review, "category", ["网盘｜挂载"], back=True))
    assert edits.set_category(review, [4], ("网盘", "挂载")).entry


def test_what_is_offered_where_tickets_are_held(make: Make) -> None:
    review = make([("网盘", ["甲"], ""), ("队列", ["乙"], ""), ("网盘", ["丙"], "")])
    decide(review, describing(review, "category", "新的｜一"))
    assert edits.given_categories(review) == [(("网盘",), 2), (("队列",), 1), (("新的", "一"), 0)]
    decide(review, admitting(review, "category", ["网盘"]))
    decide(review, holding(review, "category"))
    assert edits.complete_category(review, "", 9) == [(("网盘",), 2), (("新的", "一"), 0)]
    decide(review, describing(review, "root_cause", "丁"))
    decide(review, holding(review, "root_cause"))
    assert edits.near_causes(review, "", 9) == edits.near_causes(review, "丁", 9) == [("丁", 0)]


def test_a_retired_root_cause(make: Make) -> None:
    review = make(causes({"甲": 2, "乙": 1}))
    decide(review, retiring(review, "root_cause", ["甲"]))
    assert edits.near_causes(review, "", 9) == [("乙", 1)]
    for verb in (lambda: edits.add_cause(review, [3], "甲"), lambda: edits.set_causes(review, [1, 3], ["甲", "乙"])):
        with pytest.raises(EditError) as caught:
            verb()
        assert caught.value.code == "labels.retired"
    assert edits.set_causes(review, [1], ["甲", "丙"]).entry  # it had it
    assert [(one.reason, one.tickets) for one in strays(review, "root_cause")] == [("retired", (1, 2))]
    edits.undo(review)
    edits.undo(review)
    assert edits.add_cause(review, [3], "甲").entry


def test_held_to_it(make: Make) -> None:
    review = make(categories({"网盘": 1, "网盘｜挂载": 2, "队列": 3, "": 1}))
    with pytest.raises(EditError) as caught:
        holding(review, "category")
    assert "Import one" in sentences.error(caught.value)
    decide(review, admitting(review, "category", ["网盘｜挂载"]))
    assert strays(review, "category") == []
    plan = holding(review, "category")
    assert (plan.labels, plan.tickets) == (("队列", "网盘"), (1, 4, 5, 6))
    decide(review, plan)
    assert taxonomy(review, "category").held
    assert [(one.label, one.reason, one.tickets) for one in strays(review, "category")] == [
        ("队列", "outside", (4, 5, 6)),
        ("网盘", "outside", (1,)),
    ]
    decide(review, retiring(review, "category", ["网盘"]))
    assert [(one.label, one.reason) for one in strays(review, "category")] == [
        ("队列", "outside"),
        ("网盘｜挂载", "retired"),
        ("网盘", "retired"),
    ]
    decide(review, holding(review, "category", held=False))
    assert {one.reason for one in strays(review, "category")} == {"retired"}


def test_a_search_finds_what_is_outside(make: Make) -> None:
    review = make([("网盘", ["甲"], ""), ("队列", ["乙"], ""), ("网盘", ["乙", "甲"], "")])
    finder = Finder(review)
    for name, answer in labels.answers(review).items():
        finder.answer(name, answer)
    assert finder.find(parse("is:outside")).tolist() == []
    decide(review, retiring(review, "category", ["队列"]))
    decide(review, admitting(review, "root_cause", ["甲"]))
    decide(review, holding(review, "root_cause"))
    assert finder.find(parse("是:体系外")).tolist() == [2, 3]
    assert finder.find(parse("is:outside -cat:队列")).tolist() == [3]
    assert finder.facets(parse("is:outside")).total == 2


def test_all_that_there_are_come_in_at_once(make: Make) -> None:
    review = make(causes([f"原因 {n}" for n in range(300)]))
    plan = admitting(review, "root_cause")
    assert (len(plan.labels), len(plan.tickets)) == (300, 300)
    decide(review, plan)
    decide(review, holding(review, "root_cause"))
    assert strays(review, "root_cause") == []
    assert decide(review, admitting(review, "root_cause")).entry == 0
    decide(review, striking(review, "root_cause", ["原因 7"]))
    assert [one.label for one in strays(review, "root_cause")] == ["原因 7"]


def test_what_is_said_of_a_label_goes_where_it_goes(make: Make) -> None:
    review = make(categories({"甲": 1, "甲｜一": 1, "乙": 1, "乙｜一": 1}))
    for label in ("甲", "甲｜一", "乙"):
        decide(review, describing(review, "category", label, f"说的是{label}"))
    relabel(review, renaming(review, "category", "甲", "丙"))
    assert {label: term.definition for label, term in kept(review).items()} == {
        "丙": "说的是甲",
        "丙｜一": "说的是甲｜一",
        "乙": "说的是乙",
    }
    relabel(review, merging(review, "category", "丙", "乙"))
    assert {label: term.definition for label, term in kept(review).items()} == {
        "乙": "说的是乙",
        "乙｜一": "说的是甲｜一",
    }
    relabel(review, relabelling(review, "category", "乙", "丁", among=[1]))
    assert kept(review)["丁"] == Term()  # what is split off a label of the taxonomy is in it too
    assert review.check() == []
    for _ in range(3):
        edits.undo(review)
    assert set(kept(review)) == {"甲", "甲｜一", "乙"}


def test_a_retired_label_can_be_renamed_moved_and_merged_away(make: Make) -> None:
    review = make(categories({"甲": 1, "甲｜一": 1, "乙": 1}))
    decide(review, retiring(review, "category", ["甲"]))
    relabel(review, renaming(review, "category", "甲｜一", "二"))
    relabel(review, renaming(review, "category", "甲", "丙"))
    assert kept(review) == {"丙": Term(retired=True)}
    with pytest.raises(EditError) as caught:
        moving(review, "乙", "丙")
    assert caught.value.code == "labels.retired"
    relabel(review, merging(review, "category", "丙", "乙"))
    assert (kept(review), strays(review, "category")) == ({"乙": Term()}, [])


def test_decided_otherwise_since(make: Make) -> None:
    review = make(causes({"甲": 1}))
    changes = decide(review, describing(review, "root_cause", "甲", "一"))
    decide(review, describing(review, "root_cause", "甲", "二"))
    with pytest.raises(EditError) as caught:
        edits.undo(review, changes.entry)
    assert caught.value.code == "undo.decided_since"
    assert "replies" not in sentences.error(caught.value)


@pytest.mark.parametrize(
    ("plan", "code"),
    [
        (lambda r: describing(r, "category", " "), "edit.bad_path"),
        (lambda r: describing(r, "root_cause", ""), "edit.bad_cause"),
        (lambda r: describing(r, "category", "甲｜｜乙"), "edit.bad_path"),
        (lambda r: describing(r, "category", "甲", ticket=99), "edit.no_ticket"),
        (lambda r: retiring(r, "category", ["zzz"]), "labels.unknown"),
        (lambda r: admitting(r, "root_cause", ["zzz"]), "labels.unknown"),
        (lambda r: striking(r, "category", [""]), "labels.unknown"),
    ],
)
def test_what_cannot_be_decided(make: Make, plan: Plan, code: str) -> None:
    review = make(categories({"甲": 1}))
    with pytest.raises(EditError) as caught:
        plan(review)
    assert caught.value.code == code
    assert sentences.error(caught.value)


LABELS = st.sampled_from(["甲", "甲｜一", "乙", "乙｜一", "丙"])


def plans() -> st.SearchStrategy[Callable[[Review], Changes]]:
    """One decision or one change, as a function that carries it out."""
    lists = st.lists(LABELS, min_size=1, max_size=2)
    return st.one_of(
        st.builds(
            lambda one, text: lambda r: decide(r, describing(r, "category", one, text)),
            LABELS,
            st.text("ab", max_size=2),
        ),
        st.builds(lambda some, back: lambda r: decide(r, retiring(r, "category", some, back)), lists, st.booleans()),
        st.builds(lambda some: lambda r: decide(r, admitting(r, "category", some)), st.none() | lists),
        st.builds(lambda some: lambda r: decide(r, striking(r, "category", some)), lists),
        st.builds(lambda held: lambda r: decide(r, holding(r, "category", held)), st.booleans()),
        st.builds(lambda a, b: lambda r: relabel(r, merging(r, "category", a, b)), LABELS, LABELS),
        st.builds(lambda a, b: lambda r: relabel(r, moving(r, a, b)), LABELS, LABELS),
        st.builds(
            lambda a, ids: lambda r: relabel(r, relabelling(r, "category", a, "新", ids)), LABELS, st.just([1, 2])
        ),
    )


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(plans(), min_size=1, max_size=8))
def test_any_sequence_is_turned_back_and_strays_are_what_they_are(
    tmp_path_factory: pytest.TempPathFactory, sequence: list[Callable[[Review], Changes]]
) -> None:
    folder = tmp_path_factory.mktemp("kept")
    with Review.create(folder / "r.winnow", "lin") as review:
        tickets = categories({"甲": 1, "甲｜一": 2, "乙": 1, "乙｜一": 1, "丙": 1, "": 1})
        import_paths(review, [dataset(folder / "a.jsonl", tickets)])
        start, first = everything(review), edits.last_entry(review)
        for act in sequence:
            try:
                changes = act(review)
            except EditError:
                continue
            assert sentences.summary(changes.summary)
            _compare_strays(review)
        assert review.check() == []
        while edits.next_undo(review) is not None:
            edits.undo(review)
        assert everything(review) == start
        assert edits.last_entry(review) >= first


def _compare_strays(review: Review) -> None:
    found = taxonomy(review, "category")
    gone = [node.label for node in found.nodes if node.term is not None and node.term.retired]
    listed = {node.label for node in found.nodes if node.term is not None}
    expected = set()
    for ticket in review.tickets():
        label = "｜".join(ticket.category)
        if any(f"{label}｜".startswith(f"{one}｜") for one in gone):
            expected.add((ticket.id, "retired"))
        elif label and found.held and label not in listed:
            expected.add((ticket.id, "outside"))
    assert {(id_, one.reason) for one in strays(review, "category") for id_ in one.tickets} == expected
