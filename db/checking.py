"""Is a review what it should be? Integrity, references, sources against their bytes, values against the log.

Reads only, and returns what is wrong as values: a damaged review is news, not an error.
"""

from __future__ import annotations

import json
import sqlite3
import struct
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from db import store
from db.errors import SourceError, UserError
from db.late import Late
from db.records import dataclass
from db.store import Execute
from db.values import (
    CATEGORY,
    CONVERSATION,
    FIELDS,
    LOGGED_FIELDS,
    PROBLEM,
    REPLIES,
    ROOT_CAUSE,
    SOURCE_FIELDS,
    STATUS,
    TITLE,
    Progress,
    Record,
    Status,
    Step,
    Summary,
    no_progress,
)

if TYPE_CHECKING:
    import hashlib

    import zstandard

    from db import formats
else:  # the quick form of a check, which runs beside the window, needs none of them
    formats, hashlib, zstandard = Late("db.formats"), Late("hashlib"), Late("zstandard")

SYNONYMS = "synonyms"
"""Key in a source's dialect: the headings that a user had added when it was imported."""

NONSENSE = (ValueError, TypeError, KeyError, AttributeError, IndexError)
"""What values that make no sense raise, such as a text where a number should be."""

_COLUMNS = """ticket.id, ordinal, line, edited, spans, title, category.path, problem, replies, conversation,
    root_cause, fields"""
_NAMES = SOURCE_FIELDS
_OF_SOURCE = f"""SELECT {_COLUMNS} FROM ticket JOIN category ON category.id = category_id
    WHERE source_id = ? AND parked = 0 ORDER BY ordinal"""
_LOGGED_VALUES = """SELECT change.ticket_id, change.field, change.after, title, category.path, problem, replies,
    conversation, root_cause, fields, status, note FROM change JOIN ticket ON ticket.id = change.ticket_id
    LEFT JOIN category ON category.id = category_id"""
LATEST = f"{_LOGGED_VALUES} WHERE change.id IN (SELECT max(id) FROM change GROUP BY ticket_id, field)"
"""What the log says last of each field of each ticket (ticket, field, value), and its values of `LOGGED_FIELDS`."""
_LAST = "SELECT key, after FROM decision WHERE id IN (SELECT max(id) FROM decision GROUP BY key)"
UNDECIDED_KEYS = f"""SELECT decided.key, value, last.key IS NOT NULL, after
    FROM decided LEFT JOIN ({_LAST}) AS last ON last.key = decided.key WHERE value IS NOT after
    UNION ALL SELECT last.key, NULL, 1, after FROM ({_LAST}) AS last LEFT JOIN decided ON decided.key = last.key
    WHERE value IS NULL AND after IS NOT NULL"""
"""Decisions that are not what the log says: key, value, whether the log knows the key, and what it says last."""


def check(execute: Execute, progress: Progress = no_progress) -> list[Summary]:
    """All problems, none where the review is sound; `sentences.sentence` has the words of each."""
    found: list[Summary] = []
    try:
        for part in (_integrity(execute), _references(execute), _indexes(execute), _sources(execute, progress)):
            found += part
        for part in (_edits(execute), _log(execute), _decisions(execute)):
            found += part
    except (sqlite3.DatabaseError, UserError, *NONSENSE) as exc:
        # damage that stops the reading itself is a finding too
        found.append(trouble(exc))
    return found


def trouble(exc: Exception) -> Summary:
    """What stopped a check, as a finding: what the file is damaged by where that is known, else what was raised."""
    match exc:
        case UserError(code="review.corrupt"):
            return Summary("check.pages")
        case UserError(code="review.index_damaged"):
            return Summary("check.index")
        case UserError():
            return Summary(exc.code, exc.data)
    return Summary("check.integrity", {"detail": f"{type(exc).__name__}: {exc}"})


def _integrity(execute: Execute) -> Iterator[Summary]:
    for (text,) in execute("PRAGMA integrity_check", ()).fetchall():
        if text != "ok":
            yield Summary("check.integrity", {"detail": text})


def _references(execute: Execute) -> Iterator[Summary]:
    broken: dict[str, int] = {}
    for row in execute("PRAGMA foreign_key_check", ()):
        broken[row[0]] = broken.get(row[0], 0) + 1
    for table, n in broken.items():
        yield Summary("check.reference", {"table": table, "n": n})


def _indexes(execute: Execute) -> Iterator[Summary]:
    """The inner structure of every full-text table."""
    sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE % USING fts5%'"
    for (name,) in execute(sql, ()).fetchall():
        try:
            execute(f"INSERT INTO {name}({name}) VALUES ('integrity-check')", ())
        except UserError as exc:
            # a review that is read only, or busy, cannot be asked
            if exc.code in ("review.index_damaged", "review.corrupt"):
                yield Summary("check.index", {})


@dataclass(frozen=True, slots=True)
class _Source:
    id: int
    name: str
    size: int
    sha256: str
    dialect: str
    format: str
    encoding: str
    bom: int


def _sources(execute: Execute, progress: Progress) -> Iterator[Summary]:
    rows = execute(
        "SELECT id, name, size, sha256, dialect, format, encoding, bom FROM source WHERE ready = 1 ORDER BY id", ()
    ).fetchall()
    for place, row in enumerate(rows):
        progress(Step("check", place, len(rows), row[1]))
        yield from _source(execute, _Source(*row))


