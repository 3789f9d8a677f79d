"""Workbooks and Parquet written back: files that are held as a whole, because what is changed in them is compressed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from db.formats.encoding import Encoding
from db.formats.spans import TICKET
from db.formats.tables import arrow, books, flat, inserting, sheet_writing
from db.formats.tables.archive import Archive
from db.formats.tables.changing import Cells, Rows
from db.formats.tables.data import Data
from db.formats.tables.merged import Texts, apart
from db.formats.tables.opening import walked
from db.formats.tables.plan import XLSX, Plan
from db.formats.tables.sheets import Book, Merge, Sheet
from db.formats.tables.texts import text_of
from db.formats.tables.writing import TableWriter, blamed
from db.formats.vocabulary import load_vocabulary
from db.formats.wanted import Refuse, Rewrite
from db.formats.workbook import ROWS

_NAME = "–"


def write_whole(
    chunks: Iterable[bytes], encoding: Encoding, plan: Plan, rewrites: Iterator[Rewrite], refuse: Refuse | None
) -> Iterator[bytes]:
    """A workbook or a Parquet file with these rewrites, in the order of the file."""
    whole = b"".join(chunks)
    wanted = _Wanted(whole, encoding, plan)
    for rewrite in rewrites:
        wanted.take(rewrite, refuse)
    if plan.layout.kind == XLSX:
        yield from wanted.workbook()
    else:
        yield arrow.rewritten(whole, _NAME, wanted.values(), frozenset(wanted.drop))


class _Wanted:
    """The rows of a file that are written otherwise."""

    def __init__(self, whole: bytes, encoding: Encoding, plan: Plan) -> None:
        self._whole, self._plan = whole, plan
        self._writer = TableWriter(plan, encoding, load_vocabulary())
        self._rows = iter(walked(Data.of_bytes(whole, _NAME), plan, encoding, []))
        self._changed: dict[int, dict[int, Any]] = {}
        self.drop: set[int] = set()
        self._names = plan.names

    def take(self, rewrite: Rewrite, refuse: Refuse | None) -> None:
        """Know a rewrite; rewrites come in the order of the rows."""
        start, end = rewrite.spans[TICKET]
        rows = {span[0]: list(values) for _, span, values, _ in self._until(start, end)}
        if rewrite.drop:
            self.drop.update(rows)
            return
        edits = dict(rewrite.edits)
        while edits:
            cells, problem = self._written(list(rows.values()), edits, refuse is not None)
            if not problem:
                for (at, place), new in cells.items():
                    self._changed.setdefault(list(rows)[at], {})[place] = new
                return
            if refuse is not None:
                refuse(rewrite, problem)
            if edits.pop(problem, None) is None:
                return

    def _written(self, before: Rows, edits: Mapping[str, object], compared: bool) -> tuple[Cells, str]:
        """The cells that say edits, and the field that they do not say."""
        try:
            cells = self._writer.cells(before, edits)
        except ValueError:
            return {}, blamed(edits, lambda some: self._writer.cells(before, some))
        after = [list(row) for row in before]
        for (at, place), new in cells.items():
            after[at][place] = new
        return cells, self._writer.differing(before, after, edits) if compared else ""

    def _until(self, start: int, end: int) -> Iterator[Any]:
        for row in self._rows:
            if row[1][0] >= start:
                yield row
            if row[1][0] >= end - 1:
                return

    def workbook(self) -> Iterator[bytes]:
        """The bytes of the workbook, a sheet after the other."""
        whole = self._whole
        with Archive(Data.of_bytes(whole, _NAME)) as archive:
            book, parts = Book(archive), books.parts(archive.sheets(), self._plan.layout.sheet)
            changes = [(part, *self._changes(Sheet(book, part), place * ROWS)) for place, part in enumerate(parts)]
        for part, cells, drop, gone in changes:
            if cells or drop:
                whole = b"".join(sheet_writing.rewritten(whole, _NAME, part, cells, drop, gone))
        yield whole

    def _changes(self, sheet: Sheet, first: int) -> tuple[Texts, frozenset[int], frozenset[Merge]]:
        """What is written otherwise on a sheet whose rows are counted on from `first`: cells, rows left out, merges."""
        cells = {
            row - first: {column: text_of(new) for column, new in said.items()}
            for row, said in self._changed.items()
            if first < row <= first + ROWS
        }
        drop = frozenset(row - first for row in self.drop if first < row <= first + ROWS)
        cells, gone = apart(sheet, self._plan.layout.header, cells, drop)
        return cells, drop, gone

    def values(self) -> dict[int, dict[str, Any]]:
        """Of Parquet: row -> column of the schema -> value."""
        old = arrow.value_rows(self._whole, _NAME, list(self._changed))
        found: dict[int, dict[str, Any]] = {}
        for row, said in self._changed.items():
            ways = flat.ways(old[row])
            found[row] = {}
            for place, new in said.items():
                first, *rest = ways.get(self._names[place], (self._names[place],))
                had = found[row].get(str(first), old[row].get(str(first)))
                found[row][str(first)] = inserting.placed(had, tuple(rest), new)
        return found
