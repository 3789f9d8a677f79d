"""What a message looks like: which Markdown is honoured, and that everything typed stays visible."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtapp.detail import markup
from qtapp.detail.rendering import PARSED, is_whole, plain, render


def seen(text: str) -> str:
    """All that is drawn of a message, a paragraph a line."""
    return "\n".join((f"{p.marker} " if p.marker else "") + p.text for p in render(text))


AS_TYPED = [
    "# 填写密钥",
    "#EXTM3U\n#\tURL",
    "<html><body onload=alert(1)>&lt;b&gt; &amp; &copy;</body></html>",
    "    four spaces\n\ttab",
    "***",
    "a_b_c __init__ _x_",
    "2**3**4 与 5*6*7",
    "**.com 和 **.cn",
    "SELECT * FROM a WHERE b = *",
    "C:\\_x\\*y",
    "> quoted",
    "Title\n=====\nSub\n---",
    "![x](https://a.test/x.png)",
    "[j](javascript:alert(1))",
    "[f](file:///etc/passwd)",
    "[a]: https://a.test\n[a]",
    "<https://a.test> <a@b.test>",
    "1.请提供截图2.已处理",
    "`lonely",
    "```\nnever closed",
    "line\n\n\n  line",
]


@pytest.mark.parametrize("text", AS_TYPED)
@pytest.mark.parametrize("around", ["{}", "**重要** 见下\n{}"])
def test_what_is_not_clearly_markdown_looks_as_typed(text: str, around: str) -> None:
    assert seen(around.format(text)) == around.format(text).replace("**重要**", "重要")


def test_clear_emphasis_is_honoured() -> None:
    (paragraph,) = render("**客户**：请看 *重要* 的 `a*b*c`")
    looks = [(piece.text, piece.bold, piece.italic, piece.code) for piece in paragraph.pieces]
    assert looks == [
        ("客户", True, False, False),
        ("：请看 ", False, False, False),
        ("重要", False, True, False),
        (" 的 ", False, False, False),
        ("a*b*c", False, False, True),
    ]


def test_items_keep_the_number_that_was_typed() -> None:
    found = [(p.marker, p.depth, p.text) for p in render("步骤：\n3. 打开\n7. 点击\n  - 内层\n完")]
    assert found == [("", 0, "步骤："), ("3.", 0, "打开"), ("7.", 0, "点击"), ("-", 1, "内层"), ("", 0, "完")]


def test_a_fence_keeps_its_lines() -> None:
    before, code, after = render("看：\n```py\nif a:\n\n    **b**\n```\n好")
    assert (before.text, code.text, after.text) == ("看：", "py\nif a:\n\n    **b**", "好")
    assert code.preformatted


def test_a_link_shows_its_words_and_keeps_its_address() -> None:
    (paragraph,) = render("见[教程](https://a.test/x?a=1&b=2)。")
    assert [(p.text, p.href) for p in paragraph.pieces if p.kind == "link"] == [("教程", "https://a.test/x?a=1&b=2")]


def test_links_and_masks_within_markdown() -> None:
    (paragraph,) = render("**注意**：https://a.test/x提示 [图片]")
    assert [(p.kind, p.text) for p in paragraph.pieces if p.kind != "text"] == [
        ("link", "https://a.test/x"),
        ("image", "图片"),
    ]


def test_no_resource_gets_through() -> None:
    html = markup.to_html("**x** <img src='https://a.test/t.png'> <script>x</script> [a](https://b.test)")
    assert "<img" not in html
    assert "<script" not in html
    assert '<a href="https://b.test">' in html


def test_a_text_with_reserved_characters_is_plain() -> None:
    for character in markup.RESERVED:
        text = f"**a** {character} \x02klzzwxh:0000\x03"
        assert render(text) == (plain(text),)


def test_a_very_long_text_is_plain() -> None:
    text = "**a** " * PARSED
    assert render(text) == (plain(text),)


def test_a_rendering_that_loses_something_is_found() -> None:
    assert is_whole("**a** b", render("**a** b"))
    assert not is_whole("**a** b c", render("**a** b"))
    assert not is_whole("b **a**", render("**a** b"))


SHAPES = [
    "**",
    "*",
    "`",
    "```\n",
    "1. ",
    "- ",
    "\n",
    "\n\n",
    "    ",
    "# ",
    "<b>",
    "&lt;",
    "[a](https://b.test)",
    "字",
    "x",
]


@given(st.lists(st.sampled_from(SHAPES) | st.text(max_size=4), max_size=40).map("".join))
def test_everything_typed_stays_visible(text: str) -> None:
    marks = set("*`[]()")
    shown = "".join("".join(p.typed + p.href for p in one.pieces) + one.marker for one in render(text))
    for character in set(text) - marks - set(" \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0"):
        if not character.isspace():
            assert shown.count(character) >= text.count(character), character


@given(st.lists(st.sampled_from(SHAPES) | st.text(max_size=4), max_size=40).map("".join))
def test_only_the_web_is_linked(text: str) -> None:
    for paragraph in render(text + " [x](javascript:a) <a href='file:///x'>y</a> **b**"):
        for piece in paragraph.pieces:
            assert piece.href == "" or piece.href.split(":")[0].lower() in {"http", "https", "mailto"}
