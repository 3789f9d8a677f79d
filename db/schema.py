"""Does a review still say what its tables are? Asked only where a statement did not find one of them: then either the
statement is wrong, which is our fault, or damage has left another name in the file.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from db import connection, migrations
from db.errors import ReviewError
from db.late import Late

if TYPE_CHECKING:
    from db import models
else:
    models = Late("db.models")

OF_THE_INDEX = ("vtable constructor failed", "unrecognized option")
"""How SQLite says that it does not know any more what the text index is."""
FORMAT_OF_THE_INDEX = "invalid fts5 file format"
"""How it says that it knows, and cannot read what is in it."""


def meaning(exc: BaseException, opened: sqlite3.Connection, path: Path) -> ReviewError | None:
    """The user's error that an error of SQLite stands for, as `connection.meaning` says; ``review.corrupt`` also where
    SQLite itself only sees a table or a column that is not there.
    """
    error = connection.meaning(exc, path)
    if error is not None or getattr(exc, "sqlite_errorcode", None) != sqlite3.SQLITE_ERROR:
        return error
    if str(exc).startswith(FORMAT_OF_THE_INDEX):
        return ReviewError("review.index_damaged", file=str(path))
    if str(exc).startswith(OF_THE_INDEX) or is_damaged(opened):
        return ReviewError("review.corrupt", file=str(path))
    return None


def is_damaged(opened: sqlite3.Connection) -> bool:
    """Whether tables or columns of this version are missing in an open file. One of another version that cannot be
    brought to this one counts as damaged too: steps are only for files that have not taken them.
    """
    try:
        if migrations.version_of(opened) != migrations.VERSION:
            return True
        return any(wanted - _columns(opened, table) for table, wanted in models.columns().items())
    except sqlite3.Error:
        return True


def _columns(opened: sqlite3.Connection, table: str) -> set[str]:
    return {row[0] for row in opened.execute("SELECT name FROM pragma_table_info(?)", (table,))}
