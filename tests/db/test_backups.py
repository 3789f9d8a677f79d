"""Copies of a review: when they are made, how many stay, and how one comes back."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from db import backups, migrations
from db.errors import Cancelled, ReviewError
from db.review import Review, backups_of, replace_damaged
from db.values import Step
from tests.db.search.invented import insert


def add(review: Review, title: str) -> None:
    with review.transaction():
        insert(review, {"title": title}, 0)


def titles(review: Review) -> list[str]:
    return sorted(ticket.title for ticket in review.tickets())


def age(review: Review, by: timedelta) -> None:
    """Make all copies older."""
    for backup in review.backups():
        at = (datetime.fromisoformat(backup.at) - by).strftime("%Y%m%dT%H%M%S%fZ")
        backup.path.rename(backup.path.with_name(f"{at}-{backup.reason}.winnow"))


def test_a_copy_is_one_whole_review(review: Review) -> None:
    add(review, "证书过期")
    path = review.back_up()
    (backup,) = review.backups()
    assert (backup.path, backup.reason, backup.size) == (path, "asked", path.stat().st_size)
    assert abs(datetime.now(UTC) - datetime.fromisoformat(backup.at)) < timedelta(minutes=1)
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    with Review.open(path, read_only=True) as copy:
        assert titles(copy) == ["证书过期"]


def test_the_newest_ten_stay(review: Review) -> None:
    made = [review.back_up() for _ in range(13)]
    assert [backup.path for backup in review.backups()] == made[:2:-1]
    assert sorted(made[0].parent.iterdir()) == made[3:]


def test_restoring_puts_the_present_aside(review: Review) -> None:
    add(review, "first")
    backup = review.back_up()
    add(review, "second")
    with Review.open(review.path) as other:
        version = other.data_version()
        aside = review.restore(backup)
        assert titles(review) == titles(other) == ["first"]
        assert other.data_version() != version
    add(review, "third")
    assert titles(review) == ["first", "third"]
    assert review.backups()[0].path == aside
    assert review.backups()[0].reason == "restore"
    review.restore(aside)
    assert titles(review) == ["first", "second"]
    assert review.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_damaged_review_is_replaced_and_kept(review: Review) -> None:
    add(review, "first")
    backup = review.back_up()
    review.close()
    damaged = review.path.read_bytes()[:2000]
    review.path.write_bytes(damaged)
    with pytest.raises(ReviewError, match="corrupt"):
        Review.open(review.path)
    assert [one.path for one in backups_of(review.path)] == [backup]
    aside = replace_damaged(review.path, backup)
    assert aside.read_bytes() == damaged
    with Review.open(review.path) as mended:
        assert titles(mended) == ["first"]


def test_what_is_no_review_is_not_restored(review: Review, tmp_path: Path) -> None:
    add(review, "first")
    other = tmp_path / "other.winnow"
    other.write_text("text")
    for restore in (review.restore, lambda path: replace_damaged(review.path, path)):
        with pytest.raises(ReviewError, match="not_a_review"):
            restore(other)
    assert titles(review) == ["first"]


def test_a_newer_copy_is_not_restored(review: Review) -> None:
    add(review, "first")
    backup = review.back_up()
    with closing(sqlite3.connect(backup)) as copy:
        copy.execute(f"PRAGMA user_version = {migrations.VERSION + 1}")
    with pytest.raises(ReviewError, match="newer"):
        review.restore(backup)
    assert titles(review) == ["first"]


def test_opening_makes_a_copy_a_day(review: Review) -> None:
    add(review, "first")
    for days, copies in ((0, 1), (0, 1), (0.9, 1), (0.2, 2), (3, 3)):
        age(review, timedelta(days=days))
        with Review.open(review.path):
            pass
        assert [backup.reason for backup in review.backups()] == ["open"] * copies


def test_nothing_is_copied_of_an_empty_or_read_only_review(review: Review) -> None:
    Review.open(review.path).close()
    add(review, "first")
    Review.open(review.path, read_only=True).close()
    assert review.backups() == []


def test_a_daily_copy_that_fails_stops_nobody(review: Review) -> None:
    add(review, "first")
    backups.folder_of(review.path).write_text("a file where the folder should be")
    with Review.open(review.path) as opened:
        assert titles(opened) == ["first"]
        assert opened.backup_problem is not None
        assert opened.backup_problem.code == "review.backup_failed"


def test_a_copy_can_be_cancelled(review: Review, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backups, "PAGES", 4)
    add(review, "first")
    steps: list[Step] = []

    def stop(step: Step) -> None:
        steps.append(step)
        if len(steps) == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        review.back_up(progress=stop)
    assert [step.stage for step in steps] == ["backup"] * 3
    assert steps[0].done < steps[1].done < steps[2].total
    assert list(backups.folder_of(review.path).iterdir()) == []


def test_the_oldest_of_ten_can_be_restored(review: Review) -> None:
    add(review, "first")
    oldest, *_ = [review.back_up() for _ in range(backups.KEPT)]
    add(review, "second")
    review.restore(oldest)
    assert titles(review) == ["first"]
    assert oldest.exists()


def test_what_a_killed_copy_left_goes(review: Review) -> None:
    made = review.back_up()
    halves = [made.with_name(f"20260101T000000000000Z-asked.part{end}") for end in ("", "-journal")]
    young = made.with_name("20260102T000000000000Z-asked.part")
    for file in (*halves, young):
        file.write_bytes(b"half")
    for file in halves:
        os.utime(file, (1, 1))
    new = review.back_up()
    assert sorted(made.parent.iterdir()) == sorted([young, made, new])


def test_a_clock_that_was_moved_back_takes_no_new_copy_for_an_old_one(review: Review) -> None:
    add(review, "first")
    for day in range(backups.KEPT):
        copy = review.back_up()
        copy.rename(copy.with_name(f"209901{day + 10}T000000000000Z-asked.winnow"))  # the clock was ahead
    for _ in range(3):
        made = review.back_up()
        assert made.exists()
        assert review.backups()[0].path == made
    assert len(review.backups()) == backups.KEPT


def test_a_clock_that_was_moved_back_does_not_stop_the_daily_copy(review: Review) -> None:
    add(review, "first")
    ahead = review.back_up()
    future = (datetime.now(UTC) + timedelta(days=400)).timestamp()
    os.utime(ahead, (future, future))
    age(review, timedelta(days=-400))
    for days, copies in ((0, 2), (0, 2), (2, 3), (0, 3)):
        for backup in review.backups()[: copies - 1]:
            os.utime(backup.path, (at := backup.path.stat().st_mtime - days * 86400, at))
        Review.open(review.path).close()
        assert len(review.backups()) == copies
