"""A dataset file into the tables: its bytes, and its records in batches. Nothing of it is shown before `publish`.

A batch is a transaction, so that others can write in between and memory stays small whatever the file's size. What a
stopped import leaves is marked by ``source.ready`` 0, and `discard` removes it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from json.encoder import encode_basestring as quoted
from typing import BinaryIO

from db import formats, store
from db.checking import SYNONYMS
from db.errors import SourceError
from db.packing import Ahead, Packer, empty_chunk
from db.records import dataclass, field
from db.review import Review
from db.search import index
from db.values import Finding, Record, Turn

BATCH = index.BATCH
"""Tickets a transaction: some 60 ms of work, so that another writer hardly waits."""
MOST_TEXT = 16 << 20
"""Characters a batch, about: a few tickets may hold whole logs."""
MOST_NUMBER = 1 << 63
"""SQLite holds no number beyond; a title may begin with any digits."""
AT_ONCE = 16
"""Chunks of a file's bytes a transaction, where no tickets go with them."""

_SOURCE = """INSERT INTO source(name, path, format, encoding, bom, dialect, declared, size, sha256, modified,
    imported_at, version, ready) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 0)"""
_TICKET = f"""INSERT INTO ticket(id, source_id, ordinal, number, line, title, category_id, category_raw, problem,
    replies, conversation, root_cause, fields, status, note, turns, length, edited, parked, spans)
    VALUES ({", ".join("?" * 17)}, 0, 0, ?)"""
_CAUSE = "INSERT INTO ticketcause(ticket_id, position, cause_id) VALUES (?, ?, ?)"
_CONTENT = "INSERT INTO content(source_id, version, sequence, data) VALUES (?, ?, ?, ?)"
_SOME = "SELECT id FROM ticket WHERE source_id = ? LIMIT 500"
_FINDING = "INSERT INTO finding(source_id, ticket_id, code, line, data) VALUES (?, ?, ?, ?, ?)"

Beat = Callable[[int], None]
"""Called after each batch with the end of the last ticket in the source, in its own units."""


