"""Rows on importing tables: CSV, JSONL of other keys and XLSX, each beside its bare reader and the plain store.

The plain way reads the same file with the library that reads nothing but it (`csv`, `json`, calamine), and writes the
same rows into the same tables by `executemany` in one transaction, with the bytes of the source as they were packed
before its clock began. It finds no encoding, no separator and no columns, checks nothing and keeps no places of rows.
"""

from __future__ import annotations

import csv
import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

import python_calamine
import xlsxwriter

from db.formats.workbook import CHARACTERS
from db.importing import import_paths
from db.review import Review
from tests.bench import importing
from tests.bench.ground import Ground, say
from tests.bench.measure import Rows, ratio, seconds, turns, warmed

ROUNDS = 3
GOAL = 2
COLUMNS = ("编号", "标题", "问题分类", "问题描述", "客服回复", "根本原因", "来源")
NAMES = {"csv": "import CSV", "jsonl": "import JSONL of other keys", "xlsx": "import XLSX"}
Reader = Callable[[Path], Iterator[Sequence[str]]]


def rows(ground: Ground) -> Rows:
    """Each kind of file, both ways in turn."""
    for kind, name in NAMES.items():
        source = ground.folder / f"table.{kind}"
        say(f"writing {ground.size:,} tickets as {kind.upper()}")
        WRITERS[kind](source, _rows(ground.jsonl))
        chunks = importing.packed(source)
        ours, plain = [], []
        for number in turns(ground.rounds(ROUNDS) + 1):
            say(f"{name} in two ways, turn {number + 1}")
            mine = _seconds(ground, lambda path, source=source: _import(path, source))
            theirs = _seconds(
                ground,
                lambda path, source=source, kind=kind, chunks=chunks: _plainly(path, READERS[kind](source), chunks),
            )
            ours.append(mine)
            plain.append(theirs)
        yield ratio(name, GOAL, warmed(ours), warmed(plain), runs=len(warmed(ours)), bytes=source.stat().st_size)
        source.unlink()


def _seconds(ground: Ground, way: Callable[[Path], None]) -> float:
    path = ground.path("table")
    Review.create(path, "bench").close()
    taken = seconds(lambda: way(path))
    ground.remove(path)
    return taken


def _import(path: Path, source: Path) -> None:
    with Review.open(path, "bench") as review:
        import_paths(review, [source], make_index=False)


def _rows(source: Path) -> Iterator[list[str]]:
    with source.open(encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            ticket = json.loads(line)
            replies = "\n".join(
                f"{'客户' if turn['speaker'] == 'customer' else '客服'}：{turn['text']}" for turn in ticket["replies"]
            )
            cells = (str(number), ticket["title"], "｜".join(ticket["category"]), ticket["problem"], replies)
            yield [*cells, ticket["root_cause"], ticket["source_file"]]


def _csv(path: Path, found: Iterable[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([COLUMNS, *found])


def _jsonl(path: Path, found: Iterable[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8") as file:
        for row in found:
            file.write(json.dumps(dict(zip(COLUMNS, row, strict=True)), ensure_ascii=False) + "\n")


def _xlsx(path: Path, found: Iterable[Sequence[str]]) -> None:
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate((COLUMNS, *found)):
            for place, cell in enumerate(row):
                sheet.write_string(at, place, cell[:CHARACTERS])


WRITERS: dict[str, Callable[[Path, Iterable[Sequence[str]]], None]] = {"csv": _csv, "jsonl": _jsonl, "xlsx": _xlsx}


def _read_csv(path: Path) -> Iterator[Sequence[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.reader(file)


def _read_jsonl(path: Path) -> Iterator[Sequence[str]]:
    yield COLUMNS
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield tuple(json.loads(line).values())


def _read_xlsx(path: Path) -> Iterator[Sequence[str]]:
    yield from python_calamine.load_workbook(path).get_sheet_by_index(0).to_python()


READERS: dict[str, Reader] = {"csv": _read_csv, "jsonl": _read_jsonl, "xlsx": _read_xlsx}


def _plainly(path: Path, found: Iterator[Sequence[str]], chunks: Sequence[bytes]) -> None:
    next(found)
    codes: dict[str, int] = {}
    causes: dict[str, int] = {}
    said: list[tuple[int, int, int]] = []
    tickets = []
    for number, row in enumerate(found, 1):
        tickets.append(_ticket(number, row, codes))
        names = str(row[5]).split("；")
        said += [(number, place, causes.setdefault(one, len(causes) + 1)) for place, one in enumerate(names)]
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(importing.SOURCE)
        connection.executemany("INSERT INTO category(path, id) VALUES (?, ?)", codes.items())
        connection.executemany("INSERT INTO cause(name, id) VALUES (?, ?)", causes.items())
        connection.executemany(importing.TICKET, tickets)
        connection.executemany(importing.CAUSE, said)
        connection.executemany(importing.CONTENT, enumerate(chunks))


def _ticket(number: int, row: Sequence[object], codes: dict[str, int]) -> tuple[object, ...]:
    _, title, category, problem, replies, cause, source = map(str, row)
    replied = json.dumps([[None, replies]], ensure_ascii=False)
    fields = json.dumps([[COLUMNS[0], str(row[0])], [COLUMNS[6], source]], ensure_ascii=False)
    code = codes.setdefault(category, len(codes) + 1)
    texts = (title, code, category, problem, replied, None, cause, fields)
    return number, 1, number - 1, None, number, *texts, 0, "", 1, len(problem), 0, 0, b""
