"""The report of a problem, to be read through, and then copied or saved. Nothing is sent."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from qtapp.dialogs.sheet import Sheet

SAVE = "Ctrl+S"


class ProblemSheet(Sheet):
    """Shows a text; `save_wanted` is for whoever knows where to."""

    save_wanted = Signal()

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__("problem", self.tr("Report a problem"), parent, 720)
        self.column.addWidget(
            self.words(
                self.tr(
                    "This is what the developers need besides your own words: versions, the review in numbers, and the "
                    "end of the log. No text of a ticket and no name of a file is in it. Read it through, then "
                    "copy or save it and send it where you report problems. Winnow itself sends nothing."
                ),
                token="text2",
            )
        )
        self.text = QPlainTextEdit(report, self)
        self.text.setObjectName("problemText")
        self.text.setAccessibleName(self.tr("Report for the developers"))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setMinimumHeight(300)
        self.column.addWidget(self.text, 1)
        self.said = self.words("", token="ok")
        self.said.setObjectName("problemSaid")
        self.said.setMinimumHeight(self.said.fontMetrics().height())  # its place is there before it says anything
        self.column.addWidget(self.said)
        self.copy = self.add_main(self.tr("Copy the report"), "copyProblem", "copy")
        self.copy.clicked.disconnect(self.accept)
        self.copy.clicked.connect(self._copy)
        self.save = self.add_button(self.tr("Save…"), "saveProblem", "save", SAVE)
        self.save.clicked.connect(self.save_wanted)
        QShortcut(QKeySequence(SAVE), self, self.save.click)
        self.add_way_out(self.tr("Close"), "closeProblem")
        self.copy.setFocus()

    def say(self, words: str, *, is_well: bool = True) -> None:
        """What became of it."""
        self.tint(self.said, "ok" if is_well else "bad")
        self.said.setText(words)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.say(self.tr("The report is copied."))
