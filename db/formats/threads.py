"""The turns of a section: which form a file gives them, and reading a section in that form.

The form is found once for all reply sections of a file and once for all conversations. Which marks are taken off a
text depends on it; what is not sure to be a mark stays text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from db.formats.dialect import BULLETS, DIALOGUE, LINES, NUMBERED, PARAGRAPHS, TEXT, ThreadForm
from db.formats.lines import Lines
from db.formats.speakers import BOLD, COLON, STYLES, Marker, Said, marker
from db.formats.standins import LONGEST_NOTE, is_note
from db.formats.tickets import Part
from db.formats.vocabulary import Vocabulary
from db.values import Speaker, Turn

_NUMBER = re.compile(r"(\d{1,4})(\. |\.\t|、 ?|[)）] ?)")
_BULLETS = ("- ", "* ", "+ ", "• ")
_MOST = 0.75
_HALF = 0.5
_LISTED = 0.4
_SOME = 0.25
_FEW = 0.05
_LONGEST = LONGEST_NOTE + 10
"""Characters of a note with the mark of an item, and of a label that stands before it."""
_ENOUGH = 40
"""Sections that are looked at to find a habit."""


class Piece(NamedTuple):
    """A turn as lines `first` to before `last`; its text begins at `column` of the first."""

    speaker: Speaker
    first: int
    last: int
    column: int


def read(lines: Lines, part: Part, form: ThreadForm, mark: Marker | None) -> list[Piece]:
    """The turns of a section in a form; `mark` finds speakers where the form is a dialogue."""
    last = part.last
    while last > part.first and _is_note(lines, part, last - 1):
        last = lines.trimmed(part.first, last - 1)[1]
    if last <= part.first:
        return []
    if form.kind == DIALOGUE and mark is not None:
        return _dialogue(lines, part, last, mark)
    return _plain(lines, part, last, form)


def _is_note(lines: Lines, part: Part, number: int) -> bool:
    return len(lines.text[number]) <= _LONGEST and is_note(_unmarked(_line(lines, part, number)))


def _plain(lines: Lines, part: Part, last: int, form: ThreadForm) -> list[Piece]:
    if form.whole:
        found = _numbered(lines, part, last, form, pure=True) or _bulleted(lines, part, last, form, pure=True)
        if len(found) > 1:  # a lone line that begins so may be text
            return found
    if form.kind == NUMBERED:
        found = _numbered(lines, part, last, form, pure=False)
    elif form.kind == BULLETS:
        found = _bulleted(lines, part, last, form, pure=False)
    elif form.kind == LINES:
        found = _split(lines, part, last, lambda number: True)
    elif form.kind == PARAGRAPHS:
        found = _split(lines, part, last, lambda number: not lines.text[number - 1].strip())
    else:
        found = []
    return found or [Piece(None, part.first, last, _column(part, part.first))]


def _column(part: Part, number: int) -> int:
    return part.column if number == part.first and part.body == part.first else 0


def _line(lines: Lines, part: Part, number: int) -> str:
    return lines.text[number][_column(part, number) :]


def _unmarked(line: str) -> str:
    """A line without the mark of a list item."""
    match = _NUMBER.match(line)
    return line[match.end() :] if match else line[2:] if line.startswith(_BULLETS) else line


def _dialogue(lines: Lines, part: Part, last: int, mark: Marker) -> list[Piece]:
    starts: list[tuple[int, Speaker, int]] = []
    column = _column(part, part.first)
    begins, sign = mark.begins, mark.sign
    for number, line in enumerate(lines.text[part.first : last], part.first):
        said = begins(line, column) if line and sign in line else None
        if said is not None:
            starts.append((number, *said))
        elif not starts:
            starts.append((number, None, column))
        column = 0
    return _pieces(lines, starts, last)


def _pieces(lines: Lines, starts: Sequence[tuple[int, Speaker, int]], last: int) -> list[Piece]:
    pieces = []
    text, make = lines.text, tuple.__new__  # `Piece` itself takes twice as long
    ends = [number for number, _, _ in starts[1:]]
    ends.append(last)
    for (number, speaker, column), end in zip(starts, ends, strict=False):
        while end > number + 1 and (not (line := text[end - 1]) or line.isspace()):
            end -= 1
        pieces.append(make(Piece, (speaker, number, end, column)))
    return pieces


def _numbered(lines: Lines, part: Part, last: int, form: ThreadForm, pure: bool) -> list[Piece]:
    starts: list[tuple[int, Speaker, int]] = []
    for number in range(part.first, last):
        match = _NUMBER.match(lines.text[number], _column(part, number))
        if match is not None and not pure:
            # a step within a text is often numbered in another way, or follows without a blank line
            sure = match.group(2)[0] == form.sign[0] and not (starts and _is_close(lines, form, number))
            match = match if sure else None
        if match is not None and int(match.group(1)) == len(starts) + 1:
            starts.append((number, None, match.end()))
        elif not starts or (pure and lines.text[number].strip()):
            return []
    return _pieces(lines, starts, last)


def _is_close(lines: Lines, form: ThreadForm, number: int) -> bool:
    """Whether a line lacks the blank line that the file has before its items."""
    return form.blank and lines.text[number - 1].strip() != ""


def _bulleted(lines: Lines, part: Part, last: int, form: ThreadForm, pure: bool) -> list[Piece]:
    starts: list[tuple[int, Speaker, int]] = []
    signs = _BULLETS if pure else form.sign
    for number in range(part.first, last):
        column = _column(part, number)
        line = lines.text[number]
        if line.startswith(signs, column) and (pure or not starts or not _is_close(lines, form, number)):
            starts.append((number, None, column + 2))
        elif not starts or (pure and line.strip()):
            return []
    return _pieces(lines, starts, last)


def _split(lines: Lines, part: Part, last: int, begins: Callable[[int], bool]) -> list[Piece]:
    starts: list[tuple[int, Speaker, int]] = [(part.first, None, _column(part, part.first))]
    starts += [(n, None, 0) for n in range(part.first + 1, last) if lines.text[n].strip() and begins(n)]
    return _pieces(lines, starts, last)


def find_form(lines: Lines, parts: Sequence[Part], vocabulary: Vocabulary) -> ThreadForm:
    """The form that most of these sections have."""
    filled = [part for part in parts if not part.is_empty]
    if not filled:
        return ThreadForm(TEXT, blank=True, whole=True)
    return _find_dialogue(lines, filled, vocabulary) or _find_list(lines, filled) or _find_plain(lines, filled)


def is_bare(lines: Lines, part: Part, turn: Turn) -> bool:
    """Whether a section's only turn, one of a line, bears no mark."""
    return turn.speaker is None and _line(lines, part, part.first).strip() == turn.text


