"""Candidates for near forms among very many: MinHash on pairs of characters, with bands (Broder 1997; Leskovec et al.,
Mining of Massive Datasets, ch. 3).

Forms whose sets of character pairs have a share J in common agree in one hash with probability J. Bands are triples of
a few dozen hashes that share at most one hash with one another (so one hash serves several bands, which costs a fifth
of what hashes of their own would); forms that agree in a band are candidates, and those that agree in too few hashes
altogether are dropped before they are compared. Reads and writes nothing; `pairs.verified` has the last word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import combinations
from typing import TYPE_CHECKING

from db.replies import pairs
from db.replies.normal import SHORT
from db.replies.pairs import Beat, Pairs
from db.search.lazy import np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Integers = NDArray[np.int32]
    Hashes = NDArray[np.uint32]

HASHES = 40
BANDS = 128
LEAST_AGREEING = 6
"""Hashes of `HASHES` in which forms that are near enough agree, but for a thousandth of them."""
CROWD = 48
"""Forms of one band that are all compared with one another; of a larger crowd each with some of the most used."""
STARS = 8
CHUNK = 1 << 14
"""Forms hashed at once: their pairs of characters stay in the processor's cache."""
AT_ONCE = 1 << 18
"""Candidates compared at once."""
WORKERS = 2
SHORTER = 12
"""Forms of fewer characters have too few pairs of characters to go by; they are compared with all of like length."""
MOST_SHORT = 60_000
SEED = 20_240_229


def near_pairs(forms: Sequence[str], bound: float, beat: Beat) -> Pairs:
    """Nearly every pair of forms at least as like as `bound` (see the docstring for what is missed)."""
    lengths = np.fromiter(map(len, forms), np.int32, len(forms))
    found = [_short_pairs(forms, lengths, bound)]
    chosen = np.flatnonzero(lengths >= SHORT).astype(np.int32)
    signatures = _signatures(forms, chosen, beat)
    for number, (first, second) in enumerate(_candidates(signatures, beat)):
        del number
        found.append(_verified(forms, lengths, chosen[first], chosen[second], bound))
    return pairs.joined(found)


def _short_pairs(forms: Sequence[str], lengths: Integers, bound: float) -> Pairs:
    short = np.flatnonzero((lengths >= SHORT) & (lengths < SHORTER))
    if len(short) > MOST_SHORT:
        return pairs.none()
    near = pairs.all_pairs([forms[place] for place in short.tolist()], bound, lambda _, __: None)
    return Pairs(short[near.first].astype(np.int32), short[near.second].astype(np.int32), near.likeness)


def _signatures(forms: Sequence[str], chosen: Integers, beat: Beat) -> Hashes:
    """`HASHES` rows: for each chosen form the least value of each hash over its pairs of characters."""
    rng = np.random.default_rng(SEED)
    factors = rng.integers(1 << 16, 1 << 32, HASHES, dtype=np.uint32) | np.uint32(1)
    masks = rng.integers(0, 1 << 32, HASHES, dtype=np.uint32)
    signatures = np.empty((HASHES, len(chosen)), np.uint32)

    def fill(start: int) -> None:
        grams, starts = _grams([forms[place] for place in chosen[start : start + CHUNK].tolist()])
        for row in range(HASHES):
            mixed = (grams ^ masks[row]) * factors[row]
            signatures[row, start : start + CHUNK] = np.minimum.reduceat(mixed, starts)

    with ThreadPoolExecutor(WORKERS, "minhash") as workers:  # numpy lets go of the interpreter
        for number, _ in enumerate(workers.map(fill, range(0, len(chosen), CHUNK))):
            beat(number * CHUNK // 2, len(chosen))
    return signatures


def _grams(texts: Sequence[str]) -> tuple[Hashes, NDArray[np.intp]]:
    """The pairs of characters of all texts as numbers, and where each text begins; none is of one character."""
    codes = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), np.uint32)
    sizes = np.fromiter(map(len, texts), np.intp, len(texts))
    ends = np.cumsum(sizes)
    grams = codes[:-1] * np.uint32(0x9E3779B1) + codes[1:] * np.uint32(0x85EBCA77)
    grams ^= grams >> np.uint32(15)
    grams = np.delete(grams, ends[:-1] - 1)  # the last character of a text and the first of the next are no pair
    return grams, np.concatenate([[0], np.cumsum(sizes - 1)[:-1]])


