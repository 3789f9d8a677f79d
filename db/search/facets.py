"""Counts beside the list: how many tickets each status, category, root cause and source has under the other filters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import reduce
from typing import TYPE_CHECKING, TypeVar, get_args

from db.records import dataclass, field
from db.search.columns import Columns, Rows
from db.search.evaluate import Evaluator
from db.search.fields import Facet
from db.search.lazy import np
from db.search.query import Query, both
from db.values import PATH_SEPARATOR, Status

if TYPE_CHECKING:
    from db.search.columns import Flags, Integers

Name = TypeVar("Name")

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


def count_facets(columns: Columns, evaluator: Evaluator, query: Query, base: Flags) -> Facets:
    """All facets of a query over the rows of `base`."""
    under = _Under(evaluator, query, base)
    status = dict(enumerate(_count(columns, "status", under("status")).tolist()))
    edited = _count(columns, "edited", under("edited"))
    return Facets(
        status={one: status.get(one, 0) for one in Status},
        categories=tuple(_named(_count(columns, "category", under("category")), columns.names.categories)),
        causes=_causes(columns, under("cause")),
        sources=tuple(
            (code, name, count)
            for (code, name), count in _named(_count(columns, "source", under("source")), columns.names.sources)
        ),
        edited=int(edited[1:].sum()),
        total=len(under(None).places),
    )


def count_categories(columns: Columns) -> list[tuple[tuple[str, ...], int]]:
    """Every category path of tickets that are shown, with their number; the commonest first."""
    counts = columns.shown_counts("category")
    found = [one for one in _named(counts, columns.names.categories) if one[0]]
    return sorted(found, key=lambda one: (-one[1], PATH_SEPARATOR.join(one[0])))


def count_causes(columns: Columns) -> list[tuple[str, int]]:
    """Every root cause of tickets that are shown, with their number; the commonest first."""
    counts = columns.shown_counts("causes")
    present = columns.causes[counts > 0].tolist()
    names = columns.names.causes(present)
    found = zip(present, counts[counts > 0].tolist(), strict=True)
    return sorted(((names[code], count) for code, count in found), key=lambda one: (-one[1], one[0]))


class _Under:
    """The rows that a facet counts: those of all parts of the query but its own."""

    def __init__(self, evaluator: Evaluator, query: Query, base: Flags) -> None:
        others = [clause.node for clause in query.clauses if clause.facet is None]
        self._base = evaluator.flags(both(others), base) & base if others else base
        own = {facet: [one.node for one in query.clauses if one.facet == facet] for facet in get_args(Facet)}
        self._own = {facet: evaluator.flags(both(nodes), base) for facet, nodes in own.items() if nodes}
        self._whole = Rows(reduce(np.logical_and, self._own.values(), self._base))

    def __call__(self, facet: Facet | None) -> Rows:
        if facet not in self._own:
            return self._whole
        return Rows(reduce(np.logical_and, (own for name, own in self._own.items() if name != facet), self._base))


def _count(columns: Columns, name: str, under: Rows) -> Integers:
    """How often each code of a column, or each root cause, stands in the rows."""
    whole = under.flags is columns.visible
    return columns.shown_counts(name) if whole else columns.counts(name, under)


def _named(counts: Integers, names: Mapping[int, Name]) -> Iterator[tuple[Name, int]]:
    """Names and their counts, those that count nothing left out, in the order of `names`."""
    listed = counts.tolist()
    return ((name, listed[code]) for code, name in names.items() if code < len(listed) and listed[code])


def _causes(columns: Columns, under: Rows) -> tuple[tuple[str, int], ...]:
    counted = _count(columns, "causes", under)
    present = np.flatnonzero(counted)
    commonest = present[np.argsort(-counted[present], kind="stable")][:MOST_CAUSES]
    codes = columns.causes[commonest].tolist()
    names = columns.names.causes(codes)
    return tuple((names[code], count) for code, count in zip(codes, counted[commonest].tolist(), strict=True))
