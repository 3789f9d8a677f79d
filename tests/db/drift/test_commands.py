"""The commands for changed sources: what they print, what they leave alone, their exit codes."""

from __future__ import annotations

import json
import sys
from io import StringIO
from pathlib import Path

import pytest

from db import edits
from db.cli import main
from db.review import Review
from tests.db.files import part, ticket, write

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return part(tmp_path / "part.md", ["a", "b", "c"])


@pytest.fixture
def path(tmp_path: Path, source: Path, capsys: Capture) -> str:
    """A review of that file, made by the command itself."""
    review = str(tmp_path / "r.winnow")
    assert main(["import", review, str(source)]) == 0
    capsys.readouterr()
    return review


def objects(capsys: Capture) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def titles(path: str) -> list[str]:
    with Review.open(Path(path)) as review:
        assert review.check() == []
        return [one.title for one in review.tickets()]


def conflict(path: str, source: Path) -> None:
    """The root cause of the first ticket is changed on both sides."""
    with Review.open(Path(path), "lin") as review:
        edits.set_root_cause_text(review, 1, "我们的")
    write(source, [ticket("a", cause="他们的"), ticket("b"), ticket("c")])


def test_sources_and_how_their_files_stand(path: str, source: Path, capsys: Capture) -> None:
    stands = []
    for change in (lambda: None, lambda: part(source, ["a"]), lambda: source.write_bytes(b""), source.unlink):
        change()
        assert main(["sources", path, "--json"]) == 0
        (found,) = objects(capsys)
        assert (found["source_file"], found["path"], found["tickets"]) == ("part.md", str(source), 3)
        stands.append(found["stand"])
    assert stands == ["same", "changed", "emptied", "missing"]
    assert main(["sources", path]) == 0
    said = capsys.readouterr()
    assert said.out.startswith("missing ")
    assert "1 not as they were read" in said.err


def test_an_import_leaves_a_changed_file_and_says_the_numbers(path: str, source: Path, capsys: Capture) -> None:
    conflict(path, source)
    assert main(["import", path, str(source)]) == 1
    said = capsys.readouterr()
    assert "the file has changed since" in said.out
    assert "1 on both sides, 1 fields in conflict" in said.err
    assert "winnow update" in said.err
    assert main(["import", path, str(source), "--json"]) == 1
    (report,) = objects(capsys)
    assert (report["outcome"], report["tickets"]) == ("changed", 3)


def test_an_import_may_take_in_what_takes_nothing_from_anybody(path: str, source: Path, capsys: Capture) -> None:
    part(source, ["a", "b", "c", "d"])
    assert main(["import", path, str(source), "--update", "--json"]) == 0
    (report,) = objects(capsys)
    assert (report["outcome"], report["tickets"]) == ("updated", 4)
    conflict(path, source)
    assert main(["import", path, str(source), "--update"]) == 1
    assert "1 gone" in capsys.readouterr().err
    assert titles(path) == ["a", "b", "c", "d"]
    assert [main(["undo", path]) for _ in range(2)] == [0, 0]  # lin's edit, then the version
    assert titles(path) == ["a", "b", "c"]


def test_a_program_that_reads_along_is_told_what_was_left(path: str, source: Path, capsys: Capture) -> None:
    part(source, ["x", "y", "z"])
    assert main(["import", path, str(source), "--update", "--progress-json"]) == 1
    found = [one["result"] for one in objects(capsys) if "result" in one]
    assert [one["outcome"] for one in found if "outcome" in one] == ["changed"]  # type: ignore[operator,index]
    (problem,) = [one["problem"] for one in found if "problem" in one]  # type: ignore[operator,index]
    assert problem["code"] == "drift.another_batch"
    assert problem["data"] == {"file": str(source), "firm": 0, "n": 3}


def test_update_says_the_numbers_and_changes_nothing_when_dry(path: str, source: Path, capsys: Capture) -> None:
    conflict(path, source)
    assert main(["update", path, "--dry-run"]) == 0
    said = capsys.readouterr()
    assert "2 unchanged, 0 changed there, 0 changed here, 1 changed in both, 0 new, 0 gone" in said.err
    assert "root-cause (conflict)  was: 证书过期  |  ours: 我们的  |  theirs: 他们的" in said.err
    assert main(["update", path, "--dry-run", "--json", "--list", "both", "--list", "unchanged"]) == 0
    (found,) = objects(capsys)
    assert (found["dry_run"], found["entry"], found["unchanged"], found["both"]) == (True, None, 2, 1)
    assert [one["state"] for one in found["listed"]] == ["both", "unchanged", "unchanged"]  # type: ignore[attr-defined]
    with Review.open(Path(path)) as review:
        assert edits.last_entry(review) == 2


@pytest.mark.parametrize(
    ("options", "cause", "findings"),
    [
        ([], "我们的", 1),
        (["--take", "theirs"], "他们的", 0),
        (["--take", "ours"], "我们的", 0),
        (["--choose", "1:root-cause=theirs"], "他们的", 0),
        (["--take", "theirs", "--choose", "1:root-cause=ours"], "我们的", 0),
        (["--own", "1:root-cause=都对"], "都对", 0),
    ],
)
def test_update_takes_what_was_chosen(
    path: str, source: Path, capsys: Capture, options: list[str], cause: str, findings: int
) -> None:
    conflict(path, source)
    assert main(["update", path, str(source), *options, "--reviewer", "lin"]) == 0
    with Review.open(Path(path), "lin") as review:
        assert review.ticket(1).root_cause == cause
        assert len(review.findings()) == findings
        assert review.check() == []
    assert main(["update", path]) == 0
    assert "as they were read" in capsys.readouterr().err
    assert main(["undo", path, "--reviewer", "lin"]) == 0
    with Review.open(Path(path)) as review:
        assert review.ticket(1).root_cause == "我们的"


