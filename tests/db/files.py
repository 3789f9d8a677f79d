"""Invented dataset files of the size that a test asks for."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

CATEGORY = "CDN｜证书问题"


def ticket(title: str, problem: str = "", replies: Sequence[str] = ("请稍等",), cause: str = "证书过期") -> str:
    """One Markdown ticket in a plain dialect."""
    items = "".join(f"- {text}\n" for text in replies)
    return (
        f"## {title}\n\n**问题分类**: {CATEGORY}\n\n### 问题描述\n\n{problem or f'{title}怎么办'}\n\n"
        f"### 客服解答\n\n{items}\n### 根本原因分析\n\n{cause}\n\n---\n\n"
    )


def write(path: Path, tickets: Iterable[str]) -> Path:
    """A Markdown file of these tickets."""
    listed = list(tickets)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"# 工单\n\n**总问题数**: {len(listed)}\n\n---\n\n{''.join(listed)}", encoding="utf-8")
    return path


def part(path: Path, titles: Iterable[str]) -> Path:
    """A Markdown file of tickets with these titles."""
    return write(path, map(ticket, titles))


def jsonl(path: Path, n: int, size: int = 20) -> Path:
    """A JSONL file of `n` tickets with problems of about `size` characters."""
    with path.open("w", encoding="utf-8") as file:
        for number in range(1, n + 1):
            file.write(json.dumps(jsonl_ticket(number, size), ensure_ascii=False) + "\n")
    return path


def jsonl_ticket(number: int, size: int = 20) -> dict[str, object]:
    """One ticket in the form that exports write."""
    return {
        "source_file": "part.md",
        "line": number * 10,
        "number": number,
        "title": f"第 {number} 个问题",
        "category": ["CDN", f"类 {number % 7}"],
        "category_raw": f"CDN｜类 {number % 7}",
        "problem": (f"{number} 证书过期了怎么办 " * (size // 10 + 1))[:size],
        "replies": [{"speaker": None, "text": f"请稍等 {number}"}],
        "conversation": [{"speaker": "customer", "text": "在吗"}, {"speaker": "staff", "text": f"在的 {number}"}],
        "root_cause": f"原因 {number % 5}",
        "root_causes": [f"原因 {number % 5}"],
        "fields": [],
        "status": "unreviewed",
        "note": "",
        "edited": [],
        "id": number,
    }
