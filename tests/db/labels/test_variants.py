"""Labels that are one come together however they are written, and labels that are two never do."""

from __future__ import annotations

import pytest

from db.errors import Cancelled
from db.labels import Group, Labelled, labelled, variants
from db.values import Step
from tests.db.labels.conftest import Make
from tests.db.labels.invented import categories, causes, listed

ONE = [
    ("spelling", "网盘挂载失败", "**根本原因**：网盘挂载失败"),
    ("spelling", "网盘挂载失败", "原因: 「网盘挂载失败」。"),
    ("spelling", "Token 已失效", "ｔｏｋｅｎ已失效"),
    ("spelling", "网盘挂载失败", "網盤掛載失敗"),
    ("spelling", "索引/分片损坏", "索引、分片损坏"),
    ("spelling", "1. 网盘挂载失败", "网盘挂载失败"),
    ("filler", "网盘挂载", "网盘挂载相关问题"),
    ("advice", "队列积压", "队列积压，需要扩容消费者"),
    ("synonym", "网盘设置错误", "网盘配置问题"),
    ("synonym", "SSL 证书过期", "证书过期"),
    ("synonym", "帐单对不上", "账单对不上"),
    ("order", "队列或索引损坏", "索引或队列损坏"),
    ("near", "队列积压导致延迟", "队列存在积压导致延迟"),
    ("near", "Kubernetes重启", "Kubernets重启"),
]
TWO = [
    ("推流卡顿", "拉流卡顿"),
    ("文件上传中断", "文件下载中断"),
    ("支持断点续传", "不支持断点续传"),
    ("HTTP握手失败", "HTTPS握手失败"),
    ("IPv4地址耗尽", "IPv6地址耗尽"),
    ("C++编译失败", "C#编译失败"),
    ("磁盘超过1.5倍", "磁盘超过15倍"),
    ("文件>5G写不进", "文件<5G写不进"),
    ("重启导致丢包", "丢包导致重启"),
    ("令牌申请或续期", "令牌申请或吊销"),
    ("磁盘写满", "磁盘写满或损坏"),
    ("其他", "其中"),
    ("令牌丢失", "令牌错误"),
    ("审核通过", "审核"),
    ("文件系统损坏", "文件损坏"),
    ("接口分页用法不了解", "接口用法不了解"),
]


@pytest.mark.parametrize(("method", "one", "other"), ONE)
def test_one_label_in_two_spellings(make: Make, method: str, one: str, other: str) -> None:
    review = make(causes({other: 1, one: 2, "毫不相干的事": 1}))
    (group,) = variants(review, "root_cause")
    assert group == Group("root_cause", group.method, (Labelled(one, 2), Labelled(other, 1)))
    assert (group.method, group.proposed, group.tickets) == (method, one, 3)


@pytest.mark.parametrize(("one", "other"), TWO)
def test_two_labels_stay_two(make: Make, one: str, other: str) -> None:
    merged = [group for group in variants(make(causes([one, other])), "root_cause") if group.method != "says-nothing"]
    assert merged == []


def test_separators_of_categories(make: Make) -> None:
    spelt = ["网盘｜挂载", "网盘/挂载", "网盘 - 挂载", "网盘>挂载", "网盘|挂载", "网盘｜挂载问题"]
    review = make(categories({name: 9 - place for place, name in enumerate(spelt)}))
    (group,) = variants(review, "category")
    assert {one.label for one in group.labels} == {one.label for one in labelled(review, "category")}
    assert (group.proposed, group.method) == ("网盘｜挂载", "filler")


def test_subcategories_and_parents_do_not_chain(make: Make) -> None:
    names = [
        "网盘",
        "网盘｜缓存",
        "网盘｜证书",
        "网盘｜缓存｜证书",
        "队列｜缓存",
        "队列｜其他类咨询",
        "网盘｜其他类咨询",
    ]
    assert variants(make(categories(names)), "category") == []


