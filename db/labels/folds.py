"""Tickets parted into folds, so that each can be judged by what was learnt from others; near-duplicates stay together.

Two tickets belong together where title and problem are nearly the same text, or the problem is the same: a label that
is learnt from a copy of the ticket says nothing of what its words mean. Knows no labels.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from db import store
from db.labels.gathering import PROBLEM, STAGE, TITLE, Texts
from db.replies import minhash, pairs
from db.review import Review
from db.search import normalise
from db.search.lazy import np
from db.values import Progress, Step, no_progress

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Integers = NDArray[np.int64]

FOLDS = 5
DEALS = 3
"""Ways to part them: what is a matter of chance in one is less so in the mean of three."""
LIKE = 0.8
"""Likeness of two texts (share of characters in common, in order) from which on they are nearly the same."""
FEW = 2000
"""Up to so many different texts all pairs are compared."""
HEAD = 300
"""Characters of a ticket that are compared."""
OFTEN = 2000
"""Texts between two words of the progress."""
SEED = 7
PAGE = 2000

_TEXTS = f"SELECT id, substr(title, 1, ?), substr(problem, 1, ?) FROM ticket WHERE id {store.AMONG} ORDER BY id"


def near_duplicates(review: Review, ids: Sequence[int], progress: Progress = no_progress) -> dict[int, int]:
    """Ticket -> a number that those which are nearly the same share, for the tickets that are asked for."""
    texts = Texts()
    for start in range(0, len(ids), PAGE):
        page = store.listed(ids[start : start + PAGE])
        for ticket, title, problem in review.execute(_TEXTS, (TITLE, PROBLEM, page)):
            texts.ids.append(ticket)
            texts.titles.append(title)
            texts.problems.append(problem)
    found = groups(texts, lambda done, total: progress(Step(STAGE, done, total)))
    return dict(zip(texts.ids, found.tolist(), strict=True))


def folds(group: Integers) -> list[Integers]:
    """`DEALS` ways to part tickets: the fold of each, 0 to `FOLDS` - 1.

    All of one of the `groups` have the same, and folds are about equally large."""
    return [_dealt(group, SEED + deal) for deal in range(DEALS)]


def groups(texts: Texts, beat: Callable[[int, int], None]) -> Integers:
    """A number for each ticket that those which are nearly the same share."""
    heads = []
    for done, (title, problem) in enumerate(zip(texts.titles, texts.problems, strict=True)):
        if not done % OFTEN:
            beat(0, len(texts))
        heads.append("".join(normalise(f"{title}\n{problem}").split())[:HEAD])
    place: dict[str, int] = {}
    form_of = [place.setdefault(head, len(place)) for head in heads]
    above = list(range(len(place)))
    find = pairs.all_pairs if len(place) <= FEW else minhash.near_pairs
    near = find(list(place), LIKE, beat)
    for one, other in zip(near.first.tolist(), near.second.tolist(), strict=True):
        above[_top(above, one)] = _top(above, other)
    seen: dict[str, int] = {}
    for form, problem in zip(form_of, texts.problems, strict=True):
        if problem.strip():
            above[_top(above, form)] = _top(above, seen.setdefault(problem.strip(), form))
    return np.array([_top(above, form) for form in form_of], np.int64)


def _top(above: list[int], one: int) -> int:
    while above[one] != one:
        above[one] = above[above[one]]
        one = above[one]
    return one


def _dealt(group: Integers, seed: int) -> Integers:
    """Groups go to the smallest fold, the largest first; of one size by chance, always the same."""
    found, of, sizes = np.unique(group, return_inverse=True, return_counts=True)
    order = np.random.default_rng(seed).permutation(len(found))
    order = order[np.argsort(-sizes[order], kind="stable")]
    fold = np.empty(len(found), np.int64)
    held = [0] * FOLDS
    for one in order.tolist():
        fold[one] = smallest = held.index(min(held))
        held[smallest] += int(sizes[one])
    return fold[of]
