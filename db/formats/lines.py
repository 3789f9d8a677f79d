"""A text as lines with their places, and what a single line looks like: heading, label, rule, blank.

A line ends at a line feed and nowhere else; a carriage return before it belongs to the line end. Every test of a line
looks at its beginning only, or walks over it once: lines of a hundred thousand characters are real.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, repeat
from operator import add
from typing import NamedTuple

from db.formats.vocabulary import LONGEST_NAME
from db.records import dataclass

LABEL = 0
"""Level of a mark that is a bold label."""
_REACH = LONGEST_NAME + 6
"""Characters from the first sign of a label to behind the last."""
_COLONS, _BLANKS = (":", "："), (" ", "\t")


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines without their ends; `starts` has the place of each in the text, and one more for the end of the text."""

    text: Sequence[str]
    starts: Sequence[int]
    crlf: bool = False

    def value(self, first: int, last: int, column: int = 0) -> str:
        """The text of lines `first` to before `last` from a column of the first on, stripped."""
        if last - first == 1:
            return self.text[first][column:].strip()
        return "\n".join((self.text[first][column:], *self.text[first + 1 : last])).strip()

    def trimmed(self, first: int, last: int) -> tuple[int, int]:
        """The range without blank lines at its ends; (first, first) where all are blank."""
        text, start = self.text, first
        while start < last and (not (line := text[start]) or line.isspace()):
            start += 1
        if start >= last:
            return first, first
        while not (line := text[last - 1]) or line.isspace():
            last -= 1
        return start, last


class Mark(NamedTuple):
    """A line that may carry structure: a heading of level 1 to 6, or a bold label (`LABEL`) with text behind it."""

    line: int
    level: int
    name: str
    column: int
    """Where the name of a heading, or the text behind a label, begins."""


def split(text: str) -> Lines:
    """The lines of a text."""
    lines = text.split("\n")
    starts = list(accumulate(map(add, map(len, lines), repeat(1)), initial=0))
    starts[-1] -= 1  # there is no line feed behind the last line
    crlf = "\r" in text and "\r\n" in text  # a lone character is looked for much faster than two
    if crlf:
        lines = [line[:-1] if line.endswith("\r") else line for line in lines]
    return Lines(lines, starts, crlf)


def marks(lines: Sequence[str]) -> list[Mark]:
    """All lines that look like a heading or a bold label, whatever they name."""
    found = []
    known: dict[str, Mark | None] = {}  # most of them stand in every ticket
    make = tuple.__new__  # `Mark` itself takes twice as long
    for number in [number for number, line in enumerate(lines) if line and line[0] in "#*"]:
        line = lines[number]
        if line[1:2] == "*":
            end = line.find("**", 2, _REACH) + 2
            if end > 2 and line[end : end + 1] in _COLONS and line[end + 1 : end + 2] not in _BLANKS:
                line = line[: end + 1]  # whatever text follows, the mark is the same
        if line in known:
            mark = known[line]
            if mark is not None:
                _, level, name, column = mark
                found.append(make(Mark, (number, level, name, column)))
            continue
        mark = heading(number, line) if line[0] == "#" else label(number, line) if line[1:2] == "*" else None
        known[line] = mark
        if mark is not None:
            found.append(mark)
    return found


def heading(number: int, line: str) -> Mark | None:
    """A line of one to six signs, a blank and a name."""
    level = 1
    while level < 7 and line[level : level + 1] == "#":
        level += 1
    if level == 7 or not line[level : level + 1].isspace():
        return None
    name = line[level:].strip()
    return Mark(number, level, name, line.index(name[0], level)) if name else None


def label(number: int, line: str, start: int = 0) -> Mark | None:
    """A bold name at `start` with a colon within or behind it, or alone on its line."""
    end = line.find("**", start + 2, start + _REACH)
    if end < 0:
        return None
    name, is_closed = _name(line[start + 2 : end])
    if not name:
        return None
    column = end + 2
    if not is_closed:
        while (sign := line[column : column + 1]) == " ":
            column += 1
        if sign in _COLONS:
            column += 1
        elif line[column:].strip():
            return None
    while line[column : column + 1] in _BLANKS:
        column += 1
    return Mark(number, LABEL, name, column)


@lru_cache(maxsize=1 << 10)
def _name(text: str) -> tuple[str, bool]:
    """What stands between the signs of a bold label without its colon, and whether it has one."""
    name = text.strip()
    return (name[:-1].strip(), True) if name.endswith((":", "：")) else (name, False)


def is_lone_sign(line: str) -> bool:
    """A line of `#` and nothing else, as some files put before a heading."""
    return line[:1] == "#" and len(line) < 16 and not line.strip().strip("#")


def rule_sign(line: str) -> str:
    """The sign of a line that is a rule of three or more, '' for any other line."""
    if line[:1] not in ("-", "*", "_", "="):
        return ""
    stripped = line.strip()
    return line[0] if len(stripped) >= 3 and not stripped.strip(line[0]) else ""
