"""Pairs of near forms that show through others: two forms that are both near to a third may be near to one another (as
in NN-descent: Dong, Moses and Li, Efficient k-nearest neighbor graph construction, WWW 2011).

Bands give hardly any pair within a large crowd, but nearly each of its forms with one of its most used. Those that
share one of these are compared here. Reads and writes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from db.replies import groups, pairs
from db.replies.pairs import Beat, Pairs
from db.search.lazy import np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Integers = NDArray[np.int32]
    Flags = NDArray[np.bool_]
    Keys = NDArray[np.uint64]
    Places = NDArray[np.intp]

FEWEST = 16
"""Forms of a lot, however many lots there are."""
HUBS = 6
"""The most used forms near to a form, of which so many are asked for others."""
MOST = 4096
"""Forms near to one hub that are all compared with one another; of more, each lot of so many is."""
ALL = 100_000_000
"""Pairs within all lots, about: of more, the lots are smaller. Among a million forms of few words nearly each is like
thousands of others, and what to compare would grow with the square of their number."""
TOGETHER = 1 << 13
"""Pairs looked at together: what is known of them stays in the processor's cache."""
WAITING = 1 << 18
"""Candidates that wait to be compared: most come again soon, of another hub, and are compared once."""


def near_kin(
    found: Pairs,
    known: Keys,
    may_be_near: Callable[[Integers, Integers], Flags],
    verified: Callable[[Keys], Pairs],
    beat: Beat,
) -> Pairs:
    """Near pairs whose forms are both near to a third in `found`, each once; none of `known` (packed, in order)."""
    kept, told = [pairs.none()], _Told()
    for candidates in _waiting(found, known, may_be_near, beat):
        near = verified(told.news(candidates))
        kept.append(near)
        told.take(groups.packed(near.first, near.second))
    return pairs.end_to_end(kept)


class _Told:
    """Pairs that are told already, packed. In few stretches, each in order and twice as long as the next: what comes is
    merged with what is about as long, so that all of it is sorted some twenty times, not once for each lot."""

    def __init__(self) -> None:
        self._stretches: list[Keys] = []

    def news(self, candidates: Keys) -> Keys:
        """Those that are not told yet."""
        for stretch in self._stretches:
            candidates = candidates[~_among(candidates, stretch)]
        return candidates

    def take(self, pairs: Keys) -> None:
        """These are told now; they are in order."""
        while self._stretches and len(self._stretches[-1]) < 2 * len(pairs):
            pairs = np.concatenate([self._stretches.pop(), pairs])
            pairs.sort()
        if len(pairs):
            self._stretches.append(pairs)


def _waiting(
    found: Pairs, known: Keys, may_be_near: Callable[[Integers, Integers], Flags], beat: Beat
) -> Iterator[Keys]:
    """Candidates in lots, packed, each once in a lot."""
    lot, waiting = [np.zeros(0, np.uint64)], 0
    for first, second in _kin(found, beat):
        for start in range(0, len(first), TOGETHER):
            one, other = first[start : start + TOGETHER], second[start : start + TOGETHER]
            may = may_be_near(one, other)
            candidates = groups.packed(one[may], other[may])
            lot.append(candidates[~_among(candidates, known)])
            waiting += len(lot[-1])
        if waiting > WAITING:
            yield groups.once(np.concatenate(lot))
            lot, waiting = [], 0
    if waiting:
        yield groups.once(np.concatenate(lot))


def _among(keys: Keys, known: Keys) -> Flags:
    """Which of the keys are known; what is known is in order."""
    if not len(known):
        return np.zeros(len(keys), bool)
    at = np.searchsorted(known, keys)
    at[at == len(known)] = 0
    among: Flags = known[at] == keys
    return among


def _kin(found: Pairs, beat: Beat) -> Iterator[tuple[Integers, Integers]]:
    """Places of forms, first < second, that share a hub; those of `found` too, and a pair once for each hub."""
    hubs, members = _members(found)
    begins, sizes = _lots(hubs)
    done, total = 0, int((sizes * (sizes - 1) // 2).sum())
    for one, other in groups.each_with_each(sizes, begins):
        beat(done, total)
        done += len(one)
        yield np.take(members, one), np.take(members, other)


def _members(found: Pairs) -> tuple[Integers, Integers]:
    """Hubs in order, each with a form that is near to it; the forms of one hub are in order."""
    order = np.lexsort((found.first, found.second))  # forms come most used first, so low places are the hubs
    hubs, members = found.first[order], found.second[order]
    few = _rank(members) < HUBS
    hubs, members = hubs[few], members[few]
    order = np.lexsort((members, hubs))
    return hubs[order], members[order]


def _lots(hubs: Integers) -> tuple[Places, Places]:
    """Where each lot of one hub's members begins, and how many it has."""
    rank, most = _rank(hubs), MOST
    while True:
        begins = np.flatnonzero(rank % most == 0)
        sizes = np.diff(np.append(begins, len(hubs)))
        if most <= FEWEST or (sizes * (sizes - 1) // 2).sum() <= ALL:
            return begins, sizes
        most //= 2


def _rank(numbers: Integers) -> Places:
    """Of numbers in order, how many of the same stand before each."""
    place = np.arange(len(numbers))
    new = np.append(True, numbers[1:] != numbers[:-1])[: len(numbers)]
    rank: Places = place - np.maximum.accumulate(np.where(new, place, 0))
    return rank
