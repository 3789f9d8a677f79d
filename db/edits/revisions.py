"""Versions of sources as actions of the log: the side that is not shown, kept beside the one that is, and both turned.

A version that was taken in leaves the former one in a source of its own that nobody sees (`other`): what was known of
the file, the findings, and, once it is undone, the bytes and the tickets that only the new version has. What the two
sides say of a ticket lies in the table ``aside``; the values of its fields are in the log, as of any action. Undo and
redo exchange the sides. All within the transaction of the caller.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from db.edits.actions import Inverse
from db.edits.apply import apply, edited_mask, passes
from db.edits.columns import CAUSES, CURRENT
from db.edits.journal import open_entry
from db.edits.pace import Pace
from db.errors import EditError
from db.records import dataclass
from db.review import Review
from db.values import ROOT_CAUSE, Changes, Progress, Summary, no_progress

SHOWN, HIDDEN = 1, 2
"""``source.ready``."""

FACTS = "format, encoding, bom, dialect, declared, size, sha256, modified, imported_at, version"
"""What is known of a source from its bytes."""
_SIDE = ("source_id", "ordinal", "number", "line", "category_raw", "parked", "spans")
_COLUMNS = ", ".join(_SIDE)
_TAGS = """(SELECT json_group_array(cause_id) FROM (SELECT cause_id FROM ticketcause
    WHERE ticket_id = ticket.id ORDER BY position))"""
_SET_ASIDE = f"INSERT INTO aside(entry_id, ticket_id, {_COLUMNS}, causes) SELECT ?, id, {_COLUMNS}, {_TAGS} FROM ticket"
_SAME_TAGS = f"""UPDATE aside SET causes = NULL FROM ticket
    WHERE entry_id = ? AND ticket.id = ticket_id AND causes IS {_TAGS}"""
_SAME = f"""DELETE FROM aside WHERE entry_id = ? AND causes IS NULL AND said = '{{}}' AND EXISTS (SELECT 1 FROM ticket
    WHERE id = ticket_id AND ({", ".join(f"ticket.{name}" for name in _SIDE)}) IS
    ({", ".join(f"aside.{name}" for name in _SIDE)}))"""
_OTHER_SIDE = f"""INSERT INTO aside(entry_id, ticket_id, {_COLUMNS}, causes)
    SELECT ?, ticket.id, {", ".join(f"ticket.{name}" for name in _SIDE)},
        CASE WHEN causes IS NULL THEN NULL ELSE {_TAGS} END
    FROM aside JOIN ticket ON ticket.id = ticket_id WHERE entry_id = ?"""
_THIS_SIDE = f"""UPDATE ticket SET {", ".join(f"{name} = aside.{name}" for name in _SIDE)} FROM aside
    WHERE entry_id = ? AND ticket.id = ticket_id"""
_TAGGED = f"""SELECT ticket_id FROM aside WHERE entry_id = ?1 AND causes IS NOT NULL AND (
    ticket_id NOT IN (SELECT ticket_id FROM original WHERE field = '{ROOT_CAUSE}')
    OR ticket_id IN (SELECT ticket_id FROM change WHERE entry_id = ?1 AND field = '{ROOT_CAUSE}')
    OR json_type(said, '$.{ROOT_CAUSE}') IS NOT NULL)"""
_TAG = """INSERT INTO ticketcause(ticket_id, position, cause_id) SELECT ticket_id, key, value
    FROM aside, json_each(causes) WHERE entry_id = ? AND ticket_id = ?"""
_NEWEST = """SELECT entry.id, reviewer FROM revision JOIN entry ON entry.id = entry_id
    WHERE source_id = ? AND undone = 0 ORDER BY entry.id DESC LIMIT 1"""
_TOUCHED = """SELECT reviewer, ticket_id, field FROM change JOIN entry ON entry.id = entry_id
    WHERE entry_id > ?1 AND undone = 0 AND kind IN ('edit', 'import') AND {added} ORDER BY change.id DESC LIMIT 1"""
_ADDED = "ticket_id IN (SELECT ticket_id FROM aside WHERE aside.entry_id = ?1 AND aside.source_id = ?2)"
_ALL = "ticket_id IN (SELECT id FROM ticket WHERE ticket.source_id = ?2)"


@dataclass(frozen=True, slots=True)
class Revision:
    """A row of the table: its action, the source, its other side (None for a batch of its own), what stood before."""

    entry: int
    source: int
    other: int | None
    base: int


def of(review: Review, entry: int) -> Revision | None:
    """The revision that an action is; None for any other action."""
    row = review.execute("SELECT entry_id, source_id, other_id, base FROM revision WHERE entry_id = ?", (entry,))
    found = row.fetchone()
    return Revision(*found) if found else None


def begin(review: Review, entry: int, source: int, other: int | None) -> Revision:
    """Make an action a revision of a source; its tickets are set aside as they are, before anything changes."""
    made = Revision(entry, source, other, _standing(review, source)[0])
    review.execute("INSERT INTO revision VALUES (?, ?, ?, ?)", (entry, source, other, made.base))
    if other is not None:
        review.execute(f"{_SET_ASIDE} WHERE source_id = ?", (entry, source))
    return made


def add(review: Review, revision: Revision, ids: Iterable[int]) -> None:
    """Tickets of the other side that this side is about to get."""
    review.executemany(f"{_SET_ASIDE} WHERE id = ?", ((revision.entry, one) for one in ids))


def say(review: Review, revision: Revision, ticket_id: int, said: Mapping[str, str | None]) -> None:
    """What the source said of edited fields of a ticket, where it says something else now."""
    text = json.dumps({name: [value] for name, value in said.items()}, ensure_ascii=False)
    sql = "UPDATE aside SET said = ? WHERE entry_id = ? AND ticket_id = ?"
    review.execute(sql, (text, revision.entry, ticket_id))


def finish(review: Review, revision: Revision) -> None:
    """Forget of what was set aside all that is the same on both sides; the other side is nobody's any more."""
    review.execute(_SAME_TAGS, (revision.entry,))
    review.execute(_SAME, (revision.entry,))
    sql = "UPDATE source SET ready = ?, name = ? WHERE id = ?"
    review.execute(sql, (HIDDEN, f"revision:{revision.entry}", revision.other))


