"""The bands of a group of hashes: the lines of the projective space over four bits, and what agreeing in some of the
hashes means for them. Tables only; see `minhash` for what they are for.
"""

from __future__ import annotations

from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING

from db.search.lazy import np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Counts = NDArray[np.uint8]
    Bands = NDArray[np.uint64]

WIDTH = 16
"""Hashes of a group."""
SPLITS = 2
"""How often a crowd is split, each time by one hash of the next group."""


def lines() -> list[tuple[int, int, int]]:
    """The bands of a group: triples of its hashes 1 to 15 (the hash 0 is in none) of which no two share two."""
    return [(a, b, a ^ b) for a, b in combinations(range(1, WIDTH), 2) if a ^ b > b]


@cache
def tables() -> tuple[Counts, Bands, Bands]:
    """For every way to agree in a group, a bit a hash: in how many hashes; in which bands, a bit a band; and, of each
    split, the bands of the group before whose crowds it splits so that forms which agree in this way stay together."""
    ways = np.arange(1 << WIDTH, dtype=np.uint32)
    counts = np.zeros(len(ways), np.uint8)
    bands, stays = np.zeros(len(ways), np.uint64), np.zeros((SPLITS, len(ways)), np.uint64)
    for place in range(WIDTH):
        counts += (ways >> np.uint32(place) & np.uint32(1)).astype(np.uint8)
    for number, line in enumerate(lines()):
        bits = np.uint32(sum(1 << place for place in line))
        bands[ways & bits == bits] |= np.uint64(1 << number)
        for split in range(SPLITS):
            stays[split, ways & np.uint32(1 << splitting(number, split)) > 0] |= np.uint64(1 << number)
    return counts, bands, stays


def splitting(number: int, split: int) -> int:
    """Which hash of the next group splits the crowds of a band."""
    return (number + split * WIDTH // SPLITS) % WIDTH
