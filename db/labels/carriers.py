"""Which tickets carry a label, or one below it, and which labels a ticket; which are there at all. Only reads."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from db import store
from db.edits.terms import is_within, key, terms
from db.labels.counted import Field, tickets_of
from db.review import Review
from db.values import PATH_SEPARATOR

_AFTER = chr(ord(PATH_SEPARATOR) + 1)

_BELOW = "SELECT id, path FROM category WHERE path = ?1 OR (path > ?2 AND path < ?3)"
_OF = {
    "category": f"""SELECT category_id, id, source_id FROM ticket
        WHERE category_id {store.AMONG} AND {store.VISIBLE} ORDER BY id""",
    "root_cause": f"""SELECT cause_id, ticket.id, source_id FROM ticketcause JOIN ticket ON ticket.id = ticket_id
        WHERE cause_id {store.AMONG} AND {store.VISIBLE} ORDER BY ticket.id""",
}
_USED = {
    "category": f"""SELECT path FROM category WHERE path {store.AMONG} AND id IN
        (SELECT category_id FROM ticket WHERE {store.VISIBLE})""",
    "root_cause": f"""SELECT name FROM cause WHERE name {store.AMONG} AND EXISTS (SELECT 1 FROM ticketcause
        JOIN ticket ON ticket.id = ticket_id WHERE cause_id = cause.id AND {store.VISIBLE})""",
}
BARE = f"""FROM ticket WHERE {store.VISIBLE}
    AND NOT EXISTS (SELECT 1 FROM ticketcause WHERE ticket_id = ticket.id)"""
"""Tickets without a root cause."""
ALL = {"category": "SELECT id, path FROM category", "root_cause": "SELECT id, name FROM cause"}
"""Field -> code and label of every one that the review has ever had; '' is none."""

_OWN = {
    "category": f"""SELECT ticket.id, path FROM ticket JOIN category ON category.id = category_id
        WHERE path <> '' AND ticket.id {store.AMONG}""",
    "root_cause": f"""SELECT ticket_id, name FROM ticketcause JOIN cause ON cause.id = cause_id
        WHERE ticket_id {store.AMONG} ORDER BY ticket_id, position""",
}
_PLACES = f"""SELECT ticket.id, source.name, line, title FROM ticket JOIN source ON source.id = source_id
    WHERE ticket.id {store.AMONG}"""

_LISTED = f"SELECT key FROM decided WHERE key {store.AMONG}"


Carriers = Mapping[str, Mapping[int, int]]
"""Label -> the tickets that have it, in order, each with its source."""


def carriers(review: Review, field: Field, label: str, below: bool = False) -> Carriers:
    """The tickets of a label, and with `below` those of every category below it.

    Labels of the taxonomy that no ticket has are there too, without tickets.
    """
    if field == "root_cause" or not below:
        found = {label: tickets_of(review, field, label)}
        return found if found[label] or listed(review, field, [label]) else {}
    begin = label + PATH_SEPARATOR
    paths = dict(review.execute(_BELOW, (label, begin, label + _AFTER)).fetchall())
    ids = tickets_by(review, field, paths)
    for one in terms(review, field):
        if one == label or one.startswith(begin):
            ids.setdefault(one, {})
    return dict(sorted(ids.items()))


def tickets_by(review: Review, field: Field, codes: Mapping[int, str]) -> dict[str, dict[int, int]]:
    """The same of labels that are given as code in the review -> label; those that no ticket has are not there."""
    ids: dict[str, dict[int, int]] = defaultdict(dict)
    for code, ticket, source in review.execute(_OF[field], (store.listed(list(codes)),)):
        ids[codes[code]][ticket] = source
    return dict(ids)


def concerned(review: Review, field: Field, labels: Collection[str], below: bool) -> list[int]:
    """The tickets that have one of the labels, or with `below` one below it, in order."""
    wanted = frozenset(labels)
    every = review.execute(ALL[field]).fetchall()
    codes = {code: one for code, one in every if (is_within(field, one, wanted) if below else one in wanted)}
    return sorted({id_ for ids in tickets_by(review, field, codes).values() for id_ in ids})


def labels_of(review: Review, field: Field, tickets: Sequence[int]) -> Mapping[int, list[str]]:
    """The labels that tickets have now, none for one that has none."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    for ticket, name in review.execute(_OWN[field], (store.listed(tickets),)):
        found[ticket].append(name)
    return found


def places(review: Review, tickets: Sequence[int]) -> dict[int, tuple[str, int, str]]:
    """By ticket the name of its source, its line there, and its title."""
    return {row[0]: row[1:] for row in review.execute(_PLACES, (store.listed(tickets),))}


def used(review: Review, field: Field, labels: Iterable[str]) -> frozenset[str]:
    """Those of the labels that tickets have."""
    return frozenset(row[0] for row in review.execute(_USED[field], (_json(labels),)))


def listed(review: Review, field: Field, labels: Collection[str]) -> frozenset[str]:
    """Those of the labels that the taxonomy names."""
    keys = {key(field, label): label for label in labels}
    return frozenset(keys[row[0]] for row in review.execute(_LISTED, (_json(keys),)))


def there(review: Review, field: Field, labels: Collection[str]) -> frozenset[str]:
    """Those of the labels that tickets have or the taxonomy names."""
    return used(review, field, labels) | listed(review, field, labels)


def _json(labels: Iterable[str]) -> str:
    return json.dumps(list(labels), ensure_ascii=False)
