"""All faults: what each is called, and how often it is tried beside the other tests and by itself."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from tests.faults import disk, fuzz, kill, power
from tests.faults.outcome import Outcome

FUZZED = 20 * 60
"""Seconds that the long form fuzzes."""


@dataclass(frozen=True)
class Fault:
    """A fault in its two forms."""

    words: str
    short: Callable[[Outcome], None]
    long: Callable[[Outcome], None]


def _anew() -> int:
    """Another seed each time: more files are seen the more often it runs, and a broken one is named by it."""
    return random.SystemRandom().randrange(1 << 30)


FAULTS: Mapping[str, Fault] = {
    "kill": Fault(
        "SIGKILL during import, edits, undo, export, backup, migration",
        partial(kill.run, n=21, seed=7),
        partial(kill.run, n=1_000, seed=7),
    ),
    "power": Fault(
        "power loss, at and within every frame of the log of 200 edits",
        partial(power.run, n=40, seed=7, share=0.1),
        partial(power.run, n=200, seed=7),
    ),
    "disk": Fault(
        "disk full, at every write",
        partial(disk.run, stride=40),
        partial(disk.run, stride=1),
    ),
    "fuzz": Fault(
        "dataset files of every shape mutated, and random bytes",
        partial(fuzz.run, n=500, seed=7),
        lambda outcome: fuzz.run(outcome, 1_000_000, _anew(), FUZZED),
    ),
}
