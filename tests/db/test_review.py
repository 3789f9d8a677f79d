"""The door to a review file: what it is known by, transactions, records read out, small facts."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing, suppress
from pathlib import Path

import pytest

from db.connection import APPLICATION_ID
from db.errors import ReviewError
from db.migrations import VERSION
from db.models import Setting
from db.review import Review, review_path_for
from db.values import Status, Turn
from tests.db.search.invented import insert


def fill(review: Review, *tickets: dict[str, object]) -> list[int]:
    with review.transaction():
        return [insert(review, ticket, ordinal) for ordinal, ticket in enumerate(tickets)]


def test_a_review_is_known_by_its_first_bytes(review: Review) -> None:
    head = review.path.read_bytes()[:100]
    assert head.startswith(b"SQLite format 3")
    assert head[68:72] == b"WINW" == APPLICATION_ID.to_bytes(4)
    assert review.execute("PRAGMA user_version").fetchone() == (VERSION,)


def test_commits_are_on_the_disk_and_references_hold(review: Review) -> None:
    pragmas = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
    assert [review.execute(f"PRAGMA {name}").fetchone()[0] for name in pragmas] == ["wal", 2, 1, 10_000]


def test_a_new_review_appears_whole_and_alone(tmp_path: Path) -> None:
    with Review.create(tmp_path / "new.winnow") as review:
        assert review.counts() == (0, 0)
    assert [file.name for file in tmp_path.iterdir()] == ["new.winnow"]


def test_opening_what_was_created(tmp_path: Path) -> None:
    path = tmp_path / "new.winnow"
    for name in ("lin", "wang"):
        with Review.open_or_create(path, reviewer=name) as review:
            assert review.reviewer == name
            assert review.setting("opened by") == (None if name == "lin" else "lin")
            review.set_setting("opened by", name)


def test_a_transaction_that_fails_leaves_nothing(review: Review) -> None:
    def fail() -> None:
        with review.transaction():
            review.set_setting("one", "1")
            review.set_setting("two", str(1 // 0))

    with pytest.raises(ZeroDivisionError):
        fail()
    assert review.setting("one") is None
    with review.transaction():
        review.set_setting("one", "1")
    assert review.setting("one") == "1"


def test_a_transaction_within_joins_the_outer_one(review: Review) -> None:
    with Review.open(review.path) as other, review.transaction():
        with review.transaction():
            review.set_setting("one", "1")
        assert other.setting("one") is None
        review.set_setting("two", "2")
    assert review.setting("one") == "1"


def test_the_failure_of_a_transaction_within_cannot_be_passed_over(review: Review) -> None:
    def pass_over() -> None:
        with review.transaction():
            review.set_setting("one", "1")
            with suppress(ZeroDivisionError), review.transaction():
                review.set_setting("two", str(1 // 0))

    with pytest.raises(RuntimeError, match="failed"):
        pass_over()
    assert review.setting("one") is None


def test_another_thread_is_refused(review: Review) -> None:
    seen: list[Exception] = []

    def read() -> None:
        try:
            review.execute("SELECT 1")
        except RuntimeError as exc:
            seen.append(exc)

    thread = threading.Thread(target=read)
    thread.start()
    thread.join()
    assert "thread" in str(seen[0])


def test_the_others_writes_are_noticed(review: Review) -> None:
    before = review.data_version()
    review.set_setting("mine", "1")
    assert review.data_version() == before
    with Review.open(review.path) as other:
        other.set_setting("theirs", "1")
    assert review.data_version() != before


def test_rows_come_in_the_order_asked(review: Review) -> None:
    ids = fill(
        review,
        {"title": "证书过期", "category": "CDN｜证书问题", "replies": ["请续期", "好了"], "status": 1},
        {"title": "无法上传", "edited": 4},
        {"title": "余额不足", "note": "看过"},
    )
    rows = review.rows([ids[2], 999, ids[0], ids[1]])
    assert [row.title for row in rows] == ["余额不足", "证书过期", "无法上传"]
    assert [row.category for row in rows] == [(), ("CDN", "证书问题"), ()]
    assert [row.status for row in rows] == [Status.UNREVIEWED, Status.REVIEWED, Status.UNREVIEWED]
    assert [(row.edited, row.has_note, row.turns) for row in rows] == [
        (False, True, 0),
        (False, False, 2),
        (True, False, 0),
    ]


def test_a_whole_ticket(review: Review) -> None:
    (number,) = fill(
        review,
        {
            "title": "证书过期",
            "category": "CDN",
            "conversation": ["过期了"],
            "causes": ["证书", "配置"],
            "edited": 0b001010,
        },
    )
    original = json.dumps([["customer", "旧"]])
    with review.transaction():
        review.execute("INSERT INTO original VALUES (?, 'category', '对象存储｜上传')", (number,))
        review.execute("INSERT INTO original VALUES (?, 'replies', ?)", (number, original))
    ticket = review.ticket(number)
    assert (ticket.title, ticket.category, ticket.causes) == ("证书过期", ("CDN",), ("证书", "配置"))
    assert ticket.conversation == ticket.thread == (Turn(None, "过期了"),)
    assert ticket.edited == ("category", "replies")
    assert ticket.originals == {"category": "对象存储｜上传", "replies": (Turn("customer", "旧"),)}


def test_no_ticket_of_that_id(review: Review) -> None:
    with pytest.raises(KeyError):
        review.ticket(7)


def test_all_tickets_that_are_shown_by_source_and_position(review: Review) -> None:
    many = [{"title": f"t{n}", "ordinal": 1200 - n} for n in range(1200)]
    fill(review, *many, {"title": "parked", "parked": 1}, {"title": "half read", "source": "new.md", "ready": 0})
    assert [ticket.title for ticket in review.tickets()] == [f"t{n}" for n in reversed(range(1200))]
    assert review.counts() == (1200, 0)


def test_saved_views(review: Review) -> None:
    review.save_view("flagged", "is:flagged")
    review.save_view("证书", "证书")
    review.save_view("flagged", "is:flagged -退款")
    assert review.saved_views() == [("flagged", "is:flagged -退款"), ("证书", "证书")]
    review.delete_view("flagged")
    assert review.saved_views() == [("证书", "证书")]


def test_synonyms_and_settings(review: Review) -> None:
    review.add_synonym("问题现象", "problem")
    review.add_synonym("处理结果", "replies")
    assert review.synonyms() == {"问题现象": "problem", "处理结果": "replies"}
    assert review.setting("none", "default") == "default"
    review.set_setting("none", "some")
    review.set_setting("none", None)
    assert review.setting("none") is None


def test_reading_only(review: Review) -> None:
    fill(review, {"title": "证书过期"})
    with Review.open(review.path, read_only=True) as reader:
        assert [ticket.title for ticket in reader.tickets()] == ["证书过期"]
        with pytest.raises(ReviewError) as caught:
            reader.set_setting("a", "b")
        assert caught.value.code == "review.read_only"
        with pytest.raises(ReviewError) as caught:
            reader.execute("DELETE FROM ticket")
        assert caught.value.code == "review.read_only"


def test_two_writers_take_turns(review: Review) -> None:
    """A writer that finds another at work waits for it, and neither hears of a lock."""
    done = threading.Event()

    def write() -> None:
        with Review.open(review.path) as other:
            for _ in range(60):
                with other.transaction():
                    value = int(other.setting("n", "0") or 0)
                    other.set_setting("n", str(value + 1))
        done.set()

    thread = threading.Thread(target=write)
    thread.start()
    for _ in range(60):
        with review.transaction():
            value = int(review.setting("n", "0") or 0)
            review.set_setting("n", str(value + 1))
    thread.join()
    assert done.is_set()
    assert review.setting("n") == "120"


def test_where_a_review_belongs(tmp_path: Path) -> None:
    folder = tmp_path / "batch 7"
    folder.mkdir()
    files = [folder / "part-1.md", folder / "part-2.md"]
    for file in files:
        file.write_text("")
    assert review_path_for(files[:1]) == folder / "part-1.winnow"
    assert review_path_for(files) == review_path_for([folder]) == folder / "batch 7.winnow"


def test_where_a_review_belongs_if_the_data_cannot_be_written(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = []
    for name in ("a", "b"):
        folder = tmp_path / name / "tickets"
        folder.mkdir(parents=True)
        monkeypatch.setattr("db.newfile.os.access", lambda *_: False)
        paths.append(review_path_for([folder]))
    assert paths[0] != paths[1]
    assert all(path.is_relative_to(home) and path.parent.is_dir() for path in paths)


def test_a_statement_that_is_wrong_is_our_fault(review: Review) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        review.execute("SELECT * FROM nowhere")


def test_closing_twice(tmp_path: Path) -> None:
    review = Review.create(tmp_path / "a.winnow")
    review.close()
    review.close()
    with closing(sqlite3.connect(review.path)) as plain:
        assert plain.execute("SELECT count(*) FROM ticket").fetchone() == (0,)


def test_a_twin_leaves_the_locks_of_the_first_alone(review: Review) -> None:
    """Else another program takes the review for closed and removes its log, and what it writes is not seen here."""
    found: list[object] = []

    def look() -> None:
        with review.twin() as twin:
            found.append((twin.read_only, twin.setting("colour")))

    review.set_setting("colour", "red")
    thread = threading.Thread(target=look)
    thread.start()
    thread.join()
    assert found == [(True, "red")]
    code = "import sys; from pathlib import Path; from db.review import Review\n"
    code += "with Review.open(Path(sys.argv[1])) as review: review.set_setting('colour', 'blue')"
    subprocess.run([sys.executable, "-c", code, str(review.path)], check=True, cwd=Path(__file__).resolve().parents[2])
    assert review.setting("colour") == "blue"
    assert all(review.path.with_name(review.path.name + end).exists() for end in ("-wal", "-shm"))


def test_models_ask_the_open_file(review: Review) -> None:
    review.set_setting("colour", "red")
    assert [row.value for row in Setting.select().where(Setting.key == "colour").execute(review.database)] == ["red"]