def test_turns_and_categories_of_ones_own(path: str, source: Path) -> None:
    with Review.open(Path(path), "lin") as review:
        edits.set_category(review, [1], ["我们的"])
    write(source, [ticket("a").replace("CDN｜证书问题", "他们的"), ticket("b"), ticket("c")])
    assert main(["update", path, "--own", "1:category=第三｜种"]) == 0
    with Review.open(Path(path)) as review:
        assert review.ticket(1).category == ("第三", "种")


@pytest.mark.parametrize(
    "options",
    [
        ["--choose", "1:root-cause=nobody"],
        ["--choose", "x:root-cause=ours"],
        ["--own", "1:replies=no list"],
        ["--own", "1:nonsense=x"],
        ["--choose", "2:root-cause=theirs"],
        ["--as-new-batch", "--as-new-version"],
    ],
)
def test_calls_that_mean_nothing(path: str, source: Path, capsys: Capture, options: list[str]) -> None:
    conflict(path, source)
    assert main(["update", path, *options]) == 2
    assert capsys.readouterr().err
    assert main(["update", path, "--choose", "99:root-cause=ours"]) == 1
    with Review.open(Path(path)) as review:
        assert edits.last_entry(review) == 2


def test_another_batch_is_the_callers_choice(path: str, source: Path, capsys: Capture) -> None:
    part(source, ["x", "y", "z", "w"])
    assert main(["update", path]) == 1
    assert "0 of 3 are known" in capsys.readouterr().err
    assert titles(path) == ["a", "b", "c"]
    assert main(["update", path, "--as-new-batch"]) == 0
    assert titles(path) == ["a", "b", "c", "x", "y", "z", "w"]
    capsys.readouterr()
    assert main(["sources", path, "--json"]) == 0
    assert [one["stand"] for one in objects(capsys)] == ["earlier", "same"]
    assert main(["undo", path]) == 0
    assert main(["update", path, "--as-new-version"]) == 0
    assert titles(path) == ["x", "y", "z", "w"]


def test_an_earlier_batch_by_its_number(path: str, source: Path, capsys: Capture) -> None:
    part(source, ["x", "y", "z", "w"])
    assert main(["update", path, "--as-new-batch"]) == 0
    assert main(["update", path, "--source", "1", "--as-new-batch"]) == 1
    assert "was read already as it is now" in capsys.readouterr().err
    part(source, ["a", "b", "c", "d"])
    assert main(["update", path, "--source", "1", "--dry-run", "--json"]) == 0
    (plan,) = objects(capsys)
    assert (plan["firm"], plan["another_batch"]) == (3, False)
    assert main(["update", path, "--source", "1"]) == 0
    assert titles(path) == ["a", "b", "c", "d", "x", "y", "z", "w"]
    capsys.readouterr()
    assert main(["sources", path, "--json"]) == 0
    assert [one["stand"] for one in objects(capsys)] == ["earlier", "same"]
    assert main(["update", path, "--source", "99"]) == 1
    assert "No source of this review was read from 99" in capsys.readouterr().err


def test_what_is_empty_or_missing_stays_unless_asked(path: str, source: Path, capsys: Capture) -> None:
    source.write_bytes(b"")
    assert main(["update", path]) == 1
    assert "is empty" in capsys.readouterr().err
    source.unlink()
    assert main(["update", path]) == 1
    assert titles(path) == ["a", "b", "c"]
    assert main(["update", path, "--although-empty"]) == 0
    assert titles(path) == []
    assert main(["undo", path]) == 0
    assert titles(path) == ["a", "b", "c"]


def test_one_that_cannot_be_read_does_not_stop_the_others(path: str, source: Path, capsys: Capture) -> None:
    other = part(source.with_name("other.md"), ["m", "n"])
    assert main(["import", path, str(other)]) == 0
    source.unlink()
    part(other, ["m", "n", "o"])
    assert main(["update", path]) == 1
    assert "There is no file" in capsys.readouterr().err
    assert titles(path) == ["a", "b", "c", "m", "n", "o"]
    assert main(["update", path, str(source.with_name("stranger.md"))]) == 1
    assert "No source of this review" in capsys.readouterr().err


class _Terminal(StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("answer", "taken"), [("n\n", False), ("", False), ("y\n", True), ("是\n", True)])
def test_at_a_terminal_one_is_asked(
    path: str, source: Path, monkeypatch: pytest.MonkeyPatch, answer: str, taken: bool
) -> None:
    part(source, ["a", "b"])
    monkeypatch.setattr(sys, "stdin", _Terminal(answer))
    monkeypatch.setattr(sys, "stderr", _Terminal())
    assert main(["update", path]) == 0
    assert (titles(path) == ["a", "b"]) is taken
    assert main(["update", path, "--yes"]) == 0
    assert titles(path) == ["a", "b"]


def test_an_import_stays_where_the_reader_has_gone(
    tmp_path: Path, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr("db.commands.output.Output.result", gone)
    monkeypatch.setattr("db.cli._say_no_more", lambda: None)
    assert main(["import", str(tmp_path / "new.winnow"), str(source)]) == 0
    monkeypatch.undo()
    assert titles(str(tmp_path / "new.winnow")) == ["a", "b", "c"]
