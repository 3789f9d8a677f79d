"""Reads CSV and TSV, a row after the other from the disk; the place of a row is the range of its bytes.

What runs for every row is lean on purpose. Cells are found within a row only when one of them is written (`cells`).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from itertools import accumulate, islice
from typing import BinaryIO

from db.errors import SourceError
from db.formats.encoding import Encoding, byte_lines
from db.formats.exchange import is_run
from db.formats.tables import heads
from db.formats.tables.data import BLOCK, Data, decodes, encoding_of
from db.formats.tables.plan import Asked, Layout, Plan, Survey, named
from db.formats.tables.sniffing import reader, sniff
from db.records import replace
from db.values import Finding

UNDECODABLE = "bytes.undecodable"
UNEQUAL, UNEQUAL_ALL = "table.unequal", "table.unequal_all"
MOST_TOLD = 200
"""Rows of another width that are told of one by one."""
SHOWN = 200
"""Rows of a survey."""
WIDEST = 16_384
"""Columns of a table, as many as Excel has."""
Row = tuple[int, tuple[int, int], list[str]]
"""Line (1-based), range of bytes, cells."""
Full = tuple[int, tuple[int, int], list[str], list[tuple[str, str]]]


def survey(data: Data, asked: Asked) -> tuple[Encoding, Survey]:
    """How a file is written, and its first rows. SourceError where it is no table."""
    encoding = encoding_of(data)
    sample = data.beginning()
    whole = sample if len(sample) == data.size else sample[: max(sample.rfind(b"\n"), sample.rfind(b"\r")) + 1]
    text = whole[len(encoding.mark) :].decode(encoding.codec, "replace")
    layout = sniff(text, "\t" if data.name.lower().endswith((".tsv", ".tab")) else ",")
    rows = list(islice(raw(data, layout, encoding, []), SHOWN))
    if not rows:
        raise SourceError("source.no_tickets", file=data.name)
    cells = [row for _, _, row in rows]
    skipped = layout.names
    found, notes = heads.find(cells, [line for line, _, _ in rows], asked.header, skipped)
    layout = replace(layout, header=found.header, names=found.names)
    width = max(len(row) for row in cells[found.header :] or cells[:1])
    width = max(width if not found.header else 0, len(_trimmed(cells[found.names])) if found.header else width)
    if width > WIDEST:
        raise SourceError("table.too_wide", file=data.name, line=rows[0][0], n=width, most=WIDEST)
    names = named(heads.names(cells, found), width)
    notes = (*notes, *heads.wide(width, rows[0][0]))
    return encoding, Survey(
        layout, names, cells[found.header :], [line for line, _, _ in rows[found.header :]], (), notes
    )


def _trimmed(row: list[str]) -> list[str]:
    """Without empty cells at the end, which Excel adds."""
    width = len(row)
    while width and not row[width - 1].strip():
        width -= 1
    return row[:width] or row


def raw(data: Data, layout: Layout, encoding: Encoding, found: list[Finding], sure: bool = False) -> Iterator[Row]:
    """All rows that are not empty, from the top; SourceError ``table.quote`` with the line of a row that cannot be
    read. `sure`: all of the file is known to be text."""
    with data.open() as file:
        file.seek(len(encoding.mark))
        quick = sure and not encoding.is_wide and layout.newline != "\r"
        lines = _Quick(file, encoding) if quick else _Careful(file, layout, encoding, found)
        rows = reader(lines.texts, layout)
        end, line = len(encoding.mark), 1
        try:
            for row in rows:
                start, end, first, line = end, lines.end(rows.line_num), line, rows.line_num + 1
                if row and (len(row) > 1 or row[0].strip()):
                    yield first, (start, end), row
        except csv.Error as exc:
            raise _problem(data, line, rows.line_num, str(exc)) from exc


class _Quick:
    """The lines of a file as text, in blocks and nothing done for each: most of the cost of a large import."""

    def __init__(self, file: BinaryIO, encoding: Encoding) -> None:
        self._file, self._codec = file, encoding.codec
        self._before = 0
        self._ends = [len(encoding.mark)]
        self.texts: Iterator[str] = self._texts()

    def _texts(self) -> Iterator[str]:
        number = 0
        while lines := self._file.readlines(BLOCK):
            self._before, number = number, number + len(lines)
            self._ends = list(accumulate(map(len, lines), initial=self._ends[-1]))
            yield from io.StringIO(b"".join(lines).decode(self._codec), newline="\n")

    def end(self, line: int) -> int:
        """How many bytes have gone by with a line, which is one of the last."""
        return self._ends[line - self._before]


class _Careful:
    """The same of a file with bytes that are no text, of two bytes a sign, or with line ends of old."""

    def __init__(self, file: BinaryIO, layout: Layout, encoding: Encoding, found: list[Finding]) -> None:
        self._codec, self._found, self._end = encoding.codec, found, len(encoding.mark)
        self._returns = layout.newline == "\r"
        pieces: Iterable[bytes] = byte_lines(file.read(), encoding) if encoding.is_wide else file
        if self._returns:
            pieces = _returns(file.read())
        self.texts: Iterator[str] = map(self._text, enumerate(pieces, 1))

    def _text(self, numbered: tuple[int, bytes]) -> str:
        number, line = numbered
        self._end += len(line)
        try:
            text = line.decode(self._codec)
        except UnicodeDecodeError:
            self._found.append(Finding(UNDECODABLE, number))
            text = line.decode(self._codec, "replace")
        return text.replace("\r", "\n") if self._returns else text

    def end(self, _: int) -> int:
        """How many bytes have gone by."""
        return self._end


def _problem(data: Data, first: int, last: int, said: str) -> SourceError:
    if "field larger" in said:
        return SourceError("table.long_cell", file=data.name, line=first)
    if "new-line character" in said:
        return SourceError("table.return", file=data.name, line=first)
    return SourceError("table.quote", file=data.name, line=first, last=last)


def _returns(body: bytes) -> Iterator[bytes]:
    lines = body.split(b"\r")
    yield from (line + b"\r" for line in lines[:-1])
    if lines[-1]:
        yield lines[-1]


def walk(data: Data, plan: Plan, encoding: Encoding, found: list[Finding]) -> Iterator[Full]:
    """The rows of tickets, each as wide as the plan; cells beyond stand beside. A row that lacks some is told of."""
    width = len(plan.columns)
    told = 0
    sure = not encoding.is_wide and decodes(data, encoding.codec)
    for ordinal, (line, span, row) in enumerate(
        islice(raw(data, plan.layout, encoding, found, sure), plan.layout.header, None)
    ):
        more: list[tuple[str, str]] = []
        if len(row) != width:
            n = len(row)
            if n < width:
                row += [""] * (width - n)
            else:
                more = [(f"column {place}", cell) for place, cell in enumerate(row[width:], width + 1) if cell.strip()]
                row = row[:width]
            if n < width or more:
                told += 1
                if told <= MOST_TOLD:
                    found.append(Finding(UNEQUAL, line, ordinal, {"n": n, "width": width}))
        yield line, span, [bare(cell) for cell in row] if plan.escaped else plain_ends(row), more
    if told > MOST_TOLD:
        found.append(Finding(UNEQUAL_ALL, line, None, {"n": told, "width": width}))


def bare(cell: str) -> str:
    """A cell without the apostrophe that our exports put before what a spreadsheet would run."""
    return cell[1:] if cell[:1] == "'" and is_run(cell) else cell


def escaped(cell: str) -> str:
    """A cell that `bare` takes the apostrophe from, where it needs one."""
    return f"'{cell}" if is_run(cell) else cell


def plain_ends(row: list[str]) -> list[str]:
    """Cells with line feeds alone between their lines."""
    return [cell.replace("\r\n", "\n") for cell in row] if "\r" in "".join(row) else row
