"""Tickets parted into splits to train, validate and test with: by share, seeded, each with its share of every category.

Tickets that are nearly the same stay on one side, for what is tested must not have been learnt: those of nearly the
same title and problem, and those that hold the same long canned reply. A reply that a large part of all tickets
hold tells nothing of one of them and hangs none together; nor does one that would make a group so large that no shares
could be kept. How many these are is told. Only reads.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from random import Random
from typing import TYPE_CHECKING, Literal

from db import store
from db.errors import ExportError
from db.late import Late
from db.records import dataclass
from db.replies.outgoing import Outgoing
from db.review import Review
from db.values import Progress, no_progress

if TYPE_CHECKING:
    from db import labels
else:
    labels = Late("db.labels")

By = Literal["tickets", "sources"]

LONG = 30
"""Characters from which on a canned reply is an answer and no greeting."""
COMMON = 0.1
"""Share of all tickets; a canned reply that more of them hold hangs none together."""
FEW = 50
"""So many tickets are not too many for that, even where they are a larger share."""

_SOURCES = f"SELECT id, source_id, category_id FROM ticket WHERE id {store.AMONG} ORDER BY source_id, ordinal, id"


@dataclass(frozen=True, slots=True)
class Splits:
    """Names with their shares, which are of their sum; whole sources on one side where `by` says so."""

    shares: tuple[tuple[str, float], ...]
    by: By = "tickets"
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Parted:
    """Name of a split -> its tickets, in the order of the sources; `torn` groups of near-duplicates have tickets on
    more than one side, which whole sources may ask for, and so have `across` families of long canned replies, which
    may be too common as well."""

    tickets: Mapping[str, tuple[int, ...]]
    torn: int
    across: int


def good_splits(splits: Splits) -> None:
    """Raises ExportError ``export.bad_split`` for shares or names that cannot be."""
    names = [name for name, _ in splits.shares]
    for name, share in splits.shares:
        if not name.isidentifier() or not 0 < share < float("inf") or names.count(name) > 1 or len(names) < 2:
            raise ExportError("export.bad_split", given=f"{name}={share:g}")


def part(
    review: Review, ids: Sequence[int], splits: Splits, outgoing: Outgoing, progress: Progress = no_progress
) -> Parted:
    """Part tickets. Raises ExportError as `good_splits` does."""
    good_splits(splits)
    rows = review.execute(_SOURCES, (store.listed(ids),)).fetchall()
    category = {ticket: code for ticket, _, code in rows}
    families = [[ticket for ticket in some if ticket in category] for some in outgoing.sharing(LONG)]
    group = _groups(review, list(category), families, splits, progress)
    unit: Mapping[int, Hashable] = {ticket: source for ticket, source, _ in rows} if splits.by == "sources" else group
    side = _dealt(_gathered(unit), category, splits)
    found: dict[str, list[int]] = {name: [] for name, _ in splits.shares}
    for ticket, _, _ in rows:
        found[side[unit[ticket]]].append(ticket)
    torn, across = (
        sum(len({side[unit[ticket]] for ticket in some}) > 1 for some in those)
        for those in (_gathered(group).values(), families)
    )
    return Parted({name: tuple(those) for name, those in found.items()}, torn, across)


def _gathered(unit: Mapping[int, Hashable]) -> Mapping[Hashable, list[int]]:
    members: dict[Hashable, list[int]] = defaultdict(list)
    for ticket, one in unit.items():
        members[one].append(ticket)
    return members


def _dealt(units: Mapping[Hashable, list[int]], category: Mapping[int, int], splits: Splits) -> dict[Hashable, str]:
    """Each unit goes where its categories are lacking most, of the splits that have room for it, if any has; the
    largest first, of one size by chance."""
    whole = sum(share for _, share in splits.shares)
    wanted = {name: share / whole for name, share in splits.shares}
    totals = Counter(category.values())
    filled: dict[str, Counter[int]] = {name: Counter() for name in wanted}
    size = dict.fromkeys(wanted, 0)
    order = sorted(units, key=str)
    Random(splits.seed).shuffle(order)
    order.sort(key=lambda one: -len(units[one]))
    side: dict[Hashable, str] = {}
    for one in order:
        n, kinds = len(units[one]), Counter(category[ticket] for ticket in units[one])

        def full(name: str, kinds: Mapping[int, int] = kinds) -> tuple[float, float, float]:
            held = sum(here * filled[name][kind] / totals[kind] for kind, here in kinds.items())
            return held / wanted[name], size[name] / wanted[name], -wanted[name]

        # a single ticket goes by its category alone: of each category shares are rounded for themselves
        roomy = [name for name in wanted if n == 1 or size[name] + n <= wanted[name] * len(category)]
        name = side[one] = min(roomy or wanted, key=full)
        filled[name].update(kinds)
        size[name] += n
    return side


def _groups(
    review: Review, ids: Sequence[int], families: Sequence[Sequence[int]], splits: Splits, progress: Progress
) -> dict[int, int]:
    """A number for each ticket that those which are nearly the same share, and those of a family: the rarest families
    first, as they tell most of a ticket, as long as the largest split has room for two such groups."""
    shares = [share for _, share in splits.shares]
    most = int(len(ids) * max(shares) / sum(shares) / 2)
    common = max(int(len(ids) * COMMON), FEW)
    groups = _Groups(ids)
    for some in _gathered(labels.near_duplicates(review, ids, progress)).values():
        groups.join(some, len(ids))
    for family in sorted((one for one in families if len(one) <= common), key=len):
        groups.join(family, most)
    return {ticket: groups.top(ticket) for ticket in ids}


class _Groups:
    """Tickets that hang together: of each the one above it, and of the topmost of a group how many there are."""

    def __init__(self, ids: Sequence[int]) -> None:
        self._above = {ticket: ticket for ticket in ids}
        self._size = dict.fromkeys(ids, 1)

    def join(self, tickets: Iterable[int], most: int) -> None:
        """Hang tickets together, with all that hang on any of them, where that is no more than `most`."""
        tops = {self.top(ticket) for ticket in tickets}
        size = sum(map(self._size.__getitem__, tops))
        if len(tops) > 1 and size <= most:
            highest = max(tops, key=lambda top: (self._size[top], -top))
            self._above.update(dict.fromkeys(tops, highest))
            self._size[highest] = size

    def top(self, one: int) -> int:
        """The topmost of a ticket's group."""
        above = self._above
        while above[one] != one:
            above[one] = above[above[one]]
            one = above[one]
        return one


def read_shares(given: str) -> tuple[tuple[str, float], ...]:
    """Shares as they are typed: ``train=0.8,test=0.2``, or per cent. Raises ExportError ``export.bad_split``."""
    found = []
    for one in given.split(","):
        name, _, share = one.strip().partition("=")
        try:
            found.append((name.strip(), float(share.strip().removesuffix("%"))))
        except ValueError as exc:
            raise ExportError("export.bad_split", given=one.strip()) from exc
    return tuple(found)
