"""Categories and root causes: what their text means, and how a source would write other ones."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.formats import Style
from db.formats.labels import category_path, causes, find_root_form, find_separator
from tests.db.formats.files import HEADER, read, ticket

PLAIN = Style.of({})


@pytest.mark.parametrize(
    ("raw", "path"),
    [
        ("对象存储｜上传下载", ("对象存储", "上传下载")),
        ("对象存储 > 上传下载", ("对象存储", "上传下载")),
        ("对象存储 | CDN | SSL证书", ("对象存储", "CDN", "SSL证书")),
        ("实时互动｜SDK/API", ("实时互动", "SDK/API")),
        ("SDK/API", ("SDK/API",)),
        ("甲 ｜ 乙｜", ("甲", "乙")),
        ("a>b", ("a>b",)),
        ("", ()),
        ("｜", ()),
    ],
)
def test_a_category_as_written(raw: str, path: tuple[str, ...]) -> None:
    assert category_path(raw, "｜") == path


@pytest.mark.parametrize(
    ("raws", "separator"),
    [
        (["甲｜乙", "甲", "甲｜SDK/API"], "｜"),
        (["甲 > 乙", "甲 > 丙"], " > "),
        (["甲 | 乙", "甲"], " | "),
        (["甲>乙", "甲>丙"], ">"),
        (["甲|乙", "丙|丁"], "|"),
        (["甲→乙"], "→"),
        (["a>b", "甲", "乙", "丙"], "｜"),
        (["SDK/API", "甲/乙"], "｜"),
        ([], "｜"),
    ],
)
def test_the_separator_of_a_file(raws: list[str], separator: str) -> None:
    assert find_separator(raws) == separator


def test_a_separator_of_its_own_is_read() -> None:
    text = HEADER + "".join(ticket(category=f"云盘→{name}") for name in "甲乙丙")
    assert [one.category for one in read(text)[1]] == [("云盘", "甲"), ("云盘", "乙"), ("云盘", "丙")]


@pytest.mark.parametrize(
    ("raw", "tags"),
    [
        ("", ()),
        ("证书过期", ("证书过期",)),
        ("证书过期，需要续期。", ("证书过期，需要续期。",)),
        ("证书过期；网络问题", ("证书过期", "网络问题")),
        ("证书过期；", ("证书过期",)),
        ("- 证书过期\n- 网络问题", ("证书过期", "网络问题")),
        ("- 证书过期\n\n- 证书过期", ("证书过期",)),
        ("1. 证书过期\n2. 网络问题", ("证书过期", "网络问题")),
        ("- 证书过期\n说明", ("- 证书过期\n说明",)),
        ("证书问题、文件问题", ("证书问题", "文件问题")),
        ("证书问题、文件", ("证书问题、文件",)),
        ("证书问题", ("证书问题",)),
        ("**根本原因**：证书过期\n\n- 建议续期", ("证书过期",)),
        ("**根本原因**: 证书过期；网络问题", ("证书过期", "网络问题")),
        ("**问题类型**: 其他问题\n\n**解决状态**: ✓ 已解决", ("其他问题",)),
        ("**根本原因：** 证书过期", ("证书过期",)),
        ("**根本原因**：\n证书过期", ("证书过期",)),
        ("**注意** 这不是标签", ("**注意** 这不是标签",)),
        ("配置类：证书过期", ("配置类：证书过期",)),
        ("- 只有一条", ("只有一条",)),
        ("-", ("-",)),
    ],
)
def test_root_causes_as_written(raw: str, tags: tuple[str, ...]) -> None:
    assert causes(raw) == tags


@pytest.mark.parametrize(
    ("raws", "form"),
    [
        (["甲", "乙"], "text"),
        (["甲；乙", "丙", "丁"], "tags"),
        (["- 甲", "- 乙\n- 丙"], "bullets"),
        (["**问题类型**: 甲"] * 2, "label"),
        ([], "text"),
    ],
)
def test_the_form_of_root_causes(raws: list[str], form: str) -> None:
    assert find_root_form(raws) == form


@pytest.mark.parametrize(
    ("wanted", "like", "text"),
    [
        (("甲", "乙"), "丙", "甲；乙"),
        (("甲", "乙"), "- 丙", "- 甲\n- 乙"),
        (("甲", "丙"), "- 乙\n-  丙", "- 甲\n-  丙"),
        (("甲", "乙"), "1. 丙", "1. 甲\n2. 乙"),
        (("甲",), "**问题类型**: 乙\n\n**解决状态**: ✓", "**问题类型**: 甲\n\n**解决状态**: ✓"),
        (("甲问题", "乙问题"), "丙问题、丁问题", "甲问题、乙问题"),
        (("甲", "乙问题"), "丙问题、丁问题", "甲；乙问题"),
        (("甲；乙",), "丙", "- 甲；乙"),
        ((), "丙", ""),
        (("丙",), "丙", "丙"),
    ],
)
def test_other_root_causes_in_the_same_form(wanted: tuple[str, ...], like: str, text: str) -> None:
    assert PLAIN.root_cause_text(wanted, like) == text
    assert PLAIN.causes(text) == wanted


NAME = st.text("甲乙问题/ab1-、；：*. ", min_size=1, max_size=6).map(str.strip).filter(bool)


@given(st.lists(NAME, max_size=3, unique=True), st.lists(NAME, max_size=3).map("\n".join))
def test_root_causes_are_read_as_wanted_or_kept_as_text(wanted: list[str], like: str) -> None:
    text = PLAIN.root_cause_text(wanted, like)
    if all("；" not in name and name == name.strip() and not name.startswith(("*", "-", "1")) for name in wanted):
        assert PLAIN.causes(text) == tuple(wanted)


@pytest.mark.parametrize(
    ("line", "is_structure"),
    [
        ("### 客服解答", True),
        ("### 客服解答:", True),
        ("## 客服解答", False),
        ("**客服解答**：x", False),
        ("**问题分类**: x", True),
        ("---", True),
        ("-----", True),
        ("***", False),
        ("### 步骤一", False),
        ("正文", False),
        ("# 填写密钥", False),
    ],
)
def test_lines_that_would_be_structure(line: str, is_structure: bool) -> None:
    style = Style.of(read(HEADER + ticket("甲") + ticket("乙"))[0].dialect)
    assert style.is_structure(line) is is_structure
