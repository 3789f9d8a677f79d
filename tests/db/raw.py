"""An edit written straight into the tables, so that tests of what lies below `db.edits` do not need it."""

from __future__ import annotations

from db import store
from db.review import Review
from db.search import index
from db.values import SOURCE_FIELDS


def edit(review: Review, ticket_id: int, field: str, value: str) -> None:
    """Give a field of a ticket a value, as one logged action; a category as its path."""
    with review.transaction():
        column = "(SELECT path FROM category WHERE id = category_id)" if field == "category" else field
        before, mask = review.execute(f"SELECT {column}, edited FROM ticket WHERE id = ?", (ticket_id,)).fetchone()
        entry = review.execute(
            """INSERT INTO entry(at, reviewer, kind, code, data, undone, tickets)
               VALUES ('2026-01-01T00:00:00+00:00', 'lin', 'edit', 'edit', '{}', 0, 1)"""
        ).lastrowid
        review.execute(
            "INSERT INTO change(entry_id, ticket_id, field, before, after) VALUES (?, ?, ?, ?, ?)",
            (entry, ticket_id, field, before, value),
        )
        if field in SOURCE_FIELDS:
            review.execute("INSERT OR IGNORE INTO original VALUES (?, ?, ?)", (ticket_id, field, before))
            mask |= store.edited_mask([field])
        if field == "category":
            review.execute("INSERT OR IGNORE INTO category(path) VALUES (?)", (value,))
            sql = "UPDATE ticket SET edited = ?, category_id = (SELECT id FROM category WHERE path = ?) WHERE id = ?"
        else:
            sql = f"UPDATE ticket SET edited = ?, {field} = ? WHERE id = ?"
        texts = index.texts(review, [ticket_id])[ticket_id]
        review.execute(sql, (mask, value, ticket_id))
        index.replace(review, ticket_id, texts, index.texts(review, [ticket_id])[ticket_id])
