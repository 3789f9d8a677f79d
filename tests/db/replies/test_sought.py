"""Texts that are looked through for a piece of them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.replies.sought import Sought

FEW = st.text("ab好的😀😁 ", max_size=8)


def read(texts: Sequence[str], page: int = 3) -> Sought:
    found = Sought()
    found.read([list(texts[at : at + page]) for at in range(0, len(texts), page)])
    return found


@given(st.lists(FEW, max_size=12), FEW)
def test_they_are_those_that_hold_it(texts: Sequence[str], piece: str) -> None:
    assert read(texts).holding(piece).tolist() == [place for place, text in enumerate(texts) if piece in text]


@pytest.mark.parametrize("piece", ["好的", "", "\ud83d"])
def test_of_no_texts_none_is_found(piece: str) -> None:
    assert not read([]).holding(piece).tolist()


def test_half_a_character_is_kept() -> None:
    assert read(["x\udcffy", "xy"]).holding("\udcff").tolist() == [0]
