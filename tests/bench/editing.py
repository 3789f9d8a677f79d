"""Row on an edit: one ticket's status with its log entry, on the disk, beside one UPDATE of a plain table."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from random import Random

from db import edits
from db.review import Review
from db.values import Status
from tests.bench.ground import SEED, Ground, say
from tests.bench.measure import Rows, p99, quiet, ratio, timed

NAME = "one edit, durable"
ROUNDS = 150
WARM = 10

_TABLE = "CREATE TABLE plain AS SELECT id, title, problem, status FROM r.ticket"


def rows(ground: Ground) -> Rows:
    """Both ways in turn, each on tickets at random, in files side by side on the same disk."""
    review_path = ground.review
    say("editing")
    dice = Random(SEED)
    ours, reference = [], []
    with (
        Review.open(review_path, "bench") as review,
        closing(_plain(ground.folder / "edit.sqlite", review_path)) as plain,
    ):
        total = review.counts()[0]
        with quiet():
            for number in range(ROUNDS + WARM):
                one, other = dice.randint(1, total), dice.randint(1, total)
                status = Status(1 + number % 3)
                ours.append(timed(lambda one=one, status=status: edits.set_status(review, [one], status)))
                reference.append(timed(lambda other=other, status=status: _update(plain, other, status)))
    mine, theirs = ours[WARM:], reference[WARM:]
    extra = {"p99_ratio": round(p99(mine) / p99(theirs), 3)}
    yield ratio(NAME, 3, mine, theirs, **extra)


def _plain(path: Path, review: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL").fetchone()
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("ATTACH ? AS r", (str(review),))
    connection.execute(_TABLE)
    connection.execute("CREATE UNIQUE INDEX plain_id ON plain(id)")
    connection.execute("DETACH r")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return connection


def _update(plain: sqlite3.Connection, ticket_id: int, status: int) -> None:
    plain.execute("BEGIN")
    plain.execute("UPDATE plain SET status = ? WHERE id = ?", (int(status), ticket_id))
    plain.execute("COMMIT")
