"""What stands in place of the list: that it is being searched, that nothing was found, or how to search."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from qtapp.kit.empty_place import EmptyPlace
from qtapp.kit.widgets import Button
from qtapp.privacy.found import Found

WIDEST = 400
SEARCH = "privacy_search"


class EmptyPrivacy(EmptyPlace):
    """Says why, and offers to search where that was not done."""

    def __init__(self, found: Found, parent: QWidget | None = None) -> None:
        super().__init__("noPrivacy", Button("", icon="search", key="R"), WIDEST, parent)
        self._found = found
        self.button.setText(self.tr("Search for it"))
        self.button.setAccessibleName(self.button.text())
        self.button.setObjectName("searchPrivacy")
        self.button.clicked.connect(lambda: self.wanted.emit(SEARCH))
        found.shown_changed.connect(self.refresh)
        self.refresh()

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """The keys as they are bound now."""
        self.button.set_key(keys.get(SEARCH, self.button.key))

    def refresh(self) -> None:
        """Say what holds now."""
        self.say(self._words(), not (self._found.works or self._found.complete))

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
