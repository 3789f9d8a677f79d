"""Cursors whose errors are the user's errors that they stand for, also where rows are read long after the statement."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from db import connection


class Cursor(sqlite3.Cursor):
    """A cursor on the file at `path`; reading a row of a damaged file raises ReviewError, not SQLite's own."""

    path: Path

    def fetchone(self) -> Any:
        """The next row; None behind the last."""
        try:
            return super().fetchone()
        except sqlite3.Error as exc:
            raise connection.meaning(exc, self.path) or exc from exc

    def fetchall(self) -> list[Any]:
        """All rows that are left."""
        try:
            return super().fetchall()
        except sqlite3.Error as exc:
            raise connection.meaning(exc, self.path) or exc from exc

    def __iter__(self) -> Iterator[Any]:  # type: ignore[override]
        # one that calls the inner `next` without coming back to Python for every row
        try:
            yield from iter(super().__next__, None)
        except sqlite3.Error as exc:
            raise connection.meaning(exc, self.path) or exc from exc


def cursor(opened: sqlite3.Connection, path: Path) -> Cursor:
    """A new cursor of an open connection."""
    made = opened.cursor(Cursor)
    made.path = path
    return made
