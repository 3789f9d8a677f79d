"""The taxonomy of the open review as a file: asks where, writes it, reads one and takes it in."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from db import sentences
from db.errors import UserError
from db.late import Late
from qtapp.session import Session, translate
from qtapp.window.choosing import ask_taxonomy, ask_taxonomy_place

if TYPE_CHECKING:
    from db import labels
    from db.labels import Incoming
    from qtapp.window.toast import Toast
else:
    labels = Late("db.labels")


class Frame(Protocol):
    """The window, as far as this knows it: a QWidget."""

    session: Session | None
    toast: Toast

    def say_problem(self, text: str) -> None: ...


class TaxonomyFiles(QObject):
    """Of one window. What is read is asked about before it is taken in: one step to undo."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)  # type: ignore[call-overload]
        self._window = window
        self.ask: Callable[[str, Incoming], bool] = _not_asked
        """Whether what a file (by name) would change is to be taken in."""

    def save(self) -> None:
        """Write the taxonomy of both fields to a file that the reviewer chooses."""
        session = self._window.session
        if session is None:
            return
        offered = session.review.path.with_name(f"{session.review.path.stem}-taxonomy.json")
        path = ask_taxonomy_place(self._parent(), offered)
        if path is None:
            return
        try:
            number = labels.write_taxonomy(session.review, path)
        except UserError as error:
            self._window.say_problem(sentences.error(error, translate))
        else:
            self._window.toast.say(self.tr("%Ln labels are in {file}", "", number).format(file=path.name))

    def read(self) -> None:
        """Take in a file that the reviewer chooses, after saying what it would change."""
        session = self._window.session
        if session is None:
            return
        path = ask_taxonomy(self._parent(), session.review.path.parent)
        if path is None:
            return
        try:
            plan = labels.taking_in(session.review, labels.read_taxonomy(path))
        except UserError as error:
            self._window.say_problem(sentences.error(error, translate))
            return
        if not plan.values:
            self._window.toast.tell(self.tr("{file} says what the review says already.").format(file=path.name))
        elif self.ask(path.name, plan):
            session.run(lambda: labels.decide(session.review, plan), "undo")

    def _parent(self) -> QWidget:
        parent = self.parent()
        assert isinstance(parent, QWidget)
        return parent


def _not_asked(name: str, plan: Incoming) -> bool:
    return False
