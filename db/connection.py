"""Opening the SQLite file of a review, and what its errors mean. Knows no table; only review, backups and migrations
come here.
"""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from db.errors import EditError, ReviewError

APPLICATION_ID = 0x57494E57
"""Bytes 68 to 71 of every review file: "WINW"."""

ROOM = 32 << 10
"""Bytes that SQLite wants beside a review that is open."""
PATIENCE = 10.0
"""Seconds that a writer waits for its turn."""

BESIDE = ("-wal", "-shm")
"""Endings of the names of the files that SQLite keeps beside a review that is open."""

_MAGIC = b"SQLite format 3\x00"
_HEADER = 100
_ID_AT = slice(68, 72)

_PRAGMAS = (
    ("foreign_keys", 1),
    # a commit is on the disk before an edit is shown, whatever happens to the power
    ("synchronous", "FULL"),
    # pages that fit the whole text index of a usual review
    ("cache_size", -64 * 1024),
    ("temp_store", "MEMORY"),
)
_PRAGMAS_TO_WRITE = (
    ("journal_mode", "WAL"),
    # what a long import leaves of its log is given back to the disk
    ("journal_size_limit", 64 << 20),
)

_CODES = {
    sqlite3.SQLITE_BUSY: "review.busy",
    sqlite3.SQLITE_LOCKED: "review.busy",
    sqlite3.SQLITE_FULL: "review.full",
    sqlite3.SQLITE_READONLY: "review.read_only",
    sqlite3.SQLITE_PERM: "review.read_only",
    sqlite3.SQLITE_CORRUPT: "review.corrupt",
    sqlite3.SQLITE_NOTADB: "review.corrupt",
    sqlite3.SQLITE_IOERR: "review.io",
    sqlite3.SQLITE_CANTOPEN: "review.cannot_open",
    sqlite3.SQLITE_PROTOCOL: "review.busy",
}
FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
_NO_UTF8 = "Could not decode to UTF-8"
_INDEX_DAMAGED = sqlite3.SQLITE_CORRUPT_VTAB
"""A full-text table does not fit the texts; the tickets themselves are sound."""
_VANISHED_WHILE_OPEN = getattr(sqlite3, "SQLITE_READONLY_DBMOVED", 1032)


def meaning(exc: BaseException, path: Path) -> ReviewError | None:
    """The user's error that an error of SQLite stands for; None where it is ours (a wrong statement, a constraint)."""
    seen: BaseException | None = exc
    while seen is not None and not isinstance(seen, sqlite3.Error):
        seen = seen.__cause__ or seen.__context__
    code = getattr(seen, "sqlite_errorcode", None)
    if code is None:
        # a text that is none comes without a code: the bytes of a review were written as UTF-8
        return ReviewError("review.corrupt", file=str(path)) if str(seen).startswith(_NO_UTF8) else None
    if code == _VANISHED_WHILE_OPEN:
        return ReviewError("review.vanished", file=str(path))
    if code == _INDEX_DAMAGED:
        return ReviewError("review.index_damaged", file=str(path))
    known = _CODES.get(code & 0xFF)
    if known == "review.io" and _is_full(path):
        known = "review.full"  # SQLite does not tell why there is no room for the files beside a review
    return ReviewError(known, file=str(path)) if known else None


class Rows(sqlite3.Cursor):
    """The rows of a statement. A disk may also fail while they are fetched: that is told as the user's error too."""

    path = Path()

    def fetchone(self) -> Any:
        """The next row, None behind the last."""
        try:
            return super().fetchone()
        except sqlite3.Error as exc:
            raise meaning(exc, self.path) or exc from exc

    def fetchall(self) -> list[Any]:
        """All that are left."""
        try:
            return super().fetchall()
        except sqlite3.Error as exc:
            raise meaning(exc, self.path) or exc from exc

    def __iter__(self) -> Iterator[Any]:  # type: ignore[override]
        try:
            # no row is None: this calls for rows until there are none
            yield from iter(super().__next__, None)
        except sqlite3.Error as exc:
            raise meaning(exc, self.path) or exc from exc


def _is_full(path: Path) -> bool:
    with suppress(OSError):
        return shutil.disk_usage(path.parent).free < ROOM
    return False


def no_text(exc: UnicodeEncodeError) -> EditError:
    """The user's error where a text holds half a character, or a byte that is none of the terminal's encoding."""
    return EditError("edit.no_text", given=spelled(exc.object[max(exc.start - 20, 0) : exc.end + 20]))


def spelled(name: str) -> str:
    """A file's name as a review can hold it: bytes of it that are no UTF-8 are written out, such as ``\\udcff``."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


@contextmanager
def meant(path: Path, *wrapped: type[Exception]) -> Iterator[None]:
    """Turns errors of SQLite within into the user's errors that they stand for, also where they come `wrapped`."""
    kinds: tuple[type[Exception], ...] = (sqlite3.Error, *wrapped)
    try:
        yield
    except kinds as exc:
        error = meaning(exc, path)
        if error is None:
            raise
        raise error from exc


