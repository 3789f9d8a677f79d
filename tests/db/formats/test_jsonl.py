"""JSONL sources: the form that exports have and looser ones, the places of lines, and lines that are no tickets."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.errors import SourceError
from db.formats import Reading, load_vocabulary, open_source, read_bytes
from db.formats.jsonl import looks_like_jsonl, read_jsonl
from db.values import Record, Status, Turn

WHOLE = {
    "source_file": "a.md",
    "line": 7,
    "number": 3,
    "title": "图片打不开",
    "category": ["云盘", "上传下载"],
    "category_raw": "云盘 > 上传下载",
    "problem": "打不开\n\n# 第二行",
    "replies": [{"speaker": None, "text": "请稍等"}, {"speaker": "staff", "text": "好了"}],
    "conversation": [{"speaker": "customer", "text": "在吗"}],
    "root_cause": "- 权限问题\n- 网络问题",
    "root_causes": ["权限问题", "网络问题"],
    "fields": [["编号", "12"]],
    "status": "flagged",
    "note": "再看",
    "edited": ["title"],
    "id": 9,
}


def line(**values: object) -> bytes:
    """A line of a JSONL file; a plain ticket with these values."""
    return json.dumps({"title": "甲", **values}, ensure_ascii=False).encode() + b"\n"


def read(data: bytes, name: str = "a.jsonl") -> tuple[Reading, list[Record]]:
    """The reading of a file with its records."""
    reading = read_bytes(data, name, load_vocabulary())
    return reading, list(reading.records)


def test_the_form_of_exports() -> None:
    data = json.dumps(WHOLE, ensure_ascii=False).encode() + b"\n"
    reading, [one] = read(data)
    assert one == Record(
        title="图片打不开",
        line=1,
        number=3,
        category=("云盘", "上传下载"),
        category_raw="云盘 > 上传下载",
        problem="打不开\n\n# 第二行",
        replies=(Turn(None, "请稍等"), Turn("staff", "好了")),
        conversation=(Turn("customer", "在吗"),),
        root_cause="- 权限问题\n- 网络问题",
        causes=("权限问题", "网络问题"),
        fields=(("编号", "12"),),
        spans={"ticket": (0, len(data))},
        status=Status.FLAGGED,
        note="再看",
    )
    assert (reading.format, reading.declared, reading.findings) == ("jsonl", None, [])


def test_looser_forms() -> None:
    data = line(category="云盘｜上传下载", replies=["一", {"text": "二"}], root_cause="甲；乙", fields={"编号": "1"})
    [one] = read(data)[1]
    assert (one.category, one.category_raw) == (("云盘", "上传下载"), "云盘｜上传下载")
    assert one.replies == (Turn(None, "一"), Turn(None, "二"))
    assert (one.root_cause, one.causes, one.fields) == ("甲；乙", ("甲", "乙"), (("编号", "1"),))
    [one] = read(line(replies="只有一条", conversation=[], category=None, root_causes="一个"))[1]
    assert (one.replies, one.conversation, one.category) == ((Turn(None, "只有一条"),), (), ())
    assert one.causes == ("一个",)
    [one] = read(line(replies=[{"speaker": "机器人", "text": "好"}, {"speaker": 5, "text": "好"}], number="7"))[1]
    assert one.replies == (Turn(None, "好"), Turn(None, "好"))
    assert one.number is None


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "utf-16-le", "utf-16-be"])
def test_places_are_bytes(mark: bytes, end: str, codec: str) -> None:
    if mark and codec != "utf-8":
        return
    texts = [json.dumps({"title": f"标题 {n}"}, ensure_ascii=False) for n in range(5)]
    data = mark + (end.join([texts[0], "", *texts[1:]])).encode(codec)
    reading, records = read(data)
    assert [one.title for one in records] == [f"标题 {n}" for n in range(5)]
    assert [one.line for one in records] == [1, 3, 4, 5, 6]
    assert (reading.encoding.codec, reading.encoding.bom) == (codec, bool(mark))
    for one, text in zip(records, texts, strict=True):
        start, stop = one.spans["ticket"]
        assert data[start:stop].decode(codec).strip() == text


@pytest.mark.parametrize(
    ("bad", "code"),
    [
        (b"{\n", "line.not_json"),
        (b"[1, 2]\n", "line.not_json"),
        (b'{"title": "a"} x\n', "line.not_json"),
        (b"null\n", "line.not_json"),
        (b"[" * 100_000 + b"\n", "line.not_json"),
        (b'{"no": "title"}\n', "line.no_ticket"),
        (line(title=None), "line.no_ticket"),
        (line(title=5), "line.no_ticket"),
        (line(category=[1, 2]), "line.no_ticket"),
        (line(category={"a": [1]}, category_raw=5), "line.no_ticket"),
        (line(replies=[{"speaker": "staff", "text": None}]), "line.no_ticket"),
        (line(replies=5), "line.no_ticket"),
        (line(replies=[None]), "line.no_ticket"),
        (line(root_causes=[None]), "line.no_ticket"),
        (line(root_cause=["a"]), "line.no_ticket"),
        (line(status="done"), "line.no_ticket"),
        (line(status=["a"]), "line.no_ticket"),
        (line(note=5), "line.no_ticket"),
        (line(fields=[["a"]]), "line.no_ticket"),
        (line(fields=5), "line.no_ticket"),
    ],
)
def test_a_line_that_is_no_ticket_is_told_and_passed(bad: bytes, code: str) -> None:
    reading, records = read(line(title="一") + bad + line(title="二"))
    assert [one.title for one in records] == ["一", "二"]
    assert [(one.code, one.line) for one in reading.findings] == [(code, 2)]
    assert [one.line for one in records] == [1, 3]


def test_bytes_that_are_no_text() -> None:
    reading, records = read(line(title="一") * 20 + line(title="坏的").replace("坏".encode(), b"\xff") + line() * 20)
    assert [(one.code, one.line) for one in reading.findings] == [("bytes.undecodable", 21)]
    assert records[20].title == "\ufffd的"


def test_half_characters_are_made_whole() -> None:
    [one] = read(rb'{"title": "a\ud83db", "problem": "\ud83d\ude00", "fields": {"x": "\udc00"}}' + b"\n")[1]
    assert one.problem == "😀"
    assert one.title.encode()[:1] + one.title.encode()[-1:] == b"ab"
    assert one.fields[0][1].encode()


def test_files_without_tickets() -> None:
    for data, code, at in (
        (b"", "source.empty", None),
        (b"\n\n", "source.no_tickets", None),
        (b"{}\n{}\n", "source.no_tickets", None),
        (b'\n{"title": 1\n', "source.no_objects", 2),
    ):
        with pytest.raises(SourceError) as caught:
            read(data)
        assert (caught.value.code, caught.value.data.get("line")) == (code, at)


@pytest.mark.parametrize(
    ("beginning", "is_jsonl"),
    [
        (b'{"title": "a"}\n', True),
        (b'\xef\xbb\xbf\n {"title": "a"}\n', True),
        (b'{"title": "cut off', True),
        (b"{title}\n", False),
        (b"# {a}\n", False),
        (b"", False),
        (b"{{ template }}\n{% x %}\n", False),
    ],
)
def test_jsonl_is_known_by_its_content(beginning: bytes, is_jsonl: bool) -> None:
    assert looks_like_jsonl(beginning) is is_jsonl


def test_a_file_is_read_from_the_disk_line_by_line(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"".join(line(title=f"标题 {n}", problem="长" * 2000) for n in range(60)))
    reading = open_source(path, load_vocabulary())
    assert next(iter(reading.records)).title == "标题 0"
    assert len(list(reading.records)) == 59


@given(
    st.lists(
        st.one_of(
            st.binary(max_size=30).map(lambda one: one.replace(b"\0", b"")),
            st.dictionaries(
                st.sampled_from(list(WHOLE)),
                st.recursive(
                    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
                    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
                    max_leaves=5,
                ),
            ).map(lambda one: json.dumps({"title": "a", **one}).encode()),
        ),
        max_size=6,
    )
)
def test_no_line_stops_the_others(lines: list[bytes]) -> None:
    data = line(title="first") + b"".join(one.replace(b"\n", b" ") + b"\n" for one in lines) + line(title="last")
    try:
        records = list(read_jsonl(lambda: io.BytesIO(data), "a.jsonl").records)
    except SourceError:  # too much of it is no text
        return
    assert [records[0].title, records[-1].title] == ["first", "last"]
    for one in records:
        assert all(isinstance(turn.text, str) for turn in one.replies + (one.conversation or ()))
        assert all(isinstance(name, str) for name in one.category + one.causes)
