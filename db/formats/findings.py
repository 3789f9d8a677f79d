"""What a reviewer should know of a Markdown source, and how many tickets its header declares. Changes nothing."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from db.formats.dialect import Dialect
from db.formats.labels import category_path
from db.formats.lines import Lines, Mark, rule_sign
from db.formats.outline import Outline
from db.formats.tickets import Cut, Part
from db.formats.unknown import unknown_headings
from db.formats.vocabulary import Vocabulary, clean
from db.values import PROBLEM, REPLIES, ROOT_CAUSE, Finding, Record

MISSING = "section.missing"
EMPTY = "section.empty"
EMPTY_REPLY = "reply.empty"
STAND_IN = "reply.stand_in"
CUT_OFF = "ticket.cut"
NO_CATEGORY = "category.missing"
UNSORTED = "category.unsorted"
UNKNOWN = "heading.unknown"
REPEATED = "heading.repeated"
COUNT = "count.wrong"
AFTER = "text.after"
BETWEEN = "text.between"
LOST = "text.lost"
UNDECODABLE = "bytes.undecodable"
DOUBLED = "problem.doubled"

_IMAGE = "[图片]"
_DECLARED = (
    re.compile(r"(?:总|共|合计|数量|包含|含有|收录|整理了|共计)[^\d\n]{0,14}?(\d{1,7})(?!\d)(?!\s*[年月日.\-/])"),
    re.compile(r"(?<![\d.\-])(\d{1,7})\s*[个条份则件道]\s*[^\d\n，。]{0,14}?(?:问题|工单|问答|对话|记录|案例)"),
    re.compile(r"(?<![\d.\-])(\d{1,7})\s+(?:tickets|questions|conversations)\b", re.IGNORECASE),
    re.compile(r"\b(?:total|tickets|questions)\b[^\d\n]{0,12}(\d{1,7})\b", re.IGNORECASE),
)
_HEADER = 200
"""Lines of a header that are looked at, and characters of each."""


def declared(lines: Sequence[str]) -> tuple[int | None, int]:
    """The number of tickets that a header states and the line (1-based) where it does."""
    for number, line in enumerate(lines[:_HEADER], 1):
        if line.startswith("# "):
            continue  # its number is that of the part
        for pattern in _DECLARED:
            match = pattern.search(line[:_HEADER])
            if match is not None:
                return int(match.group(1)), number
    return None, 0


def of_file(
    lines: Lines,
    found: Sequence[Mark],
    dialect: Dialect,
    plan: Outline,
    cuts: Sequence[Cut],
    vocabulary: Vocabulary,
) -> Iterator[Finding]:
    """Findings about the file as a whole."""
    header = cuts[0].start
    count, line = declared(lines.text[:header])
    if count is not None and count != len(cuts):
        yield Finding(COUNT, line, None, {"declared": count, "n": len(cuts)})
    for mark in (mark for mark in plan.strays if mark.line >= header):
        last = mark.line > cuts[-1].start
        yield Finding(AFTER if last else BETWEEN, mark.line + 1, None, {"text": mark.name[:80]})
    first, end = lines.trimmed(cuts[-1].end, len(lines.text))
    if first < end and not (plan.strays and plan.strays[-1].line <= first):
        yield Finding(AFTER, first + 1, None, {"text": lines.text[first][:80]})
    yield from _unsorted(lines, dialect, cuts, vocabulary.unsorted)
    for at, mark in unknown_headings(lines, found, dialect, plan, vocabulary):
        yield Finding(UNKNOWN, mark.line + 1, at, {"heading": mark.name})
    for at, one in enumerate(cuts):
        for part in one.parts:
            if part.key in dialect.unknown:
                yield Finding(UNKNOWN, part.head + 1, at, {"heading": part.name})
        for mark in one.ignored:
            yield Finding(REPEATED, mark.line + 1, at, {"heading": mark.name})


def _unsorted(lines: Lines, dialect: Dialect, cuts: Sequence[Cut], unsorted: Collection[str]) -> Iterator[Finding]:
    """All tickets have the one category that is none."""
    marks = [one.category for one in cuts if one.category is not None]
    raws = {lines.text[mark.line][mark.column :].strip() for mark in marks}
    if len(marks) > 1 and len(raws) == 1:
        raw = raws.pop()
        if any(clean(name) in unsorted for name in category_path(raw, dialect.separator)[:1]):
            yield Finding(UNSORTED, marks[0].line + 1, None, {"text": raw})


def of_ticket(
    lines: Lines, dialect: Dialect, one: Cut, ordinal: int, is_last: bool, stand_in: str, record: Record
) -> Iterator[Finding]:
    """Findings about one ticket."""
    broken = is_last and one.end == len(lines.text) and _is_broken(lines, dialect, one)
    if broken:
        yield Finding(CUT_OFF, one.stop, ordinal)
    if one.category is None:
        yield Finding(NO_CATEGORY, one.start + 1, ordinal)
    parts = {part.key: part for part in one.parts}
    for section in dialect.sections:
        part = parts.get(section.key)
        if part is None and section.key in (PROBLEM, REPLIES, ROOT_CAUSE):
            yield Finding(MISSING, one.start + 1, ordinal, {"field": section.key})
        elif part is not None and not record.replies and section.key == REPLIES and not stand_in:
            yield Finding(EMPTY_REPLY, part.head + 1, ordinal)
        elif part is not None and part.is_empty and section.key in (PROBLEM, ROOT_CAUSE):
            yield Finding(EMPTY, part.head + 1, ordinal, {"field": section.key})
    if stand_in:
        part = parts.get(REPLIES)
        yield Finding(STAND_IN, (part.first if part else one.start) + 1, ordinal, {"text": stand_in})
    yield from _of_texts(lines, parts, ordinal, record)


def _of_texts(lines: Lines, parts: Mapping[str, Part], ordinal: int, record: Record) -> Iterator[Finding]:
    part = parts.get(REPLIES)
    if part is not None and [turn for turn in record.replies if turn.text[:2] == "//"]:
        lost = (n for n in range(part.first, part.last) if lines.text[n].lstrip("-*0123456789. ").startswith("//"))
        yield Finding(LOST, next(lost, part.first) + 1, ordinal)
    problem = parts.get(PROBLEM)
    if problem is not None and _is_doubled(record.problem):
        yield Finding(DOUBLED, problem.first + 1, ordinal)


def _is_doubled(problem: str) -> bool:
    """The same text twice, once with pictures."""
    if _IMAGE not in problem:
        return False
    plain = "".join(problem.replace(_IMAGE, "").split())
    half = len(plain) // 2
    return len(plain) > 3 and len(plain) % 2 == 0 and plain[:half] == plain[half:]


def _is_broken(lines: Lines, dialect: Dialect, one: Cut) -> bool:
    """The file ends before the last section that its tickets have."""
    if not dialect.sections or one.end < len(lines.text):
        return False
    ruled = one.stop < len(lines.text) and any(
        rule_sign(lines.text[n]) == dialect.rule for n in range(one.stop, one.end)
    )
    if dialect.rule and ruled:
        return False
    last: Part | None = one.parts[-1] if one.parts else None
    return last is None or last.is_empty or dialect.rank(last.key) + 1 < len(dialect.sections)


def undecodable(damaged: Sequence[int], starts: Sequence[int]) -> Iterator[Finding]:
    """A finding for each line with bytes that are no text; `starts` are the lines of titles."""
    at = -1
    for line in damaged:
        while at + 1 < len(starts) and starts[at + 1] < line:
            at += 1
        yield Finding(UNDECODABLE, line, at if at >= 0 else None)
