"""What a reviewer can do to tickets: each verb is one action, one transaction, one entry of the log.

`ids` may name any tickets, in any order; a ticket that has the value already is left out of the action. Every verb
raises EditError for a ticket that is not there, for a value that cannot be and for a label that is retired, and
ReviewError where the review cannot be written; nothing is changed then.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence

from db import store
from db.edits.actions import Each, Part, Same, carry_out, require
from db.edits.causes import Tags, retold, rewritten
from db.edits.checks import good_cause, good_for_sources, good_path, good_text, good_turns
from db.edits.columns import AMONG, CAUSES, CURRENT, TURNS
from db.edits.holding import is_held
from db.edits.styles import Styles
from db.edits.terms import refuse_retired
from db.errors import EditError
from db.review import Review
from db.values import CATEGORY, NOTE, ROOT_CAUSE, STATUS, Changes, Progress, Status, Summary, Turn, no_progress

_SOURCES = f"""SELECT id, name FROM source WHERE id IN (SELECT source_id FROM ticket WHERE id {AMONG})"""
_CHANGE = """SELECT ticket_id, field, before, (SELECT with_it.before FROM change AS with_it WHERE with_it.field = ?
    AND with_it.entry_id = change.entry_id AND with_it.ticket_id = change.ticket_id) FROM change WHERE id = ?"""


def set_category(review: Review, ids: Sequence[int], path: Sequence[str]) -> Changes:
    """Give tickets a category path; () takes it off."""
    return edit(review, ids, category=path)


def set_causes(review: Review, ids: Sequence[int], causes: Sequence[str]) -> Changes:
    """Give tickets exactly these root causes, in this order, written as each source writes tags."""
    return edit(review, ids, causes=causes)


def add_cause(review: Review, ids: Sequence[int], cause: str) -> Changes:
    """Add a root cause to those of the tickets that do not have it, behind the others."""
    return edit(review, ids, added=(cause,))


def remove_cause(review: Review, ids: Sequence[int], cause: str) -> Changes:
    """Take a root cause off those of the tickets that have it."""
    return edit(review, ids, removed=(cause,))


def set_root_cause_text(review: Review, ticket_id: int, text: str) -> Changes:
    """Rewrite the root cause section of a ticket; its tags are what the dialect reads in the text."""
    return set_text(review, ticket_id, ROOT_CAUSE, text)


def set_status(review: Review, ids: Sequence[int], status: Status) -> Changes:
    """Give tickets a status."""
    return edit(review, ids, status=status)


def set_note(review: Review, ids: Sequence[int], text: str) -> Changes:
    """Write a note on tickets, in the place of the one they have; '' takes it off."""
    return edit(review, ids, note=text)


def set_text(review: Review, ticket_id: int, field: str, value: str | Sequence[Turn]) -> Changes:
    """Rewrite title, problem or root cause of a ticket, or its replies or conversation as turns."""
    meant: object
    if field in TURNS:
        meant = turns = good_turns(
            [turn for turn in value if isinstance(turn, Turn)], _thread(review, ticket_id, field)
        )
        text = store.turns_text(turns)
    else:
        meant = text = good_text(field, str(value))
    with review.transaction():
        part = retold(review, ticket_id, text) if field == ROOT_CAUSE else _one(review, ticket_id, field, text)
        if part.ids and not is_held(review, ticket_id, field, meant):
            raise EditError("edit.not_held", field=field, ticket=ticket_id)
        return carry_out(review, [part], _about(review, "edit.text", ticket_id, field))


def take_back(review: Review, change_id: int) -> Changes:
    """Give one field of one ticket the value that it had before a change of its history, whatever came since."""
    with review.transaction():
        row = review.execute(_CHANGE, (CAUSES, change_id)).fetchone()
        if row is None:
            raise EditError("edit.no_change", change=change_id)
        ticket_id, field, before, tags = row
        told = None if tags is None else tuple(json.loads(tags))
        is_root = field == ROOT_CAUSE
        part = retold(review, ticket_id, before, told) if is_root else _one(review, ticket_id, field, before)
        return carry_out(review, [part], _about(review, "edit.taken_back", ticket_id, field))


def edit(
    review: Review,
    ids: Sequence[int],
    category: Sequence[str] | None = None,
    causes: Sequence[str] | None = None,
    status: Status | None = None,
    note: str | None = None,
    *,
    added: Sequence[str] = (),
    removed: Sequence[str] = (),
    progress: Progress = no_progress,
) -> Changes:
    """Several fields of tickets in one action; None leaves a field as it is. `added` and `removed` are root causes put
    behind those that a ticket has, and taken off it; with `causes`, which says them all, they are not for one call.
    Nothing is changed where `progress` raises.
    """
    if causes is not None and (added or removed):
        raise ValueError("either all root causes, or those that come and go")
    made: list[tuple[Callable[[], Part], Summary]] = []
    if category is not None:
        path = good_path(category)
        made.append((lambda: _category(review, ids, path), _said("edit.category", store.path_text(path))))
    if causes is not None:
        tags = tuple(dict.fromkeys(map(good_cause, causes)))
        made.append((lambda: rewritten(review, ids, lambda _: tags), _said("edit.causes", "; ".join(tags))))
    if added or removed:
        made.append(_coming_and_going(review, ids, tuple(map(good_cause, added)), frozenset(removed)))
    if status is not None:
        word = status.word
        made.append((lambda: Same(review, ids, STATUS, word), Summary("edit.status", {"status": word})))
    if note is not None:
        text = note.strip()
        made.append((lambda: Same(review, ids, NOTE, text), _said("edit.note", text)))
    with review.transaction():
        summary = made[0][1] if len(made) == 1 else Summary("edit.several")
        return carry_out(review, [make() for make, _ in made], summary, progress=progress)


def category_parts(review: Review, wanted: Mapping[tuple[str, ...], Sequence[int]]) -> list[Part]:
    """The parts of an action that gives tickets category paths of their own: path -> the tickets that get it."""
    return [_category(review, ids, good_path(path)) for path, ids in wanted.items()]


def _category(review: Review, ids: Sequence[int], path: tuple[str, ...]) -> Part:
    part = Same(review, ids, CATEGORY, store.path_text(path))
    if part.ids:
        refuse_retired(review, CATEGORY, [store.path_text(path)])
    sources = review.execute(_SOURCES, (store.listed(part.ids),)).fetchall()
    good_for_sources(Styles(review), [(row[0], row[1]) for row in sources], path)
    return part


def _coming_and_going(
    review: Review, ids: Sequence[int], added: Tags, removed: frozenset[str]
) -> tuple[Callable[[], Part], Summary]:
    """The part that adds root causes and takes some off, and what it is called where nothing else is done."""
    new = tuple(dict.fromkeys(added))

    def changed(had: Tags) -> Tags:
        kept = tuple(one for one in had if one not in removed)
        return (*kept, *(one for one in new if one not in kept))

    if added and removed:
        said = Summary("edit.several")
    elif added:
        said = _said("edit.cause_added", "; ".join(new))
    else:
        said = _said("edit.cause_removed", "; ".join(sorted(removed)))
    return lambda: rewritten(review, ids, changed), said


def _one(review: Review, ticket_id: int, field: str, value: str | None) -> Each:
    """One field of one ticket, as the log has it."""
    row = review.execute(f"SELECT {CURRENT[field]} FROM ticket WHERE id = ?", (ticket_id,)).fetchone()
    require([ticket_id], [ticket_id] if row else [])
    return Each(review, [(ticket_id, field, row[0], value)] if row[0] != value else [])


def _thread(review: Review, ticket_id: int, field: str) -> tuple[Turn, ...]:
    row = review.execute(f"SELECT {CURRENT[field]} FROM ticket WHERE id = ?", (ticket_id,)).fetchone()
    return store.turns(row[0]) if row and row[0] else ()


def _said(code: str, value: str) -> Summary:
    return Summary(code, {"value": value}) if value else Summary(f"{code}.none")


def _about(review: Review, code: str, ticket_id: int, field: str) -> Summary:
    row = review.execute("SELECT title FROM ticket WHERE id = ?", (ticket_id,)).fetchone()
    return Summary(code, {"field": field, "title": row[0] if row else "", "ticket": ticket_id})
