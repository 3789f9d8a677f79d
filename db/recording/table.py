"""What a page of a record is made of, whatever it is written as. Values only."""

from __future__ import annotations

from typing import TypeAlias

from db.records import dataclass


@dataclass(frozen=True, slots=True)
class Bar:
    """A number that is drawn as a bar, as a share of the `most` of its column; `is_old`: what was before."""

    number: int
    most: int
    is_old: bool = False


Cell: TypeAlias = str | int | Bar


@dataclass(frozen=True, slots=True)
class Table:
    """A heading with a table under it; `note` stands between, `empty` in the place of a table without rows."""

    heading: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""
    empty: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A whole page, in one language (as HTML names it)."""

    language: str
    heading: str
    paragraphs: tuple[str, ...]
    tables: tuple[Table, ...]
