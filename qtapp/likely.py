"""The likeliest categories of a ticket: what the last check of labels offers or, where it does not know the ticket, a
vote of the tickets most like it; filled up with the commonest ones.

Offers, never sets: what a ticket's category is, its reviewer says.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container
from itertools import islice
from typing import TYPE_CHECKING

from db.edits import given_categories, given_causes, typed_path
from db.late import Late
from db.review import Review
from db.search import Finder
from db.values import Ticket

if TYPE_CHECKING:
    from db import labels
else:
    labels = Late("db.labels")

NEIGHBOURS = 30
NEAREST = 12
"""Tickets whose root causes are offered."""
OFFERED = 9
"""One for each digit key."""

Shares = list[tuple[tuple[str, ...], float]]


def likely_categories(review: Review, finder: Finder, ticket: Ticket) -> Shares:
    """Up to nine category paths with their probability, or their share of the vote where no check has judged the
    ticket (0 for those that only fill up), likeliest first."""
    given = dict(given_categories(review, finder.categories()))
    found = labels.offered(review, "category", ticket.id)
    judged = [(typed_path(label), sure) for label, sure in found.labels] if found is not None else []
    # what was merged away or retired since is offered no more
    ranked = [one for one in judged or _voted(review, finder, ticket, given) if one[0] in given][:OFFERED]
    known = {path for path, _ in ranked}
    others = [(path, 0.0) for path in given if path and path not in known]
    return ranked + others[: OFFERED - len(ranked)]


def likely_causes(review: Review, finder: Finder, ticket: Ticket, n: int) -> list[tuple[str, int]]:
    """Up to `n` root causes that a ticket does not have yet, with the number of their tickets: what the last check
    offers or, where it does not know the ticket, those of the tickets most like it; then the commonest ones."""
    known = dict(given_causes(review, finder.causes()))
    found = labels.offered(review, "root_cause", ticket.id)
    ranked = [label for label, _ in found.labels] if found is not None else _shared(review, finder, ticket)
    wanted = (one for one in dict.fromkeys((*ranked, *known)) if one in known and one not in ticket.causes)
    return [(one, known[one]) for one in islice(wanted, n)]


def _shared(review: Review, finder: Finder, ticket: Ticket) -> list[str]:
    """The root causes of the tickets most like one, by how like they are in all; none that says nothing."""
    likeness = dict(finder.similar(ticket.id, NEAREST))
    votes: dict[str, float] = defaultdict(float)
    for one in review.tickets(list(likeness)):
        for cause in one.causes:
            if not labels.says_nothing("root_cause", cause):
                votes[cause] += likeness[one.id] ** 2
    return sorted(votes, key=lambda cause: -votes[cause])


def _voted(review: Review, finder: Finder, ticket: Ticket, given: Container[tuple[str, ...]]) -> Shares:
    votes: dict[tuple[str, ...], float] = defaultdict(float)
    likeness = dict(finder.similar(ticket.id, NEIGHBOURS))
    for row in review.rows(list(likeness)):
        if row.category in given:
            votes[row.category] += likeness[row.id] ** 2
    whole = sum(votes.values()) or 1.0
    return sorted(((path, vote / whole) for path, vote in votes.items()), key=lambda one: -one[1])
