"""Whether the text index has every ticket as it stands. Reads only.

FTS5 keeps no list of the rows of a table without content, so each ticket is looked up by the words that its texts
begin and end with; a ticket that was never added, or whose texts were changed behind the index, is not found so.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import islice

from db.review import Review
from db.search import index, tokens
from db.values import Progress, Step, no_progress

BATCH = 500
EDGE = 48
"""Characters at either end of a text that are looked at."""

_COLUMNS = ("title", "problem", "thread", "root_cause", "note")
_FIND = f"SELECT 1 FROM {index.TABLE} WHERE {index.TABLE} MATCH ? AND rowid = ?"


def missing(review: Review, ids: Sequence[int] | None = None, progress: Progress = no_progress) -> Iterator[int]:
    """The tickets (of all, unless `ids` are given) that the index does not have, or has with other texts. None where
    there is no index of this version: it is made anew by whoever needs it.
    """
    if not index.is_current(review):
        return
    where = "ORDER BY id" if ids is None else "WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id"
    rows = index.stored(review, where, *(() if ids is None else (json.dumps(list(ids)),)))
    total = review.execute("SELECT count(*) FROM ticket").fetchone()[0] if ids is None else len(ids)
    done = 0
    while some := list(islice(rows, BATCH)):
        for ticket_id, *texts in some:
            query = " AND ".join(_asked(texts))
            if query and review.execute(_FIND, (query, ticket_id)).fetchone() is None:
                yield ticket_id
        done += len(some)
        progress(Step("audit", done, int(total)))


def _asked(texts: Sequence[str]) -> Iterator[str]:
    """What is to be found of a ticket: a part of a query for each text of it that has words."""
    for column, text in zip(_COLUMNS, texts, strict=True):
        mark = tokens.MARK if column == "root_cause" else ""
        for token in dict.fromkeys(_edges(text)):
            yield f'{column}: "{mark}{token}"'


def _edges(text: str) -> Iterator[str]:
    """The first and the last token of a text; none that the edge of what is looked at may have cut."""
    first, last = text[:EDGE], text[-EDGE:]
    begins = tokens.tokens(tokens.normalise(first))
    ends = tokens.tokens(tokens.normalise(last))
    if len(text) <= EDGE:
        yield from begins[:1]
        yield from ends[-1:]
        return
    if len(begins) > 2:
        yield begins[0]
    if len(ends) > 2:
        yield ends[-1]
