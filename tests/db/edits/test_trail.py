"""Every change of the log, as CSV and JSONL: complete, in order, and never all of it in memory."""

from __future__ import annotations

import csv
import io
import json
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from db import edits, labels
from db.cli import main
from db.commands.record import COLUMNS
from db.edits import DECISION, trail
from db.importing import import_paths
from db.review import Review
from db.values import REPLIES, TITLE, Status, Turn
from tests.db.files import jsonl, part

FORMULA = '=cmd|" /C calc"!A1'


@pytest.fixture
def review(tmp_path: Path) -> Iterator[Review]:
    with Review.create(tmp_path / "r.winnow", "lin") as made:
        import_paths(made, [part(tmp_path / "a.md", ["甲", "乙", "丙"])])
        yield made


def changed(review: Review) -> None:
    """Edits of two reviewers, one undone, one a decision, one that a spreadsheet would run."""
    edits.set_category(review, [1, 3], ("存储",))
    edits.set_text(review, 2, TITLE, FORMULA)
    edits.set_text(review, 2, REPLIES, [Turn(None, "好的"), Turn(None, "请稍等")])
    review.reviewer = "wang"
    edits.set_status(review, [1], Status.FLAGGED)
    edits.undo(review)
    labels.decide(review, labels.admitting(review, "category"))


def lines(capsys: pytest.CaptureFixture[str], path: Path, *more: str) -> str:
    assert main(["log", str(path), *more]) == 0
    return capsys.readouterr().out


def test_each_change_is_there_in_order(review: Review, capsys: pytest.CaptureFixture[str]) -> None:
    changed(review)
    found = [json.loads(line) for line in lines(capsys, review.path, "--format", "jsonl").splitlines()]
    assert all(tuple(one) == COLUMNS for one in found)
    said = [(one["kind"], one["reviewer"], one["ticket"], one["field"], one["before"], one["after"]) for one in found]
    was = "CDN｜证书问题"
    replies = [{"speaker": None, "text": "好的"}, {"speaker": None, "text": "请稍等"}]
    assert said[:7] == [
        ("import", "lin", None, None, None, None),
        ("edit", "lin", 1, "category", was, "存储"),
        ("edit", "lin", 3, "category", was, "存储"),
        ("edit", "lin", 2, "title", "乙", FORMULA),
        ("edit", "lin", 2, "replies", replies[1:], replies),
        ("edit", "wang", 1, "status", "unreviewed", "flagged"),
        ("undo", "wang", 1, "status", "flagged", "unreviewed"),
    ]
    assert {one["field"] for one in found[7:]} == {DECISION}
    assert {one["decision"] for one in found[7:]} == {"taxonomy:category:存储", f"taxonomy:category:{was}"}
    undone, undo = found[5:7]
    assert (undone["undone"], undo["undone"], undo["undoes"]) == (True, False, undone["entry"])
    assert {one["source_file"] for one in found if one["ticket"]} == {"a.md"}


def test_a_table_of_it_opens_as_text(review: Review, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    changed(review)
    text = lines(capsys, review.path, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) == len(list(trail(review)))
    (title,) = [row for row in rows if row["field"] == "title"]
    assert title["after"] == f"'{FORMULA}"
    assert not [cell for row in rows for cell in row.values() if cell and cell[0] in "=+-@"]
    assert [row["after"] for row in rows if row["field"] == "replies"] == ["好的\n请稍等"]
    out = tmp_path / "log.csv"
    lines(capsys, review.path, "--format", "csv", "--out", str(out))
    assert out.read_bytes().decode("utf-8-sig").replace("\r\n", "\n") == text.replace("\r\n", "\n")
    assert main(["log", str(review.path), "--format", "csv", "--out", str(tmp_path / "a.md")]) == 1


def test_only_the_newest_actions(review: Review, capsys: pytest.CaptureFixture[str]) -> None:
    changed(review)
    found = [json.loads(line) for line in lines(capsys, review.path, "--format", "jsonl", "--limit", "3").splitlines()]
    last = edits.last_entry(review)
    assert {one["entry"] for one in found} == {last, last - 1, last - 2}


def test_a_long_log_is_never_whole_in_memory(tmp_path: Path) -> None:
    with Review.create(tmp_path / "big.winnow", "lin") as review:
        import_paths(review, [jsonl(tmp_path / "a.jsonl", 2000)])
        note = "长" * 2000
        for number in range(8):
            edits.set_note(review, range(1, 2001), f"{number}{note}")
        tracemalloc.start()
        count = sum(1 for _ in trail(review))
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert count == 8 * 2000 + 1
    assert peak < 2 << 20
