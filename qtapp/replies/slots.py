"""The slots of a template, each on a line with the values that fill it, commonest first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from qtapp.kit import paint
from qtapp.kit.icons import pixmap
from qtapp.kit.marked import Marked, Piece
from qtapp.kit.theme import SECONDARY, SMALL, font, tokens
from qtapp.kit.tips import plain_tip
from qtapp.replies.words import slot_words

if TYPE_CHECKING:
    from db.replies import Slot

HEAD, LINE = 26, 28
LINES, VALUES, LONGEST = 3, 12, 40
"""Slots and values that are shown, and characters of a value."""


class SlotLines(QWidget):
    """As high as it has lines; hidden where there is no slot."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("familySlots")
        self._slots: Sequence[Slot] = ()

    def show_slots(self, slots: Sequence[Slot]) -> None:
        """Show these slots."""
        self._slots = slots
        self.setVisible(bool(slots))
        self.setFixedHeight(HEAD + LINE * min(len(slots), LINES))
        lines = [f"{slot_words(slot.name)}: {self._values(slot)}" for slot in slots]
        self.setAccessibleName(self.tr("Slots"))
        self.setAccessibleDescription("; ".join(lines))
        self.setToolTip(plain_tip("\n".join(lines)))
        self.update()

    def _values(self, slot: Slot) -> str:
        said = []
        for value, uses in slot.values[:VALUES]:
            shown = " ".join(value[:LONGEST].split()) or self.tr("empty")
            said.append(self.tr("{value} {n}×").format(value=shown, n=f"{uses:,}"))
        if len(slot.values) > VALUES:
            said.append("…")
        return " · ".join(said)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), tokens()
        name = self.tr("Slots")
        head = QRect(0, 4, self.width(), HEAD - 6)
        paint.write(painter, head, name, font(SECONDARY, bold=True), colours.text2)
        head.setLeft(paint.metrics(SECONDARY, bold=True).horizontalAdvance(name) + 8)
        paint.write(painter, head, str(len(self._slots)), font(SMALL), colours.text3)
        for place, slot in enumerate(self._slots[:LINES]):
            self._line(painter, QRect(0, HEAD + place * LINE, self.width(), LINE), slot)

    def _line(self, painter: QPainter, area: QRect, slot: Slot) -> None:
        painter.drawPixmap(QPoint(8, area.center().y() - 6), pixmap("template", "text2", 14))
        word = f"\u2009{slot_words(slot.name)}\u2009"
        box = Marked([Piece(word, "slot")], 160, 1, SECONDARY)
        box.paint(painter, 34, area.top() + 3, tokens().text)
        left = 34 + paint.metrics(SECONDARY).horizontalAdvance(word) + 8
        line = area.adjusted(left, 0, 0, 0)
        shown = paint.elide(self._values(slot), SECONDARY, line.width())
        paint.write(painter, line, shown, font(SECONDARY), tokens().text2)
