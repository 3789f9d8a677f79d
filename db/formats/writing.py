"""Writes a source back in its own kind and dialect: the source's own bytes, and in them the lines of edited fields.

What no edit touches is copied and never encoded again, so that defects stay as they are. No source is
held as a whole. No database here: what is to be written differently comes as `Rewrite`, in the order of the file.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BytesIO
from typing import Any, cast

from db.errors import SourceError
from db.formats import threads
from db.formats.alone import Alone, alone, begins_ticket, is_split, is_ticket
from db.formats.dialect import Dialect
from db.formats.encoding import Encoding, byte_lines, decode
from db.formats.holding import brings_nul, differing
from db.formats.jsonl import read_jsonl
from db.formats.jsonline import rewritten
from db.formats.lines import split
from db.formats.markdown import TicketReader
from db.formats.patching import patched
from db.formats.rewriting import Change, Rewriter
from db.formats.spans import BYTES, TICKET
from db.formats.streams import Stream
from db.formats.tables import holding
from db.formats.tables.plan import CSV, JSON, Plan
from db.formats.tables.whole import write_whole
from db.formats.tables.writing import write_stream
from db.formats.vocabulary import load_vocabulary
from db.formats.wanted import Refuse, Rewrite
from db.records import replace
from db.values import CATEGORY, CONVERSATION, REPLIES, Record, Ticket

_THREADS = (REPLIES, CONVERSATION)


def write_source(
    chunks: Iterable[bytes],
    format: str,
    encoding: Encoding,
    dialect: Mapping[str, object],
    rewrites: Iterable[Rewrite],
    refuse: Refuse | None = None,
) -> Iterator[bytes | memoryview]:
    """The source with these rewrites (in file order), as chunks of bytes. UnicodeEncodeError where it cannot hold one.

    With `refuse` every rewritten ticket is read again and compared.
    """
    wanted = iter(rewrites)
    first = next(wanted, None)
    if first is None:
        yield from chunks
        return
    plan = Plan.of(dialect)
    if plan is not None:
        write_table = write_stream if plan.layout.kind in (CSV, JSON) else write_whole
        yield from write_table(chunks, encoding, plan, _again(first, wanted), refuse)
        return
    write = _jsonl if format == "jsonl" else _markdown
    yield from write(chunks, encoding, dialect, _again(first, wanted), refuse)


def held(
    chunks: Iterable[bytes],
    format: str,
    encoding: Encoding,
    dialect: Mapping[str, object],
    rewrite: Rewrite,
    ticket: Ticket | None = None,
) -> str:
    """'' where a source written with this rewrite is read as wanted; else the field that cannot be held as it is.

    ``ticket``: no single field, the ticket would fall apart. Of a JSONL source the line alone is enough, with the
    place of the ticket given in it; of a workbook, and of Parquet, the `ticket` alone.
    """
    found: list[str] = []
    judged = False
    plan = Plan.of(dialect)

    def once() -> Iterator[Rewrite]:
        nonlocal judged
        yield rewrite
        judged = True

    try:
        if plan is not None:
            return holding.held(chunks, encoding, plan, rewrite, ticket)
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
) -> Iterator[bytes | memoryview]:
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
    # one line says too little for finding out its encoding again
    text = Encoding(bom=True).mark + line.decode(encoding.codec, "replace").encode()
    try:
        found = list(read_jsonl(lambda: BytesIO(text), "").records)
    except SourceError:
        return None
    return found[0] if len(found) == 1 else None


def _markdown(
    chunks: Iterable[bytes],
    encoding: Encoding,
    dialect: Mapping[str, object],
    rewrites: Iterator[Rewrite],
    refuse: Refuse | None,
) -> Iterator[bytes | memoryview]:
    source = Stream(chunks)
    writer = _Writer(source, encoding, Dialect.of(dialect))
    for rewrite in rewrites:
        start, end = rewrite.spans[BYTES]
        yield from source.until(start)
        ticket = b"".join(source.until(end))
        if not rewrite.drop:
            yield writer.ticket(ticket, rewrite, refuse)
    yield from source.until(None)


class _Writer:
    """Writes tickets of one Markdown source."""

    def __init__(self, source: Stream, encoding: Encoding, dialect: Dialect) -> None:
        self._source, self._encoding, self._dialect = source, Encoding(encoding.codec), dialect
        self._vocabulary = load_vocabulary()
        self._rewriter = Rewriter(dialect, self._vocabulary)
        self._reader = TicketReader(dialect, self._vocabulary)

    def ticket(self, data: bytes, rewrite: Rewrite, refuse: Refuse | None) -> bytes:
        """The bytes of a ticket, which the source has just passed, with its edits."""
        if rewrite.edits.keys() == {CATEGORY} and CATEGORY in rewrite.spans:
            return self._category(data, rewrite, refuse)
        rest = self._rest()
        old = self._alone(data, rest)
        if old is None:
            raise ValueError("the spans are those of another source")
        new = self._patched(data, old.lines.text, self._rewriter.changes(old, rewrite.edits))
        if refuse is not None and rewrite.edits:
            problem = self._problem(old, self._alone(new, rest), rewrite.edits)
            if problem:
                refuse(rewrite, problem)
        return new

    def _category(self, data: bytes, rewrite: Rewrite, refuse: Refuse | None) -> bytes:
        """The commonest edit by far, and one that needs no look at the rest of the ticket."""
        lines = split(decode(data, self._encoding)[0])
        place = rewrite.spans[CATEGORY][0] - rewrite.spans[TICKET][0]
        number = min(bisect_right(lines.starts, place), len(lines.text)) - 1
        path = tuple(cast("Sequence[str]", rewrite.edits[CATEGORY]))
        line = self._rewriter.category_line(lines.text[number], place - lines.starts[number], path)
        if refuse is not None and not self._rewriter.holds_category(path):
            refuse(rewrite, CATEGORY)
        return self._patched(data, lines.text, [Change(number, number + 1, line.split("\n"))])

    def _patched(self, data: bytes, old: Sequence[str], changes: Sequence[Change]) -> bytes:
        return patched(byte_lines(data, self._encoding), old, changes, self._encoding, self._dialect.newline)

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
        if (
            new is None
            or not is_ticket(new, self._dialect, self._vocabulary.appendix)
            or brings_nul("".join(old.lines.text), "".join(new.lines.text))
        ):
            return differing(before, None, edits)
        parts = [part for part in new.cut.parts if part.key in edits]
        split = [p.key for p in parts if is_split(new, p, self._dialect, self._vocabulary.appendix)]
        problem = split[0] if split else differing(before, self._reader.read(new.lines, new.cut)[0], edits)
        first = [part for part in parts if part.key in _THREADS and self._dialect.section(part.key) is None]
        if problem or not first:
            return problem
        # the file has no such section that says how turns are written: whoever reads it next goes by this one
        forms: dict[str, Any] = {part.key: threads.find_form(new.lines, [part], self._vocabulary) for part in first}
        reader = TicketReader(replace(self._dialect, **forms), self._vocabulary)
        return differing(before, reader.read(new.lines, new.cut)[0], edits)
