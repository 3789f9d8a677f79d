"""The pages of a review file as they stand on the disk, and in the log beside it. Reads bytes; trusts none of them.

SQLite refuses a file whose header or whose pages are damaged, and Python's has no way to its pages. The format is that
of https://www.sqlite.org/fileformat2.html. Nothing is ever written here.
"""

from __future__ import annotations

import mmap
import struct
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from db.records import dataclass

MAGIC = b"SQLite format 3\x00"
USUAL_SIZE = 4096
SIZES = tuple(1 << bits for bits in range(9, 17))
HEAD = 100
"""Bytes of the first page that stand before its tree."""
TREES = (2, 5, 10, 13)
"""First byte of a page of a tree: interior and leaf, of an index and of a table."""
ROOT, FREE, OVERFLOW_FIRST, OVERFLOW_MORE, CHILD = 1, 2, 3, 4, 5
"""What a map of pages says that a page is."""
TRIED = 4 << 20
"""Bytes that are looked at to find out how large a page is."""

_PENDING = 0x40000000
"""The page with this byte is used for locks alone."""
_WAL_MAGIC = (0x377F0682, 0x377F0683)
_WAL_HEAD, _FRAME_HEAD = 32, 24


@dataclass(frozen=True, slots=True)
class Place:
    """What a map of pages knows of a page: its kind, and the page that points to it (0 for a root)."""

    kind: int
    parent: int


