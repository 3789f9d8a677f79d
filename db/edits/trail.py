"""The log as a stream of single changes, oldest first: who, when, what, before and after. Only reads."""

from __future__ import annotations

import json
from collections.abc import Iterator
from heapq import merge
from typing import Any

from db import store
from db.edits.columns import CAUSES, TURNS
from db.records import dataclass
from db.review import Review
from db.values import FIELDS

DECISION = "decision"
"""The field of a change that is a decision, on replies, labels or personal data; its `key` says of what."""

_ENTRY = "entry.id, at, reviewer, kind, code, nullif(target, 0), undone"
_CHANGES = f"""SELECT {_ENTRY}, ticket_id, source.name, line, field, '', before, after
    FROM entry CROSS JOIN change ON change.entry_id = entry.id AND field <> '{CAUSES}'
    LEFT JOIN ticket ON ticket.id = ticket_id LEFT JOIN source ON source.id = source_id
    WHERE entry.id > ?1 ORDER BY entry.id, change.id"""
_DECISIONS = f"""SELECT {_ENTRY}, NULL, NULL, NULL, '{DECISION}', key, before, after
    FROM entry CROSS JOIN decision ON decision.entry_id = entry.id WHERE entry.id > ?1 ORDER BY entry.id, decision.id"""
_WITHOUT = f"""SELECT {_ENTRY}, NULL, NULL, NULL, '', '', NULL, NULL FROM entry WHERE entry.id > ?1
    AND NOT EXISTS (SELECT 1 FROM change WHERE entry_id = entry.id AND field <> '{CAUSES}')
    AND NOT EXISTS (SELECT 1 FROM decision WHERE entry_id = entry.id) ORDER BY entry.id"""
_NEWEST = "SELECT id FROM entry ORDER BY id DESC LIMIT 1 OFFSET ?"


@dataclass(frozen=True, slots=True)
class Trace:
    """One change of one action: `field` of a ticket, or a decision of that `key`; '' for an action that has neither.

    `target` is the action that an undo or redo is about, `undone` says that the action was taken back since. `before`
    and `after` are as the log has them: text, turns and other fields as JSON lists of pairs.
    """

    entry: int
    at: str
    reviewer: str
    kind: str
    code: str
    target: int | None
    undone: bool
    ticket: int | None
    source: str | None
    line: int | None
    field: str
    key: str
    before: str | None
    after: str | None


def trail(review: Review, newest: int | None = None) -> Iterator[Trace]:
    """Every change of the log, or those of the newest actions alone."""
    after = 0
    if newest is not None:
        row = review.execute(_NEWEST, (newest,)).fetchone()
        after = row[0] if row else 0
    rows = merge(*(review.execute(sql, (after,)) for sql in (_CHANGES, _DECISIONS, _WITHOUT)), key=lambda row: row[0])
    for entry, at, reviewer, kind, code, target, undone, *rest in rows:
        yield Trace(entry, at, reviewer, kind, code, target, undone != 0, *rest)


def value_of(field: str, value: str | None) -> Any:
    """A value of the log as JSON has it: turns as objects of speaker and text, other fields as pairs."""
    if value is None:
        return None
    if field in TURNS:
        return [{"speaker": turn.speaker, "text": turn.text} for turn in store.turns(value)]
    return json.loads(value) if field in (FIELDS, DECISION) else value
