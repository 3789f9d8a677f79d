"""Every pair of short forms that may be near, without comparing each with each.

The likeness of two forms is twice their longest common subsequence over both lengths; so forms of n and m characters
that are near have a subsequence of so many characters in common as the bound asks for, and all those of a short form
can be listed. Forms that share one are given, and no others but for a chance in billions. Arrays out.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import combinations, combinations_with_replacement
from typing import TYPE_CHECKING

from db.replies import groups
from db.replies.pairs import SLACK, Beat
from db.search.lazy import np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Integers = NDArray[np.int32]
    Keys = NDArray[np.uint64]
    Places = NDArray[np.intp]

FACTOR = 0x9E3779B97F4A7C15
CACHED = 1 << 15
"""Subsequences mixed at once: they stay in the processor's cache."""


def alike(forms: Sequence[str], bound: float, beat: Beat) -> tuple[Integers, Integers]:
    """Places of forms, first < second: each pair that can be at least as like as `bound`, once."""
    sizes = np.fromiter(map(len, forms), np.int32, len(forms))
    bits = len(forms).bit_length()
    codes = {size: _codes(forms, np.flatnonzero(sizes == size), size) for size in np.unique(sizes).tolist()}
    found = [np.zeros(0, np.uint64)]
    both = list(combinations_with_replacement(sorted(codes), 2))
    for done, (short, long) in enumerate(both):
        beat(done, len(both))
        shared = math.ceil(bound * (short + long) / 2 - SLACK)
        if shared <= short:
            listed = [_listed(*codes[size], shared, bits) for size in {short, long}]
            found += _pairs(groups.once(np.concatenate(listed)), sizes, (short, long), bits)
    pairs = groups.once(np.concatenate(found))
    return (pairs >> np.uint64(32)).astype(np.int32), (pairs & np.uint64(0xFFFFFFFF)).astype(np.int32)


def _codes(forms: Sequence[str], places: Places, size: int) -> tuple[Keys, Keys]:
    """The places of forms of one length, and their characters, a row a character."""
    joined = "".join(forms[place] for place in places.tolist()).encode("utf-32-le", "surrogatepass")
    codes = np.frombuffer(joined, np.uint32).reshape(-1, size).T.astype(np.uint64)
    return places.astype(np.uint64), codes


def _listed(places: Keys, codes: Keys, shared: int, bits: int) -> Keys:
    """All subsequences of so many characters, mixed to the highest bits of a number; the place of their form below."""
    chosen = np.array(list(combinations(range(len(codes)), shared)), np.intp)
    keys = np.zeros((len(chosen), len(places)), np.uint64)
    step = max(1, CACHED // len(chosen))
    for start in range(0, len(places), step):
        some, mixed = codes[:, start : start + step], keys[:, start : start + step]
        for places_of in chosen.T:  # the first character of each subsequence, then the second
            mixed += some[places_of]
            mixed *= np.uint64(FACTOR)
            mixed ^= mixed >> np.uint64(29)
    keys *= np.uint64(FACTOR)
    keys &= np.uint64((1 << 64) - (1 << bits))
    keys |= places
    return keys.ravel()


def _pairs(ordered: Keys, sizes: Integers, lengths: tuple[int, int], bits: int) -> Iterator[Keys]:
    """Pairs of forms of these lengths that share a key, packed: first << 32 | second."""
    keys, places = ordered >> np.uint64(bits), ordered & np.uint64((1 << bits) - 1)
    begins = np.flatnonzero(np.append(True, keys[1:] != keys[:-1]))
    counts = np.diff(np.append(begins, len(keys)))
    for one, other in groups.each_with_each(counts, begins):
        first, second = places[one], places[other]
        if lengths[0] != lengths[1]:
            cross = sizes[first.astype(np.intp)] != sizes[second.astype(np.intp)]
            first, second = first[cross], second[cross]
        yield groups.once(first << np.uint64(32) | second)
