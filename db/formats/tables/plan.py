"""How a table is read, as a value that is stored with its source: how it is laid out, and what each column is.

Plain values; how they are found out stands in `guessing` and in the module of each kind of file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from db.errors import SourceError
from db.formats.exchange import CSV_COLUMNS
from db.records import dataclass, field
from db.values import CATEGORY, CONVERSATION, FIELDS, NOTE, PROBLEM, REPLIES, ROOT_CAUSE, STATUS, TITLE

SPEAKER, NUMBER, OTHER, ASIDE = "speaker", "number", "other", "aside"
"""Roles of columns besides the fields of a ticket: who says the replies of the row; its number; a field of its own;
kept in the file and not shown."""
GROUP = "ticket"
"""Rows that follow one another and have the same value there are one ticket, a message a row."""
RAW, CAUSES = "category_raw", "root_causes"
ROLES = (TITLE, CATEGORY, PROBLEM, REPLIES, CONVERSATION, SPEAKER, ROOT_CAUSE, NUMBER, GROUP, OTHER, ASIDE)
"""What a reviewer can say that a column is."""
OWN_ROLES = (*ROLES, RAW, CAUSES, FIELDS, STATUS, NOTE)
"""And what columns of our own exports are besides."""
SEVERAL = (CATEGORY, REPLIES, OTHER, ASIDE)
"""Roles that more than one column can have."""

CSV, XLSX, JSON, PARQUET = "csv", "xlsx", "json", "parquet"
KINDS = (CSV, XLSX, JSON, PARQUET)
"""Formats of a source that are read with a plan."""
TABLE = "table"
"""Key of a plan in the dialect of a source."""

TEXT, OWN_LINES, LISTED = "text", "own", "listed"
"""How a cell of text holds turns: it is one; lines as our own exports have them; JSON. Else a style of `speakers`."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name in the file, what it is, and how its cells hold turns."""

    name: str
    role: str = OTHER
    form: str = TEXT


@dataclass(frozen=True, slots=True)
class Layout:
    """How a table lies in its file."""

    kind: str
    delimiter: str = ","
    quote: str = '"'
    """'' where nothing is quoted."""
    escape: str = ""
    """What stands before a quote within quotes; '' where it is doubled."""
    newline: str = "\n"
    header: int = 1
    """Rows above the first ticket; 0 where the columns have no names."""
    names: int = 0
    """Which of them, from 0, has the names."""
    sheet: str = ""
    path: tuple[str, ...] = ()
    """Of a JSON file: the keys that lead to its rows."""
    beside: tuple[tuple[str, ...], ...] = ()
    """The same of further lists, which are one table with those."""
    shape: str = ""
    """Of a JSON file: ``lines``, ``objects`` (a list of them), ``named`` (an object of them), ``one`` or ``lists``."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How a table is read."""

    layout: Layout
    columns: tuple[Column, ...]
    separator: str = "｜"
    """Between the names of a category in one cell."""
    escaped: bool = False
    """Cells that a spreadsheet would run have an apostrophe before them, as our exports write them."""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns: the shape of the table."""
        return tuple(column.name for column in self.columns)

    @property
    def is_own(self) -> bool:
        """Whether we exported it."""
        return self.names == CSV_COLUMNS

    def having(self, role: str) -> list[int]:
        """The places of the columns that have a role."""
        return [place for place, column in enumerate(self.columns) if column.role == role]

    @property
    def categories(self) -> list[int]:
        """The places of the columns of the category, its levels in their order."""
        return sorted(self.having(CATEGORY), key=lambda place: level(self.columns[place].name))

    def dialect(self) -> dict[str, object]:
        """As JSON-able data, in the dialect of a source."""
        layout: dict[str, Any] = {name: getattr(self.layout, name) for name in Layout.__match_args__}
        columns = [[column.name, column.role, column.form] for column in self.columns]
        table = {"layout": layout, "columns": columns, "escaped": self.escaped}
        return {"layout": {"separator": self.separator}, TABLE: table}

    @classmethod
    def of(cls, dialect: Mapping[str, object]) -> Plan | None:
        """The plan that `dialect` was made of; None where there is none."""
        table: Any = dialect.get(TABLE)
        if not isinstance(table, Mapping):
            return None
        layout: dict[str, Any] = dict(table["layout"])
        layout["path"] = tuple(layout["path"])
        layout["beside"] = tuple(map(tuple, layout.get("beside", ())))
        style: Any = dialect["layout"]
        columns = tuple(Column(*one) for one in table["columns"])
        return cls(Layout(**layout), columns, style["separator"], table["escaped"])


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody says of a table before it is read; what is not said is found out."""

    roles: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Role -> names of its columns."""
    sheet: str = ""
    header: int | None = None
    """Number of rows with names at the top; 0 for none."""
    own: bool = False
    """JSONL is in the form that our exports have, whatever else stands in it."""
    weak: bool = False
    """What is remembered of the shape counts more, and columns may be missing: the source was read so before."""

    @classmethod
    def again(cls, format: str, dialect: Mapping[str, object]) -> Asked:
        """What is known of a source that was read before; its columns may have come to be others."""
        plan = Plan.of(dialect)
        if plan is None:
            return cls(own=format == "jsonl")
        roles: dict[str, tuple[str, ...]] = {}
        for column in plan.columns:
            roles[column.role] = (*roles.get(column.role, ()), column.name)
        return cls(tuple(roles.items()), plan.layout.sheet, plan.layout.header, weak=True)


NOTHING = Asked()


@dataclass(frozen=True, slots=True)
class Survey:
    """What a look at the beginning of a table shows: names of columns, and first rows as values of these columns."""

    layout: Layout
    names: tuple[str, ...]
    rows: Sequence[Sequence[Any]]
    lines: Sequence[int] = ()
    """Line or row of the file in which each of them begins."""
    sheets: tuple[str, ...] = ()
    notes: tuple[tuple[str, int, Mapping[str, object]], ...] = field(default_factory=tuple)
    """Findings: code, line, data."""


_LEVEL = re.compile(r"\s*([一二三四五])级|.*?\D(\d{1,2})\s*$")


def level(name: str) -> int:
    """Which level of a category a column is by its name, from 1; 0 for a name that says none."""
    match = _LEVEL.match(name)
    if match is None:
        return 0
    return "一二三四五".index(match[1]) + 1 if match[1] else int(match[2])


def named(cells: Sequence[str], most: int) -> tuple[str, ...]:
    """Names for `most` columns, each once: those of a header where it has any, else by number."""
    found: dict[str, None] = {}
    for place in range(most):
        name = (cells[place].strip() if place < len(cells) else "") or f"column {place + 1}"
        unique, number = name, 2
        while unique in found:
            unique, number = f"{name} ({number})", number + 1
        found[unique] = None
    return tuple(found)


def good_roles(name: str, columns: Sequence[Column]) -> None:
    """Refuse what cannot be: SourceError ``table.role_twice`` and ``table.no_title``."""
    for role in OWN_ROLES:
        having = [column.name for column in columns if column.role == role]
        if role not in SEVERAL and len(having) > 1:
            raise SourceError("table.role_twice", file=name, field=role, columns="、".join(having))
    if not any(column.role in (TITLE, PROBLEM) for column in columns):
        shown = "、".join(column.name for column in columns[:12])
        raise SourceError("table.no_title", file=name, columns=shown)
