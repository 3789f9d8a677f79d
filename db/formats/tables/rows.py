"""Rows as tickets: one each, or those of one ticket together. Tells of cells that are very large."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from db.formats.tables.mapping import Mapper
from db.formats.tables.texts import text_of
from db.values import Finding, Record

Row = tuple[int, tuple[int, int], Sequence[Any], Sequence[tuple[str, str]]]
LARGE = "table.large_cell"
_LARGE = 1 << 20
"""Bytes of a row, or signs of a cell, that are worth telling of."""


def records(rows: Iterable[Row], mapper: Mapper, found: list[Finding]) -> Iterator[Record]:
    """The tickets of the rows of a table."""
    if mapper.group >= 0:
        return _grouped(rows, mapper, found)
    return _single(rows, mapper, found)


def _single(rows: Iterable[Row], mapper: Mapper, found: list[Finding]) -> Iterator[Record]:
    make = mapper.record
    for ordinal, (line, span, values, more) in enumerate(rows):
        record = make((values,), line, span, more)
        if len(record.problem) > _LARGE or span[1] - span[0] > _LARGE:
            _tell_large(values, mapper, line, ordinal, found)
        yield record


def _tell_large(values: Sequence[Any], mapper: Mapper, line: int, ordinal: int, found: list[Finding]) -> None:
    for column, value in zip(mapper.plan.columns, values, strict=False):
        size = len(text_of(value))
        if size > _LARGE:
            found.append(Finding(LARGE, line, ordinal, {"column": column.name, "n": size}))


def _grouped(rows: Iterable[Row], mapper: Mapper, found: list[Finding]) -> Iterator[Record]:
    """Rows that follow one another and have the same value in the ticket's column are one ticket."""
    number = [0]

    def key(row: Row) -> object:
        said = text_of(row[2][mapper.group]).strip()
        if not said:
            number[0] += 1  # a row that names no ticket is one of its own
        return said or number[0]

    for _, some in groupby(rows, key):
        listed = list(some)
        line, (start, _), _, _ = listed[0]
        more = [pair for row in listed for pair in row[3]]
        yield mapper.record([row[2] for row in listed], line, (start, listed[-1][1][1]), more)
