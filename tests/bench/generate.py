"""Invented tickets in any number, the same for the same seed: what the measurements run on.

Words follow Zipf's law over a few thousand two-character words, product names and error codes; a ticket has some 300
to 900 characters, one to six replies, a category of a tree of sixty and up to three of two hundred root causes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

BLOCK = 1000
PER_SOURCE = 114
CLAUSES = 30_000
COMMON = """
的 我们 您好 证书 超时 请 上传 无法 问题 已 域名 访问 失败 空间 客户 是否 文件 配置 一下 可以 图片 报错 加速 流量 刷新
缓存 SSL CDN API 404 退款 提现 账单 权限 密钥 回源 备案 工单 测试 处理 稍等 提供 截图 确认 error timeout HTTPS 接口
视频 转码 直播 推流 签名 下载 删除 恢复 迁移 实名 认证 发票 余额 套餐 续费 解析 CNAME 带宽 限速 日志 统计 SDK token
"""
PRODUCTS = ("对象存储", "CDN", "域名", "直播", "转码", "短信", "账户", "财务")
TOPICS = ("证书问题", "上传下载", "访问异常", "配置咨询", "刷新预热", "权限密钥", "计费账单", "其他")
CAUSES = ("证书", "域名", "缓存", "配置", "权限", "网络", "余额", "接口", "客户端", "回源")
FAULTS = (
    "过期",
    "未备案",
    "未刷新",
    "错误",
    "不足",
    "超时",
    "欠费",
    "变更",
    "版本过低",
    "被限速",
    "不匹配",
    "异常",
    "延迟",
    "丢失",
)
PASTED = (
    "https://img.example.test/upload/2023/{0}.jpg ",
    "[URL已脱敏] ",
    "\nHTTP/1.1 {0} Bad Gateway\n",
    " errno={0} connection timed out\n",
    "x-request-id: a{0}f ",
    " v1.{0}.0 ",
    "https://cdn{0}.example.test/index.html?token=[REDACTED] ",
    "\njava.net.SocketTimeoutException: Read timed out after {0} ms\n",
)
"""What reviewers see pasted between the words: addresses, masks, log lines."""

MARKS = ("，", "。", "，", " ", "：", "？\n", "、", "（", "）", "\n")


def generate(n: int, seed: int) -> Iterator[dict[str, object]]:
    """`n` tickets as objects of the JSONL form, in the order of their sources (114 to each)."""
    rng = np.random.default_rng(seed)
    words = _words(rng)
    clauses = _clauses(words, rng)
    for start in range(0, n, BLOCK):
        lengths = rng.integers(32, 84, BLOCK)
        total = int(lengths.sum())
        often = _zipf(len(clauses), 0.85, total, rng)
        free = _zipf(len(words), 0.7, total, rng)
        pieces = [words[w] if w % 3 == 0 else clauses[c] for c, w in zip(often, free, strict=True)]
        place = 0
        for number in range(start, min(n, start + BLOCK)):
            length = int(lengths[number - start])
            yield _ticket(number, pieces[place : place + length], rng)
            place += length


def write(path: Path, n: int, seed: int = 1) -> None:
    """A JSONL file of `n` tickets."""
    with path.open("w", encoding="utf-8") as file:
        for ticket in generate(n, seed):
            file.write(json.dumps(ticket, ensure_ascii=False) + "\n")


def _zipf(size: int, exponent: float, count: int, rng: np.random.Generator) -> list[int]:
    """`count` places below `size`, the first the likeliest."""
    weights = np.cumsum(1 / np.arange(1, size + 1) ** exponent)
    picks: list[int] = np.searchsorted(weights, rng.random(count) * weights[-1]).tolist()
    return picks


def _words(rng: np.random.Generator) -> list[str]:
    """The common words, then invented ones of characters of GB2312's first level, commonest first."""
    level = [bytes((row, cell)).decode("gb2312") for row in range(0xB0, 0xD7) for cell in range(0xA1, 0xFA)]
    characters = np.array(level)[rng.permutation(len(level))]
    pairs = [characters[_zipf(1800, 0.9, 4000, rng)] for _ in range(2)]
    invented = ["".join(pair) for pair in zip(*pairs, strict=True)]
    invented += [f"E{code}" for code in rng.integers(1000, 9999, 300).tolist()]
    return COMMON.split() + [invented[place] for place in rng.permutation(len(invented)).tolist()]


def _clauses(words: list[str], rng: np.random.Generator) -> list[str]:
    """Runs of two to nine words with a mark behind: what real tickets repeat."""
    lengths = rng.integers(2, 9, CLAUSES)
    picks = [words[place] for place in _zipf(len(words), 0.8, int(lengths.sum()), rng)]
    ends = np.cumsum(lengths).tolist()
    marks = [MARKS[place] for place in rng.integers(0, len(MARKS), CLAUSES).tolist()]
    clauses = ["".join(picks[end - size : end]) + mark for end, size, mark in zip(ends, lengths, marks, strict=True)]
    pasted = rng.integers(0, len(PASTED), CLAUSES).tolist()
    numbers = rng.integers(100, 99999, CLAUSES).tolist()
    for place in range(2, CLAUSES, 6):
        clauses[place] = PASTED[pasted[place]].format(numbers[place])
    return clauses


def _ticket(number: int, pieces: Sequence[str], rng: np.random.Generator) -> dict[str, object]:
    dice = rng.random(8)
    title, problem, rest = pieces[:2], pieces[2 : len(pieces) // 3], pieces[len(pieces) // 3 :]
    turns = 1 + int(dice[0] * dice[0] * 6)
    size = -(-len(rest) // turns)
    replies = [
        {"speaker": ("customer", "staff")[turn % 2] if turns > 2 else None, "text": _text(rest[turn * size :][:size])}
        for turn in range(turns)
    ]
    category = [PRODUCTS[int(dice[1] * dice[2] * len(PRODUCTS))], TOPICS[int(dice[3] * len(TOPICS))]]
    causes = [
        CAUSES[int(a * b * len(CAUSES))] + FAULTS[int(b * len(FAULTS))]
        for a, b in ((dice[4], dice[5]), (dice[6], dice[7]))[: 1 + (number % 3 == 0)]
    ]
    causes = list(dict.fromkeys(causes))
    return {
        "source_file": f"part-{number // PER_SOURCE + 1}.md",
        "line": number % PER_SOURCE * 20 + 5,
        "number": number % PER_SOURCE + 1,
        "title": _text(title).replace("\n", " ") or "无题",
        "category": category,
        "category_raw": "｜".join(category),
        "problem": _text(problem),
        "replies": replies,
        "conversation": None,
        "root_cause": "；".join(causes),
        "root_causes": causes,
        "fields": [],
        "status": "unreviewed",
        "note": "",
        "edited": [],
        "id": number + 1,
    }


def _text(pieces: Sequence[str]) -> str:
    return "".join(pieces).strip()
