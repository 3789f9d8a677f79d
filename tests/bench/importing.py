"""Rows on importing JSONL: into the store alone, and until it can be searched.

The plain way parses the same lines and writes the same rows into the same tables, by `executemany` in one transaction:
tickets, root causes, and the bytes of the source as they were packed before its clock began. It checks nothing, tells
nobody how far it is and cannot be stopped.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
import statistics
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from db.importing import import_paths
from db.packing import Packer
from db.review import Review
from db.search import index
from tests.bench.ground import Ground, say
from tests.bench.measure import GIGABYTES, Measure, Rows, ratio, seconds, turns

STORE, SEARCHABLE = "import JSONL into the store", "import until searchable"
WEIGHT = "review file beside its sources"
GIGABYTE = 1e9
ROUNDS = 3
FILE_BYTES = 16 << 20

SOURCE = """INSERT INTO source(id, name, path, format, encoding, bom, dialect, size, sha256, modified, imported_at,
    version, ready) VALUES (1, 'plain', '', 'jsonl', 'utf-8', 0, '{}', 0, '', 0, '', 1, 1)"""
TICKET = f"""INSERT INTO ticket(id, source_id, ordinal, number, line, title, category_id, category_raw, problem,
    replies, conversation, root_cause, fields, status, note, turns, length, edited, parked, spans)
    VALUES ({", ".join("?" * 20)})"""
CONTENT = "INSERT INTO content(source_id, version, sequence, data) VALUES (1, 1, ?, ?)"
CAUSE = "INSERT INTO ticketcause(ticket_id, position, cause_id) VALUES (?, ?, ?)"


def rows(ground: Ground) -> Rows:
    """Three ways in turn: plain, into the store, until searchable; the last review stays for those after."""
    source = ground.jsonl
    chunks = packed(source)
    plain, store, searchable = [], [], []
    for number in turns(ground.rounds(ROUNDS)):
        say(f"importing {ground.size:,} tickets in three ways, turn {number + 1}")
        plain.append(_seconds(ground, lambda review: import_plainly(review, source, chunks)))
        store.append(_seconds(ground, lambda review: _import(review, source, make_index=False)))
        searchable.append(_seconds(ground, lambda review: _import(review, source, make_index=True), keep=not number))
    yield ratio(STORE, 1.5, store, plain, runs=len(plain))
    tidied = statistics.median(searchable) + _tidying(ground)
    against = statistics.median(plain)
    yield ratio(SEARCHABLE, 4, searchable, plain, runs=len(plain), with_tidying=round(tidied / against, 3))
    yield weight(ground.review, source)


def weight(review: Path, source: Path) -> Measure:
    """The review, closed, beside the bytes of its source, which it holds; in gigabytes."""
    held, read = review.stat().st_size / GIGABYTE, source.stat().st_size / GIGABYTE
    return Measure(WEIGHT, held / read, 2.2, held, read, unit=GIGABYTES)


def _tidying(ground: Ground) -> float:
    """Seconds of merging the segments of the text index, which makes searches quicker still; on a copy."""
    copy = Path(shutil.copy(ground.review, ground.path("tidy")))
    with Review.open(copy, "bench") as review:
        taken = seconds(lambda: index.tidy(review))
    ground.remove(copy)
    return taken


def _seconds(ground: Ground, way: Callable[[Path], None], keep: bool = False) -> float:
    path = ground.path("import")
    Review.create(path, "bench").close()
    taken = seconds(lambda: way(path))
    if keep:
        ground.keep(path)
    ground.remove(path)
    return taken


def _import(path: Path, source: Path, make_index: bool) -> None:
    with Review.open(path, "bench") as review:
        import_paths(review, [source], make_index=make_index)


def packed(source: Path) -> list[bytes]:
    """The bytes of a source as an import stores them."""
    with Packer(source.open("rb")) as packer:
        return [data for _, data in packer.rest()]


def import_plainly(path: Path, source: Path, chunks: Sequence[bytes]) -> None:
    """What a script of one page would do."""
    codes: dict[str, dict[str, int]] = {"category": {}, "cause": {}}
    with closing(sqlite3.connect(path)) as connection, source.open(encoding="utf-8") as file:
        tickets, causes = [], []
        for number, line in enumerate(file, 1):
            ticket = json.loads(line)
            tickets.append(_row(number, ticket, codes["category"]))
            known = codes["cause"]
            causes += [(number, n, known.setdefault(c, len(known) + 1)) for n, c in enumerate(ticket["root_causes"])]
        with connection:
            connection.execute(SOURCE)
            connection.executemany("INSERT INTO category(path, id) VALUES (?, ?)", codes["category"].items())
            connection.executemany("INSERT INTO cause(name, id) VALUES (?, ?)", codes["cause"].items())
            connection.executemany(TICKET, tickets)
            connection.executemany(CAUSE, causes)
            connection.executemany(CONTENT, enumerate(chunks))


def _row(number: int, ticket: dict[str, Any], categories: dict[str, int]) -> tuple[object, ...]:
    replies = [(turn["speaker"], turn["text"]) for turn in ticket["replies"]]
    path = "｜".join(ticket["category"])
    return (
        number,
        1,
        number - 1,
        ticket["number"],
        number,
        ticket["title"],
        categories.setdefault(path, len(categories) + 1),
        ticket["category_raw"],
        ticket["problem"],
        json.dumps(replies, ensure_ascii=False),
        None,
        ticket["root_cause"],
        "[]",
        0,
        ticket["note"],
        len(replies),
        len(ticket["title"]) + len(ticket["problem"]) + sum(len(text) for _, text in replies),
        0,
        0,
        b"",
    )
