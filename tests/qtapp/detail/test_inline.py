"""Addresses, masks and pictures within the text of a ticket: where each begins and ends."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtapp.detail.inline import may_be_special, pieces

LINKS = {
    "见https://x.test/a/b注意：看": ["https://x.test/a/b"],
    "https://a.test/c提现说明": ["https://a.test/c"],
    "https://a.test/bucketCDN：https://b.test": ["https://a.test/bucketCDN", "https://b.test"],
    "x.mp4https://b.test/a.mp4https://c.test/d": ["https://b.test/a.mp4", "https://c.test/d"],
    "(https://a.test/b(c)).": ["https://a.test/b(c)"],
    "go to http://a.test:8080/?next=https://b.test/x&y=%20, then": ["http://a.test:8080/?next=https://b.test/x&y=%20"],
    "https://a.test/x[图片]": ["https://a.test/x"],
    "https://a.test。": ["https://a.test"],
    "HTTPS://A.TEST/X!": ["HTTPS://A.TEST/X"],
    "mailto:help@a.test，谢谢": ["mailto:help@a.test"],
    "javascript:alert(1) file:///etc/passwd http:// https://。": [],
}

MASKS = {
    "31[手机号已脱敏]42": ["[手机号已脱敏]"],
    "[URL已脱敏][已脱敏URL]": ["[URL已脱敏]", "[已脱敏URL]"],
    "[REDACTED_EMAIL] [SANITIZED_URL] [DOMAIN_HIDDEN] [KEY]": [
        "[REDACTED_EMAIL]",
        "[SANITIZED_URL]",
        "[DOMAIN_HIDDEN]",
        "[KEY]",
    ],
    "[REDACTED_URL]]": ["[REDACTED_URL]"],
    "访问 https://***，或 a***.cn": ["https://***", "a***.cn"],
    "https://***.qn.test/kodo/x。": ["https://***.qn.test/kodo/x"],
    "***.** 与 138****1234": ["***.**", "138****1234"],
    "ip 10.0.***.***": ["10.0.***.***"],
    "token ***, again": ["***"],
    "a[0] list[string] [200] 【教程】": [],
    "2**3 int **p; /******/": [],
    "***": [],
    "前\n***\n后": [],
}


@pytest.mark.parametrize("text", LINKS)
def test_an_address_ends_where_it_ends(text: str) -> None:
    assert [piece.href for piece in pieces(text) if piece.kind == "link"] == LINKS[text]


@pytest.mark.parametrize("text", MASKS)
def test_a_mask_is_known_by_its_shape(text: str) -> None:
    assert [piece.text for piece in pieces(text) if piece.kind == "mask"] == MASKS[text]


def test_a_picture_says_what_it_is_and_copies_as_typed() -> None:
    image = pieces("看[图片]谢谢")[1]
    assert (image.kind, image.text, image.typed) == ("image", "图片", "[图片]")


SHAPES = [
    "[图片]",
    "[URL已脱敏]",
    "https://",
    "a.test/",
    "***",
    "**",
    "[",
    "]",
    "(",
    ")",
    "。",
    "字",
    "\n",
    " ",
    "a1",
    "@",
]


@given(st.lists(st.sampled_from(SHAPES) | st.text(max_size=3), max_size=30).map("".join))
def test_no_character_is_lost(text: str) -> None:
    assert "".join(piece.typed for piece in pieces(text)) == text


@given(st.lists(st.sampled_from(SHAPES) | st.text(max_size=3), max_size=30).map("".join))
def test_the_quick_look_misses_nothing(text: str) -> None:
    assert may_be_special(text) or all(piece.kind == "text" for piece in pieces(text))


@pytest.mark.parametrize("unit", ["a", "*a", "[", "https://a", "a.", "**", "[a]"])
def test_a_very_long_line_takes_no_noticeable_time(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    start = time.perf_counter()
    pieces(text)
    assert time.perf_counter() - start < 3, "a pattern looks back over the whole line"
