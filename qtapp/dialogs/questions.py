"""Short questions and notices: an action on many tickets, a restored backup, something to know.

`confirm_many` is what a session asks before it changes more tickets than one sees at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from qtapp.counted import counted
from qtapp.dialogs.sheet import Sheet

if TYPE_CHECKING:
    from db.labels import Incoming

NAMED, LONGEST = 4, 40
"""Labels that a question names, and how much of each."""
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


class PlaceQuestion(Sheet):
    """Where files are to go: into the open review, or into one of their own."""

    def __init__(self, review: str, files: int, parent: QWidget | None = None) -> None:
        super().__init__("placeQuestion", self.tr("Into this review, or another?"), parent, 480)
        self.own = False
        several = self.tr("Add %Ln files or folders to the review “{review}”, or begin another review?", "", files)
        one = self.tr("Add this file or folder to the review “{review}”, or begin another review?")
        asked = one if files == 1 else several
        self.text = self.words(asked.format(review=review), token="text2")
        self.column.addWidget(self.text)
        self.answer = self.add_main(self.tr("Add to this review"), "addHere", "plus")
        self.begin = self.add_button(self.tr("Begin a review"), "beginReview", "database")
        self.begin.clicked.connect(self._begin)
        self.add_way_out(self.tr("Cancel"))
        self.answer.setFocus()

    def _begin(self) -> None:
        self.own = True
        self.accept()


class BatchQuestion(Sheet):
    """Whether a file in which few tickets are known again is another batch, or a new version of the same."""

    def __init__(self, name: str, firm: int, of: int, gone: int, parent: QWidget | None = None) -> None:
        super().__init__("batchQuestion", self.tr("Is {file} another batch?").format(file=name), parent, 500)
        self.version = False
        asked = self.tr(
            "Only {firm} of {n} tickets are known again. Another batch is imported beside the old one, which stays. "
            "A new version takes its place: {gone} tickets are parked with their edits. One undo takes it back."
        )
        self.text = self.words(asked.format(firm=f"{firm:,}", n=f"{of:,}", gone=f"{gone:,}"), token="text2")
        self.text.setObjectName("questionText")
        self.column.addWidget(self.text)
        self.answer = self.add_main(self.tr("Another batch"), "anotherBatch", "plus")
        self.new = self.add_button(self.tr("A new version"), "newVersion", "refresh")
        self.new.clicked.connect(self._is_version)
        self.add_way_out(self.tr("Cancel"))
        self.answer.setFocus()

    def _is_version(self) -> None:
        self.version = True
        self.accept()


class Notice(Sheet):
    """Something to know, which stays until it has been read; its text can be marked and copied."""

    def __init__(self, heading: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__("notice", heading, parent, 440)
        self.text = self.words(text, token="text2")
        self.text.setObjectName("noticeText")
        self.text.setTextInteractionFlags(SELECTABLE)
        self.column.addWidget(self.text)
        self.add_main(self.tr("All right"), "answer").setFocus()
        self.add_stretch()


def many_question(number: int, what: str = "", parent: QWidget | None = None) -> Question:
    """The question before an action on many tickets, which says how many, and `what` where there is more to say."""
    translate, tickets = QCoreApplication.translate, counted(number, "tickets")
    return Question(
        translate("Question", "Change {tickets}?").format(tickets=tickets),
        what or translate("Question", "The action is for {tickets}. One undo takes it back.").format(tickets=tickets),
        translate("Question", "Change {tickets}").format(tickets=tickets),
        parent,
    )


def confirm_many(number: int, what: str = "", parent: QWidget | None = None) -> bool:
    """Whether an action on this many tickets is meant."""
    return _is_answered(many_question(number, what, parent))


def ask_place(review: str, files: int, parent: QWidget | None = None) -> bool | None:
    """Whether files are to go into the open review (True) or into one of their own (False); None for neither."""
    question = PlaceQuestion(review, files, parent)
    return not question.own if _is_answered(question) else None


def ask_batch(name: str, firm: int, of: int, gone: int, parent: QWidget | None = None) -> bool | None:
    """Whether a file is another batch (True) or a new version (False); None for neither."""
    question = BatchQuestion(name, firm, of, gone, parent)
    return not question.version if _is_answered(question) else None


def taxonomy_question(name: str, plan: Incoming, parent: QWidget | None = None) -> Question:
    """The question before a file (by name) is taken in as a taxonomy, which says what it would change."""
    translate = QCoreApplication.translate
    lines = [
        _listed(translate("Question", "New: {labels} ({names})"), plan.added),
        _listed(
            translate("Question", "Said otherwise, definition, example or retired: {labels} ({names})"), plan.changed
        ),
        translate("Question", "The same already: {n}").format(n=f"{plan.same:,}") if plan.same else "",
        translate("Question", "Not in the file, and kept: {n}").format(n=f"{plan.left:,}") if plan.left else "",
        translate("Question", "No ticket changes. One undo takes it back."),
    ]
    return Question(
        translate("Question", "Take in the taxonomy of {file}?").format(file=name),
        "\n".join(filter(None, lines)),
        translate("Question", "Take it in"),
        parent,
    )


def _listed(words: str, labels: Sequence[tuple[str, str]]) -> str:
    if not labels:
        return ""
    names = "; ".join(" ".join(label.split())[:LONGEST] for _, label in labels[:NAMED])
    more = "; …" if len(labels) > NAMED else ""
    return words.format(labels=counted(len(labels), "labels"), names=names + more)


def ask_incoming(name: str, plan: Incoming, parent: QWidget | None = None) -> bool:
    """Whether a file is to be taken in as a taxonomy."""
    return _is_answered(taxonomy_question(name, plan, parent))


def masking_question(
    places: int, values: int, tickets: int, names: bool, kind: str, parent: QWidget | None
) -> Question:
    """The question before much is masked: the numbers, and the `kind` in words where it is all of it."""
    translate = QCoreApplication.translate
    numbers = {"places": counted(places, "places"), "values": counted(values, "values")}
    said = translate("Question", "{places} of {values} in {tickets} get a mask.")
    lines = [
        translate("Question", "All of the kind “{kind}”:").format(kind=kind) if kind else "",
        said.format(tickets=counted(tickets, "tickets"), **numbers),
        translate("Question", "Masks have numbers: the same value gets the same one.") if names else "",
        translate("Question", "One undo takes it back."),
    ]
    words = translate("Question", "Mask {places}?").format(**numbers)
    answer = translate("Question", "Mask {places}").format(**numbers)
    return Question(words, "\n".join(filter(None, lines)), answer, parent, icon="mask")


def ask_masking(places: int, values: int, tickets: int, names: bool, kind: str, parent: QWidget | None = None) -> bool:
    """Whether so much is to be masked."""
    return _is_answered(masking_question(places, values, tickets, names, kind, parent))


def _is_answered(question: Sheet) -> bool:
    """Wait for the answer, then give the keyboard back: not every window manager does."""
    answered = question.exec() == Sheet.DialogCode.Accepted
    if question.parentWidget() is not None:
        question.parentWidget().activateWindow()
    question.deleteLater()
    return answered
