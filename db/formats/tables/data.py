"""The bytes of a table, in a file or at hand; and which encoding they have, all of them looked at."""

from __future__ import annotations

import codecs
import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from db.errors import SourceError
from db.formats.encoding import GB18030, UTF8, Encoding, detect
from db.records import dataclass

BLOCK = 1 << 20
SAMPLE = 1 << 18
"""Bytes at the beginning that tell how a table is written."""


@dataclass(frozen=True, slots=True)
class Data:
    """Bytes that can be read more than once; `name` is what a sentence calls the file."""

    name: str
    size: int
    open: Callable[[], BinaryIO]

    @classmethod
    def of_file(cls, path: Path) -> Data:
        """The bytes of a file."""
        return cls(str(path), path.stat().st_size, lambda: path.open("rb"))

    @classmethod
    def of_bytes(cls, data: bytes, name: str) -> Data:
        """Bytes that are at hand."""
        return cls(name, len(data), lambda: io.BytesIO(data))

    def beginning(self, size: int = SAMPLE) -> bytes:
        """The first bytes."""
        with self.open() as file:
            return file.read(size)

    def blocks(self) -> Iterator[bytes]:
        """All of it in pieces."""
        with self.open() as file:
            while block := file.read(BLOCK):
                yield block


def encoding_of(data: Data) -> Encoding:
    """The encoding of a text file, which must fit all of it where one does. SourceError where it is no text, and
    ``table.nul`` where NUL bytes stand in it."""
    sample = data.beginning()
    sample = sample[: sample.rfind(b"\n") + 1] or sample
    if sample.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return detect(sample, data.name)
    if b"\0" in sample:
        if not _is_wide(sample):
            raise _nul(data, sample.count(b"\n", 0, sample.find(b"\0")) + 1)
        return detect(sample, data.name)
    for codec in (UTF8, GB18030):
        if decodes(data, codec):
            return Encoding(codec)
    return detect(sample, data.name)


def _is_wide(sample: bytes) -> bool:
    """Whether each line feed is one of two bytes: NUL bytes then are halves of signs."""
    feeds = sample.count(b"\n")
    return len(sample) > 1 and feeds == max(sample.count(b"\n\0"), sample.count(b"\0\n")) and sample.count(0) > feeds


def _nul(data: Data, line: int) -> SourceError:
    return SourceError("table.nul", file=data.name, line=line)


def decodes(data: Data, codec: str) -> bool:
    """Whether all of a file is text in an encoding; SourceError ``table.nul`` where it is not text at all."""
    decoder = codecs.getincrementaldecoder(codec)()
    lines = 0
    try:
        for block in data.blocks():
            if b"\0" in block:
                raise _nul(data, lines + block.count(b"\n", 0, block.find(b"\0")) + 1)
            decoder.decode(block)
            lines += block.count(b"\n")
        decoder.decode(b"", True)
    except UnicodeDecodeError:
        return False
    return True
