"""What the record of an export says, as frozen records. Numbers and names; no words of a language."""

from __future__ import annotations

from typing import Literal

from db.records import dataclass

Why = Literal[
    "merged",
    "relabelled",
    "accepted",
    "masked",
    "reworded",
    "rewritten",
    "excluded",
    "deduplicated",
    "reviewed",
    "noted",
    "decided",
]
"""Why a ticket is not as its source has it, or what was decided of it."""


@dataclass(frozen=True, slots=True)
class Output:
    """A file that was written: its name, bytes, and the SHA-256 of them in hexadecimal digits."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """A file that tickets come from: how many the review has of it, and how many of them were written."""

    name: str
    size: int
    sha256: str
    tickets: int
    written: int


@dataclass(frozen=True, slots=True)
class Count:
    """Tickets of a category ('' for none) as the sources have it, and in what was written."""

    label: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Deed:
    """What one reviewer did for one reason: actions that stand, the tickets they are about, and from when to when."""

    why: Why
    reviewer: str
    actions: int
    tickets: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Move:
    """A label in the place of another ('' for none), and on how many tickets."""

    field: Literal["category", "root_cause"]
    old: str
    new: str
    tickets: int


@dataclass(frozen=True, slots=True)
class Mask:
    """Kinds of personal data that were masked together, in how many places."""

    kinds: tuple[str, ...]
    places: int


@dataclass(frozen=True, slots=True)
class Made:
    """What an export has made: its files, the tickets in them, how many were left out and why (code -> number), and its
    options (code, value), in their order."""

    outputs: tuple[Output, ...]
    tickets: tuple[int, ...]
    left_out: tuple[tuple[str, int], ...]
    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Account:
    """All that a record says: `tickets` are all that the review has, `written` those of them in the files."""

    review: str
    version: str
    at: str
    by: str
    tickets: int
    written: int
    left_out: tuple[tuple[str, int], ...]
    options: tuple[tuple[str, str], ...]
    outputs: tuple[Output, ...]
    sources: tuple[SourceFacts, ...]
    categories: tuple[Count, ...]
    moves: tuple[Move, ...]
    masks: tuple[Mask, ...]
    deeds: tuple[Deed, ...]
