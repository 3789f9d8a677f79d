"""The bottom of the pane: what can be decided of a family, each with its key, and above it what the key would change.

The first one is the primary action and moves on; Skip stands alone at the right. The buttons only say that they were
pressed.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from qtapp.canned import Canned
from qtapp.kit.icons import icon
from qtapp.kit.theme import SECONDARY, font, tokens
from qtapp.kit.widgets import Button
from qtapp.replies.effects import sentence

SMALLEST = 420
LEFT, RIGHT, GAP = 24, 20, 6
PRIMARY = "canned_rewrite"
GIVE_WAY = ("canned_wording", "canned_apart", "canned_duplicates", "canned_holding", "canned_keep")
"""Whose words go first where there is no room for all."""


class FamilyBar(QWidget):
    """A sentence over a row of buttons."""

    wanted = Signal(str)
    """The id of an action."""

    def __init__(self, canned: Canned, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canned = canned
        self._meant = PRIMARY
        self.says = QLabel(self)
        self.says.setObjectName("effect")
        self.says.setFont(font(SECONDARY))
        self.says.setStyleSheet(f"color: {tokens().text2}")
        self.says.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.buttons = {
            PRIMARY: Button(self.tr("Rewrite all"), look="primary", icon="rewrite", key="A"),
            "canned_keep": Button("", icon="filter", key="N"),
            "canned_holding": Button(self.tr("Holding reply"), icon="replies", key="H"),
            "canned_duplicates": Button(self.tr("Exclude duplicates…"), icon="status-excluded", key="X"),
            "canned_apart": Button(self.tr("Not a family"), icon="near", key="B"),
            "canned_wording": Button(self.tr("Wording only"), icon="check", key="W"),
            "canned_skip": Button(self.tr("Skip"), look="ghost", key="Space"),
        }
        self._steps = [
            self._step("canned_fewer", "minus", self.tr("One example less")),
            self._step("canned_more", "plus", self.tr("One example more")),
        ]
        self._lay_out()
        self.refresh()

    def _step(self, name: str, sign: str, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setIcon(icon(sign))
        button.setAccessibleName(words)
        button.setToolTip(words)
        button.setAutoRaise(True)
        button.setFixedWidth(22)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(self._clicked)
        return button

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(LEFT, 7, RIGHT, 10)
        column.setSpacing(6)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.addWidget(self.says)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for name, button in self.buttons.items():
            button.setObjectName(name)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard with the list
            button.clicked.connect(self._clicked)
            button.installEventFilter(self)
            if name == "canned_skip":
                row.addStretch(1)
            row.addWidget(button)
            if name == "canned_keep":
                for step in self._steps:
                    row.addWidget(step)
        column.addLayout(row)
        stops = [self.buttons["canned_keep"], *self._steps, self.buttons["canned_holding"]]
        for before, after in pairwise(stops):
            self.setTabOrder(before, after)

    def _clicked(self) -> None:
        self.wanted.emit(self.sender().objectName())

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """The keys as they are bound now."""
        for name, button in self.buttons.items():
            button.set_key(keys.get(name, button.key))
        self.refresh()
        self._make_room()

    def refresh(self) -> None:
        """Say what would happen now."""
        some = self._canned.variants and not self._canned.selection
        chosen = len(self._canned.variants)
        self._name(PRIMARY, self.tr("Rewrite %Ln variants", "", chosen) if some else self.tr("Rewrite all"))
        self._name("canned_keep", self.tr("Keep %Ln examples", "", self._canned.examples))
        self.say(self._meant)
        self._make_room()

    def _name(self, name: str, words: str) -> None:
        button = self.buttons[name]
        if button.text() != words:
            button.setText(words)
            button.setAccessibleName(words)
            button.updateGeometry()

    def say(self, action: str) -> None:
        """Say what an action would change."""
        self._meant = action
        text = sentence(self._canned, action, self.buttons[action].key or self.buttons[action].text())
        self.says.setText(text)
        self.says.setToolTip(text)

    def allow(self, write: bool) -> None:
        """Switch decisions off in a review that may only be read."""
        for name, button in self.buttons.items():
            button.setEnabled(write or name == "canned_skip")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The sentence is of the button under the mouse or with the keyboard, else of the first."""
        kind = event.type()
        if kind in (QEvent.Type.Enter, QEvent.Type.FocusIn) and watched.objectName() != "canned_skip":
            self.say(watched.objectName())
        elif kind in (QEvent.Type.Leave, QEvent.Type.FocusOut) and self._meant != PRIMARY:
            self.say(PRIMARY)
        return super().eventFilter(watched, event)

    # Room

    def minimumSizeHint(self) -> QSize:
        return QSize(SMALLEST, 84)

    def sizeHint(self) -> QSize:
        return QSize(SMALLEST, 84)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Leave the words of some buttons away where there is no room for all."""
        for button in self.buttons.values():
            button.set_narrow(False)
        steps = sum(step.width() + GAP for step in self._steps)
        room = self.width() - LEFT - RIGHT - GAP * len(self.buttons) - steps
        for name in GIVE_WAY:
            if sum(button.sizeHint().width() for button in self.buttons.values()) <= room:
                break
            self.buttons[name].set_narrow(True)
        for step in self._steps:  # the keys do it still
            step.setVisible(bool(self.buttons["canned_keep"].shown_text()))

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, self.width(), 1, QColor(tokens().line))
