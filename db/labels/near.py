"""Labels that are nearly spelt alike: which pairs come into question, and whether what differs between two matters.

Pairs come from a full comparison of the keys, as rapidfuzz's `cdist` makes it (Indel, normalised), block by block; of
each key only its nearest are kept. Knows nothing of a review.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Literal

from db.labels.phrases import phrases
from db.labels.spelling import pieces, spelling
from db.late import Late
from db.search.lazy import np

if TYPE_CHECKING:
    from rapidfuzz import fuzz, process
    from rapidfuzz.distance import Levenshtein
else:
    fuzz, process = Late("rapidfuzz.fuzz"), Late("rapidfuzz.process")
    Levenshtein = Late("rapidfuzz.distance.Levenshtein")

LIKE = 60
"""Percent of likeness from which on two keys come into question."""
NEAREST = 4
"""Neighbours of a key that are looked at."""
HEAD = 120
"""Characters of a key by which its neighbours are found: all of a tag; what differs is looked for in the whole key."""
BLOCK = 256
TYPO = 5
"""Letters of a word from which on one wrong letter is a slip and no other word: CNAME and CNAEM, not HTTP and HTTPS."""

Verdict = Literal["near", "ask", "other"]
"""Two keys are one, or the tickets must say, or they are two."""
Beat = Callable[[int, int], None]
"""Called with what is done and the total."""


def pairs(keys: Sequence[str], beat: Beat) -> Iterator[tuple[int, int, int]]:
    """Pairs of places in `keys`, and their likeness in percent: each key with its nearest, from `LIKE` on."""
    if len(keys) < 2:
        return
    heads = [key[:HEAD] for key in keys]
    seen: set[tuple[int, int]] = set()
    for start in range(0, len(keys), BLOCK):
        beat(start, len(keys))
        block = heads[start : start + BLOCK]
        scores = process.cdist(block, heads, scorer=fuzz.ratio, score_cutoff=LIKE, dtype=np.uint8)
        scores[np.arange(len(block)), np.arange(start, start + len(block))] = 0
        most = min(NEAREST, len(keys) - 1)
        best = np.argpartition(scores, len(keys) - most, axis=1)[:, -most:]
        for row, column in np.argwhere(np.take_along_axis(scores, best, axis=1)).tolist():
            one, other = start + row, int(best[row, column])
            pair = (min(one, other), max(one, other))
            if pair not in seen:
                seen.add(pair)
                yield (*pair, int(scores[row, other]))


def verdict(one: str, other: str) -> Verdict:
    """What the difference of two keys of names says of them."""
    left, right = pieces(one), pieces(other)
    found: Verdict = "near"
    for edit in Levenshtein.opcodes(left, right):
        if edit.tag == "equal":
            continue
        gone, come = left[edit.src_start : edit.src_end], right[edit.dest_start : edit.dest_end]
        is_last = edit.src_end == len(left) and edit.dest_end == len(right)
        said = _edit("".join(gone), "".join(come), is_last)
        if said == "other":
            return said
        found = said if said == "ask" else found
    return found


def _edit(gone: str, come: str, is_last: bool) -> Verdict:
    """What one edit says: words that add nothing, a slip, one word more, or another matter.

    A word more before others narrows them, and may go without saying; behind them it is what the label is about.
    """
    known = phrases()
    if (known.negation | known.joins) & set(gone + come) or any(sign.isdigit() for sign in gone + come):
        return "other"
    if all(not text or known.weak.fullmatch(text) for text in (gone, come)):
        return "near"
    if gone and come:
        return "near" if _is_slip(gone, come) else "other"
    return "other" if is_last else "ask"


def _is_slip(one: str, other: str) -> bool:
    if not (one + other).isascii() or min(len(one), len(other)) < TYPO:
        return False
    turned = sorted(one) == sorted(other) and sum(a != b for a, b in zip(one, other, strict=True)) == 2
    return turned or Levenshtein.distance(one, other) == 1


def nearest(text: str, labels: Sequence[str], n: int) -> list[str]:
    """Up to `n` labels that a text may have meant: near in spelling, or with the text in them; the nearest first."""
    wanted = spelling(text)
    if not wanted:
        return []
    scored = []
    for place, label in enumerate(labels):
        key = spelling(label)
        score = 100.0 if wanted in key else fuzz.ratio(wanted, key)
        scored.append((-score, abs(len(key) - len(wanted)), place))
    return [labels[place] for score, _, place in sorted(scored)[:n] if -score >= LIKE]
