"""Labels that a reviewer said are not the same: kept in the review, through the log, until it is undone.

They are kept as those are that are meant as they are though they contradict one another (``edits.deciding``).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import blake2b
from itertools import combinations, product

from db.edits.actions import carry_out
from db.edits.deciding import LABELS, differing, labels_value
from db.errors import EditError
from db.labels.counted import Field, named, tickets_of
from db.review import Review
from db.values import Changes, Summary

MOST = 400
"""Labels that are kept apart at once: each with each makes a line of the log."""

_BEGIN = f"{LABELS}:apart:"
_KEPT = "SELECT value FROM decided WHERE key GLOB ?"


def keep_apart(review: Review, field: Field, labels: Sequence[str], others: Sequence[str] = ()) -> Changes:
    """Say of labels that no two of them are one, or of a single one that it says something: one action of the log.

    With `others`: that none of them is one of the others, whatever they are among themselves. Raises EditError
    ``labels.none_apart`` for no label or more than `MOST`, and ``labels.unknown`` for one that no ticket has.
    """
    chosen = sorted({*labels, *others})
    if not 0 < len(chosen) <= MOST:
        raise EditError("labels.none_apart", most=MOST)
    tickets: set[int] = set()
    for label in chosen:
        found = tickets_of(review, field, label)
        if not found:
            raise EditError("labels.unknown", given=label, field=field)
        tickets.update(found)
    pairs = [*combinations(chosen, 2)] or [(chosen[0], chosen[0])]
    if others:
        pairs = sorted({(min(pair), max(pair)) for pair in product(labels, others) if pair[0] != pair[1]})
    values: dict[str, str | None] = {_key(field, pair): labels_value([(one,) for one in pair]) for pair in pairs}
    summary = Summary("labels.apart", {"n": len(tickets), "value": named(chosen)})
    with review.transaction():
        return carry_out(review, [], summary, decided=differing(review, values))


def kept_apart(review: Review, field: Field) -> frozenset[tuple[str, str]]:
    """All such pairs, each both ways round; a label with itself says something."""
    found: set[tuple[str, str]] = set()
    for (kept,) in review.execute(_KEPT, (f"{_BEGIN}{field}:*",)):
        (one,), (other,) = json.loads(kept)["labels"]
        found |= {(one, other), (other, one)}
    return frozenset(found)


def _key(field: Field, pair: tuple[str, str]) -> str:
    digest = blake2b(json.dumps(pair, ensure_ascii=False).encode(), digest_size=8).hexdigest()
    return f"{_BEGIN}{field}:{digest}"
