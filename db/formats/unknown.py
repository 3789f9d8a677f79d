"""Headings that no vocabulary knows: which of them are sections of the file, and which are text of a body.

A section recurs, or looks in every respect as the headings of the file that are known. What is neither stays text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from db.formats.dialect import Dialect
from db.formats.lines import LABEL, Lines, Mark, is_lone_sign
from db.formats.outline import Outline
from db.formats.speakers import BOLD, marker
from db.formats.vocabulary import Vocabulary, clean

_SENTENCE = re.compile(r"[。，！？；、!?,;=<>{}`|\\]|://")
_LONGEST = 16
_SHARE = 0.1
_HALF = 0.5
_FEW = 10
"""Tickets of a file in which a heading that stands once may be a section."""
_HABIT = 0.9


def unknown_headings(
    lines: Lines, found: Sequence[Mark], dialect: Dialect, plan: Outline, vocabulary: Vocabulary
) -> Iterator[tuple[int, Mark]]:
    """The headings within tickets that have the form of sections and an unknown name, each with its ticket."""
    level = dialect.section_level
    first = {mark.name: mark.line for mark in found if mark.level == level}
    names = {name for name in first if dialect.key(name) is None}
    if level == LABEL:
        speaks = marker(BOLD, vocabulary)
        names = {name for name in names if speaks(lines.text[first[name]]) is None}
    starts = [title.mark.line for title in plan.titles]
    ends = sorted([*starts, *(mark.line for mark in plan.strays)])
    titles = set(starts)
    for mark in found if names else ():
        if mark.level != level or mark.name not in names or mark.line in titles:
            continue
        at = bisect_right(starts, mark.line) - 1
        # behind a stray nothing belongs to a ticket
        if at >= 0 and ends[bisect_right(ends, mark.line) - 1] == starts[at] and _fits(lines, mark, dialect):
            yield at, mark


def _fits(lines: Lines, mark: Mark, dialect: Dialect) -> bool:
    if mark.level == LABEL:
        return mark.line != 0
    return dialect.section_level != dialect.level or (mark.line > 0 and is_lone_sign(lines.text[mark.line - 1]))


def accepted(lines: Lines, found: Sequence[Mark], dialect: Dialect, plan: Outline, vocabulary: Vocabulary) -> set[str]:
    """The clean names of unknown headings that count as sections."""
    tickets: dict[str, set[int]] = {}
    marks: dict[str, list[Mark]] = {}
    candidates = list(unknown_headings(lines, found, dialect, plan, vocabulary))
    if not candidates:
        return set()
    known = [mark for mark in found if mark.level == dialect.section_level and dialect.key(mark.name)]
    first = _first_sections(known, plan)
    bare = {mark.line for mark in known if mark.level == LABEL and not lines.text[mark.line][mark.column :].strip()}
    for at, mark in candidates:
        if mark.level == LABEL and (mark.line < first[at] or lines.trimmed(0, mark.line)[1] - 1 in bare):
            continue  # a field of the ticket's head, read as such, or the beginning of a section's text
        tickets.setdefault(clean(mark.name), set()).add(at)
        marks.setdefault(clean(mark.name), []).append(mark)
    # texts hold bold words before a colon, but seldom headings of the file's own level
    least = max(2, (_HALF if dialect.section_level == LABEL else _SHARE) * len(plan.titles))
    alike = LABEL if dialect.section_level == LABEL else 1 if len(plan.titles) < _FEW else 2
    habits = _habits(lines, known)
    return {
        name
        for name in marks
        if _is_name(name)
        and (
            len(tickets[name]) >= least
            or (0 < alike <= len(tickets[name]) and all(_follows(lines, mark, habits) for mark in marks[name]))
        )
    }


def _first_sections(known: Sequence[Mark], plan: Outline) -> list[int]:
    starts = [title.mark.line for title in plan.titles]
    places = [mark.line for mark in known]
    found = []
    for start in starts:
        at = bisect_right(places, start)
        found.append(places[at] if at < len(places) else start)
    return found


def _is_name(name: str) -> bool:
    return len(name) <= _LONGEST and not _SENTENCE.search(name)


def _habits(lines: Lines, known: Sequence[Mark]) -> tuple[bool | None, bool | None]:
    """Whether headings have a blank line before and behind them; None where some do and some do not."""
    before = [_is_blank(lines, mark.line - 1) for mark in known]
    behind = [_is_blank(lines, mark.line + 1) for mark in known]
    return _habit(before), _habit(behind)


def _habit(flags: Sequence[bool]) -> bool | None:
    share = sum(flags) / len(flags) if flags else 0.5
    return True if share >= _HABIT else False if share <= 1 - _HABIT else None


def _is_blank(lines: Lines, number: int) -> bool:
    return 0 <= number < len(lines.text) and not lines.text[number].strip()


def _follows(lines: Lines, mark: Mark, habits: tuple[bool | None, bool | None]) -> bool:
    found = (_is_blank(lines, mark.line - 1), _is_blank(lines, mark.line + 1))
    return all(habit is None or habit == one for habit, one in zip(habits, found, strict=True))
