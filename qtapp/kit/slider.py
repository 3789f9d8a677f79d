"""A slider in the look of the window: a thin line, filled from the knob to its end: that is what is taken in."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSlider, QStyle, QStyleOptionSlider, QWidget

from qtapp.kit.theme import tokens

LINE, KNOB = 4, 12


class Slider(QSlider):
    """Moved by the arrow keys, Page Up and Down, and the mouse, as any slider."""

    def __init__(self, first: int, last: int, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setRange(first, last)
        self.setPageStep(5)

    def sizeHint(self) -> QSize:
        return QSize(88, 20)

    def minimumSizeHint(self) -> QSize:
        return QSize(56, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), tokens()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        control, part = QStyle.ComplexControl.CC_Slider, QStyle.SubControl.SC_SliderHandle
        middle = self.style().subControlRect(control, option, part, self).center().x() + 0.5
        top = (self.height() - LINE) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.line))
        painter.drawRoundedRect(QRectF(0, top, self.width(), LINE), LINE / 2, LINE / 2)
        painter.setBrush(QColor(colours.accent_fill))
        painter.drawRoundedRect(QRectF(middle, top, self.width() - middle, LINE), LINE / 2, LINE / 2)
        painter.setPen(QPen(QColor(colours.accent), 2.5 if self.hasFocus() else 1.25))
        painter.setBrush(QColor(colours.surface))
        half = KNOB / 2
        painter.drawEllipse(QRectF(middle - half, self.height() / 2 - half, KNOB, KNOB))
