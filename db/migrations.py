"""The versions of the review file: a new one is made whole, an older one goes through numbered steps.

A step is a function of the open connection, runs once, in a transaction of its own that also writes the new version.
Steps say SQL and never use the models, which always describe the newest version.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from db.connection import APPLICATION_ID
from db.late import Late

if TYPE_CHECKING:
    from db import models
else:
    models = Late("db.models")

Step = Callable[[sqlite3.Connection], None]


def _canned_replies(connection: sqlite3.Connection) -> None:
    """The scan of replies, and what is decided of them."""
    for statement in (
        'CREATE TABLE "replytext" ("id" INTEGER NOT NULL PRIMARY KEY, "form" INTEGER NOT NULL, "text" TEXT NOT NULL)',
        'CREATE TABLE "replyarray" ("name" TEXT NOT NULL PRIMARY KEY, "data" BLOB NOT NULL)',
        'CREATE TABLE "decided" ("key" TEXT NOT NULL PRIMARY KEY, "value" TEXT NOT NULL) WITHOUT ROWID',
        """CREATE TABLE "decision" ("id" INTEGER NOT NULL PRIMARY KEY, "entry_id" INTEGER NOT NULL, "key" TEXT NOT NULL,
            "before" TEXT, "after" TEXT, FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE CASCADE)""",
        'CREATE INDEX "decision_entry_id" ON "decision" ("entry_id")',
    ):
        connection.execute(statement)


def _columns_for_all(connection: sqlite3.Connection) -> None:
    """An index that came with the text index belongs to every review, and takes the place of a narrower one."""
    connection.execute("DROP INDEX IF EXISTS ticket_source_id_ordinal")
    columns = "source_id, ordinal, category_id, status, turns, length, edited, parked"
    connection.execute(f"CREATE INDEX IF NOT EXISTS ticket_columns ON ticket({columns})")


def _judgements(connection: sqlite3.Connection) -> None:
    """What a check of labels has found."""
    for statement in (
        """CREATE TABLE "judgedlabel" ("field" TEXT NOT NULL, "place" INTEGER NOT NULL, "name" TEXT NOT NULL,
            PRIMARY KEY ("field", "place")) WITHOUT ROWID""",
        """CREATE TABLE "judgement" ("field" TEXT NOT NULL, "ticket_id" INTEGER NOT NULL, "doubt" REAL,
            "given" INTEGER, "likely" INTEGER, "confidence" REAL, "probability" REAL, "offers" BLOB NOT NULL,
            "neighbours" BLOB NOT NULL, "words" TEXT NOT NULL, PRIMARY KEY ("field", "ticket_id"),
            FOREIGN KEY ("ticket_id") REFERENCES "ticket" ("id") ON DELETE CASCADE) WITHOUT ROWID""",
        'CREATE INDEX "judgement_ticket_id" ON "judgement" ("ticket_id")',
    ):
        connection.execute(statement)


def _revisions(connection: sqlite3.Connection) -> None:
    """Versions of sources that were taken in, each with its other side."""
    for statement in (
        """CREATE TABLE "revision" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "source_id" INTEGER NOT NULL,
            "other_id" INTEGER, "base" INTEGER NOT NULL,
            FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE CASCADE,
            FOREIGN KEY ("source_id") REFERENCES "source" ("id") ON DELETE CASCADE,
            FOREIGN KEY ("other_id") REFERENCES "source" ("id") ON DELETE CASCADE)""",
        'CREATE INDEX "revision_source_id" ON "revision" ("source_id")',
        'CREATE INDEX "revision_other_id" ON "revision" ("other_id")',
        """CREATE TABLE "aside" ("entry_id" INTEGER NOT NULL, "ticket_id" INTEGER NOT NULL,
            "source_id" INTEGER NOT NULL, "ordinal" INTEGER NOT NULL, "number" INTEGER, "line" INTEGER NOT NULL,
            "category_raw" TEXT NOT NULL, "parked" INTEGER NOT NULL, "spans" BLOB NOT NULL,
            "causes" TEXT, "said" TEXT NOT NULL DEFAULT '{}', PRIMARY KEY ("entry_id", "ticket_id"),
            FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE CASCADE,
            FOREIGN KEY ("ticket_id") REFERENCES "ticket" ("id") ON DELETE CASCADE,
            FOREIGN KEY ("source_id") REFERENCES "source" ("id") ON DELETE CASCADE) WITHOUT ROWID""",
        'CREATE INDEX "aside_ticket_id" ON "aside" ("ticket_id")',
    ):
        connection.execute(statement)


STEPS: tuple[Step, ...] = (_canned_replies, _columns_for_all, _judgements, _revisions)
"""``STEPS[n]`` makes a file of version n + 2 out of one of version n + 1."""

VERSION = 1 + len(STEPS)
"""What this program writes and reads; ``user_version`` of the file."""


def create(connection: sqlite3.Connection) -> None:
    """All tables of the newest version in an empty file; the caller's transaction."""
    models.create_tables(connection)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {VERSION}")


def version_of(connection: sqlite3.Connection) -> int:
    """The version of an open file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection, steps: Sequence[Step] = STEPS) -> int:
    """Bring an older file to the newest version; returns the number of steps done.

    A step that fails is rolled back and raises; the file is then of the version before it, and whole.
    """
    done = 0
    while (version := version_of(connection)) <= len(steps):
        connection.execute("PRAGMA foreign_keys = 0")  # a step may rebuild a table that others point to
        connection.execute("BEGIN IMMEDIATE")
        try:
            # another program may have done this step while we waited for our turn
            if version_of(connection) == version:
                steps[version - 1](connection)
                _check_references(connection)
                connection.execute(f"PRAGMA user_version = {version + 1}")
                done += 1
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
        finally:
            connection.execute("PRAGMA foreign_keys = 1")
    return done


def _check_references(connection: sqlite3.Connection) -> None:
    broken = connection.execute("PRAGMA foreign_key_check").fetchone()
    if broken is not None:
        raise sqlite3.IntegrityError(f"a step left a row of {broken[0]} that points nowhere")
