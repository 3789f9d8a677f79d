"""Rows on doubtful labels and suggestions: how good they are on the real parts, and what they cost, beside the plain
model and cleanlab (`doubt_rivals`), on the same texts and folds.

Doubt: 5 % of the categories are swapped for another, drawn by frequency, and looked for among the 5 % most doubtful.
Suggestions: tickets whose category has ten tickets or more, judged out of sample. Shares are given as goal / share.
Each is told also without knowing the source: the plain model does not know it, and a part whose tickets all have one
label is easily told by it. Reviewed: as many more tickets as are swapped are vouched for by a reviewer.
"""

from __future__ import annotations

import copy
import json
import random
import shutil
import statistics
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from db.importing import import_paths
from db.labels import judging
from db.labels.doubt import ranked
from db.labels.folds import FOLDS, folds
from db.labels.gathering import NOBODY, Texts, gather
from db.labels.judging import Judged, judged
from db.review import Review
from db.values import no_progress
from tests.bench import generate
from tests.bench.doubt_rivals import (
    NO_CLEANLAB,
    NO_PLAIN,
    cleanlab_doubts,
    columns_of,
    fitted,
    given_of,
    has,
    plain,
    plain_doubts,
)
from tests.bench.ground import NO_PARTS, SEED, TELLING, Ground, say
from tests.bench.measure import GIGABYTES, SHARE, Measure, Rows, Skipped, seconds

ROOT = Path(__file__).resolve().parents[2]
SWAPPED_SHARE = 0.05
FOUND = 0.45
AMONG = {1: 0.56, 3: 0.84, 9: 0.97}
ERROR = 0.05
LEAST = 10
TICKETS = 5000
COST = 3.0
SWAPS = 6
BINS = 10
GIGABYTE = 1e9
REVIEWED = 0.15
NOISE = 0.2

SWAPPED = "swapped categories found, real parts"
CALIBRATED = "calibration error of categories, real parts"
BESIDE = "categories beside scikit-learn, real parts"
CLEANLAB = "swapped categories beside cleanlab, real parts"
TRUSTED = "categories with reviewed tickets, real parts"
SPEED = "check of 5,000 tickets beside scikit-learn"
MEMORY = "memory of a check of all tickets, of a gigabyte"
SILENCE = "longest silence of that check, of two seconds"
ENDS = "time until a cancelled check ends, of two seconds"
PATIENCE = 2.0

Swap = tuple[Texts, list[int]]


def rows(ground: Ground) -> Rows:
    """Goals on the real parts, then beside the plain model and cleanlab, then the cost."""
    say("doubtful labels")
    if not ground.parts:
        names = [SWAPPED, *(_first(n) for n in AMONG), CALIBRATED, BESIDE, CLEANLAB, TRUSTED]
        yield from (Skipped(name, 1, NO_PARTS) for name in names)
    else:
        yield from _real(ground)
    yield _cost(ground)
    yield from _many(ground)


def _first(n: int) -> str:
    return f"right category among {n}, real parts"


def _real(ground: Ground) -> Rows:
    path = ground.path("doubt")
    with Review.create(path, "bench") as review:
        import_paths(review, ground.parts)
        texts = gather(review, "category", no_progress, 1, 1)
    ground.remove(path)
    swaps = [_swapped(texts, seed) for seed in range(SWAPS if ground.size >= TELLING else 1)]
    checks = [judged(spoilt, "category") for spoilt, _ in swaps]
    found = _mean(_found(ranked(check).rows, swap) for check, swap in zip(checks, swaps, strict=True))
    say("without the source")
    blind = [judged(_blind(spoilt), "category") for spoilt, _ in swaps]
    unseen = _mean(_found(ranked(check).rows, swap) for check, swap in zip(blind, swaps, strict=True))
    ours, alone = judged(texts, "category"), judged(_blind(texts), "category")
    shares, without = ({n: _among(one, n) for n in AMONG} for one in (ours, alone))
    about = {"tickets": len(texts), "categories": len(_common(texts))}
    yield Measure(SWAPPED, FOUND / found, 1, found, FOUND, about | {"without_source": round(unseen, 4)}, SHARE)
    for n, goal in AMONG.items():
        yield Measure(
            _first(n), goal / shares[n], 1, shares[n], goal, about | {"without_source": round(without[n], 4)}, SHARE
        )
    error, unsure = _error(ours), _error(alone)
    yield Measure(CALIBRATED, error / ERROR, 1, error, ERROR, about | {"without_source": round(unsure, 4)}, SHARE)
    yield _beside(swaps, (found, shares), (unseen, without), texts, ours)
    yield _cleanlab(swaps, checks, found)
    yield _trusted(texts, SWAPS if ground.size >= TELLING else 1)


