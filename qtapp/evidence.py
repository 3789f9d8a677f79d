"""Labels that contradict one another in the open review, as their room sees them: one method a verb of the reviewer.

Looks for them in short steps, so that no window waits, and anew after each change. Shows nothing itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from db.late import Late
from db.values import CANNED, CATEGORY, CONVERSATION, REPLIES, ROOT_CAUSE, Changes
from qtapp.canned import MANY

if TYPE_CHECKING:
    from db import replies as library
    from db.replies import Case, Conflict, Mark
    from qtapp.session import Session
else:
    library = Late("db.replies")

FIRST_STEP, STEP = 0.03, 0.006
"""Seconds of looking at once: what a small review needs, and a part of a large one."""
PAUSE = 150
"""Milliseconds after a change before they are looked for again, where nobody looks at them."""
MOST = 5000
"""Conflicts that are listed, the strongest: nobody reads more, and to keep them all would hold the window."""
DEAR = 2.0
"""Seconds of work from which on they are not looked for again after each change, but when somebody looks at them."""
CONCERNED = frozenset({CANNED, CATEGORY, CONVERSATION, REPLIES, ROOT_CAUSE})

Key = tuple[str, str, str]


def key_of(conflict: Conflict) -> Key:
    """What makes two conflicts one, whatever their tickets are by now."""
    return conflict.same, conflict.text, conflict.field


class Evidence(QObject):
    """The conflicts, strongest first, the current one, and which label stands beside its commonest one."""

    shown_changed = Signal()
    """`conflicts` are others now, or `complete` is."""
    current_changed = Signal()
    beside_changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self.conflicts: list[Conflict] = []
        self.complete = False
        self.current: Conflict | None = None
        self.beside = 1
        """The place among the labels of the one that is shown at the right."""
        self.watched = False
        """Whether somebody looks at them, so that they follow at once."""
        self._row = 0
        self._returns = False
        self._finding: Iterator[Conflict | None] = iter(())
        self._found: list[Conflict] = []
        self._count = 0
        self.total = 0
        """How many there are, listed or not."""
        self._worked = 0.0
        """Seconds that looking for them has taken."""
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._go_on)
        session.changed.connect(self._refresh)
        session.canned.shown_changed.connect(self._moved)
        session.canned.made.connect(self._restart)
        self._threshold = 0.0
        self._stale = True

    # Looking for them

    @property
    def is_fresh(self) -> bool:
        """Whether nothing has changed since they were looked for, or began to be."""
        return not self._stale

    def look(self) -> None:
        """See to it that they are known, now or soon; where families are many, what shows those comes first."""
        if self._stale and self._session.canned.making.is_large:
            self._timer.start(0)
        elif self._stale:
            self._begin(FIRST_STEP)

    def _begin(self, seconds: float) -> None:
        self._timer.stop()
        if not self._session.canned.making.at_hand:
            return  # `made` comes, and then they are looked for
        self._stale, self.complete = False, False
        self._threshold = self._session.canned.replies.threshold
        self._finding, self._found = self._session.canned.replies.finding_conflicts(), []
        self._count, self._worked = 0, 0.0
        self._step(seconds)

    def _go_on(self) -> None:
        if self._session.canned.making.is_busy:
            self._timer.start(PAUSE)  # two threads that take turns for every row are slow, and so is the window
        elif self._stale:
            self._begin(STEP)
        else:
            self._step(STEP)

    def _step(self, seconds: float) -> None:
        begin = perf_counter()
        for one in self._finding:
            if one is not None:
                self._count += 1
                self._found.append(one)
            if len(self._found) >= 2 * MOST:
                self._found = library.sorted_out(iter(self._found))[:MOST]
            if perf_counter() > begin + seconds:
                self._worked += perf_counter() - begin
                self._timer.start(0)
                return
        self._worked += perf_counter() - begin
        self._arrive()

    def _arrive(self) -> None:
        before = {key_of(one) for one in self.conflicts}
        self.conflicts, self.complete = library.sorted_out(iter(self._found))[:MOST], True
        self._found, self.total = [], self._count
        back = [one for one in self.conflicts if self._returns and key_of(one) not in before]
        self._returns = False
        row = self.row_of(back[0] if back else self.current)
        self.shown_changed.emit()
        self.go(self.conflicts[row] if row >= 0 else self._at(self._row))

    def _refresh(self, changes: Changes) -> None:
        whole = changes.kind in ("import", "other")
        if not whole and not changes.fields & CONCERNED:
            return
        self._returns = self.watched and changes.kind in ("undo", "redo")
        self._restart()

    def _moved(self) -> None:
        if self._session.canned.replies.threshold != self._threshold:
            self._restart()

    def _restart(self) -> None:
        self._stale = True
        if self.watched:
            self.look()
        elif self._worked < DEAR and self._session.canned.state != "none":
            self._timer.start(PAUSE)
        else:
            self._timer.stop()

    # Where the reviewer is

    def row_of(self, conflict: Conflict | None) -> int:
        """The row of a conflict, -1 where it is none (any more)."""
        wanted = key_of(conflict) if conflict is not None else None
        return next((row for row, one in enumerate(self.conflicts) if key_of(one) == wanted), -1)

    def _at(self, row: int) -> Conflict | None:
        return self.conflicts[max(0, min(row, len(self.conflicts) - 1))] if self.conflicts else None

    def go(self, conflict: Conflict | None) -> None:
        """Make a conflict the current one."""
        row = self.row_of(conflict)
        self._row = row if row >= 0 else self._row
        if conflict == self.current:
            return
        self.current, self.beside = conflict, 1
        self.current_changed.emit()

    def go_row(self, row: int) -> None:
        """Make the conflict at a row the current one."""
        self.go(self._at(row))

    def next(self) -> None:
        """Go one down."""
        self.go_row(self._row + 1)

    def previous(self) -> None:
        """Go one up."""
        self.go_row(self._row - 1)

    def show_beside(self, place: int) -> None:
        """Show another label at the right; after the last one comes the second again."""
        if self.current is not None:
            others = len(self.current.labels) - 1
            self.beside = 1 + (place - 1) % others
            self.beside_changed.emit()

    # What is read of it

    def of_family(self, handle: int) -> list[Conflict]:
        """The conflicts among the tickets of a family."""
        return self._session.canned.replies.conflicts_of(handle) if handle >= 0 else []

    def cases(self, tickets: list[int]) -> list[Case]:
        """Tickets of the current conflict."""
        return self._session.canned.replies.cases(self.current, tickets) if self.current is not None else []

    def marks(self, text: str) -> list[Mark]:
        """What differs between the text that the current conflict is about and the one of a ticket."""
        return self._session.canned.marks(self.current.text, text) if self.current is not None else []

    def shared(self) -> frozenset[str]:
        """What all tickets of the current conflict have in common besides what it is about."""
        return self._session.canned.replies.shared(self.current) if self.current is not None else frozenset()

    def changing(self, place: int) -> int:
        """How many tickets get another label where all get the one at a place."""
        labels = self.current.labels if self.current is not None else ()
        return sum(len(ids) for number, (_, ids) in enumerate(labels) if number != place)

    # Decisions

    def set_alike(self, place: int) -> Changes | None:
        """Give all tickets of the current conflict the label at a place."""
        conflict = self.current
        if conflict is None or place >= len(conflict.labels):
            return None
        number = self.changing(place)
        if number > MANY and not self._session.confirm(number):
            return None
        label = conflict.labels[place][0]
        return self._decide(conflict, lambda: library.set_alike(self._session.review, conflict, label))

    def keep(self) -> Changes | None:
        """The labels of the current conflict are meant as they are."""
        conflict = self.current
        if conflict is None:
            return None
        review, replies = self._session.review, self._session.canned.replies
        return self._decide(conflict, lambda: library.keep_labels(review, replies, conflict))

    def _decide(self, conflict: Conflict, verb: Callable[[], Changes]) -> Changes | None:
        """Run a verb and go to the next one; what was decided is gone at once, whatever else is still looked for."""
        changes = self._session.run(verb, "undo")
        if changes is not None and (row := self.row_of(conflict)) >= 0 and not self.complete:
            del self.conflicts[row]
            self.total -= 1
            self.shown_changed.emit()
            self.go_row(row)
        return changes
