"""What an export does with canned replies: four answers that the export sheet asks for."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from db.exporting import Reckoning, ReplyOptions

MOST = 9999
"""Tickets of one canned reply that can be asked for."""


class CannedChoices(QWidget):
    """Nothing is checked at first: canned replies are written as they are. No number is what was decided."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("exportCanned")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.wording = self._check("withWording", self.tr("In the wor&ding that was chosen"))
        self.holding = self._check("withoutHolding", self.tr("Without &holding replies"))
        self.duplicates = self._check("withoutDuplicates", self.tr("Of d&uplicate tickets only one"))
        self.at_most = self._check("atMost", self.tr("Tickets &kept of each"))
        self.number = QLineEdit(self)
        self.number.setObjectName("atMostNumber")
        self.number.setAccessibleName(self.tr("Tickets of each canned reply that are kept"))
        self.number.setPlaceholderText(self.tr("as decided"))
        self.number.setValidator(QIntValidator(1, MOST, self.number))
        self.number.setFixedWidth(104)
        self.number.setEnabled(False)
        keeping = QHBoxLayout()
        keeping.setSpacing(8)
        keeping.addWidget(self.at_most)
        keeping.addWidget(self.number)
        keeping.addStretch(1)
        column.addWidget(self.wording)
        column.addWidget(self.holding)
        column.addWidget(self.duplicates)
        column.addLayout(keeping)
        self.at_most.toggled.connect(self._ask_number)
        for box in (self.wording, self.holding, self.at_most, self.duplicates):
            box.toggled.connect(self.changed)
        self.number.textChanged.connect(self.changed)

    def _check(self, name: str, text: str) -> QCheckBox:
        box = QCheckBox(text, self)
        box.setObjectName(name)
        box.setAccessibleName(text.replace("&", ""))
        return box

    def _ask_number(self, wanted: bool) -> None:
        self.number.setEnabled(wanted)
        if wanted:
            self.number.setFocus()
            self.number.selectAll()

    def options(self) -> ReplyOptions:
        """What is checked now."""
        return ReplyOptions(
            self.wording.isChecked(),
            not self.holding.isChecked(),
            int(self.number.text() or 0) if self.at_most.isChecked() else None,
            not self.duplicates.isChecked(),
        )

    def effect(self, reckoned: Reckoning | None) -> str:
        """What the answers come to, in words; None where that is not known."""
        if reckoned is None:
            return self.tr("Canned replies were not compared yet: what this changes is known when it is written.")
        kept = self.tr("%Ln tickets keep their replies: their file cannot hold it.", "", reckoned.refused)
        said = (
            (reckoned.repeated, self.tr("%Ln tickets are left out that repeat a canned reply.", "", reckoned.repeated)),
            (reckoned.duplicates, self.tr("%Ln duplicate tickets are left out.", "", reckoned.duplicates)),
            (reckoned.rewritten, self.tr("%Ln tickets are written with other replies.", "", reckoned.rewritten)),
            (reckoned.refused, kept),
        )
        return " ".join(words for number, words in said if number)
