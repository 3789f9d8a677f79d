"""All replies of a review, each text once: what a scan compares. Reads; never writes.

A reply is a turn of a ticket's thread that is not the customer's, and not empty.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from db import store
from db.replies.normal import INVISIBLE, normal
from db.review import Review
from db.search.lazy import np
from db.values import Progress, Step

STAGE = "families"
BATCH = 2000
CUSTOMER = "customer"
TELLING = 10
"""Characters of a problem that says something, whatever the title is."""

_COUNT = f"SELECT count(*) FROM ticket WHERE {store.VISIBLE}"
_TICKETS = f"""SELECT id, title, problem, coalesce(conversation, replies) FROM ticket WHERE {store.VISIBLE}
    ORDER BY id"""


@dataclass(slots=True)
class Gathered:
    """Distinct `texts` in the order in which tickets first have them; of each use the ticket and the place of its text.

    `same` and `whole` are tickets in groups of more than one: those with the same title and problem, and those of them
    whose replies are the same too. `alike` are those with a problem that says something and that others have too.
    """

    texts: list[str] = field(default_factory=list)
    tickets: array[int] = field(default_factory=lambda: array("q"))
    places: array[int] = field(default_factory=lambda: array("i"))
    same: list[list[int]] = field(default_factory=list)
    whole: list[list[int]] = field(default_factory=list)
    alike: list[int] = field(default_factory=list)
    _known: dict[str, int] = field(default_factory=dict)

    def add(self, ticket: int, text: str) -> None:
        """One use of a text."""
        place = self._known.get(text)
        if place is None:
            place = self._known[text] = len(self.texts)
            self.texts.append(text)
        self.tickets.append(ticket)
        self.places.append(place)

    def close(self) -> None:
        """No more uses come: what was needed to know the texts again is given up."""
        self._known = {}


def gather(review: Review, progress: Progress, share: float) -> Gathered:
    """Read all tickets that are shown; `share` is this work's part of the whole scan, for the progress."""
    total = int(review.execute(_COUNT).fetchone()[0])
    found = Gathered()
    first: dict[int, int | list[int]] = {}
    whole: dict[int, int | list[int]] = {}
    problems, said_by = array("q"), array("q")
    for done, (ticket, title, problem, thread) in enumerate(review.execute(_TICKETS)):
        if not done % BATCH:
            progress(Step(STAGE, round(done * share), total))
        _group(first, hash((title, problem)), ticket)
        _group(whole, hash((title, problem, thread)), ticket)
        if len(problem) >= TELLING:
            problems.append(hash(problem))
            said_by.append(ticket)
        for text in replies_in(thread):
            found.add(ticket, text)
    found.close()
    found.same, found.whole = _groups(first), _groups(whole)
    found.alike = _returning(problems, said_by)
    return found


def replies_in(thread: str) -> Iterator[str]:
    """The texts of the replies in a stored thread, without white space at their ends."""
    if thread == "[]":
        return
    for speaker, text in json.loads(thread):
        if speaker != CUSTOMER:
            plain = text.strip()
            if plain and (plain[0] not in INVISIBLE or normal(plain)):
                yield plain


def _group(groups: dict[int, Any], key: int, ticket: int) -> None:
    """Alone by far most often: a list is made for the second."""
    had = groups.setdefault(key, ticket)
    if had is not ticket:
        if isinstance(had, list):
            had.append(ticket)
        else:
            groups[key] = [had, ticket]


def _groups(groups: dict[int, Any]) -> list[list[int]]:
    return [one for one in groups.values() if isinstance(one, list)]


def _returning(keys: array[int], tickets: array[int]) -> list[int]:
    """The tickets whose key others have too: numbers in order, since nearly all are alone."""
    _, of, counts = np.unique(np.array(keys, np.int64), return_inverse=True, return_counts=True)
    found: list[int] = np.array(tickets, np.int64)[counts[of] > 1].tolist()
    return found


def uses_of(review: Review, tickets: Iterable[int]) -> Iterator[tuple[int, str]]:
    """The replies of some tickets as they stand: ticket and text."""
    sql = f"SELECT id, coalesce(conversation, replies) FROM ticket WHERE id {store.AMONG} AND {store.VISIBLE}"
    for ticket, thread in review.execute(sql, (store.listed(list(tickets)),)):
        for text in replies_in(thread):
            yield ticket, text
