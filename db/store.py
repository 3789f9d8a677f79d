"""Reading tickets, sources and findings out of an open review, as frozen records. Never writes.

Functions take the review's `execute`; nothing here knows who asks.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence, Set
from contextlib import suppress
from functools import lru_cache
from json.encoder import encode_basestring as quoted
from typing import Any

from db.errors import ReviewError
from db.unpacking import unpacked
from db.values import (
    CONVERSATION,
    FIELDS,
    PATH_SEPARATOR,
    REPLIES,
    SOURCE_FIELDS,
    OneTicket,
    Row,
    SourceReport,
    Status,
    StoredFinding,
    StoredTicket,
    Ticket,
    Turn,
)

_scan = json.scanner.make_scanner(json.JSONDecoder())  # type: ignore[attr-defined]
_SPEAKERS = frozenset((None, "customer", "staff"))
_STATUSES = {int(status): status for status in Status}

Causes = Mapping[str, tuple[str, ...]]
"""Joined ids -> the names of these causes."""
Execute = Callable[[str, tuple[object, ...]], sqlite3.Cursor]

PAGE = 500
"""Tickets read at once by `tickets`; a reader of all of them holds no more."""

AMONG = "IN (SELECT value FROM json_each(?))"
VISIBLE = "ticket.parked = 0 AND ticket.source_id IN (SELECT id FROM source WHERE ready = 1)"
HIDDEN = f"SELECT id FROM ticket WHERE NOT ({VISIBLE})"
"""Mostly none: to look for each ticket among them is quicker than to look each up."""

_ROWS = f"""SELECT ticket.id, title, category.path, status, edited, note <> '', turns
    FROM ticket JOIN category ON category.id = category_id WHERE ticket.id {AMONG}"""
_JOINED = """(SELECT group_concat(cause_id) FROM
    (SELECT cause_id FROM ticketcause WHERE ticket_id = ticket.id ORDER BY position))"""
_TICKETS = f"""SELECT ticket.id, source_id, source.name, line, number, title, category.path, category_raw, problem,
    replies, conversation, root_cause, {_JOINED}, fields, status, note, edited, parked
    FROM ticket JOIN category ON category.id = category_id JOIN source ON source.id = source_id
    WHERE ticket.id {AMONG}"""
_CAUSES = f"SELECT id, name FROM cause WHERE id {AMONG}"
_ORIGINALS = f"SELECT ticket_id, field, value FROM original WHERE ticket_id {AMONG}"
_AFTER = f"""SELECT id, source_id, ordinal FROM ticket
    WHERE (source_id, ordinal, id) > (?, ?, ?) AND {VISIBLE} ORDER BY source_id, ordinal, id LIMIT {PAGE}"""
_SOURCES = """SELECT id, name, path, format, encoding, bom, dialect, declared,
    (SELECT count(*) FROM ticket WHERE source_id = source.id AND parked = 0)
    FROM source WHERE ready = 1 ORDER BY id"""
_FINDINGS = "SELECT id, source_id, code, line, ticket_id, data FROM finding"


def rows(execute: Execute, ids: Sequence[int]) -> list[Row]:
    """What the list paints, in the order asked; an id that is no ticket (any more) is left out."""
    found = {
        row[0]: Row(row[0], row[1], path(row[2]), _STATUSES[row[3]], row[4] != 0, row[5] == 1, row[6])
        for row in execute(_ROWS, (listed(ids),)).fetchall()
    }
    return [found[one] for one in map(int, ids) if one in found]


def tickets(execute: Execute, ids: Sequence[int] | None = None) -> Iterator[Ticket]:
    """Whole tickets in the order asked; without ids all that are shown, by source and position."""
    pages = _all_pages(execute) if ids is None else (ids[at : at + PAGE] for at in range(0, len(ids), PAGE))
    for page in pages:
        found = _page(execute, page)
        yield from (found[one] for one in map(int, page) if one in found)


def stored_pages(execute: Execute, ids: Sequence[int]) -> Iterator[list[StoredTicket]]:
    """Tickets for a file, in the order asked, a page at a time."""
    for at in range(0, len(ids), PAGE):
        page = ids[at : at + PAGE]
        found = {one.id: one for one in _read(execute, listed(page), _stored)}
        yield [found[one] for one in page if one in found]


def _all_pages(execute: Execute) -> Iterator[list[int]]:
    last = (0, -1, 0)
    while page := execute(_AFTER, last).fetchall():
        yield [row[0] for row in page]
        last = (page[-1][1], page[-1][2], page[-1][0])


def _page(execute: Execute, ids: Sequence[int]) -> dict[int, Ticket]:
    chosen = listed(ids)
    originals: dict[int, dict[str, object]] = defaultdict(dict)
    for ticket_id, field, value in execute(_ORIGINALS, (chosen,)).fetchall():
        with suppress(ValueError):  # of a damaged one nothing is known
            originals[ticket_id][field] = original_value(field, value)
    made = _read(execute, chosen, lambda row, causes: _ticket(row, causes, originals.get(row[0], {})))
    return {one.id: one for one in made}


def _read(execute: Execute, chosen: str, make: Callable[[Sequence[Any], Causes], OneTicket]) -> list[OneTicket]:
    """What is made of the rows of tickets. Raises ReviewError ``review.damaged_ticket`` for bytes that were damaged on
    the disk: SQLite has no way to see it."""
    rows = execute(_TICKETS, (chosen,)).fetchall()
    causes = _causes(execute, {row[12] for row in rows if row[12] is not None})
    row: Sequence[Any] = ()
    try:
        return [make(row := each, causes) for each in rows]
    except (ValueError, TypeError, AttributeError, LookupError) as exc:
        raise ReviewError("review.damaged_ticket", ticket=row[0]) from exc


def _causes(execute: Execute, joined: Set[str]) -> Causes:
    """The names of causes by their ids, which are joined: tickets are many, and what they have of causes is little."""
    if not joined:
        return {}
    ids = {int(one) for some in joined for one in some.split(",") if one.isdecimal()}
    names = {str(row[0]): row[1] for row in execute(_CAUSES, (listed(sorted(ids)),)).fetchall()}
    return {some: tuple([names[one] for one in some.split(",") if one in names]) for some in joined}


def _ticket(row: Sequence[Any], causes: Causes, originals: Mapping[str, object]) -> Ticket:
    return Ticket(*[row[0], row[1], *_said(row, causes, turns), originals, row[17] != 0])


def _stored(row: Sequence[Any], causes: Causes) -> StoredTicket:
    return StoredTicket._make([row[0], *_said(row, causes, _thread), row[17] != 0])


def _said(row: Sequence[Any], causes: Causes, thread: Callable[[str], Any]) -> tuple[Any, ...]:
    """The values that both kinds of tickets have, by place and not by name: it is asked for each that is written."""
    return (
        row[2],
        row[3],
        row[4],
        row[5],
        path(row[6]),
        row[7],
        row[8],
        thread(row[9]),
        None if row[10] is None else thread(row[10]),
        row[11],
        causes.get(row[12], ()),
        pairs(row[13]),
        _STATUSES[row[14]],
        row[15],
        edited_names(row[16]),
    )


def original_value(field: str, value: str | None) -> object:
    """A stored original as it leaves the package: text, turns, pairs of other fields, a category path as text with
    `PATH_SEPARATOR`."""
    if field in (REPLIES, CONVERSATION):
        return None if value is None else turns(value)
    if field == FIELDS:
        return None if value is None else pairs(value)
    return value


def turns(stored: str) -> tuple[Turn, ...]:
    """The turns of a ``replies`` or ``conversation`` column."""
    return tuple([Turn(speaker, text) for speaker, text in _scanned(stored)])


def _thread(stored: str) -> Any:
    """The same as lists, for a file: ValueError where it would not be read again as it is."""
    listed = _scanned(stored)
    for speaker, text in listed:
        if speaker not in _SPEAKERS or type(text) is not str:
            raise ValueError(speaker)
    return listed


def _scanned(stored: str) -> Any:
    """The value of a column; `json.loads` takes twice as long for looking at what may stand around it."""
    if stored == "[]":
        return ()
    try:
        value, end = _scan(stored, 0)
    except (StopIteration, TypeError):
        return json.loads(stored)
    return value if end == len(stored) else json.loads(stored)


def pairs(stored: str) -> tuple[tuple[str, str], ...]:
    """The names and texts of a ``fields`` column."""
    return tuple([(name, text) for name, text in _scanned(stored)])


def pairs_text(fields: Sequence[tuple[str, str]]) -> str:
    """What `pairs` reads; by hand because it is made for every ticket of an import, and three times as fast so."""
    if not fields:
        return "[]"
    return "[" + ", ".join(["[" + quoted(name) + ", " + quoted(text) + "]" for name, text in fields]) + "]"


def turns_text(thread: Sequence[Turn]) -> str:
    """What `turns` reads."""
    return json.dumps([(turn.speaker, turn.text) for turn in thread], ensure_ascii=False) if thread else "[]"


@lru_cache(maxsize=4096)
def path(stored: str) -> tuple[str, ...]:
    """The names of a category path; () for none."""
    return tuple(stored.split(PATH_SEPARATOR)) if stored else ()


def path_text(names: Sequence[str]) -> str:
    """What `path` reads."""
    return PATH_SEPARATOR.join(names)


def edited_names(mask: int) -> tuple[str, ...]:
    """The fields whose bits are set in a ticket's ``edited``."""
    return tuple(name for bit, name in enumerate(SOURCE_FIELDS) if mask >> bit & 1) if mask else ()


