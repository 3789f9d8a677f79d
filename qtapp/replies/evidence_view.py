"""Contradicting labels as a mode of the page of canned replies: the list at the left, one of them side by side.

Passes what was pressed to the evidence; what belongs to other pages it only asks for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from qtapp.conflict_actions import NUMBERED
from qtapp.counted import counted
from qtapp.evidence import Evidence
from qtapp.kit.ground import ground
from qtapp.kit.theme import BODY, font
from qtapp.kit.two_panes import TwoPanes
from qtapp.kit.widgets import Button
from qtapp.replies.conflict_list import ConflictList
from qtapp.replies.evidence_pane import EvidencePane

WIDTHS = (430, 300)
"""Of the left column, in a wide page and in a narrow one."""
MOST_NAMED = 12
"""Tickets that a search names one by one; more are found by what they share."""


class EvidenceView(TwoPanes):
    """Contradictions, decided by single keys."""

    families_wanted = Signal()
    tickets_wanted = Signal(str, int)
    """A query whose tickets are to be shown, and the ticket to begin with."""

    def __init__(self, evidence: Evidence, write: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent, WIDTHS)
        self.left, self.pane = QFrame(self), EvidencePane(evidence, self)
        self.hold(self.left, self.pane)
        self.setObjectName("evidenceView")
        self.evidence = evidence
        self.back = Button(self.tr("Families"), self.left, look="ghost", icon="previous", key="Esc")
        self.back.setObjectName("evidenceBack")
        self.back.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.count = QLabel(self.left)
        self.count.setObjectName("conflictCount")
        self.count.setFont(font(BODY, bold=True))
        self.list = ConflictList(evidence, self.left)
        self.pane.allow(write)
        self._lay_out()
        self._deeds = self._make_deeds()
        self._connect()
        self._say_count()

    def _lay_out(self) -> None:
        ground(self.left, "surface")
        self.left.setMinimumWidth(280)
        head = QHBoxLayout()
        head.setContentsMargins(20, 0, 8, 0)
        head.addWidget(self.count, 1)
        head.addWidget(self.back)
        column = QVBoxLayout(self.left)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.list, 1)

    def _connect(self) -> None:
        self.back.clicked.connect(self.families_wanted)
        self.list.left.connect(self.families_wanted)
        self.list.cases_wanted.connect(self.focus_pane)
        self.list.ticket_wanted.connect(self.show_ticket)
        self.pane.wanted.connect(self.do)
        self.pane.set_wanted.connect(self.evidence.set_alike)
        for column, moved in zip(self.pane.columns, (self._from_left, self._from_right), strict=True):
            column.list.moved.connect(moved)
            column.list.ticket_wanted.connect(self.show_ticket)
        self.evidence.shown_changed.connect(self._say_count)

    def _say_count(self) -> None:
        number = self._number()
        self.count.setText(counted(number, "conflicts") if self.evidence.complete or number else "")

    def _number(self) -> int:
        """How many there are, also of those that are too many to be listed."""
        return max(len(self.evidence.conflicts), self.evidence.total)

    def _said(self) -> str:
        number, listed = self._number(), len(self.evidence.conflicts)
        said = counted(number, "conflicts")
        words = self.tr("{conflicts}, the strongest {n} are listed").format(conflicts=said, n=f"{listed:,}")
        return said if number <= listed else words

    def words(self) -> str:
        """What the list shows, in words."""
        return "  ·  ".join((self.tr("Contradicting labels"), self._said()))

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """The keys as they are bound now."""
        self.pane.show_keys(keys)

    # Focus

    def focus_list(self) -> None:
        """Give the keyboard to the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_pane(self) -> None:
        """Give the keyboard to the tickets of the commonest label."""
        self._focus_column(0)

    def _focus_column(self, place: int) -> None:
        cases = self.pane.columns[place].list
        if self.evidence.current is not None:
            cases.setFocus(Qt.FocusReason.OtherFocusReason)
            if not cases.currentIndex().isValid():
                cases.go_to(0)

    def _from_left(self, step: int) -> None:
        if step > 0:
            self._focus_column(1)
        else:
            self.focus_list()

    def _from_right(self, step: int) -> None:
        if step < 0:
            self._focus_column(0)

    def next_pane(self) -> None:
        """From the list to the tickets of one label, of the other, and back."""
        stops: list[Callable[[], None]] = [
            self.focus_list,
            partial(self._focus_column, 0),
            partial(self._focus_column, 1),
        ]
        lists = [self.list, *(column.list for column in self.pane.columns)]
        here = next((place for place, one in enumerate(lists) if one.hasFocus()), -1)
        stops[(here + 1) % len(stops)]()

    # What is done, from here or by key

    def _make_deeds(self) -> dict[str, Callable[[], object]]:
        evidence = self.evidence
        numbers = {f"conflict_set_{n}": partial(evidence.set_alike, n - 1) for n in range(1, NUMBERED + 1)}
        return {
            "conflict_next": evidence.next,
            "conflict_previous": evidence.previous,
            "conflict_skip": evidence.next,
            "conflict_alike": partial(evidence.set_alike, 0),
            "conflict_right": lambda: evidence.set_alike(evidence.beside),
            "conflict_keep": evidence.keep,
            "conflict_more": lambda: evidence.show_beside(evidence.beside + 1),
            "conflict_fewer": lambda: evidence.show_beside(evidence.beside - 1),
            "conflict_ticket": self.show_ticket,
            "conflict_back": self.families_wanted.emit,
            **numbers,
        }

    def do(self, action: str) -> None:
        """Do what an action of this mode is for."""
        self._deeds[action]()

    def show_ticket(self) -> None:
        """Show the ticket that the keyboard is on among all of its contradiction: from the list, the doubtful one."""
        conflict = self.evidence.current
        if conflict is None:
            return
        left, right = (column.list for column in self.pane.columns)
        ticket = (left if left.hasFocus() else right).current_ticket()
        named = f"id:{','.join(map(str, conflict.tickets))}"
        family = f"family:{conflict.family}" if conflict.family else ""
        self.tickets_wanted.emit(named if len(conflict.tickets) <= MOST_NAMED or not family else family, ticket)
