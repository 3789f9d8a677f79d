"""What a thread does while the importing thread does other work: packs the bytes of a file, reads the next records.

zstd, the reading of files and SQLite's commits let go of the interpreter's lock, so both run on a second core.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import BinaryIO, Generic, TypeVar

from zstandard import ZstdCompressor

Item = TypeVar("Item")

CHUNK = 1 << 20
LEVEL = 3
"""Measured on 28 MB of generated Markdown and 11 MB of real parts: 25 and 27 % at 316 and 426 MB a second, unpacked at
1,140 and 2,075. zlib's fastest level, which older reviews hold: 39 and 30 % at 132 and 164, unpacked at 351 and 456."""
AHEAD = 4
"""Chunks packed before they are asked for; what a packer holds in memory."""


def empty_chunk() -> bytes:
    """What stands for the bytes of a file that has none."""
    return ZstdCompressor(level=LEVEL).compress(b"")


class Packer:
    """The chunks of an open file, in order; a context that ends its thread. None gives no chunks."""

    def __init__(self, file: BinaryIO | None) -> None:
        self._file = file
        self._pool = ThreadPoolExecutor(1, "pack")
        self._compress = ZstdCompressor(level=LEVEL, write_checksum=True).compress
        self._waiting: deque[Future[bytes]] = deque()
        self._sequence = 0

    def __enter__(self) -> Packer:
        self._fill()
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(cancel_futures=True)
        if self._file is not None:
            self._file.close()

    def ready(self) -> Iterator[tuple[int, bytes]]:
        """Those that are packed; does not wait."""
        while self._waiting and self._waiting[0].done():
            yield self._next()

    def rest(self) -> Iterator[tuple[int, bytes]]:
        """All that are left."""
        while self._waiting:
            yield self._next()

    def _next(self) -> tuple[int, bytes]:
        data = self._waiting.popleft().result()
        self._fill()
        self._sequence += 1
        return self._sequence - 1, data

    def _fill(self) -> None:
        while self._file is not None and len(self._waiting) < AHEAD and (data := self._file.read(CHUNK)):
            self._waiting.append(self._pool.submit(self._compress, data))


class Ahead(Generic[Item]):
    """Items of an iterator, the next one worked out by a thread from `begin` on; a context that ends that thread."""

    def __init__(self, items: Iterator[Item]) -> None:
        self._items = items
        self._pool = ThreadPoolExecutor(1, "ahead")
        self._next: Future[Item | None] | None = None

    def __enter__(self) -> Ahead[Item]:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(cancel_futures=True)

    def begin(self) -> None:
        """Have the next item worked out beside what follows."""
        self._next = self._pool.submit(next, self._items, None)

    def next(self) -> Item | None:
        """The next item, None behind the last; raises what working it out raised."""
        if self._next is None:
            return next(self._items, None)
        waiting, self._next = self._next, None
        return waiting.result()
