"""Candidates for near forms among very many: MinHash on pairs of characters, with bands (Broder 1997; Leskovec et al.,
Mining of Massive Datasets, ch. 3).

Forms whose sets of character pairs have a share J in common agree in one hash with probability J. Hashes come in groups
of sixteen, and the bands of a group are the lines of the projective space over four bits: 35 triples of which no two
share two hashes. So one hash serves seven bands, which costs a seventh of what hashes of their own would, and the
agreement of two forms in a group is a number of sixteen bits: a table knows the bands in which they agree, and each
pair is given by the first of them alone. A crowd that agrees in a band is split by one hash more, and by another; what
is a crowd even then is compared with its most used forms. Pairs that agree in too few hashes altogether are dropped
before they are compared. Reads and writes nothing; `pairs.verified` has the last word.

Crowds cost pairs: of a million invented replies (805,456 forms, some of which are near to two thousand others) bands
alone find 77 % of the pairs at 0.90 and 49 % at 0.80, as 800 of the forms show that were compared with all. Nearly all
forms are found near to one of the most used of their crowd, and `kinship` finds the rest through these: 100 % and 99 %.
Of the replies of a million invented tickets (1,162,339 forms of few words, each near to 67 others at 0.80) it finds
99.6 % still at 0.90; of those at 0.80, of which there are 36 million, a third.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

from db.replies import bags, bands, groups, kinship, pairs, subsequences
from db.replies.bands import SPLITS, WIDTH
from db.replies.normal import SHORT
from db.replies.pairs import Beat, Pairs
from db.search.lazy import np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Integers = NDArray[np.int32]
    Hashes = NDArray[np.uint32]
    Signatures = NDArray[np.uint8]
    Bands = NDArray[np.uint64]
    Places = NDArray[np.intp]
    Ways = NDArray[np.uint16]
    Flags = NDArray[np.bool_]
    Keys = NDArray[np.uint64]

GROUPS = 2
HASHES = WIDTH * GROUPS
LEAST_AGREEING = 8
"""Hashes of `HASHES` in which forms that are near enough agree: nearly all of those at 0.75."""
CROWD = 48
"""Forms of one band that are all compared with one another; a larger crowd is split."""
STARS = 8
"""Forms that the others of a crowd which cannot be split are compared with."""
CHUNK = 1 << 10
"""Forms hashed at once: their pairs of characters stay in the processor's cache."""
TOGETHER = 1 << 13
"""Pairs whose hashes are compared at once: they stay in the processor's cache."""
AT_ONCE = 1 << 15
"""Candidates compared at once."""
SHORT_DONE, CANDIDATES_DONE, VERIFIED = 0.05, 0.55, 0.85
"""How far the whole work is, about, when short forms are compared; when the candidates of the bands are known; and when
these are compared."""
HASHED = 0.2
"""How far the search for candidates is, about, when forms are hashed."""
PARTS = 1000
WORKERS = 2
SHORTER = 12
"""Forms of fewer characters have too few pairs of characters to go by; they are compared with all of like length."""
MOST_SHORT = 200_000
SEED = 20_240_229


def near_pairs(forms: Sequence[str], bound: float, beat: Beat) -> Pairs:
    """Nearly every pair of forms at least as like as `bound` (see the docstring for what is missed)."""
    lengths = np.fromiter(map(len, forms), np.int32, len(forms))
    candidates = [*_short(forms, lengths, bound, _part(beat, 0, SHORT_DONE))]
    candidates += _long(forms, lengths, bound, _part(beat, SHORT_DONE, CANDIDATES_DONE))
    known = groups.once(np.concatenate(candidates))
    candidates.clear()  # a scan has much in memory already when all pairs come together
    found = _verified(forms, known, bound, _part(beat, CANDIDATES_DONE, VERIFIED))
    related = groups.once(np.concatenate([found.first, found.second])).astype(np.int32)
    held, reach = bags.bags(forms, related), lengths[related]
    place = np.zeros(len(forms), np.int32)
    place[related] = np.arange(len(related), dtype=np.int32)

    def may_be_near(first: Integers, second: Integers, bound: float) -> Flags:
        return bags.may_be_near(held, reach, np.take(place, first), np.take(place, second), bound)

    def verified(some: Keys) -> Pairs:
        return _verified(forms, some, bound, lambda _, __: None)

    more = kinship.near_kin(found, known, bound, may_be_near, verified, _part(beat, VERIFIED, 1))
    beat(1, 1)
    return pairs.end_to_end([found, more])


def _verified(forms: Sequence[str], packed: Keys, bound: float, beat: Beat) -> Pairs:
    found = [pairs.none()]
    for start in range(0, len(packed), AT_ONCE):
        beat(start, len(packed))
        found.append(pairs.verified(forms, *groups.unpacked(packed[start : start + AT_ONCE]), bound))
    return pairs.end_to_end(found)


