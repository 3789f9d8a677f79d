"""The command that accepts likely labels for tickets without a usable one: numbers first, one action."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from db.cli import main
from db.importing import import_paths
from db.labels import accepting, check
from db.review import Review
from tests.db.labels.learnt import told, written

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A review in which twenty tickets have no usable category; nothing of it is checked."""
    tickets = told(200)
    unsorted = [replace(one, category="未分类" if place % 2 else "") for place, one in enumerate(tickets[:20])]
    with Review.create(tmp_path / "r.winnow", "lin") as review:
        import_paths(review, [written(tmp_path / "t.jsonl", [*unsorted, *tickets[20:]])])
        return review.path


def categories(path: Path) -> dict[int, tuple[str, ...]]:
    with Review.open(path, read_only=True) as review:
        return {one.id: one.category for one in review.tickets()}


def test_what_is_likely_is_told_and_given(path: Path, capsys: Capture) -> None:
    before = categories(path)
    call = ["accept", str(path), "--field", "category", "--least", "0.5", "--json"]
    assert main([*call, "--dry-run"]) == 0
    (planned,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert (planned["dry_run"], planned["entry"]) == (True, None)
    assert categories(path) == before
    with Review.open(path, read_only=True) as review:
        plan = accepting(review, "category", 0.5)
    assert planned["tickets"] == plan.tickets > 10
    assert planned["labels"] == {label: len(ids) for label, ids in plan.labels.items()}
    assert main(call) == 0
    (done,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert done["tickets"] == plan.tickets
    after = categories(path)
    given = {one: label for label, ids in plan.labels.items() for one in ids}
    assert {one: "｜".join(label) for one, label in after.items() if label != before[one]} == given
    assert main(["undo", str(path)]) == 0
    assert categories(path) == before


def test_tickets_that_changed_since_the_check_are_told(path: Path, capsys: Capture) -> None:
    with Review.open(path, "lin") as review:
        check(review, "category")
    assert main(["edit", str(path), "21", "--category", "机房"]) == 0
    capsys.readouterr()
    assert main(["accept", str(path), "--field", "category", "--least", "0.5", "--dry-run"]) == 0
    said = capsys.readouterr().err
    assert "1 tickets have changed since the labels were checked" in said
    assert "tickets without a usable category get one of" in said


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--least", "0.9"], "--field"),
        (["--field", "title"], "invalid choice"),
        (["--field", "category", "--least", "1.1"], "not a number from 0 to 1"),
        (["--field", "category", "--least", "most"], "not a number from 0 to 1"),
    ],
)
def test_a_call_that_is_wrong(path: Path, capsys: Capture, options: list[str], words: str) -> None:
    assert main(["accept", str(path), *options]) == 2
    assert words in capsys.readouterr().err
