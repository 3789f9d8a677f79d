"""The command `edit` on tickets that a file lists, root causes that come and go, and undo of a numbered action."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from db import edits
from db.cli import main
from db.importing import import_paths
from db.review import Review
from db.values import Status

Capture = pytest.CaptureFixture[str]
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def path(tmp_path: Path, sample: Path) -> Path:
    with Review.create(tmp_path / "r.winnow", "lin") as review:
        import_paths(review, [sample])
    return tmp_path / "r.winnow"


def listed(tmp_path: Path, text: str) -> str:
    file = tmp_path / "ids.txt"
    file.write_text(text, encoding="utf-8")
    return str(file)


def objects(capsys: Capture) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def of(path: Path, ticket: int) -> tuple[Status, tuple[str, ...], str]:
    with Review.open(path, read_only=True) as review:
        found = review.ticket(ticket)
    return found.status, found.causes, found.note


def test_tickets_of_a_file_are_one_action(path: Path, tmp_path: Path, capsys: Capture) -> None:
    ids = listed(tmp_path, "\ufeff3\r\n4\n\n 5 \n4\n")
    assert main(["edit", str(path), "6", "--ids", ids, "--status", "flagged", "--json", "--brief"]) == 0
    (said,) = objects(capsys)
    assert (said["action"], said["tickets"]) == ("edit.status", 4)
    assert [of(path, one)[0] for one in (2, 3, 4, 5, 6)] == [Status.UNREVIEWED, *[Status.FLAGGED] * 4]
    assert main(["edit", str(path), "--ids", ids, "--status", "flagged", "--json", "--brief"]) == 0
    assert objects(capsys) == [{"entry": None, "action": "edit.nothing", "tickets": 0}]
    assert main(["undo", str(path), "--json", "--brief", "--entry", str(said["entry"])]) == 0
    assert objects(capsys)[0]["tickets"] == 4
    assert of(path, 3)[0] is Status.UNREVIEWED
    assert main(["redo", str(path), "--json"]) == 0
    assert [one["id"] for one in objects(capsys)] == [3, 4, 5, 6]


def test_tickets_of_the_standard_input(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("7\n8\n"))
    assert main(["edit", str(path), "--ids", "-", "--note", "x"]) == 0
    assert [of(path, one)[2] for one in (7, 8, 9)] == ["x", "x", ""]


def test_root_causes_come_and_go(path: Path) -> None:
    assert main(["edit", str(path), "1", "2", "--root-cause", "甲", "--root-cause", "乙"]) == 0
    assert main(["edit", str(path), "1", "2", "--add-root-cause", "丙", "--remove-root-cause", "甲"]) == 0
    assert of(path, 2)[1] == ("乙", "丙")
    assert main(["edit", str(path), "2", "--remove-root-cause=丙"]) == 0
    assert of(path, 2)[1] == ("乙",)
    with Review.open(path) as review:
        assert edits.log(review, 1)[0].summary.code == "edit.cause_removed"


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["--ids", "FILE:1\nzwei\n", "--note", "x"], 2, "line 2: “zwei” is no number"),
        (["--ids", "FILE:1\n-3\n", "--note", "x"], 2, "line 2: “-3” is no number"),
        (["--ids", "FILE:1\n4711\n", "--note", "x"], 1, "There is no ticket 4711"),
        (["--ids", "nowhere.txt", "--note", "x"], 2, "nowhere.txt cannot be read"),
        (["--note", "x"], 2, "Name the tickets"),
        (["1", "--root-cause", "a", "--add-root-cause", "b"], 2, "says all root causes"),
        (["1", "--add-root-cause", "a\nb"], 2, "cannot be a root cause"),
    ],
)
def test_what_is_wrong_changes_nothing(
    words: list[str], code: int, said: str, path: Path, tmp_path: Path, capsys: Capture
) -> None:
    words = [listed(tmp_path, word[5:]) if word.startswith("FILE:") else word for word in words]
    assert main(["edit", str(path), *words]) == code
    assert said in capsys.readouterr().err
    assert of(path, 1)[2] == ""


def run(path: Path, said: str, *words: str) -> tuple[int, list[dict[str, object]]]:
    """The command as a program runs it, which says `said` to it."""
    call = [sys.executable, "-c", "import sys; from db.cli import main; sys.exit(main(sys.argv[1:]))"]
    done = subprocess.run(
        [*call, words[0], str(path), *words[1:], "--progress-json"],
        input=said.encode(),
        capture_output=True,
        check=False,
        cwd=ROOT,
        env=dict(os.environ),
    )
    return done.returncode, [json.loads(line) for line in done.stdout.decode().splitlines()]


def test_programs_hear_how_far_it_is_and_its_one_result(path: Path, tmp_path: Path) -> None:
    ids = listed(tmp_path, "\n".join(map(str, range(1, 51))))
    code, lines = run(path, "", "edit", "--ids", ids, "--category", "CDN｜新的", "--brief")
    assert code == 0
    assert lines[0]["step"] == {"stage": "edit", "done": 0, "total": 100, "subject": ""}
    assert [one["result"]["tickets"] for one in lines if "result" in one] == [50]  # type: ignore[index]
    code, lines = run(path, "", "edit", "--ids", "-", "--note", "x")
    assert code == 2
    assert lines[0]["error"]["code"] == "edit.ids_awaited"  # type: ignore[index]
