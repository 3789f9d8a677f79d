"""A new version of a source moved into the review: base, ours and theirs, field by field, as was decided of each.

The new version stands in the review as a staged source (`intake`), and which ticket is which is known (`drift`); this
moves it into the old one, within the transaction of the caller, and leaves the old side where undo finds it
(`edits.revisions`). Matched tickets keep id, status, note and history. What is gone from the file is parked.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, Literal, NamedTuple

from db import formats, store
from db.edits import revisions
from db.edits.apply import CauseIds
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

_PLACES = "SELECT id, line, parked FROM ticket WHERE source_id = ? ORDER BY parked, ordinal, id"
_NEW = "SELECT id, line FROM ticket WHERE source_id = ? ORDER BY ordinal"
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
_STANDING = """INSERT INTO finding(source_id, ticket_id, code, line, data)
    SELECT ?1, ticket_id, code, finding.line, data FROM finding JOIN ticket ON ticket.id = ticket_id
    WHERE finding.source_id = ?2 AND code = 'conflict' AND json_extract(data, '$.field') IN (SELECT field FROM original
        WHERE original.ticket_id = ticket.id)"""
"""A conflict is told as long as its edit stands."""

Values = Mapping[str, Any]
"""A ticket's fields as its columns hold them, a category as its path."""


