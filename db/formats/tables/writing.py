"""Writes tables back in kind: the source's own bytes, and in them the cells of edited fields.

CSV and JSONL go by as a stream; of a workbook one part is written anew, of Parquet the file. Each ticket that is
written is read again and compared, where somebody wants to know.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from db.formats.encoding import Encoding
from db.formats.holding import brings_nul, differing
from db.formats.jsonl import whole_text
from db.formats.jsonline import decoded
from db.formats.spans import TICKET
from db.formats.streams import Stream
from db.formats.tables import cutting, documents, flat, inserting
from db.formats.tables.changing import Cells, Changer, Rows
from db.formats.tables.delimited import bare, escaped, plain_ends
from db.formats.tables.mapping import Mapper
from db.formats.tables.plan import CSV, XLSX, Plan
from db.formats.tables.shapes import LINES, LISTS, NAMED
from db.formats.tables.texts import text_of
from db.formats.vocabulary import Vocabulary, load_vocabulary
from db.formats.wanted import Refuse, Rewrite
from db.formats.workbook import CHARACTERS
from db.records import replace
from db.values import TITLE, Record

_WITHIN = f"{documents.TEXT}."


class TableWriter:
    """Writes the rows of tickets of one table."""

    def __init__(self, plan: Plan, encoding: Encoding, vocabulary: Vocabulary) -> None:
        self.plan, self._encoding = plan, encoding
        self.mapper = Mapper(plan, vocabulary)
        self._changer = Changer(self.mapper, vocabulary)
        self._ticket: Callable[[str, Mapping[str, object]], tuple[str, Rows, Rows]] = (
            self._csv if plan.layout.kind == CSV else self._json
        )

    def ticket(self, data: bytes, rewrite: Rewrite, refuse: Refuse | None) -> bytes:
        """The bytes of a ticket's rows with its edits; one that is refused stays unwritten."""
        text, errors = decoded(data, self._encoding.codec)
        edits = dict(rewrite.edits)
        while edits:
            try:
                new, before, after = self._ticket(text, edits)
                problem = self.differing(before, after, edits) if refuse is not None else ""
            except ValueError:
                problem = blamed(edits, lambda some: self._ticket(text, some))
            if not problem:
                return new.encode(self._encoding.codec, errors)
            if refuse is not None:
                refuse(rewrite, problem)
            if edits.pop(problem, None) is None:
                break
        return data

    def differing(self, before: Rows, after: Rows, edits: Mapping[str, object]) -> str:
        """'' where rows say after an edit what was wanted, else the field to blame."""
        had, found = self.record(before), self.record(after) if after else None
        if found is not None and not self.plan.having(TITLE):  # it is the beginning of the problem, and goes with that
            found = replace(found, title=had.title)
        return differing(had, found, edits)

    def record(self, rows: Rows) -> Record:
        """The ticket of rows, wherever they stand."""
        return self.mapper.record(rows, 0, (0, 0))

    def cells(self, rows: Rows, edits: Mapping[str, object]) -> Cells:
        """The cells to change. ValueError where there are none that can say it."""
        cells = self._changer.cells(rows, edits)
        if self.plan.layout.kind == XLSX and any(_is_too_long(text_of(new)) for new in cells.values()):
            raise ValueError("longer than a cell")
        return cells

    def _csv(self, text: str, edits: Mapping[str, object]) -> tuple[str, Rows, Rows]:
        layout = self.plan.layout
        before = self._padded(cutting.values(text, layout))
        cells = self.cells(before, edits)
        said = {place: escaped(text_of(new)) if self.plan.escaped else text_of(new) for place, new in cells.items()}
        new = cutting.written(text, layout, said)
        after = self._padded(cutting.values(new, layout))
        is_read = len(after) == len(before) and not brings_nul(text, new)
        return new, before, after if is_read else ()

    def _padded(self, rows: Sequence[Sequence[str]]) -> list[list[str]]:
        width = len(self.plan.columns)
        padded = [[*row, *[""] * (width - len(row))][:width] for row in rows]
        return [[bare(cell) for cell in row] if self.plan.escaped else plain_ends(row) for row in padded]

    def _json(self, text: str, edits: Mapping[str, object]) -> tuple[str, Rows, Rows]:
        values, spots = self._objects(text)
        before = [self._row(value) for value in values]
        pieces, at = [], 0
        for number, (start, end) in enumerate(spots):
            changes = {place: new for (row, place), new in self.cells(before, edits).items() if row == number}
            pieces += [text[at:start], inserting.written(text[start:end], self._places(values[number], changes))]
            at = end
        new = "".join([*pieces, text[at:]])
        return new, before, [self._row(value) for value in self._objects(new)[0]]

    def _objects(self, text: str) -> tuple[list[Any], list[tuple[int, int]]]:
        """The values of a ticket's text, and where they stand."""
        values, spots, at = [], [], 0
        decoder = json.JSONDecoder()
        while (found := re.compile(r"[^\s,]").search(text, at)) is not None:
            value, at = decoder.raw_decode(text, found.start())
            values.append(whole_text(value))
            spots.append((found.start(), at))
        return values, spots

    def _row(self, value: Any) -> list[Any]:
        if isinstance(value, list):
            return [*value, *[None] * (self.mapper.width - len(value))][: self.mapper.width]
        row = flat.flat(value)
        return [row.get(name) for name in self.plan.names]

    def _places(self, value: Any, changes: Mapping[int, Any]) -> list[tuple[flat.Way, Any]]:
        """Ways within a value, and what is to stand there."""
        if self.plan.layout.shape == LISTS:
            return [((place,), new) for place, new in changes.items()]
        names = self.plan.names
        within = {names[place].partition(".")[2]: place for place in changes if names[place].startswith(_WITHIN)}
        document = documents.merged(value, {name: changes[place] for name, place in within.items()}) if within else None
        if document is not None:
            rest = {place: new for place, new in changes.items() if place not in within.values()}
            return [*(((name,), new) for name, new in document.items()), *self._places(value, rest)]
        ways = flat.ways(value)
        return [(ways.get(names[place]) or tuple(names[place].split(".")), new) for place, new in changes.items()]


