"""Tokens: what a run of Chinese becomes, what is folded, and that the fast way says the same as the plain one."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.search import batch
from db.search.signs import signs_of
from db.search.tokens import is_wide, is_word, normalise, tokens, words

ODD = "证书超时上传的ssSLabEé１２３①⑩㎡ｱﾞがか゛ｶﾞ한글ᄒ가"
ODD += "\u0301\u00a0\ufeff\u200b\u00ad\ufe0f，。！？（）：“”「」…\n\t 😀𠀀𠀁İßﬁςΣ½क्षि"
TEXT = st.text(st.one_of(st.sampled_from(ODD), st.characters(exclude_categories=["Cs"])), max_size=40)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("证书", ["证书", "书"]),
        ("证书超时", ["证书", "书超", "超时", "时"]),
        ("SSL证书 过期", ["ssl", "证书", "书", "过期", "期"]),
        ("打不开，错误５０２。", ["打不", "不开", "开", "错误", "误", "502"]),
        ("证\ufeff书\u200b", ["证书", "书"]),
        ("error_code", ["error", "code"]),
        ("！？", []),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert tokens(normalise(text)) == expected


def test_width_case_and_invisible_characters_do_not_matter() -> None:
    assert normalise("ＣＤＮ\u00a0Ａpi\ufeff") == normalise("cdn api")


@given(TEXT)
def test_normalised_text_is_its_own_normal_form(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


def signs_in(gathered: batch.Gathered, row: int) -> set[str]:
    """The signs that were gathered of a row."""
    pairs = [
        (r, s)
        for rows, signs in zip(gathered.rows, gathered.signs, strict=True)
        for r, s in zip(rows, signs, strict=True)
    ]
    assert len(set(pairs)) == len(pairs)
    return {batch.sign_name(int(sign)) for place, sign in pairs if place == row}


@settings(deadline=None)  # the first call makes the table
@given(st.lists(st.tuples(TEXT, TEXT), max_size=6))
def test_the_batch_makes_what_one_text_makes(rows: list[tuple[str, str]]) -> None:
    gathered = batch.Gathered()
    made = list(batch.index_rows(rows, gathered))
    for place, (row, cut) in enumerate(zip(rows, made, strict=True)):
        assert [text.split() for text in cut] == [tokens(normalise(text)) for text in row]
        assert signs_in(gathered, place) == signs_of(row)
    runs = [word for row in rows for text in row for word, _ in words(normalise(text))]
    assert gathered.words == {word for word in runs if not is_wide(word[0])}


def test_the_batch_in_many_chunks_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [(f"证书{number}", "上传 SSL超时" * (number % 5), "ﬁ" * (number % 2)) for number in range(50)]
    whole, parts = batch.Gathered(), batch.Gathered()
    made = list(batch.index_rows(rows, whole))
    monkeypatch.setattr(batch, "CHUNK", 20)
    assert list(batch.index_rows(rows, parts)) == made
    assert parts.words == whole.words
    assert all(signs_in(parts, row) == signs_in(whole, row) for row in range(50))


def test_every_common_character_is_mapped_as_it_is_normalised() -> None:
    codes = [code for code in range(0x10000) if not 0xD800 <= code < 0xE000]
    rows = [(chr(code), f"a{chr(code)}") for code in codes if unicodedata.category(chr(code)) != "Cn"]
    made = batch.index_rows(rows, batch.Gathered())
    wrong = [
        row
        for row, cut in zip(rows, made, strict=True)
        if [text.split() for text in cut] != [tokens(normalise(text)) for text in row]
    ]
    assert wrong == []


@given(TEXT)
def test_words_cover_the_letters_and_nothing_else(text: str) -> None:
    text = normalise(text)
    assert "".join(word for word, _ in words(text)) == "".join(filter(is_word, text))
