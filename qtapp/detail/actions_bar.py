"""The bottom of the pane: what a reviewer decides about a ticket, each with its key.

The first one is the primary action and moves on; Skip stands alone at the right. The buttons only say that they were
pressed.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QWidget

from qtapp.detail.controls import KeyButton
from qtapp.kit.theme import tokens

HEIGHT, SMALLEST = 52, 460
NARROW = 560
"""Below this width the note's button gives way: it is a tab as well."""


class ActionsBar(QWidget):
    """Reviewed, flag, exclude, note; skip."""

    wanted = Signal(str)
    """The id of an action: 'reviewed', 'flag', 'exclude', 'note' or 'skip'."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT)
        self.buttons = {
            "reviewed": KeyButton(self.tr("Reviewed"), "primary", "check", "A"),
            "flag": KeyButton(self.tr("Flag"), "outlined", "status-flagged", "F"),
            "exclude": KeyButton(self.tr("Exclude"), "outlined", "status-excluded", "X"),
            "note": KeyButton(self.tr("Note"), "outlined", "note", "M"),
            "skip": KeyButton(self.tr("Skip"), "plain", "", "Space"),
        }
        self.buttons["flag"].icon_colour = "warn"
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 1, 24, 1)
        row.setSpacing(8)
        row.setSizeConstraint(
            QLayout.SizeConstraint.SetNoConstraint
        )  # a narrow pane cuts, it does not push the list away
        for name, button in self.buttons.items():
            button.setObjectName(name)
            button.setAccessibleName(button.text())
            button.clicked.connect(self._clicked)
            if name == "skip":
                row.addStretch(1)
            row.addWidget(button)

    def show_status(self, flagged: bool, excluded: bool) -> None:
        """Say by words what pressing would do to this ticket."""
        self.buttons["flag"].show_value(self.tr("Unflag") if flagged else self.tr("Flag"))
        self.buttons["exclude"].show_value(self.tr("Include") if excluded else self.tr("Exclude"))

    def _clicked(self) -> None:
        self.wanted.emit(self.sender().objectName())

    def minimumSizeHint(self) -> QSize:
        return QSize(SMALLEST, HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.buttons["note"].setVisible(self.width() >= NARROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, self.width(), 1, QColor(tokens().line))
