"""What comes into the window: files, folders and reviews that were named, chosen or dropped, and where they go."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from db.review import SUFFIX, review_path_for
from qtapp.session import Session
from qtapp.tasks import Tasks
from qtapp.window.choosing import ask_files, ask_folder
from qtapp.window.opening import Opener, sample_folder
from qtapp.window.tables import TableDoor


class House(Protocol):
    """The window, as far as its door knows it: a QWidget."""

    session: Session | None

    def take_over(self, session: Session | None) -> None: ...


class Door(QObject):
    """Asks where files belong, and lets the opener open them."""

    def __init__(self, window: House, tasks: Tasks) -> None:
        super().__init__(window)  # type: ignore[call-overload]
        self._window = window
        self.opener = Opener(tasks, self)
        self.tables = TableDoor(tasks, self)
        self.opener.emptied.connect(self._give_back)
        self.ask_place: Callable[[Sequence[Path]], bool | None] = _elsewhere
        """Whether files are to go into the open review (True) or into one of their own (False); None for neither."""

    def open_paths(self, paths: Sequence[Path], always: bool = False) -> None:
        """Open files, folders or a review; of files that belong elsewhere it is asked where they are to go, and of
        tables what their columns are (`always`: also where that is known)."""
        session = self._window.session
        if not paths:
            return
        here = self.ask_place(paths) if self.opener.belongs_elsewhere(paths, session) else False
        if here is not None:
            self._ask_columns(paths, here and session is not None, always)

    def _ask_columns(self, paths: Sequence[Path], here: bool, always: bool) -> None:
        """What the columns of tables among the files are, and then on with them."""
        session = self._window.session
        data = [path for path in paths if path.suffix != SUFFIX]
        if not data or (here and session is not None and session.review.read_only):
            self._go_on(paths, here, ())
            return
        named = [path for path in paths if path.suffix == SUFFIX]
        review = session.review.path if here and session is not None else (named or [review_path_for(data)])[0]
        self.tables.ask(data, review, partial(self._go_on, paths, here), always)

    def _go_on(self, paths: Sequence[Path], here: bool, words: Sequence[str]) -> None:
        session = self._window.session
        if here and session is not None:
            self.opener.add(session, paths, words)
        else:
            self.opener.open(paths, session, words)

    def open_one(self, path: Path) -> None:
        """Open a review."""
        self.open_paths([path])

    def ask_files(self) -> None:
        """Let the reviewer choose files or a review."""
        self.open_paths(ask_files(self._parent(), self._folder()))

    def ask_tables(self) -> None:
        """Let the reviewer choose files, and say what the columns of all tables among them are."""
        self.open_paths(ask_files(self._parent(), self._folder()), always=True)

    def ask_folder(self) -> None:
        """Let the reviewer choose a folder of dataset files."""
        self.open_paths(ask_folder(self._parent(), self._folder()))

    def open_sample(self) -> None:
        """Open a copy of the sample dataset, which may be written to."""
        self.open_paths([sample_folder()])

    def _parent(self) -> QWidget:
        parent = self.parent()
        assert isinstance(parent, QWidget)
        return parent

    def _folder(self) -> Path:
        session = self._window.session
        return session.review.path.parent if session is not None else Path.home()

    def _give_back(self, session: Session, before: Path | None) -> None:
        """A review that was made for nothing goes, and the one that was open before comes back."""
        if session is not self._window.session:
            return
        path = session.review.path
        self._window.take_over(None)
        self.opener.remove(path)
        if before is not None and before.exists():
            self.open_one(before)


def _elsewhere(_: Sequence[Path]) -> bool:
    return False
