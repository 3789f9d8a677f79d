"""Tickets like a ticket: those that share its rarest words, then by how much of title and problem they share."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Generator, Mapping, Sequence
from math import log
from typing import TypeVar

from db.review import Review
from db.search import index
from db.search.tokens import MARK, is_wide, normalise, tokens

HEAD = 400
"""Characters of a problem that are compared; what follows is logs and pasted pages."""

ASKED = 60
RARE = 15
COMMON = 2000
"""Tokens of a ticket that are looked up, those of them that choose candidates, and from how many tickets on one says
nothing."""
SELDOM = 200
"""Tokens are counted this far at first: of a million tickets most have one in more, and the rare ones are enough."""

READ = 20
"""Tickets read between two breaths."""

_IDS = f"SELECT rowid FROM {index.TABLE} WHERE {index.TABLE} MATCH ? LIMIT {COMMON}"
_COUNT = f"SELECT count(*) FROM (SELECT rowid FROM {index.TABLE} WHERE {index.TABLE} MATCH ? LIMIT ?)"
_TEXTS = "SELECT id, title, substr(problem, 1, ?) FROM ticket WHERE id IN (SELECT value FROM json_each(?))"


T = TypeVar("T")
Steps = Generator[None, None, T]
"""What gives its value at the end, and a breath every few milliseconds until then."""


def similar(
    review: Review, ticket_id: int, n: int, visible: Callable[[Sequence[int]], Sequence[bool]]
) -> Steps[list[tuple[int, float]]]:
    """Up to `n` other tickets with the share of tokens in common (Dice, 0 to 1), likest first; [] without an index."""
    own = _signs(review, [ticket_id]).get(ticket_id)
    if not own or not index.is_current(review):
        return []
    likely = yield from _candidates(review, own, 4 * n + 40)
    ids = [one for one in likely if one != ticket_id]
    shown = [one for one, is_shown in zip(ids, visible(ids), strict=True) if is_shown] if ids else []
    scored: list[tuple[int, float]] = []
    for at in range(0, len(shown), READ):
        yield
        signs = _signs(review, shown[at : at + READ])
        scored += [(other, 2 * len(own & theirs) / (len(own) + len(theirs))) for other, theirs in signs.items()]
    return sorted(scored, key=lambda one: (-one[1], one[0]))[:n]


def _signs(review: Review, ids: Sequence[int]) -> dict[int, frozenset[str]]:
    """Id -> the tokens of title and problem."""
    rows = review.execute(_TEXTS, (HEAD, json.dumps(list(ids))))
    return {row[0]: frozenset(tokens(normalise(f"{row[1]}\n{row[2]}"))) for row in rows}


def _candidates(review: Review, own: frozenset[str], most: int) -> Steps[list[int]]:
    """The tickets that share most of the rarest tokens."""
    asked = sorted(own, key=lambda token: (len(token) == 1 or not is_wide(token[0]), token))
    step = max(1, len(asked) // ASKED)
    words = {token: f'"{token}" OR "{MARK}{token}"' for token in asked[::step]}
    weight: dict[int, float] = defaultdict(float)
    telling = yield from _telling(review, words)
    for count, token in telling:
        yield
        for (one,) in review.execute(_IDS, (words[token],)).fetchall():
            weight[one] += log(2 * COMMON / max(count, 1))
    return sorted(weight, key=lambda one: (-weight[one], one))[:most]


def _telling(review: Review, words: Mapping[str, str]) -> Steps[list[tuple[int, str]]]:
    """The rarest tokens that other tickets have too, with the number of their tickets.

    Counted before they are looked up: the ids of what is common are most of all ids, and are not needed.
    """
    counts: dict[str, int] = {}
    for most in (SELDOM, COMMON):
        for token, wanted in words.items():
            if counts.get(token, most) >= SELDOM:
                yield
                counts[token] = review.execute(_COUNT, (wanted, most)).fetchone()[0]
        found = sorted((count, token) for token, count in counts.items() if 1 < count < most)
        if len(found) >= RARE:
            break
    return found[:RARE] or sorted((count, token) for token, count in counts.items())[:3]
