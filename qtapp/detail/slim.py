"""A scroll bar that is a thin rounded handle and no more.

The bars of the style are painted with gradients and cost more than the text that they scroll.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from qtapp.kit import paint
from qtapp.kit.theme import tokens

WIDTH = 12
HANDLE = 6
SHORTEST = 32
"""Pixels: the bar, its handle, and the least height of that with its margins, as the style sheet has it."""


class SlimBar(QScrollBar):
    """A vertical scroll bar that shows its handle where there is something to scroll."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setAccessibleName(self.tr("Scroll"))

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.fill(painter, event.rect(), tokens().surface)
        if self.maximum() <= self.minimum():
            return
        top, height = self.handle()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens().edge))
        left = self.width() - HANDLE - 2
        painter.drawRoundedRect(QRectF(left, top + 1, HANDLE, height - 2), HANDLE / 2, HANDLE / 2)

    def handle(self) -> tuple[int, int]:
        """The handle's top and height, where the style has it: asking the style loads all of what styles know."""
        steps, room = self.maximum() - self.minimum(), self.height()
        height = min(room, max(SHORTEST, self.pageStep() * room // (steps + self.pageStep())))
        way = (room - height) * (self.sliderPosition() - self.minimum())
        return (2 * way + steps) // (2 * steps), height
