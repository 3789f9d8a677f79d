"""Tickets parted into splits to train, validate and test with: by share, seeded, each with its share of every category.

Tickets that are nearly the same stay on one side, for what is tested must not have been learnt: those of nearly the
same title and problem, and those answered by the same long canned replies. Only reads.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
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
    more than one side, which whole sources may ask for."""

    tickets: Mapping[str, tuple[int, ...]]
    torn: int


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
    group = _groups(review, [row[0] for row in rows], outgoing, progress)
    unit: Mapping[int, Hashable] = {ticket: source for ticket, source, _ in rows} if splits.by == "sources" else group
    side = _dealt(_gathered(unit), category, splits)
    found: dict[str, list[int]] = {name: [] for name, _ in splits.shares}
    for ticket, _, _ in rows:
        found[side[unit[ticket]]].append(ticket)
    sides: dict[int, set[str]] = defaultdict(set)
    for ticket, number in group.items():
        sides[number].add(side[unit[ticket]])
    return Parted({name: tuple(those) for name, those in found.items()}, sum(len(one) > 1 for one in sides.values()))


def _gathered(unit: Mapping[int, Hashable]) -> Mapping[Hashable, list[int]]:
    members: dict[Hashable, list[int]] = defaultdict(list)
    for ticket, one in unit.items():
        members[one].append(ticket)
    return members


def _dealt(units: Mapping[Hashable, list[int]], category: Mapping[int, int], splits: Splits) -> dict[Hashable, str]:
    """Each unit goes where its categories are lacking most, the largest first; of one size by chance."""
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
        kinds = Counter(category[ticket] for ticket in units[one])

        def full(name: str, kinds: Mapping[int, int] = kinds) -> tuple[float, float]:
            held = sum(n * filled[name][kind] / totals[kind] for kind, n in kinds.items())
            return held / wanted[name], size[name] / wanted[name]

        name = side[one] = min(wanted, key=full)
        filled[name].update(kinds)
        size[name] += len(units[one])
    return side


def _groups(review: Review, ids: Sequence[int], outgoing: Outgoing, progress: Progress) -> dict[int, int]:
    """A number for each ticket that those which are nearly the same share."""
    above = {ticket: ticket for ticket in ids}
    same: dict[int, int] = {}
    for ticket, number in labels.near_duplicates(review, ids, progress).items():
        _join(above, ticket, same.setdefault(number, ticket))
    answers: dict[frozenset[str], int] = {}
    for one in review.tickets(ids):
        turns = one.replies if one.conversation is None else one.conversation
        said = [turn for turn in turns if turn.speaker != "customer" and len(turn.text) >= LONG]
        marks = [outgoing.mark(turn.speaker, turn.text) for turn in said]
        if marks and all(mark is not None for mark in marks):
            key = frozenset(mark.family for mark in marks if mark is not None)
            _join(above, one.id, answers.setdefault(key, one.id))
    return {ticket: _top(above, ticket) for ticket in ids}


def _join(above: dict[int, int], one: int, other: int) -> None:
    above[_top(above, one)] = _top(above, other)


def _top(above: dict[int, int], one: int) -> int:
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
