"""The command that says what was done to a review: log, as lines to read, or every change as CSV or JSONL."""

from __future__ import annotations

import csv
import io
import json
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from operator import attrgetter
from pathlib import Path

from db import edits, formats, outfile, sentences
from db.commands.call import Commands, command, number
from db.commands.output import Output
from db.edits import Trace
from db.review import Review
from db.values import LogEntry

COLUMNS = (
    "entry",
    "at",
    "reviewer",
    "kind",
    "action",
    "undoes",
    "undone",
    "ticket",
    "source_file",
    "line",
    "field",
    "decision",
    "before",
    "after",
)
"""Of a change, in CSV and as keys of JSONL."""
_OWN = attrgetter(
    "entry",
    "at",
    "reviewer",
    "kind",
    "code",
    "target",
    "undone",
    "ticket",
    "source",
    "line",
    "field",
    "key",
)
"""What stands in the columns before the last two."""
ROWS = 500
"""Changes that are written at once."""


def add(commands: Commands) -> None:
    """Describe the calls of these commands."""
    logging = command(commands, "log", log, "List the actions, newest first; or every change.", reads=True)
    logging.add_argument("--limit", metavar="N", type=number, default=0, help="only the newest N actions")
    logging.add_argument("--format", choices=("csv", "jsonl"), help="every change a line, oldest first")
    logging.add_argument("--out", metavar="FILE", type=Path, help="with --format: write to a file")


def log(review: Review, call: Namespace, out: Output) -> int:
    """`log`: the actions, newest first; with a format every change of each, oldest first."""
    if call.format is not None:
        return _changes(review, call, out)
    for entry in edits.log(review, call.limit or None):
        words = sentences.summary(entry.summary)
        mark = "  (undone)" if entry.undone else ""
        out.result(_entry(entry, words), f"{entry.id:>6}  {entry.at[:19]}  {entry.reviewer}  {words}{mark}")
    return 0


def _entry(entry: LogEntry, words: str) -> dict[str, object]:
    return {
        "id": entry.id,
        "at": entry.at,
        "reviewer": entry.reviewer,
        "kind": entry.kind,
        "action": entry.summary.code,
        "tickets": entry.tickets,
        "undone": entry.undone,
        "text": words,
    }


def _changes(review: Review, call: Namespace, out: Output) -> int:
    lines = (csv_lines if call.format == "csv" else jsonl_lines)(edits.trail(review, call.limit or None))
    if call.out is None:
        for text in lines:
            out.text(text)
        return 0
    mark = "\ufeff" if call.format == "csv" else ""  # without it Excel takes it for another encoding
    taken = [Path(source.path) for source in review.sources()]
    with outfile.group(call.out.absolute().parent, taken, review.path, over=False) as files:
        with files.file(call.out.absolute()) as file:
            for text in chain([mark], lines):
                file.write(text.encode("utf-8", "surrogatepass"))
        written, size, _ = files.finish()
    out.result({"file": str(written[0]), "bytes": size}, f"{written[0]}: {size} bytes")
    return 0


def jsonl_lines(changes: Iterable[Trace]) -> Iterator[str]:
    """The changes as JSONL, some lines at a time."""
    encode = json.JSONEncoder(ensure_ascii=False).encode
    return _batched(changes, lambda some: "".join(f"{encode(_object(one))}\n" for one in some))


def _object(one: Trace) -> dict[str, object]:
    values = edits.value_of(one.field, one.before), edits.value_of(one.field, one.after)
    *own, field, key = _OWN(one)
    return dict(zip(COLUMNS, (*own, field or None, key or None, *values), strict=True))


def csv_lines(changes: Iterable[Trace]) -> Iterator[str]:
    """The changes as CSV, some lines at a time; no cell is taken for a formula."""

    def lines(rows: Iterable[Iterable[object]]) -> str:
        text = io.StringIO(newline="")
        csv.writer(text).writerows(rows)
        return text.getvalue()

    yield lines([COLUMNS])
    yield from _batched(changes, lambda some: lines(map(_row, some)))


def _row(one: Trace) -> list[object]:
    cell = formats.csv_cell
    before, after = edits.shown(one.field, one.before), edits.shown(one.field, one.after)
    return [*map(cell, _OWN(one)), cell(before), cell(after)]


def _batched(changes: Iterable[Trace], written: Callable[[list[Trace]], str]) -> Iterator[str]:
    waiting = iter(changes)
    while some := list(islice(waiting, ROWS)):
        yield written(some)
