"""What doubtful labels are measured against: the plain model, and cleanlab on our own probabilities.

The plain model: tf-idf of runs of one to three characters of title, problem and replies, scikit-learn's logistic
regression, on the same folds. cleanlab (Northcutt et al. 2021, *Confident learning*) ranks by how sure the model is of
the given label; it is AGPL, never installed with the project, and its row is skipped where it is not there.
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence

import numpy as np

from db.labels.folds import FOLDS, folds
from db.labels.gathering import Texts
from db.labels.judging import Judged

NO_PLAIN = "scikit-learn is not here (the extra `bench` brings it)"
NO_CLEANLAB = "cleanlab is not installed (AGPL: put it into an environment of its own to measure this)"
STRENGTH = 5
TINY = 1e-9

SELF, LIFT, OWN = "self-confidence", "likely to given, prior out", "given, prior out"


def has(module: str) -> bool:
    """Whether a module is installed."""
    try:
        importlib.import_module(module)
    except ImportError:
        return False
    return True


def plain(texts: Texts, like: Judged) -> np.ndarray:
    """The plain model's probabilities for the same tickets, labels and folds."""
    said = ["\n".join(parts) for parts in zip(texts.titles, texts.problems, texts.replies, strict=True)]
    return fitted(_turned(columns_of(said)), given_of(texts, like.labels), folds(like.group)[-1], range(FOLDS))


def columns_of(said: Sequence[str]) -> object:
    """tf-idf of texts, as a sparse matrix."""
    vectorizer = importlib.import_module("sklearn.feature_extraction.text").TfidfVectorizer
    return vectorizer(analyzer="char", ngram_range=(1, 3), min_df=2, sublinear_tf=True).fit_transform(said)


def fitted(columns: object, given: np.ndarray, fold: np.ndarray, which: Sequence[int]) -> np.ndarray:
    """Probabilities for the tickets of some folds, each by a model of the others."""
    regression = importlib.import_module("sklearn.linear_model").LogisticRegression
    likely = np.zeros(given.shape, np.float32)
    for number in which:
        others = np.flatnonzero((fold != number) & given.any(axis=1))
        model = regression(C=STRENGTH, max_iter=200).fit(columns[others], given[others].argmax(axis=1))
        mine = np.flatnonzero(fold == number)
        likely[np.ix_(mine, model.classes_)] = model.predict_proba(columns[mine])
    return likely


def given_of(texts: Texts, labels: Sequence[str]) -> np.ndarray:
    """Tickets x labels: true where a ticket has the label."""
    of = {label: place for place, label in enumerate(labels)}
    given = np.zeros((len(texts), len(labels)), bool)
    for row, own in enumerate(texts.labels):
        given[row, [of[label] for label in own if label in of]] = True
    return given


def plain_doubts(likely: np.ndarray, given: np.ndarray) -> dict[str, np.ndarray]:
    """The ways to rank by the plain model's probabilities, each the doubt of every ticket."""
    prior = given.sum(axis=0) / given.sum()
    lift = np.log(likely + TINY) - np.log(prior + TINY)
    own = np.where(given, lift, np.inf).min(axis=1)
    sure = np.where(given, likely, np.inf).min(axis=1)
    first = np.take_along_axis(lift, likely.argmax(axis=1)[:, None], axis=1)[:, 0]
    return {SELF: -sure, LIFT: first - own, OWN: -own}


def cleanlab_doubts(check: Judged) -> dict[str, np.ndarray]:
    """What cleanlab says of our own probabilities, by each of its ways."""
    score = importlib.import_module("cleanlab.rank").get_label_quality_scores
    rows = np.flatnonzero(check.given.any(axis=1))
    likely = check.likely[rows].astype(np.float64)
    likely /= likely.sum(axis=1, keepdims=True)
    found = {}
    for way in ("self_confidence", "normalized_margin", "confidence_weighted_entropy"):
        found[way] = np.full(len(check.given), -np.inf)
        found[way][rows] = -score(check.given[rows].argmax(axis=1), likely, method=way)
    return found


def _turned(columns: object) -> np.ndarray:
    """The rows turned onto as many columns as there are rows: all products, and so the fit, stay the same, but it takes
    seconds instead of minutes."""
    values, vectors = np.linalg.eigh((columns @ columns.T).toarray())
    there = values > TINY
    turned: np.ndarray = vectors[:, there] * np.sqrt(values[there])
    return turned
