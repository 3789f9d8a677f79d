"""Rows on the event loop while a hand works at the window: the longest time between two ticks of a clock, beside that
of as long a time without any work.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from itertools import cycle
from random import Random
from subprocess import DEVNULL

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from qtapp.tickets.painter import HEIGHT
from qtapp.window.main import MainWindow
from tests.bench.ground import SEED, Ground, say
from tests.bench.measure import Measure, Rows, ratio, turns
from tests.bench.opened import session_of, until, window
from tests.bench.painting import application
from tests.bench.searching import queries
from tests.bench.waiting import longest_gap

GOAL = 1.2
ROUNDS = 3
REST = 250
"""Milliseconds that the loop runs on after a deed, with what follows of it."""
NAME = "longest gap of the loop: {}"
Deed = Callable[[], object]


def rows(ground: Ground) -> Rows:
    """A search, a filter, an order, a scroll, a step, a bulk edit and its undo, an export; of canned replies another
    likeness and a step."""
    path, app = ground.path("gaps"), application()
    shutil.copy(ground.review, path)
    say("comparing the replies")
    # by another process: what it leaves in the memory of this one would be measured too
    subprocess.run(
        [sys.executable, "-m", "qtapp", "replies", str(path), "--scan", "--json"], check=True, stdout=DEVNULL
    )
    say("watching the event loop at the window")
    with window(path) as shown:
        for name, deed in _deeds(ground, shown).items():
            yield _row(app, shown, name, deed, ground.rounds(ROUNDS))
        shown.show_page("canned")
        until(app, lambda: not _is_busy(shown))
        for name, deed in _deeds_of_canned(shown).items():
            yield _row(app, shown, name, deed, ground.rounds(ROUNDS))
    ground.remove(path)


def _deeds(ground: Ground, shown: MainWindow) -> Mapping[str, Deed]:
    session, words, dice = session_of(shown), queries(), Random(SEED)
    assert shown.tickets is not None
    bar = shown.tickets.list.verticalScrollBar()
    third = [int(one) for one in session.ids[::3]]
    orders = iter(("title", "category", "length") * ROUNDS)
    labels = iter(range(100))

    def export() -> object:
        out = ground.folder / f"gap-{next(labels)}.csv"
        return shown.tasks.run("Export", ["export", str(session.review.path), str(out), "--format", "csv"])

    return {
        "a search": lambda: session.find_typed(dice.choice(words)),  # as the field does
        "a filter": lambda: session.find(f"cat:{dice.choice(('对象存储', 'CDN', '域名'))}"),
        "another order": lambda: (session.find(""), session.set_sort(next(orders))),
        "a place in the list": lambda: bar.setValue(dice.randrange(len(session.ids)) * HEIGHT),
        "the next ticket": session.next,
        "export": export,
        "a third relabelled": lambda: session.set_category((f"换后 {next(labels)}",), third),
        "that undone": session.undo,
    }


def _deeds_of_canned(shown: MainWindow) -> Mapping[str, Deed]:
    canned, likeness = session_of(shown).canned, cycle((0.86, 0.93, 0.89))
    return {
        "another likeness of replies": lambda: canned.set_threshold(next(likeness)),
        "the next family of replies": canned.next,
    }


def _row(app: QApplication, shown: MainWindow, name: str, deed: Deed, rounds: int) -> Measure:
    ours, idle = [], []
    for _ in turns(rounds, 40):
        begun = time.perf_counter()
        ours.append(longest_gap(lambda loop: _begin(shown, deed, loop)))
        lasted = min(2.0, time.perf_counter() - begun)
        until(app, lambda: not _is_busy(shown))
        idle.append(longest_gap(lambda loop, lasted=lasted: QTimer.singleShot(round(1000 * lasted), loop.quit)))
    session_of(shown).set_sort("")
    app.processEvents()
    return ratio(NAME.format(name), GOAL, ours, idle, statistics.median, worst=f"{1000 * max(ours):.3g} ms")


def _is_busy(shown: MainWindow) -> bool:
    session = session_of(shown)
    makes = session.knows_canned and session.canned.making.works
    return makes or shown.tasks.current is not None or session.is_ordering or session.paused or not session.complete


def _begin(shown: MainWindow, deed: Deed, loop: QEventLoop) -> None:
    """The deed, as soon as the loop turns; it turns until what that began in the background is done."""

    def work() -> None:
        deed()
        QTimer.singleShot(REST, loop, rest)

    def rest() -> None:
        if _is_busy(shown):
            QTimer.singleShot(REST, loop, rest)
        else:
            loop.quit()

    QTimer.singleShot(REST, loop, work)
