"""Bytes to text and back: which encoding a file has, its lines as bytes, what in it cannot be decoded.

A decoded text has exactly as many lines as its bytes, also where bytes are damaged; that is what lets an edited file
be put together out of the source's own bytes, line by line. Knows nothing of tickets.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, islice

from db.errors import SourceError
from db.records import dataclass

UTF8, GB18030, UTF16_LE, UTF16_BE = "utf-8", "gb18030", "utf-16-le", "utf-16-be"

_BOMS = ((codecs.BOM_UTF8, UTF8), (codecs.BOM_UTF16_LE, UTF16_LE), (codecs.BOM_UTF16_BE, UTF16_BE))
_MARKS = tuple(bom for bom, _ in _BOMS)
_UTF32 = {codecs.BOM_UTF32_LE: "utf-32-le", codecs.BOM_UTF32_BE: "utf-32-be"}
_HIGH = re.compile(rb"[\x80-\xff]")
_CONTROL = bytes({*range(0x20)} - {*b"\t\n\v\f\r\x1b"})
_PLAIN = re.compile("[\t\n\r -~\u00a0-\u00ff\u2000-\u206f\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]")
_SAMPLE = 1 << 16
_MOST_CONTROL = 0.01
_MOST_NUL = 0.1
_LEAST_PLAIN = 0.9
_MOST_DAMAGED = 0.3
"""Of the lines that are not ASCII: a file with more undecodable lines than that is not text of ours."""


@dataclass(frozen=True, slots=True)
class Encoding:
    """A codec of Python and whether the file begins with its byte order mark."""

    codec: str = UTF8
    bom: bool = False

    @property
    def mark(self) -> bytes:
        """The bytes of the byte order mark, b"" where the file has none."""
        return next((bom for bom, codec in _BOMS if codec == self.codec), b"") if self.bom else b""

    @property
    def is_wide(self) -> bool:
        """Whether a line feed is two bytes."""
        return self.codec in (UTF16_LE, UTF16_BE)

    def encode(self, text: str) -> bytes:
        """Text as bytes of this encoding, without a mark. UnicodeEncodeError where it cannot hold a character."""
        return text.encode(self.codec)


def read(data: bytes, name: str) -> tuple[Encoding, str, tuple[int, ...]]:
    """The encoding of a file with what `decode` gives; SourceError where its bytes are no text."""
    if b"\0" not in data and not data.startswith(_MARKS) and not _is_binary(data):
        try:
            return Encoding(), data.decode(UTF8), ()
        except UnicodeDecodeError:
            pass
    encoding = detect(data, name)
    return encoding, *decode(data, encoding)


def detect(data: bytes, name: str) -> Encoding:
    """The encoding of a file from its bytes; SourceError where they are no text."""
    if data.startswith(tuple(_UTF32)):  # the mark of UTF-16 is its beginning
        raise SourceError("source.utf_32", file=name)
    for bom, codec in _BOMS:
        if data.startswith(bom):
            return Encoding(codec, bom=True)
    if b"\0" in data:
        return Encoding(_wide(data, name))
    if _is_binary(data):
        raise SourceError("source.not_text", file=name)
    return Encoding(_narrow(data, name))


def _is_binary(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    return len(sample) - len(sample.translate(None, _CONTROL)) > _MOST_CONTROL * len(sample)


def _wide(data: bytes, name: str) -> str:
    """UTF-16 without a mark: the byte order in which nearly all characters are common ones. SourceError for others."""
    sample = data[:_SAMPLE]
    for codec in (UTF16_LE, UTF16_BE):
        text = sample[: len(sample) // 2 * 2].decode(codec, "replace")
        if _is_plain(text):
            return codec
    if any(_is_plain(sample[: len(sample) // 4 * 4].decode(codec, "replace")) for codec in _UTF32.values()):
        raise SourceError("source.utf_32", file=name)
    if sample.count(0) > _MOST_NUL * len(sample) or _is_binary(sample.replace(b"\0", b"")):
        raise SourceError("source.not_text", file=name)
    raise SourceError("table.nul", file=name, line=data.count(b"\n", 0, data.index(b"\0")) + 1)


def _is_plain(text: str) -> bool:
    return "\0" not in text and len(_PLAIN.findall(text)) >= _LEAST_PLAIN * len(text)


def _narrow(data: bytes, name: str) -> str:
    for codec in (UTF8, GB18030):
        if _decodes(data, codec):
            return codec
    lines = [line for line in data.split(b"\n") if _HIGH.search(line)]
    damaged = {codec: sum(not _decodes(line, codec) for line in lines) for codec in (UTF8, GB18030)}
    # a line of one encoding seldom is one of the other by chance, and UTF-8 more seldom than GB18030
    codec = UTF8 if damaged[UTF8] <= len(lines) / 2 else GB18030
    if len(lines) > 2 and damaged[codec] > _MOST_DAMAGED * len(lines):
        raise SourceError("source.not_text", file=name)
    return codec


def _decodes(data: bytes, codec: str) -> bool:
    try:
        data.decode(codec)
    except UnicodeDecodeError:
        return False
    return True


def decode(data: bytes, encoding: Encoding) -> tuple[str, tuple[int, ...]]:
    """The text behind the mark, and the lines (1-based) that hold bytes which are no text: they become U+FFFD."""
    body = data[len(encoding.mark) :]
    try:
        return body.decode(encoding.codec), ()
    except UnicodeDecodeError:
        pass
    # line by line: a damaged sequence of GB18030 may otherwise swallow the line feed behind it
    texts, damaged = [], []
    for number, line in enumerate(byte_lines(body, encoding), 1):
        try:
            texts.append(line.decode(encoding.codec))
        except UnicodeDecodeError:
            end = encoding.encode("\n")
            has_end = line.endswith(end)
            texts.append(line.removesuffix(end).decode(encoding.codec, "replace") + "\n" * has_end)
            damaged.append(number)
    return "".join(texts), tuple(damaged)


def byte_lines(body: bytes, encoding: Encoding) -> list[bytes]:
    """The lines of a file without its mark, each with its line feed; together they are `body`."""
    if not encoding.is_wide:
        return _split(body)
    return list(_wide_lines(body, encoding.encode("\n")))


def _split(body: bytes) -> list[bytes]:
    lines = [line + b"\n" for line in body.split(b"\n")]
    last = lines.pop()[:-1]
    return [*lines, last] if last else lines


def _wide_lines(body: bytes, feed: bytes) -> Iterator[bytes]:
    start = at = 0
    while (at := body.find(feed, at)) >= 0:
        if at % 2:  # the second half of one character and the first of the next
            at += 1
            continue
        yield body[start : at + 2]
        start = at = at + 2
    if start < len(body):
        yield body[start:]


class Places:
    """Places of a decoded text, at which lines begin and which rise, as places in the bytes of the file."""

    def __init__(self, data: bytes, text: str, encoding: Encoding, damaged: Sequence[int]) -> None:
        self._text, self._encoding = text, encoding
        self._at, self._place = 0, len(encoding.mark)
        # what GB18030 decodes is not always encoded as it was, and damaged bytes never are
        exact = encoding.codec != GB18030 and not damaged
        self._lines = None if exact else accumulate(map(len, byte_lines(data[self._place :], encoding)), initial=0)
        self._line = self._before = 0

    def byte(self, place: int, line: int) -> int:
        """The place in bytes of a place in the text, which is the beginning of a line (0-based)."""
        if self._lines is None:
            self._place += len(self._encoding.encode(self._text[self._at : place]))
            self._at = place
            return self._place
        for before in islice(self._lines, line + 1 - self._line):
            self._before = before
        self._line = line + 1
        return self._place + self._before
