"""What can be decided of personal data, at the foot of its pane."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from db.privacy import Masking
from qtapp.counted import counted
from qtapp.kit.decision_bar import DecisionBar
from qtapp.kit.elided import text_line
from qtapp.kit.theme import SECONDARY
from qtapp.kit.widgets import Button
from qtapp.privacy.deciding import Decisions
from qtapp.privacy.found import Found
from qtapp.privacy.words import kind_words, one_line

MASK, PLACE, KIND, NOT, TICKET, SKIP = (
    "privacy_mask",
    "privacy_place",
    "privacy_kind",
    "privacy_not",
    "privacy_ticket",
    "privacy_skip",
)
NAMED = 3
"""Masks that a sentence names."""


class PrivacyBar(DecisionBar):
    """Its sentence says the numbers, and for few places the masks."""

    def __init__(self, found: Found, decisions: Decisions, parent: QWidget | None = None) -> None:
        super().__init__(text_line(None, "privacyEffect", SECONDARY, "text2"), parent)
        self._found, self._decisions = found, decisions
        self.plan: Masking | str = ""
        """What masking the places of the current one would do, or why it cannot be done; '' while it is not known."""
        buttons = {
            MASK: Button(self.tr("Mask all"), look="primary", icon="mask", key="A"),
            PLACE: Button(self.tr("This place"), icon="mask", key="O"),
            KIND: Button(self.tr("All of the kind"), icon="tag", key="Shift A"),
            NOT: Button(self.tr("No personal data"), icon="near", key="B"),
            TICKET: Button(self.tr("Show the ticket"), icon="inbox", key="T"),
            SKIP: Button(self.tr("Skip"), look="ghost", key="Space"),
        }
        self.fill(buttons, (TICKET, SKIP), (TICKET, KIND, PLACE, NOT))

    def name_for(self, look: str) -> None:
        """The buttons that a look has: of what was said to be none there is nothing to mask."""
        none = look == "none"
        for name in (MASK, PLACE):
            self.buttons[name].setVisible(not none)
        self.buttons[KIND].setVisible(look not in ("none", "kinds"))  # once: shown and hidden again, it keeps its room
        words = {MASK: self.tr("Mask all"), NOT: self.tr("No personal data")}
        if none:
            words[NOT] = self.tr("It is personal data after all")
        for name, text in words.items():
            self.buttons[name].setText(text)
            self.buttons[name].setAccessibleName(text)
        self._make_room()

    def sentence(self, action: str) -> str:
        """What an action would change, in numbers."""
        spot, key = self._found.spot(), self.buttons[action].key
        if self._found.look == "none":
            return self.tr("{key} searches for it again from now on.").format(key=self.buttons[NOT].key)
        if spot is None:
            return ""
        value = self._found.looks.located.values[spot.value]
        if action == NOT:
            words = self.tr("{key} remembers that “{value}” is no personal data; {n} are not listed any more.")
            n = int(self._found.looks.counts[spot.value])
            return words.format(key=key, value=one_line(value.value)[:60], n=counted(n, "places"))
        if action == PLACE:
            return self.tr("{key} masks this place alone, “{value}”.").format(key=key, value=one_line(value.value)[:60])
        if action == KIND:
            rows, _ = self._decisions.of_kind()
            n = self._found.looks.tickets(rows)
            words = self.tr("{key} masks all of the kind “{kind}”: {places} in {tickets}, after asking.")
            numbers = {"places": counted(len(rows), "places"), "tickets": counted(n, "tickets")}
            return words.format(key=key, kind=kind_words(value.kind), **numbers)
        return self._mask(key)

    def _mask(self, key: str) -> str:
        if isinstance(self.plan, str) and self.plan:
            return self.plan
        if isinstance(self.plan, str):
            wanted = self._decisions.wanted()
            numbers = {"places": counted(wanted.places, "places"), "tickets": counted(wanted.tickets, "tickets")}
            words = self.tr("{key} masks {places} in {tickets}. One step to undo.")
            return words.format(key=key, **numbers)
        masks = ", ".join(one for one, _ in self.plan.masks[:NAMED]) + (", …" if len(self.plan.masks) > NAMED else "")
        numbers = {"places": counted(self.plan.places, "places"), "tickets": counted(len(self.plan.tickets), "tickets")}
        words = self.tr("{key} masks {places} in {tickets} as {masks}. One step to undo.")
        said = words.format(key=key, masks=masks, **numbers)
        return f"{said} {counted(len(self.plan.refused), 'unread')}" if self.plan.refused else said
