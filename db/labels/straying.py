"""Tickets whose label may not be: it is retired, or outside the taxonomy that tickets are held to. Only reads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Literal

from db.edits.terms import is_held, is_within, retired, terms
from db.labels.carriers import ALL, tickets_by
from db.labels.counted import FIELDS, Field
from db.records import dataclass
from db.review import Review

Reason = Literal["outside", "retired"]

OUTSIDE = "is:outside"
"""The condition of a ticket search that finds them."""


@dataclass(frozen=True, slots=True)
class Stray:
    """A label that may not be, why, and the tickets that have it, in order."""

    field: Field
    label: str
    reason: Reason
    tickets: tuple[int, ...]


def strays(review: Review, field: Field, held: bool | None = None) -> list[Stray]:
    """All such labels that tickets have, the commonest first; `held`: as if tickets were held to the taxonomy, or not.

    A ticket without a label is none of them.
    """
    known = terms(review, field)
    gone = retired(known)
    strict = is_held(review, field) if held is None else held
    if not strict and not gone:
        return []
    reasons: dict[str, Reason] = {}
    codes: dict[int, str] = {}
    for code, label in review.execute(ALL[field]):
        is_gone = is_within(field, label, gone)
        if label and (is_gone or (strict and label not in known)):
            reasons[label], codes[code] = "retired" if is_gone else "outside", label
    found = [Stray(field, one, reasons[one], tuple(ids)) for one, ids in tickets_by(review, field, codes).items()]
    return sorted(found, key=lambda one: (-len(one.tickets), one.label))


def answers(review: Review) -> Mapping[str, Callable[[str], Iterable[int]]]:
    """The conditions of a ticket search that labels answer, by name: for `Finder.answer`."""
    return {OUTSIDE: lambda _: {id_ for field in FIELDS for one in strays(review, field) for id_ in one.tickets}}
