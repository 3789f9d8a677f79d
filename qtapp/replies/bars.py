"""Categories and root causes of a family as bars, as many as there is room for.

Painted from the numbers alone; what is painted is also said to assistive technology.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from db.values import PATH_SEPARATOR
from qtapp.kit import paint
from qtapp.kit.theme import SECONDARY, SMALL, font, tokens
from qtapp.kit.tips import plain_tip

HEAD, ROW, GAP, THICK = 26, 32, 16, 4
Bars = Sequence[tuple[str, int]]


class SideBars(QWidget):
    """Two groups of bars, one under the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("familyBars")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._groups: list[tuple[str, Bars]] = []

    def show_numbers(self, categories: Sequence[tuple[tuple[str, ...], int]], causes: Bars) -> None:
        """Show categories and root causes with their numbers of tickets, commonest first."""
        paths = [(PATH_SEPARATOR.join(path) or self.tr("no category"), count) for path, count in categories]
        self._groups = [(self.tr("Categories"), paths), (self.tr("Root causes"), [*causes])]
        self._groups = [(name, bars) for name, bars in self._groups if bars]
        lines = [f"{name}: " + ", ".join(f"{label} {n}" for label, n in bars[:20]) for name, bars in self._groups]
        self.setAccessibleName(self.tr("Categories and root causes"))
        self.setAccessibleDescription("; ".join(lines))
        self.setToolTip(plain_tip("\n".join(lines)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(204, 100)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 0)

    def _shares(self) -> list[int]:
        """How many bars of each group are painted: all of the shorter one before more than half of the longer."""
        room = (self.height() - len(self._groups) * HEAD - GAP) // ROW
        wanted = [len(bars) for _, bars in self._groups]
        if sum(wanted) <= room or not wanted:
            return wanted
        if len(wanted) == 1:
            return [max(0, room)]
        first = max(room - room // 2, room - wanted[1])
        first = max(0, min(wanted[0], first))
        return [first, max(0, room - first)]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours, top = QPainter(self), tokens(), 0
        for (name, bars), shown in zip(self._groups, self._shares(), strict=True):
            head = QRect(0, top, self.width(), HEAD - 6)
            paint.write(painter, head, name, font(SECONDARY, bold=True), colours.text2)
            head.setLeft(paint.metrics(SECONDARY, bold=True).horizontalAdvance(name) + 8)
            paint.write(painter, head, f"{len(bars):,}", font(SMALL), colours.text3)
            top += HEAD
            most = max(count for _, count in bars)
            for place, (label, count) in enumerate(bars[:shown]):
                self._bar(painter, QRect(0, top, self.width(), ROW), label, count, count / most, place == 0)
                top += ROW
            top += GAP

    def _bar(self, painter: QPainter, area: QRect, label: str, count: int, share: float, first: bool) -> None:
        colours = tokens()
        number = f"{count:,}"
        width = paint.metrics(SECONDARY).horizontalAdvance(number)
        line = QRect(area.left(), area.top(), area.width(), 18)
        paint.write(painter, line.adjusted(line.width() - width, 0, 0, 0), number, font(SECONDARY), colours.text2)
        shown = paint.elide(" ".join(label[:200].split()), SECONDARY, line.width() - width - 8)
        paint.write(painter, line, shown, font(SECONDARY), colours.text)
        bar = QRect(area.left(), area.top() + 21, area.width(), THICK)
        paint.round_rect(painter, bar, colours.line, THICK / 2)
        bar.setWidth(max(THICK, round(share * area.width())))
        if not first:
            painter.setOpacity(0.6)
        paint.round_rect(painter, bar, colours.accent, THICK / 2)
        painter.setOpacity(1)
