"""What could not be done of something larger, sentence by sentence, to be read and copied."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from qtapp.dialogs.sheet import Sheet


class ProblemsSheet(Sheet):
    """Lists problems; everything else has been done."""

    def __init__(self, problems: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__("problems", self.tr("%Ln problems", "", len(problems)), parent, 640)
        self.column.addWidget(self.words(self.tr("These could not be done; all the rest was."), token="text2"))
        self.text = QPlainTextEdit("\n\n".join(problems), self)
        self.text.setObjectName("problemsText")
        self.text.setAccessibleName(self.tr("Problems"))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(220)
        self.column.addWidget(self.text, 1)
        self.add_main(self.tr("All right"), "answer").setFocus()
        self.copy = self.add_button(self.tr("Copy"), "copyProblems", "copy")
        self.copy.clicked.connect(self._copy)
        self.add_stretch()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.copy.setText(self.tr("Copied"))
