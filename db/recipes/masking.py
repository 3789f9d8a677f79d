"""Masks of a recipe put into another review: what was masked as a whole, by kind and value, and in single tickets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from db import privacy
from db.edits.actions import carry_out
from db.edits.deciding import differing
from db.errors import EditError
from db.privacy import Finding, Kind
from db.recipes.recipe import Mask, MaskedValue, Ref
from db.recipes.tokens import Hider
from db.review import Review
from db.values import Summary

_NAMES = "recipe.names"
"""The action that gives values the numbers that they had."""


def mask_again(
    review: Review, step: Mask, hider: Hider, named: Mapping[Ref, int], suspects: Sequence[int]
) -> Iterator[Summary]:
    """Mask what the step says, as one action; yields what does not apply. `suspects` are the tickets to look at."""
    single = {one.kind for one in step.values}
    kinds = single | step.kinds.keys()
    found = [one for one in privacy.scan(review, suspects).findings if one.kind in kinds]
    known = _known(step, hider, {(one.kind, one.normal) for one in found if one.kind in single})
    chosen = [one for one in found if _is_meant(one, step, known.get((one.kind, one.normal), ()), named)]
    missing = len(set(step.values).difference(*known.values()))
    if missing:
        yield Summary("recipe.no_value", {"n": missing})
    if chosen:
        if step.pseudonyms:
            _number(review, chosen, known)
        yield from _masked(review, chosen, step.pseudonyms)
    elif step.kinds and not step.values:
        yield Summary("recipe.no_kind", {"value": ", ".join(step.kinds)})


def _known(step: Mask, hider: Hider, values: Iterable[tuple[Kind, str]]) -> dict[tuple[Kind, str], list[MaskedValue]]:
    """What the step says of each value that is found."""
    of: dict[tuple[Kind, str], list[MaskedValue]] = defaultdict(list)
    for one in step.values:
        of[one.kind, one.token].append(one)
    return {(kind, normal): of.get((kind, hider.token(kind, normal)), []) for kind, normal in values}


def _masked(review: Review, chosen: Sequence[Finding], pseudonyms: bool) -> Iterator[Summary]:
    plan = privacy.masking(review, chosen, pseudonyms)
    if plan.refused:
        yield Summary("recipe.unmasked", {"n": len(plan.refused)})
    if plan.rows:
        try:
            privacy.mask(review, plan)
        except EditError as exc:
            yield Summary("recipe.not_done", {"of": {"code": exc.code, "data": exc.data}})


def _is_meant(one: Finding, step: Mask, values: Sequence[MaskedValue], named: Mapping[Ref, int]) -> bool:
    if one.kind in step.kinds:
        return one.sort not in step.kinds[one.kind]
    return any(not value.tickets or one.ticket in map(named.get, value.tickets) for value in values)


def _number(review: Review, chosen: Sequence[Finding], known: Mapping[tuple[Kind, str], Sequence[MaskedValue]]) -> None:
    """Values that had a number keep it."""
    names = {
        (one.kind, one.normal): values[0].number
        for one in chosen
        if (values := known.get((one.kind, one.normal))) and values[0].number
    }
    with review.transaction():
        decided = differing(review, privacy.numbered(names))
        if decided:
            carry_out(review, [], Summary(_NAMES, {"n": len(decided)}), decided=decided)
