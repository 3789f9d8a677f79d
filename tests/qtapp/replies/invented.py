"""An invented dataset whose replies are families of every kind, with what the tests ask of it by name."""

from __future__ import annotations

from pathlib import Path

from tests.db.files import CATEGORY, ticket, write

LINE = "您好，北区机房的链路有些抖动，已经切到备用线路，辛苦稍后再看看"
LINE_LONGER = f"{LINE}，多谢"
LINE_SHORTER = LINE[3:]
HOLDING = "稍等一下"
REFUND = "退款会在 {} 个工作日内原路退回到付款账户，请留意"
AUDIT = "请在控制台的域名页面重新提交一次审核"
LONG = "您好，这个功能目前只对企业账户开放，需要先完成企业认证，认证通过以后在产品页面就可以看到开通按钮"

CATEGORIES = ("CDN｜访问下载", "CDN｜证书问题", "对象存储｜上传下载", "账户｜退款", "短信｜签名")


def tickets() -> list[str]:
    """Their Markdown, in the order of the file."""
    replies = [LINE] * 4 + [LINE_LONGER] * 2 + [LINE_SHORTER] + [HOLDING] * 9
    replies += [REFUND.format(days) for days in (3, 5, 7)] + [LONG] * 22
    made = [_ticket(n, f"第 {n} 件事", reply) for n, reply in enumerate(replies)]
    same = [_ticket(90, "域名审核没有通过", AUDIT) for _ in range(3)]
    alone = [_ticket(n, f"另一件事 {n}", f"这是只说过一次的回答，编号是 {chr(0x4E00 + 31 * n) * 9}") for n in range(3)]
    return [*made, *same, *alone]


def _ticket(n: int, title: str, reply: str) -> str:
    return ticket(title, replies=[reply], cause=f"原因{n % 3}").replace(CATEGORY, CATEGORIES[n % len(CATEGORIES)])


def dataset(folder: Path) -> Path:
    """A file of them."""
    return write(folder / "part-1.md", tickets())
