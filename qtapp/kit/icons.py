"""Our drawings, in the colours of the theme: `icon(name)` for Qt's own widgets, `pixmap(name)` for painting.

A drawing is an SVG of `resources/icons` on a grid of 16, in ``currentColor``; where it stands for a filled shape with
something cut out of it, the cut is of the colour ``ground``.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

import resources
from qtapp.kit.theme import tokens

SIZES = (16, 20)


def names() -> list[str]:
    """All drawings that there are."""
    return sorted(file.stem for file in resources.path("icons").glob("*.svg"))


def pixmap(name: str, token: str = "text2", size: int = 16) -> QPixmap:
    """A drawing in the colour of a token, `size` pixels of the screen's own measure; shared, so do not paint on it."""
    app = QGuiApplication.instance()
    return _pixmap(tokens().name, app.devicePixelRatio(), name, token, size)


def icon(name: str, token: str = "text2") -> QIcon:
    """The same for buttons and menus; faint where it is disabled."""
    made = QIcon()
    for size in SIZES:
        made.addPixmap(pixmap(name, token, size))
        made.addPixmap(pixmap(name, "edge", size), QIcon.Mode.Disabled)
    return made


def forget() -> None:
    """Let go of all pictures: they must not outlive the application."""
    _pixmap.cache_clear()


@cache
def _source(name: str) -> str:
    return resources.path("icons", f"{name}.svg").read_bytes().decode()


@cache
def _pixmap(theme: str, ratio: float, name: str, token: str, size: int) -> QPixmap:
    colours = tokens()
    drawing = _source(name).replace("currentColor", getattr(colours, token)).replace("ground", colours.surface)
    made = QPixmap(round(size * ratio), round(size * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return made
