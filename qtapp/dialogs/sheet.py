"""What all sheets have in common: a heading, a column for what is asked, a row of buttons with their keys.

The first button is what the sheet is for and answers to Enter; the last one gives up and answers to Esc.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from qtapp.kit.theme import BODY, SECONDARY, TITLE, font, tokens
from qtapp.kit.widgets import Button


class Sheet(QDialog):
    """A modal dialog in the look of the window; `column` takes what it asks, `add_button` what can be answered."""

    def __init__(self, name: str, heading: str, parent: QWidget | None = None, width: int = 520) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(heading)
        self.setAccessibleName(heading)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 16)
        whole.addStrut(width - 48)  # a least width of the sheet itself would cut the words of its buttons
        whole.setSpacing(12)
        self.heading = self.words(heading, TITLE, bold=True)
        whole.addWidget(self.heading)
        self.column = QVBoxLayout()
        self.column.setSpacing(8)
        whole.addLayout(self.column, 1)
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self._row.setContentsMargins(0, 4, 0, 0)
        whole.addLayout(self._row)

    def words(self, text: str, size: int = BODY, token: str = "text", bold: bool = False) -> QLabel:
        """A label in the type of the window. Its text is never read as markup."""
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setFont(font(size, bold))
        label.setWordWrap(True)
        self.tint(label, token)
        return label

    def tint(self, label: QWidget, token: str) -> None:
        """Give words the colour of a token."""
        colours = label.palette()
        colours.setColor(QPalette.ColorRole.WindowText, QColor(getattr(tokens(), token)))
        label.setPalette(colours)

    def section(self, text: str) -> QLabel:
        """A heading within the column."""
        label = self.words(text, SECONDARY, "text2", bold=True)
        self.column.addSpacing(4)
        self.column.addWidget(label)
        return label

    def add_main(self, text: str, name: str, icon: str = "check") -> Button:
        """The button that the sheet is for."""
        button = Button(text, self, look="primary", icon=icon, key="Enter")
        button.setObjectName(name)
        button.setDefault(True)
        button.clicked.connect(self.accept)
        self._row.addWidget(button)
        return button

    def add_button(self, text: str, name: str, icon: str = "", key: str = "") -> Button:
        """One more button; what it does is connected by the caller."""
        button = Button(text, self, icon=icon, key=key)
        button.setObjectName(name)
        button.setAutoDefault(False)
        self._row.addWidget(button)
        return button

    def add_stretch(self) -> None:
        """Leave the rest of the row empty, where there is nothing to give up."""
        self._row.addStretch(1)

    def add_way_out(self, text: str, name: str = "cancel") -> Button:
        """The button at the right that gives up."""
        self._row.addStretch(1)
        button = Button(text, self, look="ghost", key="Esc")
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(self.reject)
        self._row.addWidget(button)
        return button
