"""Timing: two ways of one piece of work in turn, medians, and their ratio against a goal.

Absolute times of a shared machine say little; the two ways alternate, so that a slow minute hits both, and what waits
for neither disk nor another process is counted in processor time (`worked`). Of what takes
long there are fewer turns (`turns`), and the row says how many there were.
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
PATIENCE = 60.0
"""Seconds after which no other turn of a measurement begins."""
SECONDS, GIGABYTES, SHARE = "s", "GB", "%"
"""What `ours` and `reference` are counted in."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One row of the report. `ratio` is ours / reference; both are medians, or as named, in `unit`."""

    measure: str
    ratio: float
    goal: float | None
    ours: float
    reference: float
    extra: Mapping[str, object] = field(default_factory=dict)
    unit: str = SECONDS

    @property
    def holds(self) -> bool | None:
        """True where the goal is met; None where there is none."""
        return None if self.goal is None else self.ratio <= self.goal

    def as_json(self) -> dict[str, object]:
        """The row as the command prints it with ``--json``."""
        return {
            "measure": self.measure,
            "ratio": round(self.ratio, 5),
            "goal": None if self.goal is None else round(self.goal, 5),
            "holds": self.holds,
            "unit": self.unit,
            "ours": round(self.ours, 7),
            "reference": round(self.reference, 7),
            **self.extra,
        }


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row that could not be measured here, and why."""

    measure: str
    goal: float | None
    reason: str

    def as_json(self) -> dict[str, object]:
        """The row as the command prints it with ``--json``."""
        goal = None if self.goal is None else round(self.goal, 5)
        return {"measure": self.measure, "ratio": None, "goal": goal, "holds": None, "why": self.reason}


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


def worked(work: Callable[[], object]) -> float:
    """Processor seconds of one call: of what waits for nothing, the time that others take on the machine is no part."""
    start = time.process_time()
    work()
    return time.process_time() - start


def seconds(work: Callable[[], object]) -> float:
    """Wall seconds of one call, with the collector run before and kept out of it."""
    with quiet():
        return timed(work)


def turns(most: int, patience: float = PATIENCE) -> Iterator[int]:
    """The numbers of the turns of a measurement: `most`, or fewer where they take longer than `patience` seconds."""
    begun = time.perf_counter()
    for number in range(most):
        if number and time.perf_counter() - begun > patience:
            return
        yield number


def warmed(sample: Sequence[float]) -> Sequence[float]:
    """All turns but the first, where there are others: it fills the caches."""
    return sample[1:] or sample


def compare(
    name: str, goal: float, ours: Callable[[], object], reference: Callable[[], object], runs: int = 5
) -> Measure:
    """Both ways `runs` times in turn, after one run of each that does not count; fewer where they take long."""
    pairs = [(seconds(ours), seconds(reference)) for _ in turns(runs + 1)]
    mine, theirs = (warmed(side) for side in zip(*pairs, strict=True))
    return ratio(name, goal, mine, theirs, **({"runs": len(mine)} if len(mine) < runs else {}))


def ratio(
    name: str,
    goal: float,
    ours: Sequence[float],
    reference: Sequence[float],
    statistic: Statistic = statistics.median,
    unit: str = SECONDS,
    **extra: object,
) -> Measure:
    """The ratio of two samples by `statistic` (the median unless told)."""
    mine, theirs = statistic(ours), statistic(reference)
    return Measure(name, mine / theirs, goal, mine, theirs, extra, unit)


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
