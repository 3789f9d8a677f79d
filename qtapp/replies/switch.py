"""A switch: words and a small knob that is at the left or at the right."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from qtapp.kit import paint
from qtapp.kit.theme import SECONDARY, font, tokens

HEIGHT, TRACK, THICK, KNOB = 24, 26, 14, 10


class Switch(QAbstractButton):
    """On where it is checked."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        return QSize(paint.metrics(SECONDARY).horizontalAdvance(self.text()) + 10 + TRACK + 4, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours, area = QPainter(self), tokens(), self.rect()
        paint.write(painter, area.adjusted(2, 0, 0, 0), self.text(), font(SECONDARY), colours.text2)
        top = (area.height() - THICK) / 2
        track = QRectF(area.width() - TRACK - 2, top, TRACK, THICK)
        paint.round_rect(painter, track, colours.accent_fill if self.isChecked() else colours.edge, THICK / 2)
        left = track.right() - KNOB - 2 if self.isChecked() else track.left() + 2
        painter.setBrush(QColor(colours.on_accent if self.isChecked() else colours.surface))
        painter.drawEllipse(QRectF(left, top + 2, KNOB, KNOB))
        if self.hasFocus():
            paint.outline(painter, area, colours.accent, 4)
