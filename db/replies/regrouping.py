"""Families that follow decisions: what a decision cannot reach is not grouped again.

A decision reaches the forms that hang together with those it is of, by pairs that are near, by a template, or by
another decision. Families never go beyond what hangs together, so each such part is grouped by itself. Arrays in,
arrays out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from db.replies.decided import Decided, Decisions
from db.replies.grouping import NO_LINK, Bonds, Families, group
from db.replies.known import inverse
from db.replies.pairs import SLACK, Pairs
from db.search.lazy import np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from db.replies.canvass import Canvass

    Integers = NDArray[np.int32]
    Numbers = NDArray[np.int64]

FormOf = Callable[[int], int]
"""Key -> the form, -1 for none."""


class Regrouping:
    """Groups forms at one threshold, over and over as decisions change.

    They come most used first, but for an `order` in which they do: within, forms are known by their places in that.
    """

    def __init__(
        self,
        template: Integers,
        uses: Numbers,
        pairs: Pairs,
        form_of: FormOf,
        threshold: float,
        order: Integers | None = None,
    ) -> None:
        self._order, self._threshold = order, threshold
        self._template, self._uses, self._pairs, self._form_of = template, uses, pairs, form_of
        if order is not None:
            rank = inverse(order)
            self._template, self._uses = template[order], uses[order]
            self._pairs = Pairs(rank[pairs.first], rank[pairs.second], pairs.likeness)
            self._form_of = lambda key: int(rank[form]) if (form := form_of(key)) >= 0 else -1

    @classmethod
    def of(cls, known: Canvass, threshold: float) -> Regrouping:
        """That of the forms of a scan."""
        return cls(known.template, known.uses, known.pairs, known.form_of, threshold, known.order)

    def families(self, decisions: Decisions) -> Families:
        """All families."""
        every = np.arange(len(self._uses), dtype=np.int32)
        found = group(self._template, self._uses, self._pairs, self._bonds(decisions, every), self._threshold)
        if self._order is None:
            return found
        rank = inverse(self._order)
        return Families(self._placed(found.leader)[rank], self._placed(found.link)[rank], self._threshold)

    def _placed(self, forms: Integers) -> Integers:
        """Forms, or `NO_LINK`, by their own places."""
        return (
            forms if self._order is None else np.where(forms == NO_LINK, NO_LINK, self._order[forms]).astype(np.int32)
        )

    def make_ready(self) -> None:
        """Make what `follow` asks for."""
        self._pair_counts  # noqa: B018

    def follow(
        self, families: Families, before: Decisions, after: Decisions, most: int | None = None
    ) -> Families | None:
        """What the families of some decisions become by others: `families` itself where nothing changes. None where
        more than `most` pairs would have to be looked at."""
        parts = self._reached(before, after)
        if not parts:
            return families
        if most is not None and int(self._pair_counts[list(parts)].sum()) > most:
            return None
        within = np.zeros(len(self._uses), bool)
        within[list(parts)] = True
        within = within[self._part]
        forms = np.flatnonzero(within).astype(np.int32)
        kept = within[self._near.first]
        first, second = (np.searchsorted(forms, side[kept]) for side in (self._near.first, self._near.second))
        near = Pairs(first.astype(np.int32), second.astype(np.int32), self._near.likeness[kept])
        bonds = self._bonds(after, forms)
        found = group(self._template[forms], self._uses[forms], near, bonds, self._threshold)
        leader, link = forms[found.leader], np.where(found.link == NO_LINK, NO_LINK, forms[found.link])
        return _replaced(families, *map(self._placed, (forms, leader, link.astype(np.int32))))

    @cached_property
    def _near(self) -> Pairs:
        pairs = self._pairs
        near = pairs.likeness >= self._threshold - SLACK
        return Pairs(pairs.first[near], pairs.second[near], pairs.likeness[near])

    @cached_property
    def _part(self) -> Integers:
        """For each form the first of those that it hangs together with, whatever is decided."""
        members = np.flatnonzero(self._template >= 0).astype(np.int32)
        _, begins, of = np.unique(self._template[members], return_index=True, return_inverse=True)
        first = np.concatenate([self._near.first, members[begins][of]])
        return hanging_together(len(self._uses), first, np.concatenate([self._near.second, members]))

    @cached_property
    def _pair_counts(self) -> Numbers:
        """Near pairs of each part."""
        return np.bincount(self._part[self._near.first], minlength=len(self._uses))

    def _reached(self, before: Decisions, after: Decisions) -> set[int]:
        """The parts that a change of decisions can reach."""
        keys = [key for key in before.of.keys() | after.of.keys() if before.of.get(key) != after.of.get(key)]
        keys += [key for pair in before.strangers ^ after.strangers for key in pair]
        parts = self._parts_of(keys)
        bound = [self._parts_of(keys) for decisions in (before, after) for keys in decisions.called.values()]
        reaching = True
        while reaching:
            more = [some for some in bound if parts & some and not some <= parts]
            reaching = bool(more)
            parts = parts.union(*more)
        return parts

    def _parts_of(self, keys: Iterable[int]) -> set[int]:
        return {int(self._part[form]) for key in keys if (form := self._form_of(key)) >= 0}

    def _bonds(self, decisions: Decisions, forms: Integers) -> Bonds:
        """The bonds of some of the forms, by their places among them."""
        known = np.full(len(self._uses), -1, np.int32)
        known[forms] = np.arange(len(forms), dtype=np.int32)

        def place(key: int) -> int:
            form = self._form_of(key)
            return int(known[form]) if form >= 0 else -1

        together, apart = np.full(len(forms), -1, np.int32), np.full(len(forms), -1, np.int32)
        numbers: dict[Decided, int] = {}
        for key, one in decisions.of.items():
            if (form := place(key)) >= 0:
                into = apart if one.decision.code == "apart" else together
                into[form] = numbers.setdefault(one, len(numbers))
        pairs = ((place(one), place(other)) for one, other in decisions.strangers)
        return Bonds(together, apart, frozenset((a, b) for a, b in pairs if a >= 0 and b >= 0))


def _replaced(families: Families, forms: Integers, leader: Integers, link: Integers) -> Families:
    if np.array_equal(families.leader[forms], leader) and np.array_equal(families.link[forms], link):
        return families
    leaders, links = families.leader, families.link.copy()
    if not np.array_equal(leaders[forms], leader):  # else the same array says that all families are as they were
        leaders = leaders.copy()
        leaders[forms] = leader
    links[forms] = link
    return Families(leaders, links, families.threshold)


def hanging_together(size: int, first: Integers, second: Integers) -> Integers:
    """For each of `size` places the lowest that a way leads to by these pairs.

    Each round hooks the highest of two parts to the lowest and shortens all ways (Shiloach and Vishkin 1982).
    """
    part = np.arange(size, dtype=np.int32)
    while len(first):
        one, other = part[first], part[second]
        apart = one != other
        first, second, one, other = first[apart], second[apart], one[apart], other[apart]
        np.minimum.at(part, np.maximum(one, other), np.minimum(one, other))
        while (part != part[part]).any():
            part = part[part]
    return part
