"""What can be decided of a label, at the foot of its pane."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from db.labels import Node
from qtapp.counted import counted
from qtapp.kit.decision_bar import DecisionBar
from qtapp.kit.elided import text_line
from qtapp.kit.theme import SECONDARY
from qtapp.kit.widgets import Button

RENAME, MERGE, MOVE, SPLIT = "taxonomy_rename", "taxonomy_merge", "taxonomy_move", "taxonomy_split"
RETIRE, ADMIT, TICKETS = "taxonomy_retire", "taxonomy_admit", "taxonomy_tickets"


class TaxonomyBar(DecisionBar):
    """Each of its keys asks first; the sentence says of how much."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(text_line(None, "taxonomyEffect", SECONDARY, "text2"), parent)
        self._node: Node | None = None
        buttons = {
            RENAME: Button(self.tr("Rename"), look="primary", icon="edit", key="R"),
            MERGE: Button(self.tr("Merge"), icon="near", key="M"),
            MOVE: Button(self.tr("Move"), icon="folder", key="P"),
            SPLIT: Button(self.tr("Split"), icon="filter", key="S"),
            RETIRE: Button(self.tr("Retire"), icon="status-excluded", key="X"),
            ADMIT: Button(self.tr("Take in"), icon="plus", key="I"),
            TICKETS: Button(self.tr("Tickets"), look="ghost", icon="inbox", key="T"),
        }
        self.fill(buttons, (TICKETS,), (TICKETS, ADMIT, RETIRE, SPLIT, MOVE))

    def show_node(self, node: Node, is_path: bool) -> None:
        """Be of a label; only a category can be moved."""
        self._node = node
        self.buttons[MOVE].setVisible(is_path)
        self._name(RETIRE, self.tr("Bring back") if node.retired else self.tr("Retire"))
        self._name(ADMIT, self.tr("Take in") if node.term is None else self.tr("Take out"))
        self.buttons[ADMIT].icon_name = "plus" if node.term is None else "minus"
        self.refresh()

    def _name(self, name: str, words: str) -> None:
        button = self.buttons[name]
        button.setText(words)
        button.setAccessibleName(words)
        button.updateGeometry()
        button.update()

    def sentence(self, action: str) -> str:
        """What an action is for, and how many tickets it concerns."""
        node = self._node
        if node is None or action not in self._words():
            return ""
        key = self.buttons[action].key or self.buttons[action].text()
        return self._words()[action].format(key=key, tickets=self._concerned(node))

    def _concerned(self, node: Node) -> str:
        if not node.children:
            return counted(node.total, "tickets")
        return self.tr("{tickets}, with all below it").format(tickets=counted(node.total, "tickets"))

    def _words(self) -> dict[str, str]:
        node = self._node
        assert node is not None
        return {
            RENAME: self.tr("{key} asks for another name ({tickets}); nothing changes before Enter."),
            MERGE: self.tr("{key} asks for the label to merge it into ({tickets}); nothing changes before Enter."),
            MOVE: self.tr("{key} asks for the category to move it under ({tickets}); nothing changes before Enter."),
            SPLIT: self.tr("{key} asks which of {tickets} get another label; nothing changes before Enter."),
            RETIRE: self.tr("{key} brings it back into use ({tickets}); nothing changes before Enter.")
            if node.retired
            else self.tr("{key} retires it ({tickets}); nothing changes before Enter."),
            ADMIT: self.tr("{key} takes it into the taxonomy ({tickets}); no ticket changes.")
            if node.term is None
            else self.tr("{key} takes it out of the taxonomy ({tickets}); nothing changes before Enter."),
        }
