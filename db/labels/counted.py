"""The labels of a review with the number of their tickets, and the words of those tickets. Only reads."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal

from db import store
from db.edits import known_categories, known_causes
from db.records import dataclass
from db.review import Review
from db.search import normalise
from db.search.tokens import tokens

Field = Literal["category", "root_cause"]
FIELDS: tuple[Field, ...] = ("category", "root_cause")

READ = 60
"""Tickets of a label whose words are read, at most: they are enough to know it by."""
SAMPLE = 1000
"""Tickets that tell how usual a word is."""
NAMED = 3
"""Labels that a line of the log names."""
HEAD = 300
"""Characters of a problem that are read."""

_IDS = {
    "category": f"SELECT ticket.id, source_id FROM ticket JOIN category ON category.id = category_id WHERE path = ? "
    f"AND {store.VISIBLE} ORDER BY ticket.id",
    "root_cause": f"SELECT ticket.id, source_id FROM cause JOIN ticketcause ON cause_id = cause.id JOIN ticket ON "
    f"ticket.id = ticket_id WHERE name = ? AND {store.VISIBLE} ORDER BY ticket.id",
}
_TEXTS = f"SELECT title, substr(problem, 1, {HEAD}) FROM ticket WHERE id {store.AMONG}"
_TOGETHER = """SELECT DISTINCT one.name, other.name FROM ticketcause AS a JOIN ticketcause AS b
    ON a.ticket_id = b.ticket_id AND a.position < b.position
    JOIN cause AS one ON one.id = a.cause_id JOIN cause AS other ON other.id = b.cause_id"""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label and the number of its tickets. A category as text: its names joined by ``values.PATH_SEPARATOR``."""

    label: str
    tickets: int


def labelled(review: Review, field: Field) -> list[Labelled]:
    """Every label that tickets have, the commonest first."""
    if field == "category":
        return [Labelled(store.path_text(path), n) for path, n in known_categories(review)]
    return [Labelled(name, n) for name, n in known_causes(review)]


def named(labels: Iterable[str]) -> str:
    """The first of some labels, as a line of the log names them."""
    return "; ".join(list(dict.fromkeys(labels))[:NAMED])


def tickets_of(review: Review, field: Field, label: str) -> dict[int, int]:
    """The tickets that have exactly this label, in order, each with its source."""
    return dict(review.execute(_IDS[field], (label,)).fetchall())


def together(review: Review) -> frozenset[tuple[str, str]]:
    """Pairs of root causes that a ticket has both: whoever wrote them did not mean one. Both ways round."""
    found = [(row[0], row[1]) for row in review.execute(_TOGETHER)]
    return frozenset(found) | frozenset((other, one) for one, other in found)


def words_of(review: Review, field: Field, label: str) -> tuple[Counter[str], int]:
    """In how many of a label's tickets each word stands, and how many tickets were read: up to `READ`, evenly."""
    ids = list(tickets_of(review, field, label))
    step = max(1, len(ids) // READ)
    return _words(review, ids[::step][:READ])


def usual_words(review: Review) -> tuple[Counter[str], int]:
    """The same of all tickets, of which up to `SAMPLE` are read, evenly."""
    first, last = review.execute("SELECT coalesce(min(id), 0), coalesce(max(id), 0) FROM ticket").fetchone()
    return _words(review, range(first, last + 1, 1 + (last - first) // SAMPLE))


def _words(review: Review, ids: Sequence[int]) -> tuple[Counter[str], int]:
    found: Counter[str] = Counter()
    n = 0
    for title, problem in review.execute(_TEXTS, (json.dumps(list(ids)),)).fetchall():
        found.update(set(tokens(normalise(f"{title}\n{problem}"))))
        n += 1
    return found, n
