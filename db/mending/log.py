"""The log against the values: which of the two is right where they differ, and the marks that are made of the log."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import defaultdict
from typing import Any

from db.checking import LATEST, UNDECIDED_KEYS, same, status_word
from db.edits.journal import open_entry
from db.mending.tickets import assign
from db.mending.work import Work
from db.values import LOGGED_FIELDS, NOTE, REPLIES, STATUS, TITLE, Status, Summary

_HISTORY = "SELECT before, after FROM change WHERE ticket_id = ? AND field = ? ORDER BY id"
_LAST_OF = "SELECT max(id) FROM change WHERE ticket_id = ? AND field = ?"
_CHANGE = "INSERT INTO change(entry_id, ticket_id, field, before, after) VALUES (?, ?, ?, ?, ?)"
_DECISION = "INSERT INTO decision(entry_id, key, before, after) VALUES (?, ?, ?, ?)"
_UNDONE = """UPDATE entry SET undone = turned.undone FROM (
    SELECT target, kind = 'undo' AS undone, max(id) FROM entry WHERE kind IN ('undo', 'redo') GROUP BY target) AS turned
    WHERE entry.id = turned.target AND entry.undone <> turned.undone"""
_NO_ENTRY = """SELECT DISTINCT entry_id FROM {table} WHERE entry_id NOT IN (SELECT id FROM entry)"""
_STAND_IN = """INSERT INTO entry(id, at, reviewer, kind, code, data, target, undone, tickets)
    VALUES (?, coalesce((SELECT at FROM entry WHERE id < ?1 ORDER BY id DESC LIMIT 1),
    '1970-01-01T00:00:00.000+00:00'), ?, 'other', 'recovered.action', '{}', NULL, 0, 0)"""
_NOT_EMPTY = (TITLE, "problem", REPLIES, "root_cause", "fields", "category", STATUS, NOTE)


def stand_ins(work: Work) -> None:
    """An action for changes and decisions whose own is lost; which were undone is said by those that undid them."""
    for table in ("change", "decision"):
        for (number,) in work.review.execute(_NO_ENTRY.format(table=table)).fetchall():
            work.review.execute(_STAND_IN, (number, work.review.reviewer))
            work.counts["mended.action"] += 1
    work.review.execute(_UNDONE)


def lost_changes(work: Work) -> list[int]:
    """The numbers of changes that are not there, in order: of each run of them the last."""
    ids = [row[0] for row in work.review.execute("SELECT id FROM change ORDER BY id")]
    return [after - 1 for before, after in zip([0, *ids], ids, strict=False) if after - before > 1]


def settle(work: Work, code: str) -> None:
    """Values that the log does not lead to: its last one is right, unless that is lost and the ticket knows better.

    A ticket knows better where its value is none that the log ever had, and changes are lost that came later. Such
    values, and decisions without one, are written into the log as an action of its own.
    """
    gaps = lost_changes(work)
    late: list[tuple[int, str, str | None, str | None]] = []
    for row in work.review.execute(LATEST).fetchall():
        ticket_id, name, after = row[:3]
        values: dict[str, Any] = dict(zip(LOGGED_FIELDS, row[3:], strict=True))
        values[STATUS] = status_word(values[STATUS])
        if name not in values or (after is None and name in _NOT_EMPTY):
            continue
        if same(name, values[name], after):
            work.broken.discard((ticket_id, name))
        elif _ticket_knows_better(work, ticket_id, name, values[name], gaps):
            late.append((ticket_id, name, after, values[name]))
        else:
            assign(work, ticket_id, name, Status[after.upper()] if name == STATUS else after)
            work.broken.discard((ticket_id, name))
            work.counts["mended.value"] += 1
    decisions = _decided(work)
    if late or decisions:
        _write(work, code, late, decisions)


def _ticket_knows_better(work: Work, ticket_id: int, name: str, value: Any, gaps: list[int]) -> bool:
    if (ticket_id, name) in work.broken or value is None:
        return False
    (last,) = work.review.execute(_LAST_OF, (ticket_id, name)).fetchone()
    if bisect_right(gaps, last) == len(gaps):
        return False
    known = [one for row in work.review.execute(_HISTORY, (ticket_id, name)) for one in row]
    return not any(same(name, value, one) for one in known)


def _decided(work: Work) -> list[tuple[str, str | None, str | None]]:
    """Decisions as the log says them last; those that it does not know of, to be written into it."""
    unlogged: list[tuple[str, str | None, str | None]] = []
    for key, value, is_logged, after in work.review.execute(UNDECIDED_KEYS).fetchall():
        if not is_logged:
            unlogged.append((key, None, value))
            continue
        if after is None:
            work.review.execute("DELETE FROM decided WHERE key = ?", (key,))
        else:
            work.review.execute("INSERT OR REPLACE INTO decided(key, value) VALUES (?, ?)", (key, after))
        work.counts["mended.decided"] += 1
    return unlogged


def _write(
    work: Work,
    code: str,
    late: list[tuple[int, str, str | None, str | None]],
    decisions: list[tuple[str, str | None, str | None]],
) -> None:
    tickets = {ticket_id for ticket_id, *_ in late}
    n = len(late) + len(decisions)
    entry = open_entry(work.review, "other", Summary(code, {"n": n}), len(tickets))
    work.review.executemany(_CHANGE, [(entry, *one) for one in late])
    work.review.executemany(_DECISION, [(entry, *one) for one in decisions])
    work.counts["mended.logged"] += n


def told_causes(work: Work) -> dict[int, tuple[str, ...]]:
    """Root causes that the log says beside the text of a section, where it does so last."""
    sql = "SELECT ticket_id, field, entry_id, after FROM change WHERE field IN ('causes', 'root_cause') ORDER BY id"
    last: dict[int, dict[str, tuple[int, str]]] = defaultdict(dict)
    for ticket_id, name, entry, after in work.review.execute(sql):
        last[ticket_id][name] = (entry, after)
    return {
        ticket_id: tuple(json.loads(said["causes"][1]))
        for ticket_id, said in last.items()
        if "causes" in said and said["causes"][0] == said.get("root_cause", (0,))[0] and said["causes"][1]
    }
