"""How well sureness holds, as a small plot: how sure the check was against how often it was right."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from db.labels import Checked
from qtapp.kit import paint
from qtapp.kit.theme import tokens
from qtapp.kit.tips import plain_tip
from qtapp.labels.doubt_words import curve_words

SIDE, PAD = 60, 5
DOT = 1.75
"""Radius of the point of a group of tickets."""


class CurvePlot(QWidget):
    """Points on the diagonal are as sure as they are right; below it they were too sure."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("doubtCurve")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("How sure the check was, and how often it was right"))
        self._points: list[tuple[float, float]] = []

    def show_check(self, check: Checked) -> None:
        """Show the curve of a check; its numbers are in the tool tip."""
        self._points = [(one.sure, one.right) for one in check.curve]
        words = curve_words(check)
        self.setAccessibleDescription(words)
        error = self.tr("Expected calibration error {n}: how far sureness and truth are apart on average")
        self.setToolTip(plain_tip("\n".join((self.accessibleName(), error.format(n=f"{check.error:.3f}"), words))))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(SIDE, SIDE)

    def _place(self, sure: float, right: float) -> QPointF:
        inner = SIDE - 2 * PAD
        return QPointF(PAD + sure * inner, SIDE - PAD - right * inner)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), tokens()
        paint.round_rect(painter, self.rect(), colours.sunken, 4)
        painter.setPen(QPen(QColor(colours.text3), 1, Qt.PenStyle.DotLine))
        painter.drawLine(self._place(0, 0), self._place(1, 1))
        painter.setPen(QPen(QColor(colours.accent), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        places = [self._place(*one) for one in self._points]
        painter.drawPolyline(QPolygonF(places))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent))
        for place in places:
            painter.drawEllipse(QRectF(place.x() - DOT, place.y() - DOT, 2 * DOT, 2 * DOT))
