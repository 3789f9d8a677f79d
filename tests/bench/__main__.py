"""``python -m tests.bench [--size N] [--json] [--peers] [--out FILE]``: every measure in one table.

A missed goal is no failure: the exit code is 0 whatever the ratios are. Rows are printed, and kept in the page, as they
come. What goes on is told on standard error.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.bench import growth, table
from tests.bench.ground import Ground, made
from tests.bench.measure import Skipped
from tests.bench.parts import PARTS, Row, at_home, measured

SIZE = 100_000
PEERS = "peers"
GROWTH = "growth"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure all, print a row each as soon as it is known."""
    options = _options(arguments)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))  # so that no part goes on by itself
    page = table.Page(options.out, options.size) if options.out else None
    if not options.json:
        print(table.heading(), flush=True)
    with made(options.size, options.ground) as ground:
        at_home(ground.folder)
        for part, row in _rows(ground, options):
            print(json.dumps(row, ensure_ascii=False) if options.json else table.line(row), flush=True)
            if page is not None:
                page.add(part, row)
    if page is not None:
        page.write()
    return 0


def _rows(ground: Ground, options: argparse.Namespace) -> Iterator[tuple[str, Row]]:
    due = time.monotonic() + options.within if options.within else None
    wanted = options.only or [*(name for name in PARTS if name != PEERS or options.peers), GROWTH]
    found: dict[str, list[Row]] = {}
    for name in wanted:
        if name == GROWTH:
            continue
        for row in _part(name, ground, due):
            found.setdefault(name, []).append(row)
            yield name, row
    if GROWTH in wanted:
        yield from ((GROWTH, row) for row in _growth(ground, found, due))


def _part(name: str, ground: Ground, due: float | None) -> Iterator[Row]:
    if due is None:
        yield from measured(name, ground)
    elif time.monotonic() < due:
        yield from measured(name, ground, due - time.monotonic())
    else:
        yield Skipped(name, None, "no time was left for it").as_json()


def _growth(ground: Ground, found: dict[str, list[Row]], due: float | None) -> Iterator[Row]:
    few = growth.smaller(ground.size)
    wanted = [name for name in growth.PARTS if name in found]
    if not few or not wanted:
        yield Skipped("growth from a hundredth of the tickets", None, "too few tickets to say anything of it").as_json()
        return
    with made(few) as small:
        before = {name: list(_part(name, small, due)) for name in wanted}
    yield from growth.rows((few, ground.size), before, found)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="Measure Winnow as ratios in one run.")
    parser.add_argument("--size", type=int, default=SIZE, help=f"generated tickets ({SIZE:,} unless told)")
    parser.add_argument("--json", action="store_true", help="one object a line")
    parser.add_argument("--only", action="append", choices=(*PARTS, GROWTH), help="these parts alone; may be repeated")
    parser.add_argument("--peers", action="store_true", help="other programs on the same tickets, too")
    parser.add_argument("--within", type=float, help="seconds after which no other part begins")
    parser.add_argument("--ground", type=Path, help="a folder to keep the generated tickets in for the next run")
    parser.add_argument("--out", type=Path, help="a page of Markdown to keep the table in")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
