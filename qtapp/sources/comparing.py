"""A source beside its file, as the page sees it: the comparison, what of it is listed, and what the reviewer decides.

Nothing is written here: decisions are kept until the comparison is taken in, which the window does in the background.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from db import drift as library
from db.drift import Drift, FieldDrift, Side, TicketDrift, Value
from qtapp.session import Session
from qtapp.sources.values import as_option, as_typed

FIRST = ("both", "gone", "there", "new", "moved", "here", "unchanged")
"""What is listed first of what there is: what has to be decided, then what would go."""
Key = tuple[int, str]
"""Ticket and field."""


class Comparing(QObject):
    """One comparison at a time, or none."""

    shown_changed = Signal()
    """Another comparison, or another list of it."""
    current_changed = Signal()
    decided = Signal()
    """A field is decided otherwise, or is the current one."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.plan: Drift | None = None
        self.look = FIRST[0]
        self.shown: Sequence[int] = ()
        """Places in the comparison."""
        self.current: TicketDrift | None = None
        self.field = 0
        self.choices: dict[Key, Side] = {}
        """Which side has a field."""
        self.own: dict[Key, Value] = {}
        """What was written for a field instead."""
        self._row = 0

    def open(self, plan: Drift | None) -> None:
        """Show a comparison from its beginning, or none."""
        self.plan, self.choices, self.own = plan, {}, {}
        if plan is not None:
            self.look = next((one for one in FIRST if self.count(one)), FIRST[-1])
        self._list()

    def count(self, look: str) -> int:
        """How many tickets a look lists."""
        return self.plan.numbers()[look] if self.plan is not None else 0

    def show(self, look: str) -> None:
        """List what is in another state."""
        self.look = look
        self._list()

    def _list(self) -> None:
        if self.plan is None:
            self.shown = ()
        elif self.look == "moved":
            self.shown = self.plan.moved()
        else:
            state = next(one for one in library.STATES if one == self.look)
            self.shown = self._conflicts_first(self.plan.places(state))
        self._row = 0
        self.shown_changed.emit()
        self.go_row(0)

    def _conflicts_first(self, places: Sequence[int]) -> Sequence[int]:
        if self.look != "both" or self.plan is None:
            return places
        body, torn = self.plan.body, {ticket for ticket, _ in self.plan.conflicts}
        return sorted(places, key=lambda place: body.ours[place] not in torn)

    def tickets(self, places: Sequence[int]) -> list[TicketDrift]:
        """Tickets of the comparison, those that are in the review still."""
        return library.tickets(self._session.review, self.plan, places) if self.plan is not None else []

    # Where the reviewer is

    def row(self) -> int:
        """The row of the current ticket, -1 where there is none."""
        return self._row if self.current is not None else -1

    def go_row(self, row: int) -> None:
        """Make the ticket at a row the current one, with its first field that is not decided."""
        self._row = max(0, min(row, len(self.shown) - 1))
        found = self.tickets([self.shown[self._row]]) if len(self.shown) else []
        self.current = found[0] if found else None
        undecided = [n for n, one in enumerate(self.fields()) if self.is_open(one)]
        self.field = undecided[0] if undecided else 0
        self.current_changed.emit()

    def step(self, by: int) -> None:
        """Go down or up."""
        self.go_row(self._row + by)

    def fields(self) -> Sequence[FieldDrift]:
        """The fields of the current ticket that are not the same on all sides."""
        return self.current.fields if self.current is not None else ()

    def current_field(self) -> FieldDrift | None:
        """The field that keys are for."""
        fields = self.fields()
        return fields[self.field] if self.field < len(fields) else None

    def go_field(self, place: int) -> None:
        """Make a field of the current ticket the current one."""
        self.field = max(0, min(place, len(self.fields()) - 1))
        self.decided.emit()

    # Decisions

    def key(self, field: FieldDrift) -> Key:
        """What a decision on a field of the current ticket is kept under."""
        ticket = self.current.ticket_id if self.current is not None else None
        return ticket or 0, field.field

    def is_conflict(self, field: FieldDrift | None) -> bool:
        """Whether there is something to decide."""
        return field is not None and field.side == "conflict"

    def is_open(self, field: FieldDrift) -> bool:
        """Whether it is not decided yet."""
        key = self.key(field)
        return self.is_conflict(field) and key not in self.choices and key not in self.own

    def is_torn(self, ticket: TicketDrift) -> bool:
        """Whether something of a ticket is not decided yet."""
        keys = [(ticket.ticket_id or 0, one.field) for one in ticket.fields if one.side == "conflict"]
        return any(key not in self.choices and key not in self.own for key in keys)

    def done(self) -> int:
        """How many fields are decided."""
        return len(self.choices) + len(self.own)

    def choose(self, side: Side) -> None:
        """Let one side have the current field, and go to the next that is not decided."""
        field = self.current_field()
        if field is not None and self.is_conflict(field):
            self.own.pop(self.key(field), None)
            self.choices[self.key(field)] = side
            self._on()

    def choose_all(self, side: Side) -> None:
        """Let one side have all fields that are not decided."""
        if self.plan is not None:
            for key in self.plan.conflicts:
                if key not in self.choices and key not in self.own:
                    self.choices[key] = side
            self.decided.emit()

    def write(self, text: str) -> None:
        """Let the current field have what was written."""
        field = self.current_field()
        if field is not None and self.is_conflict(field):
            self.choices.pop(self.key(field), None)
            self.own[self.key(field)] = as_typed(field, text)
            self._on()

    def _on(self) -> None:
        fields = self.fields()
        later = [n for n, one in enumerate(fields) if self.is_open(one)]
        if later:
            self.go_field(later[0])
        elif self.look == "both" and self._row + 1 < len(self.shown):
            self.decided.emit()
            self.step(1)
        else:
            self.decided.emit()

    def decisions(self) -> list[dict[str, object]]:
        """All of them as the command line reads them."""
        taken = [{"ticket": key[0], "field": key[1], "take": side} for key, side in self.choices.items()]
        written = [{"ticket": key[0], "field": key[1], "own": as_option(value)} for key, value in self.own.items()]
        return [*taken, *written]
