"""A ticket as other programs take it: an object for a line of JSONL, cells for a row of CSV.

The object is what `jsonl` reads back. What a ticket says is never changed but for what a spreadsheet would run.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from db.values import PATH_SEPARATOR, Speaker, Ticket, Turn

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
_SPEAKERS: dict[Speaker, str] = {"customer": "客户：", "staff": "客服："}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


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


def csv_row(ticket: Ticket) -> list[str]:
    """The cells of a ticket, one a column; no spreadsheet takes one for a formula."""
    return ["" if cell is None else _inert(cell) if isinstance(cell, str) else str(cell) for cell in table_row(ticket)]


def table_row(ticket: Ticket) -> list[str | int | None]:
    """The same as they are, numbers as numbers, for a table that knows text from formulas."""
    texts = {
        "source_file": ticket.source_name,
        "title": ticket.title,
        "category": PATH_SEPARATOR.join(ticket.category),
        "category_raw": ticket.category_raw,
        "problem": ticket.problem,
        "replies": _lines(ticket.replies),
        "conversation": _lines(ticket.conversation or ()),
        "root_cause": ticket.root_cause,
        "root_causes": CAUSE_SEPARATOR.join(ticket.causes),
        "fields": "\n".join(f"{name}：{text}" for name, text in ticket.fields),
        "status": ticket.status.word,
        "note": ticket.note,
        "edited": CAUSE_SEPARATOR.join(ticket.edited),
    }
    numbers = {"line": ticket.line, "number": ticket.number, "id": ticket.id}
    return [numbers[name] if name in numbers else texts[name] for name in CSV_COLUMNS]


def _lines(turns: Sequence[Turn]) -> str:
    return "\n".join(_SPEAKERS.get(turn.speaker, "") + turn.text for turn in turns)


def _inert(text: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text
