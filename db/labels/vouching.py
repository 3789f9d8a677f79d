"""Labels that a reviewer vouches for: looked at and kept as they are, or given to a ticket alone.

A label that was looked at is not doubted again, until the ticket has another. It is kept in the review through the log,
by the ticket's id, which is the ticket's identity through every import (`db.identity`). A label that was given to many
tickets at once was not weighed for each, and is judged like any other.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from db.edits.actions import carry_out
from db.edits.columns import CURRENT
from db.edits.deciding import LABELS, differing, keys_of, labels_value
from db.labels.counted import Field, named
from db.review import Review
from db.values import Changes, Summary

_BEGIN = f"{LABELS}:looked:"
_LOOKED = "SELECT key, value FROM decided WHERE key GLOB ?"
_ALONE = """SELECT DISTINCT ticket_id FROM change JOIN entry ON entry.id = entry_id JOIN ticket ON ticket.id = ticket_id
    WHERE entry.kind = 'edit' AND undone = 0 AND tickets = 1 AND field = ?1 AND after IS {current}"""


@dataclass(frozen=True, slots=True)
class Vouchers:
    """`looked_at`: by ticket the labels that were kept, an empty set for none. `alone`: tickets that were given the
    label they have one by one."""

    looked_at: Mapping[int, Set[str]]
    alone: Set[int]


def keep_given(review: Review, field: Field, labels: Mapping[int, str]) -> Changes:
    """Remember that a reviewer has looked at these labels of tickets and keeps them: one action, one step to undo."""
    had = looked_at(review, field)
    values: dict[str, str | None] = {
        f"{_BEGIN}{field}:{ticket}": labels_value([(one,) for one in had[ticket] | {label}])
        for ticket, label in labels.items()
    }
    with review.transaction():
        summary = Summary(f"labels.kept.{field}", {"n": len(labels), "value": named(labels.values())})
        return carry_out(review, [], summary, decided=differing(review, values))


def looked_at(review: Review, field: Field) -> defaultdict[int, Set[str]]:
    """By ticket the labels that a reviewer has looked at and kept."""
    found: defaultdict[int, Set[str]] = defaultdict(frozenset)
    for key, kept in review.execute(_LOOKED, (f"{_BEGIN}{field}:*",)):
        found[int(key.rsplit(":", 1)[1])] = frozenset(_names(json.loads(kept)["labels"]))
    return found


def kept_by(review: Review, field: Field, entry: int) -> tuple[int, ...]:
    """The tickets whose label an action keeps, or keeps no more: of what it has decided, the undoing of one too."""
    begin = f"{_BEGIN}{field}:"
    return tuple(int(key[len(begin) :]) for key in keys_of(review, entry) if key.startswith(begin))


def vouchers(review: Review, field: Field) -> Vouchers:
    """All that reviewers vouch for in a review."""
    alone = review.execute(_ALONE.format(current=CURRENT[field]), (field,)).fetchall()
    return Vouchers(looked_at(review, field), {row[0] for row in alone})


def _names(labels: Sequence[Sequence[str]]) -> list[str]:
    return [label for (label,) in labels]
