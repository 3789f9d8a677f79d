"""The page of labels in the window: made on the first way to it, its words in the bar."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from db.late import Late
from qtapp.session import Session
from qtapp.tasks import Tasks
from qtapp.window.background import Background
from qtapp.window.frame import Frame
from qtapp.window.state import place_of
from qtapp.window.taxonomy import TaxonomyFiles

if TYPE_CHECKING:
    from db import labels as library
    from qtapp.labels import page as room
    from qtapp.window.checking import LabelCheck
else:
    library = Late("db.labels")
    room = Late("qtapp.labels.page")


class VariantFinder(Background):
    """Finds the groups of labels that are probably one, where that takes longer than a moment."""

    found = Signal(str, object)
    """A field, and a list of its groups."""

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(tasks, parent)
        self._field = self._next = ""
        self.changed.connect(self._go_on)

    def start(self, field: str) -> None:
        """Find those of a field; what is asked for meanwhile comes afterwards, the last of it alone."""
        if self.works:
            self._next = field
        else:
            self._field = field
            self.run(self.tr("Find variants"), "labels", "--variants", "--field", field.replace("_", "-"))

    def _go_on(self) -> None:
        if self._next and not self.works:
            field, self._next = self._next, ""
            self.start(field)

    def succeeded(self, session: Session, results: Sequence[dict[str, object]]) -> None:
        """Tell them, unless others are asked for already."""
        if not self._next:
            self.found.emit(self._field, [library.read_group(one) for one in results])


class LabelsHost(QObject):
    """Of one window; nothing of the page is loaded before somebody goes there."""

    def __init__(self, window: Frame, tasks: Tasks, check: LabelCheck) -> None:
        super().__init__(window)  # type: ignore[call-overload]
        self._window = window
        self._check = check
        self.finder = VariantFinder(tasks, self)
        self.finder.failed.connect(window.say_problem)
        self._session: Session | None = None
        self.page: room.LabelsPage | None = None
        self.files = TaxonomyFiles(window)
        window.page_changed.connect(self._arrive)
        check.changed.connect(self._show_check)

    def watch(self, session: Session | None) -> None:
        """Another review is open, or none; the page of the one before is gone."""
        self._session, self.page = session, None
        self.finder.watch(session)

    def bring(self) -> room.LabelsPage:
        """The page, made where it is not yet."""
        if self.page is None:
            assert self._session is not None
            page = self.page = room.LabelsPage(self._session, self._window, self.place())
            page.tickets_wanted.connect(self._window.show_tickets)
            page.action_wanted.connect(self._window.do_action)
            page.acceptance_wanted.connect(self._window.acceptance_wanted)
            page.mode_changed.connect(self._say)
            page.variants_wanted.connect(self.finder.start)
            self.finder.found.connect(page.take_variants)
            self._window.pages.addWidget(page)
            self._window.keys.watch_page(page)
            page.show_work(self._check.works)
        return self.page

    def show_mode(self, mode: str) -> None:
        """Go to a mode of the page."""
        if self._session is not None:
            self._window.show_page("labels")
            self.bring().show_mode(mode)

    def place(self) -> str:
        """Where the reviewer is on the page, or was when the review was left."""
        if self.page is not None:
            return self.page.place()
        return place_of(self._session.review.path).labels if self._session is not None else ""

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
