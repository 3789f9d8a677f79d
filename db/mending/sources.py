"""The bytes of sources: whole or not, found again on the disk or in a backup, or made anew of their tickets."""

from __future__ import annotations

import hashlib
import io
import json
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from zstandard import ZstdError

from db import connection, formats, store
from db.checking import NONSENSE, SYNONYMS
from db.datafile import located
from db.errors import SourceError, UserError
from db.mending.work import Work
from db.packing import Packer, empty_chunk
from db.records import dataclass, replace
from db.store import Execute
from db.values import SOURCE_FIELDS, Record, Step, Ticket

_SOURCES = "SELECT id, name, path, size, sha256, dialect FROM source WHERE ready = ? ORDER BY id"
_STORE = "INSERT INTO content(source_id, version, sequence, data) VALUES (?, ?, ?, ?)"
_FACTS = """UPDATE source SET name = ?, format = ?, encoding = ?, bom = ?, dialect = ?, declared = NULL, size = ?,
    sha256 = ? WHERE id = ?"""
_STAND_IN = """INSERT INTO source(id, name, path, format, encoding, bom, dialect, declared, size, sha256, modified,
    imported_at, version, ready) VALUES (?, ?, ?, 'jsonl', 'utf-8', 0, '{}', NULL, -1, '', 0, ?, 1, 1)"""
_LOST = """SELECT DISTINCT source_id FROM ticket WHERE source_id NOT IN (SELECT id FROM source)
    UNION SELECT DISTINCT source_id FROM content WHERE source_id NOT IN (SELECT id FROM source)"""
_NO_BYTES = (sqlite3.Error, UserError, zlib.error, ZstdError, OSError, ValueError, MemoryError)


@dataclass(frozen=True, slots=True)
class Source:
    """A source as its row says."""

    id: int
    name: str
    path: str
    size: int
    sha256: str
    dialect: str


def stand_ins(work: Work) -> None:
    """A row for each source whose own is lost, though there are tickets or bytes of it."""
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    for (number,) in work.review.execute(_LOST).fetchall():
        name = f"recovered-{number}.jsonl"
        work.review.execute(_STAND_IN, (number, name, name, now))
        data = stored(work.review.execute, number)
        if data and (reading := _reading(data, name)) is not None:
            _describe(work, Source(number, name, name, -1, "", "{}"), data, reading)


def sources(work: Work, ready: int = 1) -> list[Source]:
    """The sources of the review that are shown (`ready` 2: other sides of revisions)."""
    return [Source(*row) for row in work.review.execute(_SOURCES, (ready,)).fetchall()]


def stored(execute: Execute, source_id: int) -> bytes | None:
    """The bytes that a review holds of a source; None where they cannot be unpacked."""
    try:
        return b"".join(store.content(execute, source_id))
    except _NO_BYTES:
        return None


def is_whole(source: Source, data: bytes | None) -> bool:
    """Whether these are the bytes that were imported."""
    return data is not None and len(data) == source.size and hashlib.sha256(data).hexdigest() == source.sha256


def records_of(source: Source, data: bytes) -> list[Record] | None:
    """The tickets in the bytes of a source, as its import read them; None where they cannot be read any more."""
    try:
        # with the headings that were known when it was imported
        vocabulary = formats.load_vocabulary(json.loads(source.dialect).get(SYNONYMS))
        return list(formats.read_bytes(data, source.name, vocabulary).records) if data else []
    except SourceError:
        return None


def whole(work: Work) -> Iterator[tuple[Source, list[Record]]]:
    """Every source that is shown, its bytes made whole where they were not, with the records in them."""
    all_sources = sources(work)
    for place, source in enumerate(all_sources):
        work.progress(Step("check", place, len(all_sources), source.name))
        data = stored(work.review.execute, source.id)
        if not is_whole(source, data):
            data = _found(work, source)
        if not _is_understood(source):
            source = _described_anew(work, source, data)
        records = records_of(source, data) if data is not None else None
        if records is None and work.remake:
            source, records = _remade(work, source)
        if records is not None:
            yield source, records
        else:
            work.say("mended.no_bytes", source=source.name)


def _is_understood(source: Source) -> bool:
    """Whether it is known how a source is written: damage can leave JSON that says nothing of it."""
    try:
        formats.Style.of(json.loads(source.dialect))
    except NONSENSE:
        return False
    return True


def _described_anew(work: Work, source: Source, data: bytes | None) -> Source:
    """What its bytes say of how it is written; nothing where they are lost, as of a source that is made anew."""
    reading = _reading(data, source.name) if data else None
    dialect = json.dumps(dict(reading.dialect), ensure_ascii=False) if reading is not None else "{}"
    work.review.execute("UPDATE source SET dialect = ? WHERE id = ?", (dialect, source.id))
    work.say("mended.dialect", source=source.name)
    return replace(source, dialect=dialect)


