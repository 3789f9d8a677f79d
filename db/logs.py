"""The log of the program: what was done and when, how long it took, of how much; never what a ticket says.

Lines in a file of the user's state folder (``~/.local/state/winnow/log`` on Linux), of the window and the command line.
What is written is a word of ours with numbers and short codes beside it. No message of an exception, no query, no label
and no name of a file gets in: of an exception its type and the places in the code, of a review a number that is made of
its path.

Nothing here raises: a log that cannot be written is no reason to keep anybody from work.
"""

from __future__ import annotations

import os
import re
import sys
import time
import traceback
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from db import __version__
from db.errors import UserError
from db.late import Late

if TYPE_CHECKING:
    import platform

    import platformdirs
else:
    platform, platformdirs = Late("platform"), Late("platformdirs")

__all__ = ["KEPT", "SIZE", "begin", "broke", "file", "folder", "last", "mark", "places", "took", "write"]

Fact = int | float | str
"""A number, or a short code of ours."""

NAME = "winnow.log"
SIZE = 1 << 20
"""Bytes of one file, about; then it is put aside."""
KEPT = 3
"""Files put aside that stay."""
FRAMES, CAUSES = 30, 4
"""Of an exception at most: places in the code, and exceptions that led to it."""

_ROOT = Path(__file__).resolve().parent.parent
_NO_CODE = re.compile(r"[^A-Za-z0-9_.,:/+<>-]")
_LONGEST = 2000


def folder() -> Path:
    """Where the log lies; it need not be there yet."""
    return platformdirs.user_log_path("winnow", appauthor=False)


def file() -> Path:
    """The file that is written to now."""
    return folder() / NAME


def write(event: str, **facts: Fact) -> None:
    """Add a line: time (UTC), process, event, facts. Characters that no code of ours has are left out of texts.

    The line is one write to a file opened for appending, so that programs that run at once do not cut one another's.
    """
    now = time.time()
    stamp = f"{time.strftime('%Y-%m-%dT%H:%M:%S', time.gmtime(now))}.{int(now % 1 * 1000):03}Z"
    words = "".join(f" {name}={_shown(fact)}" for name, fact in facts.items())
    with suppress(OSError):
        path = file()
        path.parent.mkdir(parents=True, exist_ok=True)
        line = f"{stamp} {os.getpid()} {event}{words}\n".encode("ascii", "replace")
        opened = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            os.write(opened, line)
            full = os.fstat(opened).st_size >= SIZE
        finally:
            os.close(opened)
        if full:
            _put_aside(path)


def _shown(fact: Fact) -> str:
    if isinstance(fact, float):
        return f"{fact:.1f}"
    return str(fact) if isinstance(fact, int) else _NO_CODE.sub("", fact)[:_LONGEST]


def _put_aside(path: Path) -> None:
    """Begin a new file. Where two programs do so at once, a file that is put aside is shorter than others, no more;
    where the system does not let go of a file that another program writes to, the next line tries again.
    """
    for number in range(KEPT, 0, -1):
        older = path if number == 1 else path.with_name(f"{NAME}.{number - 1}")
        with suppress(FileNotFoundError):
            older.replace(path.with_name(f"{NAME}.{number}"))


def begin(what: str, **facts: Fact) -> None:
    """A program begins: `what` it is, of which version, on what."""
    machine = f"{sys.platform}/{platform.machine()}"
    write("begin", what=what, winnow=__version__, python=platform.python_version(), on=machine, **facts)


def took(event: str, start: float, **facts: Fact) -> None:
    """Something was done that began at `start` of `time.perf_counter`."""
    write(event, ms=(time.perf_counter() - start) * 1000, **facts)


def broke(error: BaseException) -> None:
    """An exception: of the user's ones the code, of ours the types and the places in the code."""
    if isinstance(error, UserError):
        write("refused", code=error.code)
    else:
        kinds, where = places(error)
        write("broke", kind="<".join(kinds), at=",".join(where))


def places(error: BaseException) -> tuple[list[str], list[str]]:
    """Types of an exception and of those that led to it, and where in the code: ``db/review.py:12:open``, innermost
    first. Of code that is not of this program the name of its file.
    """
    kinds: list[str] = []
    where: list[str] = []
    seen: BaseException | None = error
    while seen is not None and len(kinds) < CAUSES:
        kinds.append(type(seen).__name__)
        where += _frames(seen)
        seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)
    return kinds, where[:FRAMES]


def _frames(error: BaseException) -> Iterator[str]:
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        yield f"{_place(Path(frame.filename))}:{frame.lineno}:{frame.name}"


def _place(path: Path) -> str:
    if path.is_relative_to(_ROOT):
        return path.relative_to(_ROOT).as_posix()
    # in the frozen program files of ours are relative
    return path.as_posix() if path.parts[:1] in (("db",), ("qtapp",)) else path.name


def mark(path: Path) -> str:
    """What a review is called in the log: eight digits made of its path, the same for the same path."""
    return f"{zlib.crc32(os.fsencode(path.absolute())):08x}"


def last(lines: int) -> list[str]:
    """The last lines, the oldest first; [] where there is no log."""
    found: list[str] = []
    for path in (file(), file().with_name(f"{NAME}.1")):
        with suppress(OSError):
            found = [*path.read_text("ascii", "replace").splitlines(), *found]
        if len(found) >= lines:
            break
    return found[-lines:] if lines else []
