"""Sources with labels, replies and personal data enough for every kind of decision. All of it is invented."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

HEAD = "# 工单\n\n---\n\n"
OLD = (
    ("打不开相册", "CDN｜SSL证书", "请写信到 wang@kunde.example.org", ("请稍等一下", "好了，再试试"), "证书过期"),
    ("传不上去", "云盘｜上传", "手机 13912345678，打不开", ("您好，麻烦稍等。",), "网络；权限"),
    ("传不上去", "云盘｜上传", "手机 13912345678，打不开", ("您好，麻烦稍等。",), "网络；权限"),
    ("证书到期了", "CDN｜SSL证书", "服务器 203.0.113.77 连不上", ("请稍等一下",), "证书过期"),
    ("发票开错了", "财务｜发票", "税号写错", ("您好，麻烦稍等。", "重开了"), "用户操作"),
    ("短信发不出", "短信｜签名", "联系 li@kunde.example.org 或 13912345678", ("已经提交审核",), "签名没有通过"),
)
NEW = (
    ("直播卡顿", "CDN｜SSL证书", "找 zhao@anderer.example.org", ("请稍等一下",), "网络"),
    ("传不上去", "云盘｜上传", "手机 13912345678，打不开", ("您好，麻烦稍等。",), "网络；权限"),
    ("相册空白", "云盘｜下载", "没有图", ("请再试一次",), "证书过期"),
)


def text(tickets: Iterable[tuple[str, str, str, tuple[str, ...], str]]) -> str:
    """A source in a plain dialect."""
    return HEAD + "".join(
        f"## {title}\n\n**问题分类**: {category}\n\n### 问题描述\n\n{problem}\n\n### 客服解答\n\n"
        + "".join(f"- {reply}\n" for reply in replies)
        + f"\n### 根本原因分析\n\n{cause}\n\n---\n\n"
        for title, category, problem, replies, cause in tickets
    )


def written(path: Path, tickets: Iterable[tuple[str, str, str, tuple[str, ...], str]]) -> Path:
    """The same as a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text(tickets), encoding="utf-8")
    return path


def sources(folder: Path) -> list[Path]:
    """Two files of old tickets."""
    return [written(folder / "a.md", OLD[:3]), written(folder / "b.md", OLD[3:])]
