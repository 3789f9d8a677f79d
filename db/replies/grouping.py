"""Families out of near pairs, at one threshold: each has a leader, its members are near to it. Arrays in, arrays out.

The most used form leads, and takes what is near to it and has no leader yet; then the next, and so on: what a loop over
the forms would do, done for all at once in a few rounds (a form leads as soon as nothing near it that is used more can
still lead; Luby 1986, with the uses in place of chance). So families do not chain. What stands alone then, but is near
to a member of a family, joins it by that link.

Forms of one template, and forms that were decided together, stand in a family as one. Forms that are no duplicates of
one another never stand in the same. Forms that were decided together are in one family whatever else was said of them:
the family is called by its decision, and there is one of a name.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.replies.pairs import SLACK, Pairs
from db.search.lazy import np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Integers = NDArray[np.int32]
    Numbers = NDArray[np.int64]
    Flags = NDArray[np.bool_]

NO_LINK = -1

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Bonds:
    """What reviewers decided, by form: `together`, the number of a decision that several forms share, and `apart`, of
    one that keeps them apart, -1 for none; `strangers` are pairs of forms that are never in one family.
    """

    together: Integers
    apart: Integers
    strangers: frozenset[Pair]


@dataclass(frozen=True, slots=True)
class Families:
    """For each form its `leader` (itself where it leads) and the form that it came by (`link`, -1: by the leader)."""

    leader: Integers
    link: Integers
    threshold: float


def group(template: Integers, uses: Numbers, pairs: Pairs, bonds: Bonds, threshold: float) -> Families:
    """The families of forms that come most used first."""
    strangers = frozenset(pair for pair in bonds.strangers if not _is_decided(bonds, *pair))
    node = _nodes(template, uses, bonds, strangers)
    near = pairs.likeness >= threshold - SLACK
    if not uses.all():  # what nobody says any more is near to nothing: no member could name it
        near &= (uses[pairs.first] > 0) & (uses[pairs.second] > 0)
    first, second = pairs.first[near], pairs.second[near]
    allowed = _allowed(first, second, bonds, _lifted(strangers, node))
    first, second, likeness = first[allowed], second[allowed], pairs.likeness[near][allowed]
    heads = (node[first] == first) & (node[second] == second)
    rank = _rank(bonds)
    chief = _led(rank, first[heads], second[heads])
    leader = chief[node]
    link = np.where(node == np.arange(len(node)), NO_LINK, node).astype(np.int32)
    _link_lonely(leader, link, node, uses, bonds, Pairs(first, second, likeness))
    _part(leader, link, node, bonds, strangers)
    return Families(leader, link, threshold)


def _is_decided(bonds: Bonds, one: int, other: int) -> bool:
    """Whether two forms were decided as one: they are strangers no longer."""
    return bool(bonds.together[one] == bonds.together[other] >= 0)


def _lifted(strangers: frozenset[Pair], node: Integers) -> frozenset[Pair]:
    """The same, and what stands in a family as one with a stranger: where one of them comes, all do."""
    return strangers | {(int(node[one]), int(node[other])) for one, other in strangers}


def _allowed(first: Integers, second: Integers, bonds: Bonds, strangers: frozenset[Pair]) -> Flags:
    """Not between forms that are apart, nor between those of two decisions."""
    apart = (bonds.apart[first] >= 0) & (bonds.apart[first] == bonds.apart[second])
    both = (bonds.together[first] >= 0) & (bonds.together[second] >= 0)
    allowed: Flags = ~apart & ~(both & (bonds.together[first] != bonds.together[second]))
    if strangers:
        never = [(min(pair) << 32) | max(pair) for pair in strangers]
        allowed &= ~np.isin((np.minimum(first, second).astype(np.int64) << 32) | np.maximum(first, second), never)
    return allowed


def _nodes(template: Integers, uses: Numbers, bonds: Bonds, strangers: frozenset[Pair]) -> Integers:
    """For each form the most used of those that stand in a family as one with it; what is not used stands alone."""
    node = np.arange(len(template), dtype=np.int32)
    free = (bonds.apart < 0) & (bonds.together < 0)
    for groups, usable in ((template, free), (bonds.together, bonds.together >= 0)):
        members = np.flatnonzero(usable & (groups >= 0) & (uses > 0))
        if len(members):
            _, begins, of = np.unique(groups[members], return_index=True, return_inverse=True)
            node[members] = members[begins][of]  # members rise, so the first of a group is its most used
    sizes = np.bincount(node, minlength=len(node)) if strangers else node
    for one in sorted({int(node[form]) for pair in strangers for form in pair}):
        if sizes[one] > 1:
            _sort_out(node, np.flatnonzero(node == one).tolist(), strangers)
    return node


def _sort_out(node: Integers, members: Sequence[int], strangers: frozenset[Pair]) -> None:
    """Of what would stand as one, each goes with the first that it is no stranger to, nor to any that went there."""
    groups: list[list[int]] = []
    for form in members:
        fits = (g for g in groups if not any((o, form) in strangers or (form, o) in strangers for o in g))
        group = next(fits, None)
        if group is None:
            groups.append([form])
        else:
            group.append(form)
        node[form] = form if group is None else group[0]


def _rank(bonds: Bonds) -> Integers:
    """The order in which forms lead: those that are decided first, each by its uses."""
    size = len(bonds.together)
    order = np.lexsort((np.arange(size), bonds.together < 0))
    rank = np.empty(size, np.int32)
    rank[order] = np.arange(size, dtype=np.int32)
    return rank


def _led(rank: Integers, first: Integers, second: Integers) -> Integers:
    """For each form the near one of best rank that leads; itself where none does."""
    better = np.where(rank[first] < rank[second], first, second)
    worse = np.where(rank[first] < rank[second], second, first)
    n = len(rank)
    undecided, leads = np.zeros(n, bool), np.ones(n, bool)
    undecided[first] = undecided[second] = True
    leads[undecided] = False
    while undecided.any():
        # what has no better neighbour that may still lead leads; what is near to it does not
        live = undecided[better] & undecided[worse]
        blocked = np.zeros(n, bool)
        blocked[worse[live]] = True
        come = undecided & ~blocked
        leads |= come
        undecided &= ~come
        followers = np.zeros(n, bool)
        followers[worse[come[better]]] = True
        undecided &= ~followers
    chief = np.arange(n, dtype=np.int32)
    by = leads[better] & ~leads[worse]
    best = np.full(n, n, np.int32)
    np.minimum.at(best, worse[by], rank[better[by]])
    form_of = np.empty(n + 1, np.int32)
    form_of[rank] = chief
    followers = best < n
    chief[followers] = form_of[best[followers]]
    return chief


def _link_lonely(leader: Integers, link: Integers, node: Integers, uses: Numbers, bonds: Bonds, near: Pairs) -> None:
    """What would be no family, alone and used once, joins the family of the form that it is nearest to."""
    size = np.bincount(leader, minlength=len(leader))
    lonely = (leader == np.arange(len(leader))) & (size == 1) & (uses == 1) & (bonds.together < 0)
    first, second = np.append(near.first, near.second), np.append(near.second, near.first)
    likeness = np.append(near.likeness, near.likeness)
    joins = lonely[first] & ~lonely[second]
    first, second, likeness = first[joins], second[joins], likeness[joins]
    order = np.lexsort((second, -likeness, first))
    ones, places = np.unique(first[order], return_index=True)
    nearest = second[order][places]
    leader[ones] = leader[nearest]
    link[ones] = nearest


def _part(leader: Integers, link: Integers, node: Integers, bonds: Bonds, strangers: frozenset[Pair]) -> None:
    """Of forms that are apart, the less used one leaves a family that holds both, until no family does.

    It leaves with what stands in a family as one with it. So what was decided together, which leads, never parts.
    """
    parted = True
    while parted:
        parted = False
        for one, other in _apart(leader, bonds, strangers):
            if leader[one] == leader[other]:
                more, less = sorted((int(node[one]), int(node[other])))
                _leave(leader, link, less if leader[one] != less else more)
                parted = True


def _apart(leader: Integers, bonds: Bonds, strangers: frozenset[Pair]) -> Iterable[Pair]:
    yield from sorted(strangers)
    forms = np.flatnonzero(bonds.apart >= 0)
    seen: dict[Pair, int] = {}
    for form in forms.tolist():
        stays = seen.setdefault((int(leader[form]), int(bonds.apart[form])), form)
        if stays != form:
            yield stays, form


def _leave(leader: Integers, link: Integers, form: int) -> None:
    """A form leaves its family, with what came by it: nothing else holds that there."""
    leader[form], link[form] = form, NO_LINK
    went = [form]
    while went:
        one = went.pop()
        came = np.flatnonzero((link == one) & (leader != form))
        leader[came] = form
        went += came.tolist()
