"""What `check --repair` puts right: each thing made wrong on purpose is found, mended, and stays mended."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from db import edits, mending, sentences
from db.cli import main
from db.drift import apply_drift, comparing
from db.edits import deciding
from db.errors import Cancelled, ReviewError
from db.importing import import_paths
from db.review import Review
from db.search import Finder, index, parse
from db.values import Status, Step
from tests.db.edits.snapshot import snapshot
from tests.db.files import jsonl, part

Capture = pytest.CaptureFixture[str]

WRONG = {
    "a span": "UPDATE ticket SET spans = (SELECT spans FROM ticket WHERE id = 2) WHERE id = 1",
    "a span that is none": "UPDATE ticket SET spans = x'FF00' WHERE id = 1",
    "a value that nobody edited": "UPDATE ticket SET problem = 'other' WHERE id = 1",
    "replies that are no JSON": "UPDATE ticket SET replies = '[[\"' WHERE id = 4",
    "a value that was edited": "UPDATE ticket SET root_cause = 'other' WHERE id = 3",
    "a status": "UPDATE ticket SET status = 1 WHERE id = 1",
    "a status that is none": "UPDATE ticket SET status = 77 WHERE id = 1",
    "a note": "UPDATE ticket SET note = '' WHERE id = 5",
    "an original": "UPDATE original SET value = 'other'",
    "all originals": "DELETE FROM original",
    "marks of edits": "UPDATE ticket SET edited = 0",
    "marks of what was not edited": "UPDATE ticket SET edited = 1 WHERE id = 2",
    "a category": "DELETE FROM category WHERE path = 'CDN｜证书问题'",
    "a root cause": "DELETE FROM cause WHERE name = '证书过期'",
    "a ticket": "DELETE FROM ticket WHERE id = 2",
    "all tickets of a source": "DELETE FROM ticket WHERE source_id = 2",
    "bytes": "UPDATE content SET data = x'28b52ffd00' WHERE source_id = 1",
    "a decision": "DELETE FROM decided",
    "the text index": "DELETE FROM ticket_text_data WHERE id > 10",
}


@pytest.fixture
def filled(review: Review, tmp_path: Path) -> Review:
    """A review of two sources, with edits of every kind and a decision."""
    import_paths(review, [part(tmp_path / "part.md", ["a", "b", "c"]), jsonl(tmp_path / "part.jsonl", 3)])
    edits.set_causes(review, [3], ["缓存"])
    edits.set_text(review, 4, "problem", "改过的")
    edits.set_category(review, [6], ("存储", "上传"))
    edits.set_status(review, [1], Status.FLAGGED)
    edits.set_note(review, [5], "记一下")
    with review.transaction():
        deciding.write(review, edits.last_entry(review), {"ab": '{"code": "keep"}'})
    assert mending.check(review) == []
    return review


def spoil(review: Review, statement: str) -> None:
    """Change the tables behind the back of everything."""
    review.execute("PRAGMA foreign_keys = 0")
    review.execute(statement)
    review.execute("PRAGMA foreign_keys = 1")


@pytest.mark.parametrize("what", WRONG)
def test_what_is_wrong_is_put_right(filled: Review, what: str) -> None:
    tickets, originals, columns = snapshot(filled)
    spoil(filled, WRONG[what])
    assert mending.check(filled), "found"
    done = mending.repair(filled)
    assert done
    for one in done:
        assert sentences.summary(one)
    assert mending.check(filled) == []
    assert filled.backups()[0].reason == "repair"
    now = snapshot(filled)
    assert (now[0], now[1]) == (tickets, originals)
    assert [row[2:] for row in now[2]] == [row[2:] for row in columns]  # type: ignore[index]
    for word, n in (("改过", 1), ("缓存", 1), ("怎么办", 3 + 2)):
        assert len(Finder(filled).find(parse(word))) == n
    assert mending.repair(filled) == [], "nothing is left to do"


def test_a_ticket_that_the_index_misses(filled: Review) -> None:
    with filled.transaction():
        index.remove(filled, index.stored(filled, "WHERE id = 2"))
    assert filled.check() == []
    assert [one.code for one in mending.check(filled)] == ["check.not_indexed"]
    assert [one.code for one in mending.repair(filled)] == ["mended.copy", "mended.index"]
    assert mending.check(filled) == []


def test_a_text_that_was_changed_behind_the_index(filled: Review) -> None:
    """The log leads to it, but it is not found."""
    spoil(filled, "UPDATE ticket SET note = '另外的' WHERE id = 5")
    spoil(filled, "UPDATE change SET after = '另外的' WHERE field = 'note'")
    assert [(one.code, one.data["ticket"]) for one in mending.check(filled)] == [("check.not_indexed", 5)]
    mending.repair(filled)
    assert list(Finder(filled).find(parse("另外"))) == [5]


def test_undo_goes_on_after_a_repair(filled: Review) -> None:
    spoil(filled, "DELETE FROM ticket WHERE id IN (3, 4)")
    mending.repair(filled)
    edits.undo(filled)  # the note
    edits.undo(filled)
    edits.undo(filled)
    assert filled.ticket(6).category == ("CDN", "类 3")
    edits.undo(filled)
    assert filled.ticket(4).edited == ()
    assert mending.check(filled) == []


def test_a_sound_review_is_left_alone(filled: Review) -> None:
    before = (snapshot(filled), edits.last_entry(filled))
    assert mending.repair(filled) == []
    assert (snapshot(filled), edits.last_entry(filled)) == before
    assert [one.reason for one in filled.backups()] == []


def test_a_repair_that_is_stopped_changes_nothing(filled: Review) -> None:
    spoil(filled, "UPDATE ticket SET problem = 'other' WHERE id = 1")

    def stop(step: Step) -> None:
        if step.stage == "index":
            raise Cancelled

    with pytest.raises(Cancelled):
        mending.repair(filled, stop)
    assert filled.ticket(1).problem == "other"
    assert filled.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_bytes_that_are_nowhere(filled: Review, tmp_path: Path) -> None:
    """They are found on the disk, or in a backup; else they stay wrong, and that is said."""
    filled.back_up()
    spoil(filled, "UPDATE content SET data = x'28b52ffd00' WHERE source_id = 1")
    (tmp_path / "part.md").write_text("another file", encoding="utf-8")
    assert [one.code for one in mending.repair(filled)] == ["mended.copy", "mended.from_backup"]
    for copy in filled.backups():
        copy.path.unlink()
    spoil(filled, "UPDATE content SET data = x'28b52ffd00' WHERE source_id = 1")
    mending.repair(filled)
    assert [one.code for one in mending.check(filled)] == ["check.bytes"]


def test_a_file_that_is_damaged_itself_is_not_repaired(filled: Review) -> None:
    path = filled.path
    filled.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    root = filled.execute("SELECT rootpage FROM sqlite_master WHERE name = 'change'").fetchone()[0]
    filled.close()
    data = bytearray(path.read_bytes())
    data[(root - 1) * 4096 : root * 4096] = bytes(4096)
    path.write_bytes(data)
    with Review.open(path) as damaged, pytest.raises(ReviewError, match="corrupt"):
        mending.repair(damaged)


@pytest.mark.parametrize("what", ["a status", "a note", "all originals", "bytes", "the text index", "a ticket"])
def test_the_quick_form_sees_it(filled: Review, what: str) -> None:
    assert mending.quick_check(filled) == []
    spoil(filled, {**WRONG, "bytes": "DELETE FROM content", "a ticket": "DELETE FROM source"}[what])
    assert mending.quick_check(filled)


def test_on_the_command_line(filled: Review, capsys: Capture) -> None:
    path = str(filled.path)
    spoil(filled, "UPDATE ticket SET problem = 'other' WHERE id = 1")
    assert main(["check", path]) == 1
    assert main(["check", path, "--quick"]) == 1
    capsys.readouterr()
    assert main(["check", path, "--repair", "--json"]) == 0
    said = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {one["code"] for one in said} == {"mended.copy", "mended.value", "mended.index"}
    assert said[0]["data"]["file"] == filled.backups()[0].path.name
    assert main(["check", path, "--repair"]) == 0


def test_an_index_whose_format_is_lost(filled: Review) -> None:
    """SQLite asks for a rebuild in words of its own; that is the index, and nothing else."""
    spoil(filled, "UPDATE ticket_text_config SET v = 0 WHERE k = 'version'")
    with Review.open(filled.path) as again:
        assert [one.code for one in mending.quick_check(again)] == ["check.index"]
        assert [one.code for one in mending.check(again)] == ["check.index"]
        assert "mended.index" in [one.code for one in mending.repair(again)]
        assert mending.check(again) == []


def test_a_source_of_two_versions_is_sound(filled: Review, tmp_path: Path) -> None:
    """The pieces of each version are counted by themselves."""
    apply_drift(filled, comparing(filled, part(tmp_path / "part.md", ["a", "b", "c", "d"])))
    assert filled.execute("SELECT count(DISTINCT version) FROM content WHERE source_id = 1").fetchone() == (2,)
    assert mending.check(filled) == []
    assert mending.quick_check(filled) == []
    filled.execute("DELETE FROM content WHERE source_id = 1 AND version = 2")
    filled.execute("UPDATE content SET sequence = 1 WHERE source_id = 1")
    assert [one.code for one in mending.quick_check(filled)] == ["check.bytes"]