def exchange_facts(review: Review, one: int, other: int) -> None:
    """What is known of a source, and what was found in it, becomes that of another, and the other way round."""
    rows = {
        place: review.execute(f"SELECT {FACTS} FROM source WHERE id = ?", (place,)).fetchone() for place in (one, other)
    }
    marks = ", ".join("?" * len(rows[one]))
    review.executemany(
        f"UPDATE source SET ({FACTS}) = ({marks}) WHERE id = ?", [(*rows[one], other), (*rows[other], one)]
    )
    found = review.execute("SELECT id, source_id FROM finding WHERE source_id IN (?, ?)", (one, other)).fetchall()
    moved = [(one if of == other else other, number) for number, of in found]
    review.executemany("UPDATE finding SET source_id = ? WHERE id = ?", moved)


def refuse_if_moved_on(review: Review, revision: Revision, kind: str) -> None:
    """Another version of the source came since, or somebody has worked on tickets that would go."""
    newest, who = _standing(review, revision.source)
    if newest != (revision.entry if kind == "undo" else revision.base):
        name = review.execute("SELECT name FROM source WHERE id = ?", (revision.source,)).fetchone()[0]
        raise EditError(f"{kind}.version_since", who=who, source=name, entry=revision.entry)
    if kind == "undo":
        batch = revision.other is None
        sql = _TOUCHED.format(added=_ALL if batch else _ADDED)
        row = review.execute(sql, (revision.entry, revision.source if batch else revision.other)).fetchone()
        if row is not None:
            raise EditError("undo.changed_since", who=row[0], ticket=row[1], field=row[2], entry=revision.entry)


