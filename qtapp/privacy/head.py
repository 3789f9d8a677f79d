"""The head of the page of personal data: how it is looked at, how far the search is, masks with or without numbers."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from qtapp.counted import counted
from qtapp.kit.elided import text_line
from qtapp.kit.ground import ground
from qtapp.kit.segments import Segments
from qtapp.kit.theme import SECONDARY
from qtapp.kit.widgets import KeyHint
from qtapp.privacy.deciding import Decisions
from qtapp.privacy.found import Found

HEIGHT = 44


class PrivacyHead(QWidget):
    """Over both panes."""

    look_wanted = Signal(str)

    def __init__(self, found: Found, decisions: Decisions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("privacyHead")
        self.setFixedHeight(HEIGHT)
        ground(self, "surface")
        self._found, self._decisions, self._again = found, decisions, "R"
        looks = {
            "kinds": self.tr("Kinds"),
            "values": self.tr("Values"),
            "tickets": self.tr("Tickets"),
            "none": self.tr("No personal data"),
        }
        self.looks = Segments(looks, self)
        self._hint = KeyHint("", self)
        self.says = text_line(self, "privacySearch", SECONDARY, "text2")
        self.masks = Segments({"masks": self.tr("Masks"), "names": self.tr("Pseudonyms")}, self)
        self._key = KeyHint("Y", self)
        self.looks.chosen.connect(self.look_wanted)
        self.masks.chosen.connect(self._choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 20, 0)
        row.setSpacing(8)
        row.addWidget(self.looks)
        row.addWidget(self._hint)
        row.addWidget(self.says, 1)
        row.addWidget(self.masks)
        row.addWidget(self._key)
        found.shown_changed.connect(self.refresh)
        decisions.names_changed.connect(self.refresh)
        self.refresh()

    def _choose(self, name: str) -> None:
        if (name == "names") != self._decisions.names:
            self._decisions.switch_names()

    def refresh(self) -> None:
        """Say what holds now."""
        self.looks.show_choice(self._found.look, self._found.looks.totals)
        self.masks.show_choice("names" if self._decisions.names else "masks", {})
        words = ""
        if self._found.works:
            words = self.tr("Searching: {tickets} read").format(tickets=counted(self._found.read, "tickets"))
        elif not self._found.complete and len(self._found.shown):
            words = self.tr("Not all tickets were read. {key} searches again.").format(key=self._again)
        self.says.setText(words)

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """The keys as they are bound now."""
        self._again = keys.get("privacy_search", self._again)
        self._key.setText(keys.get("privacy_names", self._key.text()))
        self._hint.setText(f"{keys.get('privacy_kinds', '')} – {keys.get('privacy_none', '')}")
