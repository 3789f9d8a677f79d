"""Writes the turns of a section in the form that its file gives them, so that `threads` reads the same turns again.

A turn that stays keeps its lines; a new one is written as the others are. Where a form can be written in more than
one way, the first that is read back is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from db.formats import threads
from db.formats.dialect import BULLETS, DIALOGUE, NUMBERED, PARAGRAPHS, TEXT, ThreadForm
from db.formats.lines import Lines
from db.formats.speakers import Marker
from db.formats.tickets import Part
from db.records import dataclass, replace
from db.values import Speaker, Turn

_DIGITS = re.compile(r"[ \t]*\d{1,4}")
_WORD = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)*")
_OTHER: dict[Speaker, tuple[str, ...]] = {"customer": ("客户", "customer"), "staff": ("客服", "support")}


@dataclass(frozen=True, slots=True)
class Written:
    """A turn as it stands in the file: its lines, where the text begins in the first, blank lines behind it."""

    turn: Turn
    lines: tuple[str, ...]
    column: int
    gap: int

    @property
    def lead(self) -> str:
        """What stands before the text."""
        return self.lines[0][: self.column]

    @property
    def text_lines(self) -> tuple[str, ...]:
        """The lines of the text."""
        below = self.text_below
        return self.lines[below:] if below else (self.lines[0][self.column :], *self.lines[1:])

    @property
    def text_below(self) -> int:
        """Lines before the text, where it stands below its mark; 0 where it stands beside it."""
        if self.lines[0][self.column :].strip():
            return 0
        return next((place for place, line in enumerate(self.lines) if place and line.strip()), 0)


def written(lines: Lines, part: Part, form: ThreadForm, mark: Marker | None) -> tuple[list[Written], list[str]]:
    """The turns of a section as they stand there, and the lines behind the last that are no turn."""
    pieces = threads.read(lines, part, form, mark)
    column = part.column if part.body == part.first else 0
    found = []
    for place, piece in enumerate(pieces):
        cut = column if piece.first == part.first else 0
        own = (lines.text[piece.first][cut:], *lines.text[piece.first + 1 : piece.last])
        following = pieces[place + 1].first if place + 1 < len(pieces) else piece.last
        turn = Turn(piece.speaker, lines.value(piece.first, piece.last, piece.column))
        if turn.text or turn.speaker:
            found.append(Written(turn, own, piece.column - cut, following - piece.last))
    return found, list(lines.text[pieces[-1].last : part.last]) if pieces else []


def cleaned(turns: Sequence[Turn]) -> tuple[Turn, ...]:
    """Turns as a reader gives them: stripped, line feeds alone, none that says nothing."""
    plain = [Turn(turn.speaker, turn.text.replace("\r\n", "\n").strip()) for turn in turns]
    return tuple(turn for turn in plain if turn.text or turn.speaker)


def rendered(
    turns: Sequence[Turn], old: Sequence[Written], notes: Sequence[str], form: ThreadForm, mark: Marker | None
) -> list[str]:
    """The lines of a section with these turns; with those that come nearest where the form cannot hold them."""
    wanted = cleaned(turns)
    if not wanted:
        return []
    nearest: list[str] | None = None
    for way in _ways(wanted, old, form):
        lines = [*way, *notes]
        if _read(lines, form, mark) == wanted:
            return lines
        nearest = nearest or lines
    return nearest or []


def _read(text: Sequence[str], form: ThreadForm, mark: Marker | None) -> tuple[Turn, ...]:
    lines = Lines(text, ())
    first, last = lines.trimmed(0, len(text))
    part = Part("", "", -1, -1, last, first, last)
    return tuple(one.turn for one in written(lines, part, form, mark)[0])


def _ways(wanted: Sequence[Turn], old: Sequence[Written], form: ThreadForm) -> Iterator[list[str]]:
    bare = len(wanted) == 1 and wanted[0].text.split("\n")
    if form.kind == TEXT:
        if bare:
            yield _woven(wanted, old, form)
        for one in _lists(old, form):
            yield _woven(wanted, old, one)
            yield _woven(wanted, (), one)
        return
    if bare and len(old) == 1 and not old[0].column and form.kind in (NUMBERED, BULLETS):
        yield _woven(wanted, old, replace(form, kind=TEXT))
    yield _woven(wanted, old, form)
    yield _woven(wanted, (), form)
    if bare:
        yield bare


def _lists(old: Sequence[Written], form: ThreadForm) -> list[ThreadForm]:
    """The lists that a section of text may be, first the one that it is."""
    bullets, numbers = ThreadForm(BULLETS, sign="- "), ThreadForm(NUMBERED, sign=". ")
    counted = bool(old) and _DIGITS.match(old[0].lead) is not None
    return [numbers, bullets] if counted else [bullets, numbers]


def _woven(wanted: Sequence[Turn], old: Sequence[Written], form: ThreadForm) -> list[str]:
    """The turns one after the other, with the lines of old turns where they stay."""
    slots = _slots(wanted, old)
    lines: list[str] = []
    customers = 0
    for place, turn in enumerate(wanted):
        slot = slots[place]
        if place:
            before = slots[place - 1]
            stays = before is not None and slot == before + 1
            lines += [""] * (old[before].gap if stays and before is not None else _gap(form, turn))
        customers += turn.speaker == "customer"
        number = customers if form.pairs else place + 1
        lines += _turn_lines(turn, old[slot] if slot is not None else None, number, old, form)
    return lines


def _slots(wanted: Sequence[Turn], old: Sequence[Written]) -> list[int | None]:
    """For each turn the old one that it is, or that it takes the place of."""
    slots: list[int | None] = [None] * len(wanted)
    matcher = SequenceMatcher(None, [one.turn for one in old], list(wanted), autojunk=False)
    for kind, start, end, to_start, to_end in matcher.get_opcodes():
        if kind == "equal" or (kind == "replace" and end - start == to_end - to_start):
            for at in range(end - start):
                slots[to_start + at] = start + at
    return slots


def _gap(form: ThreadForm, turn: Turn) -> int:
    """Blank lines before a turn."""
    if form.kind == PARAGRAPHS:
        return 1
    return int(form.blank and (not form.pairs or turn.speaker == "customer"))


def _turn_lines(turn: Turn, like: Written | None, number: int, old: Sequence[Written], form: ThreadForm) -> list[str]:
    if like is not None and (like.turn.speaker != turn.speaker or _lacks_mark(like, form)):
        like = None
    lead = _lead(form, turn.speaker, number) if like is None else _renumbered(like.lead, number, form)
    if like is not None and like.turn == turn:
        return [lead + like.lines[0][like.column :], *like.lines[1:]]
    text = turn.text.split("\n")
    if like is not None and len(text) == len(like.text_lines):
        # changed within its lines: blanks around it are no part of it
        first, last = like.text_lines[0], like.text_lines[-1]
        text[0] = first[: len(first) - len(first.lstrip())] + text[0]
        text[-1] += last[len(last.rstrip()) :]
    neighbour = like or next((one for one in old if one.turn.speaker == turn.speaker and turn.speaker), None)
    below = neighbour.text_below if neighbour is not None and form.kind == DIALOGUE else 0
    if neighbour is not None and below:
        return [lead.rstrip(), *neighbour.lines[1:below], *text]
    return [lead + text[0], *text[1:]] if turn.text else [lead]


def _lacks_mark(like: Written, form: ThreadForm) -> bool:
    """An old turn without the mark that items of the form have, or with another."""
    if form.kind == NUMBERED:
        return _DIGITS.match(like.lead) is None
    return form.kind == BULLETS and (not like.column or _DIGITS.match(like.lead) is not None)


def _renumbered(lead: str, number: int, form: ThreadForm) -> str:
    if form.kind != NUMBERED and not form.pairs:
        return lead
    found = _DIGITS.match(lead)
    return lead if found is None else found.group().rstrip("0123456789") + str(number) + lead[found.end() :]


def _lead(form: ThreadForm, speaker: Speaker, number: int) -> str:
    """What stands before the text of a new turn."""
    if form.kind == NUMBERED:
        return f"{number}{form.sign}"
    if form.kind == BULLETS:
        return form.sign
    if form.kind != DIALOGUE or speaker is None:
        return ""
    own, other = (form.customer, form.staff) if speaker == "customer" else (form.staff, form.customer)
    template = own or _WORD.sub(_word(speaker, other), other, count=1)
    return f"{number}. {template.lstrip()}" if form.pairs and speaker == "customer" else template


def _word(speaker: Speaker, like: str) -> str:
    """The word for a speaker that no turn of the file names, in the language of the other one."""
    chinese, english = _OTHER[speaker]
    return english if like.isascii() else chinese
