"""What becomes of canned replies in an export: which tickets are left out, which replies say something else or nothing.

Reads the families and what was decided of them; writes nothing. Where no scan has seen all tickets, one is made for
this export alone.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from db import formats
from db.records import replace
from db.replies import normal
from db.replies.decided import Decided
from db.replies.families import BINDING, Replies
from db.replies.records import Decision
from db.replies.rewriting import DROPPED, rewriting
from db.replies.rows import id_of, template_of
from db.review import Review
from db.search import Finder
from db.search.lazy import np
from db.values import (
    CONVERSATION,
    REPLIES,
    AnyTicket,
    OneTicket,
    Progress,
    Status,
    StoredTicket,
    Turn,
    no_progress,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class ReplyOptions:
    """How an export treats canned replies; without any of it they stay as they are.

    `wording`: replies of families whose wording was chosen say that. `holding` False: holding replies are left out.
    `at_most`: tickets of one family that are kept, 0 for those families alone of which a reviewer said how many
    examples stay; None for all. `duplicates` False: of tickets that are the same one is kept.
    """

    wording: bool = False
    holding: bool = True
    at_most: int | None = None
    duplicates: bool = True

    @property
    def changes_replies(self) -> bool:
        """Whether any reply may be written otherwise than it stands."""
        return self.wording or not self.holding

    @property
    def leaves_out(self) -> bool:
        """Whether any ticket may be left out."""
        return self.at_most is not None or not self.duplicates


REMEMBERED = 100_000
"""Replies whose families are kept in mind."""


@dataclass(frozen=True)
class Mark:
    """What JSONL says of a reply that belongs to a family."""

    family: str
    template: str
    uses: int
    decision: Decision | None

    @cached_property
    def text(self) -> str:
        """The same as JSON: made once, and written with every reply of the family."""
        return json.dumps(self.as_json(), ensure_ascii=False)

    def as_json(self) -> dict[str, object]:
        """The value of ``canned``."""
        decided: dict[str, object] | None = None
        if self.decision is not None:
            known = {"wording": self.decision.wording, "examples": self.decision.examples}
            decided = {"code": self.decision.code} | {name: value for name, value in known.items() if value}
        return {"family": self.family, "template": self.template, "uses": self.uses, "decision": decided}


class Outgoing:
    """The canned replies of one export."""

    def __init__(self, review: Review, options: ReplyOptions, progress: Progress = no_progress) -> None:
        self._review, self.options = review, options
        self._replies = Replies(review, Finder(review, progress))
        self._replies.be_fresh(progress)
        self._stay = not options.changes_replies
        self._known: dict[str, int] = {}
        self._forms: dict[str, Decided | None] = {}
        self._numbers: set[int] = set()
        """Texts of the scan that are known."""
        self._marks: dict[int, Mark | None] = {}

    # Tickets that are left out

    def left_out(self, chosen: Sequence[int]) -> tuple[frozenset[int], frozenset[int]]:
        """Of the chosen tickets, in their order: those over what a family may keep, and duplicates of others."""
        same = self._duplicates(chosen) if not self.options.duplicates else frozenset()
        if self.options.at_most is None:
            return frozenset(), same
        return self._too_many([ticket for ticket in chosen if ticket not in same]), same

    def _duplicates(self, chosen: Sequence[int]) -> frozenset[int]:
        place = {ticket: number for number, ticket in enumerate(chosen)}
        out: set[int] = set()
        for group in self._replies.duplicates():
            members = [ticket for ticket in group.tickets if ticket in place] if group.whole else []
            if len(members) > 1:
                stays = group.kept if group.kept in place else min(members, key=place.__getitem__)
                out.update(ticket for ticket in members if ticket != stays)
        return frozenset(out)

    def _too_many(self, chosen: Sequence[int]) -> frozenset[int]:
        """Reviewed tickets stay first, then those that come first."""
        members = self._replies.members
        families: dict[int, set[int]] = defaultdict(set)
        limits: dict[int, int] = {}
        for handle in np.flatnonzero(members.is_family).tolist():
            limit = self._limit(handle)
            if limit is not None and members.tickets[handle] > limit:
                limits[handle] = limit
                for ticket in members.tickets_of(handle):
                    families[ticket].add(handle)
        reviewed = self._reviewed()
        kept: dict[int, int] = defaultdict(int)
        out = set()
        for ticket in sorted(filter(families.__contains__, chosen), key=lambda one: one not in reviewed):
            if any(kept[handle] >= limits[handle] for handle in families[ticket]):
                out.add(ticket)
            else:
                for handle in families[ticket]:
                    kept[handle] += 1
        return frozenset(out)

    def _limit(self, handle: int) -> int | None:
        """How many tickets of a family stay, None for all: a holding reply is no reason to leave a ticket out."""
        decided = self._replies.decision_of(handle)
        if decided is not None and decided.decision.code == "keep":
            return decided.decision.examples
        says = decided is None or decided.decision.code == "wording"
        return self.options.at_most or None if says else None

    def _reviewed(self) -> frozenset[int]:
        rows = self._review.execute("SELECT id FROM ticket WHERE status = ?", (int(Status.REVIEWED),))
        return frozenset(row[0] for row in rows)

    # Replies that are written otherwise

    def becomes(self, text: str) -> str | None:
        """What a reply is written as: another text, `DROPPED`, or None where it stays."""
        decided = self._decided(text)
        if decided is None:
            return None
        decision = decided.decision
        if decision.code == "holding" and not self.options.holding:
            return DROPPED
        if decision.code == "wording" and self.options.wording and text != decision.wording:
            self._known.setdefault(decision.wording, self._handle(text))  # what nobody says yet is of the family too
            return decision.wording
        return None

    def _decided(self, text: str) -> Decided | None:
        """A decision holds for the forms that it was taken on, however often they are used; for no other."""
        if text not in self._forms:
            self._forms[text] = self._replies.decisions.of.get(normal.key_of(normal.normal(text)))
        return self._forms[text]

    def look_ahead(self, tickets: Sequence[AnyTicket]) -> None:
        """Know the replies of tickets that will be asked for: many at once take a fifth of what each takes, and of what
        the scan has seen a fortieth."""
        if len(self._known) > REMEMBERED:
            self._known.clear()
            self._forms.clear()
            self._numbers.clear()
        asked = [ticket for ticket in tickets if not self._is_read(ticket)]
        self._look_up([ticket.id for ticket in tickets if self._is_read(ticket)])
        threads = (turns for ticket in asked for turns in (ticket.replies, ticket.conversation) if turns)
        said = {text.strip() for turns in threads for speaker, text in turns if speaker != "customer"}
        new = [text for text in said if text and text not in self._known]
        for text, form in zip(new, normal.normals(new), strict=True):
            key = normal.key_of(form)
            self._known[text] = self._replies.handle_of_key(key)
            self._forms[text] = self._replies.decisions.of.get(key)

    def _look_up(self, read: Sequence[int]) -> None:
        """Know the families that the scan has seen in tickets; of a reply that is of none nothing is kept."""
        found, members = self._replies.canvass, self._replies.members
        numbers = found.numbers_in(read)
        new = [number for number in numbers[self._is_canned[numbers]].tolist() if number not in self._numbers]
        handles = members.families.leader[found.text_form[new]]
        self._numbers.update(new)
        self._known.update(zip(found.texts(new), handles.tolist(), strict=True))
        found.texts(members.first_numbers[handles].tolist())  # which `_mark` asks for one by one

    @cached_property
    def _is_canned(self) -> NDArray[np.bool_]:
        """Which texts of the scan are of a family."""
        found, members = self._replies.canvass, self._replies.members
        handles = members.families.leader[found.text_form]
        return np.asarray(members.is_family[handles] | np.isin(handles, self._bound))

    @cached_property
    def _bound(self) -> list[int]:
        """Families that are one because of what was decided, even where they are used once."""
        found = self._replies
        forms = [found.canvass.form_of(key) for key, one in found.decisions.of.items() if one.decision.code in BINDING]
        return [int(found.families.leader[form]) for form in forms if form >= 0]

    def applied(self, ticket: OneTicket) -> OneTicket:
        """The ticket as it is written; its `edited` names the threads that changed by that too."""
        if not self.options.changes_replies:
            return ticket
        changed: dict[str, tuple[Turn, ...]] = {
            name: new
            for name, turns in ((REPLIES, ticket.replies), (CONVERSATION, ticket.conversation))
            if turns and (new := self._turned(turns)) is not None
        }
        if not changed:
            return ticket
        edited = (*ticket.edited, *(name for name in changed if name not in ticket.edited))
        if isinstance(ticket, StoredTicket):
            return ticket._replace(edited=edited, **changed)  # type: ignore[arg-type]
        return replace(ticket, edited=edited, **changed)  # type: ignore[arg-type]

    def _turned(self, turns: Sequence[Sequence[Any]]) -> tuple[Turn, ...] | None:
        """The turns as they are written, None where that is as they stand."""
        found, are_same = [], True
        for speaker, text in turns:
            new = None if speaker == "customer" else self.becomes(text.strip())
            are_same = are_same and new in (None, text)
            if new != DROPPED:
                found.append(Turn(speaker, text if new is None else new))
        return None if are_same else tuple(found)

    def rewritten(self, tickets: Iterable[int]) -> tuple[frozenset[int], list[int]]:
        """The tickets with replies that change and that their sources can hold; and those that they cannot."""
        if not self.options.changes_replies:
            return frozenset(), []
        found = rewriting(self._review, list(tickets), self.becomes)
        return frozenset(one.ticket for one in found.changed), found.refused

    @cached_property
    def concerned(self) -> frozenset[int]:
        """Tickets with a reply that was decided; all of them where the scan leaves out what is used but once."""
        found = self._replies
        decided = {key: found.canvass.form_of(key) for key in found.decisions.of}
        said = {one.decision.wording for one in found.decisions.of.values()}
        alone = {key for key, form in decided.items() if form < 0} - {normal.key_of(normal.normal(one)) for one in said}
        if alone:
            return frozenset(row[0] for row in self._review.execute("SELECT id FROM ticket"))
        leaders = {int(found.families.leader[form]) for form in decided.values() if form >= 0}
        return frozenset(ticket for handle in leaders for ticket in found.tickets_of(handle))

    # What they tell of tickets that learn and are tested

    def sharing(self, least: int) -> list[list[int]]:
        """The tickets of each family whose most used text has so many characters."""
        members = self._replies.members
        return [tickets.tolist() for tickets in members.tickets_by_family(members.length >= least)]

    # What JSONL says of them

    def mark(self, speaker: str | None, text: str) -> Mark | None:
        """The family of a turn."""
        plain = text.strip()
        return self._mark_of(self._handle(plain)) if speaker != "customer" and plain else None

    def _mark_of(self, handle: int) -> Mark | None:
        if handle not in self._marks:
            made = self._mark(handle) if handle >= 0 else None
            is_apart = made is not None and made.decision is not None and made.decision.code == "apart"
            self._marks[handle] = None if is_apart else made
        return self._marks[handle]

    def canned_in(self, ticket: AnyTicket) -> Callable[[str | None, str], Mark | None]:
        """What gives the value of ``canned`` of a turn of this ticket, which `look_ahead` has seen.

        Where the scan has read every turn of a ticket as it will be written, what it found no family for is in none:
        those replies, mostly most of all, need not be brought to forms again.
        """
        if not self._is_read(ticket):
            return self.mark
        return self._mark_known if ticket.id in self._saying else formats.nothing

    def _mark_known(self, speaker: str | None, text: str) -> Mark | None:
        handle = self._known.get(text.strip(), -1)
        return self._mark_of(handle) if handle >= 0 and speaker != "customer" else None

    def _is_read(self, ticket: AnyTicket) -> bool:
        """The scan reads the conversation alone where there is one, and no ticket that is parked."""
        return ticket.conversation is None and not ticket.parked and self._stay

    @cached_property
    def _saying(self) -> frozenset[int]:
        """Tickets with a reply that is of a family."""
        found = self._replies.canvass
        return frozenset(found.use_ticket[self._is_canned[found.use_text]].tolist())

    def _mark(self, handle: int) -> Mark:
        decided = self._replies.decision_of(handle)
        members = self._replies.members
        first = members.canvass.texts([int(members.first_numbers[handle])])[0]
        return Mark(
            id_of(members, handle, decided),
            template_of(members, handle, first) or first,
            int(members.uses[handle]),
            decided.decision if decided else None,
        )

    def _handle(self, text: str) -> int:
        known = self._known.get(text)
        if known is None:
            known = self._known[text] = self._replies.handle_of_turn(Turn(None, text))
        return known
