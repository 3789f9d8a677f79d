"""A new review file: where it belongs, and how it comes to be whole or not at all."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from db import connection, migrations
from db.errors import ReviewError
from db.late import Late

if TYPE_CHECKING:
    import hashlib

    import peewee
    import platformdirs
else:
    hashlib, peewee, platformdirs = Late("hashlib"), Late("peewee"), Late("platformdirs")

SUFFIX = ".winnow"
_PRAGMAS = (
    # what a stopped import took can be given back to the disk; costs an import nothing that can be measured
    ("auto_vacuum", "INCREMENTAL"),
    ("journal_mode", "DELETE"),
    ("synchronous", "FULL"),
)


def make(path: Path) -> None:
    """Make an empty review; refuses a name that is taken."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        _fill(part, path)
        if not path.exists():
            _put_aside(path)
        name(part, path)
    except FileExistsError:
        raise ReviewError("review.exists", file=str(path)) from None
    except FileNotFoundError as exc:
        raise ReviewError("review.no_folder", file=str(path)) from exc
    except OSError as exc:
        raise connection.disk_error(exc, path) from exc
    finally:
        connection.remove(part)


def _fill(part: Path, path: Path) -> None:
    part.touch()
    with connection.meant(path, peewee.DatabaseError), closing(sqlite3.connect(part, isolation_level=None)) as fresh:
        for name, value in _PRAGMAS:
            fresh.execute(f"PRAGMA {name} = {value}").fetchall()
        fresh.execute("BEGIN IMMEDIATE")
        migrations.create(fresh)
        fresh.execute("COMMIT")


def _put_aside(path: Path) -> None:
    """The log of a review that had this name, and was removed or moved without it, would be read into the new one."""
    for end in connection.BESIDE:
        stray = path.with_name(path.name + end)
        if stray.exists():
            stray.replace(stray.with_name(f"{stray.name}.old"))


def name(part: Path, path: Path) -> None:
    """Give a finished file its name; FileExistsError where that is taken."""
    try:
        os.link(part, path)
    except FileExistsError:
        raise
    except (OSError, AttributeError):  # a file system without links, such as that of a stick
        if path.exists():
            raise FileExistsError(path) from None
        part.rename(path)


def review_path_for(paths: Sequence[Path]) -> Path:
    """Where the review of these files or folders belongs: beside the data, or the user's data folder if need be.

    One file gives its own name, a folder (or several files of one) the folder's.
    """
    first = paths[0].absolute()
    folder = first if first.is_dir() else first.parent
    name = first.stem if len(paths) == 1 and not first.is_dir() else folder.name or "tickets"
    beside = folder / f"{name}{SUFFIX}"
    if beside.exists() or os.access(folder, os.W_OK):
        return beside
    # two folders of one name must not share a review
    mark = hashlib.sha256(str(beside).encode("utf-8", "surrogateescape")).hexdigest()[:8]
    return platformdirs.user_data_path("winnow", appauthor=False, ensure_exists=True) / f"{name}-{mark}{SUFFIX}"