def _standing(review: Review, source: int) -> tuple[int, str]:
    """The newest revision of a source that stands, and whose it is."""
    row = review.execute(_NEWEST, (source,)).fetchone()
    return (int(row[0]), str(row[1])) if row else (0, "")


def turn(review: Review, revision: Revision, kind: str, summary: Summary, progress: Progress = no_progress) -> Changes:
    """Undo a revision, or redo it; whatever `progress` raises ends it."""
    back = kind == "undo"
    action = Inverse(review, revision.entry, back)
    entry = open_entry(review, "undo" if back else "redo", summary, int(str(summary.data["n"])), revision.entry)
    pace = Pace(progress)
    pace.total = len(action.ids) * (len(action.fields) + passes(action.fields))
    pace.beat()
    action.write(entry, pace)
    apply(review, entry, action.fields, values_alone=True, pace=pace)
    if revision.other is None:
        review.execute("UPDATE source SET ready = ? WHERE id = ?", (HIDDEN if back else SHOWN, revision.source))
    else:
        _turn_source(review, revision.source, revision.other, back)
        _turn_tickets(review, revision.entry, entry)
    return Changes(entry, "other", tuple(action.ids), action.fields - {CAUSES}, summary)


def _turn_source(review: Review, source: int, other: int, back: bool) -> None:
    sql = "SELECT version FROM source WHERE id = ?"
    now, then = (review.execute(sql, (one,)).fetchone()[0] for one in (source, other))
    if back and now != then:
        move = "UPDATE content SET source_id = ? WHERE source_id = ? AND version = ?"
        review.execute(move, (other, source, now))
    elif not back:
        review.execute("UPDATE content SET source_id = ? WHERE source_id = ?", (source, other))
    exchange_facts(review, source, other)


def _turn_tickets(review: Review, of: int, meanwhile: int) -> None:
    """What lies aside under an action becomes what is shown, and what is shown lies aside."""
    review.execute(_OTHER_SIDE, (meanwhile, of))
    review.execute(_THIS_SIDE, (of,))
    tagged = [row[0] for row in review.execute(_TAGGED, (of,))]
    review.executemany("DELETE FROM ticketcause WHERE ticket_id = ?", ((one,) for one in tagged))
    review.executemany(_TAG, ((of, one) for one in tagged))
    sql = "SELECT ticket_id, said FROM aside WHERE entry_id = ? AND said <> '{}'"
    for ticket_id, said in review.execute(sql, (of,)).fetchall():
        kept = _turn_said(review, ticket_id, json.loads(said))
        text = json.dumps(kept, ensure_ascii=False)
        review.execute("UPDATE aside SET said = ? WHERE entry_id = ? AND ticket_id = ?", (text, meanwhile, ticket_id))
    review.execute("DELETE FROM aside WHERE entry_id = ?", (of,))
    review.execute("UPDATE aside SET entry_id = ? WHERE entry_id = ?", (of, meanwhile))


def _turn_said(
    review: Review, ticket_id: int, said: Mapping[str, Sequence[str | None]]
) -> dict[str, Sequence[str | None]]:
    """Put the originals of a ticket in place, none where the field says the same; returns those that were there."""
    had: dict[str, Sequence[str | None]] = {}
    for name, value in said.items():
        where = (ticket_id, name)
        row = review.execute("SELECT value FROM original WHERE ticket_id = ? AND field = ?", where).fetchone()
        had[name] = [] if row is None else [row[0]]
        review.execute("DELETE FROM original WHERE ticket_id = ? AND field = ?", where)
        sql = f"INSERT INTO original SELECT id, ?, ? FROM ticket WHERE id = ? AND {CURRENT[name]} IS NOT ?"
        review.executemany(sql, ((name, one, ticket_id, one) for one in value))
        review.execute(f"UPDATE ticket SET edited = {edited_mask(name)} WHERE id = ?", (ticket_id,))
    return had
