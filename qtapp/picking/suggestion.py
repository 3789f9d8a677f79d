"""What a picker offers: a value that exists. A value, no more."""

from __future__ import annotations

from db.records import dataclass


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A value that exists: what is chosen, how it is called, and how many tickets have it (0: not said)."""

    value: object
    label: str
    count: int = 0
