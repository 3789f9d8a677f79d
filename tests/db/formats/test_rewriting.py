"""Edits of any field in any dialect: what is written is read as wanted, and nothing else of the file is touched."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import SequenceMatcher

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.formats import Reading, Rewrite, held
from db.values import (
    CATEGORY,
    CONVERSATION,
    PROBLEM,
    REPLIES,
    ROOT_CAUSE,
    SOURCE_FIELDS,
    TITLE,
    Record,
    Turn,
)
from tests.db.formats import invented
from tests.db.formats.dialects import ENCODINGS, SHAPES, N, Shape, pieces, read, write
from tests.db.formats.every_shape import SHAPES as EVERY_SHAPE
from tests.db.formats.shapes import render

ODD_LINES = (
    "",
    " ",
    "　缩进",
    "# 填写密钥",
    "## 404",
    "### 客服解答",
    "#",
    "---",
    "- 一",
    "1. 一",
    "2. 二",
    "12、三",
    "**客户**：在吗",
    "**客服**：在的",
    "**根本原因**：权限",
    "**问题分类**: CDN｜回源",
    "**分类**：x",
    "【客服】好",
    "（客服处理完毕）",
    "...（共8条回复）",
    "```",
    "<b>粗</b>",
    "a\u00a0b\ufeff",
    "😀",
)
LINE = st.one_of(st.sampled_from(ODD_LINES), st.text("证书缓存刷新ab1 .:：*-#", max_size=8))
TEXT = st.lists(LINE, max_size=4).map("\n".join)
NAME = st.text("证书域名SDK/1 ", min_size=1, max_size=6).map(str.strip).filter(bool)
TURN = st.builds(Turn, st.sampled_from((None, "customer", "staff")), TEXT)
THREAD = st.lists(TURN, max_size=4).map(tuple)
EDITS = st.fixed_dictionaries(
    {},
    optional={
        TITLE: st.one_of(LINE, st.sampled_from(("12. 三", "404", "Q3: 甲", "问题 2: 乙"))),
        CATEGORY: st.lists(NAME, max_size=3).map(tuple),
        PROBLEM: TEXT,
        REPLIES: THREAD,
        CONVERSATION: st.one_of(st.none(), THREAD),
        ROOT_CAUSE: TEXT,
    },
)


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_source_without_edits_is_the_same(shape: Shape, encoding: str) -> None:
    data = ENCODINGS[encoding](shape.text)
    reading, records = read(data)
    assert len(records) == N
    assert write(data, reading, [], 7) == data
    assert write(data, reading, [Rewrite(one.spans) for one in records], 7) == data


def test_a_title_that_an_unknown_section_is_called_as_too() -> None:
    shape = "## {}\n**问题分类**：CDN｜回源\n\n#\n## 详细问题描述\n用不了\n\n{}#\n## 根本原因分析\n没有刷新\n\n---\n"
    named = [("打不开", ""), ("很慢", ""), ("报错", ""), ("问题 3：丁", ""), ("账单", "#\n## 问题 3：丁\n无\n\n")]
    data = ("# 工单汇总\n\n" + "".join(shape.format(*one) for one in named)).encode()
    reading, records = read(data)
    assert [one.title for one in records] == [title for title, _ in named]
    assert write(data, reading, [Rewrite(one.spans) for one in records]) == data
    after = write(data, reading, [Rewrite(records[3].spans, {PROBLEM: "现在可以了"})])
    assert after == data.replace(
        "丁\n**问题分类**：CDN｜回源\n\n#\n## 详细问题描述\n用不了".encode(),
        "丁\n**问题分类**：CDN｜回源\n\n#\n## 详细问题描述\n现在可以了".encode(),
    )


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_edits_are_read_back_and_nothing_else_changes(drawn: st.DataObject) -> None:
    shape = drawn.draw(st.sampled_from(SHAPES), label="shape")
    encoding = drawn.draw(st.sampled_from(sorted(ENCODINGS)), label="encoding")
    edits = drawn.draw(st.dictionaries(st.integers(0, N - 1), EDITS, max_size=3), label="edits")
    dropped = drawn.draw(st.sets(st.integers(0, N - 1), max_size=2), label="dropped") - edits.keys()
    size = drawn.draw(st.integers(1, 900))
    data = ENCODINGS[encoding](shape.text)
    reading, records = read(data)
    rewrites = {at: Rewrite(records[at].spans, fields) for at, fields in edits.items()}
    rewrites |= {at: Rewrite(records[at].spans, drop=True) for at in dropped}
    sound = [rewrites[at] for at in sorted(rewrites) if not held(pieces(data), "markdown", *_of(reading), rewrites[at])]
    after = write(data, reading, sound, size)
    kept = [one for at, one in enumerate(records) if at not in dropped]
    _, found = read(after, reading.dialect)
    assert len(found) == len(kept)
    wanted = {id(rewrite.spans): rewrite.edits for rewrite in sound}
    for old, new in zip(kept, found, strict=True):
        fields = wanted.get(id(old.spans), {})
        assert _differing(old, new, fields) == []
        assert _is_surrounding_kept(_body(data, reading), old, _body(after, reading), new, fields)


def _of(reading: Reading) -> tuple[object, ...]:
    return reading.encoding, reading.dialect


def _body(data: bytes, reading: Reading) -> str:
    return data[len(reading.encoding.mark) :].decode(reading.encoding.codec)


def _differing(old: Record, new: Record, edits: Mapping[str, object]) -> list[str]:
    wanted = {name: edits.get(name, getattr(old, name)) for name in SOURCE_FIELDS}
    found = [name for name in SOURCE_FIELDS if _plain(getattr(new, name)) != _plain(wanted[name])]
    return [*found, *(name for name in ("number", "fields") if getattr(new, name) != getattr(old, name))]


def _plain(value: object) -> object:
    """A value without blanks around texts and without turns that say nothing."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, tuple) and value and isinstance(value[0], Turn):
        turns = [Turn(turn.speaker, turn.text.strip()) for turn in value]
        return tuple(turn for turn in turns if turn.text or turn.speaker)
    return value


