"""Evidence for labels: tickets with the same problem, or the same telling reply, under different labels. Reads only.

A reply is telling where it is long enough to be of the case, is no holding reply, and is not spread so widely that it
goes with everything: the share of its commonest label is what its strength begins with. Labels that a reviewer has
kept as they are contradict one another no more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal

from db import store
from db.replies import normal
from db.replies.decided import Decided, Decisions, labels_key
from db.replies.members import Members
from db.replies.records import Case, Conflict
from db.review import Review
from db.search.lazy import np
from db.values import CATEGORY, PROBLEM, ROOT_CAUSE, TITLE, Ticket, Turn

LONG_ENOUGH = 16
"""Characters of a telling reply."""
MOST_LABELS, MOST_TICKETS = 8, 400
"""A reply under more labels, or on more tickets, says nothing of any of them."""
LEAST_SHARE = 0.5
"""Of a reply's tickets that the commonest label has, at least."""
SURE = 0.95
"""Strength of one problem under several labels: people described the same thing."""

Label = tuple[str, ...]
Kind = Literal["category", "root_cause"]
Found = Iterator[Conflict | None]
"""Conflicts, and None for a breath where there has been none for some time."""

_LABELS = f"""SELECT ticket.id, category.path, root_cause, problem FROM ticket
    JOIN category ON category.id = category_id WHERE ticket.id {store.AMONG} AND {store.VISIBLE}"""
_CAUSES = f"""SELECT ticket_id, name FROM ticketcause JOIN cause ON cause.id = cause_id
    WHERE ticket_id {store.AMONG} ORDER BY ticket_id, position"""
_SHARED = f"""SELECT count(DISTINCT title), count(DISTINCT problem), count(DISTINCT category_id),
    count(DISTINCT root_cause) FROM ticket WHERE id {store.AMONG}"""
PAGE, BREATH = 400, 50
"""Tickets of families that are looked at together, and tickets read before a breath: some milliseconds where the disk
has them at hand, and not much more where it has not."""


def sorted_out(found: Found) -> list[Conflict]:
    """All of it, the strongest first."""
    conflicts = [one for one in found if one is not None]
    return sorted(conflicts, key=lambda one: (-one.strength, -len(one.tickets), one.text))


def keys_of(conflict: Conflict, members: Members) -> list[str]:
    """The keys that a conflict is known by: of a family's reply, those of all its forms."""
    if conflict.same == "problem":
        return [labels_key(conflict.same, conflict.field, normal.key_of(conflict.text))]
    key = normal.key_of(normal.normal(conflict.text))
    form = members.canvass.form_of(key)
    forms = members.forms_of(int(members.families.leader[form])).tolist() if form >= 0 else []
    keys = [key, *(int(members.canvass.key[one]) for one in forms)]
    return [labels_key(conflict.same, conflict.field, one) for one in dict.fromkeys(keys)]


def shared(review: Review, tickets: Sequence[int]) -> frozenset[str]:
    """Which fields all of these tickets have in common."""
    counts = review.execute(_SHARED, (store.listed(tickets),)).fetchone()
    names = (TITLE, PROBLEM, CATEGORY, ROOT_CAUSE)
    return frozenset(name for name, count in zip(names, counts, strict=True) if count == 1)


def cases(review: Review, tickets: Sequence[int], is_meant: Callable[[Turn], bool]) -> list[Case]:
    """Tickets, each with the reply that is meant: its longest where none is."""
    return [
        Case(
            ticket.id,
            ticket.title,
            ticket.source_name,
            ticket.line,
            ticket.problem,
            _reply(ticket, is_meant),
            ticket.category,
            ticket.causes or ((ticket.root_cause,) if ticket.root_cause else ()),
        )
        for ticket in review.tickets(tickets)
    ]


def _reply(ticket: Ticket, is_meant: Callable[[Turn], bool]) -> str:
    turns = [turn for turn in ticket.thread if turn.speaker != "customer"]
    meant = next((turn.text for turn in turns if is_meant(turn)), "")
    return (meant or max((turn.text for turn in turns), key=len, default="")).strip()


