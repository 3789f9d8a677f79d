"""What stands in place of the list: that it is being searched, that nothing was found, or how to search."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from qtapp.kit.theme import BODY, font, tokens
from qtapp.kit.widgets import Button
from qtapp.privacy.found import Found

WIDEST = 400
SEARCH = "privacy_search"


class EmptyPrivacy(QWidget):
    """A sentence and, where there is something to do, a button."""

    wanted = Signal(str)
    """The id of an action."""

    def __init__(self, found: Found, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noPrivacy")
        self._found = found
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.text = QLabel(self)
        self.text.setObjectName("noPrivacyText")
        self.text.setFont(font(BODY))
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setStyleSheet(f"color: {tokens().text2}")
        self.text.setWordWrap(True)
        self.text.setMaximumWidth(WIDEST)
        self.text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.button = Button(self.tr("Search for it"), self, icon="search", key="R")
        self.button.setObjectName("searchPrivacy")
        self.button.clicked.connect(lambda: self.wanted.emit(SEARCH))
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(32, 0, 32, 0)
        column.addStretch(1)
        row.addStretch(1)
        row.addWidget(self.text, 20)
        row.addStretch(1)
        column.addLayout(row)
        column.addSpacing(12)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        found.shown_changed.connect(self.refresh)
        self.refresh()

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """The keys as they are bound now."""
        self.button.set_key(keys.get(SEARCH, self.button.key))

    def refresh(self) -> None:
        """Say what holds now."""
        words = self._words()
        self.text.setText(words)
        self.setAccessibleName(words)
        offers = not (self._found.works or self._found.complete)
        if self.button.hasFocus() and not offers:
            self.setFocus()  # what is hidden would give the keyboard to who knows whom
        self.button.setVisible(offers)

    def _words(self) -> str:
        found = self._found
        if found.works:
            return self.tr("All fields of all tickets are being read. What is found appears here as it comes.")
        if not found.complete:
            return self.tr("What still tells who a customer is has not been looked for, or not in all tickets.")
        if found.text.strip():
            return self.tr("Nothing with “{text}” was found.").format(text=found.text.strip()[:60])
        if found.look == "none":
            return self.tr("Nothing was said to be no personal data.")
        return self.tr("Nothing is left that tells who a customer is.")
