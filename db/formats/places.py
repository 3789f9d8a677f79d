"""Where a place in the text of a source stands in its bytes, for a few places, without encoding the text or holding it.

The text is decoded block by block as `encoding.decode` decodes it as a whole: blocks end with lines, and no character
and no damaged sequence reaches over the end of a line.
"""

from __future__ import annotations

from db.formats.encoding import Encoding, byte_lines, decode

BLOCK = 1 << 15
"""Bytes decoded at once, an even number; some more, up to the end of a line."""


class Places:
    """Finds places of the text behind the mark, in rising order."""

    def __init__(self, body: bytes, encoding: Encoding) -> None:
        self._body, self._encoding = body, Encoding(encoding.codec)
        self._feed = self._encoding.encode("\n")
        self._start = self._end = self._before = 0
        self._text, self._damaged = "", False

    def byte(self, place: int) -> int:
        """The offset in the bytes of a line that starts at a place of the text, or of the end of the text."""
        while place > self._before + len(self._text) and self._end < len(self._body):
            self._next()
        within = place - self._before
        if within >= len(self._text):
            return self._end
        if not self._damaged:
            return self._start + len(self._encoding.encode(self._text[:within]))
        lines = byte_lines(self._body[self._start : self._end], self._encoding)
        return self._start + sum(map(len, lines[: self._text.count("\n", 0, within)]))

    def _next(self) -> None:
        self._before += len(self._text)
        self._start, self._end = self._end, self.line_end(self._end + BLOCK)
        self._text, damaged = decode(self._body[self._start : self._end], self._encoding)
        self._damaged = bool(damaged)

    def line_end(self, start: int) -> int:
        """The offset behind the first line feed at or behind `start`, which begins a character."""
        at, width = self._body.find(self._feed, start), len(self._feed)
        while at >= 0 and at % width:  # the second half of one character and the first of the next
            at = self._body.find(self._feed, at + 1)
        return at + width if at >= 0 else len(self._body)
