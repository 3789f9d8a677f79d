"""Merged cells of a sheet that is written back: where one of them comes to say something else they are taken apart.

Each row then has in a cell of its own what it was read with, so that every program shows what Winnow does.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import islice

from db.formats.tables.sheets import Merge, Sheet

Texts = Mapping[int, Mapping[int, str]]
"""Row (from 1) -> column (from 0) -> text."""


def apart(
    sheet: Sheet, header: int, cells: Texts, drop: Collection[int]
) -> tuple[dict[int, dict[int, str]], frozenset[Merge]]:
    """The cells to write where these are wanted and rows are left out, and the merges that are no more. `header`: rows
    that are no tickets."""
    sheet.find_merges()
    touched = [one for one in sheet.merges.ranges if one[0] in drop or any(_within(one, cells))]
    lines = {line for first, last, _, _ in touched for line in range(first, last + 1)}
    body = {line: said for line, said in islice(sheet.rows(), header, None) if line in lines} if lines else {}
    new = {line: dict(said) for line, said in cells.items()}
    gone = set()
    for one in touched:
        first, last, column, _ = one
        left = [line for line in range(first, last + 1) if line in body and line not in drop]
        empty = [line for line in left if column not in body[line]]
        said = {new.get(line, {}).get(column) for line in left}
        if first in left and len(said) == 1 and set(_within(one, cells)) == {column}:
            for line in empty:  # all come to say the same, which the first of them says
                new[line].pop(column, None)
            continue
        gone.add(one)
        text = body.get(first, {}).get(column, "")
        for line in empty if text else ():
            new.setdefault(line, {}).setdefault(column, text)
    return {line: said for line, said in new.items() if said}, frozenset(gone)


def _within(one: Merge, cells: Texts) -> list[int]:
    """The columns of a merge in which something is to be written."""
    first, last, column, to = one
    return [place for line in range(first, last + 1) for place in cells.get(line, ()) if column <= place <= to]
