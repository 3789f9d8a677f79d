"""What a file says of the tickets that are not as they were, packed in memory: a plan holds all of them."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Sequence

from zstandard import ZstdCompressor, ZstdDecompressor

BLOCK = 100
"""Tickets that are packed together, and unpacked to look at one of them."""

Row = Sequence[str | None]
"""Title, category path, problem, replies, conversation, root cause, other fields, as their columns hold them."""


class Kept:
    """Rows by place, added in rising order."""

    def __init__(self) -> None:
        self._blocks: list[bytes] = []
        self._firsts: list[int] = []
        self._waiting: list[tuple[int, Row]] = []
        self._last: tuple[int, dict[int, Row]] = (-1, {})
        self._pack = ZstdCompressor(level=1).compress
        self._unpack = ZstdDecompressor().decompress

    def add(self, place: int, row: Row) -> None:
        """Keep a row."""
        self._waiting.append((place, row))
        if len(self._waiting) == BLOCK:
            self.close()

    def close(self) -> None:
        """Nothing more is added for now."""
        if self._waiting:
            self._firsts.append(self._waiting[0][0])
            text = json.dumps(self._waiting, ensure_ascii=False)
            self._blocks.append(self._pack(text.encode("utf-8", "surrogatepass")))
            self._waiting = []

    def packed(self) -> tuple[list[int], list[bytes]]:
        """The first place of each block, and the blocks, to be kept elsewhere."""
        self.close()
        return self._firsts, self._blocks

    @classmethod
    def of(cls, firsts: list[int], blocks: list[bytes]) -> Kept:
        """What `packed` gave."""
        made = cls()
        made._firsts, made._blocks = firsts, blocks
        return made

    def row(self, place: int) -> Row:
        """The row of a place; KeyError where none was kept."""
        block = bisect_right(self._firsts, place) - 1
        if block < 0:
            raise KeyError(place)
        if self._last[0] != block:
            text = self._unpack(self._blocks[block]).decode("utf-8", "surrogatepass")
            self._last = (block, dict(json.loads(text)))
        return self._last[1][place]
