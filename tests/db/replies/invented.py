"""An invented review whose replies are families of every kind, in threads with customers and in lists beside them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from db.replies import Replies
from db.review import Review
from db.search import Finder
from tests.db.files import ticket, write

LINE = "您好，北区机房的链路有些抖动，已经切到备用线路，辛苦稍后再看看"
LONGER = f"{LINE}，多谢"
FAR = "您好，北区机房链路抖动，已切到备用线路，辛苦稍后再看"
HOLDING = "稍等一下"
REFUND = "退款会在 {} 个工作日内原路退回到付款账户，请留意"
AUDIT = "请在控制台的域名页面重新提交一次审核"
AUDIT_TOO = "请在控制台的域名页面重新提交一次备案"
ONCE = "这是只说过一次的回答，和别的都不像，讲的是证书链不完整"

Turns = Sequence[tuple[str, str]]


def thread(
    number: int, title: str, turns: Turns, category: str = "对象存储 > 上传下载", cause: str = "文件太大"
) -> str:
    """A ticket of a dialect that has the replies as a list, and the whole thread below it."""
    replies = "\n\n".join(f"{n}. {text}" for n, text in enumerate((t for who, t in turns if who == "客服"), 1))
    talk = "\n\n".join(f"**{who}**：{text}" for who, text in turns)
    return (
        f"## Q{number}: {title}\n\n**问题分类**: {category}\n\n### 问题描述\n{title}，怎么办\n\n"
        f"### 客服解答\n\n{replies}\n\n### 根本原因分析\n- {cause}\n\n### 完整对话记录\n\n{talk}\n\n---\n"
    )


def threads(path: Path) -> Path:
    """A file of threads; the customer says the holding reply and the line too."""
    talks: list[Turns] = [
        [("客户", LINE), ("客服", LINE), ("客户", HOLDING), ("客服", f"{HOLDING}。")] for _ in range(3)
    ]
    talks += [[("客户", "在吗"), ("客服", HOLDING), ("客服", LONGER)] for _ in range(2)]
    talks += [[("客户", f"第 {n} 次问"), ("客服", REFUND.format(n)), ("客服", HOLDING)] for n in (3, 5, 7)]
    made = [thread(n, f"第 {n} 件事", turns, f"对象存储 > 类{n % 3}") for n, turns in enumerate(talks, 1)]
    path.parent.mkdir(parents=True, exist_ok=True)
    head = f"# 对象存储问答\n\n> 人名均为虚构\n\n> 共 {len(made)} 个问题\n\n---\n\n"
    path.write_text(head + "\n".join(made), encoding="utf-8")
    return path


def lists(path: Path) -> Path:
    """A file of tickets with replies alone."""
    replies = [[LINE], [FAR], [LONGER], [AUDIT, ONCE], [AUDIT_TOO], [AUDIT]]
    made = [ticket(f"另一件事 {n}", replies=said, cause=f"原因{n}") for n, said in enumerate(replies)]
    made += [ticket("同一件事", "一样的问题", [REFUND.format(9)]) for _ in range(3)]
    made += [ticket("同一件事", "一样的问题", ["别的回答，说得不一样"])]
    return write(path, made)


def dataset(folder: Path) -> Path:
    """Both files, in a folder."""
    threads(folder / "threads.md")
    lists(folder / "lists.md")
    return folder


def look(review: Review, threshold: float | None = None) -> Replies:
    """The families as a window that is opened now sees them."""
    found = Replies(review, Finder(review))
    if threshold is not None:
        found.use_threshold(threshold)
    return found


def handle(replies: Replies, text: str) -> int:
    """The family of a text, which there is."""
    found = next((one for one in replies.find().tolist() if text in replies.texts_of(one)), -1)
    assert found >= 0, text
    return found
