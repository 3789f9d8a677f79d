"""Invented tickets for the shapes: plain ones of any number, and texts that look like structure and are none."""

from __future__ import annotations

import random
from collections.abc import Sequence

from db.values import Turn
from tests.db.formats.shapes import Ticket

CATEGORIES = (("云盘", "上传下载"), ("云盘", "其他类咨询"), ("短信", "签名/模板审核"), ("账户与财务", "计费问题"))
_THINGS = ("相册", "证书", "网关", "备份任务", "短信签名", "发票", "直播流", "子账号")
_TROUBLES = ("一直失败", "打不开", "显示处理中", "怎么退款", "被拒绝了", "找不到了", "提示 502")
_ASKED = ("在吗？", "还是不行[图片]", "多久能好", "报错：code=403; msg=denied", "谢谢", "好的；我再试试")
_SAID = (
    "您好，请稍等",
    "麻烦提供一下访问链接，这边看下",
    "您好；这边已经处理好了，您再试试",
    "1.请提供截图2.已帮您处理",
    "参考文档：[URL已脱敏]注意：需要先备案。",
    "您好，控制台——账户——设置里可以修改[图片]",
    "*星号*开头的，https://***/a_b_c 也是",
)
_CAUSES = ("证书过期问题", "权限配置问题", "网络问题", "账户问题")
_NUMBERED_ALIKE = ("404 错误", "2023年创建的空间丢失", "3. 这不是序号", "12、也不是", "5G 网络打不开")

NASTY = (
    "# 填写密钥\nak=1\nsk=2",
    "#EXTM3U\n#\thttp://a.test/1.ts\n#EXT-X-END",
    '报错如下：\n--- Logging error ---\nTraceback (most recent call last):\n  File "a.py", line 1',
    "```python\n# 注释\nprint('## 标题')\n```",
    "日志\n## server started\n\n    四个空格\n\t一个制表符",
    '<html>\n<body onload="x()">\n</html>',
    "**注意**：先备份\n\n再删除",
    "1.请提供截图\n2.请提供时间",
    "上面\n\n---\n\n下面",
    "| a | b |\n| --- | --- |\n| 1 | 2 |",
    "全角\u00a0空格\u00a0和\t制表\ufeff符",
    "####### 七个\n#没有空格\n*斜体*",
)
"""Texts of more than one line that a body may hold in any dialect."""


def tickets(n: int, seed: int = 0) -> list[Ticket]:
    """Tickets whose texts are single lines; some titles look numbered."""
    chance = random.Random(seed)
    return [_ticket(chance, at) for at in range(n)]


def _ticket(chance: random.Random, at: int) -> Ticket:
    thing = chance.choice(_THINGS)
    title = f"{thing}{chance.choice(_TROUBLES)}（{at}）"
    if chance.random() < 0.1:
        title = chance.choice(_NUMBERED_ALIKE)
    problem = f"你好，{thing}{chance.choice(_TROUBLES)}，麻烦看下。编号 {at}"
    turns = [Turn("customer", problem)]
    for _ in range(chance.choice((1, 1, 2, 3, 5))):
        turns.append(Turn("staff", chance.choice(_SAID)))
        turns += [Turn("customer", chance.choice(_ASKED))] * (chance.random() < 0.4)
    roots = tuple(chance.sample(_CAUSES, chance.choice((1, 1, 2))))
    return Ticket(title, chance.choice(CATEGORIES), problem, tuple(turns), roots)


def with_texts(tickets: Sequence[Ticket], texts: Sequence[str]) -> list[Ticket]:
    """The tickets with a text of several lines in each: in the problem of one, in a turn of the next."""
    changed = []
    for at, one in enumerate(tickets):
        text = f"请看：{texts[at % len(texts)]}" if at % 3 else f"请看：\n{texts[at % len(texts)]}"
        if at % 2:
            turns = tuple(Turn(turn.speaker, text) if place == 1 else turn for place, turn in enumerate(one.turns))
            changed.append(Ticket(one.title, one.category, one.problem, turns, one.roots))
        else:
            changed.append(Ticket(one.title, one.category, text, one.turns, one.roots))
    return changed
