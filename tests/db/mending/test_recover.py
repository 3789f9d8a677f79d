"""A new review of what can be read of a damaged one: what is saved, from where, and what is said of it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

from db import edits, mending, sentences
from db.cli import main
from db.errors import Cancelled, ReviewError
from db.importing import import_paths
from db.review import Review
from db.values import Status, Step
from tests.db.edits.snapshot import snapshot
from tests.db.files import jsonl, part
from tests.faults import damage
from tests.faults.outcome import timed

Capture = pytest.CaptureFixture[str]
PAGE = 4096


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A closed review of two sources, with edits."""
    made = tmp_path / "r.winnow"
    data = tmp_path / "data"
    with Review.create(made, "lin") as review:
        import_paths(review, [part(data / "a.md", map(str, range(30))), jsonl(data / "b.jsonl", 30, 300)])
        edits.set_text(review, 4, "problem", "改过的")
        edits.set_status(review, [5, 35], Status.FLAGGED)
        edits.set_causes(review, [6], ["新原因"])
        edits.set_note(review, [7], "记")
        edits.undo(review)
    return made


def pages_of(path: Path, table: str) -> list[int]:
    """The pages of a table, its root first."""
    with Review.open(path, read_only=True) as review:
        root = review.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()[0]
        owners = review.execute("SELECT pageno FROM dbstat WHERE name = ?", (table,)).fetchall()
    return [root, *sorted(number for (number,) in owners if number != root)]


def wipe(path: Path, numbers: Iterable[int]) -> None:
    """Overwrite pages with zeros."""
    data = bytearray(path.read_bytes())
    for number in numbers:
        data[(number - 1) * PAGE : number * PAGE] = bytes(PAGE)
    path.write_bytes(data)


def taken(path: Path) -> object:
    """All that an edit may change, of a review that is sound."""
    with Review.open(path, read_only=True) as review:  # which makes no copy
        assert mending.check(review) == []
        tickets, originals, _ = snapshot(review)
        log = [(one.id, one.kind, one.undone, one.tickets) for one in edits.log(review, None)]
        return tickets, originals, log


def test_of_a_sound_review_all_is_taken(path: Path) -> None:
    before, data = taken(path), path.read_bytes()
    done = mending.recover(path)
    assert done.path == path.with_name("r-recovered.winnow")
    assert (done.tickets, done.sources, done.actions, done.ground) == (60, 2, 6, None)
    assert taken(done.path) == before
    assert path.read_bytes() == data
    assert mending.recover(path).path.name == "r-recovered-1.winnow"


def test_without_its_header_and_schema(path: Path) -> None:
    before = taken(path)
    wipe(path, {1})
    with pytest.raises(ReviewError, match="not_a_review"):
        Review.open(path)
    done = mending.recover(path)
    assert taken(done.path) == before
    assert "recover.header" in {one.code for one in done.said}


def test_without_the_map_of_its_pages(path: Path) -> None:
    before = taken(path)
    wipe(path, {2})
    assert taken(mending.recover(path).path) == before


def test_tickets_that_are_lost_are_read_again_and_their_edits_done_again(path: Path) -> None:
    before = taken(path)
    wipe(path, pages_of(path, "ticket"))
    done = mending.recover(path)
    assert taken(done.path) == before
    assert [one.data["n"] for one in done.said if one.code == "mended.reread"] == [60]


def test_the_log_is_lost_and_the_values_stay(path: Path) -> None:
    wipe(path, [*pages_of(path, "change"), *pages_of(path, "entry")])
    done = mending.recover(path)
    with Review.open(done.path) as review:
        assert mending.check(review) == []
        assert review.ticket(4).problem == "改过的"
        assert review.ticket(4).edited == ("problem",)
        assert review.ticket(5).status is Status.FLAGGED
        assert review.ticket(6).causes == ("新原因",)


def test_bytes_that_are_nowhere_become_a_source_of_what_is_known(path: Path, tmp_path: Path) -> None:
    wipe(path, pages_of(path, "content"))
    shutil.rmtree(tmp_path / "data")
    done = mending.recover(path)
    assert [one.code for one in done.said].count("mended.remade") == 2
    with Review.open(done.path) as review:
        assert mending.check(review) == []
        assert review.counts() == (60, 2)
        assert review.ticket(4).problem == "改过的"
        assert review.ticket(4).originals == {"problem": "3怎么办"}
        assert [source.format for source in review.sources()] == ["jsonl", "jsonl"]