def test_near_the_middle_is_not_near_one_another(make: Make) -> None:
    names = ["令牌轮换失败", "网关令牌轮换失败", "邮件令牌轮换失败"]
    alike = [
        ("网盘", [name], f"轮换令牌时一直拒绝签发 {n}") for place, name in enumerate(names) for n in range(6 - place)
    ]
    rest = [("网盘", [f"别的事{n}"], f"磁盘坏道 {n} 号机房，风扇停转，温度过高") for n in range(30)]
    assert listed(variants(make([*alike, *rest]), "root_cause")) == [("tickets", names[:2])]


def test_words_of_the_tickets_decide(make: Make) -> None:
    same = [("网盘", ["令牌轮换失败"], f"轮换令牌时网关一直拒绝签发 {n}") for n in range(6)]
    like = [("网盘", ["网关令牌轮换失败"], f"网关拒绝签发，令牌轮换不了 {n}") for n in range(4)]
    unlike = [("网盘", ["邮件令牌轮换失败"], f"订阅的日报没有寄到信箱 {n}") for n in range(4)]
    rest = [("网盘", [f"别的事{n}"], f"磁盘坏道 {n} 号机房，风扇停转，温度过高") for n in range(30)]
    found = listed(variants(make([*same, *like, *unlike, *rest]), "root_cause"))
    assert ("tickets", ["令牌轮换失败", "网关令牌轮换失败"]) in found
    assert not any("邮件令牌轮换失败" in labels for _, labels in found)


def test_causes_that_a_ticket_has_both_are_two(make: Make) -> None:
    both = ["队列积压导致延迟", "队列存在积压导致延迟"]
    assert len(variants(make([("网盘", both[:1], ""), ("网盘", both[1:], "")]), "root_cause")) == 1
    assert variants(make([("网盘", both, "另一件")]), "root_cause") == []


def test_what_says_nothing_is_one_group(make: Make) -> None:
    empty = {"需结合日志进一步排查": 3, "待确认": 2, "其他问题": 1, "具体问题具体分析": 1, "N/A": 1}
    say = {"日志写满磁盘": 4, "需要扩容": 1, "技术方案被否决": 1}
    (group,) = variants(make(causes(empty | say)), "root_cause")
    assert group.method == "says-nothing"
    assert {one.label: one.tickets for one in group.labels} == empty
    assert group.proposed == "需结合日志进一步排查"


def test_a_category_says_nothing_by_all_its_names(make: Make) -> None:
    names = ["未分类｜其他", "其他", "网盘｜其他", "技术支持", "待分类"]
    assert listed(variants(make(categories(names)), "category")) == [
        ("says-nothing", ["其他", "待分类", "未分类｜其他"])
    ]


def test_no_labels_and_one(make: Make) -> None:
    review = make([("", [], "没有标签")])
    assert (variants(review, "category"), variants(review, "root_cause")) == ([], [])
    review = make([("网盘", ["磁盘写满"], "第一个标签")])
    assert (variants(review, "category"), variants(review, "root_cause")) == ([], [])


def test_labels_of_500_characters(make: Make) -> None:
    long = "".join(chr(0x4E00 + place * 7) for place in range(500))
    other = long[:499] + "龥龥"
    review = make(causes({long: 2, f"**{long}**。": 1, other: 1}))
    assert listed(variants(review, "root_cause")) == [("spelling", [long, f"**{long}**。"])]


def test_it_tells_how_far_it_is_and_stops(make: Make) -> None:
    review = make(causes(f"磁盘 {n} 号写满" for n in range(600)))
    steps: list[Step] = []
    assert variants(review, "root_cause", steps.append) == []  # numbers tell labels apart
    assert [step.done for step in steps] == [0, 256, 512]
    assert {(step.stage, step.total) for step in steps} == {("labels", 600)}

    def stop(_: Step) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        variants(review, "root_cause", stop)
