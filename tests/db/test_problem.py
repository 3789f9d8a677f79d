"""The report of a problem: versions and numbers, and nothing of a ticket, a file or a folder."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from db import edits, logs, problem
from db.cli import main
from db.review import Review

MARKS = ("MARKERTEXT", "MARKERLABEL", "MARKERNOTE", "MARKERFILE")


@pytest.fixture
def marked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A review of tickets that are all marks, and whose log of edits no longer leads to its values."""
    ticket = {"title": "MARKERTEXT", "category": ["MARKERLABEL"], "problem": "MARKERTEXT", "replies": ["MARKERTEXT"]}
    folder = tmp_path / "MARKERFILE"
    folder.mkdir()
    (folder / "MARKERFILE.jsonl").write_text("\n".join([json.dumps(ticket)] * 3))
    path = folder / "MARKERFILE.winnow"
    assert main(["import", str(path), str(folder)]) == 0
    with Review.open(path) as review:
        edits.set_note(review, [1], "MARKERNOTE")
        review.execute("UPDATE ticket SET note = 'MARKERNOTE 2' WHERE id = 1")
    capsys.readouterr()
    return path


def test_a_review_is_told_in_numbers(marked: Path, home: Path, tmp_path: Path) -> None:
    with Review.open(marked, read_only=True) as review:
        text = problem.report(review, {"Qt": "6.9"})
    lines = text.splitlines()
    assert lines[0].startswith("Winnow ")
    assert "Qt: 6.9" in lines
    assert "tickets: 3, of them 0 decided, 0 edited, 0 parked" in lines
    assert "sources: 1 (1 jsonl)" in lines
    assert "log of edits: 2 actions, 1 changes, 0 decisions" in lines
    assert [line for line in lines if line.startswith("quick")] == ["quick check: check.log 1, check.not_indexed 1"]
    assert f"review: {logs.mark(marked)}, read only" in lines
    assert [mark for mark in (*MARKS, str(home), str(tmp_path), tmp_path.name) if mark in text] == []


def test_the_log_comes_last_and_not_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(problem, "LINES", 2)
    assert problem.report(None, {}).endswith("review: none is open\n\nlog: none\n")
    for number in range(3):
        logs.write("did", number=number)
    *_, head, first, second = problem.report(None, {}).splitlines()
    assert head == "log, the last 2 lines:"
    assert (first[-8:], second[-8:]) == ("number=1", "number=2")


def test_the_command_prints_it_with_a_review_or_without(marked: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["problem"]) == 0
    assert "review: none is open" in capsys.readouterr().out
    assert main(["problem", str(marked), "--json"]) == 0
    report = json.loads(capsys.readouterr().out)["report"]
    assert "tickets: 3" in report
    assert "begin what=import" in report
    assert [mark for mark in MARKS if mark in report] == []


def test_a_review_that_does_not_open_is_told_with_the_reason(
    marked: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["problem", str(tmp_path / "none.winnow")]) == 0
    assert "review: does not open, review.missing" in capsys.readouterr().out
    data = marked.read_bytes()
    marked.write_bytes(data[:4096] + b"\xff" * (len(data) - 4096))
    assert main(["problem", str(marked)]) == 0
    said = capsys.readouterr().out
    assert "review.corrupt" in said
    assert "Traceback" not in said
