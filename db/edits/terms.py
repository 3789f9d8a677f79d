"""The taxonomy that a review keeps: what was said of a label, which may not be given any more, whether tickets are held
to it. Decisions as others (`deciding`), with the label itself in their key; below the rooms that offer and give labels.

A category is retired with all below it.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache

from db import store
from db.edits.columns import AMONG
from db.errors import EditError
from db.records import dataclass
from db.review import Review
from db.values import CATEGORY, PATH_SEPARATOR, TAXONOMY

HELD = "held"

_KEPT = "SELECT key, value FROM decided WHERE key > ? AND key < ?"
_NAMED = f"SELECT key, value FROM decided WHERE key {AMONG}"


@dataclass(frozen=True, slots=True)
class Term:
    """What the taxonomy says of a label: a definition, an example as text and, where it is one of the review, its
    ticket (0 for none), and whether the label may not be given any more."""

    definition: str = ""
    example: str = ""
    ticket: int = 0
    retired: bool = False


def key(field: str, label: str) -> str:
    """The key of a label's term, and of whether a field is held (`field` `HELD`, the field itself as the label)."""
    return f"{TAXONOMY}:{field}:{label}"


def value(term: Term) -> str:
    """What is kept of a term: what it has, and nothing else."""
    return json.dumps({name: said for name in Term.__match_args__ if (said := getattr(term, name))}, ensure_ascii=False)


@lru_cache(maxsize=8192)
def term_of(kept: str) -> Term:
    """What `value` has written."""
    return Term(**json.loads(kept))


def terms(review: Review, field: str) -> dict[str, Term]:
    """All that the taxonomy of a field says: label -> term."""
    begin = key(field, "")
    found = review.execute(_KEPT, (begin, f"{begin}\U0010ffff"))
    return {name[len(begin) :]: term_of(kept) for name, kept in found}


def retired(said: Mapping[str, Term]) -> frozenset[str]:
    """Those that may not be given any more, of what `terms` found; of what is below them it says nothing."""
    return frozenset(label for label, term in said.items() if term.retired)


def is_held(review: Review, field: str) -> bool:
    """Whether the labels of tickets have to be in the taxonomy."""
    return review.execute("SELECT 1 FROM decided WHERE key = ?", (key(HELD, field),)).fetchone() is not None


def lineage(field: str, label: str) -> list[str]:
    """A label and, of a category, all that it is below."""
    if field != CATEGORY:
        return [label]
    names = store.path(label)
    return [PATH_SEPARATOR.join(names[:depth]) for depth in range(1, len(names) + 1)]


def is_within(field: str, label: str, labels: Collection[str]) -> bool:
    """Whether a label, or one that it is below, is among these."""
    return bool(labels) and any(one in labels for one in lineage(field, label))


def refuse_retired(review: Review, field: str, labels: Iterable[str], but: str = "") -> None:
    """EditError ``labels.retired`` where one of these may not be given any more, for other reasons than `but`."""
    known = lineage(field, but)
    asked = {key(field, one): label for label in labels for one in lineage(field, label) if one not in known}
    for found, kept in review.execute(_NAMED, (json.dumps(list(asked)),)).fetchall() if asked else ():
        if term_of(kept).retired:
            raise EditError("labels.retired", field=field, given=asked[found])
