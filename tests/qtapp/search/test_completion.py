"""Which word the cursor stands in, and what is offered for it."""

from __future__ import annotations

import pytest

from qtapp.search.completion import canonical, choices, field_offers, paths, value_offers, word_at


@pytest.mark.parametrize(
    ("text", "field", "begun"),
    [
        ("证书 ca", None, "ca"),
        ("证书 cat:CD", "cat", "CD"),
        ("-cat:CD", "cat", "CD"),
        ("(cause:证", "cause", "证"),
        ("分类：对象", "分类", "对象"),
        ('cause:"need mo', "cause", "need mo"),
        ("", None, ""),
    ],
)
def test_word_at_the_cursor(text: str, field: str | None, begun: str) -> None:
    word = word_at(text, len(text))
    assert (word.field, word.begun) == (field, begun)


def test_the_word_before_the_cursor_counts_not_the_one_behind() -> None:
    word = word_at("cat:CDN 证书", 5)
    assert (word.start, word.end, word.begun) == (0, 5, "C")


def test_fields_are_offered_by_any_of_their_names() -> None:
    assert [one.text for one in field_offers("ca")][:2] == ["cat:", "cause:"]
    assert [one.text for one in field_offers("分")] == ["分类:"]
    assert field_offers("") == []


def test_a_value_with_spaces_is_quoted() -> None:
    offers = value_offers("cause", "cert", [("wrong certificate", "3"), ("certificate", "9"), ("other", "1")])
    assert [one.text for one in offers] == ["cause:certificate", 'cause:"wrong certificate"']


def test_paths_hold_the_branches_above_them_with_their_sums() -> None:
    assert paths([(("CDN", "证书"), 5), (("CDN", "配置"), 3)]) == [("CDN", "8"), ("CDN｜证书", "5"), ("CDN｜配置", "3")]


def test_the_words_of_a_field_are_known_by_all_its_names() -> None:
    assert canonical("状态") == "is"
    assert canonical("nothing") is None
    assert ("flagged", "已标记") in choices("is")
