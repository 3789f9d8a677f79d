"""What speaks for a label: the nearest tickets that carry it, and the words that are commoner there than elsewhere."""

from __future__ import annotations

from collections import Counter
from math import log
from typing import TYPE_CHECKING

from db.labels.judging import Judged
from db.search import normalise
from db.search.lazy import np
from db.search.tokens import is_wide, tokens

if TYPE_CHECKING:
    from numpy.typing import NDArray

READ = 2000
"""Tickets of a label whose words are counted, at most."""
SHOWN = 5
LEAST = 2
"""Tickets of the label that a word must stand in, and characters that it must have."""


class Telling:
    """Answers for the tickets of one check; what is known of a label is worked out when it is first asked for."""

    def __init__(self, judged: Judged) -> None:
        self._judged = judged
        self._length = np.maximum(np.linalg.norm(judged.rows, axis=1), 1e-9)
        self._members: dict[int, NDArray[np.int64]] = {}
        self._counted: dict[int, tuple[Counter[str], int]] = {}
        self._usual: tuple[Counter[str], int] | None = None

    def neighbours(self, row: int, label: int, n: int) -> tuple[int, ...]:
        """The ids of up to `n` other tickets that carry the label, nearest first (cosine of their rows)."""
        members = self._of(label)
        likeness = self._judged.rows[members] @ self._judged.rows[row] / self._length[members]
        order = members[np.argsort(-likeness, kind="stable")[: n + 1]]
        return tuple(self._judged.texts.ids[one] for one in order.tolist() if one != row)[:n]

    def words(self, row: int, label: int, other: int) -> tuple[str, ...]:
        """Words of a ticket's title and problem that are commoner with the label than with the other (than with all
        tickets where both are the same), the most telling first: by the logarithm of how much commoner."""
        ours, n = self._words_of(label)
        theirs, m = self._words_of(other) if other != label else self._all()
        scored = sorted(
            (-log((ours[word] + 0.5) / (n + 1) / ((theirs[word] + 0.5) / (m + 1))), word)
            for word in self._own(row)
            if ours[word] >= LEAST and len(word) >= LEAST and not word.isdigit()
        )
        return _apart([word for score, word in scored if score < 0])

    def _of(self, label: int) -> NDArray[np.int64]:
        if label not in self._members:
            self._members[label] = np.flatnonzero(self._judged.given[:, label])
        return self._members[label]

    def _words_of(self, label: int) -> tuple[Counter[str], int]:
        if label not in self._counted:
            self._counted[label] = self._count(self._of(label))
        return self._counted[label]

    def _all(self) -> tuple[Counter[str], int]:
        if self._usual is None:
            self._usual = self._count(np.arange(len(self._judged.texts)))
        return self._usual

    def _count(self, rows: NDArray[np.int64]) -> tuple[Counter[str], int]:
        step = 1 + len(rows) // READ
        found: Counter[str] = Counter()
        for row in rows[::step].tolist():
            found.update(self._own(row))
        return found, len(rows[::step])

    def _own(self, row: int) -> set[str]:
        texts = self._judged.texts
        return set(tokens(normalise(f"{texts.titles[row]}\n{texts.problems[row]}")))


def _apart(words: list[str]) -> tuple[str, ...]:
    """The first words that do not lap over one another: of 证书, 书过 and 过期 the second says nothing."""
    shown: list[str] = []
    for word in words:
        laps = is_wide(word[0]) and any(word[0] == other[-1] or word[-1] == other[0] for other in shown)
        if not laps:
            shown.append(word)
        if len(shown) == SHOWN:
            break
    return tuple(shown)
