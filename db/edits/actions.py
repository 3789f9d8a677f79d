"""The parts an action is made of, each with the tickets that it changes, and carrying one out.

A part is made within the transaction that carries it out, so that what it found to change is still so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from db import store
from db.edits import deciding
from db.edits.apply import apply, passes, rows_of
from db.edits.columns import AMONG, CAUSES, CURRENT
from db.edits.journal import Kind, open_entry
from db.edits.pace import Pace
from db.errors import EditError
from db.review import Review
from db.values import Changes, Progress, Summary, no_progress

NOTHING = Summary("edit.nothing")
NONE: deciding.Values = {}

_CHANGE = "INSERT INTO change(entry_id, ticket_id, field, before, after)"


class Part(Protocol):
    """Changes of one or several fields."""

    @property
    def ids(self) -> Sequence[int]:
        """The tickets that it changes."""

    @property
    def fields(self) -> frozenset[str]:
        """The fields that it changes."""

    def write(self, entry: int, pace: Pace) -> None:
        """Write the changes into the log, with a beat of the pace now and then."""


class Same:
    """One field, the same value for all: those of the tickets that do not have it."""

    def __init__(self, review: Review, ids: Sequence[int], field: str, value: str) -> None:
        self._review, self._field, self._value = review, field, value
        sql = f"SELECT id, {CURRENT[field]} IS NOT ? FROM ticket WHERE id {AMONG}"
        found = review.execute(sql, (value, store.listed(ids))).fetchall()
        require(ids, [row[0] for row in found])
        self.ids: Sequence[int] = [row[0] for row in found if row[1]]
        self.fields = frozenset({field})

    def write(self, entry: int, pace: Pace) -> None:
        """Set-based: the log of many costs a statement a slice."""
        sql = f"{_CHANGE} SELECT ?, id, ?, {CURRENT[self._field]}, ? FROM ticket WHERE id {AMONG}"
        for ids in pace.slices(self.ids):
            self._review.execute(sql, (entry, self._field, self._value, store.listed(ids)))


class Each:
    """Fields with a value of its own for each ticket: rows of ticket, field, before, after."""

    def __init__(self, review: Review, rows: Sequence[tuple[int, str, str | None, str | None]]) -> None:
        self._review, self._rows = review, rows
        self.ids: Sequence[int] = sorted({row[0] for row in rows})
        self.fields = frozenset(row[1] for row in rows)

    def write(self, entry: int, pace: Pace) -> None:
        """A row a change."""
        for rows in pace.slices(self._rows):
            self._review.executemany(f"{_CHANGE} VALUES (?, ?, ?, ?, ?)", ((entry, *row) for row in rows))


class Alike:
    """Changes that many tickets share: field, before and after, each with its tickets."""

    def __init__(self, review: Review, shared: Sequence[tuple[tuple[str, str, str], Sequence[int]]]) -> None:
        self._review, self._shared = review, shared
        self.ids: Sequence[int] = sorted({one for _, ids in shared for one in ids})
        self.fields = frozenset(change[0] for change, _ in shared)

    def write(self, entry: int, pace: Pace) -> None:
        """Set-based: a statement a change, or a slice of its tickets."""
        sql = f"{_CHANGE} SELECT ?, value, ?, ?, ? FROM json_each(?)"
        for change, those in self._shared:
            for ids in pace.slices(those):
                self._review.execute(sql, (entry, *change, store.listed(ids)))


class Inverse:
    """All changes of an action of the log, turned back or done again."""

    def __init__(self, review: Review, of: int, back: bool) -> None:
        self._review, self._of, self._back = review, of, back
        found = review.execute("SELECT ticket_id, field FROM change WHERE entry_id = ?", (of,)).fetchall()
        self.ids: Sequence[int] = sorted({row[0] for row in found})
        self.fields = frozenset(row[1] for row in found)

    def write(self, entry: int, pace: Pace) -> None:
        """Set-based, out of the log itself."""
        values = "after, before" if self._back else "before, after"
        sql = f"""{_CHANGE} SELECT ?, ticket_id, field, {values} FROM change
            WHERE entry_id = ? AND id BETWEEN ? AND ? ORDER BY id"""
        for first, last in pace.spans(*rows_of(self._review, self._of)):
            self._review.execute(sql, (entry, self._of, first, last))


def require(asked: Sequence[int], found: Iterable[int]) -> None:
    """Refuse an action on a ticket that is not there."""
    missing = set(asked).difference(found)
    if missing:
        raise EditError("edit.no_ticket", ticket=min(missing))


def carry_out(
    review: Review,
    parts: Sequence[Part],
    summary: Summary,
    kind: Kind = "edit",
    target: int | None = None,
    decided: deciding.Values = NONE,
    progress: Progress = no_progress,
) -> Changes:
    """Log the parts as one action and make the tickets so; `summary` has ``n`` filled in here, unless it is a decision
    on replies alone (`decided`), which knows its number. Within a transaction, which whatever `progress` raises ends.
    """
    ids = tuple(sorted({one for part in parts for one in part.ids})) if len(parts) != 1 else tuple(parts[0].ids)
    if not ids and not decided:
        return Changes(0, kind, (), frozenset(), NOTHING)
    fields = frozenset[str]().union(*(part.fields for part in parts if part.ids))
    if ids:
        summary = Summary(summary.code, {**summary.data, "n": len(ids)})
    entry = open_entry(review, kind, summary, int(str(summary.data.get("n", 0))), target)
    pace = Pace(progress)
    pace.total = len(ids) * (len(fields) + passes(fields))
    pace.beat()
    for part in parts:
        if part.ids:
            part.write(entry, pace)
    apply(review, entry, fields, pace=pace)
    if decided:
        deciding.write(review, entry, decided)
        fields |= deciding.named(decided)
    return Changes(entry, kind, ids, fields - {CAUSES}, summary)
