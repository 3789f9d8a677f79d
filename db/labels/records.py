"""What this room says of labels."""

from __future__ import annotations

from typing import Literal

from db.records import dataclass

Field = Literal["category", "root_cause"]
FIELDS: tuple[Field, ...] = ("category", "root_cause")


@dataclass(frozen=True, slots=True)
class Label:
    """One spelling and the number of its tickets. `path` are the names of a category; a root cause is its only name."""

    text: str
    tickets: int
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Variants:
    """Labels that are probably one, the most used first; `proposed` is the spelling for all of them, '' for none.

    `method` is the loosest reading that made them one: ``separator``, ``spelling``, ``order``, ``filler``, ``shared``,
    ``near``; or ``says-nothing``, of root causes that name no cause.
    """

    field: Field
    labels: tuple[Label, ...]
    proposed: str
    method: str

    @property
    def tickets(self) -> int:
        """Uses of all of them."""
        return sum(one.tickets for one in self.labels)
