"""Rows on the taxonomy of a review with 5,000 labels: reading it beside one GROUP BY of the same labels, and renaming a
parent with all below it beside one UPDATE of the same rows with its log, in another copy of the review.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from itertools import cycle

from db import edits
from db.labels import Field, relabel, renaming, taxonomy
from db.review import Review
from tests.bench.ground import TELLING, Ground, say
from tests.bench.measure import Measure, Rows, compare

LABELS, BELOW = 5000, 250
TREES: dict[Field, str] = {
    "category": "taxonomy of 5,000 categories, GROUP BY",
    "root_cause": "taxonomy of 5,000 root causes, GROUP BY",
}
PARENT = "a parent with 250 categories renamed"
GOAL = 3
RUNS = 5
COUNTED: dict[Field, Callable[[Review], object]] = {
    "category": edits.known_categories,
    "root_cause": edits.known_causes,
}


def rows(ground: Ground) -> Rows:
    """The taxonomy of each field first, then a parent renamed."""
    say("taxonomy")
    path, other = ground.path("tree"), ground.path("plain")
    shutil.copy(ground.review, path)
    labels = LABELS if ground.size >= TELLING else ground.size
    first = _labelled(path, labels)
    shutil.copy(path, other)
    with Review.open(path, "bench") as review:
        for field, name in TREES.items():
            yield _tree(review, field, name)
        yield _parent(review, other, first, min(BELOW, labels))
    ground.remove(path)
    ground.remove(other)


def _tree(review: Review, field: Field, name: str) -> Measure:
    return compare(name, GOAL, lambda: taxonomy(review, field), lambda: COUNTED[field](review), RUNS)


def _labelled(path: object, labels: int) -> int:
    """Give all tickets one of so many categories and root causes, by chance; the first of the new categories."""
    with closing(sqlite3.connect(str(path), isolation_level=None)) as plain:
        first = int(plain.execute("SELECT max(id) + 1 FROM category").fetchone()[0])
        plain.execute("BEGIN")
        paths = [(first + n, f"类{n // BELOW}｜组{n % 25}｜项{n}") for n in range(labels)]
        plain.executemany("INSERT INTO category(id, path) VALUES (?, ?)", paths)
        plain.execute("UPDATE ticket SET category_id = ? + abs(random()) % ?", (first, labels))
        plain.execute("DELETE FROM ticketcause")
        plain.execute("DELETE FROM cause")
        causes = [(n + 1, f"原因{n}") for n in range(labels)]
        plain.executemany("INSERT INTO cause(id, name) VALUES (?, ?)", causes)
        plain.execute("INSERT INTO ticketcause SELECT id, 0, 1 + abs(random()) % ? FROM ticket", (labels,))
        plain.execute("COMMIT")
    return first


def _parent(review: Review, other: object, first: int, below: int) -> Measure:
    ways = cycle([("类0", "换后"), ("换后", "类0")])
    with closing(sqlite3.connect(str(other), isolation_level=None)) as plain:
        plain.execute("PRAGMA journal_mode = WAL").fetchone()
        plain.execute("PRAGMA synchronous = FULL")

        def ours() -> None:
            relabel(review, renaming(review, "category", *next(ways)))

        return compare(PARENT, GOAL, ours, lambda: _update(plain, first, below), RUNS)


def _update(plain: sqlite3.Connection, first: int, below: int) -> None:
    """Another category for the same rows, within the same ones, so that it can be done again."""
    chosen = "WHERE category_id BETWEEN ?1 AND ?1 + ?2 - 1"
    had = f"SELECT 1, id, 'category', category_id, category_id FROM ticket {chosen}"
    plain.execute("BEGIN")
    plain.execute(f"INSERT INTO change(entry_id, ticket_id, field, before, after) {had}", (first, below))
    plain.execute(f"UPDATE ticket SET category_id = ?1 + (category_id + 1 - ?1) % ?2 {chosen}", (first, below))
    plain.execute("COMMIT")
