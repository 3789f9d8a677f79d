"""A source that has changed since its import: base, ours and theirs, field by field. Edits win and are reported.

The new version stands in the review as a staged source (`intake`); this moves it into the old one, within the
transaction of the caller. Matched tickets keep id, status, note and history. What is gone from the file is parked.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from db import formats, store
from db.identity import Key, key, match
from db.intake import Taken
from db.records import dataclass, field
from db.review import Review
from db.search import index
from db.values import (
    CATEGORY,
    CONVERSATION,
    FIELDS,
    PROBLEM,
    REPLIES,
    ROOT_CAUSE,
    SOURCE_FIELDS,
    TITLE,
    Progress,
    Step,
)

PAGE = 500

_SIDE = """SELECT ticket.id, title, category.path, problem, replies, conversation, root_cause, fields, line
    FROM ticket JOIN category ON category.id = category_id WHERE source_id = ? ORDER BY parked, ordinal, ticket.id"""
_ORIGINALS = """SELECT ticket_id, field, value FROM original
    WHERE ticket_id IN (SELECT id FROM ticket WHERE source_id = ?)"""
_FIELDS = ("id", *SOURCE_FIELDS, "edited", "category_id")
_PAGE = f"""SELECT ticket.id, title, category.path, problem, replies, conversation, root_cause, fields, edited,
    category_id
    FROM ticket JOIN category ON category.id = category_id WHERE ticket.id {store.AMONG}"""
_UPDATE = """UPDATE ticket SET title = ?, category_id = ?, problem = ?, replies = ?, conversation = ?, root_cause = ?,
    fields = ?, edited = ?, turns = ?, length = ?, ordinal = ?, parked = 0,
    (number, line, category_raw, spans) =
        (SELECT number, line, category_raw, spans FROM ticket AS theirs WHERE theirs.id = ?)
    WHERE id = ?"""
_CHANGE = "INSERT INTO change(entry_id, ticket_id, field, before, after) VALUES (?, ?, ?, ?, ?)"
_FINDING = "INSERT INTO finding(source_id, ticket_id, code, line, data) VALUES (?, ?, ?, ?, ?)"
_OLD_CONFLICT = """DELETE FROM finding WHERE ticket_id = ? AND code = 'conflict'
    AND json_extract(data, '$.field') = ?"""
_ABOUT = "format, encoding, bom, dialect, declared, size, sha256, modified, imported_at"

Values = Mapping[str, Any]
"""A ticket's fields as its columns hold them, a category as its path."""


@dataclass(frozen=True, slots=True)
class Staged:
    """A new version of a source, read but not moved in; `same_bytes` where only the reading of it is new."""

    source_id: int
    taken: Taken
    same_bytes: bool = False


@dataclass(slots=True)
class Merged:
    """What moving in did: the tickets that were there and changed, the fields, and how many of each kind."""

    ticket_ids: list[int] = field(default_factory=list)
    fields: set[str] = field(default_factory=set)
    added: int = 0
    parked: int = 0
    conflicts: int = 0

    @property
    def changed(self) -> int:
        """Tickets whose shown values changed."""
        return len(self.ticket_ids)


@dataclass(frozen=True, slots=True)
class Outcome:
    """One ticket compared: its new values, which fields are edited still, what is new to the log and the originals."""

    values: Values
    edited: tuple[str, ...]
    changed: tuple[str, ...]
    originals: Mapping[str, str | None]
    settled: tuple[str, ...]
    conflicts: tuple[tuple[str, str | None], ...]
    """Fields with their base: both sides have changed it, each in its way."""


def compare(ours: Values, edited: Sequence[str], originals: Values, theirs: Values) -> Outcome:
    """Base, ours and theirs of every field. An edit stays unless the source now says the same."""
    values: dict[str, Any] = {}
    still, changed, settled, conflicts = [], [], [], []
    fresh: dict[str, str | None] = {}
    for name in SOURCE_FIELDS:
        mine, new = ours[name], theirs[name]
        values[name] = mine if name in edited else new
        if name not in edited:
            changed += [name] if mine != new else []
        elif mine == new:
            settled.append(name)
        else:
            still.append(name)
            if originals.get(name) != new:
                fresh[name] = new
                conflicts.append((name, originals.get(name)))
    return Outcome(values, tuple(still), tuple(changed), fresh, tuple(settled), tuple(conflicts))


