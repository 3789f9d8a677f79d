"""The command that decides families: named or searched for, with numbers first, one action."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from db import edits
from db.cli import main
from db.importing import import_paths
from db.replies import scan
from db.review import Review
from tests.db.replies.invented import FAR, HOLDING, LINE, ONCE, dataset, handle, look

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A review of invented canned replies that are compared."""
    with Review.create(tmp_path / "canned.winnow", "lin") as review:
        import_paths(review, [dataset(tmp_path / "sources")])
        scan(review)
        return review.path


def decide(path: Path, capsys: Capture, *call: str) -> dict[str, object]:
    assert main(["decide", str(path), *call, "--json"]) == 0
    (found,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert isinstance(found, dict)
    return found


def decisions(path: Path) -> list[tuple[str, str]]:
    """Wording and decision of every family, the most used first."""
    with Review.open(path, read_only=True) as review:
        found = look(review)
        rows = found.rows(found.find("", "all").tolist())
    return [(row.wording, row.decision.code if row.decision else "") for row in rows]


def ids(path: Path, *texts: str) -> Sequence[str]:
    with Review.open(path, read_only=True) as review:
        found = look(review)
        return found.ids([handle(found, text) for text in texts])


@pytest.mark.parametrize(
    ("call", "code"),
    [
        (["--holding"], "holding"),
        (["--keep", "2"], "keep"),
        (["--rewrite"], "wording"),
        (["--choose", "--wording", FAR], "wording"),
    ],
)
def test_a_family_is_decided_and_opened_again(path: Path, capsys: Capture, call: list[str], code: str) -> None:
    (name,) = ids(path, LINE)
    found = decide(path, capsys, "--family", name, *call)
    assert found["families"] == 1
    assert found["entry"]
    assert [one for _, one in decisions(path) if one] == [code]
    decide(path, capsys, "--family", name, "--reopen")
    assert not any(one for _, one in decisions(path))


def test_what_a_search_finds_is_decided_as_one_action(path: Path, capsys: Capture) -> None:
    before = decisions(path)
    found = decide(path, capsys, "len:>10", "--not-a-family", "--dry-run")
    assert (found["families"], found["dry_run"], found["entry"]) == (3, True, None)
    assert decisions(path) == before
    assert decide(path, capsys, "len:>10", "--keep=1")["families"] == 3
    assert sorted(code for _, code in decisions(path)) == ["", "keep", "keep", "keep"]
    with Review.open(path, "lin") as review:
        edits.undo(review, anyone=True)
    assert decisions(path) == before


def test_families_of_a_file_are_rewritten_to_their_wordings(path: Path, tmp_path: Path, capsys: Capture) -> None:
    listed = tmp_path / "families"
    listed.write_text("\n".join(ids(path, LINE, HOLDING)), encoding="utf-8")
    found = decide(path, capsys, "--families", str(listed), "--rewrite")
    assert found["families"] == 2
    with Review.open(path, read_only=True) as review:
        said = {turn.text for ticket in review.tickets() for turn in ticket.thread if turn.speaker != "customer"}
    assert LINE in said
    assert FAR not in said
    assert f"{HOLDING}。" not in said
    assert ONCE in said


def test_one_variant_is_rewritten_to_a_wording_that_is_told(path: Path, capsys: Capture) -> None:
    (name,) = ids(path, LINE)
    decide(path, capsys, "--family", name, "--rewrite", "--variant", FAR, "--wording", "线路已恢复")
    with Review.open(path, read_only=True) as review:
        said = [turn.text for ticket in review.tickets() for turn in ticket.thread]
    assert said.count("线路已恢复") == 1
    assert FAR not in said
    assert LINE in said


@pytest.mark.parametrize(
    ("call", "code", "words"),
    [
        (["--holding"], 2, "Name the families"),
        (["--holding", "--family", "nothing"], 2, "no family nothing"),
        (["--holding", "nowhere"], 2, "No family is found"),
        (["--rewrite", "--wording", "x", "len:>10"], 2, "cannot stand for 3 families"),
        (["--holding", "--families", "not-there"], 2, "not-there cannot be read"),
        (["--keep", "0", "len:>10"], 1, "at least one example"),
        (["len:>10"], 2, "one of the arguments"),
        (["--holding", "len:abc"], 2, "abc"),
    ],
)
def test_a_mistake_decides_nothing(path: Path, capsys: Capture, call: list[str], code: int, words: str) -> None:
    before = decisions(path)
    assert main(["decide", str(path), *call]) == code
    assert words in capsys.readouterr().err
    assert decisions(path) == before


def test_replies_that_were_never_compared_are_compared_first(tmp_path: Path, capsys: Capture) -> None:
    with Review.create(tmp_path / "new.winnow", "lin") as review:
        import_paths(review, [dataset(tmp_path / "sources")])
    assert decide(review.path, capsys, "稍等", "--holding")["families"] == 1
    assert ("稍等一下", "holding") in decisions(review.path)
