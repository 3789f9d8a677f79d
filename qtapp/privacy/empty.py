"""What stands in place of the list: that it is being searched, that nothing is left of it or of a kind, or how to
search."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from qtapp.kit.empty_place import EmptyPlace
from qtapp.kit.widgets import Button
from qtapp.privacy.found import Found
from qtapp.privacy.words import kind_words

WIDEST = 400
SEARCH, KINDS = "privacy_search", "privacy_kinds"


class EmptyPrivacy(EmptyPlace):
    """Says why, and offers to search where that was not done, or the other kinds where one alone is shown."""

    def __init__(self, found: Found, parent: QWidget | None = None) -> None:
        super().__init__("noPrivacy", Button("", icon="search"), WIDEST, parent)
        self._found = found
        self._keys: Mapping[str, str] = {}
        self.button.setObjectName("noPrivacyButton")
        self.button.clicked.connect(lambda: self.wanted.emit(self._offer()))
        found.shown_changed.connect(self.refresh)
        self.refresh()

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """The keys as they are bound now."""
        self._keys = keys
        self.refresh()

    def refresh(self) -> None:
        """Say what holds now."""
        offer = self._offer()
        words, icon = (self.tr("All kinds"), "tag") if offer == KINDS else (self.tr("Search for it"), "search")
        self.button.setText(words)
        self.button.setAccessibleName(words)
        self.button.icon_name = icon
        self.button.set_key(self._keys.get(offer, ""))
        self.say(self._words(), bool(offer))

    def _offer(self) -> str:
        """The action that leads on, '' for none."""
        if self._found.works:
            return ""
        if not self._found.complete:
            return SEARCH
        return KINDS if self._found.kind is not None else ""

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
        if found.kind is not None:
            return self.tr("Nothing of the kind “{kind}” is left.").format(kind=kind_words(found.kind))
        return self.tr("Nothing is left that tells who a customer is.")
