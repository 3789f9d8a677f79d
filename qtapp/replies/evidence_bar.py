"""The bottom of a contradiction: what can be decided, each with its key, and above it what the key would change."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qtapp.evidence import Evidence
from qtapp.kit.elided import ElidedLabel
from qtapp.kit.theme import SECONDARY, font, tokens
from qtapp.kit.widgets import Button
from qtapp.replies.label_words import keeps_words, sets_words

PRIMARY = "labels_alike"
GIVE_WAY = ("labels_ticket", "labels_keep")
"""Whose words go first where there is no room for all."""


class EvidenceBar(QWidget):
    """A sentence over a row of buttons; the sentence is of the button that is meant."""

    wanted = Signal(str)
    """The id of an action."""

    def __init__(self, evidence: Evidence, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._evidence, self._keys = evidence, {}
        self._meant = PRIMARY
        self.says = ElidedLabel(self)
        self.says.setObjectName("labelsEffect")
        self.says.setFont(font(SECONDARY))
        self.says.setTextFormat(Qt.TextFormat.PlainText)
        self.says.setStyleSheet(f"color: {tokens().text2}")
        self.buttons = {
            PRIMARY: Button(self.tr("Set alike"), self, look="primary", icon="check", key="A"),
            "labels_keep": Button(self.tr("Keep as they are"), self, icon="near", key="B"),
            "labels_ticket": Button(self.tr("Show the ticket"), self, icon="inbox", key="T"),
            "labels_skip": Button(self.tr("Skip"), self, look="ghost", key="Space"),
        }
        row = QHBoxLayout()
        row.setSpacing(6)
        for name, button in self.buttons.items():
            button.setObjectName(name)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(self._clicked)
            button.installEventFilter(self)
            if name == "labels_skip":
                row.addStretch(1)
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 8, 20, 12)
        column.setSpacing(8)
        column.addWidget(self.says)
        column.addLayout(row)

    def _clicked(self) -> None:
        self.wanted.emit(self.sender().objectName())

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """The keys as they are bound now."""
        self._keys = dict(keys)
        for name, button in self.buttons.items():
            button.set_key(keys.get(name, button.key))
        self.refresh()

    def allow(self, write: bool) -> None:
        """Switch decisions off in a review that may only be read."""
        for name in (PRIMARY, "labels_keep"):
            self.buttons[name].setEnabled(write)

    def refresh(self) -> None:
        """Say what would happen now."""
        self.say(self._meant)

    def say(self, action: str, place: int = 0, key: str = "") -> None:
        """Say what an action would change; `place` is the label that it would give to all."""
        self._meant = action
        conflict = self._evidence.current
        if conflict is None:
            self.says.setText("")
        elif action == "labels_keep":
            self.says.setText(keeps_words(conflict, self.buttons[action].key))
        else:
            number = self._evidence.changing(place)
            self.says.setText(sets_words(conflict, place, number, key or self.buttons[PRIMARY].key))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The sentence is of the button under the mouse or with the keyboard, else of the first."""
        kind, name = event.type(), watched.objectName()
        if kind in (QEvent.Type.Enter, QEvent.Type.FocusIn) and name in (PRIMARY, "labels_keep"):
            self.say(name)
        elif kind in (QEvent.Type.Leave, QEvent.Type.FocusOut):
            self.say(PRIMARY)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for button in self.buttons.values():
            button.set_narrow(False)
        for name in GIVE_WAY:
            if sum(button.sizeHint().width() + 6 for button in self.buttons.values()) <= self.width() - 44:
                break
            self.buttons[name].set_narrow(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, self.width(), 1, QColor(tokens().line))
