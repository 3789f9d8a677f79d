"""Every shape of a dataset file is read as it was meant: values, places and the dialect in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pytest

from db import sentences
from db.formats import Reading, load_vocabulary, read_bytes
from db.values import Record
from tests.db.formats import invented
from tests.db.formats.every_shape import SHAPES
from tests.db.formats.shapes import Meant, Shape, Ticket, meant, render

OF_ONE_LINE = ("lines", "paragraphs", "first", "by space", "by semicolon")
OF_MANY_LINES = [shape for shape in SHAPES if shape.replies not in OF_ONE_LINE]
each_shape = pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)


def read(text: str, name: str = "part.md") -> tuple[Reading, list[Record]]:
    """The reading of a text with its records."""
    reading = read_bytes(text.encode(), name, load_vocabulary())
    return reading, list(reading.records)


def found(records: Sequence[Record]) -> list[Meant]:
    """What was read, to be compared with what was meant."""
    return [
        Meant(
            one.title,
            one.number,
            one.category,
            one.problem,
            one.replies,
            one.conversation,
            one.root_cause,
            one.fields,
        )
        for one in records
    ]


def check(shape: Shape, tickets: Sequence[Ticket]) -> Reading:
    """Read the tickets in a shape and compare one by one, so that a failure names the ticket."""
    reading, records = read(render(shape, tickets))
    for one, other in zip(found(records), meant(shape, tickets), strict=True):
        assert one == other
    return reading


@each_shape
def test_plain_tickets(shape: Shape) -> None:
    reading = check(shape, invented.tickets(40))
    assert not reading.findings or shape.footer
    assert shape.says in sentences.dialect(reading.dialect)


@each_shape
@pytest.mark.parametrize("n", [3, 7])
def test_few_tickets(shape: Shape, n: int) -> None:
    check(shape, invented.tickets(n, seed=n))


@pytest.mark.parametrize("shape", OF_MANY_LINES, ids=lambda shape: shape.name)
def test_texts_that_look_like_structure(shape: Shape) -> None:
    check(shape, invented.with_texts(invented.tickets(48), invented.NASTY))


@each_shape
def test_problems_that_look_like_structure(shape: Shape) -> None:
    tickets = [replace(one, problem=text) for one, text in zip(invented.tickets(48), invented.NASTY * 4, strict=True)]
    check(shape, tickets)


@each_shape
def test_places_hold_the_values(shape: Shape) -> None:
    text = render(shape, invented.tickets(20))
    for one in read(text)[1]:
        place = {name: text[start:end] for name, (start, end) in one.spans.items()}
        assert place["title"] == one.title
        assert place["category"] == one.category_raw
        assert place["problem"].strip() == one.problem
        assert place["root_cause"].strip() == one.root_cause
        assert all(turn.text in place["replies"] for turn in one.replies)
        assert place["ticket"].startswith(shape.title.split("{")[0])
        assert text.count("\n", 0, one.spans["ticket"][0]) + 1 == one.line


HEADERS = (
    "",
    "# 题\n\n",
    "# 题\n\n## 说明\n\n本文件包含 {n} 个问题\n\n---\n\n",
    "# 题\n\n## 目录\n\n- [一](#1)\n- [二](#2)\n\n---\n\n",
    "# 题\n\n## 数据概览\n\n**总数**: {n}\n\n",
    "---\ntitle: x\ncount: 40\n---\n\n",
    "# 题\n\n> 共 {n} 个\n\n---\n\n## 第一部分\n\n---\n\n",
    "\ufeff# 题\n\n",
    "# 题\n\n**分类**: 全部\n\n---\n\n",
    "# 题\n\n### 问题描述\n\n本文件说明\n\n---\n\n",
    "<!-- 注释 -->\n\n# 题\n---\n",
    "# 题\n\n| 分类 | 数 |\n|---|---|\n| 云盘 | 40 |\n\n---\n\n",
)


@pytest.mark.parametrize("header", HEADERS)
@pytest.mark.parametrize("shape", SHAPES[::4], ids=lambda shape: shape.name)
def test_any_header(shape: Shape, header: str) -> None:
    reading = check(replace(shape, header=header), invented.tickets(12))
    assert not [one for one in reading.findings if one.code != "text.after"]


@each_shape
def test_tickets_meet_without_a_gap(shape: Shape) -> None:
    text = render(shape, invented.tickets(20))
    records = read(text)[1]
    places = [one.spans["ticket"] for one in records]
    assert all(end == start for (_, end), (start, _) in pairwise(places))
    assert places[-1][1] == len(text) - len(shape.footer)