def _bands() -> list[tuple[int, int, int]]:
    """Triples of hashes of which no two share two."""
    used: set[tuple[int, int]] = set()
    bands = []
    order = np.random.default_rng(SEED).permutation(HASHES).tolist()
    for triple in sorted(combinations(range(HASHES), 3), key=lambda t: (sum(t) * 7919 % 104_729, t)):
        edges = set(combinations(triple, 2))
        if not edges & used:
            used |= edges
            a, b, c = triple
            bands.append((order[a], order[b], order[c]))
            if len(bands) == BANDS:
                break
    return bands


def _candidates(signatures: Hashes, beat: Beat) -> Iterator[tuple[Integers, Integers]]:
    """Places of forms that agree in a band, and in enough hashes; a pair may come more than once."""
    bands = _bands()
    for number, (a, b, c) in enumerate(bands):
        beat(len(signatures[0]) // 2 * (len(bands) + number) // len(bands), len(signatures[0]))
        keys = (signatures[a].astype(np.uint64) << np.uint64(32)) | signatures[b]
        keys = keys * np.uint64(0x9E3779B97F4A7C15) ^ signatures[c]
        first, second = _alike(keys)
        for start in range(0, len(first), AT_ONCE):
            some, others = first[start : start + AT_ONCE], second[start : start + AT_ONCE]
            agreeing = np.zeros(len(some), np.uint8)
            for row in signatures:
                agreeing += row[some] == row[others]
            kept = agreeing >= LEAST_AGREEING
            yield some[kept], others[kept]


def _alike(keys: NDArray[np.uint64]) -> tuple[Integers, Integers]:
    """Pairs of places with one key. Forms come most used first, so the first of a crowd are its most used."""
    order = np.argsort(keys, kind="stable")
    ordered = keys[order]
    begins = np.flatnonzero(np.append(True, ordered[1:] != ordered[:-1]))
    sizes = np.diff(np.append(begins, len(ordered)))
    firsts, seconds = [], []
    small = begins[(sizes > 1) & (sizes <= CROWD)]
    small_sizes = sizes[(sizes > 1) & (sizes <= CROWD)]
    for step in range(1, int(small_sizes.max(initial=1))):
        left = np.repeat(small, np.maximum(small_sizes - step, 0))
        offset = np.arange(len(left)) - np.repeat(
            np.cumsum(np.maximum(small_sizes - step, 0)) - np.maximum(small_sizes - step, 0),
            np.maximum(small_sizes - step, 0),
        )
        firsts.append(order[left + offset])
        seconds.append(order[left + offset + step])
    for begin, size in zip(begins[sizes > CROWD].tolist(), sizes[sizes > CROWD].tolist(), strict=True):
        crowd = order[begin : begin + size]
        for star in range(STARS):
            firsts.append(np.full(size - star - 1, crowd[star]))
            seconds.append(crowd[star + 1 :])
    if not firsts:
        return np.zeros(0, np.int32), np.zeros(0, np.int32)
    return np.concatenate(firsts).astype(np.int32), np.concatenate(seconds).astype(np.int32)


def _verified(forms: Sequence[str], lengths: Integers, first: Integers, second: Integers, bound: float) -> Pairs:
    a, b = lengths[first], lengths[second]
    reach = 2 * np.minimum(a, b) >= (bound - pairs.SLACK) * (a + b)
    return pairs.verified(forms, first[reach], second[reach], bound)