def merge(review: Review, entry: int, staged: Staged, progress: Progress) -> Merged:
    """Move a staged version into its source."""
    merged = Merged()
    old, new = _side(review, staged.source_id), _side(review, staged.taken.id)
    places = _by_line(old, new) if staged.same_bytes else match([one.key for one in old], [one.key for one in new])
    gone = sorted(set(range(len(old))) - {place for place in places if place is not None})
    pairs = [
        (ordinal, one.id, None if place is None else old[place].id)
        for ordinal, (one, place) in enumerate(zip(new, places, strict=True))
    ]
    lines = {one.id: one.line for one in new}
    review.execute("DELETE FROM finding WHERE source_id = ? AND code <> 'conflict'", (staged.source_id,))
    for at in range(0, len(pairs), PAGE):
        _page(review, entry, staged, pairs[at : at + PAGE], lines, merged)
        progress(Step("merge", min(at + PAGE, len(pairs)), len(pairs)))
    _drop_settled(review, staged.source_id)
    _park(review, staged.source_id, [old[place] for place in gone], len(new), merged)
    _move_source(review, staged, {theirs: ours for _, theirs, ours in pairs if ours is not None})
    return merged


@dataclass(frozen=True, slots=True)
class _Known:
    id: int
    key: Key
    line: int


def _side(review: Review, source_id: int) -> list[_Known]:
    """The tickets of a source by what the source says of them, the parked ones last."""
    originals: dict[int, dict[str, str | None]] = {}
    for ticket_id, name, value in review.execute(_ORIGINALS, (source_id,)):
        originals.setdefault(ticket_id, {})[name] = value
    found = []
    for row in review.execute(_SIDE, (source_id,)):
        base = dict(zip(SOURCE_FIELDS, row[1:8], strict=True)) | originals.get(row[0], {})
        rest = (base[CATEGORY], base[REPLIES], base[CONVERSATION], base[ROOT_CAUSE], base[FIELDS])
        found.append(_Known(row[0], key(base[TITLE], base[PROBLEM], rest), row[8]))
    return found


def _by_line(old: Sequence[_Known], new: Sequence[_Known]) -> list[int | None]:
    """The same bytes: a ticket is where it was."""
    lines = {one.line: place for place, one in reversed(list(enumerate(old)))}
    return [lines.pop(one.line, None) for one in new]


def _page(
    review: Review,
    entry: int,
    staged: Staged,
    pairs: Sequence[tuple[int, int, int | None]],
    lines: Mapping[int, int],
    merged: Merged,
) -> None:
    matched = [(ordinal, theirs, ours) for ordinal, theirs, ours in pairs if ours is not None]
    ids = [ours for _, _, ours in matched]
    rows = _values(review, [one for _, theirs, ours in matched for one in (theirs, ours)])
    originals = _originals(review, ids)
    before = index.texts(review, ids)
    for ordinal, theirs, ours in matched:
        outcome = compare(rows[ours], store.edited_names(rows[ours]["edited"]), originals[ours], rows[theirs])
        _write(review, ordinal, ours, theirs, outcome, rows)
        _log(review, entry, staged.source_id, ours, lines[theirs], outcome, rows, merged)
    after = index.texts(review, ids)
    index.replace_many(review, [(one, before[one], after[one]) for one in ids])
    added = [(staged.source_id, ordinal, theirs) for ordinal, theirs, ours in pairs if ours is None]
    review.executemany("UPDATE ticket SET source_id = ?, ordinal = ? WHERE id = ?", added)
    index.add(review, index.stored(review, f"WHERE id {store.AMONG}", json.dumps([one[2] for one in added])))
    merged.added += len(added)


def _values(review: Review, ids: Sequence[int]) -> dict[int, dict[str, Any]]:
    rows = review.execute(_PAGE, (json.dumps(ids),))
    return {row[0]: dict(zip(_FIELDS, row, strict=True)) for row in rows}


def _originals(review: Review, ids: Sequence[int]) -> dict[int, dict[str, str | None]]:
    found: dict[int, dict[str, str | None]] = {one: {} for one in ids}
    sql = f"SELECT ticket_id, field, value FROM original WHERE ticket_id {store.AMONG}"
    for ticket_id, name, value in review.execute(sql, (json.dumps(ids),)):
        found[ticket_id][name] = value
    return found


