"""Evidence for labels: tickets with the same problem, or the same telling reply, under different labels. Reads only.

A reply is telling where it is long enough to be of the case, is no holding reply, and is not spread so widely that it
goes with everything: the share of its commonest label is what its strength begins with.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal

from db import store
from db.replies.decided import Decided
from db.replies.members import Members
from db.replies.records import Conflict
from db.review import Review
from db.search import Finder
from db.search.lazy import np

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

_LABELS = f"""SELECT ticket.id, category.path, root_cause, problem FROM ticket
    JOIN category ON category.id = category_id WHERE ticket.id {store.AMONG} AND {store.VISIBLE}"""
_CAUSES = f"""SELECT ticket_id, name FROM ticketcause JOIN cause ON cause.id = cause_id
    WHERE ticket_id {store.AMONG} ORDER BY ticket_id, position"""
PAGE = 2000


def conflicts(
    review: Review, members: Members, decision_of: Callable[[int], Decided | None], finder: Finder
) -> list[Conflict]:
    """All of it, the strongest first."""
    del finder
    found = [*_of_problems(review, members), *_of_replies(review, members, decision_of)]
    return sorted(found, key=lambda one: (-one.strength, -len(one.tickets), one.text))


def _of_problems(review: Review, members: Members) -> Iterator[Conflict]:
    scan = members.canvass.scan
    if scan is None:
        return
    labels = _Labels(review, scan.same_ticket.tolist())
    for problem, tickets in labels.by_problem():
        for kind in _KINDS:
            if named := labels.differing(kind, tickets):
                yield Conflict("problem", problem, kind, named, SURE)


def _of_replies(review: Review, members: Members, decision_of: Callable[[int], Decided | None]) -> Iterator[Conflict]:
    handles = np.flatnonzero((members.uses > 1) & (members.length >= LONG_ENOUGH) & (members.tickets <= MOST_TICKETS))
    groups = {handle: members.tickets_of(handle) for handle in handles.tolist() if _may_tell(decision_of(handle))}
    labels = _Labels(review, sorted({ticket for tickets in groups.values() for ticket in tickets}))
    for handle, tickets in groups.items():
        for kind in _KINDS:
            named = labels.differing(kind, tickets)
            total = sum(len(ids) for _, ids in named)
            share = len(named[0][1]) / total if named else 0.0
            if named and len(named) <= MOST_LABELS and share >= LEAST_SHARE and len(named[0][1]) > len(named[1][1]):
                text = members.texts_of(handle)[0]
                yield Conflict("reply", text, kind, named, round(share * _telling(text), 4), _id(members, handle))


def _may_tell(decided: Decided | None) -> bool:
    return decided is None or decided.decision.code not in ("holding", "apart")


def _telling(text: str) -> float:
    """How much a reply of this length says of the case, up to a little less than the same problem does."""
    return 0.9 * min(1.0, len(text) / 60)


def _id(members: Members, handle: int) -> str:
    return f"{int(members.canvass.key[handle]):016x}"


_KINDS: tuple[Kind, ...] = ("category", "root_cause")


class _Labels:
    """Category and root causes of some tickets, read once."""

    def __init__(self, review: Review, tickets: Sequence[int]) -> None:
        self._of: dict[Kind, dict[int, Label]] = {"category": {}, "root_cause": {}}
        self._problem: dict[int, str] = {}
        for start in range(0, len(tickets), PAGE):
            page = (store.listed(tickets[start : start + PAGE]),)
            causes: dict[int, list[str]] = defaultdict(list)
            for ticket, name in review.execute(_CAUSES, page):
                causes[ticket].append(name)
            for ticket, path, prose, problem in review.execute(_LABELS, page):
                self._problem[ticket] = problem
                self._of["category"][ticket] = store.path(path)
                self._of["root_cause"][ticket] = tuple(causes[ticket]) or ((prose,) if prose else ())

    def by_problem(self) -> Iterator[tuple[str, list[int]]]:
        """Problems that several of the tickets share."""
        groups: dict[str, list[int]] = defaultdict(list)
        for ticket, problem in self._problem.items():
            if problem.strip():
                groups[problem].append(ticket)
        yield from ((problem, ids) for problem, ids in groups.items() if len(ids) > 1)

    def differing(self, kind: Kind, tickets: Iterable[int]) -> list[tuple[Label, tuple[int, ...]]]:
        """The labels of tickets with those that carry each, commonest first; [] where there is but one."""
        groups: dict[Label, list[int]] = defaultdict(list)
        for ticket in tickets:
            label = self._of[kind].get(ticket)
            if label:
                groups[label].append(ticket)
        named = [(label, tuple(ids)) for label, ids in groups.items()]
        return sorted(named, key=lambda one: (-len(one[1]), one[0])) if len(named) > 1 else []
