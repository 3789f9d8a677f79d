"""Older review files go through numbered steps, each whole or not at all, after a copy has been made."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from db import edits, migrations
from db.errors import ReviewError
from db.exporting import export
from db.importing import import_paths
from db.models import TABLES
from db.review import Review
from tests.db.files import part
from tests.db.older import make_older
from tests.db.search.invented import insert


def add_column(connection: sqlite3.Connection) -> None:
    connection.execute("ALTER TABLE ticket ADD COLUMN colour TEXT NOT NULL DEFAULT 'red'")


def fail(connection: sqlite3.Connection) -> None:
    connection.execute("ALTER TABLE ticket ADD COLUMN half TEXT")
    raise ZeroDivisionError


@pytest.fixture
def plain(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A connection to a review of today's version, as the steps get it."""
    path = tmp_path / "old.winnow"
    with Review.create(path) as review, review.transaction():
        insert(review, {"title": "证书过期"}, 0)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        yield connection


def columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]


def test_steps_are_done_once_and_in_order(plain: sqlite3.Connection) -> None:
    plain.execute("PRAGMA user_version = 1")
    steps = (add_column, lambda connection: connection.execute("UPDATE ticket SET colour = colour || '!'"))
    assert migrations.migrate(plain, steps) == 2
    assert migrations.migrate(plain, steps) == 0
    assert migrations.version_of(plain) == 3
    assert plain.execute("SELECT title, colour FROM ticket").fetchall() == [("证书过期", "red!")]


def test_a_step_that_fails_leaves_the_version_before_it(plain: sqlite3.Connection) -> None:
    plain.execute("PRAGMA user_version = 1")
    with pytest.raises(ZeroDivisionError):
        migrations.migrate(plain, (add_column, fail))
    assert migrations.version_of(plain) == 2
    assert "colour" in columns(plain, "ticket")
    assert "half" not in columns(plain, "ticket")
    assert plain.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_a_step_may_not_leave_rows_that_point_nowhere(plain: sqlite3.Connection) -> None:
    plain.execute("PRAGMA user_version = 1")
    with pytest.raises(sqlite3.IntegrityError, match="points nowhere"):
        migrations.migrate(plain, (lambda connection: connection.execute("DELETE FROM source"),))
    assert plain.execute("SELECT count(*) FROM source").fetchone() == (1,)


def test_an_older_file_is_copied_then_brought_up_to_date(
    plain: sqlite3.Connection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = (*migrations.STEPS, add_column)
    monkeypatch.setattr(migrations, "VERSION", len(steps) + 1)
    monkeypatch.setattr(migrations.migrate, "__defaults__", (steps,))
    path = tmp_path / "old.winnow"
    with pytest.raises(ReviewError, match="older"):
        Review.open(path, read_only=True)
    with Review.open(path) as review:
        assert review.execute("SELECT colour FROM ticket").fetchone() == ("red",)
        assert [backup.reason for backup in review.backups()] == ["migration"]
        (backup,) = review.backups()
        with closing(sqlite3.connect(backup.path)) as copy:
            assert migrations.version_of(copy) == len(steps)
            assert "colour" not in columns(copy, "ticket")
        # a copy of the older version is brought up to date as it is restored
        review.restore(backup.path)
        assert review.execute("SELECT colour FROM ticket").fetchone() == ("red",)


def test_a_new_file_has_all_tables(plain: sqlite3.Connection) -> None:
    for model in TABLES:
        fields = [field.column_name for field in model._meta.sorted_fields]
        assert columns(plain, model._meta.table_name) == fields


def test_a_review_of_version_one_works_and_its_sources_stay_as_they_were_packed(tmp_path: Path) -> None:
    source, path = part(tmp_path / "part.md", [f"第 {n} 个问题" for n in range(20_000)]), tmp_path / "old.winnow"
    with Review.create(path) as review:
        import_paths(review, [source])
    data = source.read_bytes()
    pieces = [data[at : at + (1 << 20)] for at in range(0, len(data), 1 << 20)]
    assert len(pieces) > 2
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("DELETE FROM content")
        packed = [(1, 1, at, zlib.compress(piece, 1)) for at, piece in enumerate(pieces)]
        connection.executemany("INSERT INTO content VALUES (?, ?, ?, ?)", packed)
    make_older(path)
    with Review.open(path) as review:
        for model in TABLES:
            found = [row[1] for row in review.execute(f"PRAGMA table_info({model._meta.table_name})")]
            assert found == [field.column_name for field in model._meta.sorted_fields]
        assert review.execute("SELECT data FROM content").fetchone()[0] == packed[0][3]
        indexes = {row[0] for row in review.execute("SELECT name FROM sqlite_master WHERE tbl_name = 'ticket'")}
        assert "ticket_columns" in indexes
        assert "ticket_source_id_ordinal" not in indexes
        assert review.content(1) == data
        edits.set_category(review, [7], ("新的", "分类"))
        export(review, tmp_path / "out", "markdown")
        written = (tmp_path / "out" / "part.md").read_bytes().split(b"\n")
        old = data.split(b"\n")
        assert len(old) == len(written)
        assert sum(one != other for one, other in zip(old, written, strict=True)) == 1
