"""Near pairs: all of them where all are compared, nearly all where they are found by MinHash."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz import fuzz

from db.replies import minhash, pairs
from db.replies.normal import SHORT
from db.replies.pairs import SLACK, Pairs

BOUNDS = (0.75, 0.80, 0.90, 0.95, 1.0)
FORMS = st.lists(st.text("ab稍等 ", max_size=14), unique=True, max_size=24)
Found = dict[tuple[int, int], float]


def quiet(_: int, __: int) -> None:
    """No progress."""


def as_dict(found: Pairs) -> Found:
    keys = list(zip(found.first.tolist(), found.second.tolist(), strict=True))
    assert len(set(keys)) == len(keys)
    assert all(one < other for one, other in keys)
    return dict(zip(keys, found.likeness.tolist(), strict=True))


def compared(forms: Sequence[str], bound: float) -> Found:
    """Every pair, one after the other."""
    found = {}
    for one, other in combinations(range(len(forms)), 2):
        likeness = fuzz.ratio(forms[one], forms[other]) / 100
        if min(len(forms[one]), len(forms[other])) >= SHORT and likeness >= bound - SLACK:
            found[one, other] = likeness
    return found


@settings(deadline=None)
@given(FORMS, st.sampled_from(BOUNDS))
def test_all_pairs_are_those_of_brute_force(forms: list[str], bound: float) -> None:
    assert as_dict(pairs.all_pairs(forms, bound, quiet)) == pytest.approx(compared(forms, bound))


@settings(deadline=None, max_examples=40)
@given(FORMS, st.sampled_from(BOUNDS))
def test_blocks_lose_nothing(forms: list[str], bound: float) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pairs, "BLOCK", 3)
        patch.setattr(pairs, "LONG", 10)
        assert as_dict(pairs.all_pairs(forms, bound, quiet)) == pytest.approx(compared(forms, bound))


@settings(deadline=None, max_examples=40)
@given(FORMS, st.sampled_from(BOUNDS))
def test_candidates_are_never_wrong_and_short_ones_complete(forms: list[str], bound: float) -> None:
    found, truth = as_dict(minhash.near_pairs(forms, bound, quiet)), compared(forms, bound)
    assert found == {pair: pytest.approx(truth[pair]) for pair in found}
    short = {pair for pair in truth if max(len(forms[place]) for place in pair) < minhash.SHORTER}
    assert short <= found.keys()


def variants(n: int) -> list[str]:
    """Invented texts, some of which vary another by a few characters; the same in every run."""
    dice = random.Random(20)
    alphabet = [chr(0x4E00 + 7 * place) for place in range(600)]
    made: dict[str, None] = {}
    while len(made) < n:
        text = "".join(dice.choices(alphabet, k=int(dice.lognormvariate(3.3, 0.8)) + SHORT))
        made[text] = None
        for _ in range(dice.randrange(4)):
            letters = list(text)
            for _ in range(dice.randint(1, max(1, len(text) // 7))):
                letters[dice.randrange(len(letters))] = dice.choice(
                    ["", dice.choice(alphabet), dice.choice(alphabet) * 2]
                )
            made["".join(letters)] = None
    return [text for text in made if len(text) >= SHORT]


def test_recall_of_candidates() -> None:
    forms = variants(4000)
    truth, found = as_dict(pairs.all_pairs(forms, 0.75, quiet)), as_dict(minhash.near_pairs(forms, 0.75, quiet))
    assert found.keys() <= truth.keys()
    for bound, least in ((0.90, 0.995), (0.80, 0.97)):
        near = {pair for pair, likeness in truth.items() if likeness >= bound}
        assert len(near) > 1000
        assert len(near & found.keys()) / len(near) >= least


def test_recall_in_a_crowd() -> None:
    dice = random.Random(7)
    wording = "".join(chr(0x4E00 + 7 * place) for place in dice.sample(range(600), 60))
    forms = list({_varied(wording, dice) for _ in range(800)})
    truth, found = as_dict(pairs.all_pairs(forms, 0.75, quiet)), as_dict(minhash.near_pairs(forms, 0.75, quiet))
    for bound, least in ((0.90, 0.995), (0.80, 0.97)):
        near = {pair for pair, likeness in truth.items() if likeness >= bound}
        assert len(near) > 40 * len(forms)
        assert len(near & found.keys()) / len(near) >= least


def _varied(text: str, dice: random.Random) -> str:
    letters = list(text)
    for _ in range(dice.randint(1, 6)):
        letters[dice.randrange(len(letters))] = chr(0x4E00 + 7 * dice.randrange(600))
    return "".join(letters)


@pytest.mark.parametrize("find", [pairs.all_pairs, minhash.near_pairs])
def test_texts_of_one_repeated_character(find: object) -> None:
    forms = ["哈" * n for n in range(1, 400)] + ["a" * n for n in range(6, 200)]
    found = as_dict(find(forms, 0.9, quiet))
    assert all(forms[one][0] == forms[other][0] for one, other in found)
    assert found == pytest.approx({pair: likeness for pair, likeness in compared(forms, 0.9).items() if pair in found})
    assert find([], 0.9, quiet).likeness.tolist() == find(["稍等"], 0.9, quiet).likeness.tolist() == []
    if find is pairs.all_pairs:  # of a crowd of one set of character pairs MinHash compares some
        assert len(found) == len(compared(forms, 0.9))
