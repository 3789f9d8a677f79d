"""What is meant by some letters of a name."""

from __future__ import annotations

import pytest

from qtapp.kit.fuzzy import match


@pytest.mark.parametrize(
    ("wanted", "text", "places"),
    [
        ("exp", "Export", (0, 1, 2)),
        ("ec", "Edit the category", (0, 9)),
        ("EXP", "export", (0, 1, 2)),
        ("ｅｘ", "Export", (0, 1)),
        ("证书", "保存视图：证书", (5, 6)),
        ("存图", "保存视图", (1, 3)),
        ("next un", "Next unreviewed", None),
        ("", "anything", ()),
    ],
)
def test_letters_are_found(wanted: str, text: str, places: tuple[int, ...] | None) -> None:
    found = match(wanted, text)
    assert found is not None
    assert places is None or found.places == places


@pytest.mark.parametrize(("wanted", "text"), [("xe", "Export"), ("退款", "退回"), ("zz", "z")])
def test_a_missing_letter_is_no_match(wanted: str, text: str) -> None:
    assert match(wanted, text) is None


def test_whole_words_come_before_scattered_letters() -> None:
    names = ["Exclude from export, and on to the next", "Undo", "Next unreviewed ticket"]
    scores = {name: found.score for name in names if (found := match("un", name)) is not None}
    assert sorted(scores, key=lambda name: -scores[name])[:2] == ["Undo", "Next unreviewed ticket"]
