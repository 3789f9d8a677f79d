"""The likeliest categories of a ticket: a vote of the tickets most like it, filled up with the commonest ones.

Offers, never sets: what a ticket's category is, its reviewer says.
"""

from __future__ import annotations

from collections import defaultdict

from db.edits import given_categories
from db.review import Review
from db.search import Finder
from db.values import Ticket

NEIGHBOURS = 30
OFFERED = 9
"""One for each digit key."""


def likely_categories(review: Review, finder: Finder, ticket: Ticket) -> list[tuple[tuple[str, ...], float]]:
    """Up to nine category paths with their share of the vote (0 for those that only fill up), likeliest first."""
    votes: dict[tuple[str, ...], float] = defaultdict(float)
    given = dict(given_categories(review))
    likeness = dict(finder.similar(ticket.id, NEIGHBOURS))
    for row in review.rows(list(likeness)):
        if row.category in given:
            votes[row.category] += likeness[row.id] ** 2
    whole = sum(votes.values()) or 1.0
    ranked = sorted(((path, vote / whole) for path, vote in votes.items()), key=lambda one: -one[1])[:OFFERED]
    for path in given:
        if len(ranked) >= OFFERED:
            break
        if path and path not in votes:
            ranked.append((path, 0.0))
    return ranked