def edited_mask(names: Sequence[str]) -> int:
    """What `edited_names` reads."""
    return sum(1 << SOURCE_FIELDS.index(name) for name in set(names))


def sources(execute: Execute) -> list[SourceReport]:
    """All sources whose import is done, in the order of import, each with its findings."""
    found: dict[int, list[StoredFinding]] = defaultdict(list)
    for finding in findings(execute):
        found[finding.source_id].append(finding)
    return [_source(row, tuple(found[row[0]])) for row in execute(_SOURCES, ())]


def _source(row: Sequence[Any], found: tuple[StoredFinding, ...]) -> SourceReport:
    encoding = f"{row[4]}-bom" if row[5] else row[4]
    dialect = _object(row[6])
    return SourceReport(row[0], row[1], row[2], row[3], encoding, row[8], row[7], dialect, found)


def _object(text: str) -> dict[str, Any]:
    """A JSON object; {} for what damage has left none: the check tells of it."""
    try:
        return dict(json.loads(text))
    except (ValueError, TypeError):
        return {}


def findings(execute: Execute, source_id: int | None = None) -> list[StoredFinding]:
    """What imports had to say of one source, or of all, in the order of the lines."""
    where = f" WHERE source_id {'IN (SELECT id FROM source WHERE ready = 1)' if source_id is None else '= ?'}"
    found = execute(f"{_FINDINGS}{where} ORDER BY source_id, line, id", () if source_id is None else (source_id,))
    return [StoredFinding(row[0], row[1], row[2], row[3], row[4], _object(row[5])) for row in found]


def content(execute: Execute, source_id: int, version: int | None = None) -> Generator[bytes, None, None]:
    """The bytes of a source in pieces, of the version asked (the newest unless told); nothing for an unknown one."""
    sql = "SELECT data FROM content WHERE source_id = ? AND version = coalesce(?, (SELECT max(version) FROM content"
    rows = execute(f"{sql} WHERE source_id = ?)) ORDER BY sequence", (source_id, version, source_id))
    try:
        yield from unpacked(row[0] for row in rows)
    finally:
        rows.close()  # an open statement is in the way of a checkpoint


def counts(execute: Execute) -> tuple[int, int]:
    """All tickets that are shown, and those of them that a reviewer has given a status."""
    sql = f"SELECT count(*), count(CASE WHEN status <> {Status.UNREVIEWED:d} THEN 1 END) FROM ticket WHERE {VISIBLE}"
    total, reviewed = execute(sql, ()).fetchone()
    return int(total), int(reviewed)


def listed(ids: Sequence[int]) -> str:
    """Ids as the parameter of `AMONG`."""
    return f"[{','.join(map(str, ids))}]"
