"""The cut through the findings: a slider over bars, one for each part of them, as high as they are doubtful.

What lies before the knob is taken in. Moved as any slider; what it moves is told by `valueChanged`.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from qtapp.kit import paint
from qtapp.kit.theme import tokens

HEIGHT, KNOB = 44, 12
BAR, GAP = 5, 1
LEAST = 2
"""Pixels of the lowest bar."""


class Cut(QSlider):
    """Its value is a number of findings, of all that `levels` there are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._levels: Sequence[float] = ()
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_cut(self, levels: Sequence[float], number: int, step: int) -> None:
        """Show a cut after so many of the findings with these doubts, most first, less than none."""
        self._levels = levels
        self.blockSignals(True)
        self.setRange(1, max(1, len(levels)))
        self.setSingleStep(step)
        self.setPageStep(5 * step)
        self.setValue(number)
        self.blockSignals(False)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(100, HEIGHT)

    # Places

    def _room(self) -> QRect:
        return self.rect().adjusted(KNOB // 2, 1, -KNOB // 2, -KNOB - 1)

    def _x(self) -> float:
        room = self._room()
        return room.left() + room.width() * self.value() / max(1, self.maximum())

    def _move_to(self, x: float) -> None:
        room = self._room()
        self.setValue(round(self.maximum() * (x - room.left()) / max(1, room.width())))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._move_to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._move_to(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Right and Up take in more, as on any slider; other keys are none of its own."""
        if event.text() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours, room = QPainter(self), tokens(), self._room()
        edge = self._x()
        bars = max(1, room.width() // (BAR + GAP))
        most = -self._levels[0] if self._levels else 1.0
        for number in range(bars if self._levels else 0):
            level = -self._levels[min(len(self._levels) - 1, (2 * number + 1) * len(self._levels) // (2 * bars))]
            height = max(LEAST, round(room.height() * level / most)) if most > 0 else LEAST
            left = room.left() + number * room.width() / bars
            area = QRectF(left, room.bottom() + 1 - height, room.width() / bars - GAP, height)
            paint.round_rect(painter, area, colours.accent_fill if left + BAR / 2 < edge else colours.edge, 1)
        self._knob(painter, edge, room)

    def _knob(self, painter: QPainter, x: float, room: QRect) -> None:
        colours = tokens()
        painter.setPen(QPen(QColor(colours.text), 1.25))
        painter.drawLine(QPointF(x, room.top()), QPointF(x, room.bottom() + 2))
        painter.setPen(QPen(QColor(colours.accent), 2.5 if self.hasFocus() else 1.25))
        painter.setBrush(QColor(colours.surface))
        painter.drawEllipse(QRectF(x - KNOB / 2 + 1, self.height() - KNOB, KNOB - 2, KNOB - 2))
