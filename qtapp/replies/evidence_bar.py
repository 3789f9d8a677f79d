"""What can be decided of a contradiction, at the foot of its pane."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from qtapp.evidence import Evidence
from qtapp.kit.decision_bar import DecisionBar
from qtapp.kit.elided import text_line
from qtapp.kit.theme import SECONDARY
from qtapp.kit.widgets import Button
from qtapp.replies.label_words import keeps_words, sets_words

PRIMARY, KEEP, TICKET, SKIP = "conflict_alike", "conflict_keep", "conflict_ticket", "conflict_skip"


class EvidenceBar(DecisionBar):
    """Its sentence may be of a button that stands elsewhere: of a label that all would get."""

    def __init__(self, evidence: Evidence, parent: QWidget | None = None) -> None:
        super().__init__(text_line(None, "labelsEffect", SECONDARY, "text2"), parent)
        self._evidence = evidence
        buttons = {
            PRIMARY: Button(self.tr("Set alike"), look="primary", icon="check", key="A"),
            KEEP: Button(self.tr("Keep as they are"), icon="near", key="B"),
            TICKET: Button(self.tr("Show the ticket"), icon="inbox", key="T"),
            SKIP: Button(self.tr("Skip"), look="ghost", key="Space"),
        }
        self.fill(buttons, (TICKET, SKIP), (TICKET, KEEP))

    def sentence(self, action: str) -> str:
        """What an action would change, in numbers."""
        conflict = self._evidence.current
        if conflict is None:
            return ""
        if action == KEEP:
            return keeps_words(conflict, self.buttons[KEEP].key)
        return self._sets(0, self.buttons[PRIMARY].key)

    def say_label(self, place: int, key: str) -> None:
        """Say what giving all the label at a place would change."""
        self.says.setText(self._sets(place, key or self.buttons[PRIMARY].key))

    def say_first(self) -> None:
        """Speak of the primary action again."""
        self.say(PRIMARY)

    def _sets(self, place: int, key: str) -> str:
        conflict = self._evidence.current
        return sets_words(conflict, place, self._evidence.changing(place), key) if conflict is not None else ""
