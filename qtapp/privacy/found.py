"""Personal data as its page sees it: what is known by now, how it is looked at, and where the reviewer is.

In a small review it is looked for between two events, a slice of tickets at a time, in a large one in the background;
what is found is there as it comes. After that only tickets that were changed are read again: a few at once, many of
them in the background too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from db import edits
from db import privacy as library
from db.search import Query
from db.values import PRIVACY, Changes
from qtapp.session import Session

if TYPE_CHECKING:
    from numpy import int32, int64
    from numpy.typing import NDArray

    from db.privacy import Kind, Located, Spot

    Rows, Ids = NDArray[int32], NDArray[int64]

NEAR = 24
"""Changed tickets that are read again at once: some hundredths of a second."""
SMALL, SLICE = 2000, 8
"""Tickets of a review up to which nobody waits for another process, and how many are read between two events: some
hundredths of a second at most."""
FIRST = 64
"""Tickets of a large review that are read so before the other process speaks."""
BEAT = 300
"""Milliseconds between two looks at what comes in."""
WHOLE = -1


class Found(QObject):
    """Four lists of the same places; each stays where it was left."""

    shown_changed = Signal()
    """`shown` is another list now."""
    current_changed = Signal()
    """The current one is another, or its places are."""
    place_changed = Signal()
    """Another of its places is the current one."""
    search_wanted = Signal(int)
    """It is to be looked for, `WHOLE` or only in what was changed after an action."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.look = library.LOOKS[0]
        self.text = ""
        self.kind: Kind | None = None
        self.complete = self.works = False
        """Whether all was read since the review was opened or imported into; whether some is being read."""
        self.read = 0
        """Tickets of the search that works, so far."""
        self._located: Located = library.Located()
        self._coming: Located = self._located
        self._since, self._begun = WHOLE, 0
        self._changed: set[int] = set()
        self._known = library.excepted(session.review)
        self._rows: dict[str, int] = dict.fromkeys(library.LOOKS, 0)
        self._ids: dict[str, int | None] = dict.fromkeys(library.LOOKS)
        self._fresh = set(library.LOOKS)
        """Looks whose first row is the current one whatever comes before it: until the search is over or somebody goes
        elsewhere."""
        self.looks = library.Looks(self._located, self._known, ranked=False)
        self.shown: Ids = self.looks.listed(self.look, "", None)
        self.rows: Rows = self.looks.rows
        """The places of the current one."""
        self.place = 0
        self._soon = QTimer(self, singleShot=True, interval=BEAT)
        self._soon.timeout.connect(self._show)
        self._left: list[int] = []
        self._previews = False
        """Whether the first tickets are read here until the search in the background speaks."""
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._read_slice)
        session.changed.connect(self._refresh)

    # Looking for it

    def begin(self) -> None:
        """Look for all of it, unless that is being done."""
        if self.works:
            return
        ids = self._session.finder.find(Query())
        small, known = len(ids) <= SMALL, self.complete
        if small:
            self.begun(WHOLE)
        else:
            self.search_wanted.emit(WHOLE)
        self._previews = self.works and not small and not known
        if small or self._previews:
            self._left = [int(one) for one in ids[: None if small else FIRST]][::-1]
            self._next.start()

    def _read_slice(self) -> None:
        """Read some tickets, and go on when all else was done that waits."""
        some = self._left[-SLICE:]
        del self._left[-SLICE:]
        found = library.scan(self._session.review, some, excepted_too=True)
        self._add({**library.packed(found.findings), "tickets": len(some)})
        if self._left:
            self._next.start()
        elif not self._previews:
            self.ended(True)

    def begun(self, since: int) -> None:
        """A search works from now on."""
        self.works, self.read, self._since = True, 0, since
        self._begun, self._changed = edits.last_entry(self._session.review), set()
        self._coming = self._located
        if since == WHOLE and self.complete:
            self._coming = library.Located()  # what is shown stays until all of it is known anew
        elif since == WHOLE:
            self._coming = self._located = library.Located()
            self._fresh = set(library.LOOKS)
        self._show()

    def take(self, part: Mapping[str, Any]) -> None:
        """Some of what a search in the background finds; it has read again what was shown before it began to speak."""
        if self._previews:
            self._stop_reading()
            self._coming = self._located = library.Located()
            self.read = 0
        self._add(part)

    def _stop_reading(self) -> None:
        self._next.stop()
        self._left, self._previews = [], False

    def _add(self, part: Mapping[str, Any]) -> None:
        self._coming.take(part)
        self.read += int(part["tickets"])
        if self._coming is not self._located or self._soon.isActive():
            return
        if len(self.shown) or not part["values"]:
            self._soon.start()
        else:
            self._show()  # the first that comes is there at once

    def ended(self, whole: bool) -> None:
        """The search is over; `whole`: it has read all that it was to read."""
        self._soon.stop()
        self._stop_reading()
        self.works = False
        if whole:
            self._located = self._coming
            self._located.settle(ranked=self._since == WHOLE)
        self.complete = whole or (self.complete and self._since == WHOLE)
        changed, self._changed = self._changed, set()
        if whole and changed:
            self._read_again(changed, self._begun)
        self._show()
        self._fresh.clear()

    def _refresh(self, changes: Changes) -> None:
        if changes.fields & {PRIVACY}:
            self._known = library.excepted(self._session.review)
        if changes.kind in ("import", "other"):
            self.complete = False
        elif changes.fields.intersection(library.READ) and (self.complete or self.works):
            # a search that works may be behind these tickets or before them: they are read once more when it is over
            self._changed |= set(changes.ticket_ids) if self.works else set()
            self._read_again(changes.ticket_ids, changes.entry - 1)
        elif PRIVACY not in changes.fields:
            return
        before = self.shown
        self._show()
        if changes.kind in ("undo", "redo"):
            self._go_back(set(before.tolist()))

    def _go_back(self, before: set[int]) -> None:
        """Go to the first of what was not listed before: it was turned back."""
        back = [one for one in self.shown.tolist() if one not in before]
        if back:
            self.go_row(self.row_of(back[0]))

    def _read_again(self, tickets: Sequence[int] | set[int], since: int) -> None:
        """Bring changed tickets up to date."""
        self._located.drop(tickets)
        if len(tickets) > NEAR:
            if not self.works:
                self.search_wanted.emit(since)
            return
        found = library.scan(self._session.review, list(tickets), excepted_too=True)
        self._located.take(library.packed(found.findings))
        self._located.settle()

    # What is shown

    def show(self, look: str, kind: Kind | None = None) -> None:
        """Look at it otherwise; at the values of a kind alone, where one is told."""
        self.look, self.kind = look, kind
        self._show()

    def narrow(self, text: str) -> None:
        """List what has a value with this text in it."""
        self.text = text
        self._show()

    def _show(self) -> None:
        self.looks = library.Looks(self._located, self._known, ranked=self.complete)
        self.shown = self.looks.listed(self.look, self.text, self.kind)
        kept, place = self._ids[self.look], self.place
        row = self.row_of(kept)
        if row < 0:
            self._ids[self.look] = None  # what hears of the new list asks for the current one of it
        self.shown_changed.emit()
        self._ids[self.look] = None  # its places are others
        self._go(0 if self.look in self._fresh else row if row >= 0 else self._rows[self.look])
        if self.current == kept:
            self._go_place(place)

    # Where the reviewer is

    @property
    def current(self) -> int | None:
        """The id of the current one."""
        return self._ids[self.look]

    def row_of(self, one: int | None) -> int:
        """The row of an id, -1 where it is not listed."""
        rows = (self.shown == one).nonzero()[0] if one is not None else ()
        return int(rows[0]) if len(rows) else -1

    def go_row(self, row: int) -> None:
        """Make the one at a row the current one."""
        if row != self._rows[self.look]:
            self._fresh.discard(self.look)
        self._go(row)

    def _go(self, row: int) -> None:
        row = max(0, min(row, len(self.shown) - 1))
        now = int(self.shown[row]) if len(self.shown) else None
        before = self._ids[self.look]
        self._rows[self.look], self._ids[self.look] = row, now
        if now != before or now is None:
            self.rows = self.looks.places(self.look, now) if now is not None else self.looks.rows[:0]
            self.place = 0
            self.current_changed.emit()

    def step(self, by: int) -> None:
        """Go down or up."""
        self.go_row(self._rows[self.look] + by)

    def go_place(self, place: int) -> None:
        """Make one of the places of the current one the current place."""
        self._fresh.discard(self.look)
        self._go_place(place)

    def _go_place(self, place: int) -> None:
        place = max(0, min(place, len(self.rows) - 1))
        if place != self.place:
            self.place = place
            self.place_changed.emit()

    def spot(self) -> Spot | None:
        """The current place."""
        rows = self.rows[self.place : self.place + 1]
        return self.spots(rows)[0] if len(rows) else None

    def spots(self, rows: Rows) -> list[Spot]:
        """Places by names."""
        return self._located.spots(rows)
