"""One plain dialect and short ways to read: what tests of single features need."""

from __future__ import annotations

from collections.abc import Sequence

from db.formats import Reading, load_vocabulary, read_bytes
from db.values import Record, Turn

HEADER = "# 工单\n\n---\n\n"


def ticket(
    title: str = "图片打不开",
    problem: str = "打不开",
    replies: str = "- 请稍等\n- 好了",
    root: str = "权限问题",
    category: str = "云盘｜上传下载",
) -> str:
    """A ticket with a blank line around everything and a list of replies."""
    return (
        f"## {title}\n\n**问题分类**: {category}\n\n### 问题描述\n\n{problem}\n\n### 客服解答\n\n{replies}\n\n"
        f"### 根本原因分析\n\n{root}\n\n---\n\n"
    )


def some(n: int, *, start: int = 1) -> list[str]:
    """Tickets that have nothing special."""
    return [ticket(f"第{number}个相册打不开", f"相册 {number} 打不开") for number in range(start, start + n)]


def among(*special: str, header: str = HEADER) -> str:
    """A file of plain tickets with these between them; those are tickets 3, 4 and on."""
    return "".join([header, *some(3), *special, *some(3, start=4)])


def read(text: str | bytes, name: str = "part.md") -> tuple[Reading, list[Record]]:
    """The reading of a file with its records."""
    data = text.encode() if isinstance(text, str) else text
    reading = read_bytes(data, name, load_vocabulary())
    return reading, list(reading.records)


def fourth(special: str) -> Record:
    """A ticket as it is read among plain ones, all of which must be there."""
    records = read(among(special))[1]
    assert [one.title for one in records[:3] + records[4:]] == [f"第{n}个相册打不开" for n in range(1, 7)]
    return records[3]


def told(text: str | bytes) -> list[tuple[str, int, int | None]]:
    """The findings of a file as code, line and ticket, by line."""
    reading, _ = read(text)
    return sorted(((one.code, one.line, one.ordinal) for one in reading.findings), key=lambda one: one[1])


def line_of(text: str, part: str) -> int:
    """The line (1-based) on which a part of a text begins first."""
    return text.count("\n", 0, text.index(part)) + 1


def staff(*texts: str) -> tuple[Turn, ...]:
    """Turns whose speaker nobody names."""
    return tuple(Turn(None, text) for text in texts)


def texts(turns: Sequence[Turn]) -> list[str]:
    """What was said."""
    return [turn.text for turn in turns]
