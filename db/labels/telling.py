"""What speaks for a label: the nearest tickets that carry it, and the words that are commoner there than elsewhere."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from math import log
from typing import TYPE_CHECKING

from db.labels.judging import Judged
from db.search import normalise
from db.search.lazy import np
from db.search.tokens import is_wide, tokens

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Places = NDArray[np.int64]

Beat = Callable[[float], None]

READ = 2000
"""Tickets of a label whose words are counted, at most."""
SHOWN = 5
PIECE, AT_ONCE = 20_000, 200
"""Tickets of a label that are compared at once, and with how many."""
TINY = 1e-9
LEAST = 2
"""Tickets of the label that a word must stand in, and characters that it must have."""


def no_beat(_: float) -> None:
    """Nobody waits for news."""


class Telling:
    """Answers for the tickets of one check; what is known of a label is worked out when it is first asked for."""

    def __init__(self, judged: Judged) -> None:
        self._judged = judged
        self._members: dict[int, Places] = {}
        self._counted: dict[int, tuple[Counter[str], int]] = {}
        self._usual: tuple[Counter[str], int] | None = None

    def neighbours(self, asked: Sequence[tuple[int, int]], n: int, beat: Beat = no_beat) -> dict[int, tuple[int, ...]]:
        """For each of these rows, asked with a label, the ids of up to `n` other tickets that carry the label, nearest
        first (cosine of their rows). What carries a label is looked at once for all that ask for it."""
        of: defaultdict[int, list[int]] = defaultdict(list)
        for row, label in asked:
            of[label].append(row)
        found: dict[int, tuple[int, ...]] = {}
        for label, rows in of.items():
            beat(len(found) / len(asked))
            found.update(self._nearest(rows, self._of(label), n))
        return found

    def _nearest(self, asked: Sequence[int], members: Places, n: int) -> Iterator[tuple[int, tuple[int, ...]]]:
        """Of a piece of the members and some of those that ask at a time: memory does not grow with either."""
        ids, rows = self._judged.texts.ids, self._judged.rows
        best: dict[int, list[tuple[float, int]]] = {row: [] for row in asked}
        for start in range(0, len(members), PIECE):
            piece = members[start : start + PIECE]
            known = rows[piece]
            known /= np.maximum(np.linalg.norm(known, axis=1, keepdims=True), TINY)
            most = min(n + 1, len(piece))
            for begin in range(0, len(asked), AT_ONCE):
                some = asked[begin : begin + AT_ONCE]
                alike = rows[np.array(some)] @ known.T
                near = np.argpartition(-alike, most - 1, axis=1)[:, :most]
                likeness = np.take_along_axis(alike, near, 1)
                for row, places, values in zip(some, piece[near].tolist(), likeness.tolist(), strict=True):
                    best[row] += zip([-one for one in values], places, strict=True)
        for row, others in best.items():
            yield row, tuple(ids[one] for _, one in sorted(others) if one != row)[:n]

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

    def _of(self, label: int) -> Places:
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

    def _count(self, rows: Places) -> tuple[Counter[str], int]:
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
