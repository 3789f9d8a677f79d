"""One import at a time into a review, whichever program runs it; and room on the disk to take an import back.

A lock of the operating system on a file beside the review: it is gone at the moment its holder dies, however it dies,
so a leftover of a killed import can be told from the work of a living one without clocks or process numbers.
"""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from db.connection import disk_error

PAUSE = 0.1
"""Seconds between two looks whether the other import is over."""

if sys.platform == "win32":
    import msvcrt

    def _take(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Ballast:
    """Room that an import keeps free in its lock file: on a full disk even taking back needs some."""

    def __init__(self, file: int, path: Path) -> None:
        self._file, self._path = file, path

    def keep(self, size: int) -> None:
        """Keep some bytes free, or a quarter of what is free where that is less."""
        size = min(size, shutil.disk_usage(self._path.parent).free // 4)
        try:
            if hasattr(os, "posix_fallocate"):
                os.posix_fallocate(self._file, 0, max(size, 1))
            else:
                os.write(self._file, bytes(size))
        except OSError as exc:
            raise disk_error(exc, self._path) from exc

    def drop(self) -> None:
        """Let go of them; where the disk cannot even do that, they go with the file."""
        with suppress(OSError):
            os.ftruncate(self._file, 0)


@contextmanager
def import_lock(review: Path, waiting: Callable[[], None]) -> Iterator[Ballast]:
    """Hold the right to import into a review; `waiting` is called while another holds it, and may raise."""
    path = review.with_name(review.name + "-import")
    while (file := _try(path)) is None:
        waiting()
        time.sleep(PAUSE)
    try:
        yield Ballast(file, path)
    finally:
        with suppress(OSError):
            path.unlink()  # before it is let go, so that nobody holds a lock on a file without a name
        os.close(file)


def _try(path: Path) -> int | None:
    """The locked file, None where another holds it."""
    try:
        file = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as exc:
        raise disk_error(exc, path) from exc
    try:
        _take(file)
        same = os.path.samestat(os.fstat(file), path.stat())
    except OSError:
        same = False
    if not same:
        os.close(file)
        return None
    return file
