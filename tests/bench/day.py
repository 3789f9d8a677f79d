"""Rows on the memory of the window after a day's work, beside that after its first minute.

In the first minute some tickets are read, some words are looked for, and each order, facet and page is seen once: what
is made when it is first asked for is there then. The day goes on so with 2,000 tickets and 200 searches.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from random import Random

from PySide6.QtWidgets import QApplication

from db.values import Status
from qtapp.window.main import MainWindow
from tests.bench.ground import SEED, Ground, say
from tests.bench.measure import GIGABYTES, Measure, Rows, Skipped
from tests.bench.opened import session_of, until, window
from tests.bench.painting import application
from tests.bench.searching import queries

GROWN, HELD = "memory of the window after a day, after a minute", "memory of the window after a day, of 500 MB"
VISITED, SEARCHES = 2000, 200
MINUTE = 20
"""The day is so many times as long as the minute."""
STEPS = 10
MOST = 0.5
SORTS = ("title", "category", "replies", "length", "")


def rows(ground: Ground) -> Rows:
    """A minute, a day."""
    status = Path("/proc/self/status")
    if not status.exists():
        for name, goal in ((GROWN, 1.3), (HELD, 1.0)):
            yield Skipped(name, goal, f"{sys.platform} does not tell what a process holds")
        return
    review, app = ground.review, application()
    say("a day at the window")
    words, dice = queries(), Random(SEED)
    visited, searches = ground.rounds(VISITED), ground.rounds(SEARCHES)
    with window(review) as shown:
        _work(app, shown, words, dice, visited // MINUTE, searches // MINUTE)
        first = _held(status)
        _work(app, shown, words, dice, visited, searches)
        last = _held(status)
    about = {"tickets": visited, "searches": searches}
    yield Measure(GROWN, last / first, 1.3, last, first, about, GIGABYTES)
    yield Measure(HELD, last / MOST, 1, last, MOST, about, GIGABYTES)


def _held(status: Path) -> float:
    """Gigabytes that this process holds now."""
    gc.collect()
    return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmRSS")) / 1e6


def _work(app: QApplication, shown: MainWindow, words: list[str], dice: Random, visited: int, searches: int) -> None:
    """Searches with tickets read in between, one of ten of them given a status, in one order after the other."""
    session = session_of(shown)
    for number in range(max(1, searches)):
        session.find(dice.choice(words) if number % 2 else dice.choice((f"{dice.choice(words)} replies:>1", "")))
        session.set_sort(SORTS[number % len(SORTS)])
        for step in range(max(1, visited // max(1, searches))):
            if len(session.ids):
                session.go(int(session.ids[dice.randrange(len(session.ids))]))
            if step == STEPS - 1:
                session.set_status(Status.REVIEWED)
            app.processEvents()
        assert shown.tickets is not None
        shown.tickets.pane.settle()
        until(app, lambda: shown.tasks.current is None)
    session.find("")
    session.set_sort("")
    app.processEvents()
