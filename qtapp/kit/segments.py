"""Choices beside one another of which one holds, on one sunken ground; each has a count."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from qtapp.kit import paint
from qtapp.kit.theme import SECONDARY, SMALL, font, tokens

HEIGHT, PADDING, GAP = 28, 10, 6


class Segment(QAbstractButton):
    """One choice."""

    def __init__(self, name: str, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}Segment")
        self.setProperty("choice", name)
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._count = ""

    def set_count(self, count: int) -> None:
        """The number behind the words."""
        self._count = f"{count:,}"
        self.setAccessibleName(f"{self.text()} {self._count}")
        self.updateGeometry()
        self.update()

    def _words(self) -> int:
        return paint.metrics(SECONDARY).horizontalAdvance(self.text())

    def sizeHint(self) -> QSize:
        count = paint.metrics(SMALL).horizontalAdvance(self._count)
        return QSize(2 * PADDING + self._words() + (GAP + count if self._count else 0), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), tokens()
        area = self.rect().adjusted(2, 2, -2, -2)
        if self.isChecked() or self.hasFocus():
            edge = colours.accent if self.hasFocus() else colours.edge
            paint.outline(painter, area, edge, 5, colours.surface if self.isChecked() else "")
        room = self.rect().adjusted(PADDING, 0, 0, 0)
        colour = colours.text if self.isChecked() or self.underMouse() else colours.text2
        paint.write(painter, room, self.text(), font(SECONDARY), colour)
        room.setLeft(room.left() + self._words() + GAP)
        paint.write(painter, room, self._count, font(SMALL), colours.text3)


class Segments(QWidget):
    """The choices in a row; the arrow keys go from one to the other."""

    chosen = Signal(str)

    def __init__(self, choices: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._buttons = {name: Segment(name, words, self) for name, words in choices.items()}
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for button in self._buttons.values():
            self._group.addButton(button)
            row.addWidget(button)
        self._group.buttonClicked.connect(self._tell)

    def _tell(self, button: QAbstractButton) -> None:
        self.chosen.emit(str(button.property("choice")))

    def show_choice(self, name: str, counts: Mapping[str, int]) -> None:
        """Mark the one that holds, with the number of each."""
        self._buttons[name].setChecked(True)
        for each, count in counts.items():
            self._buttons[each].set_count(count)

    def name(self, choices: Mapping[str, str]) -> None:
        """Call the choices otherwise."""
        for name, words in choices.items():
            self._buttons[name].setText(words)
            self._buttons[name].setAccessibleName(words)
            self._buttons[name].updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.round_rect(QPainter(self), self.rect(), tokens().sunken, 6)
