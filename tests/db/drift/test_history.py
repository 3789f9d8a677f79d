"""Real files that were appended in batches, emptied, rebuilt and overwritten by others, where they are here."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from db import edits
from db.drift import Counts, apply_as_batch, apply_drift, changed_sources, comparing
from db.errors import SourceError
from db.importing import import_paths
from db.review import Review
from db.values import Status
from tests.db.drift.whole import whole

ROUNDS = [
    ("p49_02", "p49_04", Counts(19, 0, 2, 1, 52, 0, 1)),
    ("p49_04", "p49_06", Counts(71, 0, 2, 1, 40, 0, 1)),
    ("p49_06", "p49_09", Counts(1, 24, 0, 2, 0, 87, 1)),
    ("p49_09", "p49_15", Counts(24, 0, 2, 1, 87, 0, 1)),
    ("p49_02", "p49_15", Counts(0, 19, 0, 3, 92, 0, 2)),
    ("p49_15", "p49_02", Counts(0, 20, 0, 2, 0, 92, 1)),
    ("p8_01", "p8_03", Counts(7, 0, 3, 0, 20, 0, 0)),
    ("p8_03", "p8_06", Counts(27, 0, 3, 0, 37, 0, 0)),
    ("p8_06", "p8_03", Counts(28, 0, 2, 0, 0, 37, 0)),
]
"""One version, the next, and what is to be said after three tickets of the first (1, 2, the last) were edited."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "part.md"


def begin(review: Review, shared: Path, path: Path, name: str) -> list[int]:
    """Import a version and edit the first two tickets and the last."""
    shutil.copy(shared / "datasets" / "history" / f"{name}.md", path)
    path.chmod(0o644)
    import_paths(review, [path])
    ids = [one.id for one in review.tickets()]
    edits.edit(review, [ids[0], ids[1], ids[-1]], ["我们的", "分类"], ["我们的原因"], Status.REVIEWED)
    return ids


def become(shared: Path, path: Path, name: str) -> None:
    path.write_bytes((shared / "datasets" / "history" / f"{name}.md").read_bytes())


@pytest.mark.parametrize(("one", "other", "counts"), ROUNDS)
def test_each_version_after_the_one_before(
    review: Review, shared: Path, path: Path, one: str, other: str, counts: Counts
) -> None:
    ids = begin(review, shared, path, one)
    before = whole(review)
    become(shared, path, other)
    assert [found.stand for found in changed_sources(review)] == ["changed"]
    found = comparing(review, path)
    assert whole(review) == before
    assert (found.counts, found.another_batch) == (counts, False)
    assert found.counts.before == len(ids)
    apply_drift(review, found)
    assert review.check() == []
    assert review.content(1) == path.read_bytes()
    assert review.counts()[0] == found.counts.tickets
    for ticket in review.tickets([ids[0], ids[1], ids[-1]]):
        assert (ticket.category, ticket.causes, ticket.status) == (("我们的", "分类"), ("我们的原因",), Status.REVIEWED)
    after = whole(review)
    edits.undo(review)
    assert whole(review) == before
    assert review.check() == []
    edits.redo(review)
    assert whole(review) == after
    assert review.check() == []


def test_all_versions_one_after_the_other_and_all_undone(review: Review, shared: Path, path: Path) -> None:
    begin(review, shared, path, "p49_02")
    start = whole(review)
    for name in ("p49_04", "p49_06", "p49_09", "p49_15"):
        become(shared, path, name)
        apply_drift(review, comparing(review, path))
        assert review.check() == []
    end = whole(review)
    for _ in range(4):
        edits.undo(review)
    assert whole(review) == start
    for _ in range(4):
        edits.redo(review)
    assert whole(review) == end
    assert review.check() == []


def test_a_version_that_was_emptied(review: Review, shared: Path, path: Path) -> None:
    begin(review, shared, path, "p49_06")
    before = whole(review)
    become(shared, path, "p49_07")
    assert [found.stand for found in changed_sources(review)] == ["emptied"]
    with pytest.raises(SourceError) as caught:
        comparing(review, path)
    assert caught.value.code == "source.empty"
    assert whole(review) == before


@pytest.mark.parametrize(("one", "other"), [("p49_15", "p8_01"), ("p8_06", "p49_02"), ("p8_06", "p49_15")])
def test_a_file_that_others_wrote_over(review: Review, shared: Path, path: Path, one: str, other: str) -> None:
    ids = begin(review, shared, path, one)
    before = whole(review)
    become(shared, path, other)
    found = comparing(review, path)
    assert (found.another_batch, found.firm, found.counts.gone) == (True, 0, len(ids))
    apply_as_batch(review, found)
    assert [source.tickets for source in review.sources()] == [len(ids), found.counts.tickets]
    assert review.check() == []
    edits.undo(review)
    assert whole(review) == before
