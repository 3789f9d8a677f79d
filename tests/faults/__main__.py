"""``python -m tests.faults [--only NAME] [--json] [--short]``: every fault, tried many times.

Prints a line a fault as soon as it is known: how often it was tried, how often what is promised held, and the seconds
that took. What did not hold is told on standard error, and the exit code is then 1. Every try is known by its seed.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.faults.outcome import Outcome, timed
from tests.faults.table import FAULTS

LINE = "{:<64} {:>9} {:>9} {:>8}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Try all faults, or those that are asked for."""
    options = _options(arguments)
    if not options.json:
        print(LINE.format("fault", "tried", "held", "seconds"), flush=True)
    sound = True
    for name in options.only or FAULTS:
        fault = FAULTS[name]
        outcome = timed(fault.words, lambda one, fault=fault: (fault.short if options.short else fault.long)(one))
        print(json.dumps(outcome.as_json(), ensure_ascii=False) if options.json else _line(outcome), flush=True)
        for words in outcome.broken:
            print(f"  {words}", file=sys.stderr, flush=True)
        sound = sound and outcome.holds
    return 0 if sound else 1


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description="Try what Winnow promises of faults.")
    parser.add_argument("--json", action="store_true", help="one object a line")
    parser.add_argument("--short", action="store_true", help="as few tries as the tests make")
    parser.add_argument("--only", action="append", choices=tuple(FAULTS), help="these alone; may be repeated")
    return parser.parse_args(arguments)


def _line(outcome: Outcome) -> str:
    if outcome.skipped:
        return f"{outcome.fault:<64} skipped: {outcome.skipped}"
    return LINE.format(outcome.fault, f"{outcome.tried:,}", f"{outcome.held:,}", f"{outcome.seconds:.0f}")


if __name__ == "__main__":
    sys.exit(main())
