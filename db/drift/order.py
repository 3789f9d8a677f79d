"""Which tickets were moved: the fewest that explain why the others stand as they did. A pure function."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise


def moved(places: Sequence[int]) -> list[int]:
    """Indexes of `places` (all different) that are not of a longest rising row of them; n log n by patience sorting."""
    if all(one < other for one, other in pairwise(places)):
        return []
    tails: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for index, place in enumerate(places):
        pile = bisect_left(tails, place)
        before.append(at[pile - 1] if pile else -1)
        if pile == len(tails):
            tails.append(place)
            at.append(index)
        else:
            tails[pile], at[pile] = place, index
    staying = set()
    index = at[-1]
    while index >= 0:
        staying.add(index)
        index = before[index]
    return [index for index in range(len(places)) if index not in staying]