def _is_surrounding_kept(before: str, old: Record, after: str, new: Record, edits: Mapping[str, object]) -> bool:
    """Whether the lines of a ticket that are not of edited fields stayed, and only headings of edited ones came."""
    left, found = _around(before, old, edits), _around(after, new, edits)
    if not edits:
        return left == found
    changes = SequenceMatcher(None, left, found, autojunk=False).get_opcodes()
    gone = sum(end - start for kind, start, end, _, _ in changes if kind != "equal")
    came = sum(end - start for kind, _, _, start, end in changes if kind != "equal")
    new_sections = sum(name not in old.spans for name in edits)
    old_sections = CONVERSATION in edits and edits[CONVERSATION] is None and CONVERSATION in old.spans
    return came <= 2 * new_sections and gone <= 2 * old_sections


def _around(text: str, record: Record, edits: Mapping[str, object]) -> list[str]:
    """The lines of a ticket, blank ones left out, without the texts of these fields."""
    start, end = record.spans["ticket"]
    kept, place = "", start
    for first, last in sorted(record.spans[name] for name in edits if name in record.spans):
        kept += text[place:first]
        place = last
    if not edits:
        return text[start:end].split("\n")
    return [line.rstrip() for line in (kept + text[place:end]).split("\n") if line.strip()]


def _plain_edits(record: Record, reading: Reading) -> Mapping[str, object]:
    """A new value for each field that every dialect can hold."""
    layout = reading.dialect["layout"]
    assert isinstance(layout, dict)
    speaker = "staff" if layout[REPLIES]["kind"] == "dialogue" else None
    talker = "customer" if layout[CONVERSATION]["kind"] == "dialogue" else None
    return {
        TITLE: "新的标题 12",
        CATEGORY: ("直播", "推流/拉流"),
        PROBLEM: "第一行\n\n    第三行：# 5",
        REPLIES: (*record.replies[:1], Turn(speaker, "您好，已处理"), Turn(speaker, "1.请看2.再试")),
        CONVERSATION: (Turn(talker, "在吗"), Turn(talker, "怎么办")),
        ROOT_CAUSE: "源站限制了访问；证书过期",
    }


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_plain_values_are_held_everywhere(shape: Shape) -> None:
    data = shape.text.encode()
    reading, records = read(data)
    for record in records:
        edits = _plain_edits(record, reading)
        for chosen in (edits, *({name: value} for name, value in edits.items()), *map(_emptied, edits)):
            assert held(pieces(data), "markdown", *_of(reading), Rewrite(record.spans, chosen)) == ""


CUT = {shape.name: shape.text for shape in SHAPES}
CUT |= {f"of {shape.name}": render(shape, invented.tickets(5)) for shape in EVERY_SHAPE}


