"""The way to the one before and the next one, with the keys that do the same."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from qtapp.kit.tool_button import tool_button
from qtapp.kit.widgets import KeyHint

SIGNS = ("chevron-up", "chevron-down")


class Stepper(QWidget):
    """`ways` are two actions, back and on, each with its words."""

    wanted = Signal(str)
    """The id of an action."""

    def __init__(self, ways: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        back, on = ways
        self._hints = {back: KeyHint("K", self), on: KeyHint("J", self)}
        buttons = []
        for (name, words), sign in zip(ways.items(), SIGNS, strict=True):
            button = tool_button(self, name, words, sign)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(self._clicked)
            buttons.append(button)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for part in (self._hints[back], *buttons, self._hints[on]):
            row.addWidget(part)

    def _clicked(self) -> None:
        self.wanted.emit(self.sender().objectName())

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """The keys as they are bound now."""
        for name, hint in self._hints.items():
            hint.setText(keys.get(name, hint.text()))
