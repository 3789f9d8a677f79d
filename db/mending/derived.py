"""What is made of other things and can be made anew: root causes of tickets, their sizes, SQLite's and the text index.

Rows that point to nothing go here as well: what they belonged to is gone.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from db import store
from db.edits.apply import CauseIds, sizes
from db.edits.styles import Styles
from db.mending.log import told_causes
from db.mending.work import Work
from db.search import index
from db.values import SOURCE_FIELDS

BATCH = 500
_POINTING = (
    ("ticketcause", "ticket_id", "ticket"),
    ("ticketcause", "cause_id", "cause"),
    ("original", "ticket_id", "ticket"),
    ("change", "ticket_id", "ticket"),
    ("judgement", "ticket_id", "ticket"),
    ("content", "source_id", "source"),
    ("finding", "source_id", "source"),
    ("finding", "ticket_id", "ticket"),
    ("revision", "entry_id", "entry"),
    ("revision", "source_id", "source"),
    ("revision", "other_id", "source"),
    ("aside", "entry_id", "entry"),
    ("aside", "ticket_id", "ticket"),
    ("aside", "source_id", "source"),
)
"""Table, its column, the table that it points to."""
_CAUSES = f"SELECT ticket_id, cause_id FROM ticketcause WHERE ticket_id {store.AMONG} ORDER BY ticket_id, position"
_SIZED = f"""SELECT title, problem, coalesce(conversation, replies), id FROM ticket WHERE id {store.AMONG}"""
_UNTAGGED = """SELECT id FROM ticket WHERE root_cause <> ''
    AND id NOT IN (SELECT ticket_id FROM ticketcause WHERE position = 0)"""


def homeless(work: Work) -> None:
    """Tickets whose category is not known any more have none, until their source or the log says one."""
    nowhere = "SELECT id FROM ticket WHERE category_id NOT IN (SELECT id FROM category)"
    ids = [row[0] for row in work.review.execute(nowhere)]
    if ids:
        work.review.execute("INSERT OR IGNORE INTO category(path) VALUES ('')")
        none = work.review.execute("SELECT id FROM category WHERE path = ''").fetchone()[0]
        work.review.executemany("UPDATE ticket SET category_id = ? WHERE id = ?", [(none, one) for one in ids])
        work.broken |= {(one, "category") for one in ids}


def strays(work: Work) -> None:
    """Remove rows that point to nothing."""
    tagged = "SELECT ticket_id FROM ticketcause WHERE cause_id NOT IN (SELECT id FROM cause)"
    work.touched.update(row[0] for row in work.review.execute(tagged))
    for table, column, parent in _POINTING:
        gone = work.review.execute(
            f'DELETE FROM "{table}" WHERE {column} IS NOT NULL AND {column} NOT IN (SELECT id FROM "{parent}")'
        ).rowcount
        work.counts["mended.stray"] += gone
        if table == "change":
            work.counts["mended.lost_change"] += gone


def parked(work: Work) -> None:
    """Tickets that stand in no source are marked as edited where an original is kept, too."""
    sql = "SELECT id, edited, (SELECT group_concat(field) FROM original WHERE ticket_id = ticket.id) FROM ticket"
    for ticket_id, edited, kept in work.review.execute(f"{sql} WHERE parked <> 0").fetchall():
        mask = store.edited_mask([name for name in (kept or "").split(",") if name in SOURCE_FIELDS])
        if mask != edited:
            work.review.execute("UPDATE ticket SET edited = ? WHERE id = ?", (mask, ticket_id))
            work.counts["mended.original"] += 1


def causes(work: Work) -> None:
    """The tags of tickets that were touched, and of those that have lost theirs: what their text means."""
    ids = work.touched | {row[0] for row in work.review.execute(_UNTAGGED)}
    ids &= {row[0] for row in work.review.execute("SELECT id FROM ticket")}
    told, styles, known = told_causes(work), Styles(work.review), CauseIds(work.review)
    waiting = iter(sorted(ids))
    while some := list(islice(waiting, BATCH)):
        listed = store.listed(some)
        had: dict[int, list[int]] = {}
        for ticket_id, cause in work.review.execute(_CAUSES, (listed,)):
            had.setdefault(ticket_id, []).append(cause)
        sql = f"SELECT id, source_id, root_cause FROM ticket WHERE id {store.AMONG}"
        for ticket_id, source_id, text in work.review.execute(sql, (listed,)).fetchall():
            names = told.get(ticket_id, styles.causes(source_id, text))
            wanted = [known[name] for name in names]
            if wanted != had.get(ticket_id, []):
                _tag(work, ticket_id, wanted)


def _tag(work: Work, ticket_id: int, wanted: Iterable[int]) -> None:
    work.review.execute("DELETE FROM ticketcause WHERE ticket_id = ?", (ticket_id,))
    rows = [(ticket_id, place, cause) for place, cause in enumerate(wanted)]
    work.review.executemany("INSERT INTO ticketcause(ticket_id, position, cause_id) VALUES (?, ?, ?)", rows)
    work.counts["mended.causes"] += 1


def measures(work: Work) -> None:
    """Turns and length of the tickets that were touched."""
    waiting = iter(sorted(work.touched))
    while some := list(islice(waiting, BATCH)):
        rows = work.review.execute(_SIZED, (store.listed(some),)).fetchall()
        work.review.executemany("UPDATE ticket SET turns = ?, length = ? WHERE id = ?", sizes(rows))


def indexes(work: Work, is_damaged: bool) -> None:
    """The text index, where it is damaged, or what it was made of has changed; SQLite's own."""
    work.review.execute("REINDEX")
    if is_damaged or work.touched:
        index.rebuild(work.review, work.progress)
        work.counts["mended.index"] += 1