def identify(path: Path) -> None:
    """Refuse, by its first bytes, what is no review; SQLite itself would wait until the first statement."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEADER)
    except FileNotFoundError:
        raise ReviewError("review.missing", file=str(path)) from None
    except IsADirectoryError:
        raise ReviewError("review.not_a_review", file=str(path)) from None
    except PermissionError:
        # on Windows a folder may not be opened; in a folder that may not be read nothing can be asked either
        with suppress(OSError):
            if path.is_dir():
                raise ReviewError("review.not_a_review", file=str(path)) from None
        raise ReviewError("review.unreadable", file=str(path)) from None
    except OSError as exc:
        raise ReviewError("review.io", file=str(path)) from exc
    if not head.startswith(_MAGIC[: len(head)]) or not head:
        raise ReviewError("review.not_a_review", file=str(path))
    if len(head) < _HEADER:
        raise ReviewError("review.corrupt", file=str(path))
    if int.from_bytes(head[_ID_AT]) != APPLICATION_ID:
        raise ReviewError("review.not_a_review", file=str(path))


def writable(path: Path) -> bool:
    """Whether the file and its folder (for the files that SQLite puts beside it) can be written."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def connect(path: Path, read_only: bool = False) -> sqlite3.Connection:
    """An open connection of the calling thread; the caller closes it."""
    try:
        return _open(path, "mode=ro" if read_only else "mode=rw", read_only)
    except sqlite3.Error as exc:
        if not (read_only and _nothing_beside(path)):
            error = meaning(exc, path)
            if error is None:
                raise
            raise error from exc
    # without the right or the room for the files beside it SQLite cannot share the file: nobody else writes either
    with meant(path):
        return _open(path, "mode=ro&immutable=1", read_only)


def _open(path: Path, mode: str, read_only: bool) -> sqlite3.Connection:
    address = f"{path.absolute().as_uri()}?{mode}"
    opened = sqlite3.connect(address, timeout=PATIENCE, isolation_level=None, uri=True)
    try:
        _settle(opened, read_only)
    except UnicodeDecodeError as exc:
        # SQLite quotes the schema that it cannot understand, and damage has left no text of it
        opened.close()
        raise ReviewError("review.corrupt", file=str(path)) from exc
    except BaseException:
        opened.close()
        raise
    return opened


def _settle(opened: sqlite3.Connection, read_only: bool) -> None:
    opened.execute("SELECT count(*) FROM sqlite_master").fetchone()
    for name, value in (*_PRAGMAS, *(() if read_only else _PRAGMAS_TO_WRITE)):
        opened.execute(f"PRAGMA {name} = {value}").fetchall()


def _nothing_beside(path: Path) -> bool:
    """Whether the files beside a review cannot be made, and nothing is in them."""
    log = path.with_name(path.name + "-wal")
    cannot = not os.access(path.parent, os.W_OK) or _is_full(path)
    return cannot and not (log.exists() and log.stat().st_size)


def identity(path: Path) -> tuple[int, int] | None:
    """What tells this file from another one that took its name; None where it is gone."""
    try:
        stat = path.stat()
    except OSError:
        return None
    # no numbers on some Windows file systems: then a file of that name is taken for the same
    return (stat.st_dev, stat.st_ino) if sys.platform != "win32" else (0, 0)


def beside(path: Path) -> dict[Path, tuple[int, int] | None]:
    """The files that SQLite keeps beside an open one, and what tells each from another of its name."""
    found = (path.with_name(path.name + end) for end in BESIDE)
    return {file: identity(file) for file in found}


def flush(connection: sqlite3.Connection) -> bool:
    """Bring all of the log into a review that was moved while it was open, as SQLite then does not; False where that
    fails.
    """
    with suppress(sqlite3.Error):
        return bool(connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0)
    return False


def leave(files: Mapping[Path, tuple[int, int] | None]) -> None:
    """Remove these files, unless others have their names by now: whatever review comes to have the name of the one that
    was moved would take them for its own.
    """
    for file, known in files.items():
        if known is not None and identity(file) == known:
            remove(file)


def disk_error(exc: OSError, path: Path) -> ReviewError:
    """What the system says of a file that belongs to a review, as the user's error."""
    if exc.errno in FULL:
        return ReviewError("review.full", file=str(path))
    if exc.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return ReviewError("review.read_only", file=str(path))
    return ReviewError("review.io", file=str(path))


def remove(path: Path) -> None:
    """Remove a file that may not be there, or may not be removed: it is in nobody's way."""
    with suppress(OSError):
        path.unlink()
