"""Help for delegates and painted widgets: grounds, pills, hits, elided text. Colours come in as ``#RRGGBB``.

Leaves pen, brush and font of the painter as it needs them; callers set their own before each of their strokes.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QStaticText

from qtapp.kit.icons import pixmap
from qtapp.kit.theme import SMALL, font, tokens

BAR = 3
"""Width of the accent bar of a chosen row."""
KEY_HEIGHT = 18

LEFT_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


@cache
def metrics(size: int, bold: bool = False) -> QFontMetrics:
    """Measures of the screen's font; made once, because making them costs more than using them."""
    return QFontMetrics(font(size, bold))


@lru_cache(2048)
def _set(text: str, size: int, width: int) -> tuple[QStaticText, int]:
    """A text with its glyphs, no wider than `width`, and its own width: what returns row after row is laid out once."""
    shown = elide(text, size, width)
    glyphs = QStaticText(shown)
    glyphs.setTextFormat(Qt.TextFormat.PlainText)
    glyphs.prepare(font=font(size))
    return glyphs, metrics(size).horizontalAdvance(shown)


def forget() -> None:
    """Let go of measures and glyphs: they must not outlive the application."""
    metrics.cache_clear()
    _set.cache_clear()


def fill(painter: QPainter, area: QRect, colour: str) -> None:
    """A filled rectangle. With a colour, `fillRect` and `QBrush` load all of QGradient and QImage: 4 ms of a start."""
    painter.setBackground(QColor(colour))
    painter.eraseRect(area)


def round_rect(painter: QPainter, area: QRect | QRectF, colour: str, radius: float) -> None:
    """A filled rectangle with round corners and no edge."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(area, radius, radius)


def outline(painter: QPainter, area: QRect, colour: str, radius: float, ground: str = "", width: float = 1) -> None:
    """A rectangle with round corners and an edge that lies on whole pixels."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), width))
    painter.setBrush(QColor(ground) if ground else Qt.BrushStyle.NoBrush)
    half = width / 2
    painter.drawRoundedRect(QRectF(area).adjusted(half, half, -half, -half), radius, radius)


def ring(painter: QPainter, middle: QPointF, chosen: bool) -> None:
    """What stands before each of several that one is chosen of: a ring, with a point in it for that one."""
    colours = tokens()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colours.accent if chosen else colours.text3), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(middle, 6, 6)
    if chosen:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent))
        painter.drawEllipse(middle, 3, 3)


def selected_ground(painter: QPainter, area: QRect, bar: bool = True) -> None:
    """The ground of a chosen row; `bar` adds the accent bar at its left, so that colour alone does not tell."""
    colours = tokens()
    round_rect(painter, area, colours.selected, 6)
    if bar:
        height = min(24, area.height() - 8)
        top = area.center().y() - height // 2 + 1
        round_rect(painter, QRect(area.left(), top, BAR, height), colours.accent, BAR / 2)


def write(
    painter: QPainter, area: QRect, text: str, face: QFont, colour: str, align: Qt.AlignmentFlag | None = None
) -> None:
    """One line of text, clipped by nothing: elide it first."""
    painter.setFont(face)
    painter.setPen(QColor(colour))
    painter.drawText(area, LEFT_MIDDLE if align is None else align, text)


def label(painter: QPainter, line: QRect, text: str, size: int, colour: str) -> None:
    """One line of a text that many rows say, elided, drawn from its left end."""
    _stamp(painter, line, _set(text, size, line.width())[0], size, colour)


def _stamp(painter: QPainter, line: QRect, glyphs: QStaticText, size: int, colour: str) -> None:
    painter.setFont(font(size))
    painter.setPen(QColor(colour))
    painter.drawStaticText(line.left(), line.top() + (line.height() - metrics(size).height()) // 2, glyphs)


def elide(text: str, size: int, width: int, mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight) -> str:
    """The text, or as much of it as `width` pixels hold."""
    return metrics(size).elidedText(text, mode, width)


def key_width(text: str) -> int:
    """How wide the box of a key is."""
    return max(KEY_HEIGHT - 1, metrics(SMALL).horizontalAdvance(text) + 10)


def key_box(painter: QPainter, area: QRect, text: str, on_accent: bool = False) -> None:
    """A key in its outlined box; on the fill of a primary button in the colour of its words."""
    colours = tokens()
    box = QRect(area.left(), area.center().y() - KEY_HEIGHT // 2 + 1, area.width(), KEY_HEIGHT)
    if on_accent:
        veil = QColor(colours.on_accent)
        veil.setAlpha(60)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(veil)
        painter.drawRoundedRect(box, 4, 4)
    else:
        outline(painter, box, colours.edge, 4, colours.surface)
    align = Qt.AlignmentFlag.AlignCenter
    write(painter, box, text, font(SMALL), colours.on_accent if on_accent else colours.text2, align)


def badge(painter: QPainter, line: QRect, name: str, word: str, token: str, size: int = 12) -> int:
    """An icon and a word at the right end of a line; returns the width that they took, with the gap before them."""
    glyphs, width = _set(word, size, line.width())
    _stamp(painter, line.adjusted(line.width() - width, 0, 0, 0), glyphs, size, getattr(tokens(), token))
    corner = QPoint(line.right() - width - 17, line.center().y() - 6)
    painter.drawPixmap(corner, pixmap(name, token, 14))
    return width + 28


def hits(painter: QPainter, line: QRect, text: str, ranges: Iterable[tuple[int, int]], size: int = 13) -> None:
    """The grounds of what was searched for; `text` is as it is written on the line, ranges are places in it."""
    ground = tokens().hit
    for start, end in ranges:
        left = metrics(size).horizontalAdvance(text[:start])
        right = metrics(size).horizontalAdvance(text[:end])
        box = QRect(line.left() + left - 1, line.center().y() - size // 2 - 2, right - left + 2, size + 6)
        round_rect(painter, box, ground, 3)