def _long(forms: Sequence[str], lengths: Integers, bound: float, beat: Beat) -> Iterator[Keys]:
    """Candidates among all forms that are not very short, packed: first << `PLACE_BITS` | second, some twice."""
    chosen = np.flatnonzero(lengths >= SHORT).astype(np.int32)
    reach = lengths[chosen]
    beat(0, 1)
    signatures = _signatures(forms, chosen, _part(beat, 0, HASHED))
    held = bags.bags(forms, chosen)
    for first, second in _candidates(signatures, reach, bound, _part(beat, HASHED, 1)):
        may = bags.may_be_near(held, reach, first, second, bound)
        yield groups.packed(chosen[first[may]], chosen[second[may]])


def _short(forms: Sequence[str], lengths: Integers, bound: float, beat: Beat) -> Iterator[Keys]:
    """All that may be near among short forms, packed."""
    short = np.flatnonzero((lengths >= SHORT) & (lengths < SHORTER)).astype(np.int32)
    beat(0, 1)
    if len(short) <= MOST_SHORT:
        first, second = subsequences.alike([forms[place] for place in short.tolist()], bound, beat)
        yield groups.packed(short[first], short[second])


def _part(beat: Beat, start: float, end: float) -> Beat:
    """The news of a part of the work, as news of the whole."""
    return lambda done, total: beat(round(PARTS * (start + (end - start) * done / max(1, total))), PARTS)


def _signatures(forms: Sequence[str], chosen: Integers, beat: Beat) -> Signatures:
    """For each chosen form `HASHES` numbers: the least value of each hash over its pairs of characters, cut short."""
    rng = np.random.default_rng(SEED)
    factors = rng.integers(1 << 16, 1 << 32, HASHES, dtype=np.uint32) | np.uint32(1)
    masks = rng.integers(0, 1 << 32, HASHES, dtype=np.uint32)
    signatures = np.empty((len(chosen), HASHES), np.uint8)

    def fill(start: int) -> None:
        grams, starts = _grams([forms[place] for place in chosen[start : start + CHUNK].tolist()])
        mixed = np.empty_like(grams)
        for row in range(HASHES):
            np.bitwise_xor(grams, masks[row], out=mixed)
            np.multiply(mixed, factors[row], out=mixed)
            signatures[start : start + CHUNK, row] = np.minimum.reduceat(mixed, starts).astype(np.uint8)

    with ThreadPoolExecutor(WORKERS, "minhash") as workers:  # numpy lets go of the interpreter
        for number, _ in enumerate(workers.map(fill, range(0, len(chosen), CHUNK))):
            beat(number * CHUNK, len(chosen))
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


def _candidates(
    signatures: Signatures, lengths: Integers, bound: float, beat: Beat
) -> Iterator[tuple[Integers, Integers]]:
    """Places of forms that agree in a band, and in enough hashes; hardly any pair comes twice."""
    every = [(group, number) for group in range(GROUPS) for number in range(len(bands.lines()))]
    crowded = np.zeros((SPLITS + 1, GROUPS, len(signatures)), np.uint64)
    """Of each form the bands in which it is in a crowd; in one that was split; in one that was split twice."""

    def alike(place: int) -> tuple[Integers, Integers, list[Integers]]:
        return _alike(*_keys(signatures, *every[place]), lengths, bound)

    with ThreadPoolExecutor(1, "bands") as worker:
        # the next band is sorted while this one's pairs are looked at: numpy lets go of the interpreter
        ahead = worker.submit(alike, 0)
        for place, (group, number) in enumerate(every):
            beat(place, len(every))
            first, second, crowds = ahead.result()
            if place + 1 < len(every):
                ahead = worker.submit(alike, place + 1)
            for start in range(0, len(first), TOGETHER):
                some = first[start : start + TOGETHER], second[start : start + TOGETHER]
                yield _new(signatures, group, number, crowded, *some)
            for level, members in zip(crowded, crowds, strict=False):
                level[group, members] |= np.uint64(1 << number)


def _keys(signatures: Signatures, group: int, number: int) -> tuple[Bands, list[Signatures]]:
    """The three hashes of a band as one key each, and the hashes that split its crowds, of the next group."""
    a, b, c = (signatures[:, group * WIDTH + place].astype(np.uint64) for place in bands.lines()[number])
    keys = a << np.uint64(16) | b << np.uint64(8) | c
    after = (group + 1) % GROUPS * WIDTH
    return keys, [signatures[:, after + bands.splitting(number, split)] for split in range(SPLITS)]


