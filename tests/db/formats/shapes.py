"""The shapes of dataset files: how tickets are written in each dialect, and what a reader must find in them.

A shape is data; `render` writes tickets in it, and `meant` says the records that reading them must give. Invented text
comes from `invented`; knows nothing of how the reader works.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from db.values import CONVERSATION, PROBLEM, REPLIES, ROOT_CAUSE, Turn

WORDS = {"customer": "客户", "staff": "客服"}


@dataclass(frozen=True)
class Ticket:
    """A ticket before it is written. `without` names sections whose heading is left out, `empty` those without text."""

    title: str
    category: tuple[str, ...] = ("对象存储", "上传下载")
    problem: str = "打不开"
    turns: tuple[Turn, ...] = ()
    roots: tuple[str, ...] = ("权限问题",)
    stand_in: str = ""
    without: frozenset[str] = frozenset()
    empty: frozenset[str] = frozenset()
    number: int | None = None


@dataclass(frozen=True)
class Written:
    """The text of a section, and the turns or the text that it means."""

    text: str
    turns: tuple[Turn, ...] = ()


Form = Callable[[Sequence[Turn]], Written]


@dataclass(frozen=True)
class Shape:
    """How a file is written; `parts` names the real parts that are written so."""

    name: str
    sections: tuple[tuple[str, str], ...]
    """The key of each with its heading; text stands beside a heading that has a place for it."""
    replies: str = "items"
    title: str = "## {title}"
    category: str = "**问题分类**: {}"
    separator: str = "｜"
    conversation: str = "apart"
    roots: str = "prose"
    after_title: int = 1
    before: int = 1
    """Blank lines before a heading."""
    under: int = 0
    """Blank lines under a heading."""
    rule: str = "---"
    after_rule: int = 1
    header: str = "# 客服工单 - Part {part}\n\n本文档包含 {n} 个问题\n\n---\n\n"
    footer: str = ""
    says: str = ""
    """What the dialect in words must say of the replies."""
    others: tuple[tuple[str, str], ...] = field(default=())
    """Texts of the sections that are none of ours, by heading."""


def _staff(turns: Sequence[Turn]) -> list[str]:
    return [turn.text for turn in turns if turn.speaker == "staff"]


def _listed(texts: Sequence[str], write: Callable[[int, str], str], between: str) -> Written:
    text = between.join(write(number, one) for number, one in enumerate(texts, 1))
    return Written(text, tuple(Turn(None, one) for one in texts))


def _list(write: Callable[[int, str], str], between: str = "\n", most: int = 99, bare: bool = False) -> Form:
    def form(turns: Sequence[Turn]) -> Written:
        texts = _staff(turns)[:most]
        return _listed(texts, (lambda _, one: one) if bare and len(texts) == 1 else write, between)

    return form


def _joined(sign: str) -> Form:
    def form(turns: Sequence[Turn]) -> Written:
        text = sign.join(_staff(turns))
        return Written(text, (Turn(None, text),) if text else ())

    return form


def _talk(mark: str, between: str = "\n") -> Form:
    def form(turns: Sequence[Turn]) -> Written:
        return Written(between.join(mark.format(WORDS[turn.speaker or ""]) + turn.text for turn in turns), tuple(turns))

    return form


def _everybody(turns: Sequence[Turn]) -> Written:
    return _listed([turn.text for turn in turns], lambda _, one: f"- {one}", "\n")


def _pairs(turns: Sequence[Turn]) -> Written:
    """A customer and the reply to it; whoever speaks twice is joined, as such files do."""
    merged: list[Turn] = []
    for turn in turns:
        if merged and merged[-1].speaker == turn.speaker:
            merged[-1] = merged[-1]._replace(text=f"{merged[-1].text} {turn.text}")
        elif merged or turn.speaker == "customer":
            merged.append(turn)
    merged = merged[: len(merged) // 2 * 2]
    asked, answered = merged[::2], merged[1::2]
    lines = [
        f"{number}. **客户问题**: {one.text}\n   **客服回复**: {other.text}"
        for number, (one, other) in enumerate(zip(asked, answered, strict=True), 1)
    ]
    return Written("\n\n".join(lines), tuple(merged))


FORMS: dict[str, Form] = {
    "items": _list(lambda _, one: f"- {one}"),
    "numbered": _list(lambda number, one: f"{number}. {one}"),
    "three": _list(lambda number, one: f"{number}. {one}", most=3),
    "numbered apart": _list(lambda number, one: f"{number}. {one}", "\n\n"),
    "numbered or bare": _list(lambda number, one: f"{number}. {one}", bare=True),
    "lines": _list(lambda _, one: one),
    "paragraphs": _list(lambda _, one: one, "\n\n"),
    "first": _list(lambda _, one: one, most=1),
    "by space": _joined(" "),
    "by semicolon": _joined("；"),
    "everybody": _everybody,
    "talk": _talk("**{}**："),
    "apart": _talk("**{}**：", "\n\n"),
    "half colon": _talk("**{}**: "),
    "colon inside": _talk("**{}：** "),
    "inside apart": _talk("**{}:** ", "\n\n"),
    "plain": _talk("{}："),
    "plain apart": _talk("{}: ", "\n\n"),
    "list": _talk("- **{}**："),
    "bracket": _talk("[{}] "),
    "under": _talk("**{}**：\n", "\n\n"),
    "pairs": _pairs,
}

ROOTS: dict[str, Callable[[Sequence[str]], str]] = {
    "prose": "，".join,
    "tags": "；".join,
    "kinds": "、".join,
    "bullets": lambda roots: "\n".join(f"- {one}" for one in roots),
    "label": lambda roots: f"**问题类型**: {'，'.join(roots)}\n\n**解决状态**: ✓ 已解决",
    "advice": lambda roots: f"**根本原因**：{'，'.join(roots)}\n\n- 建议检查配置\n- 建议更新文档",
}


def text_of(shape: Shape, one: Ticket) -> str:
    """A ticket as the shape writes it, with the rule that ends it."""
    number = one.number
    lines = [shape.title.format(n=number, title=one.title), *[""] * shape.after_title]
    lines.append(shape.category.format(shape.separator.join(one.category)))
    for key, heading in shape.sections:
        if key in one.without:
            continue
        text = "" if key in one.empty else body(shape, one, key)
        inline = "{}" in heading
        lines += [*[""] * shape.before, heading.format(text) if inline else heading]
        lines += [*[""] * shape.under, text] if text and not inline else []
    lines += ["", shape.rule, *[""] * shape.after_rule] if shape.rule else [""]
    return "\n".join(lines) + "\n"


def body(shape: Shape, one: Ticket, key: str) -> str:
    """The text of a section."""
    if key == PROBLEM:
        return one.problem
    if key == ROOT_CAUSE:
        return ROOTS[shape.roots](one.roots)
    if key == REPLIES:
        return one.stand_in or FORMS[shape.replies](one.turns).text
    return FORMS[shape.conversation](one.turns).text if key == CONVERSATION else dict(shape.others).get(key, "")


def render(shape: Shape, tickets: Sequence[Ticket]) -> str:
    """A whole file; tickets without a number are numbered from 1."""
    listed = [one if one.number else replace(one, number=at) for at, one in enumerate(tickets, 1)]
    header = shape.header.format(part=7, n=len(tickets))
    return header + "".join(text_of(shape, one) for one in listed) + shape.footer


@dataclass(frozen=True)
class Meant:
    """What reading a ticket must give."""

    title: str
    number: int | None
    category: tuple[str, ...]
    problem: str
    replies: tuple[Turn, ...]
    conversation: tuple[Turn, ...] | None
    root_cause: str
    fields: tuple[tuple[str, str], ...]


def meant(shape: Shape, tickets: Sequence[Ticket]) -> list[Meant]:
    """The records that a file of these tickets holds."""
    return [_meant(shape, one, at) for at, one in enumerate(tickets, 1)]


def _meant(shape: Shape, one: Ticket, at: int) -> Meant:
    gone = one.without | one.empty

    def turns(key: str, form: str) -> tuple[Turn, ...]:
        found = FORMS[form](one.turns).turns if key not in gone else ()
        return tuple(turn._replace(text=turn.text.strip()) for turn in found)

    has = {key for key, _ in shape.sections} - one.without
    fields = [(_name(heading), key) for key, heading in shape.sections if key not in (*_OURS, *one.without)]
    return Meant(
        one.title,
        (one.number or at) if "{n}" in shape.title else None,
        one.category,
        "" if PROBLEM in gone else one.problem.strip(),
        () if one.stand_in else turns(REPLIES, shape.replies),
        turns(CONVERSATION, shape.conversation) if CONVERSATION in has else None,
        "" if ROOT_CAUSE in gone else body(shape, one, ROOT_CAUSE),
        tuple((name, "" if key in gone else body(shape, one, key)) for name, key in fields),
    )


_OURS = (PROBLEM, REPLIES, CONVERSATION, ROOT_CAUSE)


def _name(heading: str) -> str:
    return re.sub(r"[#*:：{}\s]", "", heading)
