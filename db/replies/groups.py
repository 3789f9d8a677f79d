"""Numbers in order: each once; two as one; and each with each of its group, where the members of a group stand behind
one another. Arrays in, arrays out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeVar

from db.search import runs
from db.search.lazy import np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Whole = TypeVar("Whole", bound=np.integer[Any])
    Integers = NDArray[np.int32]
    Keys = NDArray[np.uint64]
    Places = NDArray[np.intp]

AT_ONCE = 1 << 17
"""Pairs made at once, about."""
PLACE_BITS = 32


def each_with_each(sizes: Places, begins: Places) -> Iterator[tuple[Places, Places]]:
    """Pairs of places, first < second, of groups of these sizes that begin at these places."""
    several = np.flatnonzero(sizes > 1)
    sizes, begins = sizes[several] - 1, begins[several]
    firsts = runs.places(begins, sizes)
    behind = np.repeat(begins + sizes, sizes) - firsts
    ends = np.cumsum(behind)
    start = 0
    while start < len(firsts):
        done = int(ends[start - 1]) if start else 0
        until = max(start + 1, int(np.searchsorted(ends, done + AT_ONCE)))
        one, some = firsts[start:until], behind[start:until]
        first = np.repeat(one, some)
        yield first, np.arange(1, len(first) + 1) + np.repeat(one - (ends[start:until] - some - done), some)
        start = until


def once(numbers: NDArray[Whole]) -> NDArray[Whole]:
    """The numbers in order, each once; in place. Some fifty times as fast as `np.unique`, which hashes them."""
    numbers.sort()
    return numbers[np.append(True, numbers[1:] != numbers[:-1])] if len(numbers) else numbers


def packed(first: Integers, second: Integers) -> Keys:
    """Pairs of places as one number each, in the order of the first, then of the second."""
    return first.astype(np.uint64) << np.uint64(PLACE_BITS) | second.astype(np.uint64)


def unpacked(keys: Keys) -> tuple[Integers, Integers]:
    """The places that were packed."""
    first, second = keys >> np.uint64(PLACE_BITS), keys & np.uint64((1 << PLACE_BITS) - 1)
    return first.astype(np.int32), second.astype(np.int32)
