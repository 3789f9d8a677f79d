"""The names of sections, speakers and stand-ins: data of the program, with what a user adds."""

from __future__ import annotations

import pytest

from db.formats import ROLES, load_vocabulary
from db.formats.vocabulary import clean

DIALECTS = {
    "problem": "问题描述 详细问题描述",
    "replies": "客服解答 客服解答内容 客服解答过程",
    "root_cause": "根本原因分析 根本原因 根因分析",
    "conversation": "完整对话记录 完整对话过程 详细对话 详细对话过程",
    "category": "分类 问题分类 分类标签",
    "other": "适用场景 解决方案 解决方案要点 隐私数据脱敏 解决状态",
}
"""All names that are known of real files."""


@pytest.mark.parametrize(("role", "name"), [(role, name) for role, names in DIALECTS.items() for name in names.split()])
def test_known_names(role: str, name: str) -> None:
    vocabulary = load_vocabulary()
    for written in (name, f"{name}：", f"{name}:", f" **{name}** ", f"**{name}：**", f"\u00a0{name}\t"):
        assert vocabulary.role(written) == role


@pytest.mark.parametrize("written", ["1. 问题描述", "一、问题描述", "（一）问题描述", "2）问题描述"])
def test_numbers_before_names(written: str) -> None:
    assert load_vocabulary().role(written) == "problem"


@pytest.mark.parametrize("written", ["", "问题", "问题描述不清", "我的问题描述", "问题描述" * 20, "客服", "404"])
def test_names_that_are_none(written: str) -> None:
    assert load_vocabulary().role(written) is None


def test_a_user_adds_names_and_hers_win() -> None:
    vocabulary = load_vocabulary({"**处理过程**：": "replies", "解决方案": "replies", "坏": "nonsense"})
    assert [vocabulary.role(name) for name in ("处理过程", "解决方案", "坏", "问题描述")] == [
        "replies",
        "replies",
        None,
        "problem",
    ]
    assert load_vocabulary().role("处理过程") is None


def test_every_role_has_a_name_to_write() -> None:
    vocabulary = load_vocabulary()
    assert [vocabulary.role(vocabulary.default_name(role)) for role in ROLES] == list(ROLES)


def test_speakers() -> None:
    speakers = load_vocabulary().speakers
    assert {speakers[word] for word in ("客户", "用户", "客户问题", "customer")} == {"customer"}
    assert {speakers[word] for word in ("客服", "客服回复", "工程师", "staff")} == {"staff"}


def test_cleaning_twice_is_cleaning_once() -> None:
    for text in ("**a：**", " __B__ :", "ＡＢ", "", "***", "::", "问题 描述"):
        assert clean(clean(text)) == clean(text)
