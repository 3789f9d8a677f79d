"""How a CSV file is written: separator, quoting, line ends. Tries what there is on the first rows, and takes what fits
best; `csv.Sniffer` guesses from letters and takes a text for a table.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Protocol

from db.formats.tables.plan import CSV, Layout
from db.records import replace

DELIMITERS = (",", "\t", ";", "|")
ROWS = 100
"""Rows that are looked at."""
LONGEST = 256 << 20
"""Characters of a cell; the module's own limit is for tables of numbers."""
_SAYS = re.compile(r"sep=(.)\r?\n?$", re.IGNORECASE)
_HALF = 0.5
_UNQUOTED = ("\t", "|")

csv.field_size_limit(LONGEST)


class _Reader(Protocol):
    """What `csv.reader` gives."""

    line_num: int

    def __iter__(self) -> Iterator[list[str]]: ...


def reader(lines: Iterator[str], layout: Layout) -> _Reader:
    """Rows of the lines of a file. Raises `csv.Error` where a quote is not closed, or text follows a closed one."""
    return csv.reader(
        lines,
        delimiter=layout.delimiter,
        quotechar=layout.quote or None,
        escapechar=layout.escape or None,
        doublequote=not layout.escape,
        quoting=csv.QUOTE_MINIMAL if layout.quote else csv.QUOTE_NONE,
        strict=bool(layout.quote),
    )


def sniff(text: str, preferred: str = "") -> Layout:
    """The layout of a table that begins with `text`, but for its header; `preferred` wins where separators tie."""
    newline = "\r\n" if "\r\n" in text else "\n" if "\n" in text or "\r" not in text else "\r"
    first, _, rest = text.partition("\n")
    said = _SAYS.match(first)
    if said is not None:
        return replace(_best(rest, said[1], (said[1],)), newline=newline, names=1, header=2)
    return replace(_best(text, preferred, DELIMITERS), newline=newline)


def _best(text: str, preferred: str, delimiters: Sequence[str]) -> Layout:
    ways = [('"', "", delimiters)]
    if '\\"' in text:
        ways.append(('"', "\\", delimiters))
    # tables of commas quote; where they do not, a quote that is not closed is a mistake
    ways.append(("", "", [one for one in delimiters if one in _UNQUOTED]))
    tried = [Layout(CSV, delimiter, quote, escape) for quote, escape, some in ways for delimiter in some]
    scores = [(_score(text, one), one.delimiter == preferred, -place) for place, one in enumerate(tried)]
    best = max(scores)
    if best[0] <= 0:
        return Layout(CSV, preferred or ",")
    return tried[-best[2]]


def _score(text: str, layout: Layout) -> float:
    """How well a layout fits: the share of rows that have the commonest width, more for quotes that are closed."""
    rows, broken = beginning(text, layout)
    widths = Counter(len(row) for row in rows)
    if not widths:
        return 0.0
    width, times = max(widths.items(), key=lambda one: (one[1], one[0]))
    if width < 2:
        return 0.0
    share = times / len(rows) * (_HALF if broken else 1)
    # a separator within quotes, seen without them, parts texts too
    loose = sum('"' in cell for row in rows for cell in row) if not layout.quote else 0
    return share + min(width, 50) / 1000 - min(_HALF, loose / (len(rows) * width)) * _HALF


def beginning(text: str, layout: Layout, most: int = ROWS) -> tuple[list[list[str]], bool]:
    """The first rows of a text that is cut somewhere, and whether one of them cannot be read."""
    lines = text.splitlines(keepends=True) if layout.newline != "\r" else _by_returns(text)
    rows: list[list[str]] = []
    try:
        for row in reader(iter(lines), layout):
            if row:
                rows.append(row)
            if len(rows) >= most:
                break
    except csv.Error as exc:
        return rows, "unexpected end" not in str(exc)
    return rows, False


def _by_returns(text: str) -> list[str]:
    return [f"{line}\n" for line in text.split("\r")]
