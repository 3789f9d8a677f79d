"""The ways in which a curator changes a taxonomy, each as the relabelling that it is; changes nothing by itself.

`known` is what `carried` has read of the label, for who makes many plans of one, at each key that is typed.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from db import store
from db.edits.checks import good_cause, good_path
from db.errors import EditError
from db.labels.carriers import carriers, there
from db.labels.counted import Field
from db.labels.relabelling import Carried, Relabelling, carried, label_of, paired, planned, resolved
from db.review import Review
from db.values import PATH_SEPARATOR


def renaming(review: Review, field: Field, label: str, name: str, known: Carried | None = None) -> Relabelling:
    """Another name for a label, in its place: all below a category move along.

    Raises EditError ``edit.bad_path`` for a name with ｜ in it, ``labels.exists`` for one that is there already.
    """
    found = known or carried(review, field, label)
    old, is_path = found.label, field == "category"
    new = store.path_text((*store.path(old)[:-1], *good_path([name]))) if is_path else good_cause(name)
    if new != old and carriers(review, field, new, below=True):
        raise EditError("labels.exists", given=new, field=field)
    return planned(review, field, old, new, found.had)


def merging(review: Review, field: Field, label: str, into: str, known: Carried | None = None) -> Relabelling:
    """A label, and all below it, into another that is there. Raises EditError ``labels.itself`` for the same one."""
    found = known or carried(review, field, label)
    new = into if there(review, field, [into]) else resolved(review, field, into, below=True)[0]
    if found.label == new:
        raise EditError("labels.itself", given=new)
    return planned(review, field, found.label, new, found.had)


def splitting(
    review: Review, field: Field, label: str, new: str, among: Collection[int], known: Carried | None = None
) -> Relabelling:
    """Another label for those of some tickets that have a label or one below it; '' takes it off. All get the very one:
    what was below the old is not below the new.
    """
    found = known or carried(review, field, label)
    target = new if there(review, field, [new]) else label_of(field, new)
    pairs = {one: target for one in found.had if one != target}
    return paired(review, field, found.label, target, pairs, found.had, among)


def joining(review: Review, field: Field, into: Mapping[str, str]) -> Relabelling:
    """Several labels into others at once, old -> new, as they are kept; the new ones may be new. One action for all.

    What is below a category stays. Raises EditError as `relabelling` does, and ``labels.itself`` where nothing changes.
    """
    pairs: dict[str, str] = {}
    had: dict[str, Mapping[int, int]] = {}
    for label, target in into.items():
        old, theirs = resolved(review, field, label, below=False)
        new = target if there(review, field, [target]) else label_of(field, target)
        if old != new:
            had |= theirs
            pairs[old] = new
    if not pairs:
        raise EditError("labels.itself", given=next(iter(into), ""))
    targets = set(pairs.values())
    of = next(iter(pairs)) if len(pairs) == 1 else ""
    return paired(review, field, of, targets.pop() if len(targets) == 1 else "", pairs, had)


def moving(review: Review, label: str, parent: str, known: Carried | None = None) -> Relabelling:
    """A category, and all below it, below another or a new one; '' is the top.

    Raises EditError ``labels.below_itself`` where the parent is the category itself or below it.
    """
    found = known or carried(review, "category", label)
    old = found.label
    above = label_of("category", parent)
    new = store.path_text((*store.path(above), store.path(old)[-1]))
    if above == old or above.startswith(old + PATH_SEPARATOR):
        raise EditError("labels.below_itself", given=new, label=old)
    return planned(review, "category", old, new, found.had)
