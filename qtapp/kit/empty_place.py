"""What stands in place of an empty list: a sentence and, where there is something to do, a button below it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from qtapp.kit.theme import BODY, font, tokens
from qtapp.kit.widgets import Button


class EmptyPlace(QWidget):
    """Takes the keyboard in place of the list."""

    wanted = Signal(str)
    """The id of an action."""

    def __init__(self, name: str, button: Button, widest: int, parent: QWidget | None = None) -> None:
        """`widest`: pixels of a line of the sentence."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.text = QLabel(self)
        self.text.setObjectName(f"{name}Text")
        self.text.setFont(font(BODY))
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setStyleSheet(f"color: {tokens().text2}")
        self.text.setWordWrap(True)
        self.text.setMaximumWidth(widest)
        self.text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.button = button
        button.setParent(self)
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(32, 0, 32, 0)
        column.addStretch(1)
        row.addStretch(1)
        row.addWidget(self.text, 20)
        row.addStretch(1)
        column.addLayout(row)
        column.addSpacing(12)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)

    def say(self, words: str, offers: bool) -> None:
        """Show a sentence, and the button or not."""
        self.text.setText(words)
        self.setAccessibleName(words)
        if self.button.hasFocus() and not offers:
            self.setFocus()  # what is hidden would give the keyboard to who knows whom
        self.button.setVisible(offers)
