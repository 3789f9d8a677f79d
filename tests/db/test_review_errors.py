"""A file that cannot be used is refused with a code that has a sentence; nothing of it changes."""

from __future__ import annotations

import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest

from db import connection, edits, migrations, sentences, soundness
from db.errors import ReviewError
from db.review import Review
from db.search import Finder, index, parse
from db.values import Status
from tests.db.search.invented import insert


def refused(path: Path, read_only: bool = False) -> str:
    """The code with which opening is refused; it has a sentence that names the file."""
    with pytest.raises(ReviewError) as caught:
        Review.open(path, read_only=read_only)
    assert str(path) in sentences.error(caught.value)
    return caught.value.code


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    """A review with some tickets that nobody has open."""
    path = tmp_path / "tickets.winnow"
    with Review.create(path) as review, review.transaction():
        for ordinal in range(200):
            insert(review, {"title": f"ticket {ordinal}", "problem": "问题" * 100}, ordinal)
    return path


def overflow(review: Review) -> None:
    """Write more than the disk holds."""
    with review.transaction():
        review.set_setting("during", "1")
        for ordinal in range(5000):
            insert(review, {"title": "x", "problem": "问题" * 500}, ordinal)


def test_no_file(tmp_path: Path) -> None:
    assert refused(tmp_path / "none.winnow") == "review.missing"


def test_a_folder(tmp_path: Path) -> None:
    assert refused(tmp_path) == "review.not_a_review"