def _beside(
    swaps: Sequence[Swap],
    ours: tuple[float, Mapping[int, float]],
    blind: tuple[float, Mapping[int, float]],
    texts: Texts,
    like: Judged,
) -> Measure | Skipped:
    """All figures beside those of the plain model, which ranks by the best of its ways."""
    if not has("sklearn.linear_model"):
        return Skipped(BESIDE, 1, NO_PLAIN)
    say("the plain model")
    ways: dict[str, list[float]] = {}
    for spoilt, which in swaps:
        given = given_of(spoilt, like.labels)
        for way, doubt in plain_doubts(plain(spoilt, like), given).items():
            rows = np.flatnonzero(given.any(axis=1))
            order = rows[np.argsort(-doubt[rows], kind="stable")]
            ways.setdefault(way, []).append(_found(order, (spoilt, which)))
    likely = plain(texts, like)
    theirs = {n: _among(like, n, likely) for n in AMONG}
    best = max(map(_mean, ways.values()))
    worst = max(best / ours[0], *(theirs[n] / ours[1][n] for n in AMONG))
    told = {f"swapped by {way}": round(_mean(found), 4) for way, found in ways.items()}
    told |= {f"among {n}": round(theirs[n], 4) for n in AMONG}
    unseen = {"swapped": round(best / blind[0], 4)}
    unseen |= {f"among {n}": round(theirs[n] / blind[1][n], 4) for n in AMONG}
    return Measure(BESIDE, worst, 1, worst, 1, {"plain": told, "ratios_without_source": unseen}, SHARE)


def _cleanlab(swaps: Sequence[Swap], checks: Sequence[Judged], found: float) -> Measure | Skipped:
    """The best of cleanlab's ways, on the same probabilities."""
    if not has("cleanlab.rank"):
        return Skipped(CLEANLAB, 1, NO_CLEANLAB)
    ways: dict[str, list[float]] = {}
    for check, swap in zip(checks, swaps, strict=True):
        for way, doubt in cleanlab_doubts(check).items():
            ways.setdefault(way, []).append(_found(np.argsort(-doubt, kind="stable"), swap))
    means = {way: round(_mean(shares), 4) for way, shares in ways.items()}
    best = max(means.values())
    return Measure(CLEANLAB, best / found, 1, found, best, means, SHARE)


def _trusted(texts: Texts, rounds: int) -> Measure:
    """Tickets that a reviewer vouches for weigh more: with a fifth of all labels swapped, and some others vouched for,
    the right category is first as often as with equal weights, or more often."""
    say("reviewed tickets")
    shares: dict[int, list[float]] = {1: [], judging.TRUST: []}
    usual = judging.TRUST
    for seed in range(rounds):
        spoilt, which = _swapped(texts, seed, NOISE)
        wrong, chance = set(which), random.Random(seed)
        spoilt.vouched = [row not in wrong and chance.random() < REVIEWED for row in range(len(texts))]
        for weight, found in shares.items():
            judging.TRUST = weight
            check = judged(spoilt, "category")
            judging.TRUST = usual
            found.append(_right(check, texts, spoilt.vouched))
    equal, ours = _mean(shares[1]), _mean(shares[usual])
    return Measure(TRUSTED, equal / ours, 1, ours, equal, {"vouched": REVIEWED, "swapped": NOISE}, SHARE)


def _right(check: Judged, texts: Texts, vouched: Sequence[bool]) -> float:
    """The share of the tickets that nobody vouches for whose true label is the likeliest."""
    of = {label: place for place, label in enumerate(check.labels)}
    rows = [row for row, own in enumerate(texts.labels) if own and own[0] in of and not vouched[row]]
    right = np.array([of[texts.labels[row][0]] for row in rows])
    return float((check.likely[rows].argmax(axis=1) == right).mean())


def _mean(values: Iterable[float]) -> float:
    return statistics.mean(values)


