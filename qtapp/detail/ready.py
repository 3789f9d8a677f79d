"""A picture of what a widget will show next, painted while something else is read. It is used where it still fits."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from qtapp.kit.theme import tokens


class Ready:
    """Holds one picture, and all that it was painted for."""

    def __init__(self) -> None:
        self._picture: tuple[object, QPixmap] | None = None

    def make(
        self, key: object, widget: QWidget, paint: Callable[[QPainter], object], size: QSize | None = None
    ) -> None:
        """Paint on the ground of the pane, in the size of the widget unless told."""
        ratio = widget.devicePixelRatio()
        if self._picture is not None and self._picture[0] == (key, ratio):
            return
        picture = QPixmap((size or widget.size()) * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(tokens().surface))
        painter = QPainter(picture)
        paint(painter)
        painter.end()
        self._picture = (key, ratio), picture

    def draw(self, key: object, painter: QPainter) -> bool:
        """Draw the picture; False where there is none, or one of something else."""
        ratio = painter.device().devicePixelRatio()
        if self._picture is None or self._picture[0] != (key, ratio):
            return False
        painter.drawPixmap(0, 0, self._picture[1])
        return True