@pytest.mark.parametrize("name", CUT)
def test_a_ticket_that_is_cut_after_any_line_stays_one_whatever_is_edited(name: str) -> None:
    lines = CUT[name].splitlines(keepends=True)
    for end in range(read(CUT[name].encode())[1][-1].line, len(lines) + 1):
        data = "".join(lines[:end]).encode()
        reading, records = read(data)
        edits = _plain_edits(records[-1], reading)
        under = {field: edits[field] for field in (REPLIES, ROOT_CAUSE)}
        for chosen in (edits, under, {TITLE: "总结"}, *({field: value} for field, value in edits.items())):
            rewrite = Rewrite(records[-1].spans, chosen)
            if held(pieces(data), "markdown", *_of(reading), rewrite):
                continue
            after = write(data, reading, [rewrite])
            for dialect in (reading.dialect, None):
                found = read(after, dialect)[1]
                wanted = [*({} for _ in records[1:]), chosen]
                both = zip(records, found, wanted, strict=True)
                assert [_differing(old, new, fields) for old, new, fields in both] == [[] for _ in records]


@pytest.mark.parametrize("name", CUT)
def test_text_under_a_title_that_the_file_ends_with_brings_the_category_line(name: str) -> None:
    lines = CUT[name].splitlines(keepends=True)
    data = "".join(lines[: read(CUT[name].encode())[1][-1].line]).encode()
    reading, records = read(data)
    for edits in ({ROOT_CAUSE: "证书过期"}, {REPLIES: _plain_edits(records[-1], reading)[REPLIES]}):
        rewrite = Rewrite(records[-1].spans, edits)
        assert held(pieces(data), "markdown", *_of(reading), rewrite) == ""
        assert "分类" in write(data, reading, [rewrite]).decode()[len(data.decode()) :]


@pytest.mark.parametrize("rule", ["", "---\n\n"])
def test_a_category_in_a_file_without_any_leaves_its_tickets(rule: str) -> None:
    ticket = "## {}\n\n### 问题描述\n打不开\n\n### 客服解答\n- 请稍等\n- 好了\n\n" + rule
    data = "".join(ticket.format(title) for title in "甲乙丙丁").encode()
    reading, records = read(data)
    for at, one in enumerate(records):
        found = read(write(data, reading, [Rewrite(one.spans, {CATEGORY: ("CDN", "回源")})]))[1]
        assert [other.category for other in found] == [("CDN", "回源") if n == at else () for n in range(4)]


def _emptied(name: str) -> Mapping[str, object]:
    return {name: () if name in (CATEGORY, REPLIES, CONVERSATION) else "" if name != TITLE else "甲"}


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_a_file_with_new_values_in_all_tickets_is_read_without_its_dialect(shape: Shape) -> None:
    data = shape.text.encode()
    reading, records = read(data)
    edits = {TITLE: "甲", CATEGORY: ("乙", "丙"), PROBLEM: "丁", ROOT_CAUSE: "戊"}
    _, found = read(write(data, reading, [Rewrite(one.spans, edits) for one in records]))
    assert [_differing(old, new, edits) for old, new in zip(records, found, strict=True)] == [[]] * N


@pytest.mark.parametrize(
    ("edits", "blamed"),
    [
        ({TITLE: ""}, TITLE),
        ({TITLE: "两\n行"}, TITLE),
        ({PROBLEM: "甲\n\n### 客服解答\n乙"}, PROBLEM),
        ({PROBLEM: "甲\n## 乙\n**问题分类**: 丙\n丁"}, PROBLEM),
        ({PROBLEM: "甲\n---\n## 乙"}, PROBLEM),
        ({CATEGORY: ("甲｜乙",)}, CATEGORY),
        ({CATEGORY: ("甲\n乙",)}, CATEGORY),
        ({REPLIES: (Turn("staff", "甲"),)}, REPLIES),
        ({REPLIES: (Turn(None, "甲\n- 乙"), Turn(None, "丙"))}, REPLIES),
        ({REPLIES: (Turn(None, "（客服处理完毕）"),)}, REPLIES),
        ({PROBLEM: "甲", ROOT_CAUSE: "甲\n---\n## 乙"}, ROOT_CAUSE),
        ({CONVERSATION: (Turn(None, "甲\n乙\n\n丙"),)}, CONVERSATION),
        ({CONVERSATION: (Turn(None, "* 甲"),)}, CONVERSATION),
        ({CONVERSATION: (Turn(None, "**客服**：甲"),)}, CONVERSATION),
        ({CONVERSATION: (Turn(None, "[客服] 甲"), Turn(None, "乙"))}, CONVERSATION),
        ({CONVERSATION: (Turn(None, "甲"),)}, ""),
        ({CONVERSATION: (Turn(None, "甲"), Turn(None, "乙"))}, ""),
    ],
)
def test_what_a_dialect_cannot_hold_is_named(edits: Mapping[str, object], blamed: str) -> None:
    data = SHAPES[0].text.encode()
    reading, records = read(data)
    assert held(pieces(data), "markdown", *_of(reading), Rewrite(records[0].spans, edits)) == blamed


