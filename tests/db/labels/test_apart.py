"""Labels that were said not to be the same stay apart until that is undone."""

from __future__ import annotations

import pytest

from db import edits, replies, sentences
from db.errors import EditError
from db.labels import keep_apart, variants
from db.labels.apart import MOST
from db.replies.decided import decisions
from tests.db.labels.conftest import Make
from tests.db.labels.invented import causes, listed

SPELT = {"网盘挂载": 3, "网盘挂载问题": 2, "网盘挂载。": 1}


def test_kept_apart_through_the_log(make: Make) -> None:
    review = make(causes(SPELT))
    whole = listed(variants(review, "root_cause"))
    assert whole == [("filler", list(SPELT))]
    changes = keep_apart(review, "root_cause", ["网盘挂载", "网盘挂载问题"])
    assert "Not the same, labels of 5 tickets" in sentences.summary(changes.summary)
    # the third joins the most used, and the one that left is nobody's
    assert listed(variants(review, "root_cause")) == [("spelling", ["网盘挂载", "网盘挂载。"])]
    assert keep_apart(review, "root_cause", ["网盘挂载问题", "网盘挂载"]).entry == 0
    keep_apart(review, "root_cause", list(SPELT))
    assert variants(review, "root_cause") == []
    assert review.check() == []
    edits.undo(review)
    edits.undo(review)
    assert listed(variants(review, "root_cause")) == whole


def test_one_apart_from_the_others_that_stay_together(make: Make) -> None:
    review = make(causes(SPELT))
    keep_apart(review, "root_cause", ["网盘挂载问题"], ["网盘挂载", "网盘挂载。"])
    assert listed(variants(review, "root_cause")) == [("spelling", ["网盘挂载", "网盘挂载。"])]
    keep_apart(review, "root_cause", ["网盘挂载。"], ["网盘挂载。", "网盘挂载"])
    assert variants(review, "root_cause") == []


def test_a_label_that_says_something_after_all(make: Make) -> None:
    review = make(causes({"其他问题": 2, "待确认": 1}))
    keep_apart(review, "root_cause", ["其他问题"])
    assert listed(variants(review, "root_cause")) == [("says-nothing", ["待确认"])]
    keep_apart(review, "root_cause", ["待确认"])
    assert variants(review, "root_cause") == []


def test_decisions_on_replies_do_not_mind(make: Make) -> None:
    review = make(causes(SPELT))
    keep_apart(review, "root_cause", list(SPELT))
    replies.scan(review)
    found = decisions(review)
    assert (found.of, found.strangers) == ({}, frozenset())


def test_what_cannot_be_kept_apart(make: Make) -> None:
    review = make(causes(SPELT))
    for labels in ([], ["nobody's"], [str(n) for n in range(MOST + 1)]):
        with pytest.raises(EditError) as caught:
            keep_apart(review, "root_cause", labels)
        assert sentences.error(caught.value)
