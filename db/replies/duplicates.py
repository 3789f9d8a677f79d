"""Whole tickets that are the same: found by the scan, checked against the tickets as they stand. Only reads."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from db import store
from db.replies.canvass import Canvass
from db.replies.records import Duplicates
from db.review import Review
from db.search.lazy import np
from db.values import Status

if TYPE_CHECKING:
    from numpy.typing import NDArray

_TICKETS = f"""SELECT id, title, problem, coalesce(conversation, replies), status FROM ticket
    WHERE id {store.AMONG} AND {store.VISIBLE} ORDER BY source_id, ordinal, id"""
PAGE = 2000


def duplicates(review: Review, canvass: Canvass) -> list[Duplicates]:
    """Groups of tickets with one title and problem; first those whose replies are the same too, the largest first."""
    if canvass.scan is None:
        return []
    tickets: NDArray[np.int64] = np.union1d(canvass.scan.same_ticket, np.array(canvass.renamed(), np.int64))
    whole: dict[tuple[str, str, str], list[tuple[int, int]]] = defaultdict(list)
    alike: dict[tuple[str, str], set[str]] = defaultdict(set)
    for start in range(0, len(tickets), PAGE):
        page = store.listed(tickets[start : start + PAGE].tolist())
        for ticket, title, problem, thread, status in review.execute(_TICKETS, (page,)):
            whole[title, problem, thread].append((ticket, status))
            alike[title, problem].add(thread)
    found = [_group(title, members) for (title, _, _), members in whole.items() if len(members) > 1]
    for (title, problem), threads in alike.items():
        if len(threads) > 1:
            members = [one for thread in threads for one in whole[title, problem, thread]]
            found.append(Duplicates(False, title, tuple(sorted(ticket for ticket, _ in members))))
    return sorted(found, key=lambda one: (not one.whole, -len(one.tickets), one.tickets))


def _group(title: str, members: list[tuple[int, int]]) -> Duplicates:
    stay = [ticket for ticket, status in members if status != Status.EXCLUDED]
    kept = stay[0] if len(stay) == 1 else 0
    return Duplicates(True, title, tuple(ticket for ticket, _ in members), kept)
