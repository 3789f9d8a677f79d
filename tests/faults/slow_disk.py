"""A disk that takes 50 ms for each sync, under the window: what is shown is on the disk, and how long the window waits.

It does wait: the commit of an action is made on the thread of the window, because an action is shown as done only when
it is on the disk. So the longest gap of the event loop is that of a fast disk and the syncs of one action.

A library that is loaded before all others makes every fsync and fdatasync take longer, and counts them. The same keys
are pressed with it and without; the longest time between two beats of the event loop around each key is compared.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

from db import edits
from db.importing import import_paths
from db.review import Review
from tests.db.files import part
from tests.faults.outcome import Broken, Outcome, Skip, scratch

ROOT = Path(__file__).resolve().parents[2]
SYNC = 50
"""Milliseconds of a sync."""
MOST = 4
"""Syncs of an action at most: one, and three more where the log of SQLite is full and goes into the review."""
PAUSE = 60
"""Milliseconds between two keys."""
TICKETS = 60
KEYS = (
    *("A", "F", "X", "1", "2", "J", "3", "A"),
    *("Shift+J", "Shift+J", "Shift+J", "F", "Shift+V"),
    *("Z", "Z", "Ctrl+Shift+Z", "Z"),
    *("Ctrl+A", "A", "Z", "Shift+V", "J"),
)
"""Decisions, one ticket at a time and several, undo and redo."""
SHIM = r"""
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

static void pause_and_count(void) {
    const char *count = getenv("SLOW_DISK_COUNT"), *wait = getenv("SLOW_DISK_WAIT");
    int file = count ? open(count, O_WRONLY | O_APPEND | O_CREAT, 0600) : -1;
    if (file >= 0) {
        (void)!write(file, ".", 1);
        close(file);
    }
    if (wait) usleep(1000 * atoi(wait));
}

int fsync(int file) {
    int (*real)(int) = dlsym(RTLD_NEXT, "fsync");
    pause_and_count();
    return real(file);
}

int fdatasync(int file) {
    int (*real)(int) = dlsym(RTLD_NEXT, "fdatasync");
    pause_and_count();
    return real(file);
}
"""


def run(outcome: Outcome, rounds: int) -> None:
    """The keys `rounds` times. A try is a key that has changed something: it was synced before it was shown, and by one
    sync, not by several. How long the window stood still meanwhile is told beside it, in milliseconds.
    """
    with scratch() as folder:
        shim = _built(folder)
        plain = _pressed(folder / "plain", shim, 0, rounds)
        slow = _pressed(folder / "slow", shim, SYNC, rounds)
    for number, (key, written, synced) in enumerate(zip(slow["keys"], slow["written"], slow["synced"], strict=True)):
        if written:
            with outcome.one(f"key {number}, {key}"):
                if synced < written:
                    raise Broken("shown before it was on the disk")
                if synced > MOST * written:
                    raise Broken(f"{synced} syncs")
    for name, told in (("", slow), ("_without_delay", plain)):
        gaps = [gap for gap, written in zip(told["gaps"], told["written"], strict=True) if written]
        outcome.count(f"longest_gap_ms{name}", round(max(gaps)))
        outcome.count(f"median_gap_ms{name}", round(statistics.median(gaps)))


def _built(folder: Path) -> Path:
    """The library."""
    compiler = shutil.which("gcc") or shutil.which("cc")
    if compiler is None or sys.platform != "linux":
        raise Skip("a slow disk is made by a library that is compiled for Linux, and there is no compiler")
    source, shim = folder / "slow.c", folder / "slow.so"
    source.write_text(SHIM, encoding="ascii")
    made = subprocess.run([compiler, "-shared", "-fPIC", "-o", shim, source, "-ldl"], capture_output=True, text=True)
    if made.returncode:
        raise Skip(f"the library of a slow disk cannot be compiled: {made.stderr[:200]}")
    return shim


def _pressed(folder: Path, shim: Path, wait: int, rounds: int) -> dict[str, list]:
    """What a window tells that ran with the library."""
    folder.mkdir()
    home = {name: str(folder / "home") for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")}
    slow = {"LD_PRELOAD": str(shim), "SLOW_DISK_COUNT": str(folder / "count"), "SLOW_DISK_WAIT": str(wait)}
    call = [sys.executable, "-m", __name__, str(folder), str(rounds)]
    done = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, env={**os.environ, **home, **slow})
    if done.returncode:
        raise Broken(done.stderr.strip()[-400:])
    told: dict[str, list] = json.loads(done.stdout.splitlines()[-1])
    return told


def main(folder: str, rounds: str) -> None:
    """The window: presses the keys and prints what it saw, in milliseconds."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from qtapp import settings
    from tests.qtapp.desk import Desk

    place = Path(folder)
    review = place / "slow.winnow"
    with Review.create(review, "lin") as made:
        import_paths(made, [part(place / "a.md", [f"第 {n} 张" for n in range(TICKETS)])])
    app = QApplication([])
    settings.set_checks_labels(False)
    desk = Desk(app, [review])
    desk.session.confirm = lambda _: True
    beats, keys = _Beats(), KEYS * int(rounds)
    told: dict[str, list] = {"keys": list(keys), "gaps": [], "written": [], "synced": []}
    heart = QTimer(interval=1)
    heart.timeout.connect(beats.beat)
    heart.start()
    left = iter(keys)
    desk.press("J", "K")
    count = place / "count"
    count.touch()

    def press() -> None:
        key = next(left, None)
        if key is None:
            app.quit()
            return
        before, synced = edits.last_entry(desk.session.review), count.stat().st_size
        beats.begin()
        desk.press(key)
        told["written"].append(edits.last_entry(desk.session.review) - before)
        told["synced"].append(count.stat().st_size - synced)
        QTimer.singleShot(PAUSE, after)

    def after() -> None:
        told["gaps"].append(beats.longest)
        press()

    QTimer.singleShot(PAUSE, press)
    app.exec()
    assert desk.broken == [], desk.broken
    desk.leave()
    print(json.dumps(told))


class _Beats:
    """The longest time between two beats, in milliseconds, since it was last asked to begin."""

    def __init__(self) -> None:
        self.longest, self._last = 0.0, time.perf_counter()

    def begin(self) -> None:
        self.longest, self._last = 0.0, time.perf_counter()

    def beat(self) -> None:
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, (now - self._last) * 1000), now


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main(*sys.argv[1:])
