"""The two labels of a finding against one another, each with its probability, and the words that speak for the likely
one. Painted; says the same to assistive technology."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from db.labels import Doubt
from qtapp.kit import paint
from qtapp.kit.theme import BODY, SECONDARY, font, tokens
from qtapp.kit.tips import plain_tip
from qtapp.labels.doubt_words import on_one_line

LINE, GAP = 26, 12
METER = (72, 200)
"""Pixels of a bar that is full where the check is sure: at least, at most."""
NARROW = 260
"""Pixels of a line below which the label needs all of it, and the number says enough."""
NUMBER = 34
PILL, PADDING = 20, 7


class Verdict(QWidget):
    """Three lines: as it is, what is likely, because of which words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("doubtVerdict")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._doubt: Doubt | None = None
        self._names = (self.tr("Given"), self.tr("Likely"), self.tr("Words"))

    def show_doubt(self, doubt: Doubt) -> None:
        """Show a finding; what does not fit is in the tool tip."""
        self._doubt = doubt
        given, likely, because = self._names
        lines = [f"{given}: {doubt.given} {doubt.probability:.2f}", f"{likely}: {doubt.likely} {doubt.confidence:.2f}"]
        lines += [f"{because}: {' '.join(doubt.words)}"] if doubt.words else []
        self.setAccessibleName("; ".join(lines))
        self.setToolTip(plain_tip("\n".join(lines)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, 3 * LINE)

    def paintEvent(self, event: QPaintEvent) -> None:
        doubt = self._doubt
        if doubt is None:
            return
        painter, colours = QPainter(self), tokens()
        left = max(paint.metrics(SECONDARY).horizontalAdvance(name) for name in self._names) + GAP
        for number, name in enumerate(self._names):
            if number < 2 or doubt.words:
                line = QRect(0, number * LINE, left, LINE)
                paint.write(painter, line, name, font(SECONDARY), colours.text2)
        inner = QRect(left, 0, self.width() - left, LINE)
        self._label(painter, inner, doubt.given, doubt.probability, ("text", "text3"))
        self._label(painter, inner.translated(0, LINE), doubt.likely, doubt.confidence, ("accent", "accent"))
        self._words(painter, inner.translated(0, 2 * LINE), doubt.words)

    def _label(self, painter: QPainter, line: QRect, label: str, share: float, of: tuple[str, str]) -> None:
        colours, (text, bar) = tokens(), of
        meter = min(METER[1], max(METER[0], line.width() // 3)) if line.width() >= NARROW else 0
        room = line.width() - meter - NUMBER - GAP
        paint.write(painter, line, paint.elide(on_one_line(label), BODY, room), font(BODY), getattr(colours, text))
        if meter:
            area = QRectF(line.left() + room + GAP, line.center().y() - 2, meter, 6)
            paint.round_rect(painter, area, colours.line, 3)
            area.setWidth(max(6.0, meter * min(1.0, share)))
            paint.round_rect(painter, area, getattr(colours, bar), 3)
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        paint.write(painter, line, f"{share:.2f}", font(SECONDARY), getattr(colours, text), right)

    def _words(self, painter: QPainter, line: QRect, words: tuple[str, ...]) -> None:
        colours, left = tokens(), line.left()
        for word in words:
            width = paint.metrics(SECONDARY).horizontalAdvance(word) + 2 * PADDING
            if left + width > line.right() + 1:
                return
            area = QRect(left, line.center().y() - PILL // 2 + 1, width, PILL)
            paint.round_rect(painter, area, colours.hit, 4)
            paint.write(painter, area.adjusted(PADDING, 0, 0, 0), word, font(SECONDARY), colours.hit_text)
            left += width + 6
