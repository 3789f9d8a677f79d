"""Real dataset files, as they are and changed in ways that must not change what is read. None of their text is here."""

from __future__ import annotations

import importlib.util
import json
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest

from db.errors import SourceError
from db.formats import load_vocabulary, open_source, read_bytes
from db.values import PROBLEM, REPLIES, ROOT_CAUSE, Record, Turn
from tests.db.formats.every_shape import SHAPES
from tests.db.formats.shapes import Shape, Ticket, meant, render

PARTS = (1, 3, 8, 13, 14, 22, 23, 34, 42, 45, 46)
SYNONYMS = (
    ("问题描述", "详细问题描述"),
    ("客服解答", "客服解答内容", "客服解答过程"),
    ("根本原因分析", "根本原因", "根因分析"),
    ("完整对话记录", "完整对话过程", "详细对话", "详细对话过程"),
)
each_part = pytest.mark.parametrize("part", PARTS)


@cache
def text_of(shared: Path, part: int) -> str:
    """The text of a part."""
    return (shared / "datasets" / "parts" / f"process_data_{part}.md").read_bytes().decode()


@cache
def records_of(shared: Path, part: int) -> list[Record]:
    """Its records."""
    return read(text_of(shared, part))


def read(text: str) -> list[Record]:
    """The records of a text."""
    return list(read_bytes(text.encode(), "part.md", load_vocabulary()).records)


def bare(records: Sequence[Record]) -> list[Record]:
    """The records without their places."""
    return [replace(one, line=0, spans={}) for one in records]


def pieces(text: str, records: Sequence[Record]) -> tuple[str, list[str], str]:
    """What stands before the tickets, the tickets, and what stands behind them."""
    places = [one.spans["ticket"] for one in records]
    return text[: places[0][0]], [text[start:end] for start, end in places], text[places[-1][1] :]


