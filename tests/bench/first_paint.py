"""The program, as it is started by its user, but that it says when its window can be used, and ends.

``python -m tests.bench.first_paint REVIEW`` prints the clock of the system once the first list and the first ticket
are on the screen.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from pathlib import Path

from qtapp.__main__ import load, main


def watch() -> None:
    """Have the window looked at as soon as there is one."""
    load()  # before anything here loads a part of it in another way than the program does
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication

    from qtapp.app.program import Program

    class Watch(QObject):
        """Waits until each of these has been painted."""

        def __init__(self, *watched: QObject) -> None:
            super().__init__(watched[0])
            self._left = set(watched)
            for one in watched:
                one.installEventFilter(self)

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and watched in self._left:
                self._left.discard(watched)
                if not self._left:
                    QTimer.singleShot(0, self, self.tell)
            return False

        def tell(self) -> None:
            print(time.monotonic(), flush=True)
            QApplication.quit()

    plain = Program.start

    def start(self: Program, paths: Sequence[Path]) -> None:
        plain(self, paths)
        assert self.window is not None
        assert self.window.tickets is not None
        self.watch = Watch(self.window.tickets.list.viewport(), self.window.tickets.pane.thread.viewport())

    Program.start = start


if __name__ == "__main__":
    watch()
    sys.exit(main(sys.argv[1:]))
