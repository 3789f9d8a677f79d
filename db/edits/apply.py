"""The values of a log entry into the tickets: one way for edits, undo, redo and taking back.

The changes of the entry are written first; what follows here is made of them by set-based statements, so that an
action on many tickets costs little more than the plain UPDATE of their rows. Within the caller's transaction.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice
from operator import itemgetter

from db import store
from db.edits.columns import AMONG, ASSIGN, CAUSES, INDEXED, SIZED, TURNS
from db.edits.pace import Pace
from db.edits.styles import Styles
from db.review import Review
from db.search import index
from db.search.index import Texts
from db.values import CATEGORY, CONVERSATION, REPLIES, ROOT_CAUSE, SOURCE_FIELDS

PAGE = 2000
"""Tickets whose text is held at once."""

_ALL = "change.entry_id = ? AND change.field = ?"
_OF = f"{_ALL} AND change.id BETWEEN ? AND ?"
"""The rows of an entry follow each other: some of them at a time are those between two of their numbers."""
_PATHS = f"INSERT OR IGNORE INTO category(path) SELECT DISTINCT after FROM change WHERE {_ALL}"
_KEEP = f"""INSERT OR IGNORE INTO original(ticket_id, field, value)
    SELECT ticket_id, field, before FROM change WHERE {_OF}"""
_FORGET = f"""DELETE FROM original WHERE (ticket_id, field) IN (
    SELECT change.ticket_id, change.field FROM change JOIN original AS said
    ON said.ticket_id = change.ticket_id AND said.field = change.field
    WHERE {_OF} AND change.after IS said.value)"""
_CAUSE_TEXTS = f"""SELECT ticket_id, root_cause, after FROM change JOIN ticket ON ticket.id = ticket_id WHERE {_ALL}
    ORDER BY ticket_id"""
_SAME_TEXT = f"""SELECT source_id, after, json_group_array(ticket.id) FROM change
    JOIN ticket ON ticket.id = change.ticket_id WHERE {_ALL} GROUP BY source_id, after"""
_TAG = """INSERT INTO ticketcause(ticket_id, position, cause_id) SELECT value, ?, ? FROM json_each(?) WHERE true
    ON CONFLICT(ticket_id, position) DO UPDATE SET cause_id = excluded.cause_id WHERE cause_id <> excluded.cause_id"""
_REST = f"DELETE FROM ticketcause WHERE position >= ? AND ticket_id {AMONG}"
_TEXTS = f"SELECT ticket_id, field, after FROM change WHERE entry_id = ? AND field {AMONG} ORDER BY ticket_id, id"


def passes(fields: Iterable[str]) -> int:
    """How often `apply` goes over the tickets of an entry, for the pace of its caller."""
    changed = set(fields)
    return len(changed - {CAUSES}) + bool(changed & INDEXED) + (ROOT_CAUSE in changed)


def rows_of(review: Review, entry: int) -> tuple[int, int]:
    """The first and the last number of the changes of an entry; of none the last is before the first."""
    row = review.execute("SELECT min(id), max(id) FROM change WHERE entry_id = ?", (entry,)).fetchone()
    return (0, -1) if row[0] is None else (int(row[0]), int(row[1]))


def apply(
    review: Review, entry: int, fields: Iterable[str], values_alone: bool = False, pace: Pace | None = None
) -> None:
    """Make the tickets what the changes of an entry say, in these fields. With `values_alone` what the source says of
    them, whether they are edited, and the root causes stay as they are: whoever asks for that knows them. `pace` hears
    how far it is, and may stop it by what it raises.
    """
    changed, pace = set(fields), pace or Pace()
    if changed & INDEXED == {ROOT_CAUSE}:
        _follow_causes(review, entry, pace)
    elif changed & INDEXED:
        _follow_text(review, entry, pace)
    for name in changed - {CAUSES}:
        _write(review, entry, name, values_alone, pace)
    if ROOT_CAUSE in changed and not values_alone:
        _write_causes(review, entry, pace)
    if changed & SIZED:
        _measure(review, entry)


def _write(review: Review, entry: int, name: str, values_alone: bool, pace: Pace) -> None:
    if name == CATEGORY:
        review.execute(_PATHS, (entry, name))
    for span in pace.spans(*rows_of(review, entry)):
        those, edited = (entry, name, *span), ""
        if name in SOURCE_FIELDS and not values_alone:
            moved = sum(review.execute(sql, those).rowcount for sql in (_KEEP, _FORGET))
            # an index has this column: where no original came or went, it need not be written anew
            edited = f", edited = {edited_mask(name)}" if moved else ""
        review.execute(
            f"UPDATE ticket SET {ASSIGN[name]}{edited} FROM change WHERE {_OF} AND ticket.id = change.ticket_id", those
        )


def edited_mask(name: str) -> str:
    """SQL: the mask of a ticket with the bit of a field set where, and only where, its original is kept."""
    bit = store.edited_mask([name])
    kept = f"EXISTS (SELECT 1 FROM original WHERE original.ticket_id = ticket.id AND original.field = '{name}')"
    return f"(ticket.edited & ~{bit}) | ({kept} * {bit})"


def _write_causes(review: Review, entry: int, pace: Pace) -> None:
    """The tags that the new texts mean, in the dialect of each ticket's source."""
    told = {
        ticket_id: tuple(json.loads(after))
        for ticket_id, after in review.execute(
            "SELECT ticket_id, after FROM change WHERE entry_id = ? AND field = ?", (entry, CAUSES)
        )
    }
    styles = Styles(review)
    alike = defaultdict[Sequence[str], list[int]](list)
    for source_id, text, listed in review.execute(_SAME_TEXT, (entry, ROOT_CAUSE)).fetchall():
        tickets, meant = json.loads(listed), styles.causes(source_id, text)
        if told:
            for ticket_id in tickets:
                alike[told.get(ticket_id, meant)].append(ticket_id)
        else:
            alike[meant] += tickets
    ids = CauseIds(review)
    for names, tickets in alike.items():
        for some in pace.slices(tickets):
            those = store.listed(some)
            # in place: taking all off first would write each of the two indexes twice
            for place, name in enumerate(names):
                review.execute(_TAG, (place, ids[name], those))
            review.execute(_REST, (len(names), those))


