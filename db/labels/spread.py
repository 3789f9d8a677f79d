"""How categories are spread over sources, or over root causes: who labels unlike the others. Only reads.

A cell is compared with what it would be if rows and columns had nothing to do with one another, by the standardised
Pearson residual (Agresti, Categorical Data Analysis, 3rd ed., 3.3.1): (n - m) / sqrt(m (1 - row share) (1 - column
share)), m the expected number; beyond 3 or so it is no chance. A row as a whole is compared with all others together by
the Jensen-Shannon divergence of their shares (Lin 1991), in bits: 0 where they are the same, 1 where they share no
category. Few tickets differ by chance alone: compare rows of like numbers.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from math import log2, sqrt
from typing import Literal

from db import store
from db.records import dataclass
from db.review import Review
from db.search import Query

By = Literal["source", "root_cause"]

_COUNTS = {
    "source": f"SELECT source_id, category_id, count(*) FROM ticket WHERE {store.VISIBLE} GROUP BY 1, 2",
    "root_cause": f"""SELECT cause_id, category_id, count(*) FROM ticketcause JOIN ticket ON ticket.id = ticket_id
        WHERE {store.VISIBLE} GROUP BY 1, 2""",
}
_NAMES = {"source": "SELECT id, name FROM source", "root_cause": "SELECT id, name FROM cause"}
_FIELDS = {"source": "source", "root_cause": "cause"}


@dataclass(frozen=True, slots=True)
class Cell:
    """Tickets of a row and a column, how many would be expected, and the standardised residual."""

    tickets: int
    expected: float
    residual: float


@dataclass(frozen=True, slots=True)
class SpreadRow:
    """A source or a root cause, its tickets, and its divergence from all others, 0 to 1."""

    name: str
    tickets: int
    divergence: float


@dataclass(frozen=True, slots=True)
class SpreadColumn:
    """A category, '' for none, and its tickets."""

    label: str
    tickets: int


@dataclass(frozen=True, slots=True)
class Spread:
    """Sources in the order of import, or root causes, the commonest first, by categories, the commonest first.

    A ticket with several root causes counts in each. `counts` holds the cells that are not empty, by row and column;
    `total` is all of them together.
    """

    by: By
    rows: tuple[SpreadRow, ...]
    columns: tuple[SpreadColumn, ...]
    counts: Mapping[tuple[int, int], int]
    total: int

    def cell(self, row: int, column: int) -> Cell:
        """One cell, by the places of its row and column."""
        across, down = self.rows[row].tickets, self.columns[column].tickets
        n, expected = self.counts.get((row, column), 0), across * down / self.total
        deviation = sqrt(expected * (1 - across / self.total) * (1 - down / self.total))
        return Cell(n, expected, (n - expected) / deviation if deviation else 0.0)

    def query(self, row: int, column: int) -> Query:
        """The search that lists the tickets of a cell."""
        label = self.columns[column].label
        found = Query().with_clause(_FIELDS[self.by], f"={self.rows[row].name}")
        return found.with_clause("cat", f"={label}") if label else found.with_clause("has", "category", negated=True)


def label_spread(review: Review, by: By) -> Spread:
    """The table of categories by sources or by root causes."""
    cells = review.execute(_COUNTS[by]).fetchall()
    across, down = _sums((row, n) for row, _, n in cells), _sums((column, n) for _, column, n in cells)
    paths, names = dict(review.execute("SELECT id, path FROM category")), dict(review.execute(_NAMES[by]))
    columns = sorted(down, key=lambda code: (-down[code], paths[code]))
    rows = sorted(across) if by == "source" else sorted(across, key=lambda code: (-across[code], names[code]))
    divergence = _divergences(cells, across, down)
    place, at = {code: n for n, code in enumerate(rows)}, {code: n for n, code in enumerate(columns)}
    return Spread(
        by,
        tuple(SpreadRow(names[code], across[code], divergence[code]) for code in rows),
        tuple(SpreadColumn(paths[code], down[code]) for code in columns),
        {(place[row], at[column]): n for row, column, n in cells},
        sum(across.values()),
    )


def _sums(pairs: Iterable[tuple[int, int]]) -> Counter[int]:
    sums: Counter[int] = Counter()
    for code, n in pairs:
        sums[code] += n
    return sums


def _divergences(
    cells: Iterable[tuple[int, int, int]], across: Mapping[int, int], down: Mapping[int, int]
) -> dict[int, float]:
    """Row -> its divergence from the rest; columns that a row has nothing of add half of the rest's share of them."""
    total = sum(across.values())
    found: dict[int, float] = defaultdict(float)
    covered: dict[int, float] = defaultdict(float)
    for row, column, n in cells:
        others = total - across[row]
        p, q = n / across[row], (down[column] - n) / others if others else 0.0
        found[row] += (_part(p, q) + _part(q, p)) / 2
        covered[row] += q
    lonely = len(across) < 2
    return {row: 0.0 if lonely else min(1.0, found[row] + max(0.0, 1 - covered[row]) / 2) for row in across}


def _part(p: float, q: float) -> float:
    return p * log2(2 * p / (p + q)) if p else 0.0