def _is_too_long(text: str) -> bool:
    """Whether no cell of a workbook holds a text."""
    return len(text) * 2 > CHARACTERS and len(text.encode("utf-16-le", "surrogatepass")) // 2 > CHARACTERS


def blamed(edits: Mapping[str, object], write: Callable[[Mapping[str, object]], object]) -> str:
    """The field that cannot be written, because ValueError is raised for it alone; else the ticket."""
    for name, value in edits.items():
        try:
            write({name: value})
        except ValueError:
            return name
    return TICKET


def write_stream(
    chunks: Iterable[bytes], encoding: Encoding, plan: Plan, rewrites: Iterator[Rewrite], refuse: Refuse | None
) -> Iterator[bytes | memoryview]:
    """CSV and JSON with these rewrites, in the order of the file."""
    writer = TableWriter(plan, encoding, load_vocabulary())
    source = Stream(chunks)
    drop = _Dropper(encoding, plan) if plan.layout.kind != CSV and plan.layout.shape != LINES else None
    if drop is not None:
        yield from drop.written(source, rewrites, writer, refuse)
        return
    for rewrite in rewrites:
        start, end = rewrite.spans[TICKET]
        yield from source.until(start)
        data = b"".join(source.until(end))
        if not rewrite.drop:
            yield writer.ticket(data, rewrite, refuse) if rewrite.edits else data
    yield from source.until(None)


class _Dropper:
    """Lists of JSON, in which a comma goes with what is left out; held as a whole."""

    def __init__(self, encoding: Encoding, plan: Plan) -> None:
        def sign(text: str) -> bytes:
            return re.escape(text.encode(encoding.codec))

        blank = b"(?:" + b"|".join(map(sign, " \t\r\n")) + b")*"
        self._behind = re.compile(blank + sign(",") + blank)
        self._before = re.compile(blank + sign(",") + blank + b"$")
        quote, colon = sign('"'), sign(":")
        self._key = re.compile(quote + b"(?:(?!" + quote + b").)*?" + quote + blank + colon + blank + b"$", re.DOTALL)
        self._named = plan.layout.shape == NAMED

    def written(
        self, source: Stream, rewrites: Iterator[Rewrite], writer: TableWriter, refuse: Refuse | None
    ) -> Iterator[bytes]:
        whole = source.rest()
        pieces: list[bytes] = []
        at = 0
        for rewrite in rewrites:
            start, end = rewrite.spans[TICKET]
            pieces.append(whole[at:start])
            at = end
            if not rewrite.drop:
                data = whole[start:end]
                pieces.append(writer.ticket(data, rewrite, refuse) if rewrite.edits else data)
                continue
            if self._named:
                pieces[-1] = pieces[-1][: self._key_start(pieces[-1])]
            behind = self._behind.match(whole, end)
            if behind is not None:
                at = behind.end()
            else:
                while pieces and not pieces[-1]:
                    pieces.pop()
                if pieces and (before := self._before.search(pieces[-1])) is not None:
                    pieces[-1] = pieces[-1][: before.start()]
        yield from pieces
        yield whole[at:]

    def _key_start(self, piece: bytes) -> int:
        """Where the name begins that stands before a value; the last quote that is not escaped opens it."""
        found = self._key.search(piece, max(0, len(piece) - 4096))
        return found.start() if found is not None else len(piece)
