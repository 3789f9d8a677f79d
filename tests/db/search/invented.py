"""Invented tickets, written straight into the tables: what finding needs and no more."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence

from db.review import Review
from db.values import Changes, Summary, Turn

Make = Callable[[Sequence[Mapping[str, object]]], Review]

TICKET = """INSERT INTO ticket(source_id, ordinal, line, title, category_id, category_raw, problem, replies,
    conversation, root_cause, fields, status, note, turns, length, edited, parked, spans)
    VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, '[]', ?, ?, ?, ?, ?, ?, x'')"""


def _code(review: Review, table: str, column: str, name: object) -> int:
    review.execute(f"INSERT OR IGNORE INTO {table}({column}) VALUES (?)", (name,))
    return int(review.execute(f"SELECT id FROM {table} WHERE {column} = ?", (name,)).fetchone()[0])


def _source(review: Review, name: object, ready: object) -> int:
    review.execute(
        """INSERT OR IGNORE INTO source(name, path, format, encoding, bom, dialect, size, sha256, modified, imported_at,
            version, ready) VALUES (?, '', 'jsonl', 'utf-8', 0, '{}', 0, ?, 0, '', 1, ?)""",
        (name, name, ready),
    )
    return int(review.execute("SELECT id FROM source WHERE name = ?", (name,)).fetchone()[0])


def insert(review: Review, ticket: Mapping[str, object], ordinal: int) -> int:
    """Write one ticket, everything about it optional; not into the index."""
    replies = [[None, text] for text in ticket.get("replies", ())]  # type: ignore[attr-defined]
    conversation = ticket.get("conversation")
    title, problem = str(ticket.get("title", "")), str(ticket.get("problem", ""))
    path = str(ticket.get("category", ""))
    causes: Sequence[str] = ticket.get("causes", ())  # type: ignore[assignment]
    cursor = review.execute(
        TICKET,
        (
            _source(review, ticket.get("source", "part-1.md"), ticket.get("ready", 1)),
            ticket.get("ordinal", ordinal),
            title,
            _code(review, "category", "path", path),
            path,
            problem,
            json.dumps(replies),
            None if conversation is None else json.dumps([[None, text] for text in conversation]),  # type: ignore[attr-defined]
            ticket.get("root_cause", "；".join(causes)),
            ticket.get("status", 0),
            ticket.get("note", ""),
            len(replies),
            len(title) + len(problem) + sum(len(text) for _, text in replies),
            ticket.get("edited", 0),
            ticket.get("parked", 0),
        ),
    )
    ticket_id = int(cursor.lastrowid)
    for place, cause in enumerate(causes):
        code = _code(review, "cause", "name", cause)
        review.execute(
            "INSERT INTO ticketcause(ticket_id, position, cause_id) VALUES (?, ?, ?)", (ticket_id, place, code)
        )
    return ticket_id


def thread(*texts: str) -> tuple[Turn, ...]:
    """Turns of unknown speakers."""
    return tuple(Turn(None, text) for text in texts)


def changes(kind: str, ids: Sequence[int], *fields: str) -> Changes:
    """News of an action."""
    return Changes(1, kind, tuple(ids), frozenset(fields), Summary("x"))  # type: ignore[arg-type]
