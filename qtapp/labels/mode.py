"""What the modes of the page of labels have in common: a list at the left, what is chosen in it at the right.

A mode reads what it shows when it is first looked at, and again after each change that concerns it, at once where it is
looked at and else when it is next. What is done is bound by each mode, by the ids of its actions.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from db.labels import Field
from db.values import CANNED, CATEGORY, ROOT_CAUSE, TAXONOMY, Changes
from qtapp.action_row import Need
from qtapp.kit.ground import ground
from qtapp.kit.rows import RowTable
from qtapp.kit.stops import give_keyboard, go_round
from qtapp.kit.two_panes import TwoPanes
from qtapp.session import Session

WIDTHS = (430, 336)
"""Of the left column, in a wide page and in a narrow one."""
OWN = ("read", "words", "stops", "has_one")
"""What every mode says itself; a test sees to it, as Qt's classes cannot be abstract."""
CONCERNED = frozenset({CANNED, CATEGORY, ROOT_CAUSE, TAXONOMY})


class Mode(TwoPanes):
    """One mode; a subclass fills `left` and `pane`, binds `deeds` and says what it reads."""

    name = ""
    """As in the ids of the page's actions: ``labels_{name}``."""
    shown: Need
    chosen: Need
    """What actions need that are of this mode, and of the current one in it."""

    tickets_wanted = Signal(str, int)
    """A query whose tickets are to be shown, and the ticket to begin with (0 for the first)."""
    action_wanted = Signal(str)
    """The id of an action that was pressed here, of this mode or not."""
    acceptance_wanted = Signal(str)
    """Tickets without a usable label of this field are to get the likely one, once it is asked which of them."""
    changed = Signal()
    """What is current, its number or what is said of it is another."""

    concerned = CONCERNED
    """Fields whose changes alter what is shown."""

    def __init__(self, session: Session, widths: tuple[int, int] = WIDTHS, parent: QWidget | None = None) -> None:
        super().__init__(parent, widths)
        self.setObjectName(f"{self.name}Mode")
        self.session = session
        self.field: Field = "category"
        self.writes = not session.review.read_only
        self.left = QFrame(self)
        ground(self.left, "surface")
        self.left.setMinimumWidth(280)
        self.deeds: Mapping[str, Callable[[], object]] = {}
        self._stale = True
        session.changed.connect(self._refresh)

    # What is shown

    def show_field(self, field: Field) -> None:
        """Be of categories, or of root causes; read when it is looked at."""
        if field != self.field:
            self.field, self._stale = field, True

    def look(self) -> None:
        """It is looked at: read what there is now, where that may be another."""
        if self._stale:
            self._stale = False
            self.read()

    def outdate(self, returns: bool = False) -> None:
        """What is shown may be another by now; `returns`: a decision was turned back, and what it was of is gone to."""
        self._stale = True
        if self.isVisible():
            self.look()

    def read(self) -> None:
        """Read what is shown, of `field`, and show it; the current one stays, or the one that took its place."""

    def show_work(self, works: bool) -> None:
        """A check of the labels works in the background, or is over, whatever became of it."""

    def _refresh(self, changes: Changes) -> None:
        if changes.kind in ("import", "other") or changes.fields & self.concerned:
            self.outdate(returns=changes.kind in ("undo", "redo"))

    # What the page asks

    def needs(self) -> Sequence[Need]:
        """What holds while the mode is shown, for the actions."""
        return [self.shown, self.chosen] if self.has_one() else [self.shown]

    def has_one(self) -> bool:
        """Whether one of what is listed is the current one."""

    def count(self) -> int | None:
        """The number beside the name of the mode, None while it is not known."""
        return None

    def words(self) -> str:
        """What is shown, in words."""

    def do(self, action: str) -> None:
        """Do what an action of this mode is for."""
        self.deeds[action]()

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """The keys as they are bound now."""

    def commit(self) -> None:
        """Leave what is being written; nothing of it was decided."""

    def row(self) -> int:
        """The row of its list that is the current one, to be gone to again; 0 where what is listed is no list."""
        rows = self.stops()[0]
        return max(0, rows.currentIndex().row()) if isinstance(rows, RowTable) else 0

    def go_row(self, row: int) -> None:
        """Make that one the current one, where there are as many."""
        rows = self.stops()[0]
        if isinstance(rows, RowTable) and row < rows.model().rowCount():
            rows.setCurrentIndex(rows.model().index(row, 0))

    # Focus

    def stops(self) -> Sequence[QWidget]:
        """The widgets that the keyboard goes round by `next_pane`; the first one is the list."""

    def focus_list(self) -> None:
        """Give the keyboard to the list, or to what stands in its place."""
        give_keyboard(self.stops()[0])

    def focus_pane(self) -> None:
        """Give the keyboard to what is chosen, where something is."""
        give_keyboard(self.stops()[-1])

    def focus_search(self) -> None:
        """Give the keyboard to the field that narrows the list, where there is one."""
        self.focus_list()

    def next_pane(self) -> None:
        """Go round."""
        go_round(self.stops())