@pytest.mark.parametrize("content", [b"", b"## a ticket\n" * 20, b"SQLite database"], ids=["empty", "text", "short"])
def test_not_a_review(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.winnow"
    path.write_bytes(content)
    assert refused(path) == "review.not_a_review"
    assert path.read_bytes() == content


def test_a_database_of_another_program(tmp_path: Path) -> None:
    path = tmp_path / "a.winnow"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE ticket(id)")
    assert refused(path) == "review.not_a_review"


def test_a_newer_review(closed: Path) -> None:
    with closing(sqlite3.connect(closed)) as other:
        other.execute(f"PRAGMA user_version = {migrations.VERSION + 1}")
    assert refused(closed) == refused(closed, read_only=True) == "review.newer"


def test_cut_in_the_middle(closed: Path) -> None:
    whole = closed.read_bytes()
    for size in (60, 5000, len(whole) // 2):
        closed.write_bytes(whole[:size])
        assert refused(closed) == "review.corrupt"


def test_a_damaged_review_is_not_said_to_have_a_backup(closed: Path) -> None:
    closed.write_bytes(closed.read_bytes()[:5000])
    with pytest.raises(ReviewError) as caught:
        Review.open(closed)
    said = sentences.error(caught.value)
    assert "recover" in said
    assert "if there is one" in said


def test_damage_that_is_met_later(closed: Path) -> None:
    data = bytearray(closed.read_bytes())
    data[len(data) // 3 : -4096] = b"\xa5" * len(data[len(data) // 3 : -4096])
    closed.write_bytes(data)
    # with suppress: where the damage lies in the first pages it is met on opening already
    with suppress(ReviewError), Review.open(closed) as review:
        with pytest.raises(ReviewError) as caught:
            list(review.tickets())
        assert caught.value.code == "review.corrupt"
        assert "check.integrity" in {problem.code for problem in review.check()}


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ('"setting" ("key"', '"setting" ("kez"'),
        ('CREATE TABLE "entry"', 'CREATE TABLE "entrz"'),
        ("tokenize", "uokenize"),
        ('"status"', '"stauus"'),
    ],
)
def test_tables_that_have_lost_their_names(closed: Path, name: str, other: str) -> None:
    """SQLite only sees that a table or a column is not there: that is damage, and is told as such."""
    with Review.open(closed) as review:
        index.ensure(review)
    whole = closed.read_bytes()
    assert name.encode() in whole
    closed.write_bytes(whole.replace(name.encode(), other.encode()))
    assert codes_of_all_that_is_done(closed) == {"review.corrupt"}


def codes_of_all_that_is_done(path: Path) -> set[str]:
    """The codes with which opening and using a damaged review is refused."""
    try:
        review = Review.open(path)
    except ReviewError as exc:
        return {exc.code}
    codes = set()
    with review:
        found = soundness.quick_check(review)
        assert [sentences.summary(one) for one in found] == ["Part of the file cannot be read any more."]
        for deed in (
            lambda: list(review.tickets()),
            lambda: edits.set_status(review, [1], Status.REVIEWED),
            lambda: edits.set_note(review, [1], "a note"),
            lambda: edits.log(review, None),
            lambda: Finder(review).find(parse("ticket")),
        ):
            try:
                deed()
            except ReviewError as exc:
                codes.add(exc.code)
    return codes


def test_a_file_that_says_it_is_older_than_it_is(closed: Path) -> None:
    with closing(sqlite3.connect(closed)) as plain:
        plain.execute("PRAGMA user_version = 1")
    assert refused(closed) == "review.corrupt"


def test_a_busy_review_says_so_after_a_while(closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "PATIENCE", 0.1)
    with Review.open(closed) as first, Review.open(closed) as second, first.transaction():
        with pytest.raises(ReviewError) as caught:
            second.set_setting("a", "b")
        assert caught.value.code == "review.busy"
        assert second.setting("a") is None
        first.set_setting("a", "c")


def test_a_review_that_vanished(closed: Path) -> None:
    with Review.open(closed) as review:
        gone = closed.with_name("elsewhere.winnow")
        closed.rename(gone)
        with pytest.raises(ReviewError) as caught:
            review.set_setting("a", "b")
        assert caught.value.code == "review.vanished"
        gone.rename(closed)
        review.set_setting("a", "b")


def test_another_file_under_its_name(closed: Path) -> None:
    with Review.open(closed) as review:
        copy = closed.with_name("copy.winnow")
        copy.write_bytes(closed.read_bytes())
        copy.replace(closed)
        with pytest.raises(ReviewError) as caught:
            review.set_setting("a", "b")
        assert caught.value.code == "review.vanished"


def test_a_name_that_is_taken(closed: Path) -> None:
    before = closed.read_bytes()
    with pytest.raises(ReviewError) as caught:
        Review.create(closed)
    assert caught.value.code == "review.exists"
    assert closed.read_bytes() == before


def test_no_folder(tmp_path: Path) -> None:
    with pytest.raises(ReviewError) as caught:
        Review.create(tmp_path / "none" / "a.winnow")
    assert caught.value.code == "review.no_folder"


def test_a_file_system_that_cannot_be_written(closed: Path, small_disk: Path) -> None:
    path = small_disk / closed.name
    path.write_bytes(closed.read_bytes())
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    assert refused(path) == "review.read_only"
    with Review.open(path, read_only=True) as review:
        assert len(list(review.tickets())) == 200
    with pytest.raises(ReviewError) as caught:
        Review.create(small_disk / "new.winnow")
    assert caught.value.code == "review.read_only"


def test_a_full_disk_while_writing(closed: Path, small_disk: Path) -> None:
    path = small_disk / closed.name
    path.write_bytes(closed.read_bytes())
    with Review.open(path) as review:
        review.set_setting("before", "1")
        with pytest.raises(ReviewError) as caught:
            overflow(review)
        assert caught.value.code == "review.full"
        assert (review.setting("before"), review.setting("during")) == ("1", None)
        assert review.counts() == (200, 0)
        assert review.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_full_disk_while_backing_up(closed: Path, small_disk: Path) -> None:
    path = small_disk / closed.name
    path.write_bytes(closed.read_bytes())
    (small_disk / "filler").write_bytes(bytes((2 << 20) - path.stat().st_size - 150_000))
    with Review.open(path) as review:
        with pytest.raises(ReviewError) as caught:
            review.back_up()
        assert caught.value.code == "review.full"
        assert review.backups() == []
        assert review.counts() == (200, 0)


def test_not_allowed_to_read(closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def deny(*_: object) -> None:
        raise PermissionError(13, "denied")

    monkeypatch.setattr(Path, "open", deny)
    assert refused(closed) == "review.unreadable"


@pytest.mark.parametrize("fetch", [list, lambda rows: rows.fetchall(), lambda rows: [rows.fetchone() for _ in "ab"]])
def test_a_disk_that_fails_while_rows_are_fetched(closed: Path, fetch: Callable[[sqlite3.Cursor], object]) -> None:
    data = bytearray(closed.read_bytes())
    size = int.from_bytes(data[16:18])
    with Review.open(closed) as review:
        first = review.execute("SELECT rootpage FROM sqlite_master WHERE name = 'ticket'").fetchone()[0]
    data[(first - 1) * size + 100 : first * size] = b"\xa5" * (size - 100)
    closed.write_bytes(data)
    with Review.open(closed) as review:
        # made by the first step, failing at a later one, or at the first already: the user's error either way
        with pytest.raises(ReviewError) as caught:
            fetch(review.execute("SELECT 1 UNION ALL SELECT length(problem) FROM ticket"))
        assert caught.value.code == "review.corrupt"
