"""Timing: two ways of one piece of work in turn, medians, and their ratio against a goal.

Absolute times of a shared machine say little; the two ways alternate, so that a slow minute hits both.
"""

from __future__ import annotations

import gc
import math
import resource
import statistics
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

Statistic = Callable[[Sequence[float]], float]


@dataclass(frozen=True, slots=True)
class Measure:
    """One row of the report. `ratio` is ours / reference; `ours` and `reference` are seconds (medians, or as named)."""

    measure: str
    ratio: float
    goal: float
    ours: float
    reference: float
    extra: Mapping[str, object] = field(default_factory=dict)

    @property
    def holds(self) -> bool:
        """True where the goal is met."""
        return self.ratio <= self.goal

    def as_json(self) -> dict[str, object]:
        """The row as the command prints it with ``--json``."""
        return {
            "measure": self.measure,
            "ratio": round(self.ratio, 5),
            "goal": round(self.goal, 5),
            "holds": self.holds,
            "ours_seconds": round(self.ours, 7),
            "reference_seconds": round(self.reference, 7),
            **self.extra,
        }


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row that could not be measured here, and why."""

    measure: str
    goal: float
    reason: str

    def as_json(self) -> dict[str, object]:
        """The row as the command prints it with ``--json``."""
        return {"measure": self.measure, "ratio": None, "goal": round(self.goal, 5), "holds": None, "why": self.reason}


Rows = Iterator[Measure | Skipped]


@contextmanager
def quiet() -> Iterator[None]:
    """Within, Python's collector is silent: it would hit one of the two ways by chance."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def timed(work: Callable[[], object]) -> float:
    """Wall seconds of one call."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def seconds(work: Callable[[], object]) -> float:
    """Wall seconds of one call, with the collector run before and kept out of it."""
    with quiet():
        return timed(work)


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
    ours: Sequence[float],
    reference: Sequence[float],
    statistic: Statistic = statistics.median,
    **extra: object,
) -> Measure:
    """The ratio of two samples by `statistic` (the median unless told)."""
    mine, theirs = statistic(ours), statistic(reference)
    return Measure(name, mine / theirs, goal, mine, theirs, extra)


def peak() -> int:
    """Bytes of memory that this process has held at most. Linux hands what the parent process needed down in
    `ru_maxrss`; its own figure starts anew."""
    status = Path("/proc/self/status")
    if status.exists():
        return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM")) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def p99(sample: Sequence[float]) -> float:
    """The 99th percentile (nearest rank)."""
    ordered = sorted(sample)
    return ordered[min(len(ordered), math.ceil(len(ordered) * 0.99)) - 1]
