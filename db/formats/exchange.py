"""A ticket as other programs take it: an object for a line of JSONL, cells for a row of CSV.

The object is what `jsonl` reads back. What a ticket says is never changed but for what a spreadsheet would run.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

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


Canned = Callable[[Turn], Mapping[str, object] | None]
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
    return [{"speaker": turn.speaker, "text": turn.text, "canned": canned(turn)} for turn in turns]


def csv_row(ticket: Ticket) -> list[Cell]:
    """The cells of a ticket, one a column; no spreadsheet takes one for a formula."""
    return [csv_cell(cell) for cell in table_row(ticket)]


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
