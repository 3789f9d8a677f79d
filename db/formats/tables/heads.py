"""Where the names of columns stand: which of the first rows has them, what stands above, whether a second follows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from db.formats.tables.names import known

LOOKED = 8
"""Rows in which names are looked for."""
LONGEST = 60
"""Characters of a name."""
TWO, ABOVE, WIDE = "table.two_headers", "table.above", "table.wide"
MANY = 500
"""Columns that are worth telling of."""
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
    if not _is_head(rows[first], width):
        return Head(skipped, 0), ()
    notes: list[Note] = []
    if first > skipped:
        text = " ".join(cell for cell in rows[skipped] if cell)[:80]
        notes.append((ABOVE, lines[skipped], {"text": text}))
    header = first + 1
    while header < min(len(rows), first + 3) and _is_second(rows[first], rows[header]):
        notes.append((TWO, lines[header], {"text": "、".join(cell for cell in rows[header] if cell)[:80]}))
        header += 1
    return Head(header, first), tuple(notes)


def _best(rows: Sequence[Sequence[str]], skipped: int) -> int:
    """The row with most names that are known; the first of those with as many."""
    scores = [sum(known(cell) is not None for cell in row) for row in rows]
    best = max(scores[skipped:], default=0)
    if best:
        return scores.index(best, skipped)
    full = [sum(bool(cell.strip()) for cell in row) for row in rows]
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
