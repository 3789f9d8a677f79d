"""Rows on doubtful labels and suggestions: how good they are on the real parts, and what they cost, beside the plain
model: tf-idf of runs of one to three characters and scikit-learn's logistic regression, on the same texts and folds.

Doubt: 5 % of the categories are swapped for another, drawn by frequency, and looked for among the 5 % most doubtful.
The plain model ranks by how much likelier the likeliest label is than the given one, each against its share.
Suggestions: tickets whose category has ten tickets or more, judged out of sample. Shares are given as goal / share.
"""

from __future__ import annotations

import copy
import importlib
import random
import statistics
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from db.importing import import_paths
from db.labels.doubt import ranked
from db.labels.folds import FOLDS, folds, groups
from db.labels.gathering import Texts, gather
from db.labels.judging import Judged, judged
from db.review import Review
from db.values import no_progress
from tests.bench.ground import NO_PARTS, SEED, TELLING, Ground, say
from tests.bench.measure import Measure, Rows, Skipped, seconds

SHARE = 0.05
FOUND = 0.45
AMONG = {1: 0.56, 3: 0.84, 9: 0.97}
ERROR = 0.05
LEAST = 10
TICKETS = 5000
FEW = 3
"""Parts where the measurements are only tried out."""
COST = 3.0
SWAPS = 3
BINS = 10

SWAPPED = "swapped categories found, real parts"
CALIBRATED = "calibration error of categories, real parts"
BESIDE = "categories beside scikit-learn, real parts"
SPEED = "check of 5,000 tickets beside scikit-learn"
NO_PLAIN = "scikit-learn is not here (the extra `bench` brings it)"


def rows(ground: Ground) -> Rows:
    """Goals on the real parts, then both beside the plain model, then the cost."""
    say("doubtful labels")
    names = [SWAPPED, *(_first(n) for n in AMONG), CALIBRATED, BESIDE]
    if not ground.parts:
        yield from (Skipped(name, 1, NO_PARTS) for name in names)
    else:
        yield from _real(ground)
    yield _cost(ground)


def _first(n: int) -> str:
    return f"right category among {n}, real parts"


def _real(ground: Ground) -> Rows:
    path = ground.path("doubt")
    with Review.create(path, "bench") as review:
        import_paths(review, ground.parts if ground.size >= TELLING else ground.parts[:FEW])
        texts = gather(review, "category", no_progress, 1, 1)
    ground.remove(path)
    swaps = [_swapped(texts, seed) for seed in range(ground.rounds(SWAPS))]
    found = statistics.mean(_found(judged(spoilt, "category"), which) for spoilt, which in swaps)
    ours = judged(texts, "category")
    shares = {n: _among(ours, n) for n in AMONG}
    error = _error(ours)
    about = {"tickets": len(texts), "categories": len(_common(texts))}
    yield Measure(SWAPPED, FOUND / found, 1, found, FOUND, about)
    for n, goal in AMONG.items():
        yield Measure(_first(n), goal / shares[n], 1, shares[n], goal, about)
    yield Measure(CALIBRATED, error / ERROR, 1, error, ERROR, about)
    if not _has_plain():
        yield Skipped(BESIDE, 1, NO_PLAIN)
        return
    say("the plain model")
    theirs = statistics.mean(_found(_plain(spoilt, ours), which) for spoilt, which in swaps[:1])
    mine = statistics.mean(_found(judged(spoilt, "category"), which) for spoilt, which in swaps[:1])
    plain = _plain(texts, ours)
    beside = {"swapped": (mine, theirs)} | {f"among {n}": (shares[n], _among(plain, n)) for n in AMONG}
    worst = max(their / our for our, their in beside.values())
    told = {name: [round(one, 4) for one in pair] for name, pair in beside.items()}
    yield Measure(BESIDE, worst, 1, worst, 1, about | told)


def _swapped(texts: Texts, seed: int) -> tuple[Texts, list[int]]:
    """The tickets with some categories swapped, and the places of those."""
    chance = random.Random(seed)
    spoilt = copy.copy(texts)
    spoilt.labels = list(texts.labels)
    counts = Counter(own[0] for own in texts.labels if own)
    which = chance.sample([row for row, own in enumerate(texts.labels) if own], round(SHARE * len(texts)))
    for row in which:
        others = {label: n for label, n in counts.items() if label != texts.labels[row][0]}
        spoilt.labels[row] = (chance.choices(list(others), list(others.values()))[0],)
    return spoilt, which


