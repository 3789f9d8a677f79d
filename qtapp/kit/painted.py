"""Work that waits until a widget has been on the screen once: what is looked at comes before what is counted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

PATIENCE = 100
"""Milliseconds after which it is done all the same: the widget may be hidden."""


class AfterPaint(QObject):
    """Calls `then` once, as soon as `watched` has been painted. Lives no longer than `parent`."""

    def __init__(self, watched: QWidget, then: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, singleShot=True, interval=PATIENCE)
        self._timer.timeout.connect(then)
        self._timer.timeout.connect(self.deleteLater)
        watched.installEventFilter(self)
        self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self._timer.start(0)
        return False
