"""The cells of rows of CSV where they stand, and rows with some cells written anew: quoted as they were, or as need be.

Knows the text of a few rows, no file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from db.formats.tables.plan import Layout
from db.formats.tables.sniffing import reader

Span = tuple[int, int]


@lru_cache(maxsize=32)
def _cell(layout: Layout) -> re.Pattern[str]:
    mark, quote, escape = (re.escape(one) for one in (layout.delimiter, layout.quote, layout.escape))
    if not quote:
        return re.compile(rf"[^{mark}\r\n]*")
    if escape:
        return re.compile(
            rf"{quote}(?:[^{quote}{escape}]|{escape}.)*{quote}|(?:[^{mark}\r\n{escape}]|{escape}.)*", re.DOTALL
        )
    return re.compile(rf"{quote}(?:[^{quote}]|{quote}{quote})*{quote}|[^{mark}\r\n]*")


def spans(text: str, layout: Layout) -> list[list[Span]]:
    """Rows of a text -> where each of their cells stands, quotes included; rows in which there is nothing left out."""
    match = _cell(layout).match
    rows: list[list[Span]] = []
    row: list[Span] = []
    at = 0
    while at <= len(text):
        found = match(text, at)
        end = found.end() if found is not None else at
        row.append((at, end))
        if text[end : end + 1] == layout.delimiter:
            at = end + 1
            continue
        if len(row) > 1 or row[0][1] > row[0][0]:
            rows.append(row)
        row = []
        at = end + (2 if text[end : end + 2] == "\r\n" else 1)
        if at >= len(text):
            break
    return rows


def values(text: str, layout: Layout) -> list[list[str]]:
    """The same as the reader gives them."""
    return [row for row in reader(_lines(text, layout), layout) if row and (len(row) > 1 or row[0].strip())]


def _lines(text: str, layout: Layout) -> Iterator[str]:
    for line in re.split("(?<=\r)" if layout.newline == "\r" else "(?<=\n)", text):
        if line:
            yield line.replace("\r", "\n") if layout.newline == "\r" else line


def written(text: str, layout: Layout, changes: Mapping[tuple[int, int], str]) -> str:
    """Rows with other cells, (row, column) -> value. A row that is too short gets the cells that it lacks.

    ValueError where a table that quotes nothing cannot hold a value.
    """
    rows = spans(text, layout)
    edits: list[tuple[int, int, str]] = []
    for at, row in enumerate(rows):
        lacking = sorted(place for number, place in changes if number == at and place >= len(row))
        for place, (start, end) in enumerate(row):
            if (at, place) in changes:
                edits.append((start, end, rendered(changes[at, place], text[start:end], layout)))
        if lacking:
            cells = [rendered(changes.get((at, place), ""), "", layout) for place in range(len(row), lacking[-1] + 1)]
            edits.append((row[-1][1], row[-1][1], "".join(layout.delimiter + cell for cell in cells)))
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def rendered(value: str, old: str, layout: Layout) -> str:
    """A cell as the table writes it."""
    end = "\r\n" if "\r\n" in old else "\r" if layout.newline == "\r" else "\n"
    value = value.replace("\r\n", "\n").replace("\n", end) if end != "\n" else value
    signs = (layout.delimiter, "\n", "\r")
    if not layout.quote:
        if any(sign in value for sign in signs):
            raise ValueError("nothing is quoted in this table")
        return value
    quote, escape = layout.quote, layout.escape
    needed = any(sign in value for sign in (*signs, quote, *([escape] if escape else [])))
    # a cell that is empty and alone in its row would be no row at all
    if not needed and not old.startswith(quote):
        return value
    if escape:
        value = value.replace(escape, escape + escape).replace(quote, escape + quote)
    else:
        value = value.replace(quote, quote + quote)
    return f"{quote}{value}{quote}"
