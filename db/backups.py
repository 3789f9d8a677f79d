"""Copies of a review: made by SQLite's own backup, kept in the folder ``NAME.winnow-backups`` beside it.

A folder, so that ten copies do not stand among the user's data. The newest `KEPT` stay. A copy is one whole file: it
is written under another name and moved into place when it is on the disk.
"""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from db import connection
from db.errors import ReviewError
from db.records import dataclass
from db.values import Progress, Step, no_progress

KEPT = 10
DAILY = timedelta(days=1)
STALE = timedelta(hours=1)
"""A copy that nobody has written to for so long is what a killed program left."""
PAGES = 4096
"""Pages copied between two beats of progress."""

_NAME = re.compile(r"(\d{8}T\d{12}Z)-([a-z_]+)\.winnow")
_HALF = re.compile(r"^\d{8}T\d{12}Z-[a-z_]+\.part(-journal|-wal|-shm)?$")
_STAMP = "%Y%m%dT%H%M%S%fZ"
_LENGTH = len("20240131T235959000000Z")


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy: where, when (ISO 8601 UTC), why (open, import, migration, restore, asked), bytes."""

    path: Path
    at: str
    reason: str
    size: int


def folder_of(path: Path) -> Path:
    """Where the copies of a review stand."""
    return path.absolute().with_name(path.name + "-backups")


def backups_of(path: Path) -> list[Backup]:
    """The copies of a review, newest first; also of one that does not open any more."""
    found = []
    with suppress(OSError):
        for file in folder_of(path).iterdir():
            if match := _NAME.fullmatch(file.name):
                at = _time(match[1]).isoformat(timespec="seconds")
                found.append((match[1], Backup(file, at, match[2], file.stat().st_size)))
    return [backup for _, backup in sorted(found, key=lambda one: one[0], reverse=True)]


def is_due(path: Path, now: datetime | None = None) -> bool:
    """Whether the last copy is over a day old, or there is none."""
    with suppress(OSError):
        names = [match[0] for file in folder_of(path).iterdir() if (match := _NAME.fullmatch(file.name))]
        if not names:
            return True
        # stamps of one length: the order of their letters is that of their times
        last, now = max(names), now or datetime.now(UTC)
        if last[:_LENGTH] <= now.strftime(_STAMP):
            return last < (now - DAILY).strftime(_STAMP)
        # the clock was moved back since: the file has the time at which it really was made, if it was made since
        made = datetime.fromtimestamp((folder_of(path) / last).stat().st_mtime, UTC)
        return not now - DAILY <= made <= now
    return True


def back_up(
    source: sqlite3.Connection, path: Path, reason: str, progress: Progress = no_progress, spare: Path | None = None
) -> Path:
    """Copy an open review; the oldest copies over `KEPT` go, but for `spare`. Raises ReviewError, and what `progress`
    raises.
    """
    folder = folder_of(path)
    target = folder / f"{_next_stamp(path)}-{reason}.winnow"
    part = target.with_suffix(".part")
    with _Disk(path, folder):
        folder.mkdir(exist_ok=True)
        try:
            with _Disk(path, folder):  # what the error means is asked while the half copy still fills the disk
                _copy(source, part, progress)
            part.replace(target)
        finally:
            connection.remove(part)
        _tidy(path, spare)
    return target


def _next_stamp(path: Path) -> str:
    """The time, or where the clock was moved back a moment behind the newest copy: the names of copies say their order,
    and the oldest of them go.
    """
    newest = max((file.path.name[:_LENGTH] for file in backups_of(path)), default="")
    stamp = datetime.now(UTC).strftime(_STAMP)
    apart = timedelta(microseconds=1 + os.getpid() % 997)  # another program may be making a copy at this moment
    return stamp if stamp > newest else (_time(newest) + apart).strftime(_STAMP)


def _tidy(path: Path, spare: Path | None) -> None:
    """Remove old copies, and halves of copies that killed programs left."""
    for old in backups_of(path)[KEPT:]:
        if spare is None or old.path.resolve() != spare.resolve():
            connection.remove(old.path)
    late = (datetime.now(UTC) - STALE).timestamp()
    for file in folder_of(path).iterdir():
        with suppress(OSError):  # another program may have removed it
            if _HALF.search(file.name) and file.stat().st_mtime < late:
                file.unlink()


def _copy(source: sqlite3.Connection, target: Path, progress: Progress) -> None:
    with closing(sqlite3.connect(target)) as copy:
        source.backup(copy, pages=PAGES, progress=_beats(progress))
        copy.execute("PRAGMA journal_mode = DELETE")  # one file, nothing beside it
    with target.open("rb+") as file:
        os.fsync(file.fileno())


def _beats(progress: Progress) -> Callable[[int, int, int], None]:
    return lambda _status, remaining, total: progress(Step("backup", total - remaining, total))


def overwrite(target: sqlite3.Connection, backup: Path) -> None:
    """Put a copy's contents into an open review, in one transaction that other connections see as a change."""
    connection.identify(backup)
    with closing(sqlite3.connect(f"{backup.absolute().as_uri()}?mode=ro", uri=True)) as copy:
        copy.backup(target)


def replace_damaged(path: Path, backup: Path) -> Path:
    """Put a copy in the place of a review that cannot be opened any more; returns where the damaged file went.

    Nobody may have it open: use `Review.restore` for one that opens.
    """
    connection.identify(backup)
    folder = folder_of(path)
    aside = folder / f"{datetime.now(UTC).strftime(_STAMP)}-damaged"
    part = folder / (aside.name + ".part")
    with _Disk(path, folder):
        folder.mkdir(exist_ok=True)
        shutil.copyfile(backup, part)
        for suffix in ("", "-wal", "-shm"):
            beside = path.with_name(path.name + suffix)
            if beside.exists():
                beside.replace(aside.with_name(aside.name + suffix))
        part.replace(path)
    return aside


class _Disk:
    """Turns what goes wrong with the disk into a ReviewError about the review."""

    def __init__(self, path: Path, folder: Path) -> None:
        self._path, self._folder = path, folder

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind: object, exc: BaseException | None, _trace: object) -> None:
        if isinstance(exc, OSError) and exc.errno in connection.FULL:
            raise connection.disk_error(exc, self._path) from exc
        if isinstance(exc, OSError):
            raise ReviewError("review.backup_failed", file=str(self._folder), reason=exc.strerror) from exc
        if isinstance(exc, sqlite3.Error):
            error = connection.meaning(exc, self._path)
            if error is None or error.code == "review.cannot_open":
                raise ReviewError("review.backup_failed", file=str(self._folder), reason=str(exc)) from exc
            raise error from exc


def _time(stamp: str) -> datetime:
    return datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)
