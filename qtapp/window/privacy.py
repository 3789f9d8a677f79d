"""The page of personal data in the window: made on the first way to it, its search and its masks in the background."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from db import edits, sentences
from db.late import Late
from db.values import CANNED, CATEGORY, STATUS, TAXONOMY, Changes
from qtapp.session import Session, translate
from qtapp.tasks import Tasks
from qtapp.window.background import Background
from qtapp.window.frame import Frame

if TYPE_CHECKING:
    from qtapp.privacy import page as room
    from qtapp.privacy import words
    from qtapp.privacy.deciding import Wanted
else:
    room, words = Late("qtapp.privacy.page"), Late("qtapp.privacy.words")


class PrivacySearch(Background):
    """Looks for personal data; what it finds comes page by page."""

    found = Signal(object)
    ended = Signal(bool)
    """It is over; whether all was read."""

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(tasks, parent)
        self.declined = False
        """Whether the reviewer has stopped it, so that it does not begin by itself."""

    def watch(self, session: Session | None) -> None:
        """Another review is open, or none."""
        super().watch(session)
        self.declined = False

    def start(self, since: int) -> None:
        """Look for it in all tickets (-1), or in those that were changed after an action."""
        options = ("--since", str(since)) if since >= 0 else ()
        self.run(self.tr("Search for personal data"), "privacy", "--packed", *options, reads=True)

    def told(self, session: Session, result: dict[str, object]) -> None:
        """Some of it."""
        self.found.emit(result)

    def succeeded(self, session: Session, results: Sequence[dict[str, object]]) -> None:
        """All of it was told."""
        self.ended.emit(True)

    def gave_up(self, session: Session) -> None:
        """What was told stays."""
        self.declined = True
        self.ended.emit(False)


class Masker(Background):
    """Masks much at a time; each is one action."""

    def start(self, options: Sequence[str], name: str) -> None:
        """Mask what these options of the command say."""
        self.run(name, "mask", *options)

    def succeeded(self, session: Session, results: Sequence[dict[str, object]]) -> None:
        """Take the action in, and say it."""
        session.look_around()
        entry = int(str(results[0]["entry"] or 0)) if results else 0
        done = edits.changes_since(session.review, entry - 1) if entry else []
        if done:
            session.view_message.emit(sentences.summary(done[0].summary, translate), "undo")


class PrivacyHost(QObject):
    """Of one window; nothing of the page is loaded before somebody goes there."""

    def __init__(self, window: Frame, tasks: Tasks) -> None:
        super().__init__(window)  # type: ignore[call-overload]
        self._window = window
        self._session: Session | None = None
        self.page: room.PrivacyPage | None = None
        self.ask: Callable[[Wanted, str], bool] = lambda wanted, kind: True
        """Whether so much is to be masked, all of a kind (in words) where one is told."""
        self.search, self.masker = PrivacySearch(tasks, self), Masker(tasks, self)
        for one in (self.search, self.masker):
            one.failed.connect(window.say_problem)
        self.search.changed.connect(self._go_on)
        self._next: int | None = None
        window.page_changed.connect(self._arrive)

    def watch(self, session: Session | None) -> None:
        """Another review is open, or none; the page of the one before is gone."""
        self._session, self.page, self._next = session, None, None
        self.search.watch(session)
        self.masker.watch(session)
        self._window.header.set_count("privacy", None)
        if session is not None:
            session.changed.connect(self._forget)

    def bring(self) -> room.PrivacyPage:
        """The page, made where it is not yet."""
        if self.page is None:
            assert self._session is not None
            page = self.page = room.PrivacyPage(self._session, self._window)
            page.tickets_wanted.connect(self._show_tickets)
            page.mode_changed.connect(self._say)
            page.found.search_wanted.connect(self._begin)
            page.decisions.ask = self._ask
            page.decisions.far_wanted.connect(self.masker.start)
            self.search.found.connect(page.found.take)
            self.search.ended.connect(page.found.ended)
            self._window.pages.addWidget(page)
            self._window.keys.watch_page(page)
        return self.page

    def _forget(self, changes: Changes) -> None:
        """Nobody follows the number where there is no page yet: after a change of what it is of it is not known."""
        if self.page is None and not changes.fields <= {STATUS, CATEGORY, CANNED, TAXONOMY}:
            self._window.header.set_count("privacy", None)

    def _ask(self, wanted: Wanted) -> bool:
        return self.ask(wanted, words.kind_words(wanted.kind) if wanted.kind else "")

    def _begin(self, since: int) -> None:
        """Search; what is asked for while one works comes after it."""
        if self.page is None:
            return
        if self.search.works:
            waits = self._next
            self._next = since if waits is None else min(waits, since)
        else:
            self.search.start(since)
            self.page.found.begun(since)

    def _go_on(self) -> None:
        if self._next is not None and not self.search.works:
            since, self._next = self._next, None
            self._begin(since)

    def _show_tickets(self, query: str, ticket: int) -> None:
        self._window.show_tickets(query, ticket)
        if self._session is not None:
            self._session.view_message.emit(self.tr("The ticket of the place"), "privacy_page")

    def _arrive(self) -> None:
        if self.page is not None and self._is_shown():
            if not self.search.declined:
                self.page.look()
            self._say()

    def _is_shown(self) -> bool:
        return self.page is not None and self._window.page() == "privacy"

    def _say(self) -> None:
        """Messages stand where the list does, and the bar says what that shows."""
        if self.page is None:
            return
        self._window.header.set_count("privacy", self.page.count())
        if self._is_shown():
            self._window.toast.stand_over(self.page.toast_place())
            self._window.bar.say(self.page.words())
