"""Reads Markdown sources of any dialect: bytes to records with the place of every field, and findings.

Line by line and never as Markdown: bodies hold headings, fences, rules and HTML that mean nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from db.errors import SourceError
from db.formats import findings, labels, numbering, standins, threads
from db.formats.detection import detect
from db.formats.dialect import DIALOGUE, Dialect
from db.formats.encoding import Places
from db.formats.encoding import read as decoded
from db.formats.lines import Lines, Mark, marks, split
from db.formats.outline import outline, sort_out
from db.formats.reading import Reading
from db.formats.spans import BYTES, TICKET
from db.formats.speakers import marker
from db.formats.tickets import Cut, Part, cut, leave_notes
from db.formats.vocabulary import Vocabulary
from db.values import CATEGORY, CONVERSATION, PROBLEM, REPLIES, ROOT_CAUSE, TITLE, Finding, Record, Turn

_QA = ("Q:", "A:", "Q：", "A：", "问：", "答：", "问:", "答:", "**Q", "**A", "**问", "**答", "### Q", "### A")
_IS_QA = 0.2
_LONGEST_TAGS = 60
"""Characters of a root cause that may well recur; longer ones are prose."""


def read_markdown(data: bytes, name: str, vocabulary: Vocabulary, dialect: Dialect | None = None) -> Reading:
    """Read a whole source; with `dialect` in that dialect and no other. SourceError where there are no tickets."""
    if not data:
        raise SourceError("source.empty", file=name)
    encoding, text, damaged = decoded(data, name)
    if not text.strip("\ufeff \t\r\n"):
        raise SourceError("source.empty", file=name)
    lines = split(text)
    found = marks(lines.text)
    if dialect is None:
        dialect, plan, cuts = detect(lines, found, vocabulary)
    else:
        known = sort_out(lines, found, dialect)
        plan = outline(lines, known, dialect, vocabulary.appendix)
        cuts = cut(lines, known, dialect, plan)
        if cuts:
            leave_notes(lines, dialect, cuts[-1])
    if not cuts:
        raise SourceError("source.no_categories" if _is_qa(lines) else "source.no_tickets", file=name)
    declared = findings.declared(lines.text[: cuts[0].start])[0]
    reading = Reading("markdown", encoding, dialect.mapping(), declared, iter(()))
    reading.findings += findings.of_file(lines, found, dialect, plan, cuts, vocabulary)
    reading.findings += findings.undecodable(damaged, [one.start for one in cuts])
    places = Places(data, text, encoding, damaged)
    reading.records = _records(lines, dialect, cuts, vocabulary, reading.findings, places)
    return reading


def _is_qa(lines: Lines) -> bool:
    """Questions and answers, a line or paragraph each."""
    filled = [line for line in lines.text if line.strip()]
    return sum(line.startswith(_QA) for line in filled) >= max(2, _IS_QA * len(filled))


def _records(
    lines: Lines,
    dialect: Dialect,
    cuts: Sequence[Cut],
    vocabulary: Vocabulary,
    found: list[Finding],
    places: Places,
) -> Iterator[Record]:
    reader = TicketReader(dialect, vocabulary)
    line, end = -1, 0
    for ordinal, one in enumerate(cuts):
        start = end if one.start == line else places.byte(lines.starts[one.start], one.start)
        line = one.end
        end = places.byte(lines.starts[line], line)
        record, stand_in = reader.read(lines, one, (start, end))
        found += findings.of_ticket(lines, dialect, one, ordinal, one is cuts[-1], stand_in, record)
        yield record


class TicketReader:
    """Makes records of the tickets that a file was cut into."""

    def __init__(self, dialect: Dialect, vocabulary: Vocabulary) -> None:
        self._dialect, self._stand_ins = dialect, vocabulary.stand_ins
        self._paths: dict[str, tuple[str, ...]] = {}
        self._causes: dict[str, tuple[str, ...]] = {}
        self._forms = {
            key: (form, marker(form.style, vocabulary) if form.kind == DIALOGUE else None)
            for key, form in ((REPLIES, dialect.replies), (CONVERSATION, dialect.conversation))
        }

    def pieces(self, lines: Lines, part: Part) -> list[threads.Piece]:
        """The turns of a reply or conversation section as places, stand-in sentences among them."""
        return threads.read(lines, part, *self._forms[part.key])

    def read(self, lines: Lines, one: Cut, place: tuple[int, int] = (0, 0)) -> tuple[Record, str]:
        """A ticket, and the stand-in sentence where one stands for its replies ('' where not).

        `place` is where it stands in the bytes of its file.
        """
        parts: dict[str, Part] = {part.key: part for part in one.parts}
        number, start = numbering.strip(one.title.name, self._dialect.numbering)
        raw, spans = "", self._spans(lines, one, start)
        spans[BYTES] = place
        if one.category is not None:
            raw = lines.text[one.category.line][one.category.column :].strip()
        section = parts.get(CONVERSATION)
        conversation = None if section is None else self._turns(lines, section)
        replies, stand_in = self._replies(lines, parts.get(REPLIES), conversation or ())
        root = _value(lines, parts.get(ROOT_CAUSE))
        record = Record(
            title=one.title.name[start:],
            line=one.start + 1,
            number=number,
            category=self._path(raw),
            category_raw=raw,
            problem=_value(lines, parts.get(PROBLEM)),
            replies=replies,
            conversation=conversation,
            root_cause=root,
            causes=self._tags(root),
            fields=_fields(lines, one),
            spans=spans,
        )
        return record, stand_in

    def _path(self, raw: str) -> tuple[str, ...]:
        path = self._paths.get(raw)
        if path is None:
            path = self._paths[raw] = labels.category_path(raw, self._dialect.separator)
        return path

    def _tags(self, root: str) -> tuple[str, ...]:
        if len(root) > _LONGEST_TAGS:
            return labels.causes(root)
        tags = self._causes.get(root)
        if tags is None:
            tags = self._causes[root] = labels.causes(root)
        return tags

    def _replies(self, lines: Lines, part: Part | None, said: Sequence[Turn]) -> tuple[tuple[Turn, ...], str]:
        turns = self._turns(lines, part) if part is not None else ()
        if part is None or len(turns) != 1 or len(turns[0].text) > standins.LONGEST or turns[0].speaker == "customer":
            return turns, ""
        apart = standins.NO
        if threads.is_bare(lines, part, turns[0]):
            is_silent = {turn.speaker for turn in said} == {"customer"}
            apart = standins.UNMARKED if self._forms[REPLIES][0].single else standins.UNSAID if is_silent else apart
        return ((), turns[0].text) if standins.is_stand_in(turns[0].text, self._stand_ins, apart) else (turns, "")

    def _turns(self, lines: Lines, part: Part) -> tuple[Turn, ...]:
        text = lines.text
        turns = [
            Turn(speaker, text[first][column:].strip() if last == first + 1 else lines.value(first, last, column))
            for speaker, first, last, column in self.pieces(lines, part)
        ]
        return tuple([turn for turn in turns if turn.text or turn.speaker])

    def _spans(self, lines: Lines, one: Cut, start: int) -> dict[str, tuple[int, int]]:
        text, starts = lines.text, lines.starts
        place = starts[one.start] + one.title.column
        spans = {
            TICKET: (starts[one.start], starts[one.end]),
            TITLE: (place + start, place + len(one.title.name)),
        }
        if one.category is not None:
            spans[CATEGORY] = _category_span(lines, one.category)
        for part in one.parts:
            first, last = part.first, part.last
            at = starts[first] + (part.column if part.body == first else 0)
            spans[part.key] = (at, starts[last - 1] + len(text[last - 1]) if last > first else at)
        return spans


def _category_span(lines: Lines, mark: Mark) -> tuple[int, int]:
    line = lines.text[mark.line]
    start = lines.starts[mark.line]
    return start + mark.column, start + max(mark.column, len(line.rstrip()))


def _value(lines: Lines, part: Part | None) -> str:
    if part is None or part.last <= part.first:
        return ""
    return lines.value(part.first, part.last, part.column if part.body == part.first else 0)


def _fields(lines: Lines, one: Cut) -> tuple[tuple[str, str], ...]:
    own = (PROBLEM, REPLIES, CONVERSATION, ROOT_CAUSE)
    listed = [(part.name, lines.value(part.first, part.last, part.column)) for part in one.loose]
    listed += [(part.name, _value(lines, part)) for part in one.parts if part.key not in own]
    return tuple(listed)
