"""Whether the text index has every ticket as it stands. Reads only.

FTS5 keeps no list of the rows of a table without content, so tickets are looked up by the words that their texts begin
and end with; one that was never added, or whose texts were changed behind the index, is not found so. To ask for one
ticket by one word, FTS5 walks all tickets with that word: each word is asked for once, for all its tickets.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from db.review import Review
from db.search import index, signs, tokens
from db.values import Progress, Step, no_progress

BLOCK = 20_000
"""Tickets whose words are held at once."""
EDGE = 16
"""Characters at either end of a text that are looked at."""

_COLUMNS = ("title", "problem", "thread", "root_cause", "note")
_FIND = f"SELECT rowid FROM {index.TABLE} WHERE {index.TABLE} MATCH ? AND rowid BETWEEN ? AND ?"


def missing(review: Review, progress: Progress = no_progress) -> Iterator[int]:
    """The tickets that the index does not have, or has with other texts. None where there is no index of this version:
    it is made anew by whoever needs it.
    """
    if not index.is_current(review):
        return
    rows = index.stored(review)
    total = int(review.execute("SELECT count(*) FROM ticket").fetchone()[0])
    done = 0
    while block := list(islice(rows, BLOCK)):
        asked: dict[str, set[int]] = defaultdict(set)
        for ticket_id, column, token in _asked(block):
            asked[f'{column}: "{token}"'].add(ticket_id)
        first, last = block[0][0], block[-1][0]
        lost: set[int] = set()
        for place, (query, ids) in enumerate(asked.items()):
            lost |= ids.difference([row[0] for row in review.execute(_FIND, (query, first, last)).fetchall()])
            if place % 1000 == 0:
                progress(Step("audit", done + place * len(block) // len(asked), total))
        yield from sorted(lost)
        done += len(block)


def unmarked(review: Review, ids: Sequence[int]) -> Iterator[int]:
    """Those of some tickets that lack the sign of a word that they have: quick, however large the index is."""
    if not index.is_current(review):
        return
    rows = index.stored(review, "WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id", json.dumps(list(ids)))
    lost = (
        ticket_id
        for ticket_id, column, token in _asked(rows)
        for sign in ([_sign(token), signs.TITLED + _sign(token)] if column == "title" else [_sign(token)])
        if not signs.has(review, ticket_id, sign)
    )
    yield from sorted(set(lost))


def answers(review: Review, ticket_id: int) -> bool:
    """Whether the index finds anything by a word of a ticket; ReviewError where it is damaged."""
    asked = next(_asked(index.stored(review, "WHERE id = ?", ticket_id)), None)
    if asked is None or not index.is_current(review):
        return True
    sql = f"SELECT 1 FROM {index.TABLE} WHERE {index.TABLE} MATCH ? LIMIT 1"
    return review.execute(sql, (f'{asked[1]}: "{asked[2]}"',)).fetchone() is not None


def _sign(token: str) -> str:
    mark = tokens.MARK if token.startswith(tokens.MARK) else ""
    return mark + next(iter(signs.signs_of([token.removeprefix(mark)])))


def _asked(rows: Iterable[index.Row]) -> Iterator[tuple[int, str, str]]:
    """What is to be found of each ticket: column and token."""
    for ticket_id, *texts in rows:
        for column, text in zip(_COLUMNS, texts, strict=True):
            mark = tokens.MARK if column == "root_cause" else ""
            for token in _edges(text):
                yield ticket_id, column, mark + token


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
