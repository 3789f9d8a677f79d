"""A thin bar that fills: how far something is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from qtapp.kit.paint import round_rect
from qtapp.kit.theme import tokens

THICKNESS = 6


class Bar(QWidget):
    """Six pixels high; the filled part has the colour of a token."""

    def __init__(self, parent: QWidget | None = None, token: str = "accent_fill") -> None:
        super().__init__(parent)
        self._token = token
        self._share = 0.0
        self.setFixedHeight(THICKNESS)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def share(self) -> float:
        """How much of it is filled, 0 to 1."""
        return self._share

    def set_share(self, share: float) -> None:
        """Fill this much of it, 0 to 1."""
        share = min(1.0, max(0.0, share))
        if share != self._share:
            self._share = share
            self.setAccessibleDescription(f"{share:.0%}")
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(96, THICKNESS)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), tokens()
        round_rect(painter, self.rect(), colours.line, THICKNESS / 2)
        if self._share:
            filled = QRectF(0, 0, max(THICKNESS, self.width() * self._share), THICKNESS)
            round_rect(painter, filled, getattr(colours, self._token), THICKNESS / 2)
