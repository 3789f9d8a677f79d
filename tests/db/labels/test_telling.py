"""Which tickets speak for a label: the nearest that carry it, however few are compared at once."""

from __future__ import annotations

import numpy as np
import pytest

from db.labels import telling
from db.labels.gathering import Texts
from db.labels.judging import Judged
from db.labels.telling import Telling

SIZE, LABELS = 60, 3


def judged(seed: int) -> Judged:
    """Tickets of three labels, some of two; one is like nothing."""
    dice = np.random.default_rng(seed)
    rows = dice.standard_normal((SIZE, 4)).astype(np.float32)
    rows[7] = 0
    given = dice.random((SIZE, LABELS)) < 0.4
    empty = np.zeros((SIZE, LABELS), np.float32)
    texts = Texts(ids=[100 + place for place in range(SIZE)])
    names = [f"l{place}" for place in range(LABELS)]
    group, usable = np.arange(SIZE), np.ones(LABELS, bool)
    return Judged("category", texts, group, rows, names, given, empty, empty[0].astype(np.float64), 0, usable)


def plain(one: Judged, row: int, label: int, n: int) -> tuple[int, ...]:
    members = [other for other in np.flatnonzero(one.given[:, label]).tolist() if other != row]
    unit = one.rows / np.maximum(np.linalg.norm(one.rows, axis=1, keepdims=True), 1e-9)
    return tuple(100 + other for other in sorted(members, key=lambda other: -float(unit[other] @ one.rows[row]))[:n])


@pytest.mark.parametrize(("piece", "at_once"), [(1, 1), (5, 3), (1000, 1000)])
@pytest.mark.parametrize("n", [1, 4, 100])
def test_the_nearest_are_found_whatever_is_compared_at_once(
    monkeypatch: pytest.MonkeyPatch, piece: int, at_once: int, n: int
) -> None:
    monkeypatch.setattr(telling, "PIECE", piece)
    monkeypatch.setattr(telling, "AT_ONCE", at_once)
    for seed in range(4):
        one = judged(seed)
        asked = [(row, (row + seed) % LABELS) for row in range(0, SIZE, 2)]
        beats: list[float] = []
        found = Telling(one).neighbours(asked, n, beats.append)
        assert found == {row: plain(one, row, label, n) for row, label in asked}
        assert beats == sorted(beats)
        assert beats[0] == 0
        assert beats[-1] < 1