def _found(work: Work, source: Source) -> bytes | None:
    with suppress(*_NO_BYTES):
        there = located(source.path).read_bytes()
        if is_whole(source, there):
            put(work, source.id, there)
            work.say("mended.from_file", source=source.name, file=source.path)
            return there
    for backup in work.backups:
        data = _in_backup(backup, source)
        if data is not None:
            put(work, source.id, data)
            work.say("mended.from_backup", source=source.name, file=str(backup))
            return data
    return None


def _in_backup(backup: Path, source: Source) -> bytes | None:
    with suppress(*_NO_BYTES), closing(connection.connect(backup, read_only=True)) as opened:
        for (number,) in opened.execute("SELECT id FROM source WHERE sha256 = ?", (source.sha256,)).fetchall():
            data = stored(opened.execute, number)
            if is_whole(source, data):
                return data
    return None


def put(work: Work, source_id: int, data: bytes) -> None:
    """Store bytes as those of a source."""
    newest = "SELECT coalesce(max(version), 1) FROM content WHERE source_id = ?"
    version = work.review.execute(newest, (source_id,)).fetchone()[0]
    work.review.execute("DELETE FROM content WHERE source_id = ? AND version = ?", (source_id, version))
    with Packer(io.BytesIO(data)) as packer:
        chunks = packer.rest() if data else iter([(0, empty_chunk())])
        work.review.executemany(_STORE, ((source_id, version, sequence, chunk) for sequence, chunk in chunks))


def _remade(work: Work, source: Source) -> tuple[Source, list[Record] | None]:
    """A source whose bytes are nowhere, as JSONL of what its tickets say of it."""
    ids = [
        row[0]
        for row in work.review.execute(
            "SELECT id FROM ticket WHERE source_id = ? AND parked = 0 ORDER BY ordinal, id", (source.id,)
        )
    ]
    if not ids:
        _drop(work, source)
        return source, None
    lines = [
        json.dumps(formats.ticket_object(_as_imported(ticket)), ensure_ascii=False)
        for ticket in store.tickets(work.review.execute, ids)
    ]
    data = "".join(f"{line}\n" for line in lines).encode()
    reading = _reading(data, source.name)
    assert reading is not None, "lines that were made here can be read"
    source = _describe(work, source, data, reading)
    put(work, source.id, data)
    for place, ticket_id in enumerate(ids):
        work.review.execute("UPDATE ticket SET ordinal = ? WHERE id = ?", (place, ticket_id))
    work.say("mended.remade", source=source.name, n=len(ids))
    return source, records_of(source, data)


def _drop(work: Work, source: Source) -> None:
    """A source of which neither bytes nor tickets are left."""
    for table in ("content", "finding", "ticket"):
        work.review.execute(f"DELETE FROM {table} WHERE source_id = ?", (source.id,))
    work.review.execute("DELETE FROM source WHERE id = ?", (source.id,))


def _as_imported(ticket: Ticket) -> Ticket:
    said: dict[str, Any] = {name: value for name, value in ticket.originals.items() if name in SOURCE_FIELDS}
    if isinstance(path := said.get("category"), str):
        said["category"] = store.path(path)
    for name in ("replies", "fields"):
        if name in said and said[name] is None:
            del said[name]
    return replace(ticket, **said)


def _reading(data: bytes, name: str) -> formats.Reading | None:
    try:
        return formats.read_bytes(data, name, formats.load_vocabulary(None))
    except SourceError:
        return None


def _describe(work: Work, source: Source, data: bytes, reading: formats.Reading) -> Source:
    """Write down of a source what its bytes say of themselves."""
    ending = ".jsonl" if reading.format == "jsonl" else ".md"
    name = source.name if source.size < 0 else f"{Path(source.name).stem} (recovered){ending}"
    if source.size < 0 and not name.endswith(ending):
        name = f"{Path(name).stem}{ending}"
    taken = work.review.execute("SELECT 1 FROM source WHERE name = ? AND id <> ?", (name, source.id)).fetchone()
    name = f"{Path(name).stem} {source.id}{ending}" if taken else name
    digest, dialect = hashlib.sha256(data).hexdigest(), json.dumps(dict(reading.dialect), ensure_ascii=False)
    facts = (name, reading.format, reading.encoding.codec, int(reading.encoding.bom), dialect, len(data), digest)
    work.review.execute(_FACTS, (*facts, source.id))
    return Source(source.id, name, source.path, len(data), digest, dialect)
