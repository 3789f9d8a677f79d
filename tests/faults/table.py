"""All faults: what each is called, and how often it is tried beside the other tests and by itself."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from tests.faults import attack, broken_disk, clock, damage, disk, fuzz, kill, long_day, many, power, slow_disk, tongues
from tests.faults.outcome import Outcome

FUZZED = 60 * 60
"""Seconds that the long form fuzzes at most."""


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
        partial(kill.run, n=14, seed=7),
        partial(kill.run, n=1_000, seed=7),
    ),
    "power": Fault(
        "power loss, at and within every frame of the log of 200 edits",
        partial(power.run, n=40, seed=7, share=0.1),
        partial(power.run, n=200, seed=7),
    ),
    "disk": Fault(
        "disk full, with no page left, with one, with two, … till a deed is done",
        partial(disk.run, stride=60),
        partial(disk.run, stride=1),
    ),
    "errors": Fault(
        "input and output errors, injected into any call",
        partial(broken_disk.run, n=5, seed=7),
        partial(broken_disk.run, n=200, seed=7),
    ),
    "damage": Fault(
        "a review with damaged pages, header, end or log, opened and recovered",
        partial(damage.run, n=14, seed=7),
        partial(damage.run, n=500, seed=1),
    ),
    "many": Fault(
        "edits by ten processes at once, a session and the command line",
        partial(many.run, n=200, seed=7),
        partial(many.run, n=10_000, seed=7),
    ),
    "attacks": Fault(
        "tickets made to attack, imported, exported, searched and shown",
        partial(attack.run, step=12),
        attack.run,
    ),
    "clock": Fault(
        "clock moved back and forth, sessions of 12 actions",
        partial(clock.run, n=8, seed=7),
        partial(clock.run, n=200, seed=7),
    ),
    "language": Fault(
        "language of the window changed back and forth, 12 actions each",
        partial(tongues.run, n=2, seed=7),
        partial(tongues.run, n=50, seed=7),
    ),
    "slow": Fault(
        "disk of 50 ms a sync, under keys that edit in the window",
        partial(slow_disk.run, rounds=1),
        partial(slow_disk.run, rounds=6),
    ),
    "day": Fault(
        "long day: random actions on the window, from five seeds",
        partial(long_day.run, seeds=(2,), actions=300),
        partial(long_day.run, seeds=(1, 2, 3, 4, 5), actions=20_000),
    ),
    "fuzz": Fault(
        "dataset files of every shape mutated, and random bytes",
        partial(fuzz.run, n=500, seed=7),
        lambda outcome: fuzz.run_on_all_processors(outcome, 1_000_000, _anew(), FUZZED),
    ),
}
