"""Which tickets of a review are those that a recipe speaks of: those of the same sources first, then the same tickets
elsewhere. Pure functions.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping

from db.recipes.recipe import Deduplicate, Mask, Recipe, Ref
from db.recipes.tokens import Key, by_key


def matched(recipe: Recipe, known: Mapping[int, Key]) -> dict[Ref, int]:
    """The tickets that a recipe names. Of a source that is not here they are tickets of other sources that say the
    same, the first for the first; those of a source that is here as it was stay what they are.
    """
    exact = by_key(known)
    here = {origin.sha256 for origin in recipe.sources}
    present = {one.source for one in known.values()}
    waiting: dict[str, deque[int]] = defaultdict(deque)
    for ticket, one in known.items():
        if one.source not in here:
            waiting[one.digest].append(ticket)
    found: dict[Ref, int] = {}
    for ref in dict.fromkeys(_refs(recipe)):
        source = recipe.sources[ref.source].sha256
        own = exact.get((source, ref.ticket, ref.nth))
        if own is None and source not in present and waiting[ref.ticket]:
            own = waiting[ref.ticket].popleft()
        if own is not None:
            found[ref] = own
    return found


def _refs(recipe: Recipe) -> Iterator[Ref]:
    for step in recipe.steps:
        if isinstance(step, Deduplicate):
            yield from step.kept.values()
        elif isinstance(step, Mask):
            for value in step.values:
                yield from value.tickets
    yield from (one.at for one in recipe.fixes)
