"""Whatever a file holds: no error but those for users, places that fit, and nothing that the end of a file changes."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from itertools import pairwise

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from db.errors import UserError
from db.formats import Reading, load_vocabulary, read_bytes
from db.formats.encoding import GB18030, UTF8, UTF16_BE, UTF16_LE, Encoding
from db.formats.lines import split
from db.values import Record, Turn
from tests.db.formats import invented
from tests.db.formats.every_shape import SHAPES
from tests.db.formats.shapes import Meant, Ticket, render
from tests.db.formats.test_read_shapes import found

LINES = (
    "# 工单",
    "## 甲",
    "## 1. 乙",
    "## Q2: 丙",
    "## 问题 3：丁",
    "## 404 错误",
    "### 问题描述",
    "### 客服解答",
    "### 根本原因分析",
    "### 完整对话记录",
    "### 步骤",
    "## 客服解答",
    "#",
    "##",
    "**问题分类**: 云盘｜上传",
    "**分类**：未分类 > 其他",
    "**问题描述**：在这里",
    "**客服解答**:",
    "**根本原因**",
    "分类: 短信",
    "**客户**：在吗",
    "**客服**：在的",
    "客服：在的",
    "[客户] 好",
    "- 一",
    "1. 一",
    "2. 二",
    "   **客服回复**: 好",
    "---",
    "====",
    "***",
    "```",
    "--- Logging error ---",
    "#EXTM3U",
    "（客服处理完毕）",
    "...（共8条回复）",
    "## 总结",
    "共 114 个问题",
    "正文；正文、正文",
    "\u00a0\ufeff",
    "\t",
    "",
    "",
    "",
)
ENCODINGS = st.builds(Encoding, st.sampled_from((UTF8, GB18030, UTF16_LE, UTF16_BE)), st.booleans()).filter(
    lambda one: not (one.bom and one.codec == GB18030)
)
LINE = st.one_of(st.sampled_from(LINES), st.text("# *-:：1.客服问题描述a\r\t", max_size=8))
DOCUMENT = st.lists(LINE, max_size=40).map("\n".join)
SIMPLE = tuple(text for text in invented.NASTY if "\n- " not in text and "1." not in text)


def read(data: bytes, reading: Reading | None = None) -> tuple[Reading, list[Record]]:
    """The reading of a file, in a known dialect or not."""
    made = read_bytes(data, "a.md", load_vocabulary(), reading.dialect if reading else None)
    return made, list(made.records)


def fits(text: str, reading: Reading, records: list[Record]) -> None:
    """Places and findings lie in the text, in order and whole."""
    lines = split(text)
    for one in records:
        start, end = one.spans["ticket"]
        assert lines.starts[one.line - 1] == start < end
        assert all(start <= first <= last <= end for name, (first, last) in one.spans.items() if name != "bytes")
        assert text[slice(*one.spans["title"])].strip() == one.title
        for name in ("problem", "root_cause"):
            if name in one.spans:
                value = text[slice(*one.spans[name])].replace("\r\n", "\n").strip()
                assert value == getattr(one, name)
    assert all(end <= start for (_, end), (start, _) in pairwise(one.spans["ticket"] for one in records))
    for finding in reading.findings:
        assert 1 <= finding.line <= len(lines.text)
        assert finding.ordinal is None or 0 <= finding.ordinal < len(records)


@settings(max_examples=300, deadline=None)
@given(DOCUMENT, ENCODINGS, st.sampled_from(("\n", "\r\n")))
def test_any_lines(document: str, encoding: Encoding, end: str) -> None:
    text = document.replace("\n", end)
    data = encoding.mark + encoding.encode(text)
    try:
        reading, records = read(data)
    except UserError:
        return
    if reading.encoding == encoding:
        fits(text, reading, records)
    again, same = read(data, reading)
    assert same == records
    assert again.findings == reading.findings
    assert again.dialect == reading.dialect


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    with contextlib.suppress(UserError):
        read(data)


def _with(ticket: Ticket, problem: str, said: str) -> Ticket:
    turns = (
        *ticket.turns[:1],
        *(Turn(turn.speaker, said or turn.text) for turn in ticket.turns[1:2]),
        *ticket.turns[2:],
    )
    return replace(ticket, problem=problem or ticket.problem, turns=turns)


def _said(records: list[Record]) -> list[Meant]:
    """The records, with replies line by line: few tickets do not tell whether a line or a paragraph is one."""
    return [
        replace(
            one,
            replies=tuple(Turn(turn.speaker, text) for turn in one.replies for text in turn.text.split("\n") if text),
        )
        for one in found(records)
    ]


@settings(max_examples=120, deadline=None)
@given(st.data())
def test_a_file_cut_anywhere(drawn: st.DataObject) -> None:
    shape = drawn.draw(st.sampled_from(SHAPES), label="shape")
    tickets = invented.tickets(16, drawn.draw(st.integers(0, 99), label="seed"))
    texts = st.lists(st.tuples(st.integers(0, 15), st.sampled_from(SIMPLE), st.booleans()), max_size=3)
    for at, text, is_problem in drawn.draw(texts, label="texts"):
        tickets[at] = _with(tickets[at], text if is_problem else "", text.split("\n")[0] if not is_problem else "")
    encoding = drawn.draw(ENCODINGS, label="encoding")
    lines = render(shape, tickets).split("\n")
    whole, records = read(encoding.mark + encoding.encode("\n".join(lines)))
    size = drawn.draw(st.integers(records[8].line, len(lines)), label="lines")
    part, left = read(encoding.mark + encoding.encode("\n".join(lines[:size])))
    assume(whole.encoding == encoding)
    assert len(left) == sum(one.line <= size for one in records)
    assert _said(left[:-1]) == _said(records[: len(left) - 1])
    assert [one.spans for one in left[:-1]] == [one.spans for one in records[: len(left) - 1]]
    assert all(one.ordinal == len(left) - 1 for one in part.findings if one.code == "ticket.cut")


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_tickets_in_any_order_and_number(drawn: st.DataObject) -> None:
    shape = drawn.draw(st.sampled_from([shape for shape in SHAPES if "{n}" not in shape.title]), label="shape")
    tickets = invented.tickets(24, seed=3)
    wanted = {one.problem: one for one in read(render(shape, tickets).encode())[1]}
    some = drawn.draw(st.lists(st.sampled_from(tickets), min_size=12, max_size=24, unique_by=id), label="tickets")
    for one in read(render(shape, some).encode())[1]:
        other = wanted[one.problem]
        assert replace(one, line=0, spans={}) == replace(other, line=0, spans={})
