"""Rows on finding: the first hits and the exact count of short searches, and the counts beside a list.

A search is compared with `instr` over the same text columns of the same review; the counts, with GROUP BY on text
columns of a table of tickets, and beside that (``against_narrow_table``) of a table that holds nothing else.
"""

from __future__ import annotations

import sqlite3
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import groupby
from pathlib import Path
from typing import Any

from db.review import Review
from db.search import Finder, parse, quoted
from db.search.tokens import is_wide, is_word
from tests.bench.generate import generate
from tests.bench.ground import SEED, Ground, say
from tests.bench.measure import PATIENCE, Measure, Rows, quiet, ratio, turns, worked

FIRST, COUNT, FACETS = "first 200 hits of 1 to 6 characters", "exact count of the hits", "three facets under a filter"
SAMPLE = 1500
LENGTHS = range(1, 7)
ROUNDS = 3
REPEATS = 5
"""Ours is asked so often in a turn: whoever types or clicks asks again and again, and a scan of all text in between
would empty the processor's cache each time.
"""
FILTERS = {"replies:>1": "turns > 1", "len:>500": "length > 500", "has:cause": "causes > 0"}
"""Filters as the search field has them, and in SQL."""

_SCAN = f"""SELECT id FROM ticket WHERE {
    " OR ".join(f"instr({column}, ?1)" for column in ("title", "problem", "replies", "root_cause", "note"))
}"""
_TEXTS = """CREATE TABLE {name} AS SELECT ticket.id, turns, length, {texts}
    (SELECT count(*) FROM ticketcause WHERE ticket_id = ticket.id) AS causes,
    CASE status WHEN 0 THEN 'unreviewed' ELSE 'reviewed' END AS status, category.path AS category, source.name AS source
    FROM r.ticket JOIN r.category ON category.id = category_id JOIN r.source ON source.id = source_id"""
_CAUSES = """CREATE TABLE plain_cause AS SELECT ticket_id, name AS cause
    FROM r.ticketcause JOIN r.cause ON cause.id = cause_id ORDER BY ticket_id"""
_GROUPS = (
    "SELECT status, count(*) FROM {table} WHERE {where} GROUP BY status",
    "SELECT category, count(*) FROM {table} WHERE {where} GROUP BY category",
    "SELECT cause, count(*) FROM {table} JOIN plain_cause ON ticket_id = id WHERE {where} GROUP BY cause",
)


def rows(ground: Ground) -> Rows:
    """Searches, then facets, on the review of the JSONL file."""
    review_path = ground.review
    with Review.open(review_path, "bench") as review:
        finder = Finder(review)
        finder.facets(parse(""))
        say("searching")
        yield from _searches(finder, review_path, queries())
        say("counting facets")
        yield _facets(finder, ground, review_path)


def queries() -> list[str]:
    """For each length a common, a less common and a rare run of Chinese, and so beginnings of Latin words."""
    found: dict[tuple[int, bool], Counter[str]] = {(n, wide): Counter() for n in LENGTHS for wide in (True, False)}
    for ticket in generate(SAMPLE, SEED):
        for word in _words(ticket):
            wide = is_wide(word[0])
            for n in range(1, min(len(word), LENGTHS[-1]) + 1):
                starts = range(len(word) - n + 1) if wide else (0,)
                found[n, wide].update(word[start : start + n] for start in starts)
    return [query for counted in found.values() for query in _picked(counted)]


def _words(ticket: dict[str, Any]) -> Iterator[str]:
    """Runs of one script in a ticket's texts."""
    for text in (ticket["problem"], *(turn["text"] for turn in ticket["replies"])):
        for kind, run in groupby(text.casefold(), lambda one: is_word(one) + is_wide(one)):
            if kind:
                yield "".join(run)


def _picked(counted: Counter[str]) -> list[str]:
    ordered = sorted(counted, key=lambda query: (-counted[query], query))
    return list(dict.fromkeys(ordered[place * (len(ordered) - 1) // 100] for place in (0, 20, 100)))


def _searches(finder: Finder, path: Path, wanted: Sequence[str]) -> Iterator[Measure]:
    first, count, scan = {}, {}, {}
    with closing(sqlite3.connect(path)) as connection, quiet():
        for text in wanted:
            query = parse(quoted(text))
            times: list[list[float]] = [[], [], []]
            for _ in turns(ROUNDS, PATIENCE / len(wanted)):
                times[0] += [worked(lambda query=query: finder.first(query, 200)) for _ in range(REPEATS)]
                times[1] += [worked(lambda query=query: finder.count(query)) for _ in range(REPEATS)]
                times[2].append(worked(lambda text=text: connection.execute(_SCAN, (text,)).fetchall()))
            first[text], count[text], scan[text] = map(statistics.median, times)
    yield _over_queries(FIRST, 1 / 500, first, scan)
    yield _over_queries(COUNT, 1 / 60, count, scan)


def _over_queries(name: str, goal: float, ours: dict[str, float], scan: dict[str, float]) -> Measure:
    """The median of the queries' ratios; the worst of them beside it."""
    ratios = {text: ours[text] / scan[text] for text in ours}
    worst = max(ratios, key=ratios.__getitem__)
    return Measure(
        name,
        statistics.median(ratios.values()),
        goal,
        statistics.median(ours.values()),
        statistics.median(scan.values()),
        {"queries": len(ours), "worst_ratio": round(ratios[worst], 5), "worst_query": worst},
    )


def _facets(finder: Finder, ground: Ground, review: Path) -> Measure:
    ours: list[float] = []
    plain: dict[str, list[float]] = {"plain": [], "narrow": []}
    with closing(plain_tables(ground.folder / "plain.sqlite", review)) as connection, quiet():
        for text, where in FILTERS.items():
            query = parse(text)
            for _ in turns(ROUNDS + 1):
                for _ in range(REPEATS):
                    finder.facets(parse(""))  # counts of one query are kept: those of another push them out
                    ours.append(worked(lambda query=query: finder.facets(query)))
                for table, taken in plain.items():
                    taken.append(worked(lambda table=table, where=where: grouped(connection, table, where)))
    narrow = ratio(FACETS, 1 / 50, ours, plain["narrow"])
    return ratio(FACETS, 1 / 50, ours, plain["plain"], against_narrow_table=round(narrow.ratio, 5))


def plain_tables(path: Path, review: Path) -> sqlite3.Connection:
    """Tables `plain` and `narrow` of the tickets of a review with their labels as text."""
    connection = sqlite3.connect(path)
    connection.execute("ATTACH ? AS r", (str(review),))
    tables = _TEXTS.format(name="plain", texts="title, problem, replies,"), _TEXTS.format(name="narrow", texts="")
    for statement in (*tables, _CAUSES, "CREATE INDEX by_ticket ON plain_cause(ticket_id)"):
        connection.execute(statement)
    connection.commit()
    connection.execute("DETACH r")
    return connection


def grouped(connection: sqlite3.Connection, table: str, where: str) -> None:
    """Count status, category and root cause."""
    for statement in _GROUPS:
        connection.execute(statement.format(table=table, where=where)).fetchall()
