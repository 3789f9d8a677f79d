"""Checking and mending a review: how far it is, then what was found or done, sentence by sentence.

One sheet from the first step to the last; whoever opens it says what is shown, and hears what is answered.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from qtapp.dialogs.sheet import Sheet
from qtapp.kit.theme import SECONDARY
from qtapp.kit.widgets import Bar

MOST = 2000
"""Sentences that are shown; what more there is, is said as a number. All of them can be copied."""


class MendingSheet(Sheet):
    """Work with its progress, or sentences with an answer to them."""

    answered = Signal()
    """The answer that is offered was given; the sheet stays."""
    stopped = Signal()
    """The sheet was left while the work went on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("mendingSheet", self.tr("Check and repair"), parent, 640)
        self._lines: Sequence[str] = ()
        self.works = False
        self.said = self.words("", token="text2")
        self.said.setObjectName("mendingSaid")
        self.bar = Bar(self)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.stage = self.words("", SECONDARY, "text2")
        self.stage.setObjectName("mendingStage")
        self.text = QPlainTextEdit(self)
        self.text.setObjectName("mendingText")
        self.text.setAccessibleName(self.tr("What was found or done"))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(200)
        for part in (self.said, self.bar, self.stage):
            self.column.addWidget(part)
        self.column.addWidget(self.text, 1)
        self.column.addStretch(0)
        self.answer = self.add_main(self.tr("Repair"), "answer")
        self.answer.clicked.disconnect(self.accept)
        self.answer.clicked.connect(self.answered)
        self.copy = self.add_button(self.tr("Copy"), "copyFound", "copy")
        self.copy.clicked.connect(self._copy)
        self.out = self.add_way_out(self.tr("Cancel"))

    def work(self, heading: str, words: str) -> None:
        """Something goes on that can be left only by stopping it."""
        self._head(heading, words)
        self.works = True
        self.bar.set_share(0)
        self.stage.setText("")
        self._show([], "")
        self._name_way_out(self.tr("Cancel"))
        self.out.setFocus()

    def show_step(self, words: str, share: float) -> None:
        """How far it is, 0 to 1."""
        self.stage.setText(words)
        self.bar.set_share(share)

    def tell(self, heading: str, words: str, lines: Sequence[str], answer: str = "") -> None:
        """What came of it, and what can be answered; '' where there is nothing more to do."""
        self._head(heading, words)
        self.works = False
        self._show(lines, answer)
        self._name_way_out(self.tr("Close"))
        main = self.answer if answer else self.out
        main.setDefault(True)
        main.setFocus()

    def _head(self, heading: str, words: str) -> None:
        self.heading.setText(heading)
        self.setWindowTitle(heading)
        self.setAccessibleName(heading)
        self.said.setText(words)

    def _name_way_out(self, words: str) -> None:
        self.out.setText(words)
        self.out.setAccessibleName(words)

    def _show(self, lines: Sequence[str], answer: str) -> None:
        self._lines = lines
        more = len(lines) - MOST
        shown = [*lines[:MOST], *([self.tr("… and %Ln more", "", more)] if more > 0 else [])]
        self.text.setPlainText("\n".join(shown))
        self.answer.setText(answer)
        self.answer.setAccessibleName(answer)
        self.copy.setText(self.tr("Copy"))
        for part in (self.bar, self.stage):
            part.setVisible(self.works)
        for part in (self.text, self.copy):
            part.setVisible(bool(lines))
        self.answer.setVisible(bool(answer))
        self.adjustSize()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(self._lines))
        self.copy.setText(self.tr("Copied"))

    def reject(self) -> None:
        """Stop what goes on, and leave."""
        if self.works:
            self.works = False
            self.stopped.emit()
        super().reject()
