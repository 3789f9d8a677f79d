"""One ticket by itself: its lines and sections as reading the whole file finds them, and whether it is still one.

What a file decides as a whole is known from the dialect; where it is not, the stricter case is taken.
"""

from __future__ import annotations

from db.formats.dialect import Dialect
from db.formats.lines import Lines, Mark, heading, marks, rule_sign, split
from db.formats.outline import Outline, Sorted, Title, begins_as_ticket, breaks_off, sort_out
from db.formats.tickets import Cut, Part, cut, leave_notes
from db.formats.vocabulary import clean
from db.records import dataclass, replace


@dataclass(frozen=True, slots=True)
class Alone:
    """The lines of a ticket (of the rest of its file, if it is the last), and what they are."""

    lines: Lines
    cut: Cut
    known: Sorted
    is_last: bool


def begins_ticket(line: str, dialect: Dialect) -> bool:
    """Whether a line is a heading of the level of titles, as is any line behind a ticket that is not the last."""
    mark = heading(0, line)
    return mark is not None and mark.level == dialect.level


def alone(text: str, rest: str | None, dialect: Dialect) -> Alone | None:
    """A ticket with the rest of the file where it is the last one; None where it does not begin with a title."""
    lines = split(text + (rest or ""))
    known = sort_out(lines, marks(lines.text), dialect)
    if not known.candidates or known.candidates[0].line:
        odd = _odd_title(lines, known, dialect)
        if odd is None:
            return None
        known = replace(known, candidates=[odd, *known.candidates])
    end = known.candidates[1].line if len(known.candidates) > 1 else len(lines.text)
    category = next((mark for mark in known.categories if mark.line < end), None)
    one = cut(lines, known, dialect, Outline([Title(known.candidates[0], category)], []))[0]
    if rest is not None:
        leave_notes(lines, dialect, one)
    return Alone(lines, one, known, rest is not None)


def _odd_title(lines: Lines, known: Sorted, dialect: Dialect) -> Mark | None:
    """A title with another number of signs than the others: the rule that it stands behind is no part of its ticket. Or
    one that is called as an unknown section of another ticket is."""
    mark = heading(0, lines.text[0])
    above = lines.trimmed(0, known.categories[0].line)[1] - 1 if known.categories else -1
    is_title = mark is not None and above == 0 and dialect.key(mark.name) in (None, *dialect.unknown)
    return mark if is_title else None


def is_ticket(one: Alone, dialect: Dialect, appendix: frozenset[str]) -> bool:
    """Whether the whole file has a ticket here: the category line is there, or it begins as those without one do."""
    if one.cut.category is not None:
        return True
    if clean(one.cut.title.name) in appendix:
        return False
    if one.is_last and breaks_off(one.lines, one.cut.start):
        return True
    end = one.known.candidates[1].line if len(one.known.candidates) > 1 else len(one.lines.text)
    return begins_as_ticket(one.known, dialect, one.cut.start, end)


def is_split(one: Alone, part: Part, dialect: Dialect, appendix: frozenset[str]) -> bool:
    """Whether a heading in the text of a section may begin a ticket, or end the one that it is in."""
    inside = [mark for mark in one.known.candidates if part.first <= mark.line < part.last]
    return any((one.is_last and clean(mark.name) in appendix) or _may_begin(one, mark, dialect) for mark in inside)


def _may_begin(one: Alone, mark: Mark, dialect: Dialect) -> bool:
    lines, known = one.lines, one.known
    before = lines.trimmed(0, mark.line)[1] - 1
    if rule_sign(lines.text[before]):
        return True
    first, last = lines.trimmed(mark.line + 1, len(lines.text))
    if one.is_last and first == last:
        return True
    end = next((other.line for other in known.candidates if other.line > mark.line), len(lines.text))
    beginning = dialect.sections[0].key if dialect.sections else None
    heads = [place for place, key in zip(known.starts, known.keys, strict=True) if beginning in (None, key)]
    return any(mark.line < place < end for place in (*heads, *(category.line for category in known.categories)))