@dataclass(frozen=True, slots=True)
class Staged:
    """A new version of a source, read but not moved in. `ours` are the ids of its tickets in the review, in the order
    of the file, None for new ones; `same_bytes` where only the reading of it is new.
    """

    source_id: int
    taken: Taken
    ours: Sequence[int | None]
    same_bytes: bool = False


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was decided of a field that both sides changed: ``ours``, ``theirs``, or another value as its column holds
    it, with the root causes that it means."""

    side: Literal["ours", "theirs", "own"]
    value: str | None = None
    causes: tuple[str, ...] = ()


Choices = Mapping[tuple[int, str], Chosen]
"""By ticket id and field."""
UNDECIDED: Mapping[str, Chosen] = {}


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
    """Fields with their base: both sides have changed it, each in its way, and nobody decided."""


def compare(
    ours: Values, edited: Sequence[str], originals: Values, theirs: Values, chosen: Mapping[str, Chosen] = UNDECIDED
) -> Outcome:
    """Base, ours and theirs of every field. An edit stays unless the source now says the same, or it was decided so."""
    values: dict[str, Any] = {}
    still, changed, settled, conflicts = [], [], [], []
    fresh: dict[str, str | None] = {}
    for name in SOURCE_FIELDS:
        mine, new = ours[name], theirs[name]
        is_both = name in edited and mine != new and originals.get(name) != new
        values[name] = _decided(mine, new, chosen.get(name) if is_both else None) if name in edited else new
        if values[name] != mine:
            changed.append(name)
        if name not in edited:
            continue
        if values[name] == new:
            settled.append(name)
            continue
        still.append(name)
        if is_both:
            fresh[name] = new
            if name not in chosen:
                conflicts.append((name, originals.get(name)))
    return Outcome(values, tuple(still), tuple(changed), fresh, tuple(settled), tuple(conflicts))


def _decided(mine: str | None, new: str | None, chosen: Chosen | None) -> str | None:
    if chosen is None or chosen.side == "ours":
        return mine
    return new if chosen.side == "theirs" else chosen.value


def merge(review: Review, entry: int, staged: Staged, choices: Choices, progress: Progress) -> Merged:
    """Move a staged version into its source, as a revision that can be undone."""
    old, new = staged.source_id, staged.taken.id
    merged = Merged()
    known = review.execute(_PLACES, (old,)).fetchall()
    theirs = review.execute(_NEW, (new,)).fetchall()
    revision = revisions.begin(review, entry, old, new)
    work = _Merge(review, revision, choices, merged)
    ours = staged.ours if not staged.same_bytes else _by_line(known, [line for _, line in theirs])
    pairs = [_Pair(place, row[0], row[1], mine) for place, (row, mine) in enumerate(zip(theirs, ours, strict=True))]
    revisions.add(review, revision, (pair.theirs for pair in pairs if pair.ours is None))
    for at in range(0, len(pairs), PAGE):
        work.page(pairs[at : at + PAGE])
        progress(Step("merge", min(at + PAGE, len(pairs)), len(pairs)))
    there = {pair.ours for pair in pairs}
    work.park([row for row in known if row[0] not in there], len(pairs))
    _move_source(review, staged, {pair.theirs: pair.ours for pair in pairs if pair.ours is not None})
    work.tell(old, new)
    revisions.finish(review, revision)
    return merged


def _by_line(old: Sequence[tuple[int, int, int]], lines: Sequence[int]) -> list[int | None]:
    """The same bytes: a ticket is where it was."""
    ids = {line: ticket_id for ticket_id, line, parked in reversed(old) if not parked}
    return [ids.pop(line, None) for line in lines]


class _Pair(NamedTuple):
    """A ticket of the new version: its place, its id and line there, and its id in the review."""

    place: int
    theirs: int
    line: int
    ours: int | None


class _Merge:
    """One merge: what it has to tell in the end."""

    def __init__(self, review: Review, revision: revisions.Revision, choices: Choices, merged: Merged) -> None:
        self._review, self._revision, self._merged = review, revision, merged
        self._choices: dict[int, dict[str, Chosen]] = {}
        for (ticket_id, name), chosen in choices.items():
            self._choices.setdefault(ticket_id, {})[name] = chosen
        self._findings: list[tuple[object, ...]] = []
        self._causes = CauseIds(review)

    def page(self, pairs: Sequence[_Pair]) -> None:
        """Some tickets of the new version: those that are known become what they are there, the others come."""
        review = self._review
        matched = [(pair, pair.ours) for pair in pairs if pair.ours is not None]
        ids = [ours for _, ours in matched]
        rows = _values(review, [one for pair, ours in matched for one in (pair.theirs, ours)])
        originals = _originals(review, ids)
        before = index.texts(review, ids)
        for pair, ours in matched:
            chosen = self._choices.get(ours, UNDECIDED)
            names = store.edited_names(rows[ours]["edited"])
            outcome = compare(rows[ours], names, originals[ours], rows[pair.theirs], chosen)
            self._write(pair, ours, outcome, rows, originals[ours])
            self._log(pair, ours, outcome, rows[ours])
        after = index.texts(review, ids)
        index.replace_many(review, [(one, before[one], after[one]) for one in sorted(ids)])
        added = [(self._revision.source, pair.place, pair.theirs) for pair in pairs if pair.ours is None]
        review.executemany("UPDATE ticket SET source_id = ?, ordinal = ? WHERE id = ?", added)
        index.add(
            review, index.stored(review, f"WHERE id {store.AMONG} ORDER BY id", json.dumps([one[2] for one in added]))
        )
        self._merged.added += len(added)

    def _write(self, pair: _Pair, ours: int, outcome: Outcome, rows: Mapping[int, Values], originals: Values) -> None:
        review, values = self._review, outcome.values
        thread = store.turns(values[REPLIES] if values[CONVERSATION] is None else values[CONVERSATION])
        length = len(values[TITLE]) + len(values[PROBLEM]) + sum(len(turn.text) for turn in thread)
        category = self._category(values[CATEGORY], rows[ours], rows[pair.theirs])
        texts = [category if name == CATEGORY else values[name] for name in SOURCE_FIELDS]
        numbers = (store.edited_mask(outcome.edited), len(thread), length, pair.place, pair.theirs, ours)
        review.execute(_UPDATE, (*texts, *numbers))
        self._tag(pair, ours, outcome)
        said = {name: originals.get(name) for name in (*outcome.originals, *outcome.settled)}
        if said:
            revisions.say(review, self._revision, ours, said)
        fresh = [(value, ours, name) for name, value in outcome.originals.items()]
        review.executemany("UPDATE original SET value = ? WHERE ticket_id = ? AND field = ?", fresh)
        settled = [(ours, name) for name in outcome.settled]
        review.executemany("DELETE FROM original WHERE ticket_id = ? AND field = ?", settled)

    def _category(self, path: str, *rows: Values) -> int:
        for row in rows:
            if row[CATEGORY] == path:
                return int(row["category_id"])
        self._review.execute("INSERT OR IGNORE INTO category(path) VALUES (?)", (path,))
        return int(self._review.execute("SELECT id FROM category WHERE path = ?", (path,)).fetchone()[0])

    def _tag(self, pair: _Pair, ours: int, outcome: Outcome) -> None:
        """The root causes: those of the file, or of the text that was chosen; ours stay where the text is ours."""
        review = self._review
        chosen = self._choices.get(ours, UNDECIDED).get(ROOT_CAUSE)
        is_own = ROOT_CAUSE in outcome.changed and ROOT_CAUSE in outcome.edited
        if ROOT_CAUSE in outcome.edited and not is_own:
            return
        review.execute("DELETE FROM ticketcause WHERE ticket_id = ?", (ours,))
        if is_own and chosen is not None:
            tags = [(ours, place, self._causes[name]) for place, name in enumerate(chosen.causes)]
            review.executemany("INSERT INTO ticketcause(ticket_id, position, cause_id) VALUES (?, ?, ?)", tags)
        else:
            review.execute("UPDATE ticketcause SET ticket_id = ? WHERE ticket_id = ?", (ours, pair.theirs))

    def _log(self, pair: _Pair, ours: int, outcome: Outcome, before: Values) -> None:
        after, entry, merged = outcome.values, self._revision.entry, self._merged
        rows = [(entry, ours, name, before[name], after[name]) for name in outcome.changed]
        self._review.executemany(_CHANGE, rows)
        for name, base in outcome.conflicts:
            said = {"base": base, "ours": after[name], "theirs": outcome.originals[name]}
            data = {"field": name} | {side: _shown(name, text) for side, text in said.items()}
            self._find(ours, "conflict", pair.line, data)
        merged.conflicts += len(outcome.conflicts)
        merged.fields.update(outcome.changed)
        if outcome.changed:
            merged.ticket_ids.append(ours)

    def _find(self, ticket_id: int, code: str, line: int, data: Mapping[str, object]) -> None:
        text = json.dumps(dict(data), ensure_ascii=False)
        self._findings.append((self._revision.source, ticket_id, code, line, text))

    def park(self, gone: Sequence[tuple[int, int, int]], first: int) -> None:
        """Keep what is not in the file any more, behind the others. It has no place in the bytes, so no spans."""
        nowhere = formats.pack_spans({})
        rows = [(first + place, nowhere, ticket_id) for place, (ticket_id, _, _) in enumerate(gone)]
        self._review.executemany("UPDATE ticket SET parked = 1, ordinal = ?, spans = ? WHERE id = ?", rows)
        for ticket_id, line, _ in gone:
            self._find(ticket_id, "parked", line, {})
        self._merged.parked += len([parked for _, _, parked in gone if not parked])

    def tell(self, source: int, other: int) -> None:
        """Write the findings: conflicts that stand from former versions, and those of this one in their place."""
        again = [(one[1], json.loads(str(one[4]))["field"]) for one in self._findings if one[2] == "conflict"]
        self._review.execute(_STANDING, (source, other))
        sql = """DELETE FROM finding WHERE source_id = ? AND ticket_id = ? AND code = 'conflict'
            AND json_extract(data, '$.field') = ?"""
        decided = [(one, name) for one, fields in self._choices.items() for name in fields]
        self._review.executemany(sql, ((source, *one) for one in (*again, *decided)))
        self._review.executemany(_FINDING, self._findings)


def _values(review: Review, ids: Sequence[int]) -> dict[int, dict[str, Any]]:
    rows = review.execute(_PAGE, (json.dumps(ids),))
    return {row[0]: dict(zip(_FIELDS, row, strict=True)) for row in rows}


def _originals(review: Review, ids: Sequence[int]) -> dict[int, dict[str, str | None]]:
    found: dict[int, dict[str, str | None]] = {one: {} for one in ids}
    sql = f"SELECT ticket_id, field, value FROM original WHERE ticket_id {store.AMONG}"
    for ticket_id, name, value in review.execute(sql, (json.dumps(ids),)):
        found[ticket_id][name] = value
    return found


def _shown(name: str, stored: str | None) -> str:
    """A field's value as text to read."""
    if name in (REPLIES, CONVERSATION):
        return "\n".join(turn.text for turn in store.turns(stored or "[]"))
    if name == FIELDS:
        return "\n".join(f"{of}: {text}" for of, text in store.pairs(stored or "[]"))
    return stored or ""


def _move_source(review: Review, staged: Staged, same: Mapping[int, int]) -> None:
    """Bytes, findings and facts of the staged source become those of the old one, and the other way round."""
    old, new = staged.source_id, staged.taken.id
    found = review.execute("SELECT id, ticket_id FROM finding WHERE source_id = ?", (new,)).fetchall()
    moved = [(same[ticket], number) for number, ticket in found if ticket in same]
    review.executemany("UPDATE finding SET ticket_id = ? WHERE id = ?", moved)
    step = 0 if staged.same_bytes else 1
    sql = "UPDATE source SET version = (SELECT version + ? FROM source WHERE id = ?) WHERE id = ?"
    review.execute(sql, (step, old, new))
    sql = "UPDATE content SET source_id = ?, version = (SELECT version FROM source WHERE id = ?) WHERE source_id = ?"
    review.execute(sql, (old, new, new))
    revisions.exchange_facts(review, old, new)
    review.execute("DELETE FROM ticket WHERE source_id = ?", (new,))
