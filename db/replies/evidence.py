"""Evidence for labels: tickets with the same problem, or the same telling reply, under different labels. Reads only.

A text is telling where it is long enough to be of the case, is no holding reply, and does not go with so many labels
that it goes with everything. The strength of a reply begins with the share of its commonest label, which is the likely
one; where no label leads, something is wrong too but nobody knows what, and it counts half. The same problem is strong
evidence whatever leads: people described the same thing, most surely under the same title. Labels that a reviewer has
kept as they are contradict one another no more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Literal

from db import store
from db.replies import normal
from db.replies.decided import Decided, Decisions, labels_key
from db.replies.gathering import TELLING
from db.replies.members import Members
from db.replies.records import Case, Conflict
from db.replies.rows import id_of
from db.review import Review
from db.search.lazy import np
from db.values import CATEGORY, PROBLEM, ROOT_CAUSE, TITLE, Ticket, Turn

LONG_ENOUGH = 16
"""Characters of a telling reply."""
MOST_LABELS, MOST_TICKETS = 8, 400
"""A reply under more labels, or on more tickets, says nothing of any of them."""
HALF, THIRD = 0.5, 1 / 3
"""Of a reply's tickets that the commonest label has, at least: of few tickets a third, since two that contradict one
another say something, and twenty over three labels that the reply goes with all of them."""
FEW = 6
SURE = 0.95
"""Strength of one problem under one title and several labels: people described the same thing."""

Label = tuple[str, ...]
Kind = Literal["category", "root_cause"]
Named = Sequence[tuple[Label, tuple[int, ...]]]
"""Labels with the tickets that carry each, commonest first."""
Found = Iterator[Conflict | None]
"""Conflicts, and None for a breath where there has been none for some time."""

_LABELS = f"""SELECT ticket.id, category.path, root_cause, title, problem FROM ticket
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
        reworded = yield from self._members.canvass.rewording()
        asked = {*scan.same_ticket.tolist(), *scan.alike_ticket.tolist(), *reworded}
        yield from labels.reading(sorted(asked))
        for number, (problem, titles) in enumerate(labels.by_problem()):
            if not number % PAGE:
                yield None
            for kind in _KINDS:
                yield from self._of_problem(problem, titles, kind, labels)

    def _of_problem(self, problem: str, titles: Mapping[str, Sequence[int]], kind: Kind, labels: _Labels) -> Found:
        """Of one problem: all tickets where it is telling, else those of one title by themselves."""
        same = {title: named for title, ids in titles.items() if (named := labels.differing(kind, ids))}
        if len(problem) >= TELLING or len(titles) == 1:
            named = labels.differing(kind, [ticket for ids in titles.values() for ticket in ids])
            strength = SURE if same else _telling(problem) if _share(named) else 0.0
            if named and strength:
                yield from self._unless_kept(Conflict("problem", problem, kind, named, round(strength, 4)))
        else:
            for title, named in same.items():
                yield from self._unless_kept(Conflict("problem", f"{title} {problem}", kind, named, SURE))

    def of_families(self, handles: Sequence[int]) -> Found:
        """Of the replies of these families."""
        members = self._members
        groups = {handle: members.tickets_of(handle) for handle in handles if self._may_tell(handle)}
        labels = _Labels(self._review)
        yield from labels.reading(sorted({ticket for tickets in groups.values() for ticket in tickets}))
        for handle, tickets in groups.items():
            for kind in _KINDS:
                named = labels.differing(kind, tickets)
                if share := _share(named):
                    text = members.texts_of(handle)[0]
                    strength = round(share * _telling(text), 4)
                    family = id_of(members, handle, self._decision_of(handle))
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


def _share(named: Named) -> float:
    """The share of the label that leads, half of it where none does; 0 where labels are too many to tell anything."""
    counts = [len(ids) for _, ids in named]
    total = sum(counts)
    if not 1 < len(counts) <= MOST_LABELS or total > MOST_TICKETS:
        return 0.0
    share = counts[0] / total
    if share < (THIRD if total <= FEW else HALF):
        return 0.0
    return share if share >= HALF and counts[0] > counts[1] else share / 2


def _telling(text: str) -> float:
    """How much a text of this length says of the case, a little less at most than a problem under one title does."""
    return 0.9 * min(1.0, len(text) / 60)


_KINDS: tuple[Kind, ...] = ("category", "root_cause")


class _Labels:
    """Category and root causes of some tickets, read once."""

    def __init__(self, review: Review) -> None:
        self._review = review
        self._of: dict[Kind, dict[int, Label]] = {"category": {}, "root_cause": {}}
        self._by_problem: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))

    def reading(self, tickets: Sequence[int]) -> Iterator[None]:
        """Know these tickets too."""
        for start in range(0, len(tickets), BREATH):
            page = (store.listed(tickets[start : start + BREATH]),)
            causes: dict[int, list[str]] = defaultdict(list)
            for ticket, name in self._review.execute(_CAUSES, page):
                causes[ticket].append(name)
            for ticket, path, prose, title, problem in self._review.execute(_LABELS, page):
                self._by_problem[problem][title].append(ticket)
                self._of["category"][ticket] = store.path(path)
                self._of["root_cause"][ticket] = tuple(causes[ticket]) or ((prose,) if prose else ())
            yield

    def by_problem(self) -> Iterator[tuple[str, Mapping[str, Sequence[int]]]]:
        """Problems with the tickets that have them, by title."""
        yield from ((problem, titles) for problem, titles in self._by_problem.items() if problem.strip())

    def differing(self, kind: Kind, tickets: Iterable[int]) -> Named:
        """The labels of tickets with those that carry each, commonest first; [] where there is but one."""
        groups: dict[Label, list[int]] = defaultdict(list)
        for ticket in tickets:
            label = self._of[kind].get(ticket)
            if label:
                groups[label].append(ticket)
        named = [(label, tuple(ids)) for label, ids in groups.items()]
        return sorted(named, key=lambda one: (-len(one[1]), one[0])) if len(named) > 1 else []
