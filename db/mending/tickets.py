"""The tickets of a source against what its bytes say: read again where they are lost, put right where they differ.

A field differs rightly where it was edited: where it is marked so, its original is kept, or the log has a change of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from db import formats, store
from db.checking import same, spans_of, values_of
from db.mending.sources import Source
from db.mending.work import Work
from db.values import CATEGORY, CONVERSATION, SOURCE_FIELDS, Record

_PLACES = "SELECT id, ordinal, line FROM ticket WHERE source_id = ? AND parked = 0 ORDER BY ordinal, id"
_TICKETS = f"""SELECT ticket.id, edited, spans, ordinal, line, number, category_raw, title, category.path, problem,
    replies, conversation, root_cause, fields FROM ticket LEFT JOIN category ON category.id = category_id
    WHERE ticket.id {store.AMONG}"""
_ABOUT = 7
"""Columns of those before the fields."""
_ADD = """INSERT INTO ticket(id, source_id, ordinal, number, line, title, category_id, category_raw, problem, replies,
    conversation, root_cause, fields, status, note, turns, length, edited, parked, spans)
    VALUES (?, ?, ?, ?, ?, '', 0, '', '', '[]', NULL, '', '[]', 0, '', 0, 0, 0, 0, x'')"""
_PLACE = """UPDATE ticket SET ordinal = ?, line = ?, number = ?, category_raw = ?, spans = ? WHERE id = ?"""
_LOGGED = f"SELECT DISTINCT ticket_id, field FROM change WHERE ticket_id {store.AMONG}"
_KEPT = f"SELECT ticket_id, field, value FROM original WHERE ticket_id {store.AMONG}"
_BEFORE = """SELECT ticket_id, field, before FROM change
    WHERE id IN (SELECT min(id) FROM change GROUP BY ticket_id, field) AND field IN ('title', 'problem', 'root_cause')
    ORDER BY id LIMIT 100"""
PAGE = 500
MOST_NUMBER = 1 << 63

Row = tuple[Any, ...]


def complete(work: Work, source: Source, records: Sequence[Record]) -> list[int]:
    """The ids of the tickets of all records: those that are lost are made, still empty; those that are over are parked.

    A lost ticket gets the id that it had, as far as its neighbours tell that.
    """
    found: dict[int, int] = {}
    rows = work.review.execute(_PLACES, (source.id,)).fetchall()
    if len(rows) == len(records):
        return [row[0] for row in rows]
    over = []
    for ticket_id, ordinal, line in rows:
        if ordinal < len(records) and (ordinal not in found or records[ordinal].line == line):
            over += [found[ordinal]] if ordinal in found else []
            found[ordinal] = ticket_id
        else:
            over.append(ticket_id)
    work.review.executemany("UPDATE ticket SET parked = 1 WHERE id = ?", [(one,) for one in over])
    work.counts["mended.parked"] += len(over)
    missing = [ordinal for ordinal in range(len(records)) if ordinal not in found]
    for ordinal, ticket_id in zip(missing, list(_ids(work, found, missing, records)), strict=True):
        found[ordinal] = ticket_id
        work.review.execute(_ADD, (ticket_id, source.id, ordinal, None, records[ordinal].line))
        work.broken |= {(ticket_id, name) for name in SOURCE_FIELDS} | {(ticket_id, "status"), (ticket_id, "note")}
    work.touched.update(found[ordinal] for ordinal in missing)
    work.counts["mended.reread"] += len(missing)
    return [found[ordinal] for ordinal in range(len(records))]


def _ids(work: Work, found: Mapping[int, int], missing: Sequence[int], records: Sequence[Record]) -> Iterator[int]:
    """An import numbers its tickets one after the other: what lies between two, or beside one, is known."""
    taken = {row[0] for row in work.review.execute("SELECT id FROM ticket")}
    logged = {row[0] for row in work.review.execute("SELECT DISTINCT ticket_id FROM change")} - taken
    free = max((*taken, *logged), default=0) + 1
    near = sorted(found)
    first = 0 if found else _first_id(work, taken, records)
    place = 0
    for ordinal in missing:
        while place < len(near) and near[place] < ordinal:
            place += 1
        sides = [found[one] + ordinal - one for one in near[max(place - 1, 0) : place + 1]]
        sides = sides or [first + ordinal]
        likely = next((one for one in sides if one > 0 and one not in taken), None)
        while likely is None or likely in taken:
            likely, free = free, free + 1
        taken.add(likely)
        yield likely


def _first_id(work: Work, taken: set[int], records: Sequence[Record]) -> int:
    """The id of the first ticket of a source of which none is left: it follows those of the source before, unless the
    log knows what tickets said before they were edited, and that stands elsewhere.
    """
    usual = max(taken, default=0) + 1
    votes = Counter({usual: 1})
    for ticket_id, name, before in work.review.execute(_BEFORE).fetchall():
        if ticket_id not in taken:
            votes.update(ticket_id - place for place, one in enumerate(records) if getattr(one, name) == before)
    return max(votes, key=lambda first: (votes[first], first == usual))


def settle(work: Work, ids: Sequence[int], records: Sequence[Record]) -> None:
    """Make tickets what their source says of them, but for what was edited; what it says of that is kept beside it."""
    for start in range(0, len(ids), PAGE):
        some = ids[start : start + PAGE]
        listed = store.listed(some)
        logged = {(row[0], row[1]) for row in work.review.execute(_LOGGED, (listed,))}
        kept = {(row[0], row[1]): row[2] for row in work.review.execute(_KEPT, (listed,))}
        rows = {row[0]: row for row in work.review.execute(_TICKETS, (listed,))}
        for ordinal, (ticket_id, record) in enumerate(zip(some, records[start : start + PAGE], strict=True), start):
            _settle_place(work, rows[ticket_id], ordinal, record)
            _settle(work, rows[ticket_id], record, logged, kept)


def _settle(
    work: Work, row: Row, record: Record, logged: set[tuple[int, str]], kept: Mapping[tuple[int, str], str | None]
) -> None:
    ticket_id, edited = row[:2]
    said = values_of(record)
    marked = set(store.edited_names(edited))
    for name, value in zip(SOURCE_FIELDS, row[_ABOUT:], strict=True):
        key = (ticket_id, name)
        differs = not same(name, value, said[name])
        may_differ = name in marked or key in logged or key in kept
        if differs and may_differ and key not in work.broken and (value is not None or name == CONVERSATION):
            _keep(work, key, kept, said[name])
        else:
            if differs:
                assign(work, ticket_id, name, said[name])
                work.counts["mended.value"] += key not in work.broken
            if key in kept:
                work.review.execute("DELETE FROM original WHERE ticket_id = ? AND field = ?", key)
                work.counts["mended.original"] += 1
    _mark(work, ticket_id, edited)


def _settle_place(work: Work, row: Row, ordinal: int, record: Record) -> None:
    number = record.number if record.number is None or abs(record.number) < MOST_NUMBER else None
    place = (ordinal, record.line, number, record.category_raw)
    if row[3:_ABOUT] != place or spans_of(row[2]) != dict(record.spans):
        work.review.execute(_PLACE, (*place, formats.pack_spans(record.spans), row[0]))
        work.counts["mended.span"] += row[0] not in work.touched


def _keep(work: Work, key: tuple[int, str], kept: Mapping[tuple[int, str], str | None], said: str | None) -> None:
    if key in kept and same(key[1], kept[key], said):
        return
    work.review.execute("INSERT OR REPLACE INTO original(ticket_id, field, value) VALUES (?, ?, ?)", (*key, said))
    work.counts["mended.original"] += 1


def _mark(work: Work, ticket_id: int, before: int) -> None:
    names = [row[0] for row in work.review.execute("SELECT field FROM original WHERE ticket_id = ?", (ticket_id,))]
    mask = store.edited_mask([name for name in names if name in SOURCE_FIELDS])
    if mask != before:
        work.review.execute("UPDATE ticket SET edited = ? WHERE id = ?", (mask, ticket_id))
        work.counts["mended.original"] += 1


def assign(work: Work, ticket_id: int, name: str, value: object) -> None:
    """Give a field of a ticket a value as its column holds it, a category as its path."""
    if name == CATEGORY:
        value = category_id(work, str(value))
        name = "category_id"
    work.review.execute(f"UPDATE ticket SET {name} = ? WHERE id = ?", (value, ticket_id))
    work.touched.add(ticket_id)


def category_id(work: Work, path: str) -> int:
    """The id of a category path, which is made where there is none."""
    work.review.execute("INSERT OR IGNORE INTO category(path) VALUES (?)", (path,))
    return int(work.review.execute("SELECT id FROM category WHERE path = ?", (path,)).fetchone()[0])
