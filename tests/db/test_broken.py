"""What a hostile but honest user does: broken text, odd names, odd numbers. A sentence each time, and nothing lost."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from db import cli, connection, edits, newfile
from db.cli import main
from db.drift import apply_drift, changed_sources, comparing
from db.errors import EditError, QueryError, ReviewError
from db.exporting import export
from db.importing import import_paths
from db.review import Review
from db.search import Finder, parse
from db.values import CONVERSATION, REPLIES, Turn
from tests.db.files import jsonl, part

ROOT = Path(__file__).resolve().parents[2]
Capture = pytest.CaptureFixture[str]
needs_bytes_in_names = pytest.mark.skipif(sys.platform != "linux", reason="names of files are Unicode there")
NO_TEXT = "证书\udcff过期"


@pytest.fixture
def path(tmp_path: Path, capsys: Capture) -> Path:
    """A review of three tickets."""
    review = tmp_path / "r.winnow"
    assert main(["import", str(review), str(part(tmp_path / "data" / "a.md", ["甲", "乙", "丙"]))]) == 0
    capsys.readouterr()
    return review


@pytest.mark.parametrize("option", ["--category", "--root-cause", "--note", "--reviewer"])
def test_a_byte_that_is_no_character_is_refused(path: Path, option: str, capsys: Capture) -> None:
    assert main(["edit", str(path), "1", f"{option}={NO_TEXT}", "--status", "reviewed"]) == 2
    assert "is no character" in capsys.readouterr().err
    with Review.open(path) as review:
        assert review.counts() == (3, 0)
        assert review.check() == []


@pytest.mark.parametrize(
    "query", ["finding:\ud800", "cat:\ud800", "by:\ud800", "source:\ud800", "\ud800", '"\ud800\ud800"']
)
def test_half_a_character_is_looked_for(path: Path, query: str) -> None:
    assert main(["list", str(path), query]) in (0, 2)


def test_a_text_with_half_a_character_is_refused(path: Path) -> None:
    with Review.open(path) as review:
        with pytest.raises(EditError, match="no_text"):
            edits.set_note(review, [1], "\ud800")
        with pytest.raises(EditError, match="no_text"):
            edits.add_cause(review, [1, 2, 3], "\ud800")
        assert edits.last_entry(review) == 1
        assert review.check() == []


def test_a_pattern_that_calls_itself(path: Path) -> None:
    with Review.open(path) as review, pytest.raises(QueryError, match="pattern_slow"):
        Finder(review).find(parse("re:/(?R)/"))


@needs_bytes_in_names
def test_a_file_whose_name_is_no_text(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    source = Path(os.fsdecode(os.fsencode(folder) + b"/\xd6\xa4\xff.md"))
    part(source, ["甲", "乙"])
    with Review.create(tmp_path / "r.winnow") as review:
        assert not import_paths(review, [folder]).problems
        assert [one.outcome for one in import_paths(review, [folder]).reports] == ["already"]
        part(source, ["甲", "丙"])
        assert [one.stand for one in changed_sources(review)] == ["changed"]
        (drift,) = import_paths(review, [folder]).drifts
        apply_drift(review, drift)
        assert [one.outcome for one in import_paths(review, [folder]).reports] == ["already"]
        assert review.check() == []
        done = export(review, tmp_path / "out", "markdown")
        assert done.files[0].read_bytes() == source.read_bytes()
        with pytest.raises(Exception, match="over_source"):
            export(review, source, "jsonl")


def test_a_source_with_the_longest_name(tmp_path: Path) -> None:
    source = part(tmp_path / "data" / f"{'长' * 83}.md", ["甲"])
    with Review.create(tmp_path / "r.winnow") as review:
        import_paths(review, [source])
        done = export(review, tmp_path / "out", "markdown")
        assert done.files[0].read_bytes() == source.read_bytes()
        edits.set_category(review, [1], ("CDN", "配置"))
        assert len(export(review, source.parent, "markdown", overwrite_sources=True).copies) == 1


def test_names_that_no_disk_takes(path: Path, tmp_path: Path, capsys: Capture) -> None:
    long = str(tmp_path / ("长" * 200))
    assert main(["export", str(path), long, "--format", "jsonl"]) == 1
    assert main(["export", str(path), long, "--format", "markdown"]) == 1
    assert main(["import", f"{long}.winnow", str(tmp_path / "data")]) == 1
    assert main(["import", str(path), f"{long}.md"]) == 1
    assert capsys.readouterr().err.count("winnow: ") == 4


def test_a_link_to_itself(path: Path, tmp_path: Path, capsys: Capture) -> None:
    loop = tmp_path / "loop.md"
    loop.symlink_to(loop)
    assert main(["import", str(path), str(loop)]) == 1
    assert "loop.md" in capsys.readouterr().err


@pytest.mark.parametrize("number", ["-3", "9" * 40, "x", "²"])
def test_a_limit_is_a_number(path: Path, number: str) -> None:
    assert main(["log", str(path), f"--limit={number}"]) == 2


def test_turns_are_kept_as_they_will_be_read(path: Path) -> None:
    told = [Turn(None, " \u00a0好\n"), Turn(None, "\n"), Turn(None, "再见 ")]
    with Review.open(path) as review:
        edits.set_text(review, 1, REPLIES, told)
        assert review.ticket(1).replies == (Turn(None, "好"), Turn(None, "再见"))


def test_turns_that_a_line_of_json_had_stay(review: Review, tmp_path: Path) -> None:
    source = jsonl(tmp_path / "a.jsonl", 1)
    source.write_text(source.read_text(encoding="utf-8").replace('"在吗"', '" 在吗 "'), encoding="utf-8")
    import_paths(review, [source])
    edits.set_text(review, 1, CONVERSATION, [*(review.ticket(1).conversation or ()), Turn("staff", " 好 ")])
    assert [turn.text for turn in review.ticket(1).conversation or ()] == [" 在吗 ", "在的 1", "好"]


def test_a_parked_ticket_can_be_edited(path: Path, tmp_path: Path) -> None:
    first = (tmp_path / "data" / "a.md").read_bytes()
    source = part(tmp_path / "data" / "a.md", ["甲", "丙"])
    with Review.open(path) as review:
        apply_drift(review, comparing(review, source))
        assert review.ticket(2).parked
        edits.set_text(review, 2, "title", "乙乙")
        edits.set_text(review, 2, "problem", "新的")
        edits.set_text(review, 2, REPLIES, [Turn(None, "好")])
        assert review.check() == []
        apply_drift(review, comparing(review, part(source, ["甲", "乙", "丙"])))
        found = review.ticket(2)
        assert (found.parked, found.title, found.problem, found.replies) == (False, "乙乙", "新的", (Turn(None, "好"),))
        for _ in range(5):
            edits.undo(review)
        assert review.check() == []
        assert (review.ticket(2).parked, review.ticket(2).edited) == (False, ())
        assert review.content(1) == first
        assert export(review, tmp_path / "out", "markdown").files[0].read_bytes() == source.read_bytes()


def test_reading_a_review_on_a_full_disk(path: Path, small_disk: Path, tmp_path: Path, capsys: Capture) -> None:
    there = small_disk / "r.winnow"
    shutil.copy(path, there)
    (small_disk / "fill").write_bytes(bytes(shutil.disk_usage(small_disk).free))
    for call in (["list"], ["show", "1"], ["check"], ["log"], ["export", str(tmp_path / "o.csv"), "--format=csv"]):
        assert main([call[0], str(there), *call[1:]]) == 0
    capsys.readouterr()
    for call in (["edit", "1", "--note=x"], ["backup"], ["undo"], ["import", str(tmp_path / "data")]):
        assert main([call[0], str(there), *call[1:]]) == 1
        assert "is full" in capsys.readouterr().err
    (small_disk / "fill").unlink()
    assert main(["check", str(there)]) == 0


def test_a_review_that_another_program_makes_meanwhile(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = path.rename(path.with_name("later.winnow"))
    make = newfile.make

    def slow(asked: Path) -> None:
        held.rename(asked)
        make(asked)

    monkeypatch.setattr(newfile, "make", slow)
    with Review.open_or_create(path) as review:
        assert review.counts() == (3, 0)


def test_copies_are_listed_of_a_review_that_cannot_be_written(
    path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["backup", str(path)]) == 0
    capsys.readouterr()
    monkeypatch.setattr(connection, "writable", lambda _: False)
    assert main(["backup", str(path), "--list"]) == 0
    assert main(["backup", str(path)]) == 1
    assert len(capsys.readouterr().out.splitlines()) == 2  # that of the first opening, and the one asked for


LEAVE_A_LOG = """
import os, sys
from pathlib import Path
from db import edits
from db.review import Review
review = Review.open(Path(sys.argv[1]))
for n in range(20):
    edits.set_note(review, [1], "x" * n)
