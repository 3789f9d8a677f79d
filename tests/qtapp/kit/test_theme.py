"""A theme is put in force while windows are open and others have just been closed."""

from __future__ import annotations

import subprocess
import sys

CLOSED_WINDOWS = """
import gc
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel
from qtapp.kit import theme

class Hearing(QLabel):
    def changeEvent(self, event):
        if event.type() is QEvent.Type.StyleChange:
            gc.set_threshold(1, 1, 1)  # as if many things had been made since the last one
            heard.append([list(range(3)) for _ in range(9)])
        super().changeEvent(event)

app, heard = QApplication([]), []
theme.use(app, "light")
for turn in range(40):
    gc.set_threshold(10**6)
    shown = [Hearing("shown") for _ in range(5)]
    for one in shown:
        one.show()
    for _ in range(20):  # known to nobody but themselves: gone with the next collection
        lost = QLabel("closed")
        lost.show()
        lost.hide()
        lost.itself = lost
    del lost
    theme.use(app, "dark" if turn % 2 else "light")
assert len(heard) >= 200, len(heard)
assert gc.isenabled()
"""


def test_windows_that_nobody_knows_any_more_do_not_go_in_the_middle_of_it() -> None:
    done = subprocess.run([sys.executable, "-c", CLOSED_WINDOWS], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
