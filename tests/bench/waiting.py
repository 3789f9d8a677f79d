"""Row on the event loop: the longest time between two ticks of a clock of the screen while a file is imported.

The import is the window's own: a child process with its news, into a review that a status bar stands for.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer

from db.review import Review
from qtapp.tasks import Task, Tasks
from tests.bench.ground import Ground, say
from tests.bench.measure import Rows, ratio
from tests.bench.painting import application

NAME = "longest gap of the loop during import"
ROUNDS = 5
TICK = 16
"""Milliseconds between two ticks: a frame of the screen."""
SHORTEST, LONGEST = 0.5, 8.0
"""Seconds of one round; a longer import is cancelled."""


def rows(ground: Ground) -> Rows:
    """An import and as long a time without one, in turn."""
    source = ground.jsonl
    application()
    say("watching the event loop")
    importing, idle = [], []
    for _ in range(ground.rounds(ROUNDS)):
        start = time.perf_counter()
        importing.append(_during_import(ground, source))
        lasted = max(SHORTEST, time.perf_counter() - start)
        idle.append(longest_gap(lambda loop, lasted=lasted: QTimer.singleShot(round(1000 * lasted), loop.quit)))
    yield ratio(NAME, 1.2, importing, idle)


def longest_gap(begin: Callable[[QEventLoop], object]) -> float:
    """Seconds of the longest gap between two ticks until the loop that `begin` is given ends."""
    loop, ticks = QEventLoop(), [time.perf_counter()]
    timer = QTimer(loop)
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.setInterval(TICK)
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
    timer.start()
    begin(loop)
    loop.exec()
    timer.stop()
    ticks.append(time.perf_counter())
    return max(after - before for before, after in pairwise(ticks))


def _during_import(ground: Ground, source: Path) -> float:
    path = ground.path("gap")
    Review.create(path, "bench").close()
    tasks = Tasks()
    seen: list[str] = []

    def begin(loop: QEventLoop) -> None:
        task: Task = tasks.run("Import", ["import", str(path), str(source)])
        task.failed.connect(seen.append)
        task.ended.connect(loop.quit)
        QTimer.singleShot(round(1000 * LONGEST), loop, task.cancel)

    gap = longest_gap(begin)
    tasks.stop()
    ground.remove(path)
    if seen:
        raise RuntimeError(seen[0])
    return gap
