"""What can be decided of a doubtful label, at the foot of its pane."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from qtapp.kit.decision_bar import DecisionBar
from qtapp.kit.elided import text_line
from qtapp.kit.theme import SECONDARY
from qtapp.kit.widgets import Button
from qtapp.labels.doubt_found import Found
from qtapp.labels.doubt_words import gives_words, keeps_words

ACCEPT, KEEP, TICKET, SKIP = "doubt_accept", "doubt_keep", "doubt_ticket", "doubt_skip"


class DoubtBar(DecisionBar):
    """Its sentence may be of a label that is offered elsewhere."""

    def __init__(self, found: Found, parent: QWidget | None = None) -> None:
        super().__init__(text_line(None, "doubtEffect", SECONDARY, "text2"), parent)
        self._found = found
        buttons = {
            ACCEPT: Button(self.tr("Accept the likely one"), look="primary", icon="check", key="A"),
            KEEP: Button(self.tr("Keep"), icon="near", key="B"),
            TICKET: Button(self.tr("Show the ticket"), icon="inbox", key="T"),
            SKIP: Button(self.tr("Skip"), look="ghost", key="Space"),
        }
        self.fill(buttons, (TICKET, SKIP), (TICKET, KEEP))

    def sentence(self, action: str) -> str:
        """What an action would change."""
        doubt = self._found.current
        if doubt is None:
            return ""
        if action == KEEP:
            return keeps_words(doubt, self.buttons[KEEP].key)
        return gives_words(doubt, doubt.likely, self.buttons[ACCEPT].key)

    def say_other(self, label: str, key: str) -> None:
        """Say what giving another label would change."""
        if self._found.current is not None:
            self.says.setText(gives_words(self._found.current, label, key))

    def say_first(self) -> None:
        """Speak of the primary action again."""
        self.say(ACCEPT)
