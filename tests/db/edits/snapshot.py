"""All that an edit may change, to compare a review before and after."""

from __future__ import annotations

from db.review import Review
from db.values import Ticket

Snapshot = tuple[list[Ticket], list[object], list[object]]


def snapshot(review: Review) -> Snapshot:
    """Tickets whole, what the sources said of edited fields, and what lists need of every ticket."""
    columns = "id, category_id, category_raw, status, turns, length, edited, spans"
    return (
        list(review.tickets()),
        review.execute("SELECT * FROM original").fetchall(),
        review.execute(f"SELECT {columns} FROM ticket").fetchall(),
    )