class Evidence:
    """What contradicts itself in a review, as families and decisions stand."""

    def __init__(
        self, review: Review, members: Members, decision_of: Callable[[int], Decided | None], decisions: Decisions
    ) -> None:
        self._review, self._members, self._decision_of, self._kept = review, members, decision_of, decisions.labels

    def all(self) -> Found:
        """Of problems and of replies."""
        yield from self._of_problems()
        members = self._members
        telling = (members.uses > 1) & (members.length >= LONG_ENOUGH) & (members.tickets <= MOST_TICKETS)
        handles = np.flatnonzero(telling & (members.tickets > 1)).tolist()
        yield None
        some, tickets = list[int](), 0
        for handle in handles:
            some.append(handle)
            tickets += int(members.tickets[handle])
            if tickets >= PAGE:
                yield from self.of_families(some)
                some, tickets = [], 0
        yield from self.of_families(some)

    def _of_problems(self) -> Found:
        scan = self._members.canvass.scan
        if scan is None:
            return
        labels = _Labels(self._review)
        yield from labels.reading(scan.same_ticket.tolist())
        for number, (problem, ids) in enumerate(labels.by_problem()):
            if not number % PAGE:
                yield None
            for kind in _KINDS:
                if named := labels.differing(kind, ids):
                    yield from self._unless_kept(Conflict("problem", problem, kind, named, SURE))

    def of_families(self, handles: Sequence[int]) -> Found:
        """Of the replies of these families."""
        members = self._members
        groups = {handle: members.tickets_of(handle) for handle in handles if self._may_tell(handle)}
        labels = _Labels(self._review)
        yield from labels.reading(sorted({ticket for tickets in groups.values() for ticket in tickets}))
        for handle, tickets in groups.items():
            for kind in _KINDS:
                named = labels.differing(kind, tickets)
                total = sum(len(ids) for _, ids in named)
                share = len(named[0][1]) / total if named else 0.0
                if named and len(named) <= MOST_LABELS and share >= LEAST_SHARE and len(named[0][1]) > len(named[1][1]):
                    text = members.texts_of(handle)[0]
                    strength = round(share * _telling(text), 4)
                    family = normal.name_of(int(members.canvass.key[handle]))
                    yield from self._unless_kept(Conflict("reply", text, kind, named, strength, family))

    def _may_tell(self, handle: int) -> bool:
        members, decided = self._members, self._decision_of(handle)
        if decided is not None and decided.decision.code in ("holding", "apart"):
            return False
        return bool(1 < members.tickets[handle] <= MOST_TICKETS and members.length[handle] >= LONG_ENOUGH)

    def _unless_kept(self, conflict: Conflict) -> Iterator[Conflict]:
        labels = {label for label, _ in conflict.labels}
        keys = keys_of(conflict, self._members) if self._kept else []
        if not any(key in self._kept and labels <= self._kept[key] for key in keys):
            yield conflict


def _telling(text: str) -> float:
    """How much a reply of this length says of the case, up to a little less than the same problem does."""
    return 0.9 * min(1.0, len(text) / 60)


_KINDS: tuple[Kind, ...] = ("category", "root_cause")


class _Labels:
    """Category and root causes of some tickets, read once."""

    def __init__(self, review: Review) -> None:
        self._review = review
        self._of: dict[Kind, dict[int, Label]] = {"category": {}, "root_cause": {}}
        self._by_problem: dict[str, list[int]] = defaultdict(list)

    def reading(self, tickets: Sequence[int]) -> Iterator[None]:
        """Know these tickets too."""
        for start in range(0, len(tickets), BREATH):
            page = (store.listed(tickets[start : start + BREATH]),)
            causes: dict[int, list[str]] = defaultdict(list)
            for ticket, name in self._review.execute(_CAUSES, page):
                causes[ticket].append(name)
            for ticket, path, prose, problem in self._review.execute(_LABELS, page):
                self._by_problem[problem].append(ticket)
                self._of["category"][ticket] = store.path(path)
                self._of["root_cause"][ticket] = tuple(causes[ticket]) or ((prose,) if prose else ())
            yield

    def by_problem(self) -> Iterator[tuple[str, list[int]]]:
        """Problems that several of the tickets share."""
        yield from ((problem, ids) for problem, ids in self._by_problem.items() if len(ids) > 1 and problem.strip())

    def differing(self, kind: Kind, tickets: Iterable[int]) -> list[tuple[Label, tuple[int, ...]]]:
        """The labels of tickets with those that carry each, commonest first; [] where there is but one."""
        groups: dict[Label, list[int]] = defaultdict(list)
        for ticket in tickets:
            label = self._of[kind].get(ticket)
            if label:
                groups[label].append(ticket)
        named = [(label, tuple(ids)) for label, ids in groups.items()]
        return sorted(named, key=lambda one: (-len(one[1]), one[0])) if len(named) > 1 else []
