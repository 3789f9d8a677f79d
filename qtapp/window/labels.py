"""The page of labels in the window: made on the first way to it, its words in the bar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from db.late import Late
from qtapp.session import Session

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QStackedWidget

    from qtapp.labels import page as labels
    from qtapp.window.checking import LabelCheck
    from qtapp.window.keys import Keys
    from qtapp.window.statusbar import StatusBar
    from qtapp.window.toast import Toast
else:
    labels = Late("qtapp.labels.page")


class Frame(Protocol):
    """The window, as far as this page knows it: a QWidget."""

    pages: QStackedWidget
    bar: StatusBar
    keys: Keys
    toast: Toast
    page_changed: SignalInstance
    acceptance_wanted: SignalInstance

    def page(self) -> str: ...

    def show_tickets(self, query: str, ticket: int) -> None: ...

    def show_page(self, name: str) -> None: ...

    def do_action(self, name: str) -> None: ...


class LabelsHost(QObject):
    """Of one window; nothing of the page is loaded before somebody goes there."""

    def __init__(self, window: Frame, check: LabelCheck) -> None:
        super().__init__(window)  # type: ignore[call-overload]
        self._window = window
        self._check = check
        self._session: Session | None = None
        self.page: labels.LabelsPage | None = None
        window.page_changed.connect(self._arrive)
        check.changed.connect(self._show_check)

    def watch(self, session: Session | None) -> None:
        """Another review is open, or none; the page of the one before is gone."""
        self._session, self.page = session, None

    def bring(self) -> labels.LabelsPage:
        """The page, made where it is not yet."""
        if self.page is None:
            assert self._session is not None
            page = self.page = labels.LabelsPage(self._session, self._window)
            page.tickets_wanted.connect(self._window.show_tickets)
            page.action_wanted.connect(self._window.do_action)
            page.acceptance_wanted.connect(self._window.acceptance_wanted)
            page.mode_changed.connect(self._say)
            self._window.pages.addWidget(page)
            self._window.keys.watch_page(page)
            page.show_work(self._check.works)
        return self.page

    def show_mode(self, mode: str) -> None:
        """Go to a mode of the page."""
        if self._session is not None:
            self._window.show_page("labels")
            self.bring().show_mode(mode)

    def commit(self) -> None:
        """Leave what is being written; to be called before the page goes."""
        if self.page is not None:
            self.page.commit()

    def _arrive(self) -> None:
        if self._is_shown() and self.page is not None:
            self.page.look()

    def _show_check(self) -> None:
        if self.page is not None:
            self.page.show_work(self._check.works)

    def _is_shown(self) -> bool:
        return self.page is not None and self._window.page() == "labels"

    def _say(self) -> None:
        """Messages stand where the list of the mode does, and the bar says what that shows."""
        if self.page is not None and self._is_shown():
            self._window.toast.stand_over(self.page.toast_place())
            self._window.bar.say(self.page.words())
