"""Which lines of a file begin a ticket, and which lines that look so do not.

The category line is the anchor: a heading is a title when a category line follows before the next heading of its
level. Works for a file whose dialect is known so far as level, names and rule; reads no bodies.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from db.formats import numbering
from db.formats.dialect import Dialect
from db.formats.lines import LABEL, Lines, Mark, heading, label, rule_sign
from db.formats.vocabulary import clean
from db.records import dataclass
from db.values import CATEGORY, FIELDS, SOURCE_FIELDS

_HABIT = 0.5


@dataclass(frozen=True, slots=True)
class Title:
    """A title and the category line of its ticket."""

    mark: Mark
    category: Mark | None


@dataclass(frozen=True, slots=True)
class Outline:
    """The titles, and the headings between or behind tickets that begin none but end the ticket before them."""

    titles: list[Title]
    strays: list[Mark]


@dataclass(frozen=True, slots=True)
class Sorted:
    """The marks of a file by what they are in its dialect; `keys` goes with `heads`."""

    heads: list[Mark]
    keys: list[str]
    starts: list[int]
    """The lines of the heads."""
    candidates: list[Mark]
    """Headings of the level of titles that are no sections."""
    categories: list[Mark]


def sort_out(lines: Lines, found: Sequence[Mark], dialect: Dialect) -> Sorted:
    """Sections, possible titles and category lines among the marks of a file."""
    known: dict[str, str | None] = {}
    heads, keys, candidates, categories = [], [], [], []
    for mark in found:
        name, level = mark.name, mark.level
        if name in known:
            key = known[name]
        else:
            key = known[name] = dialect.key(name)
        if key == CATEGORY:
            if level == LABEL and dialect.bold_category:
                categories.append(mark)
                continue
        elif key is not None and level == dialect.extra_levels.get(key, dialect.section_level):
            heads.append(mark)
            keys.append(key)
            continue
        if level == dialect.level:
            candidates.append(mark)
    if not dialect.bold_category:
        categories = plain_categories(lines, dialect.key)
    if odd := _odd_titles(lines, candidates, categories, dialect):
        candidates = sorted([*candidates, *odd])
    return Sorted(heads, keys, [mark.line for mark in heads], candidates, categories)


def _odd_titles(lines: Lines, candidates: Sequence[Mark], categories: Sequence[Mark], dialect: Dialect) -> list[Mark]:
    """Titles with another number of signs: right above a category line that has no title, and behind a rule."""
    found = []
    text, places = lines.text, [mark.line for mark in candidates]
    last = 0
    for mark in categories:
        place, last = last, bisect_left(places, mark.line)
        if place < last:
            continue
        at = lines.trimmed(max(0, mark.line - 3), mark.line)[1] - 1
        one = heading(at, text[at]) if at > 0 and text[at][:1] == "#" else None
        before = lines.trimmed(max(0, at - 3), at)[1] - 1
        if one and one.level != dialect.level and dialect.key(one.name) is None and rule_sign(text[before]):
            found.append(one)
    return found


def plain_categories(lines: Lines, role: Callable[[str], str | None]) -> list[Mark]:
    """The lines that name a category in any way but as a bold label at their beginning: plain, or items of a list."""
    plain = (_plain_label(number, line) for number, line in enumerate(lines.text))
    return [mark for mark in plain if mark is not None and role(mark.name) == CATEGORY]


def _plain_label(number: int, line: str) -> Mark | None:
    start = 2 if line[:2] in ("- ", "* ", "+ ", "> ") else 0
    if line.startswith("**", start):
        return label(number, line, start)
    places = [at for at in (line.find(":", start, start + 14), line.find("：", start, start + 14)) if at > start]
    if not places:
        return None
    column = min(places) + 1
    while line[column : column + 1] in (" ", "\t"):
        column += 1
    return Mark(number, LABEL, line[start : min(places)].strip(), column)


def outline(lines: Lines, known: Sorted, dialect: Dialect, appendix: frozenset[str] = frozenset()) -> Outline:
    """Titles and strays among the marks of a file."""
    candidates, titles = known.candidates, _anchored(known.candidates, known.categories)
    if None not in titles:
        return Outline([Title(mark, category) for mark, category in zip(candidates, titles, strict=True)], [])
    sure = [mark for mark, category in zip(candidates, titles, strict=True) if category is not None]
    style = _Style(lines, known, dialect, sure, appendix)
    accepted: list[Title] = []
    strays: list[Mark] = []
    for place, (mark, category) in enumerate(zip(candidates, titles, strict=True)):
        following = candidates[place + 1].line if place + 1 < len(candidates) else len(lines.text)
        if category is not None or style.is_title(mark, following, place + 1 == len(candidates)):
            accepted.append(Title(mark, category))
        elif style.is_stray(mark):
            strays.append(mark)
    return Outline(accepted, strays)


def _anchored(candidates: Sequence[Mark], categories: Sequence[Mark]) -> list[Mark | None]:
    """For each heading the first category line before the next one."""
    places = [mark.line for mark in categories]
    found: list[Mark | None] = []
    for place, mark in enumerate(candidates):
        at = bisect_left(places, mark.line)
        end = candidates[place + 1].line if place + 1 < len(candidates) else None
        found.append(categories[at] if at < len(places) and (end is None or places[at] < end) else None)
    return found


def begins_as_ticket(known: Sorted, dialect: Dialect, title: int, end: int) -> bool:
    """Whether the section that tickets begin with is the first between the line of a heading and another."""
    at = bisect_left(known.starts, title)
    if at == len(known.starts) or known.starts[at] >= end:
        return False
    key = known.keys[at]
    return key == dialect.sections[0].key if dialect.sections else key in SOURCE_FIELDS and key != FIELDS


def breaks_off(lines: Lines, title: int) -> bool:
    """Whether a text says nothing more behind a line."""
    first, end = lines.trimmed(title + 1, len(lines.text))
    return first == end


class _Style:
    """How sure titles of the file look, to judge headings that no category line follows."""

    def __init__(
        self, lines: Lines, known: Sorted, dialect: Dialect, sure: Sequence[Mark], appendix: frozenset[str]
    ) -> None:
        self._lines, self._appendix = lines, appendix
        self._starts = known.starts
        self._sure = sure
        self._numbering = numbering.find([mark.name for mark in sure]) if sure else dialect.numbering
        self._known, self._dialect = known, dialect
        # one title says nothing of a habit, those that begin as tickets do
        later = sure[1:] or self._likely()[1:]
        self._ruled = not later or sum(self._after_rule(mark) for mark in later) >= _HABIT * len(later)
        self._no_categories = not sure

    def _likely(self) -> list[Mark]:
        candidates = self._known.candidates
        ends = [mark.line for mark in candidates[1:]]
        ends.append(len(self._lines.text))
        both = zip(candidates, ends, strict=False)
        return [mark for mark, end in both if begins_as_ticket(self._known, self._dialect, mark.line, end)]

    def _after_rule(self, mark: Mark) -> bool:
        line = self._lines.trimmed(0, mark.line)[1] - 1
        return mark.line == 0 or (line >= 0 and rule_sign(self._lines.text[line]) != "")

    def is_title(self, mark: Mark, following: int, last: bool) -> bool:
        """A ticket without a category line, or one that the file breaks off in."""
        if clean(mark.name) in self._appendix or (
            self._ruled and not self._no_categories and not self._after_rule(mark)
        ):
            return False
        _, start = numbering.strip(mark.name, self._numbering)
        if self._numbering is not None and not start:
            return False
        if begins_as_ticket(self._known, self._dialect, mark.line, following):
            return True
        return last and breaks_off(self._lines, mark.line) and not self._no_categories

    def is_stray(self, mark: Mark) -> bool:
        """A heading of its own behind a rule, with no section of a ticket under it."""
        known, ruled = clean(mark.name) in self._appendix, self._after_rule(mark)
        place = bisect_left(self._sure, mark)
        following = self._sure[place] if place < len(self._sure) else None
        at = bisect_left(self._starts, mark.line)
        if following is None:
            return (known or ruled) and at == len(self._starts)
        if not ruled or (at < len(self._starts) and self._starts[at] < following.line):
            return False
        # between tickets a text may hold such lines as well
        return known or not self._sure or mark.line < self._sure[0].line or self._is_bare(mark, following)

    def _is_bare(self, mark: Mark, following: Mark) -> bool:
        """Whether nothing but rules stands between a heading and the next title."""
        text = self._lines.text
        return all(not text[n].strip() or rule_sign(text[n]) for n in range(mark.line + 1, following.line))
