"""One label in the place of another, on all tickets that have it: numbers first, then one action of the log."""

from __future__ import annotations

from collections.abc import Collection

from db import store
from db.edits import set_category, typed_path
from db.edits.actions import carry_out
from db.edits.causes import Tags, rewritten
from db.edits.checks import good_cause, good_path
from db.errors import EditError
from db.labels.counted import Field, labelled, tickets_of
from db.labels.near import nearest
from db.records import dataclass
from db.review import Review
from db.values import Changes, Summary

NEAR = 3
"""Labels that are named to who gave one that is not there."""
_SOURCES = f"SELECT count(DISTINCT source_id) FROM ticket WHERE id {store.AMONG}"


@dataclass(frozen=True, slots=True)
class Relabelling:
    """What `relabel` would do: the labels as they are kept, the tickets it changes, how many have `old` at all, and of
    how many sources those that it changes are."""

    field: Field
    old: str
    new: str
    tickets: tuple[int, ...]
    of: int
    sources: int


def label_of(field: Field, text: str) -> str:
    """A label as it is kept, of how it is typed: the names of a category joined by ｜, or by > between blanks.

    Raises EditError ``edit.bad_path`` or ``edit.bad_cause`` for what cannot be one; '' stays ''.
    """
    if not text.strip():
        return ""
    if field == "root_cause":
        return good_cause(text)
    return store.path_text(good_path(typed_path(text)))


def relabelling(review: Review, field: Field, old: str, new: str, among: Collection[int] | None = None) -> Relabelling:
    """What `relabel` would do; changes nothing. `old` and `new` as they are typed, `among` tickets alone if given.

    Raises EditError ``labels.unknown`` or ``labels.unknown.near`` where no ticket of the review has `old`.
    """
    # as it is kept first: a label of a file may hold what could not be given
    had = tickets_of(review, field, old) if old else []
    label = old if had else label_of(field, old)
    if not had and label:
        had = tickets_of(review, field, label)
    if not had:
        raise _unknown(review, field, old)
    target, wanted = label_of(field, new), None if among is None else set(among)
    ids = [one for one in had if wanted is None or one in wanted] if label != target else []
    sources = review.execute(_SOURCES, (store.listed(ids),)).fetchone()[0]
    return Relabelling(field, label, target, tuple(ids), len(had), sources)


def relabel(review: Review, plan: Relabelling) -> Changes:
    """Give the tickets of a plan the new label for the old one; '' takes it off. One action, one step to undo.

    A root cause keeps its place among those of a ticket; a ticket that has the new one already loses the old one.
    Raises EditError for a label that a source could not hold; nothing is changed then.
    """
    if plan.field == "category":
        return set_category(review, plan.tickets, store.path(plan.new))
    code = "labels.relabelled" if plan.new else "labels.relabelled.none"
    with review.transaction():
        part = rewritten(review, plan.tickets, lambda had: _replaced(had, plan.old, plan.new))
        return carry_out(review, [part], Summary(code, {"old": plan.old, "value": plan.new}))


def _replaced(had: Tags, old: str, new: str) -> Tags:
    return tuple(dict.fromkeys(name for one in had if (name := new if one == old else one)))


def _unknown(review: Review, field: Field, text: str) -> EditError:
    near = nearest(text, [one.label for one in labelled(review, field)], NEAR)
    if not near:
        return EditError("labels.unknown", given=text, field=field)
    return EditError("labels.unknown.near", given=text, field=field, near="”, “".join(near))
