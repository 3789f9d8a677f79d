"""A ticket as other programs take it: an object for a line of JSONL, cells for a row of CSV.

The object is what `jsonl` reads back. What a ticket says is never changed but for what a spreadsheet would run.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from json.encoder import encode_basestring as quoted
from typing import Protocol

from db.formats.cells import NO_TURNS, fields_text, listed_text, turns_text
from db.values import PATH_SEPARATOR, Ticket, Turn

CSV_COLUMNS: tuple[str, ...] = (
    "source_file",
    "line",
    "number",
    "title",
    "category",
    "category_raw",
    "problem",
    "replies",
    "conversation",
    "root_cause",
    "root_causes",
    "fields",
    "status",
    "note",
    "edited",
    "id",
)
"""The keys of an object and the columns of a row, in their order."""

CAUSE_SEPARATOR = "；"
FORMULA = frozenset("=+-@\t\r")
"""How a cell begins that a spreadsheet would run."""
_LOOKED = FORMULA | {"'"}

Cell = str | int | None


class Said(Protocol):
    """What is said of a canned reply: as JSON, and as the text of that."""

    @property
    def text(self) -> str: ...

    def as_json(self) -> Mapping[str, object]: ...


Canned = Callable[[Turn], Said | None]
"""What is known of a turn that is a canned reply; None where it is none."""


def ticket_object(ticket: Ticket, canned: Canned | None = None) -> dict[str, object]:
    """The JSON object of a ticket; `fields` are pairs of name and text, because a name may stand there twice.

    With `canned` each turn says so under that name.
    """
    return {
        "source_file": ticket.source_name,
        "line": ticket.line,
        "number": ticket.number,
        "title": ticket.title,
        "category": list(ticket.category),
        "category_raw": ticket.category_raw,
        "problem": ticket.problem,
        "replies": _turns(ticket.replies, canned),
        "conversation": None if ticket.conversation is None else _turns(ticket.conversation, canned),
        "root_cause": ticket.root_cause,
        "root_causes": list(ticket.causes),
        "fields": [list(pair) for pair in ticket.fields],
        "status": ticket.status.word,
        "note": ticket.note,
        "edited": list(ticket.edited),
        "id": ticket.id,
    }


def _turns(turns: Sequence[Turn], canned: Canned | None) -> list[dict[str, object]]:
    if canned is None:
        return [{"speaker": turn.speaker, "text": turn.text} for turn in turns]
    return [
        {
            "speaker": turn.speaker,
            "text": turn.text,
            "canned": None if (said := canned(turn)) is None else said.as_json(),
        }
        for turn in turns
    ]


_encode = json.JSONEncoder(ensure_ascii=False).encode
_SPEAKERS: Mapping[str | None, str] = {None: "null", "customer": '"customer"', "staff": '"staff"'}
_NONE = "[]"


def ticket_line(ticket: Ticket, canned: Canned | None = None) -> str:
    """The text of `ticket_object` as JSON on one line, without its end: what `json` makes of it, in half the time."""
    number, conversation = ticket.number, ticket.conversation
    return (
        f'{{"source_file": {quoted(ticket.source_name)}, "line": {ticket.line}, '
        f'"number": {"null" if number is None else number}, "title": {quoted(ticket.title)}, '
        f'"category": {_listed(ticket.category)}, "category_raw": {quoted(ticket.category_raw)}, '
        f'"problem": {quoted(ticket.problem)}, "replies": {_turns_text(ticket.replies, canned)}, '
        f'"conversation": {"null" if conversation is None else _turns_text(conversation, canned)}, '
        f'"root_cause": {quoted(ticket.root_cause)}, "root_causes": {_listed(ticket.causes)}, '
        f'"fields": {_encode(ticket.fields) if ticket.fields else _NONE}, "status": "{ticket.status.word}", '
        f'"note": {quoted(ticket.note)}, "edited": {_listed(ticket.edited)}, "id": {ticket.id}}}'
    )


@lru_cache(maxsize=4096)
def _listed(names: tuple[str, ...]) -> str:
    """Paths and root causes are few, and said again and again."""
    return f"[{', '.join(map(quoted, names))}]" if names else _NONE


def _turns_text(turns: Sequence[Turn], canned: Canned | None) -> str:
    if canned is None:
        said = [f'{{"speaker": {_SPEAKERS[turn.speaker]}, "text": {quoted(turn.text)}}}' for turn in turns]
    else:
        said = [
            f'{{"speaker": {_SPEAKERS[turn.speaker]}, "text": {quoted(turn.text)}, '
            f'"canned": {"null" if (known := canned(turn)) is None else known.text}}}'
            for turn in turns
        ]
    return f"[{', '.join(said)}]"


def csv_line(row: Sequence[Cell]) -> str:
    """A row of several cells as a line of CSV, for which no spreadsheet takes a cell for a formula.

    The same text as `csv.writer` gives for `csv_cell` of each, in a fifth of the time for long ones: it looks at each
    character by itself.
    """
    cells = []
    for cell in row:
        if not cell:
            cells.append("0" if cell == 0 else "")
            continue
        if type(cell) is not str:
            cells.append(str(cell))
            continue
        if cell[0] in _LOOKED and is_run(cell):
            cell = f"'{cell}"
        if '"' in cell:
            quoted = cell.replace('"', '""')
            cells.append(f'"{quoted}"')
        elif "\n" in cell or "," in cell or "\r" in cell:
            cells.append(f'"{cell}"')
        else:
            cells.append(cell)
    return f"{','.join(cells)}\r\n"


def csv_cell(cell: Cell) -> Cell:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if type(cell) is str and cell[:1] in _LOOKED and is_run(cell) else cell


def is_run(cell: str) -> bool:
    """Whether a spreadsheet would run it; and what would look, without its apostrophe, like a cell that got one."""
    first = cell[:1]
    return first in FORMULA or (first == "'" and cell.lstrip("'")[:1] in FORMULA)


def table_row(ticket: Ticket) -> list[Cell]:
    """The same as they are, for a table that knows text from formulas."""
    return [
        ticket.source_name,
        ticket.line,
        ticket.number,
        ticket.title,
        PATH_SEPARATOR.join(ticket.category),
        ticket.category_raw,
        ticket.problem,
        turns_text(ticket.replies),
        "" if ticket.conversation is None else turns_text(ticket.conversation) or NO_TURNS,
        ticket.root_cause,
        listed_text(ticket.causes, CAUSE_SEPARATOR),
        fields_text(ticket.fields),
        ticket.status.word,
        ticket.note,
        CAUSE_SEPARATOR.join(ticket.edited),
        ticket.id,
    ]
