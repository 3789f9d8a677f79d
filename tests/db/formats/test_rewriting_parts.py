"""Writing back the real parts, where they are at hand: every ticket edited, read again with and without the dialect."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from db.formats import Reading, Rewrite, held
from db.values import CATEGORY, CONVERSATION, PROBLEM, REPLIES, ROOT_CAUSE, SOURCE_FIELDS, TITLE, Record, Turn
from tests.db.formats.dialects import pieces, read, write

Make = Callable[[Reading, Record], Mapping[str, object]]


def _speaker(reading: Reading, section: str) -> str | None:
    layout = reading.dialect["layout"]
    assert isinstance(layout, dict)
    return "staff" if layout[section]["kind"] == "dialogue" else None


def _reply(reading: Reading, record: Record) -> Mapping[str, object]:
    return {REPLIES: (Turn(_speaker(reading, REPLIES), "您好，已经处理"),)}


def _conversation(reading: Reading, record: Record) -> Mapping[str, object]:
    return {CONVERSATION: (*(record.conversation or ()), Turn(_speaker(reading, CONVERSATION), "还有问题吗"))}


EDITS: Mapping[str, Make] = {
    "category": lambda reading, record: {CATEGORY: ("新的", "分类/一")},
    "root cause": lambda reading, record: {ROOT_CAUSE: f"缓存没有刷新（{record.line}）；源站已改"},
    "title": lambda reading, record: {TITLE: "404 新的标题"},
    "problem": lambda reading, record: {PROBLEM: "第一行\n\n    第二行\n- 三"},
    "reply": _reply,
    "conversation": _conversation,
    "emptied": lambda reading, record: {CATEGORY: (), PROBLEM: "", ROOT_CAUSE: "", REPLIES: ()},
    "last reply gone": lambda reading, record: {REPLIES: record.replies[:-1]},
}
ANEW = EDITS.keys() - {"last reply gone"}
"""A file of which every list lost an item may have another dialect, read by itself."""


def _parts(shared: Path) -> list[Path]:
    found = sorted(path for path in (shared / "datasets").rglob("*.md") if path.stat().st_size)
    assert len(found) > 11
    return found


def test_parts_without_edits_are_the_same(shared: Path) -> None:
    for path in _parts(shared):
        data = path.read_bytes()
        reading, records = read(data)
        assert write(data, reading, []) == data
        assert write(data, reading, [Rewrite(one.spans) for one in records]) == data


@pytest.mark.parametrize("kind", EDITS)
def test_parts_with_every_ticket_edited_are_read_as_wanted(shared: Path, kind: str) -> None:
    for path in _parts(shared):
        data = path.read_bytes()
        reading, records = read(data)
        edits = [EDITS[kind](reading, one) for one in records]
        rewrites = [Rewrite(one.spans, edit) for one, edit in zip(records, edits, strict=True)]
        refused = {held(pieces(data), "markdown", reading.encoding, reading.dialect, one) for one in rewrites}
        assert refused == {""}, path.name
        after = write(data, reading, rewrites)
        for dialect in (reading.dialect, None) if kind in ANEW else (reading.dialect,):
            found = read(after, dialect)[1]
            assert [_fields(one) for one in found] == [
                _fields(one) | edit for one, edit in zip(records, edits, strict=True)
            ], path.name


def _fields(record: Record) -> dict[str, object]:
    return {name: getattr(record, name) for name in (*SOURCE_FIELDS, "number", "fields")}


@pytest.mark.parametrize("kind", EDITS)
def test_one_edit_leaves_the_other_tickets_of_a_part_as_they_are(shared: Path, kind: str) -> None:
    for path in _parts(shared):
        data = path.read_bytes()
        reading, records = read(data)
        for at in range(0, len(records), 23):
            edit = EDITS[kind](reading, records[at])
            after = write(data, reading, [Rewrite(records[at].spans, edit)])
            start, end = (len(data.decode()[:place].encode()) for place in records[at].spans["ticket"])
            assert after[:start] == data[:start]
            assert after[len(after) - len(data) + end :] == data[end:]
            found = read(after)[1]  # whoever opens the file next finds its dialect anew
            assert _fields(found[at]) == _fields(records[at]) | edit
            assert [_fields(one) for one in found[:at]] == [_fields(one) for one in records[:at]]