def _source(execute: Execute, source: _Source) -> Iterator[Summary]:
    try:
        data = b"".join(store.content(execute, source.id))
    except (zlib.error, zstandard.ZstdError):
        data = b""
    if len(data) != source.size or hashlib.sha256(data).hexdigest() != source.sha256:
        yield Summary("check.bytes", {"source": source.name})
        return
    try:
        # with the headings that were known when it was imported
        dialect = json.loads(source.dialect)
        vocabulary = formats.load_vocabulary(dialect.get(SYNONYMS))
        how = formats.How(source.format, formats.Encoding(source.encoding, bool(source.bom)), dialect)
        # a reviewer may have said that all tickets of a file that was emptied are gone
        records = list(formats.read_again(data, source.name, vocabulary, how).records) if data else []
    except (SourceError, ValueError, AttributeError):  # not even its dialect can be read
        yield Summary("check.unreadable", {"source": source.name})
        return
    originals = _originals(execute, source.id)
    tickets = execute(_OF_SOURCE, (source.id,)).fetchall()
    if len(records) != len(tickets):
        yield Summary("check.tickets", {"source": source.name, "expected": len(records), "n": len(tickets)})
        return
    for record, row in zip(records, tickets, strict=True):
        yield from _ticket(source.name, record, row, originals.get(row[0], {}))


def _ticket(source: str, record: Record, row: tuple[Any, ...], originals: Mapping[str, Any]) -> Iterator[Summary]:
    """The spans are those of the bytes, and what an edit has not touched is what they say."""
    spans = spans_of(row[4])
    for name in sorted(set(spans) ^ set(record.spans) | {n for n in spans if spans[n] != record.spans.get(n)}):
        yield Summary("check.span", {"ticket": row[0], "source": source, "field": name})
    said = values_of(record)
    base = dict(zip(_NAMES, row[5:], strict=True)) | dict(originals)
    for name in _NAMES:
        if not same(name, base[name], said[name]):
            yield Summary("check.value", {"ticket": row[0], "source": source, "field": name})


def values_of(record: Record) -> dict[str, Any]:
    """The fields of a record as the columns of a ticket hold them, a category as its path."""
    return {
        TITLE: record.title,
        CATEGORY: store.path_text(record.category),
        PROBLEM: record.problem,
        REPLIES: store.turns_text(record.replies),
        CONVERSATION: None if record.conversation is None else store.turns_text(record.conversation),
        ROOT_CAUSE: record.root_cause,
        FIELDS: store.pairs_text(record.fields),
    }


def same(name: str, one: Any, other: Any) -> bool:
    """Whether two values of a field, as columns hold them, say the same."""
    if name in (REPLIES, CONVERSATION, FIELDS) and one is not None and other is not None:
        with suppress(ValueError):
            return bool(json.loads(one) == json.loads(other))
    return bool(one == other)


def spans_of(packed: bytes) -> dict[str, tuple[int, int]]:
    """The spans of a ticket; {} where damage has left none that make sense."""
    try:
        return formats.unpack_spans(packed)
    except (struct.error, ValueError, IndexError, AttributeError, TypeError):
        return {}


def _originals(execute: Execute, source_id: int) -> dict[int, dict[str, Any]]:
    sql = """SELECT ticket_id, field, value FROM original JOIN ticket ON ticket.id = ticket_id WHERE source_id = ?"""
    found: dict[int, dict[str, Any]] = {}
    for ticket_id, name, value in execute(sql, (source_id,)):
        found.setdefault(ticket_id, {})[name] = value
    return found


def _edits(execute: Execute) -> Iterator[Summary]:
    """A field is marked as edited where, and only where, its original is kept."""
    kept: dict[int, int] = {}
    for ticket_id, name in execute("SELECT ticket_id, field FROM original", ()):
        kept[ticket_id] = kept.get(ticket_id, 0) | (store.edited_mask([name]) if name in SOURCE_FIELDS else 0)
    marked = dict(execute("SELECT id, edited FROM ticket WHERE edited <> 0", ()).fetchall())
    for ticket_id in sorted(kept.keys() | marked.keys()):
        for name in store.edited_names(kept.get(ticket_id, 0) ^ marked.get(ticket_id, 0)):
            yield Summary("check.original", {"ticket": ticket_id, "field": name})


def _log(execute: Execute) -> Iterator[Summary]:
    for row in execute(LATEST, ()):
        if logged_wrongly(row):
            yield Summary("check.log", {"ticket": row[0], "field": row[1]})


def latest_of(among: str) -> str:
    """SQL like `LATEST` for the changes of these ids (one parameter), where nothing later was changed."""
    later = "SELECT 1 FROM change AS later WHERE later.ticket_id = change.ticket_id AND later.field = change.field"
    return f"{_LOGGED_VALUES} WHERE change.id {among} AND NOT EXISTS ({later} AND later.id > change.id)"


def logged_wrongly(row: Sequence[Any]) -> bool:
    """Whether a row of `LATEST` has another value than the log says."""
    name, after = row[1:3]
    values = dict(zip(LOGGED_FIELDS, row[3:], strict=True))
    values[STATUS] = status_word(values[STATUS])
    return name in values and not same(name, values[name], after)


def status_word(stored: object) -> str | None:
    """The word of a status as its column holds it; None for what is none."""
    return next((status.word for status in Status if status == stored), None)


def _decisions(execute: Execute) -> Iterator[Summary]:
    """What is decided of replies is what the log says last of each."""
    for key, *_ in execute(UNDECIDED_KEYS, ()).fetchall():
        yield Summary("check.decided", {"key": key})
