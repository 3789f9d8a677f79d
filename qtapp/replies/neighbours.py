"""Other families that hold something near to this one: a line each, which leads there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from qtapp.kit.theme import SECONDARY, font, tokens
from qtapp.kit.widgets import Button

if TYPE_CHECKING:
    from db.replies import Neighbour

SHOWN, LONGEST = 2, 120


class Neighbours(QWidget):
    """The nearest, as buttons that are always there and only change."""

    wanted = Signal(str)
    """The id of a family."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(0)
        head = QLabel(self.tr("Near families"), self)
        head.setFont(font(SECONDARY, bold=True))
        head.setStyleSheet(f"color: {tokens().text2}")
        column.addWidget(head)
        self._buttons = [self._button(place) for place in range(SHOWN)]
        for button in self._buttons:
            column.addWidget(button)

    def _button(self, place: int) -> Button:
        button = Button("", self, look="ghost", icon="near")
        button.setObjectName(f"neighbour{place}")
        button.setAccessibleName(self.tr("Near families"))
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(self._go)
        return button

    def show_neighbours(self, neighbours: Sequence[Neighbour]) -> None:
        """Show the nearest of these, nearest first."""
        self.setVisible(bool(neighbours))
        for place, button in enumerate(self._buttons):
            button.setVisible(place < len(neighbours))
            if place < len(neighbours):
                one = neighbours[place]
                words = f"{one.likeness:.2f}  {' '.join(one.wording[:LONGEST].split())}".replace("&", "&&")
                button.setText(words)
                button.setAccessibleName(self.tr("Near family: {text}").format(text=words))
                button.setProperty("family", one.id)
                button.setMaximumWidth(button.sizeHint().width())  # a long one is cut where the pane ends

    def _go(self) -> None:
        self.wanted.emit(str(self.sender().property("family")))
