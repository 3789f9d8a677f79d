"""Paints what stands behind the text of a thread: bubbles, pills, hits, key boxes and small icons.

Reads the geometry of a laid out document; changes nothing in it. Looks only at what the viewport shows, so the length
of a thread does not matter.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTextBlock, QTextDocument

from qtapp.detail.compose import Bubble, Mark
from qtapp.detail.formats import LEFT, PAD_X, PAD_Y, RIGHT, SMALL_LINE, Formats
from qtapp.kit.icons import pixmap

RADIUS = 8
MEASURED_LINES = 12
"""A bubble of more lines than this has its full width without asking each line."""


class Backdrop:
    """Paints behind the text of one document."""

    def __init__(self, document: QTextDocument, formats: Formats, marks: Sequence[Mark], bubbles: Sequence[Bubble]):
        self._document = document
        self._layout = document.documentLayout()
        self._formats = formats
        self._marks = marks
        self._starts = [mark.start for mark in marks]
        self._bubbles = bubbles
        self._lasts = [bubble.last for bubble in bubbles]

    def paint(self, painter: QPainter, top: int, first: int, last: int, current: int) -> None:
        """Paint the blocks first:last+1, scrolled by `top`; `current` is the number of the marked reply, 0 for none."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -top)
        last = min(last, self._document.blockCount() - 1)
        for bubble in self._within(first, last):
            self._bubble(painter, bubble, bubble.number == current)
        self._paint_marks(painter, first, last)

    def _within(self, first: int, last: int) -> Iterator[Bubble]:
        for n in range(bisect_left(self._lasts, first), len(self._bubbles)):
            if self._bubbles[n].first > last:
                return
            yield self._bubbles[n]

    def rect(self, bubble: Bubble) -> QRectF:
        """Where a bubble stands in the document."""
        block = self._document.findBlockByNumber(bubble.first)
        lines = self._lines(block)
        top, bottom, edge, widest = lines.top(), lines.bottom(), lines.right(), lines.width()
        for _ in range(bubble.last - bubble.first):
            block = block.next()
            lines = self._lines(block)
            bottom, edge = lines.bottom(), max(edge, lines.right())
        formats = self._formats
        if bubble.side == "plain":
            return QRectF(LEFT - 8, top - 3, formats.width - LEFT - RIGHT + 16, bottom - top + 6)
        if bubble.side == "left":
            return QRectF(LEFT, top - PAD_Y, min(edge - LEFT + PAD_X, formats.bubble), bottom - top + 2 * PAD_Y)
        width = (widest if bubble.width is None else bubble.width) + 2 * PAD_X
        return QRectF(formats.width - RIGHT - width, top - PAD_Y, width, bottom - top + 2 * PAD_Y)

    def _lines(self, block: QTextBlock) -> QRectF:
        """The lines of a block without its margins; as wide as its widest line."""
        layout = block.layout()
        box = layout.boundingRect()
        bottom = self._layout.blockBoundingRect(block).bottom()
        count = layout.lineCount()
        if count > MEASURED_LINES:
            return QRectF(0, bottom - box.height(), self._formats.width, box.height())
        rects = [layout.lineAt(n).naturalTextRect() for n in range(count)]
        left = min((rect.left() for rect in rects), default=0.0)
        right = max((rect.right() for rect in rects), default=0.0)
        return QRectF(layout.position().x() + left, bottom - box.height(), right - left, box.height())

    def _bubble(self, painter: QPainter, bubble: Bubble, current: bool) -> None:
        token = BUBBLES.get(bubble.side)
        if token is None and not current:
            return
        painter.setPen(self._formats.pen("accent", 1.5) if current else Qt.PenStyle.NoPen)
        painter.setBrush(self._formats.colour(token) if token else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self.rect(bubble), RADIUS, RADIUS)

    def _paint_marks(self, painter: QPainter, first: int, last: int) -> None:
        begin = self._document.findBlockByNumber(first).position()
        block = self._document.findBlockByNumber(last)
        end = block.position() + block.length()
        for mark in self._marks[bisect_left(self._starts, begin) : bisect_right(self._starts, end)]:
            self._mark(painter, mark)

    def _mark(self, painter: QPainter, mark: Mark) -> None:
        kind, _, icon = mark.kind.partition(":")
        if kind == "icon":
            block = self._document.findBlock(mark.start)
            left = block.layout().lineAt(0).naturalTextRect().left() if icon == "staff" else LEFT
            self._icon(painter, left, self._layout.blockBoundingRect(block).bottom() - SMALL_LINE / 2, icon)
        elif kind not in ("marker", "break"):
            self._pill(painter, kind, self._rects(mark.start, mark.end))

    def _pill(self, painter: QPainter, kind: str, rects: Sequence[QRectF]) -> None:
        fill, edge = PILLS[kind]
        painter.setPen(self._formats.pen(edge) if edge else Qt.PenStyle.NoPen)
        painter.setBrush(self._formats.colour(fill) if fill else Qt.BrushStyle.NoBrush)
        for rect in rects:
            painter.drawRoundedRect(rect, 4, 4)
        if kind in ICONS and rects:
            self._icon(painter, rects[0].left() + 4, rects[0].center().y(), kind)

    def _icon(self, painter: QPainter, left: float, middle: float, name: str) -> None:
        image = pixmap(ICONS[name], "text2", 12)
        painter.drawPixmap(QPointF(round(left), round(middle - 6)), image)

    def _rects(self, start: int, end: int) -> list[QRectF]:
        """Where the characters start:end stand, a rectangle for each line."""
        found: list[QRectF] = []
        block = self._document.findBlock(start)
        while block.isValid() and block.position() < end:
            last = min(end - block.position(), block.length())
            found += self._rects_in(block, max(0, start - block.position()), last)
            block = block.next()
        return found

    def _rects_in(self, block: QTextBlock, start: int, end: int) -> Iterator[QRectF]:
        layout = block.layout()
        left = layout.position().x()
        top = self._layout.blockBoundingRect(block).bottom() - layout.boundingRect().height()
        line = layout.lineForTextPosition(start)
        number = line.lineNumber() if line.isValid() else layout.lineCount()
        while number < layout.lineCount():
            line = layout.lineAt(number)
            first = line.textStart()
            if first >= end:
                return
            x1, x2 = line.cursorToX(max(start, first))[0], line.cursorToX(min(end, first + line.textLength()))[0]
            yield QRectF(left + x1, top + line.y() + 1, x2 - x1, min(line.height(), 19))
            number += 1


BUBBLES = {"left": "customer", "right": "staff"}
PILLS = {
    "key": ("", "edge"),
    "mask": ("surface", "line"),
    "image": ("surface", "line"),
    "file": ("surface", "line"),
    "hit": ("hit", ""),
    "code": ("line", ""),
}
"""Ground and edge of what is painted behind characters, by the names of their tokens."""
ICONS = {
    "mask": "mask",
    "image": "image",
    "file": "document",
    "customer": "customer",
    "staff": "staff",
    "info": "info",
    "open": "chevron-down",
    "closed": "chevron-right",
}
