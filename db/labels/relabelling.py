"""One label in the place of another, on all tickets that have it: numbers first, then one action of the log.

With `children` all categories below it move along. What the taxonomy says of a label goes where the label goes.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import asdict
from itertools import chain
from pathlib import Path

from db import store
from db.edits import typed_path
from db.edits.actions import Part, carry_out
from db.edits.causes import Tags, rewritten
from db.edits.checks import good_cause, good_path
from db.edits.deciding import differing
from db.edits.terms import Term, key, refuse_retired, terms, value
from db.errors import EditError, UserError
from db.jsonfile import read_json
from db.labels.carriers import Carriers, carriers, there
from db.labels.counted import Field, labelled
from db.labels.near import nearest
from db.labels.placing import Placed, affected, files_of, refuse_unheld
from db.records import dataclass, replace
from db.review import Review
from db.values import PATH_SEPARATOR, Changes, Summary

MOST = 1 << 30
"""Bytes of a plan: it names its tickets, ten bytes each."""
NEAR = 3
"""Labels that are named to who gave one that is not there."""


@dataclass(frozen=True, slots=True)
class Relabelled:
    """A label, what it becomes, and on how many tickets; `joins`: there is one of that name already."""

    old: str
    new: str
    tickets: int
    joins: bool


@dataclass(frozen=True, slots=True)
class Carried:
    """What plans of one label have in common, for who makes many of it while nothing changes: its name as it is kept,
    and its `carriers` with all below it."""

    label: str
    had: Carriers


@dataclass(frozen=True, slots=True)
class Relabelling:
    """What `relabel` would do: the labels as they are kept, the tickets it changes, how many have `old` at all.

    `old` is '' where several labels are meant at once, and `new` too where they do not all become one. `labels` are all
    that change, `old` and those below it; `files` what an export changes: the source files by name,
    with the number of their tickets. `whole`: all tickets are meant, so that `old` is there no more;
    `below`: and all that is below it.
    """

    field: Field
    old: str
    new: str
    tickets: tuple[int, ...]
    of: int
    labels: tuple[Relabelled, ...]
    files: tuple[tuple[str, int], ...]
    whole: bool
    below: bool = False

    @property
    def sources(self) -> int:
        """Of how many sources the tickets are that it changes."""
        return len(self.files)


def label_of(field: Field, text: str) -> str:
    """A label as it is kept, of how it is typed: the names of a category joined by ｜, or by > between blanks.

    Raises EditError ``edit.bad_path`` or ``edit.bad_cause`` for what cannot be one; '' stays ''.
    """
    if not text.strip():
        return ""
    if field == "root_cause":
        return good_cause(text)
    return store.path_text(good_path(typed_path(text)))


def relabelling(
    review: Review,
    field: Field,
    old: str,
    new: str,
    among: Collection[int] | None = None,
    children: bool = False,
) -> Relabelling:
    """What `relabel` would do; changes nothing. `old` and `new` as they are typed, `among` tickets alone if given.

    Raises EditError ``labels.unknown``, ``labels.unknown.near`` or ``labels.only_below`` where no ticket of the review
    has `old` and the taxonomy does not name it, ``labels.below_itself``, ``labels.retired``, and what a source of these
    tickets could not hold.
    """
    label, had = resolved(review, field, old, children)
    return planned(review, field, label, label_of(field, new), had, among, children)


def carried(review: Review, field: Field, label: str) -> Carried:
    """What `renaming`, `merging`, `moving` and `splitting` read of a label first. Raises EditError as they do."""
    return Carried(*resolved(review, field, label, below=True))


def planned(
    review: Review,
    field: Field,
    label: str,
    target: str,
    had: Carriers,
    among: Collection[int] | None = None,
    below: bool = True,
) -> Relabelling:
    """`relabelling` of labels as they are kept: of all that `had` names, `label` and, with `below`, those below it."""
    if len(had) > 1 and target.startswith(label + PATH_SEPARATOR):
        raise EditError("labels.below_itself", given=target, label=label)
    pairs = {one: target and target + one[len(label) :] for one in had} if label != target else {}
    return replace(paired(review, field, label, target, pairs, had, among), below=below)


def paired(
    review: Review,
    field: Field,
    label: str,
    target: str,
    pairs: Mapping[str, str],
    had: Carriers,
    among: Collection[int] | None = None,
) -> Relabelling:
    """A plan of several labels at once, old -> new, all named by `had`; `label` and `target` are for its words."""
    wanted = None if among is None else set(among)
    moved = {one: _those(had[one], wanted) for one in pairs}
    refuse_retired(review, field, pairs.values(), but=label)
    tickets = tuple(sorted({*chain(*moved.values())}))
    refuse_unheld(review, field, affected(review, moved), pairs)
    taken = there(review, field, set(pairs.values()) - {""}) - pairs.keys()
    labels = tuple(
        Relabelled(one, pairs[one], len(ids), pairs[one] in taken) for one, ids in moved.items() if ids or among is None
    )
    whole = among is None and bool(pairs)
    return Relabelling(
        field, label, target, tickets, len({*chain(*had.values())}), labels, files_of(review, moved), whole
    )


def relabel(review: Review, plan: Relabelling) -> Changes:
    """Give the tickets of a plan the new label for the old one; '' takes it off. One action, one step to undo.

    A root cause keeps its place among those of a ticket; a ticket that has the new one already loses the old one.
    Raises EditError for a label that a source could not hold or that is retired; nothing is changed then.
    """
    with review.transaction():
        refuse_retired(review, plan.field, [one.new for one in plan.labels], but=plan.old)
        becomes = {one.old: one.new for one in plan.labels}
        part: Part
        if plan.field == "root_cause":
            part = rewritten(review, plan.tickets, lambda had: _replaced(had, becomes))
        else:
            part = Placed(review, plan.tickets, becomes)
        return carry_out(review, [part], _summary(plan), decided=differing(review, _moved_terms(review, plan)))


def plan_text(plan: Relabelling) -> str:
    """A plan as JSON, to be carried out by another process."""
    return json.dumps(asdict(plan))


def read_plan(path: Path) -> Relabelling:
    """The plan that a file holds as `plan_text` wrote it. Raises UserError within ``labels.plan``, as `read_json`."""
    said = read_json(path, "labels.plan", MOST)
    try:
        labels = tuple(Relabelled(**one) for one in said["labels"])
        files = tuple((str(name), int(n)) for name, n in said["files"])
        return Relabelling(**{**said, "tickets": tuple(map(int, said["tickets"])), "labels": labels, "files": files})
    except (ValueError, TypeError, KeyError) as exc:
        raise UserError("labels.plan.not_one", file=str(path)) from exc


def resolved(review: Review, field: Field, typed: str, below: bool) -> tuple[str, Carriers]:
    """A label as it is kept, of how it is typed, and its `carriers`. Raises EditError where there is none."""
    # as it is kept first: a label of a file may hold what could not be given
    for label in dict.fromkeys((typed, typed and label_of(field, typed))):
        if label and (had := carriers(review, field, label, below)):
            return label, had
    if typed and field == "category" and not below and (had := carriers(review, field, label, below=True)):
        raise EditError("labels.only_below", given=label, n=len(had))
    raise unknown(review, field, typed)


def unknown(review: Review, field: Field, typed: str) -> EditError:
    """The error for a label that is not there, with near ones where there are some."""
    near = nearest(typed, [one.label for one in labelled(review, field)], NEAR)
    if not near:
        return EditError("labels.unknown", given=typed, field=field)
    return EditError("labels.unknown.near", given=typed, field=field, near="”, “".join(near))


def _those(tickets: Mapping[int, int], wanted: Collection[int] | None) -> Mapping[int, int]:
    return tickets if wanted is None else {one: source for one, source in tickets.items() if one in wanted}


def _summary(plan: Relabelling) -> Summary:
    data: dict[str, object] = {"old": plan.old, "value": plan.new, "n": 0, **_rule(plan)}
    if not plan.old:
        data["labels"] = len(plan.labels)
        return Summary("labels.merged" if plan.new else "labels.merged.several", data)
    if plan.field == "root_cause":
        return Summary("labels.relabelled" if plan.new else "labels.relabelled.none", data)
    if len({one.new for one in plan.labels}) > 1 or not plan.tickets:
        return Summary("labels.moved" if plan.new else "labels.moved.none", data)
    return Summary("edit.category" if plan.new else "edit.category.none", data)


def _rule(plan: Relabelling) -> dict[str, object]:
    """What the log needs so that the same can be done to tickets of other files; of a part of the tickets nothing."""
    if not plan.whole:
        return {}
    if plan.old and plan.below:
        return {"field": plan.field, "below": True}
    return {"field": plan.field, "pairs": {one.old: one.new for one in plan.labels}}


def _moved_terms(review: Review, plan: Relabelling) -> dict[str, str | None]:
    """What the taxonomy says of the labels goes where they go, unless it says something of the new one already."""
    known = terms(review, plan.field) if plan.new else {}
    moves = [one for one in plan.labels if one.old in known]
    left = dict(known)
    for one in moves if plan.whole else ():
        del left[one.old]
    for one in moves:
        if one.new not in left:
            term = known[one.old] if plan.whole else Term()
            left[one.new] = replace(term, retired=term.retired and not one.joins)
    changed = {label for one in moves for label in (one.old, one.new)}
    return {key(plan.field, label): value(left[label]) if label in left else None for label in changed}


def _replaced(had: Tags, becomes: Mapping[str, str]) -> Tags:
    return tuple(dict.fromkeys(name for one in had if (name := becomes.get(one, one))))
