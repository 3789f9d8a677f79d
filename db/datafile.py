"""A dataset file on the disk: where it lies, its digest, whether it has changed, what the system says of it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from db.connection import spelled
from db.errors import SourceError
from db.late import Late

if TYPE_CHECKING:
    import hashlib
else:
    hashlib = Late("hashlib")

_WRITTEN_OUT = re.compile(r"\\udc([89a-f][0-9a-f])")


def place_of(path: Path) -> str:
    """The path of a file as a review holds it."""
    return spelled(str(path.resolve()))


def located(place: str) -> Path:
    """The file at a path that a review holds, whose bytes that are no text are written out there."""
    path = Path(place)
    if "\\udc" in place and not os.path.lexists(path):
        return Path(_WRITTEN_OUT.sub(lambda found: chr(0xDC00 + int(found[1], 16)), place))
    return path


def opened(path: Path) -> BinaryIO:
    """A file opened to read its bytes."""
    return path.open("rb")


def sha256_of(path: Path) -> str:
    """The digest of a file's bytes, as it stands."""
    with path.open("rb", buffering=0) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def has_changed(path: Path, before: os.stat_result) -> bool:
    """Whether a file is another one than it was, by size and time."""
    now = path.stat()
    return (now.st_size, now.st_mtime_ns) != (before.st_size, before.st_mtime_ns)


@contextmanager
def file_errors(path: Path) -> Iterator[None]:
    """Turns what the file system says of a dataset file into a SourceError."""
    try:
        yield
    except FileNotFoundError as exc:
        raise SourceError("source.missing", file=str(path)) from exc
    except PermissionError as exc:
        raise SourceError("source.unreadable", file=str(path)) from exc
    except OSError as exc:
        raise SourceError("source.io", file=str(path), reason=exc.strerror or str(exc)) from exc
