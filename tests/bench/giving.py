"""Rows on exporting tickets in the formats of others, each beside its plain writer and the same bytes.

The plain way reads the columns of the same tickets by one SELECT with their JSON, and hands what the file is to hold,
which stands ready in memory, to the library that writes nothing but that format. Like an export it brings its file to
the disk and reads its bytes back. What it has written must be what the export wrote.
"""

from __future__ import annotations

import csv
import json
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pyarrow
import python_calamine
import xlsxwriter
from pyarrow import parquet

from db.exporting import Format, export
from db.replies import scan
from db.review import Review
from tests.bench.ground import Ground, say
from tests.bench.measure import Measure, Rows, compare

GOAL = 2
RUNS = 3
ROWS = 5000
"""Rows of Parquet that are compressed together."""
PIECE = 1 << 20
"""Bytes read back at once."""
KINDS: dict[Format, str] = {
    "csv": "export as CSV",
    "jsonl": "export as JSONL",
    "xlsx": "export as XLSX",
    "parquet": "export as Parquet",
    "label-studio": "export for Label Studio",
    "doccano": "export for doccano",
}
_ROWS = """SELECT source.name, ticket.line, number, title, category.path, category_raw, problem, root_cause, status,
    note, edited, ticket.id, replies, fields, conversation
    FROM ticket JOIN source ON source.id = source_id JOIN category ON category.id = category_id
    ORDER BY source_id, ordinal"""
JSON_COLUMNS = 3
"""The last of them."""
_encode = json.JSONEncoder(ensure_ascii=False).encode


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
    export(review, ours, kind)
    held = READERS[kind](ours)
    measure = compare(
        KINDS[kind],
        GOAL,
        lambda: export(review, ours, kind),
        lambda: _plainly(plain, bare, kind, held),
        ground.rounds(RUNS),
    )
    if READERS[kind](plain) != held:
        raise ValueError(f"{kind}: not what the export wrote")
    return measure


def _plainly(path: Path, bare: sqlite3.Connection, kind: Format, held: Any) -> None:
    for row in bare.execute(_ROWS):
        for cell in row[-JSON_COLUMNS:]:
            if cell is not None:
                json.loads(cell)
    WRITERS[kind](path, held)
    with path.open("rb") as file:
        os.fsync(file.fileno())
        while file.read(PIECE):
            pass


def _read_csv(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def _write_csv(path: Path, held: Iterable[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(held)


def _read_lines(path: Path) -> list[Any]:
    with path.open(encoding="utf-8") as file:
        return list(map(json.loads, file))


def _write_lines(path: Path, held: Iterable[Any]) -> None:
    with path.open("w", encoding="utf-8") as file:
        for one in held:
            file.write(f"{_encode(one)}\n")


def _read_array(path: Path) -> Any:
    return json.loads(path.read_bytes())


def _write_array(path: Path, held: Any) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write(_encode(held))


def _read_xlsx(path: Path) -> list[list[Any]]:
    return python_calamine.load_workbook(str(path)).get_sheet_by_index(0).to_python()


def _write_xlsx(path: Path, held: Iterable[Sequence[Any]]) -> None:
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate(held):
            for place, cell in enumerate(row):
                if isinstance(cell, float):
                    sheet.write_number(at, place, cell)
                elif cell:
                    sheet.write_string(at, place, cell)


def _read_parquet(path: Path) -> Any:
    table = parquet.read_table(path)
    return table.schema, table.to_pylist()


def _write_parquet(path: Path, held: Any) -> None:
    schema, listed = held
    with parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        for at in range(0, len(listed), ROWS):
            writer.write_table(pyarrow.Table.from_pylist(listed[at : at + ROWS], schema))


READERS: dict[Format, Callable[[Path], Any]] = {
    "csv": _read_csv,
    "jsonl": _read_lines,
    "xlsx": _read_xlsx,
    "parquet": _read_parquet,
    "label-studio": _read_array,
    "doccano": _read_lines,
}
WRITERS: dict[Format, Callable[[Path, Any], None]] = {
    "csv": _write_csv,
    "jsonl": _write_lines,
    "xlsx": _write_xlsx,
    "parquet": _write_parquet,
    "label-studio": _write_array,
    "doccano": _write_lines,
}
