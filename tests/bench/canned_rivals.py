"""Rows on candidates: near pairs beside datasketch and rensa, and beside the truth, on the same texts in the same run.

All get the same normal forms and the same last word (rapidfuzz's ratio). The others are set as their documentation
says: 128 permutations, sets of character pairs, and the threshold of sets that the threshold of texts comes to (of n
characters a share of 1 - t replaced breaks twice as many pairs, so J = (2t - 1) / (3 - 2t)). datasketch chooses bands
for it; rensa takes a number of bands, the one of 32 rows of 4 whose threshold, (1/32)^(1/4) = 0.42, is nearest from
below. Beside the others ours is asked for the pairs at their threshold, too; what the product does, all pairs at 0.75
in one go, whatever threshold is looked at later, stands there as ``once_for_all`` and is what the missed pairs are of.
"""

from __future__ import annotations

import importlib
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from db.replies import minhash, normal, pairs
from db.replies.pairs import Pairs
from db.replies.records import LEAST
from tests.bench import canned
from tests.bench.ground import SEED, Ground, say
from tests.bench.measure import SHARE, Measure, Rows, Skipped, quiet

TEXTS, MOST = 0.3, 30_000
"""Texts of the ground's size, and at most: all pairs must be compared for the truth."""
PERMUTATIONS, BANDS = 128, 32
RUNS = 3
ALLOWED = {0.90: 0.005, 0.80: 0.03}
"""Share of the pairs at a threshold that may be missed."""

Candidates = Iterable[tuple[int, Iterable[int]]]


def rows(ground: Ground) -> Rows:
    """Ours, then each of the others at each threshold."""
    forms = list(dict.fromkeys(normal.normals(canned.replies(min(MOST, max(200, round(ground.size * TEXTS))), SEED))))
    say(f"comparing all pairs of {len(forms):,} texts")
    truth = {t: _packed(pairs.all_pairs(forms, min(ALLOWED), _silent), t) for t in ALLOWED}
    minhash.near_pairs(forms[:100], LEAST, _silent)
    once, found = _ours(forms, LEAST)
    for t, allowed in ALLOWED.items():
        recall = _recall(found, truth[t], t)
        about = {"recall": round(recall, 5), "pairs": len(truth[t]), "texts": len(forms)}
        missed = 1 - recall
        yield Measure(f"near pairs at {t:.2f} that are missed", missed / allowed, 1, missed, allowed, about, SHARE)
    ours = {t: _ours(forms, t) for t in ALLOWED}
    for name, goal in (("datasketch", 0.1), ("rensa", 1.0)):
        for t, (seconds, found) in ours.items():
            about = {"recall": round(_recall(found, truth[t], t), 5), "once_for_all": f"{1000 * once:.0f} ms"}
            yield _beside(name, goal, t, forms, truth[t], seconds, about)


def _ours(forms: Sequence[str], bound: float) -> tuple[float, Pairs]:
    """The median of several runs."""
    runs = (_timed(lambda: minhash.near_pairs(forms, bound, _silent)) for _ in range(RUNS))
    return sorted(runs, key=lambda run: run[0])[RUNS // 2]


def _beside(
    name: str, goal: float, t: float, forms: Sequence[str], truth: np.ndarray, ours: float, about: Mapping[str, object]
) -> Measure | Skipped:
    row = f"near pairs at {t:.2f} beside {name}"
    try:
        library = importlib.import_module(name)
    except ImportError:
        return Skipped(row, goal, f"{name} is not here (the extra `bench` brings it)")
    say(f"{name} at {t}")
    way: Callable[[Any, Sequence[str], float], Candidates] = {"datasketch": _datasketch, "rensa": _rensa}[name]
    seconds, found = _timed(lambda: _verified(forms, way(library, forms, (2 * t - 1) / (3 - 2 * t)), t))
    said = {**about, "reference_recall": round(_recall(found, truth, t), 5), "texts": len(forms)}
    return Measure(row, ours / seconds, goal, ours, seconds, said)


def _datasketch(library: Any, forms: Sequence[str], threshold: float) -> Candidates:
    index = library.MinHashLSH(threshold=threshold, num_perm=PERMUTATIONS)
    sketches = library.MinHash.bulk([[gram.encode() for gram in _grams(form)] for form in forms], num_perm=PERMUTATIONS)
    with index.insertion_session() as session:
        for place, sketch in enumerate(sketches):
            session.insert(place, sketch, check_duplication=False)
    return ((place, index.query(sketch)) for place, sketch in enumerate(sketches))


def _rensa(library: Any, forms: Sequence[str], threshold: float) -> Candidates:
    sketches = library.RMinHash.from_token_sets([list(_grams(form)) for form in forms], PERMUTATIONS, SEED)
    index = library.RMinHashLSH(threshold, PERMUTATIONS, BANDS)
    index.insert_many(sketches)
    return enumerate(index.query_all(sketches))


def _grams(form: str) -> set[str]:
    return {form[place : place + 2] for place in range(max(1, len(form) - 1))}


def _verified(forms: Sequence[str], candidates: Candidates, bound: float) -> Pairs:
    first, second = [], []
    for place, others in candidates:
        later = [other for other in others if other > place]
        first += [place] * len(later)
        second += later
    found = pairs.verified(forms, np.array(first, np.int32), np.array(second, np.int32), bound)
    long = np.fromiter(map(len, forms), np.int32, len(forms)) >= normal.SHORT
    both = long[found.first] & long[found.second]
    return Pairs(found.first[both], found.second[both], found.likeness[both])


def _timed(work: Callable[[], Pairs]) -> tuple[float, Pairs]:
    with quiet():
        start = time.perf_counter()
        found = work()
        return time.perf_counter() - start, found


def _packed(found: Pairs, bound: float) -> np.ndarray:
    near = found.likeness >= bound - pairs.SLACK
    return found.first[near].astype(np.int64) << 32 | found.second[near]


def _recall(found: Pairs, truth: np.ndarray, bound: float) -> float:
    return float(np.isin(truth, _packed(found, bound)).mean()) if len(truth) else 1.0


def _silent(_: int, __: int) -> None:
    """Nobody waits for news."""
