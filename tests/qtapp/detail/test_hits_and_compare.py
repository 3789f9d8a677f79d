"""Marks of a search, and the comparison of an edited text with its source."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qtapp.hits import find_hits
from qtapp.kit.stretches import LONGEST, SHORTEST, stretches


def test_hits_disregard_case_and_width() -> None:
    text = "ＣＤＮ与cdn，Cdn"
    assert [text[start:end] for start, end in find_hits(text, ["cdn"])] == ["ＣＤＮ", "cdn", "Cdn"]


def test_hits_count_as_the_document_does() -> None:
    assert find_hits("😀上传", ["上传"]) == [(2, 4)]
    assert find_hits("㎏ 上传", ["上传"]) == [(2, 4)]  # folds to two characters


def test_hits_that_overlap_are_one() -> None:
    assert find_hits("上传失败", ["上传失", "传失败", "", "传"]) == [(0, 4)]


def test_a_change_is_minimal_and_readable() -> None:
    assert stretches("证书配置问题，通常涉及解析", "证书配置问题") == [
        ("equal", "证书配置问题"),
        ("delete", "，通常涉及解析"),
    ]
    assert stretches("abcdXefYghij", "abcd1ef2ghij") == [
        ("equal", "abcd"),
        ("delete", "XefY"),
        ("insert", "1ef2"),
        ("equal", "ghij"),
    ]


def test_a_very_long_text_is_not_compared_by_character() -> None:
    assert [kind for kind, _ in stretches("a" * (LONGEST + 1), "b")] == ["delete", "insert"]


@given(st.text(alphabet="ab上传，", max_size=40), st.text(alphabet="ab上传，", max_size=40))
def test_both_texts_can_be_read_off(before: str, after: str) -> None:
    drawn = stretches(before, after)
    assert "".join(text for kind, text in drawn if kind != "insert") == before
    assert "".join(text for kind, text in drawn if kind != "delete") == after
    inner = drawn[1:-1]
    assert all(len(text) >= SHORTEST for kind, text in inner if kind == "equal")
