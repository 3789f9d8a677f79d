"""The log: actions are written to it and read from it; the history of a ticket."""

from __future__ import annotations

import json
from collections.abc import Generator, Iterator, Mapping
from datetime import UTC, datetime
from typing import Literal, cast

from db import store
from db.edits import deciding
from db.edits.columns import CAUSES, TURNS
from db.review import Review
from db.values import Changes, HistoryItem, LogEntry, Summary

Kind = Literal["edit", "undo", "redo", "import", "other"]
KINDS = ("edit", "undo", "redo", "import")

_ENTRY = """INSERT INTO entry(at, reviewer, kind, code, data, target, undone, tickets)
    VALUES (?, ?, ?, ?, ?, ?, 0, ?)"""
_LOGGED = "SELECT id, at, reviewer, kind, code, data, tickets, undone FROM entry"
_LOG = f"{_LOGGED} ORDER BY id DESC LIMIT ?"
_SINCE = """SELECT id, CASE WHEN target IN (SELECT entry_id FROM revision) THEN 'other' ELSE kind END, code, data
    FROM entry WHERE id > ? ORDER BY id"""
"""To undo or redo a version of a source does more than edits do."""
PAGE = 2000
"""Changes of tickets read between two breaths."""
_DONE = "SELECT id, ticket_id, field FROM change WHERE entry_id = ? AND id > ? ORDER BY id LIMIT ?"
_HISTORY = """SELECT change.id, entry_id, at, reviewer, kind, field, before, after
    FROM change JOIN entry ON entry.id = entry_id WHERE ticket_id = ? AND field <> ? ORDER BY change.id DESC"""


def open_entry(review: Review, kind: Kind, summary: Summary, tickets: int, target: int | None = None) -> int:
    """Write an action into the log; its changes follow."""
    at = datetime.now(UTC).isoformat(timespec="milliseconds")
    data = json.dumps(dict(summary.data), ensure_ascii=False)
    row = (at, review.reviewer, kind, summary.code, data, target, tickets)
    return int(review.execute(_ENTRY, row).lastrowid or 0)


def summary_of(code: str, data: str) -> Summary:
    """The summary of an action as the log keeps it."""
    try:
        return Summary(code, cast("Mapping[str, object]", json.loads(data)))
    except (ValueError, TypeError):
        return Summary("recovered.action")  # damaged on the disk; what it changed may be whole


def last_entry(review: Review) -> int:
    """The number of the newest action; 0 where there is none."""
    return int(review.execute("SELECT coalesce(max(id), 0) FROM entry").fetchone()[0])


def log(review: Review, limit: int | None = 100) -> list[LogEntry]:
    """The newest actions, newest first; all where the limit is None."""
    return [_logged(*row) for row in review.execute(_LOG, (-1 if limit is None else limit,))]


def one_of_log(review: Review, entry: int) -> LogEntry | None:
    """The action of a number, without its tickets; None where there is none."""
    row = review.execute(f"{_LOGGED} WHERE id = ?", (entry,)).fetchone()
    return _logged(*row) if row else None


def _logged(
    number: int, at: str, reviewer: str, kind: str, code: str, data: str, tickets: int, undone: int
) -> LogEntry:
    return LogEntry(number, at, reviewer, kind, summary_of(code, data), tickets, undone != 0)


def history(review: Review, ticket_id: int) -> list[HistoryItem]:
    """All changes of a ticket, newest first."""
    rows = review.execute(_HISTORY, (ticket_id, CAUSES))
    return [
        HistoryItem(change_id, entry, at, reviewer, kind, field, shown(field, before), shown(field, after))
        for change_id, entry, at, reviewer, kind, field, before, after in rows
    ]


def shown(field: str, value: str | None) -> str:
    """A value of the log as text to read: the texts of turns one under the other."""
    if field in TURNS:
        return "\n".join(turn.text for turn in store.turns(value or "[]"))
    return value or ""


def changes_since(review: Review, entry_id: int) -> list[Changes]:
    """What each action after this one did, oldest first: how a window follows what others write."""
    found: list[Changes] = []
    for _ in reading_since(review, entry_id, found):
        pass
    return found


def reading_since(review: Review, entry_id: int, found: list[Changes]) -> Iterator[None]:
    """The same, put into `found` one by one, with a breath every few milliseconds where an action did much."""
    for row in review.execute(_SINCE, (entry_id,)).fetchall():
        found.append((yield from _changes_of(review, *row)))


def _changes_of(review: Review, entry: int, kind: str, code: str, data: str) -> Generator[None, None, Changes]:
    """What one action did, as the log keeps it."""
    ids: set[int] = set()
    names: set[str] = set()
    last = 0
    while page := review.execute(_DONE, (entry, last, PAGE)).fetchall():
        ids.update([row[1] for row in page])
        names.update([row[2] for row in page])
        last = page[-1][0]
        if len(page) < PAGE:
            break
        yield
    fields = frozenset(names) - {CAUSES} | deciding.named(deciding.keys_of(review, entry))
    known = cast("Kind", kind if kind in KINDS else "other")
    return Changes(entry, known, tuple(sorted(ids)), fields, summary_of(code, data))
