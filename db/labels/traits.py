"""Texts as rows of numbers: how much of each run of characters they hold, brought down to a few hundred numbers a row.

Runs of one to three characters are counted (Chinese needs no words), weighted as tf-idf with logarithmic counts, each
part of a ticket for itself, so that a long thread does not drown its title. Columns are folded with signs (feature
hashing: Weinberger et al. 2009, *Feature hashing for large scale multitask learning*), and what is left is turned
onto the directions in which a sample of the rows varies most (randomised range finder: Halko, Martinsson and Tropp
2011, *Finding structure with randomness*). So the products of rows are about those of the full tf-idf vectors, and
memory does not grow with the vocabulary. Arrays in, arrays out; knows no labels, so nothing of them can leak.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from db.search import normalise
from db.search.lazy import np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Rows = NDArray[np.float32]
    Weights = NDArray[np.float32]
    Integers = NDArray[np.int64]

Beat = Callable[[float], None]
"""Called with the share of the work that is done."""

KINDS = 1 << 20
"""Different runs that are told apart when their rarity is counted."""
FOLDED = 4096
"""Columns that they are folded onto, of each part."""
KEPT = 768
"""Numbers of a row in the end, at most."""
MANY = 20_000
"""Rows from which on half of that must do: they are what the memory holds."""
SAMPLE = 3000
"""Rows that tell how rare a run is, and the directions."""
CHUNK = 500
PIECE = 2048
"""Rows of a product that are made at once."""
LONGEST = 3
SEED = 20
ROUNDS = 3
THERE = 1e-7
"""Share of the strongest direction below which one is noise of the arithmetic."""
_MIX = (0x9E3779B1, 0x85EBCA6B, 0xC2B2AE35)


class Traits:
    """What a sample says of rarity and directions. Parts have a weight each; `spare` columns of 0 stand at the end of a
    row, for whoever knows more of it."""

    def __init__(self, weights: Sequence[float], spare: int = 0) -> None:
        self._weights, self._spare = list(weights), spare
        self._rarity: list[Weights] = []
        self._directions: Weights | None = None

    def rows(self, parts: Sequence[Sequence[str]], beat: Beat) -> Rows:
        """A row for each text: at most `KEPT` columns and the spare ones. `parts` are equally long lists of texts."""
        size = len(parts[0])
        chosen = np.arange(size)
        if size > SAMPLE:
            chosen = np.sort(np.random.default_rng(SEED).permutation(size)[:SAMPLE])
        sample = [[part[place] for place in chosen.tolist()] for part in parts]
        self._rarity = []
        for number, texts in enumerate(sample):
            self._rarity.append(_rarity(texts, _within(beat, 0.1 * number / len(sample), 0.1 / len(sample))))
        folded = self._folded(sample, _within(beat, 0.1, 0.3))
        self._directions = _directions(folded, KEPT if size <= MANY else KEPT // 2, _within(beat, 0.4, 0.2))
        beat(0.6)
        kept = self._directions.shape[1]
        rows = np.zeros((size, kept + self._spare), np.float32)
        if size <= SAMPLE:
            rows[:, :kept] = _product(folded, self._directions, _within(beat, 0.6, 0.4))
            return rows
        del folded
        for start in range(0, size, CHUNK):
            beat(0.6 + 0.4 * start / size)
            piece = [part[start : start + CHUNK] for part in parts]
            rows[start : start + CHUNK, :kept] = self._folded(piece, _silent) @ self._directions
        return rows

    def _folded(self, parts: Sequence[Sequence[str]], beat: Beat) -> Rows:
        size = len(parts[0])
        found = np.empty((size, FOLDED * len(parts)), np.float32)
        for start in range(0, size, CHUNK):
            for number, (texts, weight) in enumerate(zip(parts, self._weights, strict=True)):
                beat((start + CHUNK * number / len(parts)) / (size + CHUNK))
                piece = _fold(texts[start : start + CHUNK], self._rarity[number])
                found[start : start + CHUNK, number * FOLDED : (number + 1) * FOLDED] = weight * piece
        return found


def _within(beat: Beat, begun: float, share: float) -> Beat:
    """The news of a part as news of the whole."""
    return lambda done: beat(begun + share * done)


def _runs(texts: Sequence[str]) -> tuple[Integers, Integers, Integers]:
    """Of each text its different runs: the place of the text, the kind of the run, how often it stands there."""
    plain = [" ".join(normalise(text).split()) for text in texts]
    codes = np.frombuffer("".join(plain).encode("utf-32-le", "surrogatepass"), np.uint32)
    owner = np.repeat(np.arange(len(plain)), list(map(len, plain)) if plain else 0)
    keys = []
    mixed = np.zeros(len(codes), np.uint32)
    for length in range(1, LONGEST + 1):
        if len(codes) < length:
            break
        last = len(codes) - length + 1
        mixed = (mixed[:last] ^ codes[length - 1 :]) * np.uint32(_MIX[length - 1])
        mixed ^= mixed >> np.uint32(15)
        within = owner[:last] == owner[length - 1 :]
        keys.append(owner[:last][within] * KINDS + (mixed[within] & np.uint32(KINDS - 1)))
    if not keys:
        return (np.zeros(0, np.int64),) * 3
    found, counts = np.unique(np.concatenate(keys), return_counts=True)
    return found // KINDS, found % KINDS, counts


def _rarity(texts: Sequence[str], beat: Beat) -> Weights:
    """The weight of each kind of run by the share of texts that hold it; 0 where only one does."""
    holds = np.zeros(KINDS, np.int64)
    for start in range(0, len(texts), CHUNK):
        beat(start / len(texts))
        holds += np.bincount(_runs(texts[start : start + CHUNK])[1], minlength=KINDS)
    weights = 1 + np.log((1 + len(texts)) / (1 + holds))
    weights[holds < 2] = 0
    return weights.astype(np.float32)


def _fold(texts: Sequence[str], rarity: Weights) -> Rows:
    """tf-idf rows of length 1 (0 where nothing is known), folded onto `FOLDED` columns."""
    owner, kind, counts = _runs(texts)
    values = (1 + np.log(counts)) * rarity[kind]
    length = np.sqrt(np.bincount(owner, values**2, minlength=len(texts)))
    values /= np.maximum(length, 1e-9)[owner]
    spread = kind * _MIX[0] >> 7
    sign = np.where(spread >> 20 & 1, 1.0, -1.0)
    places = owner * FOLDED + (spread & (FOLDED - 1))
    folded = np.bincount(places, sign * values, minlength=len(texts) * FOLDED)
    return folded.reshape(len(texts), FOLDED).astype(np.float32)


def _directions(folded: Rows, kept: int, beat: Beat) -> Weights:
    """Orthonormal columns that span what varies most in the rows."""
    size = len(folded)
    span = np.random.default_rng(SEED).standard_normal((size, min(size, kept))).astype(np.float32)
    for done in range(ROUNDS):
        span = _orthonormal(_product(folded.T, span, _within(beat, done / ROUNDS, 0.5 / ROUNDS)))
        if done < ROUNDS - 1:
            span = _product(folded, span, _within(beat, (done + 0.5) / ROUNDS, 0.5 / ROUNDS))
    return span


def _product(one: Rows, other: Rows, beat: Beat) -> Rows:
    """The product of two matrices in pieces, so that whoever waits can leave."""
    found = np.empty((len(one), other.shape[1]), np.float32)
    for start in range(0, len(one), PIECE):
        beat(start / len(one))
        np.matmul(one[start : start + PIECE], other, out=found[start : start + PIECE])
    return found


def _orthonormal(span: Weights) -> Weights:
    """Columns of length 1 at right angles that span the same, by way of their products: many times quicker than by
    reflections, and exact enough for what is a choice of directions. What is hardly there is left out."""
    values, vectors = np.linalg.eigh((span.T @ span).astype(np.float64))
    there = values > THERE * max(float(values[-1]), THERE)
    found: Weights = span @ (vectors[:, there] / np.sqrt(values[there])).astype(np.float32)
    return found


def _silent(_: float) -> None:
    """Nobody waits for news."""
