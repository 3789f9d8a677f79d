"""Short questions and notices: an action on many tickets, a restored backup, something to know.

`confirm_many` is what a session asks before it changes more tickets than one sees at once.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from qtapp.dialogs.sheet import Sheet

SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


class Question(Sheet):
    """A question that is answered by Enter or Esc."""

    def __init__(
        self, heading: str, text: str, answer: str, parent: QWidget | None = None, *, icon: str = "check"
    ) -> None:
        super().__init__("question", heading, parent, 440)
        self.text = self.words(text, token="text2")
        self.text.setObjectName("questionText")
        self.column.addWidget(self.text)
        self.answer = self.add_main(answer, "answer", icon)
        self.add_way_out(self.tr("Cancel"))
        self.answer.setFocus()


class Notice(Sheet):
    """Something to know, which stays until it has been read; its text can be marked and copied."""

    def __init__(self, heading: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__("notice", heading, parent, 440)
        self.text = self.words(text, token="text2")
        self.text.setObjectName("noticeText")
        self.text.setTextInteractionFlags(SELECTABLE)
        self.column.addWidget(self.text)
        self.add_main(self.tr("All right"), "answer").setFocus()


def many_question(number: int, parent: QWidget | None = None) -> Question:
    """The question before an action on many tickets, which says how many."""
    translate = QCoreApplication.translate
    return Question(
        translate("Question", "Change %Ln tickets?", "", number),
        translate("Question", "The action is for all %Ln selected tickets. One undo takes it back.", "", number),
        translate("Question", "Change %Ln tickets", "", number),
        parent,
    )


def confirm_many(number: int, parent: QWidget | None = None) -> bool:
    """Whether an action on this many tickets is meant."""
    return many_question(number, parent).exec() == Question.DialogCode.Accepted
