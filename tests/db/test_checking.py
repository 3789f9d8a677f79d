"""What `check` finds wrong, each made wrong on purpose."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import sentences
from db.errors import ReviewError
from db.importing import import_paths
from db.review import Review
from tests.db.files import jsonl, part
from tests.db.raw import edit

DAMAGE = {
    "check.reference": "PRAGMA foreign_keys = 0; DELETE FROM category WHERE id = 1",
    "check.bytes": "UPDATE source SET size = size + 1 WHERE id = 1",
    "check.tickets": "UPDATE ticket SET parked = 1 WHERE id = 2",
    "check.span": "UPDATE ticket SET spans = (SELECT spans FROM ticket WHERE id = 2) WHERE id = 1",
    "check.value": "UPDATE ticket SET problem = 'other' WHERE id = 1",
    "check.original": "DELETE FROM original",
    "check.log": "UPDATE ticket SET root_cause = 'other' WHERE id = 3",
    "check.decided": "INSERT INTO decided(key, value) VALUES ('00', '{}')",
    "check.index": "DELETE FROM ticket_text_data WHERE id = (SELECT max(id) FROM ticket_text_data)",
}


@pytest.fixture
def filled(review: Review, tmp_path: Path) -> Review:
    """A review of two sources, with an edit."""
    import_paths(review, [part(tmp_path / "part.md", ["a", "b", "c"]), jsonl(tmp_path / "part.jsonl", 3)])
    edit(review, 3, "root_cause", "缓存")
    return review


def test_a_sound_review(filled: Review) -> None:
    assert filled.check() == []


@pytest.mark.parametrize("code", DAMAGE)
def test_damage_is_found_and_named(filled: Review, code: str) -> None:
    for statement in DAMAGE[code].split("; "):
        filled.execute(statement)
    problems = filled.check()
    assert code in {problem.code for problem in problems}
    for problem in problems:
        assert sentences.sentence(problem.code, problem.data)


def test_a_schema_that_is_no_text_any_more(filled: Review, tmp_path: Path) -> None:
    """SQLite quotes it in its error, which Python then cannot read."""
    filled.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    copy = tmp_path / "copy.winnow"
    damaged = filled.path.read_bytes().replace(b"tablechangechange", b"table\xff\xfe\xff\xfe\xff\xfechange")
    copy.write_bytes(damaged.replace(b'CREATE TABLE "change" (', b'CREATE TABLE "change" !'))
    with pytest.raises(ReviewError, match="corrupt") as raised:
        Review.open(copy)
    assert isinstance(raised.value.__cause__, UnicodeDecodeError)


def test_a_review_that_is_read_only_is_checked_too(filled: Review) -> None:
    with Review.open(filled.path, read_only=True) as reader:
        assert reader.check() == []
