"""Rows on the list of families: a new threshold, and a decision, until the rows of the first page are there again.

Two plain queries of SQLite, over tables with an index on nothing. A decision leaves the families there: the query reads
a table that holds every one already, a row each with the columns that the list paints, the first page ORDER BY uses and
the count. Of a threshold that nobody has asked for yet no table can hold them: the query makes the rows, GROUP BY
family over a table of uses. Each row says beside itself what the other query comes to (``against_...``).
"""

from __future__ import annotations

import json
import sqlite3
import statistics
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from db.importing import import_paths
from db.replies import Replies, mark_holding, reopen, scan
from db.review import Review
from db.search import Finder
from db.values import Changes
from tests.bench import canned
from tests.bench.ground import SEED, Ground, say
from tests.bench.measure import Measure, quiet, timed

PAGE = 30
RUNS = 7
THRESHOLDS = (0.85, 0.92, 0.81, 0.95, 0.88, 0.78, 0.93, 0.83)
"""One a run: what is kept of another threshold helps as little as it can."""
GOAL = 3.0
REAL, MOST = 16_330, 2_600_000
_FIRST = "SELECT * FROM family ORDER BY uses DESC LIMIT 30"
_COUNT = "SELECT count(*) FROM family"
_GROUPED = """SELECT family, count(*) AS uses, count(DISTINCT ticket), count(DISTINCT text), min(wording)
    FROM used GROUP BY family HAVING uses > 1 ORDER BY uses DESC LIMIT 30"""


def rows(ground: Ground) -> Iterator[Measure]:
    """At the size of the real files, and at ten replies a ticket of the ground."""
    for name, n, per_ticket in (
        ("16,330 replies", min(REAL, ground.size), 3),
        ("many replies", min(ground.size * 10, MOST), 10),
    ):
        path = _review(ground, n, per_ticket)
        with Review.open(path, "bench") as review:
            yield from _measured(ground, review, name)
        ground.remove(path)


def _review(ground: Ground, n: int, per_ticket: int) -> Path:
    """A review of so many replies, scanned."""
    say(f"importing and scanning {n:,} replies")
    path, source = ground.path("canned"), ground.folder / "canned.jsonl"
    texts = canned.replies(n, SEED)
    with source.open("w", encoding="utf-8") as file:
        for start in range(0, n, per_ticket):
            replies = [{"speaker": "staff", "text": text} for text in texts[start : start + per_ticket]]
            ticket = {"title": f"工单 {start}", "category": f"分类 {start % 23}", "problem": "问题", "replies": replies}
            file.write(json.dumps(ticket, ensure_ascii=False) + "\n")
    del texts
    with Review.create(path, "bench") as review:
        import_paths(review, [source])
        scan(review)
    source.unlink()
    return path


def _measured(ground: Ground, review: Review, name: str) -> Iterator[Measure]:
    finder = Finder(review)
    replies = Replies(review, finder)
    first = _page(replies)
    assert first, "no families"
    moved: list[float] = []
    decided: list[float] = []
    plain: list[float] = []
    runs = ground.rounds(RUNS)
    with closing(_plain(ground.folder / "families.sqlite", replies)) as connection, quiet():
        for run in range(runs + 1):
            moved.append(timed(lambda run=run: _move(replies, THRESHOLDS[run])))
            plain += [timed(lambda: _query(connection)) for _ in range(5)]
        for run in range(runs + 1):
            changes = (reopen if run % 2 else mark_holding)(review, replies, replies.find()[:1].tolist())
            decided.append(timed(lambda changes=changes: _decide(replies, changes)))
            plain += [timed(lambda: _query(connection)) for _ in range(5)]
        grouped = [timed(lambda: connection.execute(_GROUPED).fetchall()) for _ in range(2)]
    ready, grouping = statistics.median(plain), statistics.median(grouped)
    for what, times, reference, name_of_other, other in (
        ("threshold", moved[1:], grouping, "against_ready_rows", ready),
        ("decision", decided[1:], ready, "against_grouping", grouping),
    ):
        ours = statistics.median(times)
        about = {"families": len(replies.find()), name_of_other: round(ours / other, 5)}
        yield Measure(f"list after a {what}, {name}", ours / reference, GOAL, ours, reference, about)


def _move(replies: Replies, threshold: float) -> None:
    replies.use_threshold(threshold)
    _page(replies)


def _decide(replies: Replies, changes: Changes) -> None:
    replies.refresh(changes)
    _page(replies)


def _page(replies: Replies) -> list[object]:
    return list(replies.rows(replies.find()[:PAGE]))


def _query(connection: sqlite3.Connection) -> None:
    connection.execute(_FIRST).fetchall()
    connection.execute(_COUNT).fetchone()


def _plain(path: Path, replies: Replies) -> sqlite3.Connection:
    """The families, and the uses that they are made of, as plain tables."""
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE family(id, kind, wording, template, uses, tickets, variants, spread, decision)")
    known, handles = replies.members, replies.find().tolist()
    wordings = known.canvass.texts(known.first_numbers[handles].tolist())
    connection.executemany(
        "INSERT INTO family VALUES (?, 'near', ?, '', ?, ?, ?, ?, NULL)",
        (
            (f"{int(known.canvass.key[handle]):016x}", wording, *map(int, values))
            for handle, wording, *values in zip(
                handles,
                wordings,
                known.uses[handles],
                known.tickets[handles],
                known.form_counts[handles],
                known.spread[handles],
                strict=True,
            )
        ),
    )
    connection.execute("CREATE TABLE used(family, ticket, text, wording)")
    use_text = known.canvass.use_text
    family = known.families.leader[known.canvass.text_form[use_text]]
    uses = zip(family.tolist(), known.canvass.use_ticket.tolist(), use_text.tolist(), strict=True)
    connection.executemany("INSERT INTO used VALUES (?, ?, ?, 'x')", uses)
    connection.commit()
    return connection
