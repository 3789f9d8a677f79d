"""Files that appear whole or not at all, and several of them together: written aside, read back, compared, moved.

Knows nothing of tickets. A file that stands at a place keeps its bytes until the new one is known to be sound.
"""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from db.connection import spelled
from db.errors import ExportError
from db.late import Late

if TYPE_CHECKING:
    from concurrent import futures
else:
    futures = Late("concurrent.futures")

PIECE = 1 << 20
"""Bytes read back at once."""
LEG = 2 << 20
"""Bytes that are sent to the disk together, while more is written: a disk that waits until the end is waited for."""
LONG = 200
"""Bytes of a name to which nothing more is added."""
FULL = (errno.ENOSPC, errno.EDQUOT)
FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)


class Outfile:
    """One file that is being written; `part` is where, `path` where it will stand."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.part = path.with_name(f".{_short(path.name)}.{os.getpid()}.part")
        self.size = 0
        self._sum = self._sent = 0
        self._file = self.part.open("wb")
        self._sender: futures.ThreadPoolExecutor | None = None
        self._sending: futures.Future[None] | None = None

    def write(self, data: bytes | memoryview) -> None:
        """Add bytes."""
        self._file.write(data)
        self._sum = zlib.crc32(data, self._sum)
        self.size += len(data)
        if self.size - self._sent >= LEG and (self._sending is None or self._sending.done()):
            self._send()

    def close(self) -> None:
        """Bring all of it to the disk."""
        self._arrived()
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()

    def _send(self) -> None:
        """Send what was written so far to the disk, in a thread."""
        self._arrived()
        self._sender = self._sender or futures.ThreadPoolExecutor(1, "disk")
        self._file.flush()
        self._sent = self.size
        self._sending = self._sender.submit(os.fsync, self._file.fileno())

    def _arrived(self) -> None:
        """Wait until what was sent is there; raises what the disk said, which it says once."""
        if self._sending is not None:
            self._sending.result()

    def discard(self) -> None:
        """Leave nothing of it behind."""
        if self._sender is not None:
            self._sender.shutdown()  # the number of a closed file may be another one's next
        with suppress(OSError):
            self._file.close()
        with suppress(OSError):
            self.part.unlink()

    def compare(self) -> None:
        """Read what stands on the disk; ExportError where it is not what was written."""
        found = size = 0
        buffer = bytearray(PIECE)
        with self.part.open("rb", buffering=0) as file:
            while count := file.readinto(buffer):
                found, size = zlib.crc32(memoryview(buffer)[:count], found), size + count
        if (found, size) != (self._sum, self.size):
            raise ExportError("export.read_back", file=str(self.path))

    def move(self) -> None:
        """Put it in its place."""
        if self.path.exists():
            shutil.copymode(self.path, self.part)
        self.part.replace(self.path)


class Group:
    """The files of one export. `taken` are source files, which are written over only where `over` is true."""

    def __init__(self, folder: Path, taken: Sequence[Path], review: Path, over: bool) -> None:
        self.folder = folder
        self._taken = {spelled(os.path.realpath(path)) for path in taken}
        self._review, self._over = os.path.realpath(review), over
        self._files: list[Outfile] = []

    @contextmanager
    def file(self, path: Path) -> Iterator[Outfile]:
        """A new file for a place, whole on the disk at the end of the block."""
        place = os.path.realpath(path)
        if place == self._review:
            raise ExportError("export.over_review", file=str(path))
        if spelled(place) in self._taken and not self._over:
            raise ExportError("export.over_source", file=str(path))
        with meant(path):
            if Path(place).is_dir():
                raise ExportError("export.is_folder", file=str(path))
            if Path(place).exists() and not Path(place).is_file():
                raise ExportError("export.forbidden", file=str(path))  # a device, which root would replace by a file
            Path(place).parent.mkdir(parents=True, exist_ok=True)
            file = Outfile(Path(place))
            self._files.append(file)
            yield file
            file.close()

    @property
    def size(self) -> int:
        """The bytes of all files so far."""
        return sum(file.size for file in self._files)

    def outputs(self) -> list[tuple[Path, int, str]]:
        """The files so far, each with its bytes and their SHA-256, as they stand on the disk."""
        found = []
        for file in self._files:
            with meant(file.path), file.part.open("rb") as whole:
                found.append((file.path, file.size, hashlib.file_digest(whole, "sha256").hexdigest()))
        return found

    def finish(self) -> tuple[tuple[Path, ...], int, tuple[Path, ...]]:
        """Compare all, copy what will be written over, move all into place: the files, their bytes, the copies."""
        for file in self._files:
            with meant(file.path):
                file.compare()
        copies = []
        for file in self._files:
            if spelled(str(file.path)) in self._taken and file.path.exists():
                with meant(file.path):
                    copies.append(_copy(file.path))
        for file in self._files:
            with meant(file.path):
                file.move()
        for folder in {file.path.parent for file in self._files}:
            _sync_folder(folder)
        return tuple(file.path for file in self._files), self.size, tuple(copies)

    def discard(self) -> None:
        """Leave nothing behind that is not in its place."""
        for file in self._files:
            file.discard()


@contextmanager
def group(folder: Path, taken: Sequence[Path], review: Path, over: bool) -> Iterator[Group]:
    """Files that are moved into place by `finish`, and removed where that is not reached."""
    files = Group(folder, taken, review, over)
    try:
        yield files
    finally:
        files.discard()


def _short(name: str) -> str:
    """A name that has room for more: a file system takes 255 bytes."""
    whole = os.fsencode(name)
    return name if len(whole) <= LONG else f"{name[: LONG // 4]}-{zlib.crc32(whole):08x}"


def _copy(path: Path) -> Path:
    """A copy beside a file, of a name that no import takes for a dataset."""
    stamp = datetime.now().strftime("%Y%m%d-%H%M%S-%f")
    copy = path.with_name(f"{_short(path.name)}.{stamp}.bak")
    shutil.copy2(path, copy)
    with copy.open("rb+") as file:
        os.fsync(file.fileno())
    return copy


def _sync_folder(folder: Path) -> None:
    """The names, too, are on the disk; not every system can do that."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def meant(path: Path) -> Iterator[None]:
    """Turns what the file system says of a file that is written into an ExportError."""
    try:
        yield
    except OSError as exc:
        if exc.errno in FULL:
            raise ExportError("export.full", file=str(path)) from exc
        if exc.errno in FORBIDDEN:
            raise ExportError("export.forbidden", file=str(path)) from exc
        if isinstance(exc, (NotADirectoryError, FileExistsError)):
            raise ExportError("export.no_folder", file=str(path.parent)) from exc
        raise ExportError("export.io", file=str(path), reason=exc.strerror or str(exc)) from exc
