"""Over and under the list of a taxonomy: the field that narrows it, what there is in numbers, whether tickets are held
to it, and what is done with all of it at once. Says only what is wanted.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from qtapp.counted import counted
from qtapp.kit.elided import text_line
from qtapp.kit.icons import pixmap
from qtapp.kit.narrowing import NarrowField
from qtapp.kit.theme import SECONDARY
from qtapp.kit.widgets import Button, KeyHint
from qtapp.labels.taxonomy_tree import Tree


class TaxonomyHead(QWidget):
    """Three lines."""

    wanted = Signal(str)
    """The id of an action."""
    outside_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("taxonomyHead")
        self.field = NarrowField(self.tr("Narrow the labels"), self)
        self._slash = KeyHint("/", self)
        self.count = text_line(self, "taxonomyCount", SECONDARY, "text2")
        self._sign = QLabel(self)
        self.held = text_line(self, "taxonomyHeld", SECONDARY, "text2")
        self.outside = self._button("taxonomyOutside", "warning", "")
        self.outside.icon_token = "warn"
        self.outside.clicked.connect(self.outside_wanted)
        self.hold = self._button("taxonomy_hold", "", "H")
        self.hold.clicked.connect(lambda: self.wanted.emit("taxonomy_hold"))
        self._lay_out()

    def _button(self, name: str, icon: str, key: str) -> Button:
        button = Button("", self, look="ghost", icon=icon, key=key)
        button.setObjectName(name)
        button.setAccessibleName(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _lay_out(self) -> None:
        first, second, third = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.field, 1)
        first.addWidget(self._slash)
        second.addWidget(self.count, 1)
        third.addWidget(self._sign)
        third.addWidget(self.held, 1)
        third.addWidget(self.outside)
        third.addWidget(self.hold)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 10, 14, 4)
        column.setSpacing(4)
        for row in (first, second, third):
            row.setSpacing(6)
            column.addLayout(row)

    def show_taxonomy(self, tree: Tree, writes: bool) -> None:
        """Say how many labels there are, how many of them are shown, and how many of them may not be."""
        known, shown = tree.known, len(tree.rows)
        listed = sum(node.term is not None for node in known.nodes)
        labels = counted(len(known.nodes), "labels")
        if tree.wanted:
            labels = self.tr("{n} of {labels}").format(n=f"{shown:,}", labels=labels)
        inside = self.tr("%Ln in the taxonomy", "", listed)
        without = self.tr("%Ln tickets without", "", known.without)
        self.count.setText(" · ".join((labels, inside, without)))
        self._show_held(known.held, tree.outside(), writes)

    def _show_held(self, held: bool, outside: int, writes: bool) -> None:
        self._sign.setPixmap(pixmap("check" if held else "info", "accent" if held else "text2", 14))
        self.held.setText(self.tr("Held to it") if held else self.tr("Tickets not held to it"))
        self.outside.setVisible(outside > 0)
        _name(self.outside, self.tr("%Ln outside", "", outside))
        self.outside.setAccessibleName(self.tr("Show the tickets of the %Ln labels outside", "", outside))
        _name(self.hold, self.tr("Let go") if held else self.tr("Hold"))
        self.hold.setAccessibleName(
            self.tr("Let tickets have any label") if held else self.tr("Hold tickets to the taxonomy")
        )
        self.hold.setEnabled(writes)

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """The keys as they are bound now."""
        self._slash.setText(keys.get("search", self._slash.text()))
        self.hold.set_key(keys.get("taxonomy_hold", self.hold.key))


class TaxonomyFoot(QWidget):
    """What is done with all labels at once."""

    wanted = Signal(str)
    """The id of an action."""

    def __init__(self, writes: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("taxonomyFoot")
        self.buttons = [
            self._button("taxonomy_admit_all", self.tr("Take all in"), "plus", "Shift I"),
            self._button("taxonomy_save", self.tr("Save…"), "save", ""),
            self._button("taxonomy_read", self.tr("Read…"), "open", ""),
        ]
        names = {"taxonomy_save": self.tr("Save the taxonomy as a file"), "taxonomy_read": self.tr("Read a taxonomy")}
        for button in self.buttons[1:]:
            button.setAccessibleName(names[button.objectName()])
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 6)
        row.setSpacing(2)
        for button in self.buttons:
            row.addWidget(button)
            button.setEnabled(writes or button.objectName() == "taxonomy_save")
        row.addStretch(1)

    def _button(self, name: str, words: str, icon: str, key: str) -> Button:
        button = Button(words, self, look="ghost", icon=icon, key=key)
        button.setObjectName(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.wanted.emit(name))
        return button

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """The keys as they are bound now."""
        for button in self.buttons:
            button.set_key(keys.get(button.objectName(), button.key))
        self._make_room()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._make_room()
        return super().event(event)

    def _make_room(self) -> None:
        """Where there is no room for all words, those of the last ones go; they become tool tips."""
        for button in self.buttons:
            button.set_narrow(False)
        for button in reversed(self.buttons):
            if sum(one.sizeHint().width() + 2 for one in self.buttons) <= self.width() - 16:
                break
            button.set_narrow(True)


def _name(button: Button, words: str) -> None:
    if button.text() != words:
        button.setText(words)
        button.updateGeometry()
