"""Pairs that show through others: what is told already is known, however much it becomes."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from db.replies.kinship import _Told

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
