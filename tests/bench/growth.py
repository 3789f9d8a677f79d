"""Rows on growth: the same measures on a hundredth of the tickets, and how much more they cost with all of them.

Work on all tickets may grow as n log n, what the window does by three: a ratio is the growth beside that, so that 1 is
the goal of the first and 3 of the second.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from tests.bench.measure import SECONDS, Measure
from tests.bench.parts import Row

PARTS = ("importing", "searching", "starting", "painting", "acting", "editing", "bulk", "exporting", "giving")
OF_THE_WINDOW = ("starting", "painting", "acting", "editing")
SMALLER, LEAST = 100, 1000
"""So many times fewer tickets, but no fewer than this: less says nothing."""


def smaller(size: int) -> int:
    """The tickets that the growth begins with; 0 where there are too few for it."""
    small = max(LEAST, size // SMALLER)
    return small if small * 10 <= size else 0


def rows(sizes: tuple[int, int], small: Mapping[str, list[Row]], large: Mapping[str, list[Row]]) -> Iterator[Row]:
    """Each measure of both sizes that is counted in seconds."""
    few, many = sizes
    allowed = many * math.log(many) / (few * math.log(few))
    for part in PARTS:
        before = {row["measure"]: row for row in small.get(part, ()) if row.get("unit") == SECONDS}
        for row in large.get(part, ()):
            if row["measure"] in before and row.get("unit") == SECONDS:
                was = before[row["measure"]]["ours"]
                yield _row(row["measure"], (was, row["ours"]), part in OF_THE_WINDOW, allowed, few)


def _row(measure: str, times: tuple[float, float], of_the_window: bool, allowed: float, few: int) -> Row:
    was, now = times
    grown = now / was
    ratio, goal = (grown, 3.0) if of_the_window else (grown / allowed, 1.0)
    name = f"growth of: {measure}"
    return Measure(name, ratio, goal, grown, 1.0, {"from_tickets": few, "was_seconds": round(was, 6)}, "x").as_json()