def _blind(texts: Texts) -> Texts:
    """The tickets without their sources."""
    blind = copy.copy(texts)
    blind.sources = [NOBODY] * len(texts)
    return blind


def _swapped(texts: Texts, seed: int, share: float = SWAPPED_SHARE) -> Swap:
    """The tickets with some categories swapped, and the places of those."""
    chance = random.Random(seed)
    spoilt = copy.copy(texts)
    spoilt.labels = list(texts.labels)
    counts = Counter(own[0] for own in texts.labels if own)
    which = chance.sample([row for row, own in enumerate(texts.labels) if own], round(share * len(texts)))
    for row in which:
        others = {label: n for label, n in counts.items() if label != texts.labels[row][0]}
        spoilt.labels[row] = (chance.choices(list(others), list(others.values()))[0],)
    return spoilt, which


def _found(order: np.ndarray, swap: Swap) -> float:
    """The share of the swapped among as many of the most doubtful."""
    texts, which = swap
    first = order[: round(SWAPPED_SHARE * len(texts))]
    return len(set(first.tolist()) & set(which)) / len(which)


def _common(texts: Texts) -> set[str]:
    counts = Counter(own[0] for own in texts.labels if own)
    return {label for label, n in counts.items() if n >= LEAST}


def _kept(check: Judged, likely: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Probabilities and right labels of the tickets of common categories."""
    common = _common(check.texts)
    rows = [row for row, own in enumerate(check.texts.labels) if own and own[0] in common]
    return likely[rows], check.given[rows].argmax(axis=1)


def _among(check: Judged, n: int, theirs: np.ndarray | None = None) -> float:
    likely, right = _kept(check, check.likely if theirs is None else theirs)
    return float((np.argsort(-likely, axis=1, kind="stable")[:, :n] == right[:, None]).any(axis=1).mean())


def _error(check: Judged) -> float:
    """Expected calibration error: how far sureness and truth are apart in each of ten bins, by their tickets."""
    likely, right = _kept(check, check.likely)
    sure, true = likely.max(axis=1), likely.argmax(axis=1) == right
    bins = np.minimum((sure * BINS).astype(int), BINS - 1)
    return float(sum(abs(sure[bins == one].sum() - true[bins == one].sum()) for one in range(BINS)) / len(right))


def _cost(ground: Ground) -> Measure | Skipped:
    """A whole check of invented tickets, kept, beside the bare fits of the plain model; of those one of five is made,
    and counted five times: it takes minutes."""
    if not has("sklearn.linear_model"):
        return Skipped(SPEED, COST, NO_PLAIN)
    n = min(TICKETS, ground.size)
    path, file = ground.path("doubtful"), ground.folder / "doubtful.jsonl"
    generate.write(file, n, SEED)
    with Review.create(path, "bench") as review:
        import_paths(review, [file])
        texts = gather(review, "category", no_progress, 1, 1)
    ours = _alone("check", path)["seconds"]
    ground.remove(path)
    like = judged(texts, "category")
    columns = columns_of(["\n".join(parts) for parts in zip(texts.titles, texts.problems, texts.replies, strict=True)])
    say("one fold of the plain model")
    theirs = seconds(lambda: fitted(columns, like.given, folds(like.group)[-1], [0])) * FOLDS
    return Measure(SPEED, ours / theirs, COST, ours, theirs, {"tickets": n, "labels": len(like.labels)})


def _many(ground: Ground) -> Rows:
    """The generated tickets, all of them: `ours` is in gigabytes, then in seconds of a person's patience."""
    say("a check of all tickets")
    path = ground.path("doubtful")
    shutil.copyfile(ground.review, path)
    found = _alone("check", path)
    stopped = _alone("cancel", path)["stopped"]
    ground.remove(path)
    memory = found["peak"] / GIGABYTE
    about = {"tickets": found["tickets"], "seconds": round(found["seconds"], 1)}
    yield Measure(MEMORY, memory, 1, memory, 1, about, GIGABYTES)
    yield Measure(SILENCE, found["gap"] / PATIENCE, 1, found["gap"], PATIENCE)
    yield Measure(ENDS, stopped / PATIENCE, 1, stopped, PATIENCE)


def _alone(way: str, path: Path) -> dict[str, Any]:
    call = [sys.executable, "-m", "tests.bench.doubt_alone", way, str(path)]
    found: dict[str, Any] = json.loads(subprocess.run(call, cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout)
    return found
