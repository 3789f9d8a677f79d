"""Workbooks as tables: which sheet, its columns, its rows. The place of a row is its number, counted through sheets.

What our own exports put on further sheets (rows beyond a sheet, texts beyond a cell) is put together again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from db.errors import SourceError
from db.formats.encoding import Encoding
from db.formats.exchange import CSV_COLUMNS
from db.formats.tables import heads
from db.formats.tables.archive import Archive
from db.formats.tables.data import Data
from db.formats.tables.plan import XLSX, Asked, Layout, Survey, named
from db.formats.tables.sheets import Book, Cells, Sheet, letters
from db.formats.workbook import CONTINUED, REST, ROWS, SHEET
from db.values import Finding

MERGED = "sheet.merged"
SHOWN, MOST = 200, 50
"""Rows of a survey, and sheets that are looked at."""
_OURS = re.compile(rf"{SHEET}(?: (\d+))?$")


def survey(data: Data, asked: Asked) -> tuple[Encoding, Survey]:
    """The columns and first rows of a sheet: the one that is asked for, else the first with tickets on it.
    SourceError ``sheet.no_sheet``, ``sheet.no_rows`` and what `archive` raises."""
    with Archive(data) as archive:
        sheets = archive.sheets()
        if asked.sheet and asked.sheet not in sheets:
            raise SourceError("sheet.no_sheet", file=data.name, sheet=asked.sheet, sheets="、".join(sheets))
        tried = [asked.sheet] if asked.sheet else list(sheets)
        book = Book(archive)
        found = [(name, list(islice(Sheet(book, sheets[name]).rows(), SHOWN))) for name in tried[:MOST]]
    filled = [(name, rows) for name, rows in found if rows]
    if not filled:
        raise SourceError("sheet.no_rows", file=data.name, sheets="、".join(tried))
    name, rows = max(filled, key=lambda one: min(len(one[1]), 2))  # the first that has more than one row
    return Encoding(), _survey(name, rows, tuple(sheets), asked)


def _survey(name: str, rows: list[tuple[int, Cells]], sheets: tuple[str, ...], asked: Asked) -> Survey:
    width = max(max(cells) for _, cells in rows) + 1
    table = [[cells.get(place, "") for place in range(width)] for _, cells in rows]
    lines = [line for line, _ in rows]
    head, notes = heads.find(table, lines, asked.header)
    layout = Layout(XLSX, header=head.header, names=head.names, sheet=name)
    names = named(heads.names(table, head), width)
    notes = (*notes, *heads.wide(width, lines[0]))
    return Survey(layout, names, table[head.header :], lines[head.header :], sheets, notes)


Row = tuple[int, tuple[int, int], list[str], list[tuple[str, str]]]


def walk(data: Data, layout: Layout, names: tuple[str, ...], found: list[Finding]) -> Iterator[Row]:
    """The rows of tickets."""
    with Archive(data) as archive:
        sheets = archive.sheets()
        if layout.sheet not in sheets:
            raise SourceError("sheet.no_sheet", file=data.name, sheet=layout.sheet, sheets="、".join(sheets))
        book = Book(archive)
        if names != CSV_COLUMNS:
            yield from _sheet(book, sheets[layout.sheet], layout, len(names), found)
            return
        rest = _continued(book, sheets.get(CONTINUED, ""))
        number = 0
        for place, part in enumerate(parts(sheets, layout.sheet)):
            for line, (start, end), values, more in _sheet(book, part, layout, len(names), found):
                number += 1
                for column, text in rest.get(number, ()):
                    values[column] += text
                yield line, (start + place * ROWS, end + place * ROWS), values, more


def parts(sheets: dict[str, str], first: str) -> list[str]:
    """The parts of a table's sheets: ours go on, ``tickets 2`` behind ``tickets``."""
    if not _OURS.match(first):
        return [sheets[first]]
    numbers = {int(match[1] or 1): part for name, part in sheets.items() if (match := _OURS.match(name))}
    return [numbers[number] for number in sorted(numbers)]


def _continued(book: Book, part: str) -> dict[int, list[tuple[int, str]]]:
    """What no cell holds: row -> column and text, in the order of the parts."""
    found: dict[int, list[tuple[int, str]]] = {}
    for _, cells in islice(Sheet(book, part).rows(), 1, None) if part else ():
        row, column, _, text = (cells.get(place, "") for place in range(len(REST)))
        if row.isdigit() and column in CSV_COLUMNS:
            found.setdefault(int(row), []).append((CSV_COLUMNS.index(column), text))
    return found


def _sheet(book: Book, part: str, layout: Layout, width: int, found: list[Finding]) -> Iterator[Row]:
    sheet = Sheet(book, part)
    sheet.find_merges()
    rows: Iterator[tuple[int, Cells]] = islice(sheet.rows(), layout.header, None)
    if sheet.merges.ranges:
        rows = _filled(rows, sheet, found)
    for line, cells in rows:
        values = [""] * width
        more = []
        for place, text in cells.items():
            if place < width:
                values[place] = text
            else:
                more.append((f"column {letters(place)}", text))
        yield line, (line, line + 1), values, more


def _filled(rows: Iterator[tuple[int, Cells]], sheet: Sheet, found: list[Finding]) -> Iterator[tuple[int, Cells]]:
    """Cells that were merged down say in each row what the first of them says."""
    waiting = [one for one in sheet.merges.ranges if one[1] > one[0]]
    begun: list[tuple[int, int, str]] = []
    at = 0
    for line, cells in rows:
        while at < len(waiting) and waiting[at][0] <= line:
            first, last, column, _ = waiting[at]
            text = cells.get(column, "") if first == line else ""
            at += 1
            if text:
                begun.append((last, column, text))
                name = letters(column)
                found.append(Finding(MERGED, first, None, {"cells": f"{name}{first}:{name}{last}", "text": text[:80]}))
        begun = [one for one in begun if one[0] >= line]
        for _, column, text in begun:
            cells.setdefault(column, text)
        yield line, cells
