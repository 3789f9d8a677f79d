"""Timing: two ways of one piece of work in turn, medians, and their ratio against a goal.

Absolute times of a shared machine say little; the two ways alternate, so that a slow minute hits both.
"""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Measure:
    """One row of the report. `ratio` is ours / reference; `ours` and `reference` are seconds (medians, or as named)."""

    measure: str
    ratio: float
    goal: float
    ours: float
    reference: float

    @property
    def holds(self) -> bool:
        """True where the goal is met."""
        return self.ratio <= self.goal

    def as_json(self) -> dict[str, object]:
        """The row as the command prints it with ``--json``."""
        row = asdict(self)
        return {
            "measure": row["measure"],
            "ratio": round(self.ratio, 5),
            "goal": round(self.goal, 5),
            "holds": self.holds,
            "ours_seconds": round(self.ours, 7),
            "reference_seconds": round(self.reference, 7),
        }


def seconds(work: Callable[[], object]) -> float:
    """Wall seconds of one call, with the collector run before and kept out of it."""
    gc.collect()
    gc.disable()
    try:
        start = time.perf_counter()
        work()
        return time.perf_counter() - start
    finally:
        gc.enable()


def compare(
    name: str, goal: float, ours: Callable[[], object], reference: Callable[[], object], runs: int = 5
) -> Measure:
    """Both ways `runs` times in turn, after one run of each that does not count."""
    seconds(ours)
    seconds(reference)
    pairs = [(seconds(ours), seconds(reference)) for _ in range(runs)]
    return ratio(name, goal, [pair[0] for pair in pairs], [pair[1] for pair in pairs])


def ratio(
    name: str,
    goal: float,
    ours: list[float],
    reference: list[float],
    statistic: Callable[[list[float]], float] = statistics.median,
) -> Measure:
    """The ratio of two samples by `statistic` (the median unless told)."""
    mine, theirs = statistic(ours), statistic(reference)
    return Measure(name, mine / theirs, goal, mine, theirs)


def p99(sample: list[float]) -> float:
    """The 99th percentile (nearest rank)."""
    ordered = sorted(sample)
    return ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]
