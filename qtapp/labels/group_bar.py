"""What can be decided of a group, at the foot of its pane."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from db.labels import Relabelling
from qtapp.counted import counted
from qtapp.kit.decision_bar import DecisionBar
from qtapp.kit.elided import text_line
from qtapp.kit.theme import SECONDARY
from qtapp.kit.widgets import Button
from qtapp.labels.groups import Groups
from qtapp.labels.words import clipped, effect_words

MERGE, APART, WRITE, TICKETS, SKIP = (
    "variants_merge",
    "variants_apart",
    "variants_write",
    "variants_tickets",
    "variants_skip",
)


class GroupBar(DecisionBar):
    """Its sentence is of the group, and of the label that the keyboard is on."""

    def __init__(self, groups: Groups, parent: QWidget | None = None) -> None:
        super().__init__(text_line(None, "groupEffect", SECONDARY, "text2"), parent)
        self._groups = groups
        self.plan: Relabelling | str = ""
        """What merging would do, or why it cannot be done."""
        self.label = ""
        """The label that the keyboard is on; '' where it is with the group."""
        buttons = {
            MERGE: Button(self.tr("Merge"), look="primary", icon="check", key="A"),
            APART: Button(self.tr("Not the same"), icon="near", key="B"),
            WRITE: Button(self.tr("Write a label"), icon="edit", key="E"),
            TICKETS: Button(self.tr("Tickets"), icon="inbox", key="T"),
            SKIP: Button(self.tr("Skip"), look="ghost", key="Space"),
        }
        self.fill(buttons, (TICKETS, SKIP), (TICKETS, WRITE, APART))

    def name_for(self, hollow: bool) -> None:
        """The words of the buttons, which are others for labels that say nothing."""
        self.buttons[MERGE].setText(self.tr("Replace") if hollow else self.tr("Merge"))
        self.buttons[APART].setText(self.tr("It says something") if hollow else self.tr("Not the same"))
        self.buttons[WRITE].setVisible(not hollow)
        for name in (MERGE, APART):
            self.buttons[name].setAccessibleName(self.buttons[name].text())

    def sentence(self, action: str) -> str:
        """What an action would change, in numbers."""
        group, key = self._groups.current, self.buttons[action].key
        if group is None:
            return ""
        if self._groups.is_hollow:
            return self._hollow(action, key)
        if action == APART:
            return self._apart(key)
        if action == WRITE:
            return self.tr("{key} lets you write another label for all of them.").format(key=key)
        if isinstance(self.plan, str):
            return self.plan
        return " ".join((effect_words(self.plan, self._groups.target, key), self.tr("One step to undo.")))

    def _apart(self, key: str) -> str:
        if self.label:
            words = self.tr("{key} remembers that “{label}” is none of the others.")
            return words.format(key=key, label=clipped(self.label))
        group = self._groups.current
        words = self.tr("{key} remembers that these {labels} are not the same; they are not grouped again.")
        return words.format(key=key, labels=counted(len(group.labels), "labels") if group is not None else "")

    def _hollow(self, action: str, key: str) -> str:
        label = clipped(self.label)
        if action == APART:
            return self.tr("{key} remembers that “{label}” says something.").format(key=key, label=label)
        if self.label in self._groups.out:
            return self.tr("“{label}” is left out: it is not replaced.").format(label=label)
        return self.tr("{key} lets you write what all tickets with “{label}” get instead.").format(key=key, label=label)
