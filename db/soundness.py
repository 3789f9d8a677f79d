"""Is a review sound? The whole form: everything. The quick form: what tells most of damage at little cost, so that it
can run whenever a review is opened. Reads only.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from db import store
from db.checking import NONSENSE, latest_of, logged_wrongly, trouble
from db.errors import UserError
from db.review import Review
from db.search import auditing
from db.values import LOGGED_FIELDS, Progress, Summary, no_progress

__all__ = ["UNREADABLE", "check", "quick_check"]

UNREADABLE = ("check.integrity", "check.pages")
"""Findings that say that the file itself is damaged."""
LOOKED_AT, SPREAD = 40, 12
"""What the quick form looks at: changes, the newest, and tickets, spread over the review."""

_PIECES = """SELECT DISTINCT name FROM source LEFT JOIN content ON source_id = source.id WHERE ready = 1
    GROUP BY source.id, content.version
    HAVING count(sequence) <> max(sequence) + 1 OR count(sequence) = 0 AND size > 0"""
_LAST_CHANGES = f"SELECT id FROM change ORDER BY id DESC LIMIT {LOOKED_AT}"
_SOME = f"""SELECT (SELECT id FROM ticket WHERE id >= 1 + value * (SELECT max(id) FROM ticket) / {SPREAD}
    ORDER BY id LIMIT 1) FROM json_each(?)"""
_HOMELESS = f"""SELECT count(*) FROM ticket WHERE id {store.AMONG} AND (source_id NOT IN (SELECT id FROM source)
    OR category_id NOT IN (SELECT id FROM category))"""
_MARKS = f"""SELECT ticket.id, edited, (SELECT group_concat(field) FROM original WHERE ticket_id = ticket.id)
    FROM ticket WHERE id {store.AMONG}"""


def check(review: Review, progress: Progress = no_progress) -> list[Summary]:
    """All that is wrong with a review, as codes and data; [] where it is sound."""
    found = review.check(progress)
    if any(one.code in (*UNREADABLE, "check.index") for one in found):
        return found
    try:
        return [*found, *_not_indexed(review, progress)]
    except UserError as exc:  # a ticket that cannot be read, which was found above
        return found or [trouble(exc)]


def quick_check(review: Review) -> list[Summary]:
    """Some of what is wrong, if anything is; [] where nothing was seen. Some milliseconds, whatever the size."""
    try:
        return [*_files(review), *_newest(review), *_some_tickets(review)]
    except UserError as exc:
        if exc.code in ("review.busy", "review.io"):
            return []  # no news of the review
        return [trouble(exc)]
    except (sqlite3.DatabaseError, *NONSENSE) as exc:
        return [trouble(exc)]


def _not_indexed(review: Review, progress: Progress) -> Iterator[Summary]:
    for ticket_id in auditing.missing(review, progress):
        yield Summary("check.not_indexed", {"ticket": ticket_id})


def _files(review: Review) -> Iterator[Summary]:
    """The pieces of every source are there."""
    for (name,) in review.execute(_PIECES).fetchall():
        yield Summary("check.bytes", {"source": name})


def _newest(review: Review) -> Iterator[Summary]:
    """What was done last is where damage of a crash would be: the values are those of the log."""
    ids = [row[0] for row in review.execute(_LAST_CHANGES).fetchall()]
    for row in review.execute(latest_of(store.AMONG), (store.listed(ids),)).fetchall():
        if logged_wrongly(row):
            yield Summary("check.log", {"ticket": row[0], "field": row[1]})


def _some_tickets(review: Review) -> Iterator[Summary]:
    """Some tickets from all over the review: marked as edited where originals are kept, and found by their words."""
    rows = review.execute(_SOME, (store.listed(range(SPREAD)),)).fetchall()
    ids = sorted({row[0] for row in rows if row[0] is not None})
    homeless = review.execute(_HOMELESS, (store.listed(ids),)).fetchone()[0]
    if homeless:
        yield Summary("check.reference", {"table": "ticket", "n": homeless})
    for ticket_id, edited, kept in review.execute(_MARKS, (store.listed(ids),)).fetchall():
        names = [name for name in (kept or "").split(",") if name in LOGGED_FIELDS]
        for name in store.edited_names(edited ^ store.edited_mask(names)):
            yield Summary("check.original", {"ticket": ticket_id, "field": name})
    if ids and not auditing.answers(review, ids[-1]):
        yield Summary("check.index", {})
    for ticket_id in auditing.unmarked(review, ids):
        yield Summary("check.not_indexed", {"ticket": ticket_id})
