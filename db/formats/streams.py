"""Bytes that go by once, up to places that rise: of a JSONL source by bytes, of a Markdown source by characters.

Nothing is held but a window of whole lines. Text is decoded block by block as `encoding.decode` decodes it as a whole:
no character and no damaged sequence reaches over the end of a line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from db.formats.encoding import Encoding, byte_lines, decode

BLOCK = 1 << 14
"""Bytes decoded at once, an even number; some more, up to the end of a line. Larger ones count no faster (measured on
100 MB), and what stands before a ticket in its block is encoded to find it.
"""


class Stream:
    """Chunks of bytes, cut at places in bytes."""

    def __init__(self, chunks: Iterable[bytes]) -> None:
        self._chunks = iter(chunks)
        self._chunk, self._start, self._within = b"", 0, 0

    def until(self, place: int | None) -> Iterator[bytes]:
        """What stands from the last place to this one; None for the end."""
        while place is None or self._start + self._within < place:
            if self._within == len(self._chunk):
                self._start += len(self._chunk)
                self._chunk, self._within = next(self._chunks, b""), 0
                if not self._chunk:
                    return
            last = len(self._chunk) if place is None else min(len(self._chunk), place - self._start)
            first, self._within = self._within, last
            yield self._chunk[first:last]


class TextStream:
    """Chunks of bytes behind the mark of a file, cut at places in their text where lines begin."""

    def __init__(self, chunks: Iterable[bytes], encoding: Encoding) -> None:
        self._chunks, self._encoding = iter(chunks), Encoding(encoding.codec)
        self._feed = self._encoding.encode("\n")
        self._carry = self._lines = b""
        self._at = self._place = 0
        """A place in the window and the same in the text of the file: where this stands, or the block begins."""
        self._end = self._before = 0
        """Where the decoded block ends in the window, and where its text begins in the file."""
        self._text, self._damaged = "", False

    def until(self, place: int) -> Iterator[bytes]:
        """What stands from the last place to this one."""
        first = self._at
        while place > self._before + len(self._text):
            if self._end == len(self._lines):
                yield self._lines[first:]
                first = 0
                if not self._load():
                    return
            self._decode()
        self._at, self._place = self._byte(place), place
        yield self._lines[first : self._at]

    def line(self) -> bytes:
        """The line that follows, b"" at the end of the file; it stays where it is."""
        if self._at == len(self._lines):
            self._load()
        return self._lines[self._at : self._line_end(self._at)]

    def rest(self) -> bytes:
        """All that follows; it stays where it is."""
        self._lines = b"".join((self._lines, self._carry, *self._chunks))
        self._carry = b""
        return self._lines[self._at :]

    def all(self) -> Iterator[bytes]:
        """All that follows, to be passed on."""
        yield self._lines[self._at :]
        yield self._carry
        yield from self._chunks

    def _byte(self, place: int) -> int:
        """Where a place of the block stands in the window."""
        start, end = self._place - self._before, place - self._before
        if end == len(self._text):
            return self._end
        if not self._damaged:
            return self._at + len(self._encoding.encode(self._text[start:end]))
        lines = byte_lines(self._lines[self._at : self._end], self._encoding)
        return self._at + sum(map(len, lines[: self._text.count("\n", start, end)]))

    def _decode(self) -> None:
        """The next block."""
        self._before += len(self._text)
        self._at, self._place = self._end, self._before
        self._end = self._line_end(self._at + BLOCK)
        self._text, damaged = decode(self._lines[self._at : self._end], self._encoding)
        self._damaged = bool(damaged)

    def _load(self) -> bool:
        """The next whole lines, False where there are none."""
        self._lines, self._carry = self._carry, b""
        cut = 0
        while not cut and (chunk := next(self._chunks, b"")):
            self._lines += chunk
            cut = self._last_end()
        if cut:
            self._lines, self._carry = self._lines[:cut], self._lines[cut:]
        self._at = self._end = 0
        return bool(self._lines)

    def _line_end(self, start: int) -> int:
        """The offset behind the first line feed at or behind `start`, which begins a character."""
        at, width = self._lines.find(self._feed, start), len(self._feed)
        while at >= 0 and at % width:  # the second half of one character and the first of the next
            at = self._lines.find(self._feed, at + 1)
        return at + width if at >= 0 else len(self._lines)

    def _last_end(self) -> int:
        """The offset behind the last line feed, 0 where there is none."""
        at, width = self._lines.rfind(self._feed), len(self._feed)
        while at >= 0 and at % width:
            at = self._lines.rfind(self._feed, 0, at + 1)
        return at + width if at >= 0 else 0
