"""The bottom of the pane: what a reviewer decides about a ticket, each with its key.

The first one is the primary action and moves on; Skip stands alone at the right. The buttons only say that they were
pressed.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QWidget

from qtapp.kit import paint
from qtapp.kit.theme import tokens
from qtapp.kit.widgets import Button

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
            "reviewed": Button(self.tr("Reviewed"), look="primary", icon="check", key="A"),
            "flag": Button(self.tr("Flag"), icon="status-flagged", key="F"),
            "exclude": Button(self.tr("Exclude"), icon="status-excluded", key="X"),
            "note": Button(self.tr("Note"), icon="note", key="M"),
            "skip": Button(self.tr("Skip"), look="ghost", key="Space"),
        }
        self.buttons["flag"].icon_token = "warn"
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 1, 24, 1)
        row.setSpacing(8)
        row.setSizeConstraint(
            QLayout.SizeConstraint.SetNoConstraint
        )  # a narrow pane cuts, it does not push the list away
        for name, button in self.buttons.items():
            button.setObjectName(name)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard with the list
            button.clicked.connect(self._clicked)
            if name == "skip":
                row.addStretch(1)
            row.addWidget(button)

    def show_status(self, flagged: bool, excluded: bool) -> None:
        """Say by words what pressing would do to this ticket."""
        for name, words in (
            ("flag", self.tr("Unflag") if flagged else self.tr("Flag")),
            ("exclude", self.tr("Include") if excluded else self.tr("Exclude")),
        ):
            button = self.buttons[name]
            if button.text() != words:
                button.setText(words)
                button.setAccessibleName(words)

    def _clicked(self) -> None:
        self.wanted.emit(self.sender().objectName())

    def minimumSizeHint(self) -> QSize:
        return QSize(SMALLEST, HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.buttons["note"].setVisible(self.width() >= NARROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.fill(QPainter(self), QRect(0, 0, self.width(), 1), tokens().line)
