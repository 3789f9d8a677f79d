"""Tickets of any source as one Markdown dialect: level-two titles, ``**分类**：``, a blank line around every heading.

Replies are paragraphs, or a list where one of them holds a blank line, with speakers where they are known: the first of
these forms that `read_bytes` reads back as it was meant, for a file as a whole. Nothing is left out: fields of other
names stand above the sections, or are sections of their own; a file that cannot be read back is refused by its ticket.
What Markdown does not say is not asked for: blanks around a text, and line ends other than a line feed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Any, NamedTuple

from db.errors import SourceError
from db.formats.dialect import BULLETS, DIALOGUE, NUMBERED, PARAGRAPHS, ThreadForm
from db.formats.labels import Style, causes
from db.formats.opening import read_bytes
from db.formats.rethreading import cleaned, rendered
from db.formats.speakers import COLON, marker
from db.formats.vocabulary import OTHER, Vocabulary, load_vocabulary
from db.records import replace
from db.values import (
    CATEGORY,
    CONVERSATION,
    FIELDS,
    PATH_SEPARATOR,
    PROBLEM,
    REPLIES,
    ROOT_CAUSE,
    TITLE,
    Record,
    Ticket,
    Turn,
)

SPOKEN = ThreadForm(DIALOGUE, blank=True, style=COLON, customer="**客户**：", staff="**客服**：", single=True)
FORMS = (
    ThreadForm(PARAGRAPHS, blank=True),
    ThreadForm(NUMBERED, blank=True, sign=". ", single=True),
    ThreadForm(NUMBERED, sign=". ", single=True),
    ThreadForm(BULLETS, blank=True, single=True),
    ThreadForm(BULLETS, single=True),
    SPOKEN,
)
"""Of replies, in the order in which they are tried; conversations are always spoken."""
HEADINGS = {PROBLEM: "问题描述", REPLIES: "客服解答", ROOT_CAUSE: "根本原因分析", CONVERSATION: "完整对话记录"}
MOST_MARKS = 3
"""Characters that mark a tag in a list, ``- `` or ``12. ``; a text that has more says something else too."""


class Unheld(NamedTuple):
    """A ticket, by its place, and the field that would be read otherwise."""

    place: int
    field: str


def uniform(tickets: Sequence[Ticket], name: str) -> tuple[bytes, Unheld | None]:
    """A file of tickets, and the first of them that it cannot hold: None where it is read back as it was meant."""
    vocabulary = load_vocabulary()
    tickets = [replace(ticket, **_plain(ticket)) for ticket in tickets]
    best: tuple[bytes, Unheld | None] = b"", Unheld(0, TITLE)
    spoken = any(turn.speaker for ticket in tickets for turn in ticket.replies)
    for form in FORMS[-1:] if spoken else FORMS:
        data = _encoded("".join(_file(tickets, name, form, vocabulary)))
        problem = _problem(tickets, data, vocabulary)
        if problem is None or not best[0] or (best[1] is not None and problem.place > best[1].place):
            best = data, problem
        if problem is None:
            break
    return best


def _plain(said: Ticket | Record) -> dict[str, Any]:
    """The fields that are compared, with texts as a reader gives them."""
    return {
        TITLE: _text(said.title),
        CATEGORY: tuple(map(_text, said.category)),
        PROBLEM: _text(said.problem),
        REPLIES: cleaned(said.replies),
        CONVERSATION: None if said.conversation is None else cleaned(said.conversation),
        ROOT_CAUSE: _text(said.root_cause),
        "causes": tuple(filter(None, map(_text, said.causes))),
        FIELDS: tuple((_text(name), _text(text)) for name, text in said.fields),
    }


def _text(text: str) -> str:
    return text.replace("\r\n", "\n").strip()


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _file(tickets: Sequence[Ticket], name: str, form: ThreadForm, vocabulary: Vocabulary) -> Iterator[str]:
    yield f"# 客服工单数据集 - {' '.join(name.split())}\n\n本文件包含 {len(tickets)} 个客服工单。\n\n---\n\n"
    for ticket in tickets:
        yield "\n\n".join(_ticket(ticket, form, vocabulary)) + "\n\n---\n\n"


def _ticket(ticket: Ticket, form: ThreadForm, vocabulary: Vocabulary) -> Iterator[str]:
    yield f"## {ticket.title}"
    yield f"**分类**：{PATH_SEPARATOR.join(ticket.category)}"
    above, below = _others(ticket.fields, vocabulary)
    yield from (f"**{name}**：{text}".rstrip() if name else text for name, text in above)
    yield from _section(HEADINGS[PROBLEM], ticket.problem)
    yield from _section(HEADINGS[REPLIES], _thread(ticket.replies, form, vocabulary))
    yield from _section(HEADINGS[ROOT_CAUSE], root_cause(ticket))
    for name, text in below:
        yield from _section(name, text)
    if ticket.conversation is not None:
        yield from _section(HEADINGS[CONVERSATION], _thread(ticket.conversation, SPOKEN, vocabulary))


def _section(heading: str, text: str) -> Iterator[str]:
    yield f"### {heading}"
    if text:
        yield text


def _thread(turns: Sequence[Turn], form: ThreadForm, vocabulary: Vocabulary) -> str:
    mark = marker(form.style, vocabulary) if form.kind == DIALOGUE else None
    return "\n".join(rendered(turns, (), (), form, mark))


def root_cause(ticket: Ticket) -> str:
    """Tags joined by ；, whatever the source writes them as; a text that says more than its tags as it is."""
    text, tags = ticket.root_cause.strip(), ticket.causes
    if not tags or causes(text) != tags:
        return Style.of({}).root_cause_text(tags, text) if tags else text
    joined = "；".join(tags)
    marks = len("".join(text.split())) - len("".join(joined.split())) + len(tags) - 1
    return joined if marks <= MOST_MARKS * len(tags) and causes(joined) == tags else text


def _others(
    fields: Sequence[tuple[str, str]], vocabulary: Vocabulary
) -> tuple[Sequence[tuple[str, str]], Sequence[tuple[str, str]]]:
    """Fields of other names: those above the sections, and those that are sections, all in their order."""
    place = len(fields)
    while place and vocabulary.role(fields[place - 1][0]) == OTHER:
        place -= 1
    return fields[:place], fields[place:]


def _problem(tickets: Sequence[Ticket], data: bytes, vocabulary: Vocabulary) -> Unheld | None:
    """The first ticket that is read back otherwise."""
    try:
        found = list(read_bytes(data, "uniform.md", vocabulary).records)
    except SourceError:
        return Unheld(0, TITLE)
    for place, (ticket, record) in enumerate(zip_longest(tickets, found)):
        if ticket is None or record is None:
            return Unheld(min(place, len(tickets) - 1), TITLE)
        field = _differing(ticket, record)
        if field:
            return Unheld(place, field)
    return None


def _differing(ticket: Ticket, record: Record) -> str:
    found = _plain(record)
    wanted = _plain(ticket) | {ROOT_CAUSE: root_cause(ticket)}
    if found.pop("causes") != ticket.causes:
        return ROOT_CAUSE
    return next((name for name in found if found[name] != wanted[name]), "")
