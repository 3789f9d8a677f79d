"""The page of canned replies and its two modes: families, and labels that contradict one another.

Shows one of the modes and passes on to it; what belongs to other pages it only asks for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from db.late import Late
from qtapp.action_row import Need
from qtapp.canned import Canned
from qtapp.evidence import Evidence
from qtapp.replies.families_view import FamiliesView
from qtapp.session import Session

if TYPE_CHECKING:
    from qtapp.replies import evidence_view
else:
    evidence_view = Late("qtapp.replies.evidence_view")


class CannedPage(QStackedWidget):
    """The families stay as they were left while contradicting labels are shown."""

    tickets_wanted = Signal(str, int)
    """A query whose tickets are to be shown, and the ticket to begin with (0 for the first)."""
    scan_wanted = Signal()
    duplicates_wanted = Signal(object)
    """Tickets of the current family; which of them are duplicates is to be asked."""
    mode_changed = Signal()
    """The families are shown now, or contradicting labels; or what is said of them is another."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cannedPage")
        self._session = session
        self.canned: Canned = session.canned
        self.evidence = Evidence(session)
        self.families = FamiliesView(session, self)
        self.view: evidence_view.EvidenceView | None = None
        """Contradicting labels side by side, None until they are first gone to."""
        self._keys: Mapping[str, str] = {}
        self._ways = {"canned_labels": self.show_labels, "canned_conflicts": self.show_conflicts}
        self.addWidget(self.families)
        families = self.families
        families.wanted.connect(self.do)
        families.tickets_wanted.connect(self.tickets_wanted)
        families.scan_wanted.connect(self.scan_wanted)
        families.duplicates_wanted.connect(self.duplicates_wanted)
        families.pane.card.wanted.connect(self.show_labels)
        families.conflicts.clicked.connect(self.show_conflicts)
        self.evidence.shown_changed.connect(self._count_conflicts)
        self.evidence.current_changed.connect(self.mode_changed)
        self.canned.current_changed.connect(self.mode_changed)

    # The modes

    def needs(self) -> Sequence[Need]:
        """What holds while the page is shown, for the actions."""
        if self.on_labels:
            return ["evidence", "conflict"] if self.evidence.current is not None else ["evidence"]
        return ["canned", "family"] if self.canned.current >= 0 else ["canned"]

    @property
    def on_labels(self) -> bool:
        """Whether contradicting labels are shown, and not the families."""
        return self.currentWidget() is not self.families

    @property
    def _mode(self) -> FamiliesView | evidence_view.EvidenceView:
        return self.view if self.view is not None and self.on_labels else self.families

    def show_conflicts(self) -> None:
        """Show all contradicting labels."""
        if self.view is None:
            self.view = evidence_view.EvidenceView(self.evidence, not self._session.review.read_only, self)
            self.view.families_wanted.connect(self.show_families)
            self.view.tickets_wanted.connect(self.tickets_wanted)
            self.view.show_keys(self._keys)
            self.addWidget(self.view)
        self._show_mode(self.view)
        self.evidence.look()

    def show_labels(self) -> None:
        """Show the contradicting labels of the current family."""
        found = self.evidence.of_family(self.canned.current)
        if found:
            self.evidence.go(found[0])
            self.show_conflicts()
        else:
            self._session.not_done.emit(self.tr("The labels of this family do not contradict one another."))

    def show_families(self) -> None:
        """Show the families again, as they were left."""
        self._show_mode(self.families)

    def _show_mode(self, mode: QWidget) -> None:
        self.setCurrentWidget(mode)
        self.evidence.watched = self.on_labels
        self.focus_list()
        self.mode_changed.emit()

    def _count_conflicts(self) -> None:
        self.families.count_conflicts(self.evidence.total)
        self.mode_changed.emit()

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """The keys as they are bound now."""
        self._keys = keys
        self.families.show_keys(keys)
        if self.view is not None:
            self.view.show_keys(keys)

    def set_scanning(self, scanning: bool) -> None:
        """Say that the replies are being compared, or no longer are."""
        self.families.set_scanning(scanning)

    def commit(self) -> None:
        """Leave a wording that is being written: nothing of it was decided."""
        self.families.pane.wording.end(take=False)

    def words(self) -> str:
        """What the list of the mode shows, in words."""
        return self._mode.words()

    def toast_place(self) -> QWidget:
        """What a message stands at the foot of."""
        return self._mode.left

    # Focus

    def focus_list(self) -> None:
        """Give the keyboard to the list of the mode, or to what stands in its place."""
        self._mode.focus_list()

    def focus_search(self) -> None:
        """Give the keyboard to the search field, which is of the families."""
        if self.on_labels:
            self.show_families()
        self.families.search.focus()

    def focus_pane(self) -> None:
        """Give the keyboard to the variants, or to the tickets of a label."""
        self._mode.focus_pane()

    def next_pane(self) -> None:
        """Go round the panes of the mode."""
        self._mode.next_pane()

    # What is done, from here or by key

    def do(self, action: str) -> None:
        """Do what an action of this page is for, whichever mode it is of."""
        if action in self._ways:
            self._ways[action]()
        elif self.families.does(action):
            self.families.do(action)
        elif self.view is not None:
            self.view.do(action)
