"""The open review as it changes: what this window, others and long work wrote is taken in, and told by one signal."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from db import edits, sentences
from db.errors import UserError
from db.review import Review
from db.values import Changes, Summary
from qtapp.meanings import Meanings
from qtapp.shown import Shown

POLL = 1000
"""Milliseconds between two looks at what others wrote into the review."""


def translate(text: str) -> str:
    """A sentence of the library in the language of the window."""
    return QCoreApplication.translate("db", text)


class Following(Shown):
    """What is shown, kept as the review is. Writes nothing; `session.Session` adds the verbs."""

    changed = Signal(object)
    """`Changes`, of this window's actions and of others'."""
    view_message = Signal(str, str)
    """A sentence to show for some seconds, and the id of the action offered beside it ('undo', 'redo' or '')."""
    not_done = Signal(str)
    """A sentence to show for some seconds: why nothing was done. There is nothing to mend, unlike after `failed`."""
    views_changed = Signal()
    """Saved views are others now."""
    paused_changed = Signal()
    """Long work on the review has begun, or is over."""

    def __init__(self, review: Review, parent: QObject | None = None) -> None:
        super().__init__(review, parent)
        self._paused = False
        self._version = review.data_version()
        self._entry = edits.last_entry(review)
        self._news: list[Changes] = []
        self._poll = QTimer(self)
        self._poll.setInterval(POLL)
        self._poll.timeout.connect(self.look_around)
        self._poll.start()
        self.meanings = Meanings(review)

    @property
    def paused(self) -> bool:
        """Whether long work is writing to the review, so that nothing is taken in until it is done."""
        return self._paused

    @paused.setter
    def paused(self, paused: bool) -> None:
        if paused != self._paused:
            self._paused = paused
            self.paused_changed.emit()

    def _take_in(self, changes: Changes) -> None:
        """Everything that follows from a change, in the order in which screens may rely on it."""
        self.finder.refresh(None if changes.kind in ("import", "other") else changes)
        self.meanings.refresh(changes)
        self._ticket = self._ahead = None
        if self._moves(changes):
            self.find_all()
        self._tell_rooms(changes)
        self.changed.emit(changes)

    def _tell_rooms(self, changes: Changes) -> None:
        """What hangs on the session and keeps something of the review takes a change in before the screens do."""

    def _moves(self, changes: Changes) -> bool:
        """Whether a change can alter which tickets are shown, or their order."""
        return bool(self.text.strip()) or self.sort != "position" or changes.kind in ("import", "other")

    def look_around(self) -> None:
        """Take in what other windows and the command line have written since the last look."""
        if self.paused:
            return
        version = self.review.data_version()
        if version == self._version:
            return
        self._version = version
        self.views_changed.emit()
        news, self._news = self._news, []
        for changes in (*news, *edits.changes_since(self.review, news[-1].entry if news else self._entry)):
            self._entry = max(self._entry, changes.entry)
            self._take_in(changes)

    def catching_up(self) -> Iterator[None]:
        """Read what others have written since the last look, with a breath every few milliseconds: `look_around`,
        which must come next, takes it in then."""
        with suppress(UserError):  # who takes it in reads it again, and says what is wrong
            news: list[Changes] = []
            yield from edits.reading_since(self.review, self._entry, news)
            for changes in news:
                yield from self.finder.reading(changes)
            self._news = news

    def _catch_up(self, entry: int) -> None:
        """Take in what others wrote between the last look and an action of this window, which would hide it."""
        last, self._entry = self._entry, entry
        if entry > last + 1 and not self.paused:
            for changes in edits.changes_since(self.review, last):
                if changes.entry < entry:
                    self._take_in(changes)

    def resume(self) -> None:
        """Look around again after long work, take in what it has done, and say what that was."""
        self.paused = False
        done = edits.changes_since(self.review, self._entry)
        self.reload()
        if done:
            self.view_message.emit(sentences.summary(done[-1].summary, translate), "sources_page")

    def reload(self) -> None:
        """Take in all that long work has written: an import, a restored backup."""
        self._entry, self._version = edits.last_entry(self.review), self.review.data_version()
        self._take_in(Changes(0, "import", (), frozenset(), Summary("reload")))
        if self.row_of(self.current_id) < 0:
            self.go(self._id_at(0))
