"""Cuts a file whose dialect is known into tickets, and tickets into their sections: line ranges, no values.

A ticket reaches from its title to the next one, so that taking its lines out leaves the others as they are.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from db.formats.dialect import Dialect
from db.formats.lines import LABEL, Lines, Mark, is_lone_sign, label, rule_sign
from db.formats.outline import Outline, Sorted, Title
from db.formats.vocabulary import LONGEST_NAME
from db.records import dataclass, field


@dataclass(slots=True)
class Part:
    """A section or field of a ticket. Its text stands in lines `first` to before `last`, from `column` of the first."""

    key: str
    name: str
    head: int
    """First line of its heading, a lone sign included."""
    body: int
    """The line behind the heading, or the line of the label where text stands beside it."""
    end: int
    """Line behind the part with the blank lines that follow it."""
    first: int = 0
    last: int = 0
    column: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether no text stands under the heading."""
        return self.last <= self.first


@dataclass(slots=True)
class Cut:
    """One ticket as lines `start` to before `end`; its text ends before `stop`."""

    title: Mark
    category: Mark | None
    start: int
    end: int
    stop: int = 0
    parts: list[Part] = field(default_factory=list)
    loose: list[Part] = field(default_factory=list)
    """What stands between title and first section besides the category: labels, and text without one."""
    ignored: list[Mark] = field(default_factory=list)
    """Known headings that are text here, because the ticket has that section already."""
    broken: bool = False
    """The file ends within this ticket."""

    def part(self, key: str) -> Part | None:
        """The section with a key, None where its heading is absent."""
        for one in self.parts:
            if one.key == key:
                return one
        return None


def cut(lines: Lines, known: Sorted, dialect: Dialect, plan: Outline) -> list[Cut]:
    """The tickets of an outline, in order."""
    ends = sorted([title.mark.line for title in plan.titles] + [mark.line for mark in plan.strays])
    ends.append(len(lines.text))
    cuts = []
    for title in plan.titles:
        start = title.mark.line
        end = ends[bisect_left(ends, start) + 1]
        inside = slice(bisect_left(known.starts, start + 1), bisect_left(known.starts, end))
        cuts.append(_cut(lines, dialect, title, known.heads[inside], known.keys[inside], end))
    return cuts


def _cut(lines: Lines, dialect: Dialect, title: Title, heads: list[Mark], keys: list[str], end: int) -> Cut:
    one = Cut(title.mark, title.category, title.mark.line, end)
    one.stop = _stop(lines, dialect, title.mark.line + 1, end)
    if len(set(keys)) < len(keys):
        kept = _in_order(dialect, keys, [_is_apart(lines, dialect, mark) for mark in heads])
        one.ignored = [mark for place, mark in enumerate(heads) if place not in kept]
        heads, keys = [heads[place] for place in kept], [keys[place] for place in kept]
    is_signed = dialect.section_level == dialect.level
    starts = [_head_line(lines, mark) if is_signed else mark.line for mark in heads]
    starts.append(one.stop)
    for place, mark in enumerate(heads):
        one.parts.append(_part(lines, keys[place], mark, starts[place], starts[place + 1]))
    _read_loose(lines, one, starts[0])
    return one


def _head_line(lines: Lines, mark: Mark) -> int:
    return mark.line - 1 if mark.line and is_lone_sign(lines.text[mark.line - 1]) else mark.line


def _part(lines: Lines, key: str, mark: Mark, head: int, end: int) -> Part:
    line, level, name, column = mark
    if level == LABEL and column < len(lines.text[line].rstrip()):
        body = line
    else:
        body, column = line + 1, 0
    first, last = lines.trimmed(body, end)
    return Part(key, name, head, body, end, first, last, column)


def _stop(lines: Lines, dialect: Dialect, start: int, end: int) -> int:
    """Where the text of a ticket ends: before the rule that stands last in it, and the blank lines around it."""
    _, stop = lines.trimmed(start, end)
    if stop > start and dialect.rule and rule_sign(lines.text[stop - 1]) == dialect.rule:
        _, stop = lines.trimmed(start, stop - 1)
    return max(stop, start)


def _is_apart(lines: Lines, dialect: Dialect, mark: Mark) -> bool:
    """Whether a blank line, or what else the file has there, stands before a heading."""
    return not dialect.before_heading or not lines.text[mark.line - 1].strip("# \t")


def _in_order(dialect: Dialect, keys: Sequence[str], apart: Sequence[bool]) -> list[int]:
    """Each section once: where one stands twice, those that keep the order of the file, the others are text."""
    # before the order is known, that of the ticket itself
    ranks = [dialect.rank(key) if dialect.sections else keys.index(key) for key in keys]
    # the longest strictly rising run, of equals the one that looks like headings, the earliest of those
    best: dict[int, list[int]] = {}

    def worth(run: Sequence[int]) -> tuple[int, int, int]:
        return len(run), sum(apart[place] for place in run), -run[-1] if run else 0

    for place, rank in enumerate(ranks):
        before = max((run for last, run in best.items() if last < rank), key=worth, default=[])
        run = [*before, place]
        if rank not in best or worth(run) > worth(best[rank]):
            best[rank] = run
    return max(best.values(), key=worth)


def _read_loose(lines: Lines, one: Cut, end: int) -> None:
    """Labels and text between the title and the first section; the category is not among them."""
    number, text = one.start + 1, lines.text
    category = -1 if one.category is None else one.category.line
    while number < end:
        if number == category or not text[number] or text[number].isspace():
            number += 1
            continue
        first = number
        while number < end and text[number].strip() and number != category:
            number += 1
            if number < end and _labelled(text[number]) is not None:
                break
        one.loose.append(_loose(lines, first, number))


def _loose(lines: Lines, first: int, last: int) -> Part:
    known = _labelled(lines.text[first])
    name, column = known if known else ("", 0)
    return Part(name, name, first, first, last, first, last, column)


def _labelled(line: str) -> tuple[str, int] | None:
    """Name and place of the text of a line such as ``**编号**: 12`` or ``> 来源：网页``."""
    start = 2 if line[:2] in ("- ", "* ", "+ ", "> ") else 0
    if line.startswith("**", start):
        mark = label(0, line, start)
        return (mark.name, mark.column) if mark is not None else None
    places = [at for at in (line.find(":", start, start + 12), line.find("：", start, start + 12)) if at > start]
    if not places or len(line) > LONGEST_NAME * 10:
        return None
    return line[start : min(places)].strip(), min(places) + 1


def leave_notes(lines: Lines, dialect: Dialect, last: Cut) -> None:
    """What follows the rule of the last ticket is a note of the file, where it is not the text of a turn or list."""
    if not dialect.rule or last.end < len(lines.text) or not last.parts or last.stop == last.start + 1:
        return
    part = last.parts[-1]
    rules = [n for n in range(part.body, last.stop) if rule_sign(lines.text[n]) == dialect.rule]
    if not rules or part.key not in (dialect.sections[-1].key if dialect.sections else "",):
        return
    rule = rules[-1]
    blank_before = rule > 0 and not lines.text[rule - 1].strip()
    if not blank_before and dialect.before_heading:
        return
    if any(lines.text[n].lstrip()[:2] in ("- ", "**", "1.") for n in range(rule + 1, last.stop)):
        return
    _, last.stop = lines.trimmed(last.start + 1, rule)
    last.end = rule + 1
    part.end = last.stop
    part.first, part.last = lines.trimmed(part.body, last.stop)
