"""Rows on a third of all tickets relabelled at once, with the log, and undone, beside one UPDATE of the same rows in
another copy of the review, as durable and without a log.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing

from db import edits
from db.review import Review
from tests.bench.ground import Ground, say
from tests.bench.measure import Rows, ratio, seconds, turns, warmed

RELABELLED, UNDONE = "a third of the tickets relabelled, one UPDATE", "that undone, one UPDATE"
GOAL = 4
ROUNDS = 5
PATH = "换后"
_UPDATE = "UPDATE ticket SET category_id = ? WHERE id % 3 = 0"


def rows(ground: Ground) -> Rows:
    """There and back, in turn with the plain way there and back."""
    path, other = ground.path("bulk"), ground.path("plain")
    for copy in (path, other):
        shutil.copy(ground.review, copy)
    say("relabelling a third")
    there, back, plain = [], [], []
    with Review.open(path, "bench") as review, closing(sqlite3.connect(other, isolation_level=None)) as bare:
        chosen = [row[0] for row in review.execute("SELECT id FROM ticket WHERE id % 3 = 0")]
        bare.execute("PRAGMA journal_mode = WAL").fetchone()
        bare.execute("PRAGMA synchronous = FULL")
        for number in turns(ground.rounds(ROUNDS)):
            there.append(seconds(lambda number=number: edits.set_category(review, chosen, [f"{PATH} {number}"])))
            plain.append(seconds(lambda: bare.execute(_UPDATE, (1,))))
            back.append(seconds(lambda: edits.undo(review)))
            plain.append(seconds(lambda: bare.execute(_UPDATE, (2,))))
    yield ratio(RELABELLED, GOAL, warmed(there), warmed(plain), tickets=len(chosen), runs=len(warmed(there)))
    yield ratio(UNDONE, GOAL, warmed(back), warmed(plain), tickets=len(chosen), runs=len(warmed(back)))
    ground.remove(path)
    ground.remove(other)
