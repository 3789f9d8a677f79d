"""Invented tickets that have the labels which a test asks for."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from db.labels import Group

Labels = tuple[str, Sequence[str], str]
"""Category, root causes, problem."""


def dataset(path: Path, tickets: Iterable[Labels]) -> Path:
    """A JSONL file of tickets."""
    with path.open("w", encoding="utf-8") as file:
        for number, (category, causes, problem) in enumerate(tickets, 1):
            listed = {"root_cause": "；".join(causes), "root_causes": list(causes), "replies": [{"text": "好的"}]}
            names = {"category": category.split("｜") if category else [], "category_raw": category}
            told = {"title": f"第 {number} 件事", "problem": problem or f"说说第 {number} 件事"}
            file.write(json.dumps(names | told | listed, ensure_ascii=False) + "\n")
    return path


def causes(counts: Mapping[str, int] | Iterable[str]) -> list[Labels]:
    """Tickets with one root cause each, so many of every one."""
    numbers = dict(counts) if isinstance(counts, Mapping) else dict.fromkeys(counts, 1)
    return [("网盘", [name], "") for name, n in numbers.items() for _ in range(n)]


def categories(counts: Mapping[str, int] | Iterable[str]) -> list[Labels]:
    """Tickets of categories, so many of every one."""
    numbers = dict(counts) if isinstance(counts, Mapping) else dict.fromkeys(counts, 1)
    return [(name, ["磁盘写满"], "") for name, n in numbers.items() for _ in range(n)]


def listed(groups: Iterable[Group]) -> list[tuple[str, list[str]]]:
    """Groups as method and labels."""
    return [(group.method, [one.label for one in group.labels]) for group in groups]