def test_a_heading_of_an_appendix_is_text_but_in_the_last_ticket() -> None:
    data = SHAPES[0].text.encode()
    reading, records = read(data)
    for at, blamed in ((0, ""), (5, ROOT_CAUSE)):
        rewrite = Rewrite(records[at].spans, {ROOT_CAUSE: "甲\n## 总结\n乙"})
        assert held(pieces(data), "markdown", *_of(reading), rewrite) == blamed


def _one(shape: str, at: int, edits: Mapping[str, object]) -> str:
    """The ticket of a shape after an edit, as text."""
    data = next(one for one in SHAPES if one.name == shape).text.encode()
    reading, records = read(data)
    after = write(data, reading, [Rewrite(records[at].spans, edits)])
    start, end = read(after, reading.dialect)[1][at].spans["ticket"]
    return after.decode()[start:end]


def test_a_missing_section_gets_the_heading_and_the_place_that_the_file_gives_it() -> None:
    assert "- 请稍等。\n\n### 根本原因分析\n新\n\n---\n" in _one("bullets", 1, {ROOT_CAUSE: "新"})
    assert "3 元\n\n#\n## 客服解答内容\n1. 好\n\n#\n## 根本" in _one("same level", 5, {REPLIES: (Turn(None, "好"),)})
    assert "\n\n**根本原因**: 新\n\n**解决方案**" in _one("labels", 2, {ROOT_CAUSE: "新"})
    talk = (Turn("customer", "在吗\n？"), Turn("staff", "在"))
    assert "- 其他\n\n### 完整对话记录\n\n**客户**：在吗\n？\n\n**客服**：在\n\n---" in _one(
        "numbered", 2, {CONVERSATION: talk}
    )


def test_an_empty_section_is_filled_and_a_full_one_emptied() -> None:
    assert "### 客服解答\n- 好\n\n### 根" in _one("bullets", 3, {REPLIES: (Turn(None, "好"),)})
    assert "### 客服解答\n\n### 根" in _one("bullets", 0, {REPLIES: ()})
    assert "### 客服解答\n好\n\n### 根本原因分析\n新\n\n---\n" in _one(
        "silent", 2, {REPLIES: (Turn(None, "好"),), ROOT_CAUSE: "新"}
    )
    assert "\n\n**根本原因**:\n\n**解决方案**" in _one("labels", 0, {ROOT_CAUSE: ""})


def test_a_turn_that_stays_keeps_its_lines_and_numbers_go_on() -> None:
    said = (Turn(None, "续期后清一次缓存"), Turn(None, "甲\n乙"), Turn(None, "好了"))
    assert "1. 续期后清一次缓存\n\n2. 甲\n乙\n\n3. 好了\n" in _one("numbered", 2, {REPLIES: said})
    asked = (Turn("customer", "先问"), Turn("customer", "第1问"), Turn("staff", "再抓一次包"))
    pairs = "1. **客户问题**: 先问\n\n2. **客户问题**: 第1问\n   **客服回复**: 再抓一次包\n"
    assert pairs in _one("pairs", 4, {REPLIES: asked})
    assert "好了\n加一句\n...（共5条回复）\n" in _one("lines", 2, {REPLIES: (Turn(None, "好了"), Turn(None, "加一句"))})


def test_title_and_category_keep_what_stands_around_them() -> None:
    assert _one("numbered", 1, {TITLE: "503"}).startswith("## 问题 2: 503\n\n**分类标签**: CDN｜回源\n")
    assert _one("unruled", 0, {CATEGORY: ("甲", "乙")}).startswith("# 图片打不开\n\n- 分类：甲 > 乙\n- 来源：网页\n")


def test_a_ticket_whose_title_has_other_signs_than_the_rest_is_edited() -> None:
    data = next(one.text for one in SHAPES if one.name == "lines").replace("## 证书过期", "# 证书过期").encode()
    reading, records = read(data)
    at = next(place for place, one in enumerate(records) if one.title.startswith("证书过期"))
    edits = {PROBLEM: "另一个问题", TITLE: "另一个标题"}
    for some in (edits, {PROBLEM: "另一个问题"}, {CATEGORY: ("短信",), ROOT_CAUSE: "签名"}):
        rewrite = Rewrite(records[at].spans, some)
        assert held(pieces(data), "markdown", *_of(reading), rewrite) == ""
        written = write(data, reading, [rewrite])
        assert [_differing(a, b, {}) for a, b in zip(records, read(written)[1], strict=True)] == [
            sorted(some, key=SOURCE_FIELDS.index) if n == at else [] for n in range(N)
        ]