def _found(check: Judged, which: Sequence[int]) -> float:
    """The share of the swapped among as many of the most doubtful."""
    first = ranked(check).rows[: round(SHARE * len(check.texts))]
    return len(set(first.tolist()) & set(which)) / len(which)


def _common(texts: Texts) -> set[str]:
    counts = Counter(own[0] for own in texts.labels if own)
    return {label for label, n in counts.items() if n >= LEAST}


def _kept(check: Judged) -> tuple[np.ndarray, np.ndarray]:
    """Probabilities and right labels of the tickets of common categories."""
    common = _common(check.texts)
    rows = [row for row, own in enumerate(check.texts.labels) if own and own[0] in common]
    return check.likely[rows], check.given[rows].argmax(axis=1)


def _among(check: Judged, n: int) -> float:
    likely, right = _kept(check)
    return float((np.argsort(-likely, axis=1, kind="stable")[:, :n] == right[:, None]).any(axis=1).mean())


def _error(check: Judged) -> float:
    """Expected calibration error: how far sureness and truth are apart in each of ten bins, by their tickets."""
    likely, right = _kept(check)
    sure, true = likely.max(axis=1), likely.argmax(axis=1) == right
    bins = np.minimum((sure * BINS).astype(int), BINS - 1)
    return float(sum(abs(sure[bins == one].sum() - true[bins == one].sum()) for one in range(BINS)) / len(right))


def _has_plain() -> bool:
    try:
        importlib.import_module("sklearn.linear_model")
    except ImportError:
        return False
    return True


def _plain(texts: Texts, like: Judged) -> Judged:
    """The plain model's probabilities for the same tickets, labels and folds."""
    fold = folds(groups(texts, lambda _, __: None))[-1]
    of = {label: place for place, label in enumerate(like.labels)}
    given = np.zeros(like.given.shape, bool)
    for row, own in enumerate(texts.labels):
        given[row, [of[label] for label in own if label in of]] = True
    likely = _plain_folds(texts, given, fold, range(FOLDS))
    return replace(like, texts=texts, given=given, likely=likely, prior=given.sum(axis=0) / given.sum())


def _plain_folds(texts: Texts, given: np.ndarray, fold: np.ndarray, which: Sequence[int]) -> np.ndarray:
    vectorizer = importlib.import_module("sklearn.feature_extraction.text").TfidfVectorizer
    regression = importlib.import_module("sklearn.linear_model").LogisticRegression
    said = ["\n".join(parts) for parts in zip(texts.titles, texts.problems, texts.replies, strict=True)]
    columns = vectorizer(analyzer="char", ngram_range=(1, 3), min_df=2, sublinear_tf=True).fit_transform(said)
    likely = np.zeros(given.shape, np.float32)
    for number in which:
        others = np.flatnonzero((fold != number) & given.any(axis=1))
        model = regression(C=5, max_iter=200).fit(columns[others], given[others].argmax(axis=1))
        mine = np.flatnonzero(fold == number)
        likely[np.ix_(mine, model.classes_)] = model.predict_proba(columns[mine])
    return likely


def _cost(ground: Ground) -> Measure | Skipped:
    """One fold of the plain model is fitted and counted for all: it takes minutes."""
    if not _has_plain():
        return Skipped(SPEED, COST, NO_PLAIN)
    with Review.open(ground.review, read_only=True) as review:
        texts = gather(review, "category", no_progress, 1, 1)
    n = TICKETS if ground.size >= TELLING else ground.size
    few = Texts(
        *(getattr(texts, name)[:n] for name in ("ids", "sources", "titles", "problems", "replies", "labels", "vouched"))
    )
    made: list[Judged] = []
    ours = seconds(lambda: made.append(judged(few, "category")))
    fold = folds(groups(few, lambda _, __: None))[-1]
    say("one fold of the plain model")
    begun = time.perf_counter()
    _plain_folds(few, made[0].given, fold, [SEED])
    theirs = (time.perf_counter() - begun) * FOLDS
    return Measure(SPEED, ours / theirs, COST, ours, theirs, {"tickets": n, "labels": len(made[0].labels)})
