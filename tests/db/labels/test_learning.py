"""The parts of the model: rows keep likeness whatever way they are made, the fit is the optimum, sureness holds."""

from __future__ import annotations

import random
from itertools import pairwise

import numpy as np
import pytest

from db.labels import folds as parting
from db.labels import judging, traits
from db.labels.folds import DEALS, FOLDS, folds, groups
from db.labels.gathering import Texts
from db.labels.judging import judged
from db.labels.logistic import STRENGTH, fit, softmax, temperature
from db.labels.traits import Traits
from tests.db.labels.learnt import THINGS, told


def silent(*_: float) -> None:
    """Nobody waits for news."""


def texts(n: int, seed: int = 3) -> Texts:
    made = told(n, seed)
    return Texts(
        list(range(1, n + 1)),
        [1] * n,
        [one.title for one in made],
        [one.problem for one in made],
        [one.reply for one in made],
        [(one.category,) for one in made],
        [False] * n,
    )


def test_rows_keep_likeness() -> None:
    said = [
        "证书过期了怎么更新",
        "证书过期了怎么更新",
        "证书已经过期，更新不了",
        "账单金额不对",
        "账单的金额怎么不对",
        "",
    ]
    rows = Traits([1.0]).rows([said], silent)
    products = rows @ rows.T
    assert products[0, 1] == pytest.approx(1, abs=0.01)
    assert products[0, 2] > 3 * abs(products[0, 3])
    assert products[3, 4] > 3 * abs(products[4, 0])
    assert not rows[5].any()


def test_long_work_is_told_of_in_small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Between two words of the progress lies no more than a piece of a product, a step of a fit or a chunk of texts."""
    monkeypatch.setattr(traits, "CHUNK", 20)
    monkeypatch.setattr(traits, "PIECE", 16)
    seen: list[int] = []
    judged(texts(200), "category", lambda step: seen.append(step.done))
    assert seen == sorted(seen)
    assert (seen[0], seen[-1]) == (judging.READ, judging.WHOLE)
    assert max(later - one for one, later in pairwise(seen) if one >= judging.FOLDED) <= 10


def test_a_part_counts_by_its_weight() -> None:
    rows = Traits([2.0, 1.0], spare=3).rows([["证书", "证书"], ["账单", "账单"]], silent)
    assert (rows**2).sum(axis=1) == pytest.approx([5, 5], abs=0.01)
    assert not rows[:, -3:].any()


def test_many_rows_are_those_of_few(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is made piece by piece from a sample has about the products of what is made at once."""
    said = [one.problem for one in told(240)]
    whole = Traits([1.0]).rows([said], silent)
    monkeypatch.setattr(traits, "SAMPLE", 160)
    monkeypatch.setattr(traits, "CHUNK", 50)
    pieces = Traits([1.0]).rows([said], silent)
    assert len(pieces) == 240
    alike = np.corrcoef((whole @ whole.T).ravel(), (pieces @ pieces.T).ravel())[0, 1]
    assert alike > 0.95


def test_the_fit_is_the_optimum() -> None:
    chance = np.random.default_rng(1)
    rows = chance.standard_normal((200, 12)).astype(np.float32) / 4
    right = (rows[:, :3] + 0.1 * chance.standard_normal((200, 3))).argmax(axis=1)
    shares = np.eye(3, dtype=np.float32)[right]
    weights, offset = fit(rows, shares, np.ones(200, np.float32), lambda: None)
    slope = rows.T @ (softmax(rows @ weights + offset) - shares) + STRENGTH * weights
    begin = rows.T @ (softmax(np.tile(offset, (200, 1))) - shares)
    assert np.abs(slope).max() < 0.01 * np.abs(begin).max()
    assert ((rows @ weights + offset).argmax(axis=1) == right).mean() > 0.75


def test_temperature_takes_back_what_is_too_sure() -> None:
    chance = np.random.default_rng(2)
    scores = chance.standard_normal((4000, 4)).astype(np.float32)
    drawn = [chance.choice(4, p=row / row.sum()) for row in softmax(scores).astype(np.float64)]
    shares = np.eye(4, dtype=np.float32)[drawn]
    assert temperature(scores * 3, shares, silent)[0] == pytest.approx(1 / 3, rel=0.25)
    assert temperature(scores / 2, shares, silent)[0] == pytest.approx(2, rel=0.25)


def test_sureness_holds_where_labels_are_noisy() -> None:
    """A third of the labels says nothing: whoever is surer than that is wrong."""
    made, chance = texts(600), random.Random(4)
    made.labels = [(chance.choice(list(THINGS)),) if chance.random() < 0.33 else own for own in made.labels]
    check = judged(made, "category")
    right = check.given.argmax(axis=1) == check.likely.argmax(axis=1)
    assert check.likely.max(axis=1).mean() == pytest.approx(right.mean(), abs=0.05)
    assert check.likely.sum(axis=1) == pytest.approx(np.ones(600), abs=1e-4)


@pytest.mark.parametrize("few", [0, 10_000])
def test_folds_keep_what_is_nearly_the_same_together(monkeypatch: pytest.MonkeyPatch, few: int) -> None:
    monkeypatch.setattr(parting, "FEW", few)
    made = texts(200)
    for row in range(0, 200, 4):  # by title and problem nearly the same, and by the same problem under another title
        made.problems[row] = f"{made.problems[row]}，主机在三楼机房，已经等了很久，请尽快处理"
        made.titles[row + 1], made.problems[row + 1] = made.titles[row], made.problems[row].replace("很久", "好久")
        made.problems[row + 2] = made.problems[row]
    deals = folds(groups(made, silent))
    assert len(deals) == DEALS
    for fold in deals:
        assert all(len(set(fold[row : row + 3].tolist())) == 1 for row in range(0, 200, 4))
        sizes = np.bincount(fold, minlength=FOLDS)
        assert sizes.max() - sizes.min() <= 3
    assert any((deals[0] != other).any() for other in deals[1:])
