"""One label in the place of another: on the tickets that are meant, in one step that is turned back."""

from __future__ import annotations

import pytest

from db import edits, sentences
from db.errors import EditError
from db.labels import labelled, relabel, relabelling
from db.review import Review
from tests.db.edits.snapshot import snapshot
from tests.db.labels.conftest import Make
from tests.db.labels.invented import categories, causes


def counts(review: Review, field: str) -> dict[str, int]:
    return {one.label: one.tickets for one in labelled(review, "category" if field == "category" else "root_cause")}


@pytest.mark.parametrize("field", ["category", "root_cause"])
def test_all_tickets_in_one_step(make: Make, field: str) -> None:
    made = categories if field == "category" else causes
    review = make(made({"网盘挂载": 3, "网盘装载": 2, "队列": 1}))
    start, last = snapshot(review), edits.last_entry(review)
    plan = relabelling(review, field, "网盘装载", " 网盘挂载 ")
    assert (plan.new, plan.tickets, plan.of, plan.sources) == ("网盘挂载", (4, 5), 2, 1)
    assert edits.last_entry(review) == last
    assert relabel(review, plan).ticket_ids == (4, 5)
    assert counts(review, field) == {"网盘挂载": 5, "队列": 1}
    (entry,) = edits.log(review, 1)
    assert (entry.id, entry.tickets) == (last + 1, 2)
    assert "网盘挂载" in sentences.summary(entry.summary)
    assert review.check() == []
    edits.undo(review)
    assert snapshot(review) == start
    edits.redo(review)
    assert counts(review, field) == {"网盘挂载": 5, "队列": 1}


def test_a_cause_keeps_its_place_and_is_there_once(make: Make) -> None:
    review = make([("网盘", ["甲", "乙", "丙"], ""), ("网盘", ["乙", "丁"], ""), ("网盘", ["乙"], "")])
    relabel(review, relabelling(review, "root_cause", "乙", "丁"))
    assert [one.causes for one in review.tickets([1, 2, 3])] == [("甲", "丁", "丙"), ("丁",), ("丁",)]
    relabel(review, relabelling(review, "root_cause", "丁", ""))
    assert [one.causes for one in review.tickets([1, 2, 3])] == [("甲", "丙"), (), ()]
    assert "off 3 tickets" in sentences.summary(edits.log(review, 1)[0].summary)
    assert review.check() == []


def test_only_those_that_are_meant(make: Make) -> None:
    review = make(categories({"网盘｜挂载": 4, "网盘｜挂载｜深": 1}))
    plan = relabelling(review, "category", "网盘 > 挂载", "网盘 > 装载", among=[2, 3, 5])
    assert (plan.tickets, plan.of) == ((2, 3), 4)
    relabel(review, plan)
    assert counts(review, "category") == {"网盘｜挂载": 2, "网盘｜装载": 2, "网盘｜挂载｜深": 1}


def test_nothing_to_do_writes_nothing(make: Make) -> None:
    review = make(causes({"甲": 1, "乙": 1}))
    last = edits.last_entry(review)
    assert relabel(review, relabelling(review, "root_cause", "甲", "甲")).entry == 0
    assert relabel(review, relabelling(review, "root_cause", "甲", "丙", among=[])).entry == 0
    assert edits.last_entry(review) == last


def test_an_unknown_label_gets_a_sentence_with_near_ones(make: Make) -> None:
    review = make(causes(["磁盘写满", "网盘挂载失败", "队列积压"]))
    with pytest.raises(EditError) as caught:
        relabelling(review, "root_cause", "网盘挂载失効", "x")
    assert "“网盘挂载失败”" in sentences.error(caught.value)
    for given in ("zzz", ""):
        with pytest.raises(EditError) as caught:
            relabelling(review, "root_cause", given, "x")
        assert caught.value.code == "labels.unknown"
        assert "root cause" in sentences.error(caught.value)
    for field, new in (("category", "网盘｜｜深"), ("root_cause", "两\n行")):
        with pytest.raises(EditError):
            relabelling(review, field, "网盘" if field == "category" else "磁盘写满", new)
