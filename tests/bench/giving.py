"""Rows on exporting tables: CSV, JSONL and XLSX beside the bare writer of each, fed by a SELECT of the same columns."""

from __future__ import annotations

import csv
import json
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import xlsxwriter

from db.exporting import Format, export
from db.replies import scan
from db.review import Review
from tests.bench.ground import Ground, say
from tests.bench.measure import Measure, Rows, compare

RUNS = 3
KINDS: dict[Format, str] = {"csv": "export as CSV", "jsonl": "export as JSONL", "xlsx": "export as XLSX"}
COLUMNS = (
    *(
        "source.name",
        "ticket.line",
        "number",
        "title",
        "category.path",
        "category_raw",
        "problem",
        "replies",
        "conversation",
    ),
    *("root_cause", "fields", "status", "note", "edited", "ticket.id"),
)
_ROWS = f"""SELECT {", ".join(COLUMNS)} FROM ticket JOIN source ON source.id = source_id
    JOIN category ON category.id = category_id ORDER BY source_id, ordinal"""


def rows(ground: Ground) -> Rows:
    """Each format, all tickets."""
    say("exporting tables")
    path = ground.path("given")
    shutil.copy(ground.review, path)
    with Review.open(path, "bench") as review, closing(sqlite3.connect(path)) as bare:
        scan(review)  # what JSONL says of canned replies is known then
        for kind in KINDS:
            yield _row(ground, review, bare, kind)
    ground.remove(path)


def _row(ground: Ground, review: Review, bare: sqlite3.Connection, kind: Format) -> Measure:
    out = ground.folder / "given"
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir()
    ours, plain = out / f"ours.{kind}", out / f"plain.{kind}"
    return compare(
        KINDS[kind],
        2,
        lambda: export(review, ours, kind),
        lambda: WRITERS[kind](plain, bare.execute(_ROWS)),
        ground.rounds(RUNS),
    )


def _csv(path: Path, found: Iterable[Sequence[Any]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(found)


def _jsonl(path: Path, found: Iterable[Sequence[Any]]) -> None:
    encode = json.JSONEncoder(ensure_ascii=False).encode
    with path.open("w", encoding="utf-8") as file:
        for row in found:
            file.write(f"{encode(dict(zip(COLUMNS, row, strict=True)))}\n")


def _xlsx(path: Path, found: Iterable[Sequence[Any]]) -> None:
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    sheet = book.add_worksheet()
    for at, row in enumerate(found):
        for place, cell in enumerate(row):
            if isinstance(cell, int):
                sheet.write_number(at, place, cell)
            elif cell:
                sheet.write_string(at, place, str(cell)[:32_767])
    book.close()


WRITERS: dict[Format, Callable[[Path, Iterable[Sequence[Any]]], None]] = {"csv": _csv, "jsonl": _jsonl, "xlsx": _xlsx}
