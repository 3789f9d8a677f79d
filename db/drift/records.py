"""What is said of a source that differs from its file: counts, tickets, fields. Frozen records."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from typing import Literal

from db.drift.kept import Kept
from db.records import dataclass
from db.values import Turn

Stand = Literal["same", "changed", "emptied", "missing", "unreadable"]
"""How the file of a source stands beside what the review has of it."""

State = Literal["unchanged", "there", "here", "both", "new", "gone"]
STATES: tuple[State, ...] = ("unchanged", "there", "here", "both", "new", "gone")
"""Of a ticket: as it was; changed in the file; edited here; both; not in the review; not in the file any more."""

Value = str | tuple[Turn, ...] | tuple[tuple[str, str], ...] | None
"""A field: text, a category as its path; turns; for ``fields`` the other fields; None where there is none."""

Sided = Literal["here", "there", "agreed", "conflict", "new"]


@dataclass(frozen=True, slots=True)
class SourceState:
    """A source beside its file. `size` (bytes) and `modified` (seconds since 1970) are those of the file, None where
    there is none; `reason` is what the system says of one that cannot be read.
    """

    source_id: int
    name: str
    path: str
    stand: Stand
    size: int | None = None
    modified: float | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Counts:
    """Tickets by their state. Those of the file are all but `gone`; those that were in it before, all but `new`.

    Besides: `conflicts` are fields that both sides changed, each in its way; `moved` are tickets that stand in another
    order; `returned` were parked and are in the file again (of `unchanged` to `both`); `parked` stay parked.
    """

    unchanged: int = 0
    there: int = 0
    here: int = 0
    both: int = 0
    new: int = 0
    gone: int = 0
    conflicts: int = 0
    moved: int = 0
    returned: int = 0
    parked: int = 0

    @property
    def tickets(self) -> int:
        """Tickets of the file as it is now."""
        return self.unchanged + self.there + self.here + self.both + self.new

    @property
    def before(self) -> int:
        """Tickets that were in the file before."""
        return self.tickets - self.new - self.returned + self.gone


@dataclass(frozen=True, slots=True)
class FieldDrift:
    """A field of a ticket: what the source said, what the review says, what the file says now.

    `side`: edited ``here``; changed ``there``; ``agreed`` where both came to say the same; ``conflict``; of a ``new``
    ticket, only `theirs`. For a ticket that is gone `theirs` is None.
    """

    field: str
    side: Sided
    base: Value
    ours: Value
    theirs: Value


@dataclass(frozen=True, slots=True)
class TicketDrift:
    """A ticket at its place in a `Drift`. `ticket_id` is None for a new one, `line` (in the file as it is now) for one
    that is gone; `fields` are those that are not the same on all sides.
    """

    place: int
    state: State
    ticket_id: int | None
    line: int | None
    title: str
    moved: bool
    returned: bool
    fields: tuple[FieldDrift, ...]


@dataclass(slots=True)
class Body:
    """The comparison itself, a ticket a place: first those of the file in their order, then those that are gone.

    `ours` are ids of tickets (0 for new ones), `states` places in `STATES`, `lines` and `kept` what the file says.
    """

    ours: array[int]
    states: bytearray
    lines: array[int]
    moved: frozenset[int]
    returned: frozenset[int]
    conflicts: frozenset[tuple[int, str]]
    """Tickets by id, with the field."""
    kept: Kept


@dataclass(frozen=True, slots=True)
class Drift:
    """How a source differs from its file, as numbers first. Nothing has changed by making one.

    `firm` tickets are known again by all that they say, or by title and problem, of the `of` tickets of the smaller
    side: where that is under a fifth, it may be `another_batch`, and nothing is proposed to be merged.
    """

    source_id: int
    name: str
    path: str
    stand: Stand
    counts: Counts
    firm: int
    of: int
    size: int
    sha256: str
    modified: float
    entry: int
    """The newest action of the review that it knows."""
    body: Body

    @property
    def another_batch(self) -> bool:
        """Whether under a fifth of the tickets match firmly."""
        return self.firm * 5 < self.of

    @property
    def is_harmless(self) -> bool:
        """Whether no ticket goes, no field was changed on both sides, and it is no other batch."""
        return not (self.counts.gone or self.counts.conflicts or self.another_batch)

    @property
    def nothing(self) -> bool:
        """Whether the file says what the review has of it, in the same order."""
        return self.stand == "same"

    @property
    def conflicts(self) -> frozenset[tuple[int, str]]:
        """The fields that both sides changed, each in its way, as (ticket id, field)."""
        return self.body.conflicts

    def places(self, *states: State) -> Sequence[int]:
        """The places of tickets in these states (all states unless told), in order; pages of them go to `tickets`."""
        wanted = {STATES.index(one) for one in states or STATES}
        return [place for place, state in enumerate(self.body.states) if state in wanted]

    def moved(self) -> Sequence[int]:
        """The places of tickets that stand in another order than before: the fewest that explain it."""
        return sorted(self.body.moved)

    def numbers(self) -> Mapping[str, int]:
        """All counts by name."""
        return {name: getattr(self.counts, name) for name in Counts.__match_args__}
