"""Which tickets of a review are those that a recipe speaks of: those of the same sources first, then the same tickets
elsewhere. Pure functions.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Mapping, Sequence

from db.recipes.recipe import Fix, Origin
from db.recipes.tokens import Key, by_key


def matched(fixes: Sequence[Fix], origins: Sequence[Origin], known: Mapping[int, Key]) -> dict[int, Fix]:
    """Ticket -> what it gets. Of a source that is not here the decisions go to tickets of other sources that say the
    same, the first to the first; a source that is here as it was keeps its own.
    """
    exact = by_key(known)
    here = {origin.sha256 for origin in origins}
    found: dict[int, Fix] = {}
    waiting: dict[str, deque[int]] = defaultdict(deque)
    for ticket, one in known.items():
        if one.source not in here:
            waiting[one.digest].append(ticket)
    present = {one.source for one in known.values()}
    for fix in fixes:
        source = origins[fix.source].sha256
        own = exact.get((source, fix.ticket, fix.nth))
        if own is None and source not in present and waiting[fix.ticket]:
            own = waiting[fix.ticket].popleft()
        if own is not None:
            found[own] = fix
    return found
