"""The part of an action that gives tickets other root causes: tags in, the text of each section out, in its style."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from db import store
from db.edits.actions import Alike, Each, require
from db.edits.checks import reads_as
from db.edits.columns import AMONG, CAUSES
from db.edits.styles import Styles
from db.edits.terms import refuse_retired
from db.errors import EditError
from db.review import Review
from db.values import ROOT_CAUSE

Tags = tuple[str, ...]
_Said = tuple[str, str, str]
"""A field, before and after."""

_TICKETS = f"""SELECT ticket.id, source_id, root_cause, name FROM ticket
    LEFT JOIN ticketcause ON ticket_id = ticket.id LEFT JOIN cause ON cause.id = cause_id
    WHERE ticket.id {AMONG} ORDER BY ticket.id, position"""

_ALIKE = f"""SELECT source_id, root_cause, tags, json_group_array(id) FROM (
    SELECT id, source_id, root_cause, (SELECT group_concat(cause_id) FROM (
        SELECT cause_id FROM ticketcause WHERE ticket_id = ticket.id ORDER BY position)) AS tags
    FROM ticket WHERE id {AMONG}) GROUP BY source_id, root_cause, tags"""
"""Grouped there: a row of many tickets costs more here than it takes to count it in."""


def rewritten(review: Review, ids: Sequence[int], wanted: Callable[[Tags], Tags]) -> Alike:
    """Other root causes for tickets: `wanted` makes them of those that a ticket has; none that is retired is new."""
    styles = Styles(review)
    shared: list[tuple[_Said, Sequence[int]]] = []
    given: set[str] = set()
    for source_id, text, had, tickets in _alike(review, ids):
        new = wanted(had)
        if new != had:
            given.update(set(new).difference(had))
            shared += [(said, tickets) for said in _changes(styles, tickets[0], source_id, text, had, new)]
    refuse_retired(review, ROOT_CAUSE, given)
    return Alike(review, shared)


def _alike(review: Review, ids: Sequence[int]) -> Iterator[tuple[int, str, Tags, list[int]]]:
    """The tickets that have one source, one text and the same tags, group by group; all are there, or EditError."""
    names = dict(review.execute("SELECT id, name FROM cause").fetchall())
    rows = review.execute(_ALIKE, (store.listed(ids),)).fetchall()
    groups = [(*row[:3], json.loads(row[3])) for row in rows]
    require(ids, chain.from_iterable(tickets for *_, tickets in groups))
    for source_id, text, tags, tickets in groups:
        yield source_id, text, tuple(names[int(one)] for one in tags.split(",")) if tags else (), tickets


def _tickets(review: Review, ids: Sequence[int]) -> list[tuple[int, int, str, Tags]]:
    """Each ticket with its source, the text of its section and its tags; all of them are there, or EditError."""
    found: list[tuple[int, int, str, Tags]] = []
    last = None
    for ticket_id, source_id, text, name in review.execute(_TICKETS, (store.listed(ids),)):
        if ticket_id == last:
            found[-1] = (*found[-1][:3], (*found[-1][3], name))
        else:
            found.append((ticket_id, source_id, text, () if name is None else (name,)))
        last = ticket_id
    require(ids, [row[0] for row in found])
    return found


def retold(review: Review, ticket_id: int, text: str, told: Tags | None = None) -> Each:
    """Another text for the section of a ticket, and the tags that it means, or those that it is told to mean."""
    styles = Styles(review)
    _, source_id, before, had = _tickets(review, [ticket_id])[0]
    new = styles.causes(source_id, text) if told is None else told
    same = before == text and had == new
    said = [] if same else _logged(styles, source_id, (before, had), (text, new))
    return Each(review, [(ticket_id, *change) for change in said])


def _changes(styles: Styles, ticket_id: int, source_id: int, text: str, had: Tags, new: Tags) -> Sequence[_Said]:
    after = styles.text(source_id, new, text)
    if not reads_as(styles, source_id, after):
        raise EditError("edit.not_held", field=ROOT_CAUSE, ticket=ticket_id)
    return _logged(styles, source_id, (text, had), (after, new))


def _logged(styles: Styles, source_id: int, before: tuple[str, Tags], after: tuple[str, Tags]) -> Sequence[_Said]:
    said: list[_Said] = [(ROOT_CAUSE, before[0], after[0])]
    if any(styles.causes(source_id, text) != tags for text, tags in (before, after)):
        # the text alone does not say the tags: undo must find them in the log
        said.append((CAUSES, _json(before[1]), _json(after[1])))
    return said


def _json(tags: Tags) -> str:
    return json.dumps(tags, ensure_ascii=False)
