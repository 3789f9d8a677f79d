"""Text with marks, painted on a few lines: insertions underlined, deletions struck, slots in a dashed box.

Never by colour alone. Lays out no more of a text than its lines can show, so the length of a reply does not matter.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption

from qtapp.kit.theme import BODY, font, tokens

LINE = 21
"""Pixels from line to line: 1.6 of the body's size."""
NARROWEST = 4
"""Pixels that a character takes at least: more of them than fit so on the lines are not looked at."""
AROUND = 6
"""Characters that stay on each side of a difference where only differences are shown."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text: ``same``, ``inserted``, ``deleted`` or ``slot``."""

    text: str
    kind: str = "same"


def only_differences(pieces: Sequence[Piece]) -> list[Piece]:
    """The differences with a few characters around each."""
    found = []
    for place, piece in enumerate(pieces):
        text, first, last = piece.text, place == 0, place == len(pieces) - 1
        if piece.kind == "same" and len(text) > 2 * AROUND + 2:
            head = "" if first else text[:AROUND]
            tail = "" if last else text[-AROUND:]
            text = f"{head}…{tail}"
        found.append(Piece(text, piece.kind))
    return found


def from_first_difference(pieces: Sequence[Piece], room: int) -> list[Piece]:
    """The same, without its beginning where the first difference would lie behind `room` characters."""
    first = pieces[0] if pieces else Piece("")
    if len(pieces) < 2 or first.kind != "same" or len(first.text) < room:
        return list(pieces)
    return [Piece(f"…{first.text[-2 * AROUND :]}"), *pieces[1:]]


def _cut(pieces: Sequence[Piece], most: int) -> list[Piece]:
    found: list[Piece] = []
    for piece in pieces:
        if most <= 0:
            break
        found.append(Piece(piece.text[:most], piece.kind))
        most -= len(piece.text)
    return found


class Marked:
    """Pieces laid out in a width; `lines` at most, the last of them cut with an ellipsis."""

    def __init__(self, pieces: Sequence[Piece], width: int, lines: int, size: int = BODY) -> None:
        shown = _cut(pieces, max(80, width * lines // NARROWEST))
        text = _on_one_line("".join(piece.text for piece in shown))
        self._boxes: list[tuple[int, int]] = []
        formats = self._formats(shown)
        self._layout, end = _lay_out(text, formats, width, lines, size)
        whole = end == len(text) and sum(len(one.text) for one in pieces) == len(text)
        if not whole and end:
            text = f"{text[: end - 1]}…"
            self._layout, _ = _lay_out(text, formats, width, lines, size)
        self.height = self._layout.lineCount() * LINE

    def _formats(self, pieces: Sequence[Piece]) -> list[QTextLayout.FormatRange]:
        found, start = [], 0
        for piece in pieces:
            if piece.kind != "same":
                mark = QTextLayout.FormatRange()
                mark.start, mark.length, mark.format = start, len(piece.text), _format(piece.kind, tokens().name)
                found.append(mark)
                if piece.kind == "slot":
                    self._boxes.append((start, start + len(piece.text)))
            start += len(piece.text)
        return found

    def paint(self, painter: QPainter, left: int, top: int, colour: str) -> None:
        """Paint it with its corner here."""
        for start, end in self._boxes:
            self._box(painter, left, top, start, end)
        painter.setPen(QColor(colour))
        self._layout.draw(painter, QPointF(left, top))

    def _box(self, painter: QPainter, left: int, top: int, start: int, end: int) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(tokens().slot_text), 1, Qt.PenStyle.DashLine)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.setBrush(QColor(tokens().slot))
        for number in range(self._layout.lineCount()):
            line = self._layout.lineAt(number)
            first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
            if first < last:
                x1, x2 = line.cursorToX(first)[0], line.cursorToX(last)[0]
                box = QRectF(left + x1 + 0.5, top + line.y() + 0.5, x2 - x1 - 1, line.height() - 1)
                painter.drawRoundedRect(box, 4, 4)


def _lay_out(
    text: str, formats: list[QTextLayout.FormatRange], width: int, lines: int, size: int
) -> tuple[QTextLayout, int]:
    """The layout, and how many characters of the text are on its lines."""
    layout = QTextLayout(text, font(size))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(formats)
    layout.beginLayout()
    end = 0
    for number in range(lines):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(20, width))
        line.setPosition(QPointF(0, number * LINE + (LINE - line.height()) / 2))
        end = line.textStart() + line.textLength()
    layout.endLayout()
    return layout, end


def _on_one_line(text: str) -> str:
    """Breaks as spaces, one for one: places stay."""
    return text.replace("\n", " ").replace("\r", " ").replace("\t", " ").replace("\u2028", " ")


@lru_cache(maxsize=16)
def _format(kind: str, theme: str) -> QTextCharFormat:
    """How a kind of piece looks in a theme."""
    made, colours = QTextCharFormat(), tokens()
    if kind == "slot":
        made.setForeground(QColor(colours.slot_text))
        return made
    made.setBackground(QColor(getattr(colours, kind)))
    made.setForeground(QColor(getattr(colours, f"{kind}_text")))
    made.setFontUnderline(kind == "inserted")
    made.setFontStrikeOut(kind == "deleted")
    return made
