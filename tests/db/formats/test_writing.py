"""Bytes of sources that are written back: what stays, what is put in, and JSONL line by line."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.formats import Rewrite, held, write_source
from db.formats.encoding import Encoding
from db.values import CATEGORY, CONVERSATION, PROBLEM, REPLIES, ROOT_CAUSE, TITLE, Turn
from tests.db.formats.dialects import ENCODINGS, SHAPES, pieces, read, write

TEXTS = {shape.name: shape.text for shape in SHAPES}


def _edited(data: bytes, at: int, edits: Mapping[str, object], name: str = "part.md") -> bytes:
    reading, records = read(data, name=name)
    assert (
        held(pieces(data), reading.format, reading.encoding, reading.dialect, Rewrite(records[at].spans, edits)) == ""
    )
    return write(data, reading, [Rewrite(records[at].spans, edits)])


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_only_the_line_of_a_category_changes(encoding: str) -> None:
    text = TEXTS["bullets"]
    data, wanted = (ENCODINGS[encoding](one) for one in (text, text.replace("域名｜证书问题", "域名｜新")))
    assert _edited(data, 2, {CATEGORY: ("域名", "新")}) == wanted


def test_bytes_that_are_no_text_stay() -> None:
    data = TEXTS["bullets"].encode().replace("昨天".encode(), b"\xff\xfe\x80").replace("图片打".encode(), b"\xe5\x9b")
    after = _edited(data, 0, {CATEGORY: ("甲",), ROOT_CAUSE: "乙"})
    assert after == data.replace("CDN｜访问异常".encode(), "甲".encode()).replace(
        "域名没有解析".encode(), "乙".encode()
    )
    damaged = TEXTS["dialogue"].encode().replace("在的".encode(), b"\xe5\xff")
    said = read(damaged)[1][0].replies
    assert b"\xe5\xff" in _edited(damaged, 0, {REPLIES: (*said[:1], Turn("staff", "新"), *said[1:])})


def test_a_damaged_line_of_gb18030_does_not_move_the_others() -> None:
    data = TEXTS["lines"].encode("gb18030").replace("昨天".encode("gb18030"), b"\xd7\xff\x9d")
    after = _edited(data, 3, {PROBLEM: "丢了"})
    assert after == data.replace("空间\u00a0找不到了 [图片]".encode("gb18030"), "丢了".encode("gb18030"))


def test_line_ends_are_those_of_the_neighbours() -> None:
    text = TEXTS["paragraphs"].replace("\n", "\r\n").replace("网络拥塞；其他\r\n\r\n", "网络拥塞；其他\n\n")
    after = _edited(text.encode(), 4, {ROOT_CAUSE: "甲\n乙"}).decode()
    assert after == text.replace("网络拥塞；其他\n", "甲\n乙\n")
    after = _edited(text.encode(), 0, {ROOT_CAUSE: "甲\n乙", TITLE: "丙"}).decode()
    assert after == text.replace("域名没有解析；其他", "甲\r\n乙").replace("图片打不开\r", "丙\r")


def test_a_file_without_a_last_line_feed_stays_so() -> None:
    text = TEXTS["bracketed"].rstrip("\n")
    after = _edited(text.encode(), 5, {ROOT_CAUSE: "甲", REPLIES: (Turn("staff", "乙"),)}).decode()
    assert after.endswith("### 客服解答\n【客服】乙\n\n### 根本原因分析\n甲")
    assert _edited(after.encode(), 5, {ROOT_CAUSE: ""}).decode().endswith("【客服】乙\n\n### 根本原因分析")


def test_what_follows_the_last_ticket_stays() -> None:
    text = TEXTS["joined"] + "\n以上由程序整理\n"
    after = _edited(text.encode(), 5, {CONVERSATION: (Turn("staff", "甲\n---\n乙"),), PROBLEM: "丙"}).decode()
    assert after.endswith("### 完整对话记录\n**客服**：甲\n---\n乙\n\n---\n\n以上由程序整理\n")
    after = _edited(TEXTS["labels"].encode(), 5, {PROBLEM: "丙"}).decode()
    assert after.endswith("---\n\n## 总结\n\n共 6 个工单\n- CDN 2\n")


@pytest.mark.parametrize("shape", TEXTS)
def test_dropped_tickets_are_gone_and_the_others_the_same(shape: str) -> None:
    data = TEXTS[shape].encode()
    reading, records = read(data)
    after = write(data, reading, [Rewrite(records[at].spans, drop=True) for at in (0, 3, 5)])
    text = data.decode()
    for at in (5, 3, 0):
        start, end = records[at].spans["ticket"]
        text = text[:start] + text[end:]
    assert after.decode() == text
    assert [one.title for one in read(after, reading.dialect)[1]] == [records[at].title for at in (1, 2, 4)]


@pytest.mark.parametrize("size", [1, 3, 1000])
def test_chunks_may_end_anywhere(size: int) -> None:
    data = ENCODINGS["utf-16"](TEXTS["lines"])
    reading, records = read(data)
    rewrites = [Rewrite(one.spans, {CATEGORY: ("上", "乙"), TITLE: "上上"}) for one in records]
    assert write(data, reading, rewrites, size) == write(data, reading, rewrites, len(data))


def test_a_line_feed_within_a_character_of_utf_16_ends_no_line() -> None:
    data = ENCODINGS["utf-16-be"](TEXTS["lines"].replace("图片", "\u0a00\u000d\u0a0a"))
    after = _edited(data, 1, {CATEGORY: ("甲",)})
    assert after == data.replace("CDN｜回源".encode("utf-16-be"), "甲".encode("utf-16-be"))


def test_a_source_that_is_not_touched_passes_chunk_by_chunk() -> None:
    seen: list[bytes] = []

    def chunks() -> Iterator[bytes]:
        for chunk in (b"# a\n", b"\xff"):
            seen.append(chunk)
            yield chunk

    for kind in ("markdown", "jsonl"):
        written = write_source(chunks(), kind, Encoding(), {}, [])
        assert next(written) == b"# a\n"
        assert seen.pop() == b"# a\n"
        assert list(written) == [seen.pop()]


def test_refuse_is_told_of_each_ticket_that_would_be_read_otherwise() -> None:
    data = TEXTS["bullets"].encode()
    reading, records = read(data)
    rewrites = [Rewrite(records[at].spans, {PROBLEM: text}) for at, text in enumerate(("甲", "乙\n---\n## 丙", "丁"))]
    told: list[tuple[Rewrite, str]] = []
    list(write_source([data], "markdown", reading.encoding, reading.dialect, rewrites, lambda *one: told.append(one)))
    assert told == [(rewrites[1], PROBLEM)]


LINES = (
    {
        "source_file": "a.md",
        "line": 5,
        "number": 1,
        "title": "图片打不开",
        "category": ["CDN", "访问异常"],
        "category_raw": "CDN > 访问异常",
        "problem": "打不开\n请看",
        "replies": [{"speaker": None, "text": "您好"}, {"speaker": None, "text": "在", "at": "12:00"}],
        "conversation": None,
        "root_cause": "缓存",
        "root_causes": ["缓存"],
        "fields": [["来源", "网页"], ["来源", "电话"]],
        "more": {"kept": [1, 2.50, True]},
    },
    {"title": "404", "category": "域名｜证书", "problem": "x/y", "replies": ["甲", "乙"]},
    {"title": "三", "replies": "只有一句", "conversation": [{"text": "在吗", "speaker": "customer"}]},
)
STYLES: Mapping[str, Callable[[object], str]] = {
    "plain": partial(json.dumps, ensure_ascii=False),
    "escaped": json.dumps,
    "dense": partial(json.dumps, ensure_ascii=False, separators=(",", ":")),
}


def _jsonl(style: str) -> str:
    return "".join(STYLES[style](one) + "\n" for one in LINES)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_jsonl_keeps_keys_spacing_and_escapes(style: str, encoding: str) -> None:
    data = ENCODINGS[encoding](_jsonl(style))
    reading, records = read(data, name="a.jsonl")
    assert write(data, reading, [Rewrite(one.spans) for one in records], 7) == data
    edits = {CATEGORY: ("甲", "乙"), ROOT_CAUSE: "一；二", REPLIES: (Turn("staff", "新/1"), Turn(None, "在"))}
    after = _edited(data, 0, edits, "a.jsonl")
    wanted = dict(LINES[0]) | {
        "category": ["甲", "乙"],
        "category_raw": "甲 > 乙",
        "root_cause": "一；二",
        "root_causes": ["一", "二"],
        "replies": [{"speaker": "staff", "text": "新/1"}, {"speaker": None, "text": "在", "at": "12:00"}],
    }
    lines = [wanted, *LINES[1:]]
    expected = "".join(STYLES[style](one) + "\n" for one in lines)
    assert after == ENCODINGS[encoding](expected)


def test_jsonl_values_keep_their_shape_and_missing_keys_are_added() -> None:
    data = _jsonl("plain").encode()
    edits = {CATEGORY: ("甲",), REPLIES: (Turn(None, "乙"), Turn("staff", "丙")), ROOT_CAUSE: "丁"}
    assert json.loads(_edited(data, 1, edits, "a.jsonl").splitlines()[1]) == {
        "title": "404",
        "category": "甲",
        "problem": "x/y",
        "replies": ["乙", {"speaker": "staff", "text": "丙"}],
        "root_cause": "丁",
    }
    talk = (Turn("customer", "在吗"), Turn(None, "嗯"))
    line = _edited(data, 2, {REPLIES: (Turn(None, "一句"),), CONVERSATION: talk}, "a.jsonl").splitlines()[2]
    said = [{"text": "在吗", "speaker": "customer"}, {"text": "嗯", "speaker": None}]
    assert line.decode() == json.dumps({"title": "三", "replies": "一句", "conversation": said}, ensure_ascii=False)


def test_jsonl_slashes_blank_lines_and_lines_that_are_no_tickets_stay() -> None:
    data = b'\n{"title":"a","problem":"x\\/y","root_cause":"" }\nnot json\n\n{"title": "b"}'
    assert _edited(data, 0, {PROBLEM: "1/2"}, "a.jsonl") == data.replace(b"x\\/y", b"1\\/2")
    assert _edited(data, 1, {TITLE: "c"}, "a.jsonl") == data.replace(b'"b"', b'"c"')
    reading, records = read(data, name="a.jsonl")
    assert write(data, reading, [Rewrite(records[0].spans, drop=True)]) == b'\nnot json\n\n{"title": "b"}'


def test_jsonl_bytes_that_are_no_text_stay() -> None:
    data = '{"title": "甲", "problem": "乙'.encode() + b'\xff", "note": ""}\n' + _jsonl("plain").encode()
    assert _edited(data, 0, {TITLE: "丙"}, "a.jsonl") == data.replace("甲".encode(), "丙".encode(), 1)


def test_jsonl_line_alone_tells_what_is_held() -> None:
    line = _jsonl("plain").splitlines()[1].encode()
    rewrite = Rewrite({"ticket": (0, len(line))}, {CATEGORY: ("甲｜乙",)})
    assert held([line], "jsonl", Encoding(), {}, rewrite) == CATEGORY


TEXT = st.text(st.one_of(st.sampled_from('证书\n"\\/\u2028\t'), st.characters(exclude_categories=["Cs"])), max_size=9)
THREAD = st.lists(st.builds(Turn, st.sampled_from((None, "customer", "staff")), TEXT.filter(str.strip)), max_size=3)


@settings(max_examples=150, deadline=None)
@given(
    st.integers(0, 2),
    st.sampled_from(sorted(STYLES)),
    st.fixed_dictionaries(
        {},
        optional={
            TITLE: TEXT.filter(str.strip),
            PROBLEM: TEXT,
            ROOT_CAUSE: TEXT,
            REPLIES: THREAD.map(tuple),
            CONVERSATION: st.one_of(st.none(), THREAD.map(tuple)),
        },
    ),
)
def test_jsonl_edits_are_read_back(at: int, style: str, edits: Mapping[str, object]) -> None:
    data = _jsonl(style).encode()
    after = _edited(data, at, edits, "a.jsonl")
    lines, new = data.splitlines(keepends=True), after.splitlines(keepends=True)
    assert [line for place, line in enumerate(new) if place != at] == lines[:at] + lines[at + 1 :]
    record = read(after, name="a.jsonl")[1][at]
    for name, value in edits.items():
        turns = isinstance(value, tuple)
        wanted = tuple(Turn(one.speaker, one.text.replace("\r\n", "\n").strip()) for one in value) if turns else value
        assert getattr(record, name) == wanted
