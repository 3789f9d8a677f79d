"""Row on the start: from the call of the program until list and ticket are painted, beside an empty window of Qt."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from tests.bench.ground import Ground, say
from tests.bench.measure import Rows, ratio, turns, warmed

NAME = "window of a review, usable"
ROUNDS = 5
ROOT = Path(__file__).resolve().parents[2]
HOMES = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA")

EMPTY = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        QTimer.singleShot(0, self, self.tell)
    def tell(self):
        print(time.monotonic(), flush=True)
        QApplication.quit()
app = QApplication(sys.argv[:1])
window = Window()
window.resize(1320, 820)
window.show()
app.exec()
"""


def rows(ground: Ground) -> Rows:
    """Both windows in turn, each in a process of its own with its own settings, from compiled modules."""
    review = ground.review
    say("starting windows")
    ours, reference = [], []
    for _ in turns(ground.rounds(ROUNDS) + 1):
        ours.append(_start(ground.folder, "-m", "tests.bench.first_paint", str(review)))
        reference.append(_start(ground.folder, "-c", EMPTY))
    # the first ones compile their modules, fill the disk's cache and make the daily copy
    yield ratio(NAME, 1.5, warmed(ours), warmed(reference))


def _start(home: Path, *arguments: str) -> float:
    """Seconds from here until the child prints the clock."""
    start = time.monotonic()
    done = subprocess.run(
        [sys.executable, *arguments], env=_environment(home), cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True
    )
    return float(done.stdout) - start


def _environment(home: Path) -> Mapping[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    cache = kept.get("XDG_CACHE_HOME", str(Path.home() / ".cache"))  # where the fonts of the system are known from
    return {**kept, **dict.fromkeys(HOMES, str(home / "home")), "XDG_CACHE_HOME": cache}
