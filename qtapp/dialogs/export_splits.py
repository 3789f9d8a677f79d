"""Whether an export is parted into splits, and in which shares: an answer that the export sheet asks for."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from db import sentences
from db.errors import ExportError
from db.exporting import Splits, good_splits, read_shares
from qtapp.session import translate

USUAL = "train=0.8, validation=0.1, test=0.1"


class SplitChoice(QWidget):
    """Not asked for at first; the shares that most use stand there."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("exportSplits")
        words = self.tr("Part into s&plits")
        self.wanted = QCheckBox(words, self)
        self.wanted.setObjectName("withSplits")
        self.wanted.setAccessibleName(words.replace("&", ""))
        self.wanted.setToolTip(
            self.tr("Near-duplicates stay on one side, and each split has its share of every category.")
        )
        self.shares = QLineEdit(USUAL, self)
        self.shares.setObjectName("splitShares")
        self.shares.setAccessibleName(self.tr("Shares of the splits"))
        self.shares.setEnabled(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.wanted)
        row.addWidget(self.shares, 1)
        self.wanted.toggled.connect(self._ask)
        self.shares.textChanged.connect(self.changed)

    def _ask(self, wanted: bool) -> None:
        self.shares.setEnabled(wanted)
        self.changed.emit()

    def splits(self) -> Splits | None:
        """What is asked for; None for no splits, and where the shares cannot be."""
        return self._read()[0]

    def problem(self) -> str:
        """Why the shares cannot be, '' where they can."""
        return self._read()[1]

    def _read(self) -> tuple[Splits | None, str]:
        if not self.wanted.isChecked():
            return None, ""
        try:
            found = Splits(read_shares(self.shares.text()))
            good_splits(found)
        except ExportError as error:
            return None, sentences.error(error, translate)
        return found, ""