os._exit(0)
"""


def test_a_new_review_does_not_take_the_log_of_a_removed_one(path: Path, tmp_path: Path) -> None:
    log = path.with_name("r.winnow-wal")
    subprocess.run([sys.executable, "-c", LEAVE_A_LOG, str(path)], check=True, cwd=ROOT)
    assert log.stat().st_size
    path.unlink()
    with Review.create(path) as review:
        import_paths(review, [part(tmp_path / "other" / "b.md", ["丁"])])
        assert review.check() == []
        assert [ticket.note for ticket in review.tickets()] == [""]
    assert log.with_name("r.winnow-wal.old").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="an open file has its name for itself there")
def test_a_review_that_is_replaced_while_it_is_open(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.winnow"
    with Review.create(other) as review:
        import_paths(review, [part(tmp_path / "other" / "b.md", [f"第 {n} 个" for n in range(50)])])
    moved = tmp_path / "moved.winnow"
    with Review.open(path) as review:
        edits.set_note(review, [1], "甲的")
        path.rename(moved)
        other.rename(path)
        with pytest.raises(ReviewError, match="vanished"):
            edits.set_note(review, [2], "乙的")
    with Review.open(path) as review:
        assert review.check() == []
        assert review.counts() == (50, 0)
    with Review.open(moved) as review:
        assert [ticket.note for ticket in review.tickets()] == ["甲的", "", ""]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such files there")
def test_a_pipe_is_not_replaced_by_a_file(path: Path, tmp_path: Path, capsys: Capture) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert main(["export", str(path), str(pipe), "--format=jsonl"]) == 1
    assert "may not write" in capsys.readouterr().err
    assert pipe.is_fifo()


@pytest.mark.skipif(sys.platform != "linux", reason="asks the shell of Linux")
@pytest.mark.parametrize(("call", "code", "said"), [("> /dev/full", 1, "No space left"), (">&-", 0, "")])
def test_output_that_goes_nowhere(path: Path, call: str, code: int, said: str) -> None:
    command = f"{sys.executable} -m qtapp list {path} --json {call}"
    done = subprocess.run(command, shell=True, cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, "Traceback" in done.stderr, said in done.stderr) == (code, False, True)


@pytest.mark.skipif(sys.platform == "win32", reason="a folder that is in use cannot be removed there")
def test_the_folder_that_one_stands_in_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: Capture) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    monkeypatch.setattr(cli, "_say_no_more", lambda: None)
    assert main(["list", "r.winnow"]) == 1
    assert capfd.readouterr().err.startswith("winnow: No such file")
