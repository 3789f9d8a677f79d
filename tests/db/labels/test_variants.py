"""Which labels are probably one, and which are not though they look like it."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

import pytest
from rapidfuzz import fuzz, process

from db.importing import import_paths
from db.labels import Field, Label, Variants, counted, group, variants
from db.labels.reading import bare, says_nothing
from db.review import Review
from tests.db.files import CATEGORY, ticket, write


def causes(*names: str) -> list[Label]:
    """The first is the most used."""
    return [Label(name, len(names) - place, (name,)) for place, name in enumerate(names)]


def categories(*names: str) -> list[Label]:
    return [Label(name, len(names) - place, tuple(name.split("｜"))) for place, name in enumerate(names)]


def spelt(found: Sequence[Variants]) -> list[tuple[str, list[str]]]:
    return [(one.method, [label.text for label in one.labels]) for one in found]


@pytest.mark.parametrize(
    ("method", "names"),
    [
        ("spelling", ["镜像回源失败", "镜像回源失败。"]),
        ("spelling", ["ＡＰＩ签名过期", "api 签名过期"]),
        ("spelling", ["磁盘写满", "**根本原因**：磁盘写满", "- 磁盘写满"]),
        ("order", ["带宽和并发受限", "并发受限、带宽"]),
        ("filler", ["磁盘配额", "磁盘配额问题", "磁盘配额相关咨询"]),
        ("near", ["北区机房里交换机端口损坏", "北区机房交换机端口损坏"]),
    ],
)
def test_root_causes_that_are_one(method: str, names: list[str]) -> None:
    (found,) = group(causes(*names), "root_cause")
    assert (found.method, found.proposed) == (method, names[0])
    assert [label.text for label in found.labels] == names


@pytest.mark.parametrize(
    "names",
    [
        ["DNS 解析记录写错了一行", "CNAME 解析记录写错了一行"],
        ["机房交换机端口已经开通", "机房交换机端口未经开通"],
        ["磁盘写满", "磁盘损坏"],
        ["订单 2019 年的发票没有开", "订单 2020 年的发票没有开"],
        ["端口：关闭", "网卡：关闭"],
        ["问题", "咨询"],
    ],
)
def test_root_causes_that_are_not(names: list[str]) -> None:
    assert [one for one in group(causes(*names), "root_cause") if one.method != "says-nothing"] == []


def test_groups_do_not_chain() -> None:
    long = ["甲乙丙丁戊己庚辛壬癸", "甲乙丙丁戊己庚辛壬子", "甲乙丙丁戊己庚辛丑子", "甲乙丙丁戊己庚寅丑子"]
    found = group(causes(*long), "root_cause")
    for one in found:
        assert all(fuzz.ratio(one.proposed, label.text) >= 86 for label in one.labels)
    assert spelt(found) == [("near", long[:2]), ("near", long[2:])]


def test_categories_by_separator_width_and_filler() -> None:
    labels = [
        Label("云盘｜挂载问题", 9, ("云盘", "挂载问题")),
        Label("云盘 > 挂载问题", 4, ("云盘", "挂载问题")),
        Label("云盘｜挂载", 2, ("云盘", "挂载")),
        Label("主机｜挂载问题", 1, ("主机", "挂载问题")),
    ]
    (found,) = group(labels, "category")
    assert spelt([found]) == [("filler", ["云盘｜挂载问题", "云盘 > 挂载问题", "云盘｜挂载"])]
    assert found.tickets == 15
    (alone,) = group(labels[:2], "category")
    assert alone.method == "separator"


def test_categories_that_stand_for_the_same_problems() -> None:
    labels = categories("云盘｜快照问题", "云盘｜定时快照", "云盘｜扩容问题", "主机｜快照")
    both = frozenset({labels[0].path, labels[1].path})
    others = [frozenset({labels[0].path, labels[2].path}), frozenset({labels[0].path, labels[3].path})]
    (found,) = group(labels, "category", [both, both, *others, *others])
    assert spelt([found]) == [("shared", ["云盘｜快照问题", "云盘｜定时快照"])]
    assert group(labels, "category", [both]) == []


@pytest.mark.parametrize("text", ["需要根据具体情况分析", "**根本原因**：其他问题", "暂无", "N/A", "待进一步排查确认"])
def test_what_says_nothing(text: str) -> None:
    assert says_nothing(text)


@pytest.mark.parametrize("text", ["需要根据磁盘情况分析", "用户欠费", "", "？"])
def test_what_says_something(text: str) -> None:
    assert not says_nothing(text)


def test_what_says_nothing_is_one_group_without_a_proposal() -> None:
    found = group(causes("需要进一步排查", "磁盘写满", "其他问题"), "root_cause")
    assert [(one.method, one.proposed, len(one.labels)) for one in found] == [("says-nothing", "", 2)]


def test_a_colon_is_cut_after_the_name_of_a_field_alone() -> None:
    assert bare("根因分析：磁盘写满") == "磁盘写满"
    assert bare("磁盘：写满") == "磁盘：写满"


@pytest.mark.parametrize("field", ["category", "root_cause"])
def test_trouble(field: Field) -> None:
    assert group([], field) == []
    assert group([Label("", 3, ("",)), Label("？", 1, ("？",)), Label("！", 1, ("！",))], field) == []
    long = causes("长" * 500, "长" * 499 + "短", "长" * 499 + "高")
    assert all(one.method != "near" for one in group(long, field))


def test_of_a_review(tmp_path: Path) -> None:
    spellings = ["云盘｜挂载问题"] * 3 + ["云盘 | 挂载问题"] * 2
    whats = [
        ticket(f"第 {n} 件", cause="磁盘写满" if n else "磁盘写满。").replace(CATEGORY, one)
        for n, one in enumerate(spellings)
    ]
    write(tmp_path / "a.md", whats[:3])
    write(tmp_path / "b.md", whats[3:])
    with Review.create(tmp_path / "r.winnow") as review:
        import_paths(review, [tmp_path / "a.md", tmp_path / "b.md"])
        assert [(one.text, one.tickets) for one in counted(review, "category")] == [
            ("云盘｜挂载问题", 3),
            ("云盘 | 挂载问题", 2),
        ]
        assert spelt(variants(review, "category")) == [("separator", ["云盘｜挂载问题", "云盘 | 挂载问题"])]
        assert spelt(variants(review, "root_cause")) == [("spelling", ["磁盘写满", "磁盘写满。"])]


def test_five_thousand_labels_take_little_more_than_comparing_them() -> None:
    chance = random.Random(7)
    signs = [chr(code) for code in range(0x4E00, 0x4E00 + 600)]
    names = ["".join(chance.choices(signs, k=chance.randint(8, 30))) for _ in range(5000)]
    labels = causes(*names)
    start = perf_counter()
    process.cdist(names, names, scorer=fuzz.ratio, score_cutoff=86)
    bare_time = perf_counter() - start
    start = perf_counter()
    group(labels, "root_cause")
    assert perf_counter() - start < 3 * bare_time, json.dumps(bare_time)
