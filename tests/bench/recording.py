"""Rows on the record: every change of the log as CSV beside a bare writer, an export beside one without a report."""

from __future__ import annotations

import csv
import shutil
import sqlite3
from contextlib import closing

from db.commands.record import csv_lines
from db.edits import set_note, trail
from db.exporting import export
from db.review import Review
from tests.bench.ground import Ground, say
from tests.bench.measure import Rows, compare

RUNS = 3
_CHANGES = """SELECT entry.id, at, reviewer, kind, code, target, undone, ticket_id, source.name, line, field, before,
    after
    FROM entry JOIN change ON entry_id = entry.id JOIN ticket ON ticket.id = ticket_id
    JOIN source ON source.id = source_id ORDER BY entry.id, change.id"""


def rows(ground: Ground) -> Rows:
    """A change of each ticket, and all tickets."""
    say("recording")
    path, out = ground.path("recorded"), ground.folder / "recorded"
    shutil.copy(ground.review, path)
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir()
    with Review.open(path, "bench") as review, closing(sqlite3.connect(path)) as bare:
        set_note(review, [row[0] for row in review.execute("SELECT id FROM ticket")], "seen")

        def ours() -> None:
            with (out / "ours.csv").open("w", encoding="utf-8", newline="") as file:
                file.writelines(csv_lines(trail(review)))

        def plain() -> None:
            with (out / "plain.csv").open("w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows(bare.execute(_CHANGES))

        yield compare("log of every change as CSV", 3, ours, plain, ground.rounds(RUNS))
        yield compare(
            "export as CSV with a report",
            1.5,
            lambda: export(review, out / "with.csv", "csv", report="en"),
            lambda: export(review, out / "without.csv", "csv"),
            ground.rounds(RUNS),
        )
    ground.remove(path)
