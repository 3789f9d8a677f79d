"""A page as Markdown. Names of a dataset stay text: none becomes a link, a picture or HTML."""

from __future__ import annotations

from db.formats import escaped
from db.recording.table import Bar, Cell, Page, Table

WIDTH = 20
"""Characters of the longest bar."""


def markdown(page: Page) -> str:
    """The whole file."""
    parts = [f"# {escaped(page.heading)}", *map(escaped, page.paragraphs), *map(_table, page.tables)]
    return "\n\n".join(parts) + "\n"


def _table(table: Table) -> str:
    parts = [f"## {escaped(table.heading)}"]
    parts += [escaped(words) for words in (table.note, table.empty) if words]
    if table.rows:
        numbers = [not isinstance(cell, str) for cell in table.rows[0]]
        ruler = ["---:" if number else "---" for number in numbers]
        lines = [table.columns, ruler, *([_cell(one) for one in row] for row in table.rows)]
        parts.append("\n".join(f"| {' | '.join(line)} |" for line in lines))
    return "\n\n".join(parts)


def _cell(cell: Cell) -> str:
    if isinstance(cell, str):
        return escaped(cell)
    if isinstance(cell, int):
        return f"{cell:,}"
    return f"{_bar(cell)} {cell.number:,}".lstrip()


def _bar(bar: Bar) -> str:
    length = round(WIDTH * bar.number / bar.most) if bar.most else 0
    return ("░" if bar.is_old else "█") * (max(length, 1) if bar.number else 0)
