"""Invented sources, one for each shape of dialect that sources are written back in, and what tests do with them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from db.formats import Reading, Rewrite, load_vocabulary, read_bytes, write_source
from db.values import Record

TITLES = ("图片打不开", "404 页面一直出现", "证书过期怎么续", "2023年的空间不见了", "上传很慢", "账单对不上")
PROBLEMS = (
    "昨天开始图片都打不开了。",
    "日志如下：\n# 填写密钥\n    at main()\n\n--- Logging error ---\n请看一下",
    "　　证书今天过期\n浏览器提示不安全",
    "空间\u00a0找不到了 [图片]",
    "上传到一半就断：\n```\ncurl -v https://x.example.test\n```",
    "账单多了 3 元",
)
SAID = (
    ("您好，请提供域名", "在的"),
    ("请稍等。",),
    ("1.请续期2.重新部署", "续期后清一次缓存", "好了"),
    ("您好，已转给同事",),
    ("请换个网络试试", "再抓一次包"),
    ("已核对；账单没有问题",),
)
CAUSES = ("域名没有解析", "缓存没有刷新", "证书过期", "空间被删除", "网络拥塞", "账单延迟")
PATHS = (
    ("CDN", "访问异常"),
    ("CDN", "回源"),
    ("域名", "证书问题"),
    ("对象存储", "SDK/API"),
    ("对象存储",),
    ("财务", "账单"),
)
N = len(TITLES)


@dataclass(frozen=True)
class Shape:
    """A source by the name of its dialect."""

    name: str
    text: str


HEADER = "# 工单汇总\n\n总计 6 个问题\n\n---\n\n"


def _file(name: str, tickets: Iterable[str], header: str = HEADER, end: str = "") -> Shape:
    return Shape(name, header + "".join(tickets) + end)


def _bullets(at: int) -> str:
    replies = "".join(f"- {text}\n" for text in SAID[at]) if at != 3 else ""
    root = f"### 根本原因分析\n{CAUSES[at]}\n\n" if at != 1 else ""
    replies = "（客服处理完毕）\n" if at == 4 else replies
    return (
        f"## {at + 1}. {TITLES[at]}\n**问题分类**: {'｜'.join(PATHS[at])}\n### 详细问题描述\n{PROBLEMS[at]}\n\n"
        f"### 客服解答\n{replies}\n{root}---\n\n"
    )


def _same_level(at: int) -> str:
    said = SAID[at]
    replies = "".join(f"{n}. {text}\n" for n, text in enumerate(said, 1)) if len(said) > 1 else f"{said[0]}\n"
    middle = f"#\n## 客服解答内容\n{replies}\n" if at != 5 else ""
    return (
        f"## {TITLES[at]}\n\n**问题分类**：{'｜'.join(PATHS[at])}\n\n#\n## 详细问题描述\n{PROBLEMS[at]}\n\n{middle}"
        f"#\n## 根本原因分析\n{CAUSES[at]}\n\n---\n"
    )


def _labels(at: int) -> str:
    steps = "\n".join(f"{n}. {text}" for n, text in enumerate(SAID[at], 1))
    root = f"**根本原因**: {CAUSES[at]}\n\n" if at != 2 else ""
    return (
        f"## Q{at + 1}: {TITLES[at]}\n\n**分类**: {'｜'.join(PATHS[at])}\n\n**问题描述**: {PROBLEMS[at]}\n\n"
        f"**客服解答**:\n{steps if at % 2 else SAID[at][0]}\n\n{root}**解决方案**: 按步骤处理\n- 一\n- 二\n\n---\n\n"
    )


def _talk(at: int, gap: str, customer: str = "**客户**：", staff: str = "**客服**：") -> str:
    first = f"{customer}{PROBLEMS[at].splitlines()[0].strip()}"
    return gap.join([first, *(f"{staff}{text}" for text in SAID[at]), f"{customer}谢谢\n没事了"])


def _numbered(at: int) -> str:
    replies = "\n\n".join(f"{n}. {text}" for n, text in enumerate(SAID[at], 1))
    talk = f"### 完整对话记录\n\n{_talk(at, chr(10) * 2)}\n\n" if at != 2 else ""
    return (
        f"## 问题 {at + 1}: {TITLES[at]}\n\n**分类标签**: {'｜'.join(PATHS[at])}\n\n### 问题描述\n\n{PROBLEMS[at]}\n\n"
        f"### 客服解答\n\n{replies}\n\n### 根本原因分析\n\n- {CAUSES[at]}\n- 其他\n\n{talk}---\n\n"
    )


def _joined(at: int) -> str:
    return (
        f"## Q{at + 1}: {TITLES[at]}\n\n**问题分类**: {'｜'.join(PATHS[at])}\n\n### 问题描述\n{PROBLEMS[at]}\n\n"
        f"### 客服解答\n{' '.join(SAID[at])}\n\n### 根本原因分析\n{CAUSES[at]}\n\n"
        f"### 完整对话记录\n{_talk(at, chr(10) * 2)}\n\n---\n"
    )


def _pairs(at: int) -> str:
    pairs = "\n\n".join(f"{n}. **客户问题**: 第{n}问\n   **客服回复**: {said}" for n, said in enumerate(SAID[at], 1))
    return (
        f"## Q{at + 1}: {TITLES[at]}\n\n**问题分类**: {'｜'.join(PATHS[at])}\n\n### 问题描述\n{PROBLEMS[at]}\n\n"
        f"### 客服解答\n{pairs if at != 3 else ''}\n\n### 根本原因分析\n{CAUSES[at]}\n\n"
        "### 解决方案要点\n- 续期\n\n---\n"
    )


def _lined(at: int) -> str:
    talk = _talk(at, "\n")
    return (
        f"## {TITLES[at]}\n\n**分类标签**: {'｜'.join(PATHS[at])}\n\n### 问题描述\n\n{PROBLEMS[at]}\n\n"
        f"### 客服解答\n\n{talk}\n\n### 根本原因分析\n\n{CAUSES[at]}\n\n---\n\n"
    )


def _paragraphs(at: int) -> str:
    said = "\n\n".join(SAID[at])
    return (
        f"## {TITLES[at]}\n\n**分类**：{'｜'.join(PATHS[at])}\n\n### 问题描述\n\n{PROBLEMS[at]}\n\n"
        f"### 详细对话\n\n{_talk(at, chr(10) * 2)}\n\n### 客服解答\n\n{said}\n\n"
        f"### 根本原因分析\n\n{CAUSES[at]}；其他\n\n---\n\n"
    )


def _lines(at: int) -> str:
    note = f"\n...（共{at + 3}条回复）" if at == 2 else ""
    said = "\n".join(SAID[at]) + note
    return (
        f"## {TITLES[at]}\n\n**问题分类**：{'｜'.join(PATHS[at])}\n\n### 详细问题描述\n{PROBLEMS[at]}\n\n"
        f"### 客服解答\n{said}\n\n### 根本原因分析\n{CAUSES[at]}\n\n---\n\n"
    )


def _unruled(at: int) -> str:
    replies = "\n".join(f"* {text}" for text in SAID[at])
    problem = PROBLEMS[at].replace("# ", "")
    return (
        f"# {TITLES[at]}\n\n- 分类：{' > '.join(PATHS[at])}\n- 来源：网页\n\n## 问题描述\n{problem}\n\n"
        f"## 客服解答\n{replies}\n\n## 根因分析\n**问题类型**: {CAUSES[at]}\n**解决状态**: ✓\n\n"
    )


def _bracketed(at: int) -> str:
    talk = _talk(at, "\n", "【用户】", "【客服】")
    return (
        f"## {TITLES[at]}\n\n**问题分类**: {'｜'.join(PATHS[at])}\n\n### 问题描述\n{PROBLEMS[at]}\n\n"
        f"### 客服解答\n{talk}\n\n### 根本原因分析\n{CAUSES[at]}\n\n---\n\n"
    )


def _silent(at: int) -> str:
    return (
        f"## {at + 1}. {TITLES[at]}\n**问题分类**: {'｜'.join(PATHS[at])}\n### 问题描述\n{PROBLEMS[at]}\n"
        f"### 客服解答\n\n### 根本原因分析\n\n---\n"
    )


def _all(make: Callable[[int], str]) -> list[str]:
    return [make(at) for at in range(N)]


SHAPES = (
    _file("bullets", _all(_bullets)),
    _file("same level", _all(_same_level)),
    _file("labels", _all(_labels), end="## 总结\n\n共 6 个工单\n- CDN 2\n"),
    _file("numbered", _all(_numbered)),
    _file("joined", _all(_joined)),
    _file("pairs", _all(_pairs)),
    _file("dialogue", _all(_lined)),
    _file("paragraphs", _all(_paragraphs)),
    _file("lines", [*_all(_lines)[:-1], _lines(N - 1).removesuffix("\n\n---\n\n")]),
    _file("unruled", _all(_unruled), header=""),
    _file("bracketed", [*_all(_bracketed)[:-1], _bracketed(N - 1).split("### 根本原因分析")[0]]),
    _file("silent", _all(_silent)),
)

ENCODINGS = {
    "utf-8": lambda text: text.encode(),
    "mark": lambda text: text.encode("utf-8-sig"),
    "crlf": lambda text: text.replace("\n", "\r\n").encode(),
    "gb18030": lambda text: text.encode("gb18030"),
    "utf-16": lambda text: b"\xff\xfe" + text.encode("utf-16-le"),
    "utf-16-be": lambda text: text.encode("utf-16-be"),
    "no end": lambda text: text.rstrip("\n").encode(),
}
"""How the bytes of a source may be, by name."""


def read(data: bytes, dialect: object = None, name: str = "part.md") -> tuple[Reading, list[Record]]:
    """A source, in a known dialect where one is given."""
    known = dialect if isinstance(dialect, dict) else None
    reading = read_bytes(data, name, load_vocabulary(), known)
    return reading, list(reading.records)


def pieces(data: bytes, size: int = 1000) -> Iterator[bytes]:
    """Bytes as they come out of a store."""
    return (data[at : at + size] for at in range(0, len(data), size))


def write(data: bytes, reading: Reading, rewrites: Sequence[Rewrite], size: int = 1000) -> bytes:
    """A source written back."""
    return b"".join(write_source(pieces(data, size), reading.format, reading.encoding, reading.dialect, rewrites))
