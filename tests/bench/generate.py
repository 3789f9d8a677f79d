"""Invented tickets in any number, the same for the same seed, with the statistics of real files: what the measurements
run on.

Words follow Zipf's law over a few thousand two-character words, product names and error codes. Lengths are log-normal:
of a problem 29 characters in the median and 204 at the 95th percentile, of a reply 24 and 181. A ticket has 2.6
replies;
a fifth of what staff say is said again word for word, a sixth nearly. The 67 categories have a long tail; up to two of
a hundred root causes stand in a ticket, and one reply is a single line of 90,000 characters.
`tests/bench/test_generate.py` holds these figures.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from pathlib import Path
from statistics import NormalDist

import numpy as np

BLOCK = 1000
PER_SOURCE = 114
CLAUSES = 30_000
TITLE, PROBLEM, REPLY, STOCK = (12, 0.5), (29, 1.185), (24, 1.228), (24, 1.228)
"""Of the log-normal lengths: the median, in characters, and the deviation of the logarithm."""
LONGEST = 4000
FINE = 1 << 19
GOLDEN = (5**0.5 - 1) / 2
PIECE, ROOM = 9.5, 6
"""Characters of a word or clause on average, rather fewer; and between the ends of one text and the next start."""
TURNS = (0.43, 0.18, 0.145, 0.09, 0.05, 0.04, 0.025, 0.02, 0.01, 0.01)
"""Shares of tickets with one reply, two, and so on: 2.6 on average."""
REPEATED, VARIED = 0.15, 0.15
"""Shares of staff replies that are a stock text, and that vary one; short ones are alike by chance besides."""
LONG_TICKET, LONG_LINE = 250, 90_000
"""The place of the ticket whose last reply is one long line, and how long."""
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
CATEGORIES = (
    *((product, topic) for topic in TOPICS for product in PRODUCTS),
    ("账户", "注销"),
    ("财务", "发票"),
    ("其他",),
)
"""67 of them, the commonest first."""
_SHARES = 1 / (np.arange(len(CATEGORIES)) + 5.0) ** 2
_TAIL = _SHARES / _SHARES.sum()
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
    vocabulary = Vocabulary(rng)
    # by dice of its own: but for stock replies, the first tickets are the same however many follow
    stock = _texts(_spread(STOCK, max(10, n // 40)), vocabulary, np.random.default_rng([seed, 1]))
    for start in range(0, n, BLOCK):
        yield from islice(_block(start, vocabulary, stock, rng), n - start)


def write(path: Path, n: int, seed: int = 1) -> None:
    """A JSONL file of `n` tickets."""
    encode = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode
    with path.open("w", encoding="utf-8") as file:
        file.writelines(f"{encode(ticket)}\n" for ticket in generate(n, seed))


def _block(
    start: int, vocabulary: Vocabulary, stock: Sequence[str], rng: np.random.Generator
) -> Iterator[dict[str, object]]:
    """`BLOCK` tickets from the number `start` on."""
    turns = (rng.choice(len(TURNS), BLOCK, p=TURNS) + 1).tolist()
    titles = _texts(_lengths(TITLE, BLOCK, rng), vocabulary, rng)
    problems = _texts(_lengths(PROBLEM, BLOCK, rng), vocabulary, rng)
    said = _said(sum(turns), vocabulary, stock, rng)
    categories = rng.choice(len(CATEGORIES), BLOCK, p=_TAIL).tolist()
    causes = (rng.random((BLOCK, 2)) * rng.random((BLOCK, 2)) * len(CAUSES)).astype(int).tolist()
    faults = (rng.random((BLOCK, 2)) * len(FAULTS)).astype(int).tolist()
    place = 0
    for number in range(start, start + BLOCK):
        row = number - start
        free, staff = said[0][place : place + turns[row]], said[1][place : place + turns[row]]
        replies: list[dict[str, object]] = [
            {"speaker": "staff" if turn % 2 else "customer", "text": (staff if turn % 2 else free)[turn]}
            for turn in range(turns[row])
        ]
        if turns[row] < 3:  # such files do not say who speaks
            replies = [{"speaker": None, "text": text} for text in staff]
        if number == LONG_TICKET:
            replies[-1]["text"] = _line(vocabulary.clauses)
        named = [CAUSES[cause] + FAULTS[fault] for cause, fault in zip(causes[row], faults[row], strict=True)]
        named = list(dict.fromkeys(named[: 1 + (number % 3 == 0)]))
        yield _ticket(number, titles[row], problems[row], replies, CATEGORIES[categories[row]], named)
        place += turns[row]


def _said(
    count: int, vocabulary: Vocabulary, stock: Sequence[str], rng: np.random.Generator
) -> tuple[list[str], list[str]]:
    """So many replies as customers would write them, and as staff would: some of these are stock, or nearly."""
    free = _texts(_lengths(REPLY, count, rng), vocabulary, rng)
    dice, spots = rng.random(count), rng.random((count, 2))
    # what is said most often is said in few ways
    same, near = _zipf(len(stock), 0.9, count, rng), _zipf(len(stock), 0.4, count, rng)
    staff = list(free)
    for place in np.flatnonzero(dice < REPEATED + VARIED).tolist():
        if dice[place] < REPEATED:
            staff[place] = stock[same[place]]
            continue
        text = stock[near[place]]
        cut = int(spots[place, 0] * len(text))
        word = vocabulary.words[int(spots[place, 1] ** 2 * len(vocabulary.words))]
        staff[place] = text[:cut] + word + text[cut + (len(word) if place % 2 else 0) :]
    return free, staff


def _spread(shape: tuple[float, float], count: int) -> np.ndarray:
    """Lengths as `_lengths` has them, but evenly so: the first hundred, which are said most, are no longer than all."""
    median, spread = shape
    evenly = (np.arange(count) * GOLDEN + 0.5) % 1
    normal = np.fromiter(map(NormalDist().inv_cdf, np.clip(evenly, 1e-6, 1 - 1e-6).tolist()), float, count)
    return np.clip(np.exp(np.log(median) + normal * spread).round(), 2, LONGEST).astype(int)


def _lengths(shape: tuple[float, float], count: int, rng: np.random.Generator) -> np.ndarray:
    median, spread = shape
    return np.clip(np.exp(rng.normal(np.log(median), spread, count)).round(), 2, LONGEST).astype(int)


def _texts(lengths: np.ndarray, vocabulary: Vocabulary, rng: np.random.Generator) -> list[str]:
    """Texts of these lengths, each from the beginning of a word or clause on, out of one long run of them."""
    ahead = np.cumsum(lengths + ROOM) - lengths - ROOM
    count = int((ahead[-1] + lengths[-1] + ROOM + LONGEST) / PIECE)
    picks = vocabulary.picks(count, rng)
    ends = np.cumsum(vocabulary.lengths[picks])
    run = "".join(vocabulary.pieces[picks].tolist())
    starts = ends[np.searchsorted(ends, np.minimum(ahead, ends[-1] - LONGEST))]
    return [run[at : at + size].strip() or "好的" for at, size in zip(starts.tolist(), lengths.tolist(), strict=True)]


class Vocabulary:
    """Words and clauses, and how often each is said."""

    def __init__(self, rng: np.random.Generator) -> None:
        self.words = _words(rng)
        self.clauses = _clauses(self.words, rng)
        self.pieces = np.array([*self.clauses, *self.words], dtype=object)
        self.lengths = np.fromiter(map(len, self.pieces), np.int64, len(self.pieces))

    def picks(self, count: int, rng: np.random.Generator) -> np.ndarray:
        """Places of so many pieces: two clauses to a word."""
        clause, word = _places(len(self.clauses), 0.85, count, rng), _places(len(self.words), 0.7, count, rng)
        return np.where(word % 3, clause, word + len(self.clauses))


def _line(clauses: Sequence[str]) -> str:
    """One line of `LONG_LINE` characters."""
    return " ".join("".join(clauses).split())[:LONG_LINE]


def _ticket(
    number: int,
    title: str,
    problem: str,
    replies: Sequence[dict[str, object]],
    category: Sequence[str],
    causes: Sequence[str],
) -> dict[str, object]:
    return {
        "source_file": f"part-{number // PER_SOURCE + 1}.md",
        "line": number % PER_SOURCE * 20 + 5,
        "number": number % PER_SOURCE + 1,
        "title": title.replace("\n", " "),
        "category": category,
        "category_raw": "｜".join(category),
        "problem": problem,
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


def _zipf(size: int, exponent: float, count: int, rng: np.random.Generator) -> list[int]:
    """`count` places below `size`, the first the likeliest."""
    picks: list[int] = _places(size, exponent, count, rng).tolist()
    return picks


def _places(size: int, exponent: float, count: int, rng: np.random.Generator) -> np.ndarray:
    return _quantiles(size, exponent)[rng.integers(0, FINE, count)]


@cache
def _quantiles(size: int, exponent: float) -> np.ndarray:
    """The places at `FINE` steps of the distribution: looked up in a hundredth of the time of a search for each."""
    weights = np.cumsum(1 / np.arange(1, size + 1) ** exponent)
    return np.searchsorted(weights, (np.arange(FINE) + 0.5) / FINE * weights[-1]).astype(np.int32)


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
