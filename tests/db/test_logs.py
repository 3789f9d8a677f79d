"""The log: where it lies, that it stays small, and that nothing of a ticket gets into it whatever happens."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from db import cli, figures, logs
from db.cli import main
from db.errors import EditError
from db.importing import import_paths
from db.review import Review

ROOT = Path(__file__).resolve().parents[2]
MARKS = ("MARKERPROBLEM", "MARKERLABEL", "MARKERQUERY", "MARKERNOTE", "MARKERFILE", "MARKERERROR", "王芳的工单")


def logged() -> str:
    """All that was logged in the home of this test."""
    return "".join(path.read_text("ascii") for path in sorted(logs.folder().glob(f"{logs.NAME}*")))


def events() -> list[str]:
    """The events of the log in their order."""
    return [line.split()[2] for line in logged().splitlines()]


def test_a_line_has_time_process_event_and_facts(home: Path) -> None:
    logs.write("did", rows=3, ms=1.26, what="set_note")
    (line,) = logged().splitlines()
    stamp, process, *rest = line.split(" ")
    assert (len(stamp), stamp[-1], process) == (24, "Z", str(os.getpid()))
    assert rest == ["did", "rows=3", "ms=1.3", "what=set_note"]
    assert logs.file() == home / "state" / "winnow" / "log" / logs.NAME


def test_a_text_cannot_make_a_line_nor_leave_ascii() -> None:
    logs.write("did", what="one\ntwo 三 \u202e“four”")
    (line,) = logged().splitlines()
    assert line.endswith("did what=onetwofour")


def test_files_are_put_aside_and_the_oldest_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs, "SIZE", 200)
    for number in range(100):
        logs.write("did", number=number)
    names = sorted(path.name for path in logs.folder().iterdir())
    assert names in ([f"{logs.NAME}.{n}" for n in (1, 2, 3)], [logs.NAME, *(f"{logs.NAME}.{n}" for n in (1, 2, 3))])
    assert sum(path.stat().st_size for path in logs.folder().iterdir()) < 4 * 300
    assert [line.rpartition("=")[2] for line in logs.last(3)] == ["97", "98", "99"]
    assert len(logs.last(0)) == 0


def test_where_it_cannot_be_written_nothing_happens(home: Path) -> None:
    (home / "state").write_text("a file where the folder should be")
    logs.write("did")
    assert logs.last(5) == []


def test_programs_that_write_at_once_keep_their_lines_whole() -> None:
    program = "from db import logs\nfor n in range(200): logs.write('did', number=n, what='x' * 100)"
    children = [subprocess.Popen([sys.executable, "-c", program], cwd=ROOT) for _ in range(3)]
    assert [child.wait() for child in children] == [0, 0, 0]
    lines = logged().splitlines()
    assert len(lines) == 600
    assert {len(line.split()) for line in lines} == {5}


def test_of_an_exception_there_are_types_and_places() -> None:
    def inner() -> None:
        raise ValueError("MARKERERROR")

    try:
        try:
            inner()
        except ValueError as error:
            raise RuntimeError("王芳的工单") from error
    except RuntimeError as error:
        kinds, where = logs.places(error)
        logs.broke(error)
    assert kinds == ["RuntimeError", "ValueError"]
    assert where[1].startswith("tests/db/test_logs.py:")
    assert where[1].endswith(":inner")
    assert "kind=RuntimeError<ValueError" in logged()
    assert not any(mark in logged() for mark in MARKS)


def test_of_code_of_others_there_is_the_name_of_the_file(tmp_path: Path) -> None:
    named = {str(tmp_path / "MARKERFILE" / "x.py"): "x.py", str(Path("db", "review.py")): "db/review.py"}
    for name, place in named.items():
        with pytest.raises(OSError, match="MARKERERROR") as caught:
            exec(compile("raise OSError('MARKERERROR')", name, "exec"))
        assert logs.places(caught.value)[1][0] == f"{place}:1:<module>"


def test_of_an_error_of_the_user_there_is_the_code() -> None:
    logs.broke(EditError("edit.no_text", given="MARKERERROR"))
    assert logged().endswith("refused code=edit.no_text\n")


def test_nothing_of_a_ticket_reaches_the_log(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "MARKERFILE"
    data.mkdir()
    ticket = {"title": "王芳的工单 MARKERPROBLEM", "category": ["MARKERLABEL"], "problem": "MARKERPROBLEM"}
    lines = [json.dumps(one) for one in (ticket, {"title": "b", "problem": "王芳的工单"})]
    (data / "MARKERFILE.jsonl").write_text("\n".join(lines))
    (data / "MARKERERROR.jsonl").write_bytes(b"\x00\xff MARKERPROBLEM")
    review = str(tmp_path / "MARKERFILE.winnow")
    assert main(["import", review, str(data)]) == 1
    assert main(["edit", review, "1", "--note", "MARKERNOTE", "--category", "MARKERLABEL2"]) == 0
    assert main(["edit", review, "1", "--title", "MARKERNOTE\udcff"]) != 0
    assert main(["list", review, "MARKERQUERY or MARKERPROBLEM"]) == 0
    assert main(["list", review, "MARKERQUERY:x"]) == 2
    assert main(["undo", review]) == 0
    assert main(["export", review, str(tmp_path / "MARKERFILE.md" / "x"), "--format", "csv"]) in (0, 1)
    assert main(["import", review, str(tmp_path / "MARKERERROR")]) == 1

    def breaks(*_: object) -> int:
        raise KeyError("MARKERERROR 王芳的工单")

    monkeypatch.setattr(cli, "_run", breaks)
    with pytest.raises(KeyError):
        main(["list", review])
    text = logged()
    assert [mark for mark in MARKS if mark in text] == []
    assert {"begin", "open", "close", "refused", "broke", "end"} <= set(events())
    assert "kind=KeyError" in text
    assert "tickets=2" in text


def test_a_review_is_a_number_of_its_path(tmp_path: Path, sample: Path) -> None:
    with Review.create(tmp_path / "r.winnow") as review:
        import_paths(review, [sample])
        facts = figures.facts(review)
        whole = figures.figures(review)
    assert facts["review"] == logs.mark(tmp_path / "r.winnow") != logs.mark(tmp_path / "s.winnow")
    assert (facts["tickets"], facts["sources"], facts["actions"]) == (60, 4, 1)
    assert (whole.tickets, whole.sources, whole.formats) == (60, 4, (("markdown", 4),))
    assert whole.replies > 60
    assert whole.size.file == whole.size.pages * whole.size.page > 0


def test_of_a_damaged_review_what_can_be_said(tmp_path: Path) -> None:
    with Review.create(tmp_path / "r.winnow") as review:
        review.execute("DROP TABLE ticket")
        assert {"review", "schema", "bytes"} <= figures.facts(review).keys()


def test_it_is_not_what_a_command_waits_for() -> None:
    """No library of logging that is not loaded anyway, and none before the command has begun."""
    program = "import sys, db.cli\nprint([n for n in ('logging.handlers', 'platformdirs') if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
