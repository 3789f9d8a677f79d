"""What the sheet for columns is given and gives: a table as the library has seen it, and the roles of columns.

Plain values and words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from db import sentences
from db.records import dataclass, replace
from qtapp.tasks import translate

OTHER = "other"
SEVERAL = ("category", "replies", OTHER, "aside")
"""Roles that more than one column can have."""
KEYS: Mapping[str, str] = {
    "title": "T",
    "category": "C",
    "problem": "P",
    "replies": "R",
    "conversation": "V",
    "speaker": "S",
    "root_cause": "W",
    "number": "N",
    "ticket": "G",
    OTHER: "O",
    "aside": "X",
}
"""Role -> the key that gives it to a column, in the order in which they are shown."""


def role_words(role: str) -> str:
    """What a role is called."""
    return sentences.column(role, translate)


@dataclass(frozen=True, slots=True)
class ColumnsOffer:
    """A table before it is imported; `rows` are its first ones, as texts."""

    file: str
    format: str
    encoding: str
    separator: str
    sheet: str
    sheets: tuple[str, ...]
    header: int
    names: tuple[str, ...]
    roles: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    findings: tuple[tuple[str, int, Mapping[str, object]], ...] = ()
    """Code, line and data of what is to be known of it."""

    @classmethod
    def of(cls, said: Mapping[str, Any]) -> ColumnsOffer:
        """What ``import --preview`` said of a file."""
        columns: Sequence[Mapping[str, str]] = said["columns"]
        return cls(
            said["file"],
            said["format"],
            said["encoding"],
            said["separator"] or "",
            said["sheet"] or "",
            tuple(said["sheets"]),
            said["header"],
            tuple(one["name"] for one in columns),
            tuple(one["role"] for one in columns),
            tuple(tuple(row) for row in said["rows"]),
            tuple((one["code"], one["line"], one["data"]) for one in said["findings"]),
        )

    def having(self, roles: Sequence[str]) -> ColumnsOffer:
        """The same with other roles."""
        return replace(self, roles=tuple(roles))

    @property
    def has_rows_above(self) -> bool:
        """Whether names may stand in any of the first rows."""
        return self.format in ("csv", "xlsx")

    def first(self, role: str) -> list[str]:
        """What the first row says in the columns of a role."""
        row = self.rows[0] if self.rows else ()
        places = [place for place, one in enumerate(self.roles) if one == role and place < len(row)]
        return [row[place] for place in places if row[place].strip()]


def with_role(roles: Sequence[str], place: int, role: str) -> list[str]:
    """Roles after one column got another; of a role that one column alone has, the column that had it is a field."""
    found = [OTHER if one == role and role not in SEVERAL else one for one in roles]
    found[place] = role
    return found


def is_enough(roles: Sequence[str]) -> bool:
    """Whether rows can be tickets: one column is their title, or their problem."""
    return "title" in roles or "problem" in roles
