"""Every mistake of a search has a sentence, and its data fill it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from db import sentences
from db.errors import QueryError
from db.search import parse

ROOM = Path(__file__).resolve().parents[3] / "db" / "search"


def test_every_code_of_the_room_has_a_sentence() -> None:
    codes = {code for file in ROOM.glob("*.py") for code in re.findall(r'"(query\.[a-z_.]+)"', file.read_text("utf-8"))}
    assert len(codes) > 15
    assert codes - sentences.TEMPLATES.keys() == set()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("catt:x", "There is no field “catt”. Did you mean “cat:”?"),
        ("错误码:x", "There is no field “错误码”. Fields are cat, cause, is,"),
        ("is:reviewd", "“is:” does not know “reviewd”. Did you mean “reviewed”?"),
        ("is:blue", "“is:” does not know “blue”. It knows unreviewed,"),
        ("replies:x", "“replies:” wants a number such as 5, >5, <=5 or 2..5, not “x”."),
        ("re:/(/", "This is no pattern that can be searched for: missing )"),
        ("(", "There is nothing between the brackets."),
    ],
)
def test_a_mistake_in_words(text: str, words: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse(text)
    assert sentences.error(caught.value).startswith(words)
