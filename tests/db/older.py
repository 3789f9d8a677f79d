"""A review as the first version of the program left it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

LATER = ("replytext", "replyarray", "decided", "decision", "judgement", "judgedlabel", "aside", "revision")
"""Tables that came with later versions."""


def make_older(path: Path) -> None:
    """Turn a closed review of today, of which nothing of a later version is used, into one of version 1."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("DROP INDEX ticket_columns")
        connection.execute("CREATE INDEX ticket_source_id_ordinal ON ticket(source_id, ordinal)")
        for table in LATER:
            connection.execute(f"DROP TABLE {table}")
        connection.execute("PRAGMA user_version = 1")