@pytest.fixture(scope="module")
def score(shared: Path) -> ModuleType:
    """The comparison that lies beside the parts."""
    spec = importlib.util.spec_from_file_location("score", shared / "reading" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@each_part
def test_an_independent_reading_is_the_same(shared: Path, score: ModuleType, part: int) -> None:
    expected = json.loads((shared / "reading" / "expected.json").read_text(encoding="utf-8"))["files"]
    items = expected[f"process_data_{part}.md"]["items"]
    for one, item in zip(records_of(shared, part), items, strict=True):
        replies = [{"text": turn.text} for turn in one.replies]
        row = score.row(
            {
                "title": one.title,
                "category": list(one.category),
                "problem": one.problem,
                "replies": replies,
                "root_cause": one.root_cause,
            }
        )
        assert {name: item[name] for name in row} == row, one.line
        assert one.line == item["line"]


@each_part
def test_places_hold_the_values(shared: Path, part: int) -> None:
    text = text_of(shared, part)
    for one in records_of(shared, part):
        place = {name: text[start:end] for name, (start, end) in one.spans.items()}
        assert place["title"] == one.title
        assert place["category"] == one.category_raw
        assert place.get("problem", "").strip() == one.problem
        assert place.get("root_cause", "").strip() == one.root_cause
        at = 0
        for turn in one.replies:
            at = place["replies"].index(turn.text, at) + len(turn.text)


@each_part
def test_cut_after_a_line(shared: Path, part: int) -> None:
    text, records = text_of(shared, part), records_of(shared, part)
    lines = text.split("\n")
    chance = random.Random(part)
    for size in chance.sample(range(records[3].line + 4, len(lines)), 12):
        left = read("\n".join(lines[:size]))
        assert len(left) == sum(one.line <= size for one in records)
        assert left[:-1] == records[: len(left) - 1]


@each_part
@pytest.mark.parametrize("codec", ["gb18030", "utf-16", "utf-16-be", "utf-8-sig"])
def test_another_encoding_and_line_end(shared: Path, part: int, codec: str) -> None:
    data = text_of(shared, part).replace("\n", "\r\n").encode(codec)
    found = list(read_bytes(data, "part.md", load_vocabulary()).records)
    assert bare(found) == bare(records_of(shared, part))


def changes(text: str, records: Sequence[Record], chance: random.Random) -> Iterator[tuple[str, str]]:
    """Changes of a file by name; none of them changes what its tickets say."""
    yield "no blank line behind rules", text.replace("\n---\n\n", "\n---\n")
    yield "blank lines behind rules", re.sub(r"\n---\n+(?=## )", "\n---\n\n\n", text)
    for names in SYNONYMS:
        old = next((name for name in names if re.search(rf"^#+ {name}$", text, re.MULTILINE)), None)
        for new in set(names) - {old} if old else ():
            yield f"{old} is {new}", re.sub(rf"^(#+ ){old}$", rf"\g<1>{new}", text, flags=re.MULTILINE)
            colon = re.sub(rf"^(#+ ){old}$", rf"\g<1>{new}：", text, flags=re.MULTILINE)
            yield f"{old} is {new} with a colon", colon
    for label in ("分类", "问题分类", "分类标签"):
        for colon in (":", "：", ": "):
            yield (
                f"**{label}**{colon}",
                re.sub(r"^\*\*(问题分类|分类标签|分类)\*\*[:：] ?", f"**{label}**{colon}", text, flags=re.M),
            )
    yield "no header", text[records[0].spans["ticket"][0] :]
    yield "another header", "# 题\n\n## 目录\n\n1. 一\n\n---\n\n" + text[records[0].spans["ticket"][0] :]
    yield "a last word", text.rstrip() + "\n\n## 总结\n\n共 9 个\n\n- 一\n"


@each_part
def test_changes_that_say_the_same(shared: Path, part: int) -> None:
    text, records = text_of(shared, part), records_of(shared, part)
    for name, changed in changes(text, records, random.Random(part)):
        assert bare(read(changed)) == bare(records), name


@each_part
@pytest.mark.parametrize("prefix", ["", "{}. ", "Q{}: ", "问题 {}: ", "问题 {}：", "Q: "])
def test_other_numbers(shared: Path, part: int, prefix: str) -> None:
    text, records = text_of(shared, part), records_of(shared, part)
    for taken in (range(0), random.Random(part).sample(range(len(records)), len(records) // 3)):
        changed, wanted = [], []
        for number, one in enumerate(records, 1):
            start, end = one.spans["title"]
            line = text.rindex("## ", 0, start) + 3
            if number - 1 not in taken:
                whole = text[one.spans["ticket"][0] : line] + prefix.format(number) + one.title
                changed.append(whole + text[end : one.spans["ticket"][1]])
                wanted.append(replace(one, number=number if "{" in prefix else None))
        assert bare(read("# 题\n\n---\n\n" + "".join(changed))) == bare(wanted)


@each_part
def test_tickets_in_another_order(shared: Path, part: int) -> None:
    text, records = text_of(shared, part), records_of(shared, part)
    before, tickets, after = pieces(text, records)
    order = list(range(len(records) - 1))  # the last one may lack its rule
    random.Random(part).shuffle(order)
    if records[0].number is None:
        found = read("".join([before, *(tickets[at] for at in order), tickets[-1], after]))
        assert bare(found) == bare([records[at] for at in order] + records[-1:])


@each_part
@pytest.mark.parametrize("key", [PROBLEM, REPLIES, ROOT_CAUSE])
def test_sections_that_are_missing_or_empty(shared: Path, part: int, key: str) -> None:
    text, records = text_of(shared, part), records_of(shared, part)
    some = random.Random(part).sample(range(len(records) - 1), len(records) // 8)
    before, tickets, after = pieces(text, records)
    for is_missing in (False, True):
        changed, wanted = list(tickets), list(records)
        for at in (at for at in some if key in records[at].spans):
            place, start = records[at].spans[key], records[at].spans["ticket"][0]
            head = _head(text, start, place[0]) if is_missing else place[0]
            changed[at] = text[start:head] + text[place[1] : records[at].spans["ticket"][1]]
            wanted[at] = replace(records[at], **EMPTY[key])
        assert bare(read("".join([before, *changed, after]))) == bare(wanted)


EMPTY: Mapping[str, Mapping[str, object]] = {
    PROBLEM: {"problem": ""},
    REPLIES: {"replies": ()},
    ROOT_CAUSE: {"root_cause": "", "causes": ()},
}


def _head(text: str, start: int, place: int) -> int:
    """Where the heading of a section begins, a lone sign included."""
    head = max(text.rfind("\n#", start, place), text.rfind("\n**", start, place)) + 1
    return head - 2 if text[head - 3 : head] == "\n#\n" else head


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_real_tickets_in_every_shape(shared: Path, shape: Shape) -> None:
    """What is said, line by line: a file of other habits may hold its lines as one turn or as several."""
    for part in (13, 22, 34, 42):
        tickets = [_ticket(one) for one in records_of(shared, part)]
        for one, other in zip(read(render(shape, tickets)), meant(shape, tickets), strict=True):
            assert (one.title, one.number, one.category) == (other.title, other.number, other.category)
            assert (one.problem, one.root_cause) == (other.problem, other.root_cause)
            assert _said(one.replies) == _said(other.replies)
            assert _said(one.conversation or ()) == _said(other.conversation or ())


def _ticket(one: Record) -> Ticket:
    turns = one.conversation or one.replies
    gone = [key for key, value in ((PROBLEM, one.problem), (ROOT_CAUSE, one.root_cause)) if not value]
    gone += [REPLIES] * all(turn.speaker != "staff" for turn in turns)
    return Ticket(one.title, one.category, one.problem, turns, one.causes or ("无",), empty=frozenset(gone))


def _said(turns: Sequence[Turn]) -> list[str]:
    return " ".join(" ".join(turn.text.split()) for turn in turns).split()


@pytest.mark.parametrize("names", [("p49_02", "p49_04", "p49_06"), ("p49_09", "p49_15"), ("p8_01", "p8_03", "p8_06")])
def test_versions_of_a_file_that_grew(shared: Path, names: Sequence[str]) -> None:
    versions = []
    for name in names:
        reading = open_source(shared / "datasets" / "history" / f"{name}.md", load_vocabulary())
        versions.append(list(reading.records))
        if name != names[-1] and names[0] != "p8_01":
            assert [one.code for one in reading.findings].count("ticket.cut") == 1
    for early, late in pairwise(versions):
        assert early[:-1] == late[: len(early) - 1]
        assert (early[-1].title, early[-1].category) == (late[len(early) - 1].title, late[len(early) - 1].category)


def test_an_empty_version(shared: Path) -> None:
    with pytest.raises(SourceError) as caught:
        open_source(shared / "datasets" / "history" / "p49_07.md", load_vocabulary())
    assert caught.value.code == "source.empty"


def test_an_excerpt(shared: Path) -> None:
    reading = open_source(shared / "datasets" / "part-47-excerpt.md", load_vocabulary())
    records = list(reading.records)
    assert (len(records), reading.declared, reading.dialect["replies"]) == (10, 114, "paragraphs")
    assert {len(one.category) for one in records} == {2}
    assert any(len(one.causes) > 1 for one in records)
    assert all(one.problem and one.replies and one.root_cause for one in records)
