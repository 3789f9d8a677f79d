"""Giving another label to all tickets that have one: what it would change, and the change as one action of the log."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from rapidfuzz import fuzz, process

from db import edits, store
from db.errors import EditError
from db.labels.counting import counted
from db.labels.records import Field, Label
from db.records import dataclass
from db.review import Review
from db.values import PATH_SEPARATOR, Changes

OFFERED = 3
"""Labels that are named where the one that was asked for is not there."""
LIKE = 45
"""Percent of likeness from which a label is named so."""

_WITH_CAUSE = f"""SELECT ticket.id FROM ticket JOIN ticketcause ON ticket_id = ticket.id
    JOIN cause ON cause.id = cause_id WHERE {store.VISIBLE} AND name = ? ORDER BY source_id, ordinal, ticket.id"""
_WITH_CATEGORY = f"""SELECT ticket.id FROM ticket JOIN category ON category.id = category_id
    WHERE {store.VISIBLE} AND path = ? ORDER BY source_id, ordinal, ticket.id"""

_SOURCES = f"SELECT count(DISTINCT source_id) FROM ticket WHERE id {store.AMONG}"


@dataclass(frozen=True, slots=True)
class Relabelling:
    """What a new label would change: tickets, in the order of the sources, and how many of their sources."""

    field: Field
    old: tuple[str, ...]
    new: tuple[str, ...]
    tickets: tuple[int, ...]
    sources: int


def relabelling(review: Review, field: Field, old: str, new: str, among: Collection[int] | None = None) -> Relabelling:
    """What `relabel` would change, of all tickets or of those `among`. A label is meant by any of its spellings.

    Raises EditError where no ticket has the old label, and where the new one is the same.
    """
    labels = counted(review, field)
    before = _path(labels, field, old)
    after = next((one.path for one in labels if one.text == new), None) or path_of(field, new)
    if before == after:
        raise EditError("labels.same", label=PATH_SEPARATOR.join(after))
    if not any(one.path == before for one in labels):
        near = ", ".join(_near(labels, old))
        raise (
            EditError("labels.unknown", label=old, near=near) if near else EditError("labels.unknown.alone", label=old)
        )
    ids = _holding(review, field, before)
    chosen = tuple(ids if among is None else filter(set(among).__contains__, ids))
    rows = review.execute(
        f"SELECT count(DISTINCT source_id) FROM ticket WHERE id {store.AMONG}", (store.listed(chosen),)
    )
    return Relabelling(field, before, after, chosen, rows.fetchone()[0])


def relabel(review: Review, asked: Relabelling) -> Changes:
    """Do it, as one action. A root cause keeps its place among the others, and no ticket has the new one twice."""
    if asked.field == "category":
        return edits.set_category(review, asked.tickets, asked.new)
    return edits.replace_cause(review, asked.tickets, asked.old[0], asked.new[0])


def path_of(field: Field, text: str) -> tuple[str, ...]:
    """A label as it is typed; names of a category are joined by ｜, or by > between blanks."""
    if field == "root_cause":
        return (text.strip(),)
    return tuple(part.strip() for part in text.split(PATH_SEPARATOR if PATH_SEPARATOR in text else " > "))


def _path(labels: Sequence[Label], field: Field, text: str) -> tuple[str, ...]:
    typed = path_of(field, text)
    if any(one.path == typed for one in labels):
        return typed
    return next((one.path for one in labels if one.text == text), typed)


def _holding(review: Review, field: Field, path: tuple[str, ...]) -> list[int]:
    sql, value = (_WITH_CAUSE, path[0]) if field == "root_cause" else (_WITH_CATEGORY, store.path_text(path))
    return [row[0] for row in review.execute(sql, (value,)).fetchall()]


def _near(labels: Sequence[Label], text: str) -> list[str]:
    names = list(dict.fromkeys(PATH_SEPARATOR.join(one.path) for one in labels))
    return [found[0] for found in process.extract(text, names, scorer=fuzz.ratio, limit=OFFERED, score_cutoff=LIKE)]
