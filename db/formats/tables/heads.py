"""Where the names of columns stand: which of the first rows has them, what stands above, whether a second follows."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from db.formats.tables.names import known

LOOKED = 8
"""Rows in which names are looked for."""
LONGEST = 60
"""Characters of a name."""
TWO, ABOVE, WIDE, TAKEN = "table.two_headers", "table.above", "table.wide", "table.names"
MANY = 500
"""Columns that are worth telling of."""
_DIGITS = re.compile(r"\d+")
_SENTENCE = re.compile("[，。！？；!?]")
Note = tuple[str, int, Mapping[str, object]]
"""A finding: code, line, data."""


class Head(NamedTuple):
    """Rows above the first ticket, and which of them (from 0) has the names."""

    header: int
    names: int


def find(
    rows: Sequence[Sequence[str]], lines: Sequence[int], asked: int | None, skipped: int = 0
) -> tuple[Head, tuple[Note, ...]]:
    """The head of a table, with findings; `skipped` rows at the top are none of it, `asked` is what somebody says."""
    if asked is not None:
        header = min(asked, len(rows))
        return Head(header, _best(rows[:header], skipped) if header else 0), ()
    width = max((len(row) for row in rows[: LOOKED * 4]), default=0)
    first = _best(rows[:LOOKED], skipped)
    is_said = sum(known(cell) is not None for cell in rows[first]) > 1
    columns = [] if is_said else _below(rows[first], rows[first + 1 :])
    if not _is_head(rows[first], width) or any(_is_alike(*one) for one in columns):
        return Head(skipped, 0), ()
    notes: list[Note] = []
    if not is_said and not any(_is_other(*one) for one in columns):
        text = "、".join(cell for cell in rows[first] if cell)[:80]
        notes.append((TAKEN, lines[first], {"text": text, "rows": first}))
    if first > skipped:
        text = " ".join(cell for cell in rows[skipped] if cell)[:80]
        notes.append((ABOVE, lines[skipped], {"text": text}))
    header = first + 1
    while header < min(len(rows), first + 3) and _is_second(rows[first], rows[header]):
        notes.append((TWO, lines[header], {"text": "、".join(cell for cell in rows[header] if cell)[:80]}))
        header += 1
    return Head(header, first), tuple(notes)


def _best(rows: Sequence[Sequence[str]], skipped: int) -> int:
    """The row with most names that are known, the first of those with as many; one name alone is chance where a row
    above has as many cells."""
    scores = [sum(known(cell) is not None for cell in row) for row in rows]
    full = [sum(bool(cell.strip()) for cell in row) for row in rows]
    best = max(scores[skipped:], default=0)
    at = scores.index(best, skipped) if best else skipped
    if best > 1 or (best and all(one < full[at] for one in full[skipped:at])):
        return at
    most = max(full[skipped:], default=0)
    # a line above the table has one cell or two
    return next((at for at in range(skipped, len(rows)) if full[at] > 1 or full[at] == most), skipped)


def _is_head(row: Sequence[str], width: int) -> bool:
    """Whether cells are names: one is known, or all are short, none is a number, and no two are the same."""
    cells = [cell.strip() for cell in row if cell.strip()]
    if not cells:
        return False
    if any(known(cell) is not None for cell in cells) and all(len(cell) <= LONGEST for cell in cells):
        return True
    plain = all(len(cell) <= LONGEST // 3 and "\n" not in cell and not _is_number(cell) for cell in cells)
    return plain and len(set(cells)) == len(cells) and len(cells) >= max(1, width - 1)


def _below(row: Sequence[str], rows: Sequence[Sequence[str]]) -> list[tuple[str, list[str]]]:
    """Each cell of a row, and what stands below it; a row that says the same once more tells nothing."""
    others = [one for one in rows if one != row]
    said = [[one[place].strip() for one in others if place < len(one)] for place in range(len(row))]
    return [
        (cell.strip(), [one for one in below if one]) for cell, below in zip(row, said, strict=True) if cell.strip()
    ]


def _is_alike(cell: str, below: Sequence[str]) -> bool:
    """Whether a cell is one of those below it: it stands there too, but for its digits, or all are sentences."""
    form = _DIGITS.sub("0", cell)
    if any(form == _DIGITS.sub("0", one) for one in below):
        return True
    sentences = sum(_SENTENCE.search(one) is not None for one in below)
    return _SENTENCE.search(cell) is not None and sentences > len(below) / 2


def _is_other(cell: str, below: Sequence[str]) -> bool:
    """Whether a cell is none of those below it, which are numbers, or all far longer."""
    if all(map(_is_number, below)):
        return bool(below)
    return len(below) > 2 and min(map(len, below)) > 2 * len(cell)


def _is_second(first: Sequence[str], row: Sequence[str]) -> bool:
    """Whether a row names the columns once more: in another language, or what belongs to a name above several."""
    cells = [cell.strip() for cell in row if cell.strip()]
    if len(cells) < 2 or any(len(cell) > LONGEST // 3 for cell in cells):
        return False
    said = sum(known(cell) is not None for cell in cells)
    return said >= 2 and said >= len(cells) / 2


def _is_number(cell: str) -> bool:
    return cell.replace(".", "", 1).replace("-", "").replace(":", "").replace("/", "").isdigit()


def names(rows: Sequence[Sequence[Any]], head: Head) -> list[str]:
    """The name of each column; where there are two rows of names, those of the second fill what the first leaves
    empty, or has twice."""
    if not head.header:
        return []
    cells = [str(cell) for cell in rows[head.names]]
    for row in rows[head.names + 1 : head.header]:
        for place, cell in enumerate(str(one).strip() for one in row):
            if place >= len(cells):
                cells.append(cell)
            elif not cells[place].strip() or (cell and cells.count(cells[place]) > 1):
                cells[place] = cell or cells[place]
    return cells


def wide(width: int, line: int) -> tuple[Note, ...]:
    """A finding where a table has very many columns."""
    return ((WIDE, line, {"n": width}),) if width > MANY else ()