def _new(
    signatures: Signatures, group: int, number: int, crowded: Bands, first: Integers, second: Integers
) -> tuple[Integers, Integers]:
    """Those of the pairs that agree in enough hashes, and that no earlier band gave: a crowd does not give all."""
    agrees = np.take(signatures, first, axis=0) == np.take(signatures, second, axis=0)
    ways = np.packbits(agrees.ravel(), bitorder="little").view("<u2").reshape(-1, GROUPS)
    counts, lines, _ = bands.tables()
    agreeing = sum(np.take(counts, ways[:, place]) for place in range(GROUPS))
    kept = np.flatnonzero(agreeing >= LEAST_AGREEING)
    first, second, ways = _of(kept, first, second, ways)
    given = [np.take(lines, ways[:, earlier]) for earlier in range(group + 1)]
    given[group] &= np.uint64((1 << number) - 1)
    # most pairs were given by a band that is no crowd: what to make of the others is asked of them alone
    for earlier in range(group + 1):
        kept = np.flatnonzero(given[earlier] & ~np.take(crowded[0, earlier], first) == 0)
        first, second, ways, *given = _of(kept, first, second, ways, *given)
    new = np.ones(len(first), bool)
    for earlier, by in enumerate(given):
        new &= ~_given_by_crowds(by, ways, crowded[:, earlier, first], earlier)
    return first[new], second[new]


def _of(places: Places, *arrays: NDArray[Any]) -> Iterator[NDArray[Any]]:
    """What arrays hold at these places; several times as fast as to index them."""
    return (np.take(values, places, axis=0) for values in arrays)


def _given_by_crowds(given: Bands, ways: Ways, crowded: Bands, group: int) -> Flags:
    """Which pairs came of a band of a group in spite of its crowds: they stayed together when these were split."""
    stays, other = bands.tables()[2], ways[:, (group + 1) % GROUPS]
    for split in range(SPLITS):
        given = given & (~crowded[split] | stays[split, other])
    did: Flags = given & ~crowded[SPLITS] != 0
    return did


def _alike(
    keys: Bands, extra: Sequence[Signatures], lengths: Integers, bound: float
) -> tuple[Integers, Integers, list[Integers]]:
    """Pairs of places with one key whose lengths allow the bound; the places in crowds, before and after each split.

    Forms come most used first, so the first of a crowd are its most used.
    """
    firsts, seconds, crowds = [np.zeros(0, np.int32)], [np.zeros(0, np.int32)], []
    members = np.arange(len(keys), dtype=np.int32)
    for split in range(SPLITS + 1):
        members, begins, sizes = _sorted(keys, members)
        large = sizes > CROWD
        for one, other in groups.each_with_each(np.where(large, 1, sizes), begins):
            _keep_within_reach(np.take(members, one), np.take(members, other), lengths, bound, firsts, seconds)
        members, sizes = members[np.repeat(large, sizes)], sizes[large]
        if not len(members):
            break
        crowds.append(members)
        if split < SPLITS:
            keys = np.repeat(np.arange(len(sizes), dtype=np.uint64) << np.uint64(8), sizes) | extra[split][members]
    else:
        for first, second in _stars(members, sizes):
            _keep_within_reach(first, second, lengths, bound, firsts, seconds)
    return np.concatenate(firsts), np.concatenate(seconds), crowds


def _keep_within_reach(
    first: Integers, second: Integers, lengths: Integers, bound: float, firsts: list[Integers], seconds: list[Integers]
) -> None:
    """Keep the pairs whose lengths allow the bound, before there are many."""
    one, other = np.take(lengths, first), np.take(lengths, second)
    reach = np.flatnonzero(2 * np.minimum(one, other) >= (bound - pairs.SLACK) * (one + other))
    firsts.append(np.take(first, reach))
    seconds.append(np.take(second, reach))


def _sorted(keys: Bands, places: Integers) -> tuple[Integers, Places, Places]:
    """Places by key, those of one key in order; where each key begins; the places it has."""
    packed = keys << np.uint64(groups.PLACE_BITS) | places.astype(np.uint64)
    packed.sort()  # of numbers, not of places: several times as fast
    order = (packed & np.uint64((1 << groups.PLACE_BITS) - 1)).astype(np.int32)
    packed >>= np.uint64(groups.PLACE_BITS)
    begins = np.flatnonzero(np.append(True, packed[1:] != packed[:-1]))
    return order, begins, np.diff(np.append(begins, len(packed)))


def _stars(members: Integers, sizes: Places) -> Iterator[tuple[Integers, Integers]]:
    """Each of a crowd with the most used of it."""
    for crowd in np.split(members, np.cumsum(sizes)[:-1]):
        for star in range(STARS):
            yield np.full(len(crowd) - star - 1, crowd[star]), crowd[star + 1 :]
