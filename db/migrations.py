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

STEPS: tuple[Step, ...] = ()
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
