"""Texts folded and sorted at once: what each by itself becomes, and the order that Python sorts them in."""

from __future__ import annotations

from collections.abc import Generator

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from db.search.folding import normalising
from db.search.orders import _by, _sorted
from db.search.tokens import normalise

LETTERS = st.sampled_from(
    ["证", "书", "a", "B", "é", "e\u0301", "ﬁ", "Ａ", "\u200b", "ß", "\0", "\x01", "𠀀", " ", "İ", "가"]
)
TEXTS = st.one_of(st.text(max_size=40), st.lists(LETTERS, max_size=40).map("".join))


@given(st.lists(TEXTS, max_size=600))
def test_many_are_folded_as_each_is(texts: list[str]) -> None:
    assert list(normalising().many(texts)) == list(map(normalise, texts))


@given(
    st.lists(st.one_of(TEXTS, st.sampled_from(["a" * 15, "a" * 16, "a" * 17, "a" * 17 + "b", "a" * 40])), max_size=60)
)
def test_keys_are_sorted_as_python_sorts_them(keys: list[str]) -> None:
    assert _end(_sorted(keys)) == sorted(range(len(keys)), key=keys.__getitem__)


@given(st.lists(st.integers(-(2**40), 2**40) | st.integers(-3, 70_000), max_size=60))
def test_numbers_are_sorted_as_python_sorts_them(ranks: list[int]) -> None:
    assert _end(_by(np.array(ranks, np.int64))) == sorted(range(len(ranks)), key=ranks.__getitem__)


def _end(sorting: Generator[None, None, NDArray[np.int64]]) -> list[int]:
    while True:
        try:
            next(sorting)
        except StopIteration as over:
            return list(over.value.tolist())
