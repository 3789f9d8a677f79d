"""Whether a source, written with an edit, would be read as it is meant: asked before a text is taken. Only reads."""

from __future__ import annotations

import json
from contextlib import closing
from typing import TYPE_CHECKING

from db import store
from db.late import Late
from db.review import Review

if TYPE_CHECKING:
    from db import formats
else:
    formats = Late("db.formats")

_SOURCE = """SELECT source.id, format, encoding, bom, dialect, spans FROM ticket JOIN source ON source.id = source_id
    WHERE ticket.id = ?"""


def is_held(review: Review, ticket_id: int, field: str, value: object) -> bool:
    """Whether the dialect of a ticket's source can hold a value of one field beside what else is edited there."""
    row = review.execute(_SOURCE, (ticket_id,)).fetchone()
    source_id, form, codec, bom, dialect, packed = row
    spans = formats.unpack_spans(packed)
    if form == "jsonl" or not spans:
        return True  # a line of JSON holds any text, and a parked ticket has no place in a file
    ticket = review.ticket(ticket_id)
    edits = {name: getattr(ticket, name) for name in ticket.edited} | {field: value}
    encoding = formats.Encoding(codec, bool(bom))
    with closing(store.content(review.execute, source_id)) as chunks:
        return not formats.held(chunks, form, encoding, json.loads(dialect), formats.Rewrite(spans, edits))
