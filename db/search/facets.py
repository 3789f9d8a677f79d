"""Counts beside the list: how many tickets each status, category, root cause and source has under the other filters."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import reduce
from typing import TYPE_CHECKING, get_args

from db.review import Review
from db.search.columns import Columns
from db.search.evaluate import Evaluator
from db.search.fields import Facet
from db.search.lazy import np
from db.search.query import Query, both
from db.values import PATH_SEPARATOR, Status

if TYPE_CHECKING:
    from db.search.columns import Flags, Integers

MOST_CAUSES = 1000
"""The commonest are named; prose root causes can be as many as tickets."""


@dataclass(frozen=True, slots=True)
class Facets:
    """Counts under a query, each without what was chosen in its own facet. Values with no ticket are left out.

    `categories` by path (() for none), causes commonest first, sources in order as (id, name, count). `edited` counts
    what is edited; `total` what the whole query finds.
    """

    status: Mapping[Status, int] = field(default_factory=dict)
    categories: tuple[tuple[tuple[str, ...], int], ...] = ()
    causes: tuple[tuple[str, int], ...] = ()
    sources: tuple[tuple[int, str, int], ...] = ()
    edited: int = 0
    total: int = 0


def count_facets(review: Review, columns: Columns, evaluator: Evaluator, query: Query, base: Flags) -> Facets:
    """All facets of a query over the rows of `base`."""
    under = _Under(evaluator, query, base)
    status = np.bincount(columns.status[under("status")], minlength=len(Status)).tolist()
    return Facets(
        status={one: status[one] for one in Status},
        categories=_categories(review, columns.category[under("category")]),
        causes=_causes(review, columns, under("cause")),
        sources=_sources(review, columns.source[under("source")]),
        edited=int(np.count_nonzero(columns.edited[under("edited")])),
        total=int(np.count_nonzero(under(None))),
    )


class _Under:
    """The rows that a facet counts: those of all parts of the query but its own."""

    def __init__(self, evaluator: Evaluator, query: Query, base: Flags) -> None:
        others = [clause.node for clause in query.clauses if clause.facet is None]
        self._base = evaluator.flags(both(others), base) & base if others else base
        own = {facet: [one.node for one in query.clauses if one.facet == facet] for facet in get_args(Facet)}
        self._own = {facet: evaluator.flags(both(nodes), base) for facet, nodes in own.items() if nodes}
        self._whole = reduce(np.logical_and, self._own.values(), self._base)

    def __call__(self, facet: Facet | None) -> Flags:
        if facet not in self._own:
            return self._whole
        return reduce(np.logical_and, (flags for name, flags in self._own.items() if name != facet), self._base)


def _counts(codes: Integers) -> dict[int, int]:
    counted = np.bincount(codes)
    present = np.flatnonzero(counted)
    return dict(zip(present.tolist(), counted[present].tolist(), strict=True))


def _categories(review: Review, codes: Integers) -> tuple[tuple[tuple[str, ...], int], ...]:
    counts = _counts(codes)
    named = ((path, counts[code]) for code, path in review.execute("SELECT id, path FROM category") if code in counts)
    return tuple(sorted((tuple(path.split(PATH_SEPARATOR)) if path else (), count) for path, count in named))


def _causes(review: Review, columns: Columns, under: Flags) -> tuple[tuple[str, int], ...]:
    rows = columns.cause_rows
    counted = np.bincount(columns.cause_ids[(rows >= 0) & under[rows]] if len(under) else columns.cause_ids[:0])
    present = np.flatnonzero(counted)
    commonest = present[np.argsort(-counted[present], kind="stable")][:MOST_CAUSES].tolist()
    sql = "SELECT id, name FROM cause WHERE id IN (SELECT value FROM json_each(?))"
    names = dict(review.execute(sql, (json.dumps(commonest),)))
    return tuple((names[code], int(counted[code])) for code in commonest)


def _sources(review: Review, codes: Integers) -> tuple[tuple[int, str, int], ...]:
    counts = _counts(codes)
    named = review.execute("SELECT id, name FROM source ORDER BY id")
    return tuple((code, name, counts[code]) for code, name in named if code in counts)