def _find_dialogue(lines: Lines, parts: Sequence[Part], vocabulary: Vocabulary) -> ThreadForm | None:
    for style in STYLES:
        mark = marker(style, vocabulary)
        some = parts[:: len(parts) // _ENOUGH + 1]
        begun = sum(mark(_line(lines, part, part.first)) is not None for part in some)
        if begun < (_SOME if style != STYLES[-1] else _HALF) * len(some):
            continue
        said = [(part, number, found) for part in some[::2] for number, found in _said(lines, part, mark)]
        if style == BOLD and sum(
            not found.mark.strip("* \t").endswith((":", "：")) for _, _, found in said
        ) <= _FEW * len(said):
            style = COLON
        later = [number for part, number, _ in said if number > part.first]
        pairs = sum(found.lead[:1].isdigit() for _, _, found in said if found.speaker == "customer")
        is_pairs = pairs >= _HALF * sum(found.speaker == "customer" for _, _, found in said) and pairs > 0
        if is_pairs:
            later = [number for part, number, found in said if found.lead[:1].isdigit() and number > part.first]
        blank = sum(not lines.text[number - 1].strip() for number in later) > _HALF * len(later)
        customer, staff = (_template(said, who) for who in ("customer", "staff"))
        return ThreadForm(DIALOGUE, blank, style, customer, staff, is_pairs, single=begun > _HALF * len(some))
    return None


def _said(lines: Lines, part: Part, mark: Marker) -> list[tuple[int, Said]]:
    found = []
    column = _column(part, part.first)
    for number, line in enumerate(lines.text[part.first : part.last], part.first):
        said = mark(line, column) if line else None
        if said is not None:
            found.append((number, said))
        column = 0
    return found


def _template(said: Sequence[tuple[Part, int, Said]], who: Speaker) -> str:
    """What stands before a turn of somebody mostly, without a number."""
    counted = Counter(
        ("" if found.lead[:1].isdigit() else found.lead) + found.mark for _, _, found in said if found.speaker == who
    )
    return counted.most_common(1)[0][0] if counted else ""


def _find_list(lines: Lines, parts: Sequence[Part]) -> ThreadForm | None:
    many = [part for part in parts if part.last - part.first > 1]
    numbers = [(p, m) for p in parts if (m := _NUMBER.match(_line(lines, p, p.first))) and m.group(1) == "1"]
    bullets = [p for p in parts if _line(lines, p, p.first).startswith(_BULLETS)]
    for kind, begun in ((NUMBERED, [p for p, _ in numbers]), (BULLETS, bullets)):
        long = sum(part.last - part.first > 1 for part in begun)
        if begun and (len(begun) >= _HALF * len(parts) or (many and long >= _MOST * len(many) and long > 1)):
            signs = (
                [_line(lines, p, p.first)[:2] for p in begun] if kind == BULLETS else [m.group(2) for _, m in numbers]
            )
            single = len(begun) - long > _HALF * (len(parts) - len(many))
            form = ThreadForm(kind, sign=Counter(signs).most_common(1)[0][0], single=single)
            return replace(form, blank=_has_blanks(lines, begun, form))
    return None


def _has_blanks(lines: Lines, parts: Sequence[Part], form: ThreadForm) -> bool:
    """Whether nearly all items behind the first have a blank line before them."""
    later = [piece.first for part in parts for piece in _plain(lines, part, part.last, form)[1:]]
    return bool(later) and sum(not lines.text[n - 1].strip() for n in later) >= 0.8 * len(later)


def _find_plain(lines: Lines, parts: Sequence[Part]) -> ThreadForm:
    many = [part for part in parts if part.last - part.first > 1]
    listed = sum(sum(_is_item(lines.text[n]) for n in range(part.first, part.last)) > 1 for part in many)
    if len(many) < _SOME * len(parts) or listed > _LISTED * len(many):
        return ThreadForm(TEXT, blank=True, whole=True)
    filled = gaps = 0
    for part in many:
        texts = [lines.text[n].strip() for n in range(part.first, part.last)]
        filled += sum(map(bool, texts)) - 1
        gaps += sum(bool(one) and not before for before, one in pairwise(texts))
    return ThreadForm(PARAGRAPHS, blank=True) if gaps >= _HALF * filled else ThreadForm(LINES)


def _is_item(line: str) -> bool:
    return line.startswith(_BULLETS) or _NUMBER.match(line) is not None