def _write(review: Review, ordinal: int, ours: int, theirs: int, outcome: Outcome, rows: Mapping[int, Values]) -> None:
    values = outcome.values
    thread = store.turns(values[REPLIES] if values[CONVERSATION] is None else values[CONVERSATION])
    length = len(values[TITLE]) + len(values[PROBLEM]) + sum(len(turn.text) for turn in thread)
    category = rows[ours if CATEGORY in outcome.edited else theirs]["category_id"]
    texts = [category if name == CATEGORY else values[name] for name in SOURCE_FIELDS]
    numbers = (store.edited_mask(outcome.edited), len(thread), length, ordinal, theirs, ours)
    review.execute(_UPDATE, (*texts, *numbers))
    if ROOT_CAUSE not in outcome.edited:
        review.execute("DELETE FROM ticketcause WHERE ticket_id = ?", (ours,))
        review.execute("UPDATE ticketcause SET ticket_id = ? WHERE ticket_id = ?", (ours, theirs))
    originals = [(value, ours, name) for name, value in outcome.originals.items()]
    review.executemany("UPDATE original SET value = ? WHERE ticket_id = ? AND field = ?", originals)
    settled = [(ours, name) for name in outcome.settled]
    review.executemany("DELETE FROM original WHERE ticket_id = ? AND field = ?", settled)


def _log(
    review: Review,
    entry: int,
    source_id: int,
    ours: int,
    line: int,
    outcome: Outcome,
    rows: Mapping[int, Values],
    merged: Merged,
) -> None:
    before, after = rows[ours], outcome.values
    review.executemany(_CHANGE, [(entry, ours, name, before[name], after[name]) for name in outcome.changed])
    for name, base in outcome.conflicts:
        said = {"base": base, "ours": after[name], "theirs": outcome.originals[name]}
        data = {"field": name} | {side: _shown(name, text) for side, text in said.items()}
        review.execute(_OLD_CONFLICT, (ours, name))
        review.execute(_FINDING, (source_id, ours, "conflict", line, json.dumps(data, ensure_ascii=False)))
    merged.conflicts += len(outcome.conflicts)
    merged.fields.update(outcome.changed)
    if outcome.changed:
        merged.ticket_ids.append(ours)


def _shown(name: str, stored: str | None) -> str:
    """A field's value as text to read."""
    if name in (REPLIES, CONVERSATION):
        return "\n".join(turn.text for turn in store.turns(stored or "[]"))
    if name == FIELDS:
        return "\n".join(f"{of}: {text}" for of, text in store.pairs(stored or "[]"))
    return stored or ""


def _drop_settled(review: Review, source_id: int) -> None:
    """A conflict is told as long as its edit stands."""
    sql = """SELECT finding.id, json_extract(finding.data, '$.field'), ticket.edited
        FROM finding JOIN ticket ON ticket.id = ticket_id WHERE finding.source_id = ? AND code = 'conflict'"""
    for number, name, edited in review.execute(sql, (source_id,)).fetchall():
        if name not in store.edited_names(edited):
            review.execute("DELETE FROM finding WHERE id = ?", (number,))


def _park(review: Review, source_id: int, gone: Sequence[_Known], first: int, merged: Merged) -> None:
    """Keep what is not in the file any more, behind the others. It has no place in the bytes, so it has no spans."""
    nowhere = formats.pack_spans({})
    were = {row[0] for row in review.execute("SELECT id FROM ticket WHERE source_id = ? AND parked = 1", (source_id,))}
    rows = [(first + place, nowhere, one.id) for place, one in enumerate(gone)]
    review.executemany("UPDATE ticket SET parked = 1, ordinal = ?, spans = ? WHERE id = ?", rows)
    review.executemany(_FINDING, [(source_id, one.id, "parked", one.line, "{}") for one in gone])
    merged.parked += len([one for one in gone if one.id not in were])


def _move_source(review: Review, staged: Staged, same: Mapping[int, int]) -> None:
    """Bytes, findings and facts of the staged source become those of the old one, and it goes."""
    old, new = staged.source_id, staged.taken.id
    step = 0 if staged.same_bytes else 1
    found = review.execute("SELECT id, ticket_id FROM finding WHERE source_id = ?", (new,)).fetchall()
    moved: Iterator[tuple[object, ...]] = ((old, same.get(ticket, ticket), number) for number, ticket in found)
    review.executemany("UPDATE finding SET source_id = ?, ticket_id = ? WHERE id = ?", moved)
    sql = (
        "UPDATE content SET source_id = ?, version = (SELECT version + 1 FROM source WHERE id = ?) WHERE source_id = ?"
    )
    review.execute(sql, (old, old, new))
    sql = (
        f"UPDATE source SET version = version + ?, ({_ABOUT}) = (SELECT {_ABOUT} FROM source WHERE id = ?) WHERE id = ?"
    )
    review.execute(sql, (step, new, old))
    review.execute("DELETE FROM source WHERE id = ?", (new,))