class Pages:
    """The pages of a file, the newest committed state of each; numbered from 1. A context that closes the files."""

    def __init__(self, path: Path) -> None:
        self._open: list[mmap.mmap] = []
        self._file = self._mapped(path)
        self._wal = self._mapped(path.with_name(path.name + "-wal"))
        self.size = self._page_size()
        self.whole_header = bytes(self._file[:16]) == MAGIC and _said_size(self._file) == self.size
        self._frames: dict[int, int] = {}
        self.lost_frames = 0
        """Of the log: those that are damaged, though committed ones follow."""
        self.count = -(-len(self._file) // self.size)
        self._read_wal()
        self._map_step = self.size // 5 + 1
        self.has_map = self._has_map()

    def __enter__(self) -> Pages:
        return self

    def __exit__(self, *_: object) -> None:
        for file in self._open:
            file.close()

    def _mapped(self, path: Path) -> mmap.mmap | bytes:
        with suppress(FileNotFoundError), path.open("rb") as file:
            if path.stat().st_size:
                self._open.append(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
                return self._open[-1]
        return b""

    def page(self, number: int) -> bytes:
        """The bytes of a page; shorter than a page, or empty, where the file ends before it."""
        if number < 1:
            return b""
        at = self._frames.get(number)
        if at is not None:
            return self._wal[at : at + self.size]
        return self._file[(number - 1) * self.size : number * self.size]

    def tree_pages(self) -> Iterator[int]:
        """All pages that may belong to a tree."""
        lock = _PENDING // self.size + 1
        for number in range(1, self.count + 1):
            if number != lock and not (self.has_map and number == self._map_of(number)):
                yield number

    def place(self, number: int) -> Place | None:
        """What the map of pages says of one; None where there is no map, or it is damaged."""
        if not self.has_map or number < 2:
            return None
        at = self._map_of(number)
        entry = self.page(at)[(number - at - 1) * 5 : (number - at) * 5] if number > at else b""
        if len(entry) < 5 or not ROOT <= entry[0] <= CHILD:
            return None
        parent = int.from_bytes(entry[1:])
        return Place(entry[0], parent) if parent <= self.count else None

    def _map_of(self, number: int) -> int:
        """The page of the map that knows of a page; itself for one of the map."""
        at = (number - 2) // self._map_step * self._map_step + 2
        return at + 1 if at == _PENDING // self.size + 1 else at

    def _has_map(self) -> bool:
        if self.whole_header:
            return int.from_bytes(self._file[52:56]) != 0
        # every review that was made here has one: believe it where the second page looks like one
        kinds = Counter(self.page(2)[0 : min(self.count - 2, 200) * 5 : 5])
        return sum(n for kind, n in kinds.items() if ROOT <= kind <= CHILD) > 0.8 * max(kinds.total(), 1)

    # The size of a page

    def _page_size(self) -> int:
        said = _said_size(self._file)
        if bytes(self._file[:16]) == MAGIC and said in SIZES:
            return said
        if len(self._wal) >= _WAL_HEAD and int.from_bytes(self._wal[:4]) in _WAL_MAGIC:
            said = int.from_bytes(self._wal[8:12])
            if said in SIZES:
                return said
        return max(SIZES, key=lambda size: (self._trees(size), size == USUAL_SIZE))

    def _trees(self, size: int) -> int:
        """How many places look like pages of trees of that size. A wrong size sees but some of those of the right one:
        a larger one steps over them, a smaller one finds their cells beyond its end.
        """
        starts = range(size, min(len(self._file), TRIED), size)
        return sum(looks_like_tree(self._file[at : at + size], 0) for at in starts)

    # The log beside the file

    def _read_wal(self) -> None:
        """Frames are taken where their checksum holds, up to the last that ends a transaction."""
        head = self._wal[:_WAL_HEAD]
        if len(head) < _WAL_HEAD or int.from_bytes(head[:4]) not in _WAL_MAGIC:
            return
        order = ">" if int.from_bytes(head[:4]) & 1 else "<"
        salts, sums = head[16:24], struct.unpack(">II", head[24:32])
        if int.from_bytes(head[8:12]) != self.size or _checksum(head[:24], (0, 0), order) != sums:
            return
        waiting: dict[int, int] = {}
        broken = lost = 0
        for at in range(_WAL_HEAD, len(self._wal) - _FRAME_HEAD - self.size + 1, _FRAME_HEAD + self.size):
            frame = self._wal[at : at + _FRAME_HEAD]
            number, committed = struct.unpack(">II", frame[:8])
            said = struct.unpack(">II", frame[16:24])
            data = self._wal[at + _FRAME_HEAD : at + _FRAME_HEAD + self.size]
            # each begins with the sum that the one before it ends with: a damaged one does not take the rest along
            holds = frame[8:16] == salts and _checksum(data, _checksum(frame[:8], sums, order), order) == said
            sums = said
            if not holds:
                broken += 1
                continue
            waiting[number] = at + _FRAME_HEAD
            if committed:
                self._frames.update(waiting)
                self.count = max(committed, self.count) if broken else committed
                waiting, lost = {}, broken
        self.lost_frames = lost


def _said_size(head: bytes | mmap.mmap) -> int:
    said = int.from_bytes(head[16:18])
    return 1 << 16 if said == 1 else said


def _checksum(data: bytes, start: tuple[int, ...], order: str) -> tuple[int, int]:
    one, two = start
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for place in range(0, len(words), 2):
        one = (one + words[place] + two) & 0xFFFFFFFF
        two = (two + words[place + 1] + one) & 0xFFFFFFFF
    return one, two


def looks_like_tree(page: bytes, start: int) -> bool:
    """Whether bytes are those of a page of a tree, by its head and the places of its first cells."""
    if len(page) < start + 12 or page[start] not in TREES:
        return False
    cells = int.from_bytes(page[start + 3 : start + 5])
    content = int.from_bytes(page[start + 5 : start + 7]) or 1 << 16
    places = start + (12 if page[start] in (2, 5) else 8)
    if places + 2 * cells > min(content, len(page)) or content > max(len(page), 1 << 16 if not cells else 0):
        return False
    firsts = [int.from_bytes(page[at : at + 2]) for at in range(places, places + 2 * min(cells, 8), 2)]
    return all(content <= first < len(page) for first in firsts)
