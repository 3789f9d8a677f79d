"""Logistic regression with many classes, on dense rows: quick, steady, and with probabilities that hold.

Steps use one bound of the curvature for all (Böhning 1992, *Multinomial logistic regression algorithm*), made once a
fit, with Nesterov's momentum. Probabilities are then made as sure as they turned out to be on rows that were not learnt
from, by one temperature (Guo et al. 2017, *On calibration of modern neural networks*) and a share of labels that are
given by chance. Arrays in, arrays out.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from db.search.lazy import np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Rows = NDArray[np.float32]
    Shares = NDArray[np.float32]
    Integers = NDArray[np.int64]

STEPS = 40
STRENGTH = 0.4
"""Of the pull towards 0, as a share of a row's squared length."""
LEAST = 1e-4
TINY = 1e-9
CHANCES = (0.0, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4)
"""Shares of wrong labels that are tried."""


def softmax(scores: Rows) -> Shares:
    """Shares that add up to 1 in each row."""
    found: Shares = np.exp(scores - scores.max(axis=1, keepdims=True))
    found /= found.sum(axis=1, keepdims=True)
    return found


def fit(rows: Rows, shares: Shares, counts: Shares, beat: Callable[[], None]) -> tuple[Rows, Rows]:
    """Slopes (columns x classes) and offsets of the classes, for rows of classes `shares` (each adds up to 1) that
    stand for `counts` rows each."""
    each = counts[:, None]
    offset = np.log((shares * each).sum(axis=0) / each.sum() + LEAST)
    columns = rows.shape[1]
    curvature = 0.25 * (rows.T @ (rows * each)).astype(np.float64) + STRENGTH * np.eye(columns)
    step = np.linalg.inv(curvature).astype(np.float32)
    weights = np.zeros((columns, shares.shape[1]), np.float32)
    ahead = weights
    for number in range(STEPS):
        beat()
        slope = rows.T @ ((softmax(rows @ ahead + offset) - shares) * each) + STRENGTH * ahead
        moved = ahead - step @ slope
        ahead = moved + number / (number + 3) * (moved - weights)
        weights = moved
    return weights, offset


def temperature(scores: Rows, shares: Shares, beat: Callable[[], None]) -> tuple[float, float]:
    """What to multiply scores by, and the part of the probability that is given to chance (the shares of the classes),
    so that what turned out is as likely as can be: some labels are wrong, and no score foresees those."""
    prior = shares.mean(axis=0)
    best, found = -np.inf, (1.0, 0.0)
    for factor in np.geomspace(0.2, 5.0, 33).tolist():
        beat()
        likely = softmax(scores * np.float32(factor))
        for chance in CHANCES:
            fits = float((shares * np.log((1 - chance) * likely + chance * prior + TINY)).sum())
            if fits > best:
                best, found = fits, (factor, chance)
    return found
