"""What leads to contradicting labels: a card on a family whose tickets differ in their labels, a line over the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from qtapp.kit import paint
from qtapp.kit.theme import BODY, SECONDARY, font, tokens
from qtapp.kit.widgets import Button
from qtapp.replies.label_words import clipped, label_words, title_words

if TYPE_CHECKING:
    from db.replies import Conflict


class EvidenceCard(QFrame):
    """Says what contradicts itself; its button opens it side by side."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("evidenceCard")
        self.title, self.text = self._label(BODY, "text", bold=True), self._label(SECONDARY, "text2")
        self.title.setObjectName("evidenceCardTitle")
        self.text.setObjectName("evidenceCardText")
        self.button = Button(self.tr("Side by side"), self, icon="panes", key="L")
        self.button.setObjectName("canned_labels")
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(self.wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(4)
        for part in (self.title, self.text, self.button):
            column.addWidget(part)
        self.hide()

    def _label(self, size: int, token: str, bold: bool = False) -> QLabel:
        label = QLabel(self)
        label.setFont(font(size, bold))
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setStyleSheet(f"color: {getattr(tokens(), token)}")
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        return label

    def show_conflict(self, conflict: Conflict | None, narrow: bool) -> None:
        """Show a contradiction of the family, or nothing."""
        self.setVisible(conflict is not None)
        if conflict is None:
            return
        label, tickets = conflict.labels[0]
        self.title.setText(title_words(conflict))
        others = len(conflict.tickets) - len(tickets)
        words = self.tr("Most say “{label}”, %Ln tickets say otherwise.", "", others)
        if len(tickets) == len(conflict.labels[1][1]):
            words = self.tr("As many say “{label}” as another label, %Ln tickets say otherwise.", "", others)
        self.text.setText(words.format(label=clipped(label_words(conflict.field, label))))
        self.text.setVisible(not narrow)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.round_rect(QPainter(self), self.rect(), tokens().warn_soft, 6)


class EvidenceLine(Button):
    """The way to all of them, with their number; there where there are any."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, look="ghost", icon="warning", key="Shift+L")
        self.icon_token = "warn"
        self.setObjectName("canned_conflicts")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Contradicting labels"))
        self.hide()

    def show_number(self, number: int) -> None:
        """Say how many there are."""
        words = self.tr("Labels contradict one another: %Ln", "", number)
        self.setVisible(number > 0)
        self.setText(words)
        self.setAccessibleName(words)
        self.setMaximumWidth(self.sizeHint().width())
