"""The process that is killed: edits a review and says of each edit, once it is durable, that it is done.

Started once; for each line on its input (a number to begin with) it forks a worker, whose process number it prints,
and says when the worker is gone. Forking spares two hundred starts of Python.
"""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from db.review import Review


def edit(review: Review, ticket_id: int, n: int) -> None:
    """Write the note of a ticket, with its log, as one action."""
    note = f"{n} " + "备注" * (n % 700)
    with review.transaction():
        (before,) = review.execute("SELECT note FROM ticket WHERE id = ?", (ticket_id,)).fetchone()
        entry = review.execute(
            "INSERT INTO entry(at, reviewer, kind, code, data, undone, tickets) VALUES (?, '', 'edit', ?, '{}', 0, 1)",
            (datetime.now(UTC).isoformat(), "edit.note"),
        ).lastrowid
        review.execute(
            "INSERT INTO change(entry_id, ticket_id, field, before, after) VALUES (?, ?, 'note', ?, ?)",
            (entry, ticket_id, before, note),
        )
        review.execute("UPDATE ticket SET note = ? WHERE id = ?", (note, ticket_id))


def work(path: Path, n: int) -> None:
    """Edit until killed."""
    with Review.open(path) as review:
        ids = [row[0] for row in review.execute("SELECT id FROM ticket ORDER BY id")]
        while True:
            edit(review, ids[n % len(ids)], n)
            os.write(1, f"{n}\n".encode())
            n += 1


def main() -> None:
    """Fork a worker for each line."""
    path = Path(sys.argv[1])
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            os.write(1, f"pid {os.getpid()}\n".encode())
            work(path, int(line))
        os.waitpid(child, 0)
        os.write(1, b"gone\n")


if __name__ == "__main__":
    main()
