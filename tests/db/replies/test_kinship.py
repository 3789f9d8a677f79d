"""Pairs that show through others: what is told already is known, however much it becomes."""

from __future__ import annotations

import random
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.replies import groups, kinship, pairs
from db.replies.kinship import _Told
from db.replies.pairs import Pairs

LOT = st.sets(st.integers(0, 300) | st.integers(0, 2**64 - 1), max_size=40)


@given(st.lists(LOT, max_size=30))
def test_pairs_are_told_once(lots: list[set[int]]) -> None:
    told, known = _Told(), set[int]()
    for lot in lots:
        candidates = np.array(sorted(lot), np.uint64)
        news = told.news(candidates)
        assert news.tolist() == sorted(lot - known)
        told.take(news)
        known |= lot
        lengths = [len(stretch) for stretch in told._stretches]
        assert all(lengths)
        assert all(one >= 2 * other for one, other in pairwise(lengths))
    assert sorted(one for stretch in told._stretches for one in stretch.tolist()) == sorted(known)


def _crowd(size: int) -> Pairs:
    """Every form near to the first."""
    return Pairs(np.zeros(size, np.int32), np.arange(1, size + 1, dtype=np.int32), np.ones(size, np.float32))


def _compared(found: Pairs) -> int:
    hubs, members = kinship._members(found)
    lots = kinship._lots(hubs, kinship.ALL)
    return sum(len(first) for first, _ in kinship._kin(members, *lots, lambda _, __: None))


def test_what_is_close_in_a_crowd_is_found_however_large_that_is(monkeypatch: pytest.MonkeyPatch) -> None:
    dice = random.Random(7)
    forms = list(dict.fromkeys("".join(dice.choices("ab", k=12)) for _ in range(1500)))
    crowd = _crowd(len(forms) - 1)

    asked, beats = set[float](), list[float]()

    def may_be_near(first: np.ndarray, second: np.ndarray, reach: float) -> np.ndarray:
        asked.add(reach)
        return np.ones(len(first), bool)

    def found(bound: float) -> set[int]:
        near = kinship.near_kin(
            crowd,
            groups.packed(crowd.first, crowd.second),
            bound,
            may_be_near,
            lambda keys: pairs.verified(forms, *groups.unpacked(keys), bound),
            lambda done, total: beats.append(done / total),
        )
        keys = groups.packed(near.first, near.second).tolist()
        assert len(set(keys)) == len(keys)
        return {key for key, like in zip(keys, near.likeness.tolist(), strict=True) if like >= kinship.CLOSE}

    everything = found(0.75)
    assert asked == {0.75}
    assert everything
    monkeypatch.setattr(kinship, "ALL", 20_000)
    beats.clear()
    assert found(0.75) == everything
    assert asked == {0.75, kinship.CLOSE}
    assert beats == sorted(beats)
    assert 0 <= beats[0] < beats[-1] < 1


def test_what_is_compared_does_not_grow_with_the_square_of_a_crowd(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _compared(_crowd(300)) == 300 * 299 // 2
    monkeypatch.setattr(kinship, "ALL", 20_000)
    assert _compared(_crowd(150)) == 150 * 149 // 2
    few, many = _compared(_crowd(300)), _compared(_crowd(3000))
    assert 10_000 < few <= 20_000
    assert many <= max(20_000, 3000 * kinship.FEWEST)
