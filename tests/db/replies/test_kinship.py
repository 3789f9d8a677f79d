"""Pairs that show through others: what is told already is known, however much it becomes."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.replies import kinship
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
    return sum(len(first) for first, _ in kinship._kin(found, lambda _, __: None))


def test_what_is_compared_does_not_grow_with_the_square_of_a_crowd(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _compared(_crowd(300)) == 300 * 299 // 2
    monkeypatch.setattr(kinship, "ALL", 20_000)
    assert _compared(_crowd(150)) == 150 * 149 // 2
    few, many = _compared(_crowd(300)), _compared(_crowd(3000))
    assert 10_000 < few <= 20_000
    assert many <= max(20_000, 3000 * kinship.FEWEST)
