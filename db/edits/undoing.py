"""Undo and redo: new actions of the log, made of the log. They survive a restart and have no depth limit.

Whose action: `undo` takes the newest action that stands of the reviewer who asks, so that two people at one review do
not take back each other's work; `redo` takes the newest that she undid since her last edit. An action is refused whole
where another one has changed one of its fields since, whoever did that: nothing of it is undone then. A version of a
source that was taken in is undone as edits are (`revisions`); other imports are not.
"""

from __future__ import annotations

from db.edits import deciding, revisions
from db.edits.actions import Inverse, carry_out
from db.edits.columns import CAUSES, CURRENT
from db.edits.journal import Kind, summary_of
from db.errors import EditError
from db.review import Review
from db.values import Changes, Progress, Summary, no_progress

_DONE = "(entry.kind = 'edit' OR entry.id IN (SELECT entry_id FROM revision))"
_NEWEST = f"""SELECT id, code, data, tickets FROM entry WHERE {_DONE} AND undone = 0 AND (?1 IS NULL OR reviewer = ?1)
    ORDER BY id DESC LIMIT 1"""
_UNDONE = f"""SELECT done.id, done.code, done.data, done.tickets FROM entry JOIN entry AS done ON done.id = entry.target
    WHERE entry.kind = 'undo' AND (?1 IS NULL OR entry.reviewer = ?1) AND done.undone = 1
    AND entry.id > (SELECT coalesce(max(id), 0) FROM entry WHERE {_DONE}
        AND (?1 IS NULL OR reviewer = ?1))
    ORDER BY entry.id DESC LIMIT 1"""
_LATER = """SELECT entry.reviewer, mine.ticket_id, mine.field FROM change AS mine
    JOIN change AS later ON later.ticket_id = mine.ticket_id AND later.field = mine.field AND later.entry_id > ?1
    JOIN entry ON entry.id = later.entry_id
    WHERE mine.entry_id = ?1 AND entry.undone = 0 AND entry.kind IN ('edit', 'import')
    ORDER BY later.id DESC LIMIT 1"""
_LAST = """SELECT reviewer FROM change JOIN entry ON entry.id = entry_id WHERE ticket_id = ? AND field = ?
    ORDER BY change.id DESC LIMIT 1"""


def next_undo(review: Review) -> Summary | None:
    """What `undo` would undo; it may still be refused."""
    row = review.execute(_NEWEST, (review.reviewer,)).fetchone()
    return summary_of(row[1], row[2]) if row else None


def next_redo(review: Review) -> Summary | None:
    """What `redo` would do again; it may still be refused."""
    row = review.execute(_UNDONE, (review.reviewer,)).fetchone()
    return summary_of(row[1], row[2]) if row else None


def to_undo(review: Review) -> tuple[int, int]:
    """The number of the action that `undo` would undo, and of how many tickets it is; (0, 0) for none."""
    row = review.execute(_NEWEST, (review.reviewer,)).fetchone()
    return (int(row[0]), int(row[3])) if row else (0, 0)


def to_redo(review: Review) -> tuple[int, int]:
    """The number of the action that `redo` would do again, and of how many tickets it is; (0, 0) for none."""
    row = review.execute(_UNDONE, (review.reviewer,)).fetchone()
    return (int(row[0]), int(row[3])) if row else (0, 0)


def undo(review: Review, entry: int | None = None, anyone: bool = False, progress: Progress = no_progress) -> Changes:
    """Undo the reviewer's newest action that stands (`anyone`: that of anybody), or the action that is named. Nothing
    is undone where `progress` raises.

    Raises EditError ``undo.nothing``, ``undo.not_yours`` for a number that is no action that stands, and
    ``undo.changed_since`` with ``who``, ``ticket`` and ``field``, ``undo.decided_since`` with ``who``,
    ``undo.version_since`` with ``who`` and ``source``.
    """
    with review.transaction():
        newest = (None if anyone else review.reviewer,)
        row = _named(review, entry) if entry is not None else review.execute(_NEWEST, newest).fetchone()
        if row is None:
            raise EditError("undo.nothing")
        return _turn(review, "undo", (row[0], row[1], row[2]), progress)


def redo(review: Review, anyone: bool = False, progress: Progress = no_progress) -> Changes:
    """Do again what the reviewer (`anyone`: anybody) undid last; nothing where `progress` raises.

    Raises EditError ``redo.nothing``, ``redo.changed_since``, ``redo.decided_since`` and ``redo.version_since``.
    """
    with review.transaction():
        row = review.execute(_UNDONE, (None if anyone else review.reviewer,)).fetchone()
        if row is None:
            raise EditError("redo.nothing")
        return _turn(review, "redo", (row[0], row[1], row[2]), progress)


def _named(review: Review, entry: int) -> tuple[int, str, str]:
    sql = f"SELECT id, code, data FROM entry WHERE id = ? AND {_DONE} AND undone = 0"
    row: tuple[int, str, str] | None = review.execute(sql, (entry,)).fetchone()
    if row is None:
        raise EditError("undo.not_yours", entry=entry)
    return row


def _turn(review: Review, kind: str, named: tuple[int, str, str], progress: Progress) -> Changes:
    entry, code, data = named
    undoing = kind == "undo"
    revision = revisions.of(review, entry)
    if revision is not None:
        revisions.refuse_if_moved_on(review, revision, kind)
    _refuse_if_changed(review, kind, entry, "after" if undoing else "before")
    of = summary_of(code, data)
    action = Inverse(review, entry, back=undoing)
    decided = deciding.inverse(review, entry, back=undoing)
    n = len(action.ids) or of.data.get("n", 0)
    summary = Summary(kind, {"n": n, "of": {"code": of.code, "data": dict(of.data)}})
    if revision is not None:
        changes = revisions.turn(review, revision, kind, summary, progress)
    else:
        of_kind: Kind = "undo" if undoing else "redo"
        changes = carry_out(review, [action], summary, of_kind, entry, decided, progress)
    review.execute("UPDATE entry SET undone = ? WHERE id = ?", (int(undoing), entry))
    return changes


def _refuse_if_changed(review: Review, kind: str, entry: int, expected: str) -> None:
    """Another action on one of the fields stands; or a field is, by whatever way, not what this action knows."""
    row = review.execute(_LATER, (entry,)).fetchone() or _otherwise(review, entry, expected)
    if row is not None:
        raise EditError(f"{kind}.changed_since", who=row[0], ticket=row[1], field=row[2], entry=entry)
    who = deciding.stray(review, entry, expected)
    if who is not None:
        raise EditError(f"{kind}.decided_since", who=who, entry=entry)


def _otherwise(review: Review, entry: int, expected: str) -> tuple[str, int, str] | None:
    for name in fields_of(review, entry):
        sql = f"""SELECT ticket.id FROM change JOIN ticket ON ticket.id = change.ticket_id
            WHERE entry_id = ? AND field = ? AND {CURRENT[name]} IS NOT change.{expected} LIMIT 1"""
        row = review.execute(sql, (entry, name)).fetchone()
        if row is not None:
            who = review.execute(_LAST, (row[0], name)).fetchone()
            return who[0], row[0], name
    return None


def fields_of(review: Review, entry: int) -> list[str]:
    """The fields that an action changed."""
    rows = review.execute("SELECT DISTINCT field FROM change WHERE entry_id = ? AND field <> ?", (entry, CAUSES))
    return [row[0] for row in rows]
