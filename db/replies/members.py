"""Families as arrays: which forms, texts and tickets each has, and what that comes to. Made for one grouping.

What the list sorts and filters by is worked out for all families at once; everything else when it is asked for.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property
from typing import TYPE_CHECKING

from db.replies.canvass import Canvass
from db.replies.grouping import Families
from db.replies.groups import once
from db.replies.known import listed
from db.replies.records import Sort
from db.search import Finder, runs
from db.search.lazy import np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Integers = NDArray[np.int32]
    Numbers = NDArray[np.int64]
    Flags = NDArray[np.bool_]
    Floats = NDArray[np.float32]

READY = ("uses", "form_counts", "present", "is_family", "tickets", "length", "_forms")
FEW = 200
"""Families whose tickets are counted one family after the other: of more, those of all families are listed once."""


class Members:
    """Everything is by handle (the place of a family's leader): arrays have one place a form, most of them unused."""

    def __init__(self, canvass: Canvass, families: Families, finder: Finder) -> None:
        self.canvass, self.families, self.finder = canvass, families, finder
        self.size = canvass.forms

    def make_ready(self) -> None:
        """Make what lists, and decisions on their families, ask for: all but what categories go into."""
        for name in READY:
            getattr(self, name)

    @cached_property
    def uses(self) -> Numbers:
        """Replies of each family."""
        weights = self.canvass.uses
        return np.bincount(self.families.leader, weights=weights, minlength=self.size).astype(np.int64)

    @cached_property
    def form_counts(self) -> Numbers:
        """Forms in use of each family."""
        used = self.families.leader[self.canvass.uses > 0]
        return np.bincount(used, minlength=self.size)

    @cached_property
    def present(self) -> Flags:
        """Whether there are any replies of it."""
        return self.uses > 0

    @cached_property
    def is_family(self) -> Flags:
        """Whether it is one: two forms in use, or one that is used twice."""
        return self.uses > 1

    # From families to forms, texts and tickets

    @cached_property
    def _forms(self) -> tuple[Integers, Numbers]:
        return listed(self.families.leader, self.size)

    def forms_of(self, handle: int) -> Integers:
        """The forms of a family, the most used of the scan first."""
        order, begins = self._forms
        forms: Integers = order[begins[handle] : begins[handle + 1]]
        return forms

    def numbers_of(self, handle: int) -> Numbers:
        """The numbers of the texts of a family that are in use, the most used first."""
        numbers = self.canvass.numbers_of_all(self.forms_of(handle))
        uses = self.canvass.text_uses[numbers]
        order = np.lexsort((self.canvass.text_rank[numbers], -uses))
        used: Numbers = numbers[order][uses[order] > 0]
        return used

    def texts_of(self, handle: int) -> list[str]:
        """The texts of a family, the most used first."""
        return self.canvass.texts(self.numbers_of(handle).tolist())

    def tickets_of_numbers(self, numbers: Numbers) -> Numbers:
        """The tickets that hold any of these texts, by id."""
        return once(self._held_by(numbers)[0])

    def _held_by(self, numbers: Numbers) -> tuple[Numbers, Numbers]:
        """The ticket of each use of these texts, one text after the other, and how many uses each has."""
        order, begins = self.canvass.uses_of_text
        firsts = begins[numbers]
        sizes = begins[numbers + 1] - firsts
        return self.canvass.use_ticket[order[runs.places(firsts, sizes)]], sizes

    def ticket_counts(self, numbers: Numbers) -> list[int]:
        """How many tickets hold each of these texts."""
        tickets, sizes = self._held_by(numbers)
        width = int(tickets.max(initial=0)) + 1
        held = once(np.repeat(np.arange(len(numbers)), sizes) * width + tickets)
        counts: list[int] = np.bincount(held // width, minlength=len(numbers)).tolist()
        return counts

    def tickets_of_family(self, handle: int) -> Numbers:
        """The tickets that hold a family, by id."""
        if "_held" not in self.__dict__:  # to know those of all families takes a while
            return self.tickets_of_numbers(self.numbers_of(handle))
        families, tickets = self._held
        return tickets[slice(*np.searchsorted(families, (handle, handle + 1)))]

    def tickets_of(self, handle: int, texts: Collection[str] | None = None) -> list[int]:
        """The tickets that hold a family, or any of some texts of it."""
        if texts is None:
            return self.tickets_of_family(handle).tolist()  # type: ignore[no-any-return]
        numbers = self.numbers_of(handle)
        is_meant = [said in texts for said in self.canvass.texts(numbers.tolist())]
        found: list[int] = self.tickets_of_numbers(numbers[np.array(is_meant, bool)]).tolist()
        return found

    def across(self, handle: int) -> tuple[Integers, Floats]:
        """The near pairs in use that lead out of a family: the other family of each, and the likeness."""
        pairs, leader, uses = self.canvass.pairs, self.families.leader, self.canvass.uses
        forms = self.forms_of(handle)
        places = self.canvass.pairs_of(forms[uses[forms] > 0])
        theirs = np.concatenate([side[at] for side, at in zip((pairs.second, pairs.first), places, strict=True)])
        others, out = leader[theirs], uses[theirs] > 0
        out &= others != handle
        return others[out], np.concatenate([pairs.likeness[at] for at in places])[out]

    def tickets_in(self, handles: Numbers) -> int:
        """How many tickets hold any of these families."""
        if len(handles) <= FEW:
            tickets = [self.tickets_of_family(handle) for handle in handles.tolist()]
            return len(once(np.concatenate(tickets))) if tickets else 0
        wanted = np.zeros(self.size, bool)
        wanted[handles] = True
        family, ticket = self._held
        return len(np.unique(ticket[wanted[family]]))

    # What the list sorts by

    def weight(self, sort: Sort) -> Numbers:
        """What families are sorted by, largest first."""
        return {"uses": lambda: self.uses, "tickets": lambda: self.tickets, "spread": lambda: self.spread}.get(
            sort, lambda: self.length
        )()

    @cached_property
    def _held(self) -> tuple[Numbers, Numbers]:
        """Pairs of family and ticket, each once."""
        family = self.families.leader[self.canvass.text_form[self.canvass.use_text]].astype(np.int64)
        if not len(family):
            return family, family
        width = int(self.canvass.use_ticket.max()) + 1
        return tuple(np.divmod(np.unique(family * width + self.canvass.use_ticket), width))  # type: ignore[return-value]

    def tickets_by_family(self, wanted: Flags) -> list[Numbers]:
        """The tickets of each of these families, by id."""
        family, ticket = self._held
        held = wanted[family]
        family, ticket = family[held], ticket[held]
        return np.split(ticket, np.flatnonzero(np.diff(family)) + 1) if len(ticket) else []

    @cached_property
    def canned_tickets(self) -> Numbers:
        """The tickets that hold any family, by id."""
        family, ticket = self._held
        held = np.zeros(int(ticket.max(initial=-1)) + 1, bool)
        held[ticket[self.is_family[family]]] = True
        return np.flatnonzero(held)

    @cached_property
    def tickets(self) -> Numbers:
        """Tickets of each family."""
        return np.bincount(self._held[0], minlength=self.size)

    @cached_property
    def spread(self) -> Numbers:
        """Categories of each family."""
        family, ticket = self._held
        codes = self.finder.category_codes(ticket)
        width = int(codes.max(initial=0)) + 1
        return np.bincount(np.unique(family * width + codes) // width, minlength=self.size)

    @cached_property
    def length(self) -> Numbers:
        """Characters of the most used text of each family."""
        lengths = np.zeros(self.size, np.int64)
        handles = np.flatnonzero(self.is_family)
        first = self.first_numbers[handles]
        lengths[handles] = list(map(len, self.canvass.texts(first.tolist())))
        return lengths

    @cached_property
    def first_numbers(self) -> Numbers:
        """The number of the most used text of each family, as `numbers_of` has it."""
        known, first = self.canvass, np.zeros(self.size, np.int64)
        used = np.flatnonzero(known.text_uses > 0)
        last_first = used[np.lexsort((-known.text_rank[used], known.text_uses[used]))]
        first[self.families.leader[known.text_form[last_first]]] = last_first
        return first

    def of_texts(self, numbers: Numbers) -> Flags:
        """The families that have any of these texts in use."""
        used = numbers[self.canvass.text_uses[numbers] > 0] if len(numbers) else numbers
        flags = np.zeros(self.size, bool)
        flags[self.families.leader[self.canvass.text_form[used]]] = True
        return flags

    def of_tickets(self, tickets: Numbers) -> Flags:
        """The families that any of these tickets holds."""
        flags = np.zeros(self.size, bool)
        held = np.isin(self._held[1], tickets)
        flags[self._held[0][held]] = True
        return flags

    def forget_labels(self) -> None:
        """Categories or root causes of tickets have changed."""
        self.__dict__.pop("spread", None)
