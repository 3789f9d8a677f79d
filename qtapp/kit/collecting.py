"""Python's collector, run by the event loop.

By itself it runs in whichever thread makes the next object. A widget that goes in another thread than Qt's is told to
its style sheet too late, which keeps a pointer to it: the next change of theme crashes. Libraries of Qt widgets that
work with threads do the same (`GarbageCollector` of pyqtgraph).
"""

from __future__ import annotations

import gc
import time

from PySide6.QtCore import QCoreApplication, QObject, QTimer

BEAT = 250
"""Milliseconds between two looks at how much has been made."""
SHARE = 0.01
"""Of the time that full collections may take: each walks all objects there are."""


class Collector(QObject):
    """Of one application, from now on until it ends."""

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        gc.disable()
        self._next_full = 0.0
        timer = QTimer(self, interval=BEAT)
        timer.timeout.connect(self.collect)
        timer.start()

    def collect(self) -> None:
        """Collect the oldest generation that is due by Python's own thresholds, and the younger ones with it."""
        due = [count > limit for count, limit in zip(gc.get_count(), gc.get_threshold(), strict=True)]
        start = time.perf_counter()
        if due[2] and start >= self._next_full:
            gc.collect(2)
            self._next_full = start + (time.perf_counter() - start) / SHARE
        elif due[1] or due[0]:
            gc.collect(1 if due[1] else 0)
