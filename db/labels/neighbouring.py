"""The root causes of the nearest tickets: what is offered for a root cause, as most of them are used once or twice.

A nearest-neighbour vote, each weighed by the sixth power of its likeness (Dudani 1976, *The distance-weighted
k-nearest-neighbor rule*). Tickets that are nearly the same as the one asked for have no vote: a copy knows no better.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from db.labels.judging import LEARNT, Judged
from db.labels.spelling import says_nothing
from db.search.lazy import np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Integers = NDArray[np.int64]

Labels = tuple[tuple[str, float], ...]

NEAR = 20
"""Tickets that vote."""
POWER = 6
CHUNK = 200
SEED = 5
TINY = 1e-9


def voted(judged: Judged, rows: Sequence[int], most: int, beat: Callable[[float], None]) -> Iterator[Labels]:
    """For each of these rows up to `most` labels that say something, with their shares of the vote, largest first.

    Some ticket has a label that says something."""
    own = [[one for one in labels if not says_nothing(judged.field, one)] for labels in judged.texts.labels]
    voters = np.array([row for row, labels in enumerate(own) if labels], np.int64)
    if len(voters) > LEARNT:
        voters = np.sort(np.random.default_rng(SEED).choice(voters, LEARNT, replace=False))
    known = judged.rows[voters]
    known /= np.maximum(np.linalg.norm(known, axis=1, keepdims=True), TINY)
    for start in range(0, len(rows), CHUNK):
        beat(start / len(rows))
        asked = np.array(rows[start : start + CHUNK], np.int64)
        alike = judged.rows[asked] @ known.T
        alike[judged.group[asked][:, None] == judged.group[voters]] = 0
        near = (
            np.argpartition(-alike, min(NEAR, len(voters)) - 1, axis=1)[:, :NEAR] if len(voters) else voters[None, :0]
        )
        weight = np.maximum(np.take_along_axis(alike, near, 1), 0).astype(np.float64) ** POWER
        for places, weights in zip(voters[near].tolist(), weight.tolist(), strict=True):
            yield _counted([(own[place], one) for place, one in zip(places, weights, strict=True)], most)


def _counted(votes: Sequence[tuple[Sequence[str], float]], most: int) -> Labels:
    """Each vote is parted between the labels of its ticket."""
    found: defaultdict[str, float] = defaultdict(float)
    for labels, weight in votes:
        for label in labels:
            found[label] += weight / len(labels)
    whole = sum(found.values())
    order = sorted(found, key=lambda label: -found[label])[:most]
    return tuple((label, found[label] / whole) for label in order if found[label] > 0)
