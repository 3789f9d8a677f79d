"""Times of frames in a corner of the window, for developers (``--debug``). Loaded and made for them only.

A frame lasts from the request to paint until the event loop has its turn again. A gap is the time between two ticks of
a clock of the screen: as long as that nothing could have been painted.
"""

from __future__ import annotations

from collections import deque
from math import ceil
from time import perf_counter

from PySide6.QtCore import QEvent, QMargins, QObject, Qt, QTimer
from PySide6.QtGui import QFontDatabase, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from qtapp.kit import paint
from qtapp.kit.theme import SMALL, tokens

SPAN = 5.0
"""Seconds that the figures are of."""
TICK, SHOWN = 16, 500
"""Milliseconds between two ticks, and between two times that the figures are shown."""
INSET, ABOVE, ROUND = 56, 90, 6
"""Pixels from the right edge and from the foot of the window, beside what is pressed there, and of the corners."""


class Times:
    """Durations in seconds with the times at which they ended; those older than `SPAN` are dropped."""

    def __init__(self) -> None:
        self._kept: deque[tuple[float, float]] = deque()

    def add(self, now: float, duration: float) -> None:
        """Keep one."""
        self._kept.append((now, duration))
        self.drop(now)

    def drop(self, now: float) -> None:
        """Forget what is too old."""
        while self._kept and self._kept[0][0] < now - SPAN:
            self._kept.popleft()

    def last(self) -> float:
        """The newest one, 0 where there is none."""
        return self._kept[-1][1] if self._kept else 0.0

    def share(self, share: float) -> float:
        """The least one that so large a share of them does not go beyond (nearest rank), 0 where there is none."""
        found = sorted(duration for _, duration in self._kept)
        return found[max(ceil(share * len(found)) - 1, 0)] if found else 0.0


class FrameTimes(QLabel):
    """Stands over one window, and watches it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("frameTimes")
        self.setAccessibleName(self.tr("Times of frames"))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setTextFormat(Qt.TextFormat.PlainText)
        shape = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        shape.setPixelSize(SMALL)
        self.setFont(shape)
        self.setStyleSheet(f"color: {tokens().toast_text}; padding: 6px 8px")
        self.frames, self.gaps = Times(), Times()
        self._begun = self._ticked = 0.0
        self._is_own = False
        self._end = QTimer(self, singleShot=True, interval=0)
        self._end.timeout.connect(self._end_frame)
        self._clock = QTimer(self, interval=TICK)
        self._clock.setTimerType(Qt.TimerType.PreciseTimer)
        self._clock.timeout.connect(self._tick)
        self._shows = QTimer(self, interval=SHOWN)
        self._shows.timeout.connect(self.tell)
        window.installEventFilter(self)
        self.tell()
        self._clock.start()
        self._shows.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.UpdateRequest:
            if self._is_own:
                self._is_own = False  # what shows the figures is none of them
            else:
                self._begun = perf_counter()
                self._end.start()
        elif kind == QEvent.Type.Resize:
            self._stand()
        return False

    def _end_frame(self) -> None:
        now = perf_counter()
        self.frames.add(now, now - self._begun)

    def _tick(self) -> None:
        now = perf_counter()
        if self._ticked:
            self.gaps.add(now, now - self._ticked)
        self._ticked = now

    def tell(self) -> None:
        """Show the figures as they are now."""
        now = perf_counter()
        self.frames.drop(now)
        self.gaps.drop(now)
        shown = (self.frames.last(), self.frames.share(0.5), self.frames.share(0.99), self.gaps.share(1.0))
        last, median, most, gap = (f"{1000 * one:5.1f}" for one in shown)
        words = self.tr("frame {last}  median {median}  p99 {most} ms\nlongest gap {gap} ms in {seconds:g} s")
        words = words.format(last=last, median=median, most=most, gap=gap, seconds=SPAN)
        if words != self.text():  # else nothing is painted, and the next frame is somebody's
            self._is_own = self.isVisible()
            self.setText(words)
            self._stand()

    def _stand(self) -> None:
        self.adjustSize()
        over = self.parentWidget().rect().marginsRemoved(QMargins(0, 0, INSET, ABOVE))
        self.move(over.right() - self.width(), over.bottom() - self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.round_rect(painter, self.rect(), tokens().toast, ROUND)
        painter.end()
        super().paintEvent(event)
