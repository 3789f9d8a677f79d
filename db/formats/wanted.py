"""What is to be written differently of a source: the edits of a ticket, whatever format it stands in. Plain values."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from db.records import dataclass, field


@dataclass(frozen=True, slots=True)
class Rewrite:
    """What is to be written differently of one ticket."""

    spans: Mapping[str, tuple[int, int]]
    """Where it stands, as the reader found it."""
    edits: Mapping[str, object] = field(default_factory=dict)
    """Name of a source field -> its value: text, a category path, turns; None for a conversation that is none."""
    drop: bool = False
    """The whole ticket is left out."""


Refuse = Callable[[Rewrite, str], None]
"""Told of a ticket that would be read differently than wanted, with the name that `held` gives; it may raise."""
