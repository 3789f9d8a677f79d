"""Writes a source back in its own kind and dialect: the source's own bytes, and in them the lines of edited fields.

What no edit touches is copied and never encoded again, so that defects stay as they are. No source is
held as a whole. No database here: what is to be written differently comes as `Rewrite`, in the order of the file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO

from db.errors import SourceError
from db.formats.alone import Alone, alone, begins_ticket, is_split
from db.formats.dialect import Dialect
from db.formats.encoding import Encoding, byte_lines, decode
from db.formats.holding import differing
from db.formats.jsonl import read_jsonl
from db.formats.jsonline import rewritten
from db.formats.markdown import TicketReader
from db.formats.rewriting import Change, Rewriter
from db.formats.spans import TICKET
from db.formats.streams import Stream, TextStream
from db.formats.vocabulary import load_vocabulary
from db.values import Record


@dataclass(frozen=True, slots=True)
class Rewrite:
    """What is to be written differently of one ticket."""

    spans: Mapping[str, tuple[int, int]]
    """Where it stands, as the reader found it."""
    edits: Mapping[str, object] = field(default_factory=dict)
    """Name of a source field -> its value: text, a category path, turns; None for a conversation that is none."""
    drop: bool = False
    """The whole ticket is left out."""


Refuse = Callable[[Rewrite, str], None]
"""Told of a ticket that would be read differently than wanted, with the name that `held` gives; it may raise."""


def write_source(
    chunks: Iterable[bytes],
    format: str,
    encoding: Encoding,
    dialect: Mapping[str, object],
    rewrites: Iterable[Rewrite],
    refuse: Refuse | None = None,
) -> Iterator[bytes]:
    """The source with these rewrites (in file order), as chunks of bytes. UnicodeEncodeError where it cannot hold one.

    With `refuse` every rewritten ticket is read again and compared.
    """
    wanted = iter(rewrites)
    first = next(wanted, None)
    if first is None:
        yield from chunks
        return
    write = _jsonl if format == "jsonl" else _markdown
    yield from write(chunks, encoding, dialect, _again(first, wanted), refuse)


def held(
    chunks: Iterable[bytes], format: str, encoding: Encoding, dialect: Mapping[str, object], rewrite: Rewrite
) -> str:
    """'' where a source written with this rewrite is read as wanted; else the field that cannot be held as it is.

    ``ticket``: no single field, the ticket would fall apart. Of a JSONL source the line alone is enough, with the
    place of the ticket given in it.
    """
    found: list[str] = []
    judged = False

    def once() -> Iterator[Rewrite]:
        nonlocal judged
        yield rewrite
        judged = True

    try:
        for _ in write_source(chunks, format, encoding, dialect, once(), lambda _, name: found.append(name)):
            if judged or found:
                break
    except UnicodeEncodeError:
        return next(iter(rewrite.edits)) if len(rewrite.edits) == 1 else TICKET
    return found[0] if found else ""


def _again(first: Rewrite, others: Iterator[Rewrite]) -> Iterator[Rewrite]:
    yield first
    yield from others


def _jsonl(
    chunks: Iterable[bytes],
    encoding: Encoding,
    dialect: Mapping[str, object],
    rewrites: Iterator[Rewrite],
    refuse: Refuse | None,
) -> Iterator[bytes]:
    source = Stream(chunks)
    for rewrite in rewrites:
        start, end = rewrite.spans[TICKET]
        yield from source.until(start)
        line = b"".join(source.until(end))
        if rewrite.drop:
            continue
        new = rewritten(line, encoding.codec, rewrite.edits) if rewrite.edits else line
        if refuse is not None and rewrite.edits:
            before = _read_line(line, encoding)
            problem = TICKET if before is None else differing(before, _read_line(new, encoding), rewrite.edits)
            if problem:
                refuse(rewrite, problem)
        yield new
    yield from source.until(None)


def _read_line(line: bytes, encoding: Encoding) -> Record | None:
    whole = encoding.mark + line
    try:
        found = list(read_jsonl(lambda: BytesIO(whole), "").records)
    except SourceError:
        return None
    return found[0] if len(found) == 1 else None


def _markdown(
    chunks: Iterable[bytes],
    encoding: Encoding,
    dialect: Mapping[str, object],
    rewrites: Iterator[Rewrite],
    refuse: Refuse | None,
) -> Iterator[bytes]:
    data = Stream(chunks)
    yield from data.until(len(encoding.mark))
    source = TextStream(data.until(None), encoding)
    writer = _Writer(source, encoding, Dialect.of(dialect))
    for rewrite in rewrites:
        start, end = rewrite.spans[TICKET]
        yield from source.until(start)
        ticket = b"".join(source.until(end))
        if not rewrite.drop:
            yield writer.ticket(ticket, rewrite, refuse)
    yield from source.all()


class _Writer:
    """Writes tickets of one Markdown source."""

    def __init__(self, source: TextStream, encoding: Encoding, dialect: Dialect) -> None:
        self._source, self._encoding, self._dialect = source, Encoding(encoding.codec), dialect
        self._vocabulary = load_vocabulary()
        self._rewriter = Rewriter(dialect, self._vocabulary)
        self._reader = TicketReader(dialect, self._vocabulary)

    def ticket(self, data: bytes, rewrite: Rewrite, refuse: Refuse | None) -> bytes:
        """The bytes of a ticket, which the source has just passed, with its edits."""
        rest = self._rest()
        old = self._alone(data, rest)
        if old is None:
            raise ValueError("the spans are those of another source")
        raw = byte_lines(data, self._encoding)
        changes = self._rewriter.changes(old, rewrite.edits)
        new = self._put_together(raw, old.lines.text, changes)
        if refuse is not None and rewrite.edits:
            problem = self._problem(old, self._alone(new, rest), rewrite.edits)
            if problem:
                refuse(rewrite, problem)
        return new

    def _alone(self, data: bytes, rest: str | None) -> Alone | None:
        return alone(decode(data, self._encoding)[0], rest, self._dialect)

    def _rest(self) -> str | None:
        """What follows a ticket where it is the last one, None where it is not."""
        line = decode(self._source.line(), self._encoding)[0]
        if begins_ticket(line, self._dialect):
            return None
        return decode(self._source.rest(), self._encoding)[0]

    def _problem(self, old: Alone, new: Alone | None, edits: Mapping[str, object]) -> str:
        before = self._reader.read(old.lines, old.cut)[0]
        if new is None:
            return differing(before, None, edits)
        parts = [part for part in new.cut.parts if part.key in edits]
        split = [p.key for p in parts if is_split(new, p, self._dialect, self._vocabulary.appendix)]
        return split[0] if split else differing(before, self._reader.read(new.lines, new.cut)[0], edits)

    def _put_together(self, raw: Sequence[bytes], old: Sequence[str], changes: Sequence[Change]) -> bytes:
        """The lines of a ticket with changes; each new line ends as the line that it replaces, or the one before it."""
        feed = self._encoding.encode("\n")
        lines: list[bytes] = []
        place = 0
        for change in changes:
            lines += raw[place : change.first]
            lines += self._new_lines(raw, old, change)
            place = change.last
        lines += raw[place:]
        if raw[-1].endswith(feed):
            return b"".join(lines)
        # a file without a line feed at its end stays one
        *others, last = lines
        ended = [line if line.endswith(feed) else line + self._end(raw, 0) for line in others]
        return b"".join(ended) + (last.removesuffix(self._end([last], 0)) if last.endswith(feed) else last)

    def _new_lines(self, raw: Sequence[bytes], old: Sequence[str], change: Change) -> list[bytes]:
        first, last = change.first, change.last
        new = list(change.lines)
        same = 0
        while same < min(last - first, len(new)) and new[same] == old[first + same]:
            same += 1
        ends = 0
        while ends < min(last - first, len(new)) - same and new[-1 - ends] == old[last - 1 - ends]:
            ends += 1
        middle = new[same : len(new) - ends]
        written = [
            self._encoding.encode(line) + self._end(raw, min(first + same + place, max(last - 1, first - 1)))
            for place, line in enumerate(middle)
        ]
        return [*raw[first : first + same], *written, *raw[last - ends : last]]

    def _end(self, raw: Sequence[bytes], number: int) -> bytes:
        """The end of a line of the ticket; of any line where it has none."""
        for line in (raw[number], *raw):
            for end in ("\r\n", "\n"):
                encoded = self._encoding.encode(end)
                if line.endswith(encoded):
                    return encoded
        return self._encoding.encode(self._dialect.newline)
