"""``python -m tests.bench [--size N] [--json]``: every measure as a ratio in one run.

A missed goal is no failure: the exit code is 0 whatever the ratios are. What goes on is told on standard error.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import sys
from collections.abc import Callable, Sequence

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.bench import (
    canned_rows,
    doubt,
    drifting,
    editing,
    exporting,
    giving,
    importing,
    labels,
    looking,
    painting,
    privacy,
    reading,
    recording,
    searching,
    starting,
    tables,
    taxonomy,
    waiting,
)
from tests.bench.ground import Ground, made
from tests.bench.measure import Measure, Rows, Skipped

SIZE = 100_000
ROWS: dict[str, Callable[[Ground], Rows]] = {
    "importing": importing.rows,
    "tables": tables.rows,
    "reading": reading.rows,
    "searching": searching.rows,
    "starting": starting.rows,
    "painting": painting.rows,
    "editing": editing.rows,
    "waiting": waiting.rows,
    "exporting": exporting.rows,
    "giving": giving.rows,
    "canned": canned_rows.rows,
    "labels": labels.rows,
    "doubt": doubt.rows,
    "taxonomy": taxonomy.rows,
    "privacy": privacy.rows,
    "looking": looking.rows,
    "drifting": drifting.rows,
    "recording": recording.rows,
}
"""In the order of the table; each may use what those before it have made."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure all, print a line each as soon as it is known."""
    options = _options(arguments)
    show = _as_json if options.json else _as_text
    if not options.json:
        print(f"{'measure':<44} {'ratio':>9} {'goal':>9}  holds", flush=True)
    with made(options.size) as ground:
        for name in options.only or ROWS:
            # what earlier measurements left in memory is no part of this one: the collector would walk it each time
            gc.collect()
            gc.freeze()
            for row in ROWS[name](ground):
                print(show(row), flush=True)
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="Measure Winnow as ratios in one run.")
    parser.add_argument("--size", type=int, default=SIZE, help=f"generated tickets ({SIZE:,} unless told)")
    parser.add_argument("--json", action="store_true", help="one object a line")
    parser.add_argument("--only", action="append", choices=tuple(ROWS), help="these rows alone; may be repeated")
    return parser.parse_args(arguments)


def _as_json(row: Measure | Skipped) -> str:
    return json.dumps(row.as_json(), ensure_ascii=False)


def _as_text(row: Measure | Skipped) -> str:
    if isinstance(row, Skipped):
        return f"{row.measure:<44} {'–':>9} {row.goal:>9.4g}  skipped: {row.reason}"
    return f"{row.measure:<44} {row.ratio:>9.4g} {row.goal:>9.4g}  {'yes' if row.holds else 'NO'}"


if __name__ == "__main__":
    sys.exit(main())
