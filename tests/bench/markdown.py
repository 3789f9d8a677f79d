"""The generated tickets as Markdown in one of the dialects that real parts have: turns of customer and staff by line.

Text that would be structure in that dialect is indented by a space, as nobody quotes it in real parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.bench.generate import generate

_STRUCTURE = re.compile(r"^(?=#|---|\*\*)", re.MULTILINE)
_SPEAKERS = {"customer": "客户", "staff": "客服", None: "客服"}


def write(path: Path, n: int, seed: int = 1) -> None:
    """A Markdown file of `n` tickets."""
    with path.open("w", encoding="utf-8") as file:
        file.write(f"# 工单\n\n**总问题数**: {n}\n\n---\n\n")
        file.writelines(texts(n, seed))


def texts(n: int, seed: int) -> Iterator[str]:
    """The tickets one by one."""
    for ticket in generate(n, seed):
        yield _text(ticket)


def _text(ticket: Mapping[str, Any]) -> str:
    return (
        f"## {ticket['title'].lstrip('#').strip() or '无题'}\n\n**问题分类**: {ticket['category_raw']}\n\n"
        f"### 问题描述\n\n{_plain(ticket['problem'])}\n\n### 客服解答\n\n{_turns(ticket['replies'])}\n\n"
        f"### 根本原因分析\n\n{ticket['root_cause']}\n\n---\n\n"
    )


def _turns(replies: Sequence[Mapping[str, Any]]) -> str:
    return "\n".join(f"**{_SPEAKERS[turn['speaker']]}**：{_plain(turn['text'])}" for turn in replies)


def _plain(text: str) -> str:
    return _STRUCTURE.sub(" ", text)
