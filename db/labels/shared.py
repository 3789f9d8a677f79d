"""Whether the tickets of two labels tell of the same: by the words that they share. Only reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log, sqrt

from db.labels.counted import Field, usual_words, words_of
from db.labels.near import LIKE
from db.review import Review

ALIKE, PERCENT = 0.30, 0.009
"""Cosine of two labels' words, weighted by rarity, from which on their tickets tell of the same where the spelling is
just near enough (`near.LIKE`), and how much less does for every percent that it is nearer. Of labels at random, one
pair in a hundred reaches 0.20."""
FEW = 3
"""Tickets of a label below which its words tell nothing, and the spelling alone must do."""
SURE = 90
"""Percent of likeness in spelling that does alone."""


class Shared:
    """The words of groups of labels; those of a group are read when they are first asked for."""

    def __init__(self, review: Review, field: Field, groups: Sequence[Sequence[str]]) -> None:
        self._review, self._field, self._groups = review, field, groups
        self._known: dict[int, tuple[dict[str, float], int]] = {}
        self._all: tuple[Counter[str], int] | None = None

    def likeness(self, one: int, other: int) -> float:
        """Cosine of two groups' words, 0 to 1."""
        (a, _), (b, _) = self._words(one), self._words(other)
        small, large = (a, b) if len(a) < len(b) else (b, a)
        return sum(weight * large.get(word, 0.0) for word, weight in small.items())

    def are_alike(self, one: int, other: int, spelt: int) -> bool:
        """Whether the tickets of two groups speak for one label; `spelt`: how like their keys are, in percent."""
        if min(self._words(one)[1], self._words(other)[1]) < FEW:
            return spelt >= SURE
        return self.likeness(one, other) >= ALIKE - PERCENT * (spelt - LIKE)

    def _words(self, group: int) -> tuple[dict[str, float], int]:
        if group not in self._known:
            counts: Counter[str] = Counter()
            read = 0
            for label in self._groups[group]:
                words, n = words_of(self._review, self._field, label)
                counts += words
                read += n
            usual, of = self._usual()
            weights = {word: log(1 + n) * log((1 + of) / (1 + usual[word])) for word, n in counts.items()}
            length = sqrt(sum(weight**2 for weight in weights.values())) or 1.0
            self._known[group] = ({word: weight / length for word, weight in weights.items()}, read)
        return self._known[group]

    def _usual(self) -> tuple[Counter[str], int]:
        if self._all is None:
            self._all = usual_words(self._review)
        return self._all
