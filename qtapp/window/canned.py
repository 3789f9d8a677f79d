"""The page of canned replies in the window: made on the first way to it, its scan, its count, its words in the bar."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from db.late import Late
from qtapp.session import Session
from qtapp.tasks import Tasks
from qtapp.window.frame import Frame
from qtapp.window.scanning import Scanner

if TYPE_CHECKING:
    from qtapp.replies import page as replies
else:
    replies = Late("qtapp.replies.page")


class CannedHost(QObject):
    """Of one window; nothing of the page is loaded before somebody goes there."""

    def __init__(self, window: Frame, tasks: Tasks) -> None:
        super().__init__(window)  # type: ignore[call-overload]
        self._window = window
        self._session: Session | None = None
        self.page: replies.CannedPage | None = None
        self.scanner = Scanner(tasks, self)
        self.scanner.failed.connect(window.say_problem)
        self.scanner.changed.connect(self._show_scan)
        window.page_changed.connect(self._arrive)

    def watch(self, session: Session | None) -> None:
        """Another review is open, or none; the page of the one before is gone."""
        self._session, self.page = session, None
        self.scanner.watch(session)
        self._window.header.set_count("canned", None)
        self._window.bar.say("")

    def bring(self) -> replies.CannedPage:
        """The page, made where it is not yet."""
        if self.page is None:
            assert self._session is not None
            page = self.page = replies.CannedPage(self._session, self._window)
            page.tickets_wanted.connect(self._window.show_tickets)
            page.scan_wanted.connect(self.scanner.start)
            page.duplicates_wanted.connect(self._ask_duplicates)
            page.canned.shown_changed.connect(self._say)
            page.canned.made.connect(self._arrive)
            page.mode_changed.connect(self._follow_mode)
            self._window.pages.addWidget(page)
            self._window.keys.watch_page(page)
            page.canned.find_all()
            self._show_scan()
        return self.page

    def show_family(self, family_id: str) -> None:
        """Go to a family that a ticket holds."""
        if self._session is not None:
            self._window.show_page("canned")
            self.bring().show_families()
            self._session.canned.go_to(family_id)

    def commit(self) -> None:
        """Leave what is being written; to be called before the page goes."""
        if self.page is not None:
            self.page.commit()

    def _arrive(self) -> None:
        """Another page is shown, perhaps this one: a review whose replies were never compared is compared now."""
        self._say()
        if self.page is not None and self._is_shown():
            self.scanner.start_if_needed()
            self.page.evidence.look()

    def _follow_mode(self) -> None:
        """Messages stand where the list of the mode does, and the bar says what that shows."""
        if self.page is not None and self._is_shown():
            self._window.toast.stand_over(self.page.toast_place())
            self._window.bar.say(self.page.words())

    def _is_shown(self) -> bool:
        return self.page is not None and self._window.page() == "canned"

    def _say(self) -> None:
        canned = self.page.canned if self.page is not None else None
        if canned is not None and not canned.making.works:
            is_known = canned.state != "none" and not canned.is_awaited
            self._window.header.set_count("canned", canned.counts()[2] if is_known else None)
        self._window.bar.say(self.page.words() if self.page is not None and self._is_shown() else "")

    def _show_scan(self) -> None:
        if self.page is not None:
            self.page.set_scanning(self.scanner.works)

    def _ask_duplicates(self, found: Sequence[object]) -> None:
        if found:
            self._window.duplicates_found.emit(found)
        else:
            self._window.toast.tell(self.tr("No ticket of this family has a duplicate."))