class Codes:
    """Ids of category paths and root causes by name; new names get theirs within the transaction of the caller."""

    def __init__(self, review: Review) -> None:
        self._review = review
        self._known: dict[str, dict[str, int]] = {
            "category": {path: number for number, path in review.execute("SELECT id, path FROM category")},
            "cause": {name: number for number, name in review.execute("SELECT id, name FROM cause")},
        }
        self._made: dict[str, list[int]] = {"category": [], "cause": []}

    def category(self, path: str) -> int:
        """The id of a stored category path."""
        return self._known["category"].get(path) or self._add("category", "path", path)

    def cause(self, name: str) -> int:
        """The id of a root cause."""
        return self._known["cause"].get(name) or self._add("cause", "name", name)

    def _add(self, table: str, column: str, name: str) -> int:
        # another program may have made it since we looked
        row = self._review.execute(f"SELECT id FROM {table} WHERE {column} = ?", (name,)).fetchone()
        if row is None:
            row = (self._review.execute(f"INSERT INTO {table}({column}) VALUES (?)", (name,)).lastrowid,)
            self._made[table].append(int(row[0] or 0))
        self._known[table][name] = int(row[0] or 0)
        return self._known[table][name]

    def forget(self) -> None:
        """Delete the names that were made here and that no ticket bears; within the caller's transaction."""
        for table, used in (("category", "ticket"), ("cause", "ticketcause")):
            sql = (
                f"DELETE FROM {table} WHERE id = ? AND NOT EXISTS (SELECT 1 FROM {used} WHERE {table}_id = {table}.id)"
            )
            self._review.executemany(sql, [(number,) for number in self._made[table]])


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a source comes from: the name it gets, its path, its bytes as a file or as they are stored already."""

    name: str
    path: str
    size: int
    sha256: str
    modified: float
    open: Callable[[], BinaryIO] | None
    """None: the bytes are in the review already, and are not stored again."""
    synonyms: Mapping[str, str]
    """Headings that a user had given a role when it was read."""


@dataclass(slots=True)
class Taken:
    """A source in the tables, not shown yet."""

    id: int
    tickets: int = 0
    findings: list[Finding] = field(default_factory=list)
    ids: list[int] = field(default_factory=list)
    """Ticket ids by position, for the tickets that findings speak of."""


def take_in(
    review: Review,
    codes: Codes,
    origin: Origin,
    reading: formats.Reading,
    indexed: bool,
    now: str,
    beat: Beat,
    may_be_empty: bool = False,
) -> Taken:
    """Write a source with its tickets; `indexed` makes them findable. Whatever is raised, `discard` the source.
    SourceError where there are no tickets, unless there `may_be_empty`.
    """
    with review.transaction():
        known = {SYNONYMS: dict(origin.synonyms)} if origin.synonyms else {}
        dialect = json.dumps(dict(reading.dialect) | known, ensure_ascii=False)
        encoding = (reading.encoding.codec, int(reading.encoding.bom), dialect, reading.declared)
        about = (origin.name, origin.path, reading.format, *encoding)
        values = (*about, origin.size, origin.sha256, origin.modified, now)
        taken = Taken(int(review.execute(_SOURCE, values).lastrowid or 0))
    try:
        _fill(review, codes, origin, reading, taken, indexed, beat)
        if not taken.tickets and not may_be_empty:
            raise SourceError("source.no_tickets", file=origin.path)
    except BaseException:
        discard(review, [taken.id], indexed)
        raise
    return taken


def _fill(
    review: Review, codes: Codes, origin: Origin, reading: formats.Reading, taken: Taken, indexed: bool, beat: Beat
) -> None:
    waiting = _batches(reading.records, min(BATCH, index.room(_next_id(review))))
    with Packer(origin.open() if origin.open else None) as packer, Ahead(waiting) as batches:
        while batch := batches.next():
            with review.transaction():
                _write(review, codes, taken, batch, indexed)
                _store(review, taken.id, packer.ready())
                batches.begin()  # the commit that follows is the disk's work, not the interpreter's
            checkpoint(review)
            beat(batch[-1].spans.get("ticket", (0, 0))[1])
        rest = packer.rest()
        while some := list(islice(rest, AT_ONCE)):
            with review.transaction():
                _store(review, taken.id, some)
            checkpoint(review)
    with review.transaction():
        if not origin.size:
            _store(review, taken.id, [(0, empty_chunk())])
        _write_findings(review, taken, reading.findings)


def _next_id(review: Review) -> int:
    return int(review.execute("SELECT coalesce(max(id), 0) FROM ticket").fetchone()[0]) + 1


def _batches(records: Iterable[Record], room: int) -> Iterator[list[Record]]:
    """Batches of records, the first of no more than `room`."""
    batch: list[Record] = []
    size = 0
    for record in records:
        batch.append(record)
        size += len(record.problem)
        if len(batch) >= room or size >= MOST_TEXT:
            room = BATCH if len(batch) >= room else room - len(batch)
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _write(review: Review, codes: Codes, taken: Taken, batch: Sequence[Record], indexed: bool) -> None:
    first = _next_id(review)
    path_text, pack = store.path_text, formats.pack_spans
    tickets: list[tuple[object, ...]] = []
    causes: list[tuple[int, int, int]] = []
    texts: list[index.Row] = []
    for number, record in enumerate(batch, first):
        thread = record.replies if record.conversation is None else record.conversation
        conversation = None if record.conversation is None else turns_text(record.conversation)
        length = len(record.title) + len(record.problem) + sum([len(turn.text) for turn in thread])
        tickets.append(
            (
                number,
                taken.id,
                taken.tickets + number - first,
                record.number if record.number is None or abs(record.number) < MOST_NUMBER else None,
                record.line,
                record.title,
                codes.category(path_text(record.category)),
                record.category_raw,
                record.problem,
                turns_text(record.replies),
                conversation,
                record.root_cause,
                store.pairs_text(record.fields),
                int(record.status),
                record.note,
                len(thread),
                length,
                pack(record.spans),
            )
        )
        causes += [(number, place, codes.cause(name)) for place, name in enumerate(record.causes)]
        if indexed:
            text = index.thread_text(record.replies, record.conversation)
            texts.append((number, record.title, record.problem, text, record.root_cause, record.note))
    review.executemany(_TICKET, tickets)
    review.executemany(_CAUSE, causes)
    if indexed:
        index.add(review, texts)
    taken.tickets += len(batch)
    taken.ids += range(first, first + len(batch))


_SPEAKERS = {None: "[null, ", "customer": '["customer", ', "staff": '["staff", '}


def turns_text(turns: Sequence[Turn]) -> str:
    """What `store.turns_text` says, three times as fast: it is made for every ticket of an import."""
    if not turns:
        return "[]"
    return "[" + ", ".join([_SPEAKERS[turn.speaker] + quoted(turn.text) + "]" for turn in turns]) + "]"


def _store(review: Review, source_id: int, chunks: Iterable[tuple[int, bytes]]) -> None:
    review.executemany(_CONTENT, ((source_id, 1, sequence, data) for sequence, data in chunks))


def _write_findings(review: Review, taken: Taken, findings: Iterable[Finding]) -> None:
    rows = []
    for found in findings:
        known = found.ordinal is not None and found.ordinal < len(taken.ids)
        ticket = taken.ids[found.ordinal or 0] if known else None
        rows.append((taken.id, ticket, found.code, found.line, json.dumps(dict(found.data), ensure_ascii=False)))
    review.executemany(_FINDING, rows)


def discard(review: Review, source_ids: Sequence[int], indexed: bool = True) -> None:
    """Remove sources that are not shown, with all they brought; in small steps, which need little of a full disk."""
    for source_id in source_ids:
        while ids := [row[0] for row in review.execute(_SOME, (source_id,))]:
            with review.transaction():
                if indexed:
                    index.remove(review, index.stored(review, f"WHERE id {store.AMONG}", json.dumps(ids)))
                review.executemany("DELETE FROM ticket WHERE id = ?", [(ticket_id,) for ticket_id in ids])
            checkpoint(review)
        with review.transaction():
            review.execute("DELETE FROM source WHERE id = ? AND ready = 0", (source_id,))
        checkpoint(review)


def checkpoint(review: Review) -> None:
    """Move what is committed from the log into the file. A full disk is noticed here, while little is in the log."""
    review.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()


def publish(review: Review, source_ids: Iterable[int]) -> None:
    """Show sources; in the transaction that logs the import."""
    review.executemany("UPDATE source SET ready = 1 WHERE id = ?", [(source_id,) for source_id in source_ids])
