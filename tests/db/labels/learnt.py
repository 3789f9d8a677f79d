"""Invented tickets whose words tell their label, in the shape of real files: short titles, a problem, a thread."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from db.errors import Cancelled
from db.values import Step

THINGS = {
    "网盘｜同步": ("同步", "客户端", "冲突文件", "进度停住", "离线目录"),
    "网盘｜分享": ("分享链接", "提取码", "有效期", "外链打不开", "访客"),
    "短信｜签名": ("短信签名", "签名审核", "资质", "驳回", "报备"),
    "短信｜到达": ("收不到短信", "延迟到达", "运营商", "拦截", "回执"),
    "机房｜断电": ("断电", "机柜", "电源模块", "重启", "巡检"),
}
"""Category -> the words of its tickets."""
CAUSES = {"网盘": "缓存没有更新", "短信": "通道拥堵", "机房": "供电线路老化"}
COMMON = ("你好", "请帮忙看看", "很着急", "今天上午开始", "谢谢", "客户在催", "昨天还正常", "麻烦尽快")


@dataclass
class Told:
    """One ticket as a JSONL file has it."""

    title: str
    category: str
    problem: str
    reply: str
    causes: tuple[str, ...]

    def line(self) -> str:
        """Its line."""
        data = {
            "title": self.title,
            "category": self.category.split("｜") if self.category else [],
            "category_raw": self.category,
            "problem": self.problem,
            "replies": [{"text": self.reply}],
            "root_cause": "；".join(self.causes),
            "root_causes": list(self.causes),
        }
        return json.dumps(data, ensure_ascii=False)


def told(n: int, seed: int = 3, categories: Sequence[str] = tuple(THINGS)) -> list[Told]:
    """`n` tickets, the categories in turn."""
    chance = random.Random(seed)
    found = []
    for number in range(n):
        category = categories[number % len(categories)]
        own = chance.sample(THINGS[category], 3)
        usual = chance.sample(COMMON, 3)
        code = f"{chance.randrange(10**6):06}"
        found.append(
            Told(
                f"{usual[0]}{own[0]}的事",
                category,
                f"{usual[1]}，{own[0]}和{own[1]}，编号{code}，{usual[2]}",
                f"您好，关于{own[2]}已经记录",
                (CAUSES[category.split("｜")[0]],),
            )
        )
    return found


UNTAUGHT: Sequence[tuple[Sequence[Told], str]] = (
    ([], "labels.none"),
    ([replace(one, category="") for one in told(30)], "labels.none"),
    ([replace(one, category="网盘") for one in told(30)], "labels.one"),
    ([replace(one, category=f"网盘｜{place // 4}") for place, one in enumerate(told(40))], "labels.few"),
    ([replace(told(1)[0], category=f"网盘｜{place % 2}") for place in range(40)], "labels.all_equal"),
)
"""Tickets whose categories nothing can be learnt from, and the code of the error that says so."""


def spoilt(tickets: list[Told], n: int) -> tuple[list[Told], dict[str, str]]:
    """Tickets of which `n` got another category, and of those by problem the right one."""
    chance = random.Random(9)
    tickets, right = list(tickets), {}
    for place in chance.sample(range(len(tickets)), n):
        one = tickets[place]
        right[one.problem] = one.category
        tickets[place] = replace(one, category=chance.choice([name for name in THINGS if name != one.category]))
    return tickets, right


def written(path: Path, tickets: Iterable[Told]) -> Path:
    """A JSONL file of them."""
    path.write_text("".join(one.line() + "\n" for one in tickets), encoding="utf-8")
    return path


class Stop:
    """A progress that cancels when it is told for the `last` time; `told` is how often it was."""

    def __init__(self, last: int) -> None:
        self._last, self.told = last, 0

    def __call__(self, _: Step) -> None:
        self.told += 1
        if self.told >= self._last:
            raise Cancelled
