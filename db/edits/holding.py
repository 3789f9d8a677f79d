"""Whether a source, written with an edit, would be read as it is meant: asked before a text is taken. Only reads."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from contextlib import closing
from typing import TYPE_CHECKING

from db import store
from db.late import Late
from db.review import Review
from db.values import CATEGORY, ROOT_CAUSE

if TYPE_CHECKING:
    from db import formats
else:
    formats = Late("db.formats")

_SOURCE = """SELECT source.id, format, encoding, bom, dialect, spans FROM ticket JOIN source ON source.id = source_id
    WHERE ticket.id = ?"""
_OF = "SELECT format, encoding, bom, dialect FROM source WHERE id = ?"
_PLACED = f"SELECT id, spans, edited FROM ticket WHERE id {store.AMONG} ORDER BY ordinal, id"

LABELS = (CATEGORY, ROOT_CAUSE)
"""A table may have no place for these, and is written without them: they keep no other edit from it."""

Edits = Mapping[int, Mapping[str, object]]
"""Ticket -> field -> the value that it is to have: text, or turns."""


def is_held(review: Review, ticket_id: int, field: str, value: object) -> bool:
    """Whether the dialect of a ticket's source can hold a value of one field beside what else is edited there."""
    row = review.execute(_SOURCE, (ticket_id,)).fetchone()
    source_id, form, codec, bom, dialect, packed = row
    spans = formats.unpack_spans(packed)
    if form == "jsonl" or not spans:
        return True  # a line of JSON holds any text, and a parked ticket has no place in a file
    ticket = review.ticket(ticket_id)
    edits = {name: getattr(ticket, name) for name in ticket.edited} | {field: value}
    how = (form, formats.Encoding(codec, bool(bom)), json.loads(dialect))
    problem = ""
    while problem != field:
        edits.pop(problem, None)
        with closing(store.content(review.execute, source_id)) as chunks:
            problem = formats.held(chunks, *how, formats.Rewrite(spans, edits), ticket)
        if not (problem in LABELS and form in formats.TABLES):
            break
    return not problem


def unheld(review: Review, source_id: int, edits: Edits) -> set[int]:
    """The tickets of one source that its dialect cannot hold with these edits; the source is read once."""
    form, codec, bom, dialect = review.execute(_OF, (source_id,)).fetchone()
    rows = review.execute(_PLACED, (store.listed(list(edits)),)).fetchall()
    placed = [(ticket, spans, edited) for ticket, packed, edited in rows if (spans := formats.unpack_spans(packed))]
    if form == "jsonl" or not placed:
        return set()
    before = {ticket.id: ticket for ticket in review.tickets([ticket for ticket, _, edited in placed if edited])}
    rewrites: list[formats.Rewrite] = []
    for ticket, spans, _ in placed:
        had = before.get(ticket)
        kept = {name: getattr(had, name) for name in had.edited} if had is not None else {}
        rewrites.append(formats.Rewrite(spans, kept | dict(edits[ticket])))
    tickets = [ticket for ticket, _, _ in placed]
    return _refused(
        review, source_id, (form, formats.Encoding(codec, bool(bom)), json.loads(dialect)), tickets, rewrites
    )


def _refused(
    review: Review,
    source_id: int,
    how: tuple[str, formats.Encoding, Mapping[str, object]],
    tickets: Sequence[int],
    rewrites: Sequence[formats.Rewrite],
) -> set[int]:
    number = {id(rewrite): ticket for rewrite, ticket in zip(rewrites, tickets, strict=True)}
    refused: set[int] = set()

    def refuse(rewrite: formats.Rewrite, field: str) -> None:
        if field not in LABELS or how[0] not in formats.TABLES:
            refused.add(number[id(rewrite)])

    with closing(store.content(review.execute, source_id)) as chunks:
        try:
            for _ in formats.write_source(chunks, *how, rewrites, refuse):
                pass
        except UnicodeEncodeError:
            # the encoding cannot hold the wording at all; it is the same for all of them
            return set(tickets)
    return refused