class CauseIds(dict[str, int]):
    """Name of a root cause -> its id; a name that is asked for is made."""

    def __init__(self, review: Review) -> None:
        super().__init__()
        self._review = review

    def __missing__(self, name: str) -> int:
        self._review.execute("INSERT OR IGNORE INTO cause(name) VALUES (?)", (name,))
        row = self._review.execute("SELECT id FROM cause WHERE name = ?", (name,)).fetchone()
        return self.setdefault(name, int(row[0]))


def _follow_causes(review: Review, entry: int, pace: Pace) -> None:
    """The text index, where root causes alone are edited: no other text need be read."""
    if index.is_current(review):
        texts = review.execute(_CAUSE_TEXTS, (entry, ROOT_CAUSE)).fetchall()
        for some in pace.slices(texts, index.MANY):
            index.replace_causes(review, some)


def _follow_text(review: Review, entry: int, pace: Pace) -> None:
    """The text index, while the tickets are still what it holds."""
    if not index.is_current(review):
        return
    changes = review.execute(_TEXTS, (entry, json.dumps(sorted(INDEXED))))
    tickets = ((one, {name: after for _, name, after in rows}) for one, rows in groupby(changes, itemgetter(0)))
    while page := dict(islice(tickets, PAGE)):
        old = index.texts(review, list(page))
        index.replace_many(review, [(one, old[one], _texts(review, one, old[one], new)) for one, new in page.items()])
        pace.beat(len(page))


def _texts(review: Review, ticket_id: int, old: Texts, new: dict[str, str | None]) -> Texts:
    plain = {name: value or "" for name, value in new.items() if name in Texts._fields and name not in TURNS}
    changed = old._replace(**plain)
    if not TURNS & new.keys():
        return changed
    row = review.execute("SELECT replies, conversation FROM ticket WHERE id = ?", (ticket_id,)).fetchone()
    replies, conversation = new.get(REPLIES, row[0]), new.get(CONVERSATION, row[1])
    both = store.turns(replies or "[]"), None if conversation is None else store.turns(conversation)
    return changed._replace(thread=index.thread_text(*both))


def _measure(review: Review, entry: int) -> None:
    """Turns and length of the tickets whose thread, title or problem changed, as import counts them."""
    sized = json.dumps(sorted(SIZED))
    sql = f"SELECT DISTINCT ticket_id FROM change WHERE entry_id = ? AND field {AMONG}"
    rows = review.execute(
        f"SELECT title, problem, coalesce(conversation, replies), id FROM ticket WHERE id IN ({sql})", (entry, sized)
    ).fetchall()
    review.executemany("UPDATE ticket SET turns = ?, length = ? WHERE id = ?", sizes(rows))


def sizes(rows: Iterable[tuple[str, str, str, int]]) -> Iterator[tuple[int, int, int]]:
    """Turns, length and id of tickets, made of title, problem, thread as its column holds it, and id."""
    for title, problem, thread, ticket_id in rows:
        turns = store.turns(thread)
        yield len(turns), len(title) + len(problem) + sum(len(turn.text) for turn in turns), ticket_id
