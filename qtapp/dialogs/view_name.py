"""Under which name a view is kept."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from qtapp.dialogs.sheet import Sheet
from qtapp.kit.theme import SECONDARY

LONGEST = 60


class ViewNameSheet(Sheet):
    """Says what the view shows and asks for its name; `chosen` gives it."""

    chosen = Signal(str)

    def __init__(self, shows: str, taken: Collection[str], parent: QWidget | None = None) -> None:
        """`shows` is the query in words, `taken` the names that there are."""
        super().__init__("viewName", self.tr("Save this view"), parent, 420)
        self._taken = taken
        self.column.addWidget(self.words(self.tr("It shows: {words}").format(words=shows), token="text2"))
        self.field = QLineEdit(self)
        self.field.setObjectName("viewNameField")
        self.field.setAccessibleName(self.tr("Name of the view"))
        self.field.setPlaceholderText(self.tr("Name of the view"))
        self.field.setMaxLength(LONGEST)
        self.column.addWidget(self.field)
        self.says = self.words("", SECONDARY, "warn")
        self.says.setObjectName("viewNameSays")
        self.says.setMinimumHeight(20)
        self.column.addWidget(self.says)
        self.save = self.add_main(self.tr("Save"), "saveView", "bookmark")
        self.add_way_out(self.tr("Cancel"))
        self.field.textChanged.connect(self._follow)
        self.accepted.connect(self._tell)
        self._follow()
        self.field.setFocus()

    def name(self) -> str:
        """What was typed."""
        return self.field.text().strip()

    def _follow(self) -> None:
        self.save.setEnabled(bool(self.name()))
        there = self.name() in self._taken
        self.says.setText(self.tr("There is a view of this name; it will be replaced.") if there else "")

    def _tell(self) -> None:
        self.chosen.emit(self.name())