def test_newer_edits_are_laid_over_the_backup(path: Path) -> None:
    with Review.open(path, "lin") as review:
        backup = review.back_up()
        edits.set_note(review, [10], "nach der Kopie")
        edits.set_status(review, [5], Status.REVIEWED)
    before = taken(path)
    wipe(path, pages_of(path, "ticket"))
    done = mending.recover(path)
    assert done.ground is not None
    assert done.ground.path == backup
    assert taken(done.path) == before
    assert [one.data["n"] for one in done.said if one.code == "recover.ground"] == [2]


def test_a_backup_is_ground_enough(path: Path) -> None:
    with Review.open(path) as review:
        review.back_up()
    before = taken(path)
    path.write_bytes(bytes(5000))
    assert taken(mending.recover(path).path) == before


def test_the_log_beside_the_file_is_read(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy" / path.name
    copy.parent.mkdir()
    with Review.open(path) as review:
        edits.set_note(review, [1], "im Log")
        for name in (path.name, f"{path.name}-wal"):
            shutil.copy(path.with_name(name), copy.parent)
    before = taken(path)
    log = copy.with_name(f"{path.name}-wal")
    assert log.stat().st_size > 5 * PAGE
    assert taken(mending.recover(copy).path) == before
    # SQLite reads no frame behind one that is damaged
    data = bytearray(log.read_bytes())
    data[32 + 24 + 100] ^= 1
    log.write_bytes(data)
    done = mending.recover(copy)
    assert [one.data["n"] for one in done.said if one.code == "recover.frames"] == [1]
    with Review.open(done.path) as review:
        assert review.ticket(1).note == "im Log"


def test_nothing_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "r.winnow"
    for data in (b"", b"text", bytes(100_000)):
        path.write_bytes(data)
        with pytest.raises(ReviewError, match=r"recover\.nothing"):
            mending.recover(path)
    with pytest.raises(ReviewError, match="missing"):
        mending.recover(tmp_path / "other.winnow")
    assert [file.name for file in tmp_path.iterdir()] == ["r.winnow"]


def test_a_name_that_is_taken_and_a_stop_leave_nothing(path: Path, tmp_path: Path) -> None:
    here = sorted(tmp_path.iterdir())
    with pytest.raises(ReviewError, match="exists"):
        mending.recover(path, path)

    def stop(step: Step) -> None:
        if step.stage == "index":
            raise Cancelled

    with pytest.raises(Cancelled):
        mending.recover(path, progress=stop)
    assert sorted(tmp_path.iterdir()) == here


def test_on_the_command_line(path: Path, tmp_path: Path, capsys: Capture) -> None:
    wipe(path, {1})
    out = tmp_path / "new.winnow"
    assert main(["recover", str(path), "--out", str(out), "--json"]) == 0
    said = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert said[-1] == {"recovered": str(out), "tickets": 60, "sources": 2, "actions": 6, "backup": None}
    assert all(one["text"] for one in said[:-1])
    assert main(["check", str(out)]) == 0
    assert main(["recover", str(path), "--out", str(out)]) == 1
    assert "already" in capsys.readouterr().err


def test_every_remedy_has_its_words() -> None:
    for code in sentences.REMEDIES:
        data = {"n": 2, "all": 9, "at": "", "changes": 3, "source": "a.md", "file": "a"}
        assert sentences.sentence(code, data)


def test_damaged_thirty_times() -> None:
    """The long form is ``python -m tests.faults --only damage``."""
    outcome = timed("damage", lambda one: damage.run(one, 28, 20))
    assert outcome.holds, outcome.broken
    assert outcome.extra["edits recovered"] > 0.7 * outcome.extra["all edits"]


def test_a_source_of_which_it_is_not_known_how_it_is_written(path: Path) -> None:
    """JSON that says nothing of a dialect: the bytes say it again."""
    before = taken(path)
    with Review.open(path, "lin") as review:
        review.execute("""UPDATE source SET dialect = '{"layout": {"replies": {"k?nd": 1}}}' WHERE id = 1""")
    shutil.rmtree(path.with_name(f"{path.name}-backups"))
    done = mending.recover(path)
    assert "mended.dialect" in [one.code for one in done.said]
    assert taken(done.path) == before
