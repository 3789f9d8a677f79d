"""A scroll bar that is a thin rounded handle and no more.

The bars of the style are painted with gradients and cost more than the text that they scroll.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QStyle, QStyleOptionSlider, QWidget

from qtapp.kit.theme import tokens

WIDTH = 12
HANDLE = 6


class SlimBar(QScrollBar):
    """A vertical scroll bar that shows its handle where there is something to scroll."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setAccessibleName(self.tr("Scroll"))

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(tokens().surface))
        if self.maximum() <= self.minimum():
            return
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        control, part = QStyle.ComplexControl.CC_ScrollBar, QStyle.SubControl.SC_ScrollBarSlider
        handle = self.style().subControlRect(control, option, part, self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens().edge))
        left = self.width() - HANDLE - 2
        painter.drawRoundedRect(QRectF(left, handle.top() + 1, HANDLE, handle.height() - 2), HANDLE / 2, HANDLE / 2)
