"""What can be decided of a family, at the foot of its pane."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolButton, QWidget

from qtapp.canned import Canned
from qtapp.kit.decision_bar import DecisionBar
from qtapp.kit.theme import SECONDARY, font, tokens
from qtapp.kit.tips import plain_tip
from qtapp.kit.tool_button import tool_button
from qtapp.kit.widgets import Button
from qtapp.replies.effects import sentence

PRIMARY, KEEP, SKIP = "canned_rewrite", "canned_keep", "canned_skip"
GIVE_WAY = ("canned_wording", "canned_apart", "canned_duplicates", "canned_holding", KEEP)


class FamilyBar(DecisionBar):
    """Two of its words follow what is chosen; its sentence has the key in bold."""

    def __init__(self, canned: Canned, parent: QWidget | None = None) -> None:
        super().__init__(QLabel(), parent)
        self._canned = canned
        self.says.setObjectName("effect")
        self.says.setFont(font(SECONDARY))
        self.says.setStyleSheet(f"color: {tokens().text2}")
        self.says.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        buttons = {
            PRIMARY: Button(self.tr("Rewrite all"), look="primary", icon="rewrite", key="A"),
            KEEP: Button("", icon="filter", key="N"),
            "canned_holding": Button(self.tr("Holding reply"), icon="replies", key="H"),
            "canned_duplicates": Button(self.tr("Exclude duplicates…"), icon="status-excluded", key="X"),
            "canned_apart": Button(self.tr("Not a family"), icon="near", key="B"),
            "canned_wording": Button(self.tr("Wording only"), icon="check", key="W"),
            SKIP: Button(self.tr("Skip"), look="ghost", key="Space"),
        }
        self.fill(buttons, (SKIP,), GIVE_WAY)
        steps = [
            self._step("canned_fewer", "minus", self.tr("One example less")),
            self._step("canned_more", "plus", self.tr("One example more")),
        ]
        self.put_behind(KEEP, steps)
        self.refresh()

    def _step(self, name: str, sign: str, words: str) -> QToolButton:
        button = tool_button(self, name, words, sign)
        button.setFixedWidth(22)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(self._clicked)
        return button

    def refresh(self) -> None:
        """Say what would happen now, to what is chosen."""
        some = self._canned.variants and not self._canned.selection
        chosen = len(self._canned.variants)
        self._name(PRIMARY, self.tr("Rewrite %Ln variants", "", chosen) if some else self.tr("Rewrite all"))
        self._name(KEEP, self.tr("Keep %Ln examples", "", self._canned.examples))
        super().refresh()

    def _name(self, name: str, words: str) -> None:
        button = self.buttons[name]
        if button.text() != words:
            button.setText(words)
            button.setAccessibleName(words)
            button.updateGeometry()

    def say(self, action: str) -> None:
        """Say what an action would change; where the line is too short, the tool tip has it."""
        super().say(action)
        self.says.setToolTip(plain_tip(self.says.text()))

    def sentence(self, action: str) -> str:
        """What an action would change, in numbers."""
        return sentence(self._canned, action, self.buttons[action].key or self.buttons[action].text())
