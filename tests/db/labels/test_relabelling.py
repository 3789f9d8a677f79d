"""Another label for all tickets that have one: said first, one action, undone whole."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from db import edits, sentences
from db.cli import main
from db.errors import EditError
from db.importing import import_paths
from db.labels import relabel, relabelling
from db.review import Review
from tests.db.files import CATEGORY, ticket, write

OLD, NEW = "云盘｜挂载问题", "云盘｜挂载"


@pytest.fixture
def review_file(tmp_path: Path) -> Path:
    made = [ticket(f"第 {n} 件", cause=cause) for n, cause in enumerate(["磁盘写满", "磁盘满", "磁盘写满"])]
    write(tmp_path / "a.md", [one.replace(CATEGORY, OLD) for one in made])
    write(
        tmp_path / "b.md",
        [one.replace(CATEGORY, name) for one, name in zip(made, (NEW, "云盘 > 挂载问题"), strict=False)],
    )
    with Review.create(tmp_path / "r.winnow", "lin") as review:
        import_paths(review, [tmp_path / "a.md", tmp_path / "b.md"])
    return tmp_path / "r.winnow"


@pytest.fixture
def review(review_file: Path) -> Iterator[Review]:
    with Review.open(review_file, "lin") as opened:
        yield opened


def test_a_category_in_every_spelling(review: Review) -> None:
    asked = relabelling(review, "category", "云盘 > 挂载问题", NEW)
    assert (len(asked.tickets), asked.sources) == (4, 2)
    before = [ticket.category for ticket in review.tickets()]
    relabel(review, asked)
    assert {ticket.category for ticket in review.tickets()} == {("云盘", "挂载")}
    assert len(edits.log(review)) == 2
    edits.undo(review)
    assert [ticket.category for ticket in review.tickets()] == before
    assert review.check() == []


def test_a_root_cause_keeps_its_place_and_comes_once(review: Review) -> None:
    first, second = (one.id for one in list(review.tickets())[:2])
    edits.set_causes(review, [first], ["甲", "磁盘写满", "乙"])
    edits.set_causes(review, [second], ["磁盘写满", "磁盘满"])
    changes = relabel(review, relabelling(review, "root_cause", "磁盘写满", "磁盘满"))
    assert review.ticket(first).causes == ("甲", "磁盘满", "乙")
    assert review.ticket(second).causes == ("磁盘满",)
    assert sentences.summary(changes.summary) == "Replaced root cause 磁盘写满 by 磁盘满 in 4 tickets"
    edits.undo(review)
    assert review.ticket(first).causes == ("甲", "磁盘写满", "乙")
    assert review.check() == []


def test_some_tickets_only(review: Review) -> None:
    some = [one.id for one in review.tickets()][1:3]
    assert relabelling(review, "category", OLD, NEW, some).tickets == tuple(some)


def test_what_cannot_be_is_said(review: Review) -> None:
    with pytest.raises(EditError) as caught:
        relabelling(review, "category", "云盘｜挂载问", NEW)
    assert OLD in sentences.error(caught.value)
    with pytest.raises(EditError, match=r"labels\.unknown\.alone"):
        relabelling(review, "root_cause", "zzzz", "磁盘满")
    with pytest.raises(EditError, match=r"labels\.same"):
        relabelling(review, "category", "云盘 > 挂载问题", OLD)


def test_the_commands(review_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def told(*words: str) -> list[dict[str, object]]:
        assert main([words[0], str(review_file), *words[1:], "--json"]) == 0
        return [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    (both, *_) = told("labels", "--variants", "--field", "category")
    assert both["labels"] == [
        {"label": OLD, "tickets": 3},
        {"label": "云盘 > 挂载问题", "tickets": 1},
        {"label": NEW, "tickets": 1},
    ]
    assert (both["proposed"], both["method"]) == (OLD, "filler")
    call = ("relabel", "--field", "category", "--from", OLD, "--to", NEW)
    (said,) = told(*call, "--dry-run")
    assert (said["tickets"], said["changed"]) == (4, False)
    (only,) = told(*call, "--query", "source:b", "--dry-run")
    assert only["tickets"] == 1
    (done,) = told(*call)
    assert (done["tickets"], done["changed"]) == (4, True)
    assert [one["label"] for one in told("labels", "--field", "category")] == [NEW]
    assert main(["relabel", str(review_file), "--field", "category", "--from", "没有", "--to", NEW]) == 1
    assert "No ticket has the label" in capsys.readouterr().err
