"""Pairs of forms that are near: likeness at or above a bound. All of them where all can be compared.

Likeness is rapidfuzz's ratio of two normal forms: 1 - indel distance / both lengths, from 0 to 1. Forms of different
lengths cannot be nearer than their lengths allow, so forms are compared in the order of their lengths, and only as far
as that reaches: nothing is lost, and most pairs are never looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.late import Late
from db.replies.normal import SHORT
from db.search.lazy import np

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from rapidfuzz import fuzz, process

    Integers = NDArray[np.int32]
    Floats = NDArray[np.float32]
else:
    fuzz, process = Late("rapidfuzz.fuzz"), Late("rapidfuzz.process")

FEW = 20_000
"""Up to so many forms all pairs are compared."""
BLOCK = 512
LONG = 4000
"""Characters from which a form is compared with one after the other: in a block each pair would be compared twice."""
WORKERS = 2
"""Threads that compare, where there is very much to compare; the window has its process to itself."""
SLACK = 1e-6
"""A likeness of exactly the bound is kept, whatever single precision makes of it."""

Beat = Callable[[int, int], None]
"""Called with what is done and the total."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of forms as three arrays of one length: `first` < `second`, places of forms, and their likeness."""

    first: Integers
    second: Integers
    likeness: Floats

    def __len__(self) -> int:
        return len(self.first)


def by_first(near: Pairs) -> Pairs:
    """The same in the order of the first form, as they may be already."""
    if (near.first[:-1] <= near.first[1:]).all():
        return near
    order = np.argsort(near.first, kind="stable")
    return Pairs(near.first[order], near.second[order], near.likeness[order])


def none() -> Pairs:
    """No pairs."""
    return Pairs(np.zeros(0, np.int32), np.zeros(0, np.int32), np.zeros(0, np.float32))


def end_to_end(parts: Sequence[Pairs]) -> Pairs:
    """All of these pairs, one part behind the other."""
    return Pairs(
        np.concatenate([part.first for part in parts]),
        np.concatenate([part.second for part in parts]),
        np.concatenate([part.likeness for part in parts]),
    )


def joined(parts: Sequence[Pairs]) -> Pairs:
    """All of these pairs, each once, in order."""
    if not parts:
        return none()
    found = end_to_end(parts)
    low, high = np.minimum(found.first, found.second), np.maximum(found.first, found.second)
    _, places = np.unique((low.astype(np.int64) << 32) | high, return_index=True)
    return Pairs(low[places], high[places], found.likeness[places])


def all_pairs(forms: Sequence[str], bound: float, beat: Beat) -> Pairs:
    """Every pair of forms that is at least as like as `bound`; short forms are like nothing but themselves."""
    lengths = np.fromiter(map(len, forms), np.int32, len(forms))
    order = np.argsort(lengths, kind="stable").astype(np.int32)
    order = order[lengths[order] >= SHORT]
    ordered = [forms[place] for place in order.tolist()]
    sizes = lengths[order]
    # of two lengths a <= b the likeness is at most 2a / (a + b)
    reach = np.searchsorted(sizes, np.floor(sizes * (2 - bound) / bound + SLACK), side="right")
    found = []
    long = int(np.searchsorted(sizes, LONG))
    for start in range(0, long, BLOCK):
        beat(start, len(ordered))
        end = min(start + BLOCK, long)
        found.append(_block(ordered, order, start, end, int(reach[end - 1]), bound))
    for place in range(long, len(ordered)):
        beat(place, len(ordered))
        others = np.arange(place + 1, reach[place])
        found.append(verified(forms, np.full(len(others), order[place]), order[others], bound))
    return joined(found)


def _block(ordered: Sequence[str], order: Integers, start: int, end: int, until: int, bound: float) -> Pairs:
    near = process.cdist(
        ordered[start:end],
        ordered[start:until],
        scorer=fuzz.ratio,
        score_cutoff=100 * (bound - SLACK),
        dtype=np.float32,
    )
    rows, columns = np.nonzero(near)
    ahead = columns > rows  # both begin at `start`: what lies below the diagonal was seen, or is the form itself
    rows, columns = rows[ahead], columns[ahead]
    return Pairs(
        order[start + rows].astype(np.int32),
        order[start + columns].astype(np.int32),
        near[rows, columns].astype(np.float32) / np.float32(100),
    )


def between(some: Sequence[str], others: Sequence[str], bound: float) -> Pairs:
    """Each of some forms (by its place) with each of the others that it is at least as like as `bound`."""
    long = np.fromiter((len(form) >= SHORT for form in others), bool, len(others))
    found = [none()]
    for start in range(0, len(some), BLOCK):
        block = some[start : start + BLOCK]
        near = process.cdist(block, others, scorer=fuzz.ratio, score_cutoff=100 * (bound - SLACK), dtype=np.float32)
        near[[len(form) < SHORT for form in block]] = 0
        first, second = np.nonzero(near * long)
        likeness = near[first, second].astype(np.float32) / np.float32(100)
        found.append(Pairs((start + first).astype(np.int32), second.astype(np.int32), likeness))
    return end_to_end(found)


def verified(forms: Sequence[str], first: Integers, second: Integers, bound: float) -> Pairs:
    """Those of the candidate pairs that are at least as like as `bound`."""
    near = process.cpdist(
        [forms[place] for place in first.tolist()],
        [forms[place] for place in second.tolist()],
        scorer=fuzz.ratio,
        score_cutoff=100 * (bound - SLACK),
        dtype=np.float32,
        workers=WORKERS,
    )
    kept = near > 0
    return Pairs(first[kept], second[kept], near[kept].astype(np.float32) / np.float32(100))
