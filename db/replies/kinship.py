"""Pairs of near forms that show through others: two forms that are both near to a third may be near to one another (as
in NN-descent: Dong, Moses and Li, Efficient k-nearest neighbor graph construction, WWW 2011).

Bands give hardly any pair within a large crowd, but nearly each of its forms with one of its most used. Those that
share one of these are compared here. Reads and writes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
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
"""Pairs within all lots that are compared at any bound: of more, the lots are smaller. Among a million forms of few
words nearly each is like thousands of others, and what to compare would grow with the square of their number."""
CLOSE, ALL_CLOSE = 0.90, 1_000_000_000
"""Of larger lots the pairs that can be as like as this are compared, which are few; and the pairs of all of these."""
TOGETHER = 1 << 13
"""Pairs looked at together: what is known of them stays in the processor's cache."""
WAITING = 1 << 18
"""Candidates that wait to be compared: most come again soon, of another hub, and are compared once."""


def near_kin(
    found: Pairs,
    known: Keys,
    bound: float,
    may_be_near: Callable[[Integers, Integers, float], Flags],
    verified: Callable[[Keys], Pairs],
    beat: Beat,
) -> Pairs:
    """Near pairs whose forms are both near to a third in `found`, each once; none of `known` (packed, in order)."""
    kept, told = [pairs.none()], _Told()
    hubs, members = _members(found)
    rounds = [(bound, _lots(hubs, ALL))]
    if bound < CLOSE and len(rounds[0][1][0]) > len(_lots(hubs, ALL_CLOSE)[0]):
        rounds.append((CLOSE, _lots(hubs, ALL_CLOSE)))
    for number, (reach, lots) in enumerate(rounds):
        kin = _kin(members, *lots, _one_of(beat, number, len(rounds)))
        for candidates in _waiting(kin, known, reach, may_be_near):
            near = verified(told.news(candidates))
            kept.append(near)
            told.take(groups.packed(near.first, near.second))
    return pairs.end_to_end(kept)


def _one_of(beat: Beat, number: int, rounds: int) -> Beat:
    """The news of one round, as news of all."""
    return lambda done, total: beat(number * total + done, rounds * total)


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
    kin: Iterable[tuple[Integers, Integers]],
    known: Keys,
    reach: float,
    may_be_near: Callable[[Integers, Integers, float], Flags],
) -> Iterator[Keys]:
    """Candidates in lots, packed, each once in a lot."""
    lot, waiting = [np.zeros(0, np.uint64)], 0
    for first, second in kin:
        for start in range(0, len(first), TOGETHER):
            one, other = first[start : start + TOGETHER], second[start : start + TOGETHER]
            may = may_be_near(one, other, reach)
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


def _kin(members: Integers, begins: Places, sizes: Places, beat: Beat) -> Iterator[tuple[Integers, Integers]]:
    """Places of forms, first < second, that share a hub; those that were found too, and a pair once for each hub."""
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


def _lots(hubs: Integers, most_pairs: int) -> tuple[Places, Places]:
    """Where each lot of one hub's members begins, and how many it has: as large as lets all of them have so many pairs
    at most."""
    rank, most = _rank(hubs), MOST
    while True:
        begins = np.flatnonzero(rank % most == 0)
        sizes = np.diff(np.append(begins, len(hubs)))
        if most <= FEWEST or (sizes * (sizes - 1) // 2).sum() <= most_pairs:
            return begins, sizes
        most //= 2


def _rank(numbers: Integers) -> Places:
    """Of numbers in order, how many of the same stand before each."""
    place = np.arange(len(numbers))
    new = np.append(True, numbers[1:] != numbers[:-1])[: len(numbers)]
    rank: Places = place - np.maximum.accumulate(np.where(new, place, 0))
    return rank
