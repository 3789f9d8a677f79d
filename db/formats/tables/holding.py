"""Whether a table can say an edit of one ticket, asked while somebody types: of its rows alone, not of the whole file.

Rows of a workbook or of Parquet are made anew from what the ticket says, because reading them would take the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from db.formats.encoding import Encoding
from db.formats.spans import TICKET
from db.formats.streams import Stream
from db.formats.tables.plan import CSV, JSON, XLSX, Plan
from db.formats.tables.writing import TableWriter, blamed
from db.formats.vocabulary import load_vocabulary
from db.formats.wanted import Rewrite
from db.values import CATEGORY, CONVERSATION, FIELDS, PROBLEM, REPLIES, ROOT_CAUSE, TITLE, Record, Ticket


def held(
    chunks: Iterable[bytes], encoding: Encoding, plan: Plan, rewrite: Rewrite, ticket: Ticket | Record | None
) -> str:
    """'' where a table written with this rewrite is read as wanted; else the field that it cannot say. `ticket` is what
    is known of it. UnicodeEncodeError where the encoding cannot hold it."""
    writer = TableWriter(plan, encoding, load_vocabulary())
    if plan.layout.kind not in (CSV, JSON):
        return _of_rows(writer, [_row(plan, ticket)], rewrite) if ticket is not None else ""
    source = Stream(chunks)
    start, end = rewrite.spans[TICKET]
    for _ in source.until(start):
        pass
    found: list[str] = []
    writer.ticket(b"".join(source.until(end)), rewrite, lambda _, name: found.append(name))
    return found[0] if found else ""


def _of_rows(writer: TableWriter, rows: Sequence[list[Any]], rewrite: Rewrite) -> str:
    try:
        cells = writer.cells(rows, rewrite.edits)
    except ValueError:
        return blamed(rewrite.edits, lambda some: writer.cells(rows, some))
    after = [list(row) for row in rows]
    for (at, place), new in cells.items():
        after[at][place] = new
    return writer.differing(rows, after, rewrite.edits)


def _row(plan: Plan, ticket: Ticket | Record) -> list[Any]:
    """A row that says what a ticket says."""
    said: dict[str, list[Any]] = {
        TITLE: [ticket.title],
        PROBLEM: [ticket.problem],
        ROOT_CAUSE: [ticket.root_cause],
        REPLIES: [[_turn(turn) for turn in ticket.replies]],
        CONVERSATION: [None if ticket.conversation is None else [_turn(turn) for turn in ticket.conversation]],
        FIELDS: [[list(pair) for pair in ticket.fields]],
    }
    replies = plan.having(REPLIES)
    levels = dict(zip(plan.categories, ticket.category, strict=False))
    if len(plan.categories) > 1:
        said[CATEGORY] = [levels.get(place, "") for place in plan.having(CATEGORY)]
    else:
        said[CATEGORY] = [plan.separator.join(ticket.category)]
    if len(replies) > 1:
        said[REPLIES] = [turn.text for turn in ticket.replies]
    elif plan.layout.kind == XLSX and len(ticket.replies) < 2:
        said[REPLIES] = ["".join(turn.text for turn in ticket.replies)]
    fields: Mapping[str, str] = dict(ticket.fields)
    row: list[Any] = []
    for column in plan.columns:
        waiting = said.get(column.role)
        row.append(waiting.pop(0) if waiting else fields.get(column.name, ""))
    return row


def _turn(turn: Any) -> dict[str, Any]:
    return {"speaker": turn.speaker, "text": turn.text}
