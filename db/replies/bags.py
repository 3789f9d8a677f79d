"""How far apart two forms are at least, by the characters that they hold: numbers that are quick to compare.

Each character that one form holds oftener than the other must be put in or left out, so the differences of the counts
add up to no more than the indel distance that `pairs` asks for. Counts of several characters together, and counts that
stop at 255, only make the sum less: what is ruled out here is never near. Arrays in, arrays out.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from db.replies.pairs import SLACK
from db.search.lazy import np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Integers = NDArray[np.int32]
    Bags = NDArray[np.uint8]
    Flags = NDArray[np.bool_]

KINDS = 64
"""Counts of a form: a line of the processor's cache."""
MOST = 255
CHUNK = 1 << 10
"""Forms counted at once."""
SHIFT = np.uint32(26) if TYPE_CHECKING else 26


def bags(forms: Sequence[str], chosen: Integers) -> Bags:
    """For each chosen form `KINDS` counts of its characters."""
    held = np.empty((len(chosen), KINDS), np.uint8)
    for start in range(0, len(chosen), CHUNK):
        texts = [forms[place] for place in chosen[start : start + CHUNK].tolist()]
        codes = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), np.uint32)
        kinds = (codes * np.uint32(0x9E3779B1)) >> np.uint32(SHIFT)
        owners = np.repeat(np.arange(len(texts)) * KINDS, list(map(len, texts)))
        counts = np.bincount(owners + kinds, minlength=len(texts) * KINDS)
        held[start : start + CHUNK] = np.minimum(counts, MOST).reshape(-1, KINDS)
    return held


def may_be_near(held: Bags, lengths: Integers, first: Integers, second: Integers, bound: float) -> Flags:
    """Which pairs can be at least as like as `bound`."""
    one, other = np.take(held, first, axis=0), np.take(held, second, axis=0)
    differences = np.maximum(one, other)
    differences -= np.minimum(one, other, out=one)
    apart = differences.sum(axis=1, dtype=np.int32)
    near: Flags = apart <= (1 - bound + SLACK) * (lengths[first] + lengths[second])
    return near
