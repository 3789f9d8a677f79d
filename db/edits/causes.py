"""The part of an action that gives tickets other root causes: tags in, the text of each section out, in its style."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from db import store
from db.edits.actions import Each, require
from db.edits.checks import reads_as
from db.edits.columns import AMONG, CAUSES
from db.edits.styles import Styles
from db.edits.terms import refuse_retired
from db.errors import EditError
from db.review import Review
from db.values import ROOT_CAUSE

Tags = tuple[str, ...]
_Change = tuple[int, str, str | None, str | None]

_TICKETS = f"""SELECT ticket.id, source_id, root_cause, (SELECT json_group_array(name) FROM
    (SELECT name FROM ticketcause JOIN cause ON cause.id = cause_id WHERE ticket_id = ticket.id ORDER BY position))
    FROM ticket WHERE ticket.id {AMONG}"""


def rewritten(review: Review, ids: Sequence[int], wanted: Callable[[Tags], Tags]) -> Each:
    """Other root causes for tickets: `wanted` makes them of those that a ticket has; none that is retired is new."""
    styles = Styles(review)
    tickets = review.execute(_TICKETS, (store.listed(ids),)).fetchall()
    require(ids, [row[0] for row in tickets])
    rows: list[_Change] = []
    given: set[str] = set()
    for ticket_id, source_id, text, listed in tickets:
        had = tuple(json.loads(listed))
        new = wanted(had)
        if new != had:
            given.update(set(new).difference(had))
            rows += _changes(styles, ticket_id, source_id, text, had, new)
    refuse_retired(review, ROOT_CAUSE, given)
    return Each(review, rows)


def retold(review: Review, ticket_id: int, text: str, told: Tags | None = None) -> Each:
    """Another text for the section of a ticket, and the tags that it means, or those that it is told to mean."""
    styles = Styles(review)
    found = review.execute(_TICKETS, (store.listed([ticket_id]),)).fetchone()
    require([ticket_id], [ticket_id] if found else [])
    _, source_id, before, listed = found
    had, new = tuple(json.loads(listed)), styles.causes(source_id, text) if told is None else told
    same = before == text and had == new
    return Each(review, [] if same else _rows(styles, ticket_id, source_id, (before, had), (text, new)))


def _changes(styles: Styles, ticket_id: int, source_id: int, text: str, had: Tags, new: Tags) -> list[_Change]:
    after = styles.text(source_id, new, text)
    if not reads_as(styles, source_id, after):
        raise EditError("edit.not_held", field=ROOT_CAUSE, ticket=ticket_id)
    return _rows(styles, ticket_id, source_id, (text, had), (after, new))


def _rows(
    styles: Styles, ticket_id: int, source_id: int, before: tuple[str, Tags], after: tuple[str, Tags]
) -> list[_Change]:
    rows: list[_Change] = [(ticket_id, ROOT_CAUSE, before[0], after[0])]
    if any(styles.causes(source_id, text) != tags for text, tags in (before, after)):
        # the text alone does not say the tags: undo must find them in the log
        rows.append((ticket_id, CAUSES, _json(before[1]), _json(after[1])))
    return rows


def _json(tags: Tags) -> str:
    return json.dumps(tags, ensure_ascii=False)
