"""How categories are spread over sources, or over root causes: who labels unlike the others. Only reads.

A cell is compared with what it would be if rows and columns had nothing to do with one another, by the standardised
Pearson residual (Agresti, Categorical Data Analysis, 3rd ed., 3.3.1): (n - m) / sqrt(m (1 - row share) (1 - column
share)), m the expected number; beyond 3 or so it is no chance. A row as a whole is compared with all others together by
the Jensen-Shannon divergence of their shares (Lin 1991), in bits: 0 where they are the same, 1 where they share no
category. Few tickets differ by chance alone; how much as many tickets would that are drawn from all is said beside it.
Where hardly anything is expected, one ticket is far beyond: a cell is `striking` only where some tickets are too many
or too few.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from math import log2, sqrt
from random import Random
from statistics import fmean
from typing import Literal

from db import store
from db.records import dataclass
from db.review import Review
from db.search import Query

DRAWS, ENOUGH, SEED = 8, 2000, 4
"""Samples that tell what chance does, but no more than it takes to draw so many tickets: large ones hardly differ."""

BEYOND, LEAST = 3.0, 2.0
"""The residual from which a cell is striking, and by how many tickets it has to differ."""
PART = 5000
"""Tickets that are counted in one step: some ten milliseconds."""

By = Literal["source", "root_cause"]

_AMONG = f"{store.VISIBLE} AND ticket.id > ? AND ticket.id <= ?"
_COUNTS = {
    "source": f"SELECT source_id, category_id, count(*) FROM ticket WHERE {_AMONG} GROUP BY 1, 2",
    "root_cause": f"""SELECT cause_id, category_id, count(*) FROM ticket JOIN ticketcause ON ticket.id = ticket_id
        WHERE {_AMONG} GROUP BY 1, 2""",
}
_NAMES = {"source": "SELECT id, name FROM source", "root_cause": "SELECT id, name FROM cause"}
_FIELDS = {"source": "source", "root_cause": "cause"}


@dataclass(frozen=True, slots=True)
class Cell:
    """Tickets of a row and a column, how many would be expected, and the standardised residual."""

    tickets: int
    expected: float
    residual: float

    @property
    def striking(self) -> bool:
        """Whether it differs by more than chance does, and by enough tickets to be looked at."""
        return abs(self.residual) >= BEYOND and abs(self.tickets - self.expected) >= LEAST


@dataclass(frozen=True, slots=True)
class SpreadRow:
    """A source or a root cause, its tickets, its divergence from all others, 0 to 1, and that of as many tickets by
    chance, the mean of some samples."""

    name: str
    tickets: int
    divergence: float
    chance: float


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

    def striking(self) -> list[tuple[int, int]]:
        """Row and column of each striking cell, the one that is furthest beyond chance first."""
        cells = [(place, self.cell(*place)) for place in {*self.counts, *self._lacking()}]
        found = [(-abs(cell.residual), place) for place, cell in cells if cell.striking]
        return [place for _, place in sorted(found)]

    def _lacking(self) -> Iterator[tuple[int, int]]:
        """Empty cells of which enough tickets would be expected: few, because all that is expected is all there is."""
        most = sorted(range(len(self.columns)), key=lambda column: -self.columns[column].tickets)
        for row, one in enumerate(self.rows):
            for column in most:
                if one.tickets * self.columns[column].tickets < LEAST * self.total:
                    break
                if (row, column) not in self.counts:
                    yield row, column

    def query(self, row: int, column: int) -> Query:
        """The search that lists the tickets of a cell."""
        label = self.columns[column].label
        found = Query().with_clause(_FIELDS[self.by], f"={self.rows[row].name}")
        return found.with_clause("cat", f"={label}") if label else found.with_clause("has", "category", negated=True)


def label_spread(review: Review, by: By) -> Spread:
    """The table of categories by sources or by root causes."""
    return next(found for found in spreading(review, by) if found is not None)


def spreading(review: Review, by: By) -> Iterator[Spread | None]:
    """The same in short steps, for who has others to serve meanwhile: None after each of them, and at last the table.

    What is written meanwhile may be counted or not.
    """
    counts: Counter[tuple[int, int]] = Counter()
    last = review.execute("SELECT ifnull(max(id), 0) FROM ticket").fetchone()[0]
    for first in range(0, last, PART):
        for row, column, n in review.execute(_COUNTS[by], (first, first + PART)):
            counts[row, column] += n
        yield None
    cells = [(row, column, n) for (row, column), n in counts.items()]
    across, down = _sums((row, n) for row, _, n in cells), _sums((column, n) for _, column, n in cells)
    chance: dict[int, float] = {}
    for size, much in _chances(across.values(), down):
        chance[size] = much
        yield None
    paths, names = dict(review.execute("SELECT id, path FROM category")), dict(review.execute(_NAMES[by]))
    if down.keys() <= paths.keys() and across.keys() <= names.keys():
        yield _table(by, cells, chance, paths, names)
    else:  # somebody has taken away what was counted
        yield from spreading(review, by)


def _table(
    by: By,
    cells: Sequence[tuple[int, int, int]],
    chance: Mapping[int, float],
    paths: Mapping[int, str],
    names: Mapping[int, str],
) -> Spread:
    across, down = _sums((row, n) for row, _, n in cells), _sums((column, n) for _, column, n in cells)
    columns = sorted(down, key=lambda code: (-down[code], paths[code]))
    rows = sorted(across) if by == "source" else sorted(across, key=lambda code: (-across[code], names[code]))
    divergence = _divergences(cells, across, down)
    place, at = {code: n for n, code in enumerate(rows)}, {code: n for n, code in enumerate(columns)}
    return Spread(
        by,
        tuple(SpreadRow(names[code], across[code], divergence[code], chance[across[code]]) for code in rows),
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
    """Row -> its divergence from the rest; 0 where there is no rest."""
    total = sum(across.values())
    parts: dict[int, list[tuple[float, float]]] = defaultdict(list)
    for row, column, n in cells:
        parts[row].append((n / across[row], (down[column] - n) / max(1, total - across[row])))
    return {row: _divergence(shares) if across[row] < total else 0.0 for row, shares in parts.items()}


def _chances(sizes: Iterable[int], down: Mapping[int, int]) -> Iterator[tuple[int, float]]:
    """Numbers of tickets, each with the divergence of so many that are drawn from all; the same each time."""
    dice, total = Random(SEED), sum(down.values())
    codes, reached = list(down), list(accumulate(down.values()))
    for size in sorted(set(sizes)):
        draws = [
            Counter(dice.choices(codes, cum_weights=reached, k=size)) for _ in range(max(1, min(DRAWS, ENOUGH // size)))
        ]
        yield size, fmean(_divergence([(n / size, down[code] / total) for code, n in one.items()]) for one in draws)


def _divergence(shares: Sequence[tuple[float, float]]) -> float:
    """Of two distributions, of which the first has these columns alone: each that it has nothing of adds half."""
    common = sum(_part(p, q) + _part(q, p) for p, q in shares)
    return min(1.0, (common + max(0.0, 1 - sum(q for _, q in shares))) / 2)


def _part(p: float, q: float) -> float:
    return p * log2(2 * p / (p + q)) if p else 0.0
