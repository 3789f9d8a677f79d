"""Categories in the place of others, as a part of an action; and whether the sources of its tickets can hold them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence

from db import store
from db.edits.checks import good_for_sources, reads_as
from db.edits.pace import Pace
from db.edits.styles import Styles
from db.errors import EditError
from db.labels.carriers import Carriers
from db.labels.counted import Field
from db.review import Review
from db.values import CATEGORY

_PAIRS = """WITH pairs AS MATERIALIZED (
    SELECT category.id AS code, category.path AS old, json_extract(value, '$[1]') AS new FROM json_each(?)
    JOIN category ON category.path = json_extract(value, '$[0]'))"""
_FROM = f"FROM ticket JOIN pairs ON code = category_id WHERE ticket.id {store.AMONG}"

Affected = Sequence[tuple[int, str, str]]
"""A source, its name, and a label that tickets of it have."""


class Placed:
    """Other categories for those of the tickets that have one of these now: old -> new. Set-based, as `Same` is."""

    def __init__(self, review: Review, ids: Sequence[int], pairs: Mapping[str, str]) -> None:
        self._review = review
        self._pairs = json.dumps(list(pairs.items()), ensure_ascii=False)
        found = review.execute(f"{_PAIRS} SELECT ticket.id {_FROM}", (self._pairs, store.listed(ids)))
        self.ids: Sequence[int] = sorted(row[0] for row in found)
        self.fields = frozenset({CATEGORY})

    def write(self, entry: int, pace: Pace) -> None:
        """A statement a slice."""
        insert = "INSERT INTO change(entry_id, ticket_id, field, before, after)"
        sql = f"{insert} {_PAIRS} SELECT ?, ticket.id, ?, old, new {_FROM}"
        for ids in pace.slices(self.ids):
            self._review.execute(sql, (self._pairs, entry, CATEGORY, store.listed(ids)))


def affected(review: Review, had: Carriers) -> Affected:
    """Of which sources tickets are, and which labels they have there; in the order of import."""
    names = dict(review.execute("SELECT id, name FROM source").fetchall())
    found = {(source, label) for label, tickets in had.items() for source in set(tickets.values())}
    return [(source, names[source], label) for source, label in sorted(found)]


def files_of(review: Review, had: Carriers) -> tuple[tuple[str, int], ...]:
    """The source files of tickets by name, with their number; in the order of import."""
    names = dict(review.execute("SELECT id, name FROM source").fetchall())
    of: dict[int, int] = {}
    for tickets in had.values():
        of |= tickets
    return tuple((names[source], n) for source, n in sorted(Counter(of.values()).items()))


def refuse_unheld(review: Review, field: Field, placed: Affected, pairs: Mapping[str, str]) -> None:
    """EditError where a source would read a new label otherwise: ``edit.path_not_held`` or ``labels.not_held``."""
    styles = Styles(review)
    for source, name, old in placed:
        new = pairs[old]
        if field == "category":
            good_for_sources(styles, [(source, name)], store.path(new))
        elif new and not reads_as(styles, source, styles.text(source, (new,), "")):
            raise EditError("labels.not_held", given=new, source=name)
