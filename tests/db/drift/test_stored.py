"""A comparison kept in a file is the comparison; and which files may have changed is known without reading them."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from db import drift, edits
from db.cli import main
from db.drift import apply_drift, comparing, store_drift, stored_drift
from db.errors import SourceError
from db.importing import import_paths
from db.review import Review
from db.touched import touched
from db.values import CATEGORY, ROOT_CAUSE
from tests.db.drift.test_applying import conflicted
from tests.db.files import part, ticket, write


@pytest.fixture
def path(review: Review, tmp_path: Path) -> Path:
    """A file of four tickets that has been imported."""
    path = part(tmp_path / "part.md", ["a", "b", "c", "d"])
    import_paths(review, [path])
    return path


def changed(review: Review, path: Path) -> Path:
    """One of each state, one of them moved, one parked before and back again."""
    write(path, [ticket("a"), ticket("b"), ticket("d")])
    apply_drift(review, comparing(review, path))
    edits.set_category(review, [1], ["我们的"])
    text = ticket("a").replace("CDN｜证书问题", "他们的")
    return write(path, [ticket("d", cause="x"), text, ticket("c"), ticket("e", "新的")])


def test_it_is_the_same(review: Review, path: Path, tmp_path: Path) -> None:
    plan = comparing(review, changed(review, path))
    store_drift(plan, tmp_path / "plan")
    found = stored_drift(tmp_path / "plan")
    assert found.numbers() == plan.numbers()
    assert min(found.numbers()[name] for name in ("gone", "new", "moved", "returned", "conflicts")) == 1
    assert drift.tickets(review, found, found.places()) == drift.tickets(review, plan, plan.places())
    about = ("source_id", "name", "path", "stand", "firm", "of", "size", "sha256", "modified", "entry", "conflicts")
    assert [getattr(found, one) for one in about] == [getattr(plan, one) for one in about]
    assert found.moved() == plan.moved()
    apply_drift(review, found)
    assert review.content(1) == path.read_bytes()
    assert review.check() == []


def test_another_file_is_refused(tmp_path: Path) -> None:
    for text in ("", "[]", '{"version": "winnow-comparison-0"}\n', "\x00"):
        (tmp_path / "plan").write_text(text, encoding="utf-8")
        with pytest.raises(SourceError) as caught:
            stored_drift(tmp_path / "plan")
        assert caught.value.code == "drift.not_stored"


def test_what_may_have_changed(review: Review, path: Path) -> None:
    assert touched(review) == frozenset()
    os.utime(path, (1_000_000_000, 1_000_000_000))
    assert touched(review) == {(1, path.stat().st_size, 1_000_000_000.0)}
    path.unlink()
    assert touched(review) == {(1, -1, 0.0)}


def test_the_commands_compare_and_take_in_what_was_seen(
    review: Review, path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    conflicted(review, path)
    review_path, plan, decisions = str(review.path), str(tmp_path / "plan"), tmp_path / "decisions"

    def run(*call: str) -> tuple[int, dict[str, Any]]:
        code = main(["update", review_path, *call, "--json"])
        lines = [json.loads(line) for line in capsys.readouterr().out.splitlines() if line.startswith("{")]
        return code, lines[-1] if lines else {}

    code, found = run(str(path), "--dry-run", "--store", plan)
    assert (code, found["both"], found["conflicts"], found["listed"]) == (0, 2, 2, [])
    chosen = [
        {"ticket": 1, "field": CATEGORY, "take": "theirs"},
        {"ticket": 2, "field": ROOT_CAUSE, "own": "两边的原因"},
    ]
    decisions.write_text(json.dumps(chosen), encoding="utf-8")
    code, found = run("--plan", plan, "--decisions", str(decisions))
    assert (code, found["entry"] is not None) == (0, True)
    assert (review.ticket(1).category, review.ticket(2).root_cause) == (("他们的",), "两边的原因")
    assert run("--plan", plan)[0] == 1  # the review is another since
