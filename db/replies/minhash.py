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
    Signatures = NDArray[np.uint16]
    Flags = NDArray[np.bool_]

HASHES = 40
BANDS = 128
LEAST_AGREEING = 12
"""Hashes of `HASHES` in which forms that are near enough agree: 98 % of those at 0.75, nearly all at 0.80."""
CROWD = 48
"""Forms of one band that are all compared with one another; of a larger crowd each with some of the most used."""
STARS = 8
CHUNK = 1 << 14
"""Forms hashed at once: their pairs of characters stay in the processor's cache."""
FEWER = 4
"""Bands after which pairs that have come already are left out: most agree in one of the first."""
TOGETHER = 1 << 16
"""Pairs whose hashes are compared at once."""
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
    waiting: list[tuple[Integers, Integers]] = []
    for first, second in _candidates(signatures, lengths[chosen], bound, beat):
        waiting.append((chosen[first], chosen[second]))
        if sum(len(one) for one, _ in waiting) >= AT_ONCE:
            found.append(_verified(forms, waiting, bound))
            waiting = []
    return pairs.joined([*found, _verified(forms, waiting, bound)])


def _verified(forms: Sequence[str], waiting: Sequence[tuple[Integers, Integers]], bound: float) -> Pairs:
    if not waiting:
        return pairs.none()
    first, second = (np.concatenate([pair[side] for pair in waiting]) for side in (0, 1))
    return pairs.verified(forms, first, second, bound)


def _short_pairs(forms: Sequence[str], lengths: Integers, bound: float) -> Pairs:
    short = np.flatnonzero((lengths >= SHORT) & (lengths < SHORTER))
    if len(short) > MOST_SHORT:
        return pairs.none()
    near = pairs.all_pairs([forms[place] for place in short.tolist()], bound, lambda _, __: None)
    return Pairs(short[near.first].astype(np.int32), short[near.second].astype(np.int32), near.likeness)


def _signatures(forms: Sequence[str], chosen: Integers, beat: Beat) -> Signatures:
    """For each chosen form `HASHES` numbers: the least value of each hash over its pairs of characters, cut short."""
    rng = np.random.default_rng(SEED)
    factors = rng.integers(1 << 16, 1 << 32, HASHES, dtype=np.uint32) | np.uint32(1)
    masks = rng.integers(0, 1 << 32, HASHES, dtype=np.uint32)
    signatures = np.empty((len(chosen), HASHES), np.uint16)

    def fill(start: int) -> None:
        grams, starts = _grams([forms[place] for place in chosen[start : start + CHUNK].tolist()])
        mixed = np.empty_like(grams)
        for row in range(HASHES):
            np.bitwise_xor(grams, masks[row], out=mixed)
            np.multiply(mixed, factors[row], out=mixed)
            signatures[start : start + CHUNK, row] = np.minimum.reduceat(mixed, starts).astype(np.uint16)

    with ThreadPoolExecutor(WORKERS, "minhash") as workers:  # numpy lets go of the interpreter
        for number, _ in enumerate(workers.map(fill, range(0, len(chosen), CHUNK))):
            beat(number * CHUNK // 4, len(chosen))
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


def _candidates(
    signatures: Signatures, lengths: Integers, bound: float, beat: Beat
) -> Iterator[tuple[Integers, Integers]]:
    """Places of forms that agree in a band, and in enough hashes; hardly any pair comes twice."""
    bands = _bands()
    crowded: list[Flags | None] = []
    total = len(signatures)
    for number, (a, b, c) in enumerate(bands):
        beat(total // 4 + total * 3 // 4 * number // len(bands), total)
        keys = (signatures[:, a].astype(np.uint64) << np.uint64(32)) | (
            signatures[:, b].astype(np.uint64) << np.uint64(16)
        )
        first, second, crowds = _alike(keys | signatures[:, c])
        reach = 2 * np.minimum(lengths[first], lengths[second]) >= (bound - pairs.SLACK) * (
            lengths[first] + lengths[second]
        )
        first, second = first[reach], second[reach]
        for start in range(0, len(first), TOGETHER):
            some = first[start : start + TOGETHER], second[start : start + TOGETHER]
            yield _new(signatures, bands[:number], crowded, *some)
        crowded.append(crowds)


def _new(
    signatures: Signatures,
    earlier: Sequence[tuple[int, int, int]],
    crowded: Sequence[Flags | None],
    first: Integers,
    second: Integers,
) -> tuple[Integers, Integers]:
    """Those of the pairs that agree in enough hashes, and that no earlier band gave: a crowd does not give all."""
    agrees = signatures[first] == signatures[second]
    enough = agrees.sum(axis=1, dtype=np.uint8) >= LEAST_AGREEING
    first, second, agrees = first[enough], second[enough], np.ascontiguousarray(agrees[enough].T)
    for start in range(0, len(earlier), FEWER):
        new = np.ones(len(first), bool)
        for (a, b, c), crowds in zip(earlier[start : start + FEWER], crowded[start : start + FEWER], strict=True):
            given = agrees[a] & agrees[b] & agrees[c]
            if crowds is not None:
                given &= ~crowds[first]
            new &= ~given
        first, second, agrees = first[new], second[new], agrees[:, new]
    return first, second


def _alike(keys: NDArray[np.uint64]) -> tuple[Integers, Integers, Flags | None]:
    """Pairs of places with one key, and which places are in crowds (None: none is).

    Forms come most used first, so the first of a crowd are its most used.
    """
    order = np.argsort(keys, kind="stable").astype(np.int32)
    ordered = keys[order]
    begins = np.flatnonzero(np.append(True, ordered[1:] != ordered[:-1]))
    sizes = np.diff(np.append(begins, len(ordered)))
    firsts, seconds = [np.zeros(0, np.int32)], [np.zeros(0, np.int32)]
    for size in range(2, CROWD + 1):
        groups = begins[sizes == size]
        if len(groups):
            left, right = np.triu_indices(size, 1)
            firsts.append(order[(groups[:, None] + left).ravel()])
            seconds.append(order[(groups[:, None] + right).ravel()])
    crowds = None
    for begin, size in zip(begins[sizes > CROWD].tolist(), sizes[sizes > CROWD].tolist(), strict=True):
        crowd = order[begin : begin + size]
        crowds = np.zeros(len(keys), bool) if crowds is None else crowds
        crowds[crowd] = True
        for star in range(STARS):
            firsts.append(np.full(size - star - 1, crowd[star]))
            seconds.append(crowd[star + 1 :])
    return np.concatenate(firsts), np.concatenate(seconds), crowds
