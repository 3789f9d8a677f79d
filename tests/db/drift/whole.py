"""All that a review shows of its sources, to compare it before and after."""

from __future__ import annotations

from db.review import Review

Whole = dict[str, list[object]]

_SHOWN = "SELECT id FROM source WHERE ready = 1"
_TABLES = {
    "source": "SELECT * FROM source WHERE ready = 1",
    "content": f"SELECT * FROM content WHERE source_id IN ({_SHOWN})",
    "ticket": f"SELECT * FROM ticket WHERE source_id IN ({_SHOWN}) ORDER BY id",
    "causes": f"""SELECT ticket_id, position, name FROM ticketcause JOIN cause ON cause.id = cause_id
        WHERE ticket_id IN (SELECT id FROM ticket WHERE source_id IN ({_SHOWN})) ORDER BY ticket_id, position""",
    "original": "SELECT * FROM original ORDER BY ticket_id, field",
    "finding": f"SELECT * FROM finding WHERE source_id IN ({_SHOWN}) ORDER BY id",
}


def whole(review: Review) -> Whole:
    """Rows of tables, and the bytes of the sources."""
    found: Whole = {name: review.execute(sql).fetchall() for name, sql in _TABLES.items()}
    found["bytes"] = [(one.id, review.content(one.id)) for one in review.sources()]
    return found


def numbers(found: object) -> tuple[int, ...]:
    """Counts as (unchanged, there, here, both, new, gone)."""
    return tuple(getattr(found, name) for name in ("unchanged", "there", "here", "both", "new", "gone"))
