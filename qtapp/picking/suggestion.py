"""What a picker offers: a value that exists. A value, no more."""

from __future__ import annotations

from collections.abc import Callable

from db.records import dataclass

Explain = Callable[[str], str]
"""What a value means, '' where nobody has said."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A value that exists: what is chosen, how it is called, how many tickets have it (0: not said), and what it means,
    where somebody has said so."""

    value: object
    label: str
    count: int = 0
    note: str = ""


def unsaid(_: str) -> str:
    """Where nobody says what values mean."""
    return ""
