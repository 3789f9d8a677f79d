"""A table as an Excel workbook (XLSX). Text stays text: nothing in it becomes a formula, a link or a number.

A sheet holds a little over a million rows and a cell 32,767 characters: what is beyond goes to further sheets, never
away. Written row by row, so that the memory does not grow with the table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any

from db.formats.exchange import Cell

MADE = datetime(1980, 1, 1)
"""When every workbook says that it was made: the same tickets give the same bytes, whenever they are written."""

ROWS, CHARACTERS = 1_048_576, 32_767
"""What Excel holds at most: rows of a sheet, characters of a cell."""
SHEET, CONTINUED = "tickets", "continued"
REST = ("row", "column", "part", "text")
"""Columns of the sheet of what no cell holds: the row and the column that it continues, from part 2 on."""
WIDE = 40
"""Width of a column, in characters."""


class _Sink:
    """A file that can only be written to: the archive is made without going back in it."""

    def __init__(self, write: Callable[[bytes], None]) -> None:
        self._write = write
        self._has_failed = False

    def write(self, data: bytes) -> int:
        """Add bytes. What is still written once that has failed goes nowhere: the archive is finished all the same."""
        if not self._has_failed:
            self._has_failed = True
            self._write(data)
            self._has_failed = False
        return len(data)

    def flush(self) -> None:
        """Nothing waits here."""


def write_workbook(write: Callable[[bytes], None], columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """Write a table; `write` is given the bytes of the file, in order. Raises OSError as the system raises it."""
    import xlsxwriter

    book = xlsxwriter.Workbook(_Sink(write), {"constant_memory": True})
    book.set_properties({"created": MADE})
    try:
        table = _Table(book, columns)
        for row in rows:
            table.add(row)
    finally:
        _close(book)


def _close(book: Any) -> None:
    """Write what the book has gathered; an error of the system is raised as such, not as one of the library."""
    from xlsxwriter.exceptions import FileCreateError

    try:
        book.close()
    except FileCreateError as exc:
        raise (exc.__context__ or exc) from None


class _Table:
    """The sheets of one table as they fill."""

    def __init__(self, book: Any, columns: Sequence[str]) -> None:
        self._book, self._columns = book, columns
        self._bold = book.add_format({"bold": True})
        self._sheets = 0
        self._number = 1
        self._rest: Any = None
        self._rest_at = 0
        self._begin()

    def _begin(self) -> None:
        self._sheets += 1
        self._sheet = self._book.add_worksheet(SHEET if self._sheets == 1 else f"{SHEET} {self._sheets}")
        self._sheet.freeze_panes(1, 0)
        self._sheet.set_column(0, len(self._columns) - 1, WIDE)
        for place, name in enumerate(self._columns):
            self._sheet.write_string(0, place, name, self._bold)
        self._at = 1

    def add(self, row: Sequence[Cell]) -> None:
        """One row more."""
        if self._at == ROWS:
            self._begin()
        for place, cell in enumerate(row):
            if isinstance(cell, int):
                self._sheet.write_number(self._at, place, cell)
            elif cell:
                parts = pieces(cell)
                self._sheet.write_string(self._at, place, parts[0])
                for part, text in enumerate(parts[1:], 2):
                    self._continue(self._columns[place], part, text)
        self._at += 1
        self._number += 1

    def _continue(self, column: str, part: int, text: str) -> None:
        if self._rest is None:
            self._rest = self._book.add_worksheet(CONTINUED)
            for place, name in enumerate(REST):
                self._rest.write_string(0, place, name, self._bold)
            self._rest_at = 1
        self._rest.write_number(self._rest_at, 0, self._number)
        self._rest.write_string(self._rest_at, 1, column)
        self._rest.write_number(self._rest_at, 2, part)
        self._rest.write_string(self._rest_at, 3, text)
        self._rest_at += 1


def pieces(text: str) -> list[str]:
    """A text in pieces that a cell holds. Excel counts a character outside the basic plane as two."""
    if len(text) * 2 <= CHARACTERS:
        return [text]
    found, start, room = [], 0, CHARACTERS
    for place, sign in enumerate(text):
        size = 2 if ord(sign) > 0xFFFF else 1
        if size > room:
            found.append(text[start:place])
            start, room = place, CHARACTERS
        room -= size
    return [*found, text[start:]]
