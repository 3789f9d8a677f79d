"""What the log calls the value of a field, and how that value is read from and written to a ticket's row. Only SQL.

A change holds a field as text: a category as its path, a status as its word, turns as the JSON of their column. A root
cause is the text of its section; `CAUSES` goes with it, as JSON, where the tags cannot be told from that text.
"""

from __future__ import annotations

from collections.abc import Mapping

from db.values import (
    CATEGORY,
    CONVERSATION,
    LOGGED_FIELDS,
    NOTE,
    PROBLEM,
    REPLIES,
    ROOT_CAUSE,
    STATUS,
    TITLE,
    Status,
)

CAUSES = "causes"
"""A change that follows one of the root cause; never shown by itself."""

TURNS = frozenset({REPLIES, CONVERSATION})
SIZED = frozenset({TITLE, PROBLEM, REPLIES, CONVERSATION})
"""Fields that the number of turns and the length of a ticket depend on."""
INDEXED = SIZED | {ROOT_CAUSE, NOTE}
"""Fields that are searched as text."""

AMONG = "IN (SELECT value FROM json_each(?))"

_WORDS = " ".join(f"WHEN {status:d} THEN '{status.word}'" for status in Status)
_CODES = " ".join(f"WHEN '{status.word}' THEN {status:d}" for status in Status)

CURRENT: Mapping[str, str] = {
    **{name: f"ticket.{name}" for name in LOGGED_FIELDS},
    CATEGORY: "(SELECT path FROM category WHERE category.id = ticket.category_id)",
    STATUS: f"CASE ticket.status {_WORDS} END",
}
"""Field -> an expression over ``ticket`` for its value as it stands."""

ASSIGN: Mapping[str, str] = {
    **{name: f"{name} = change.after" for name in LOGGED_FIELDS},
    CATEGORY: "category_id = (SELECT id FROM category WHERE path = change.after)",
    STATUS: f"status = CASE change.after {_CODES} END",
}
"""Field -> an assignment for an UPDATE of ``ticket`` FROM ``change``."""
