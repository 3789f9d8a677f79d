"""What a scan keeps of every form, those too that are used once and like nothing: enough to find what may be like a
text that an edit brings, without reading all replies again. Arrays and words in, arrays out; reads no review.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from db.replies import bags, normal, outlines, pairs
from db.replies.pairs import SLACK, Pairs
from db.replies.records import LEAST
from db.search.lazy import np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Integers = NDArray[np.int32]
    Keys = NDArray[np.int64]
    Bags = NDArray[np.uint8]
    Outlines = NDArray[np.uint64]
    Flags = NDArray[np.bool_]

CHUNK = 1 << 14
"""Forms whose characters are counted at once."""

Read = Callable[[Collection[int]], Mapping[int, str]]
"""Places of traces -> the forms of those that can be read still."""


@dataclass(frozen=True)
class Traces:
    """By form, the shortest first: `key`, `length`, the counts of `bags` (a row a count), the key of its `outline`, the
    key of its `template` (0 where it has none, or may have one that nothing else can have).

    `holder`: the place of a form that the scan keeps, else ``~ticket``: the one ticket that says it.
    """

    key: Keys
    length: Integers
    bag: Bags
    outline: Outlines
    template: Keys
    holder: Keys

    def __len__(self) -> int:
        return len(self.key)

    @cached_property
    def _by_key(self) -> tuple[Keys, NDArray[np.intp]]:
        order = np.argsort(self.key)
        return self.key[order], order

    def places(self, keys: Sequence[int]) -> NDArray[np.intp]:
        """The place of each key, -1 where no scan has seen it."""
        known, order = self._by_key
        asked = np.array(keys, np.int64)
        if not len(known):
            return np.full(len(asked), -1, np.intp)
        at = np.minimum(np.searchsorted(known, asked), len(known) - 1)
        return np.where(known[at] == asked, order[at], -1)

    def tickets(self, places: NDArray[np.intp]) -> list[int]:
        """The tickets of those that are used once and like nothing."""
        holders = self.holder[places[places >= 0]]
        found: list[int] = (~holders[holders < 0]).tolist()
        return found

    def near(self, words: Sequence[str], read: Read) -> Pairs:
        """Each word (by its place) with the places of what is near to it."""
        others = [self._may_be_near(word) for word in words]
        first = np.repeat(np.arange(len(words), dtype=np.int32), list(map(len, others)))
        second = np.concatenate([np.zeros(0, np.int32), *others]).astype(np.int32)
        said = read(np.unique(second).tolist())
        there = np.isin(second, list(said))
        first, second = first[there], second[there]
        place = {one: len(words) + number for number, one in enumerate(said)}
        forms = [*words, *said.values()]
        at = np.array([place[one] for one in second.tolist()], np.int32)
        found = pairs.verified(forms, first, at, LEAST)
        places = np.array(list(said), np.int32)
        return Pairs(found.first, places[found.second - len(words)], found.likeness)

    def _may_be_near(self, word: str) -> NDArray[np.intp]:
        """Of two lengths a <= b the likeness is at most 2a / (a + b); `bags` say how far apart forms are at least."""
        size = len(word)
        if size < normal.SHORT:
            return np.zeros(0, np.intp)
        least = max(normal.SHORT, math.ceil(size * LEAST / (2 - LEAST) - SLACK))
        start, stop = np.searchsorted(self.length, [least, math.floor(size * (2 - LEAST) / LEAST + SLACK) + 1]).tolist()
        apart = np.zeros(stop - start, np.uint16)
        for own, counts in zip(bags.bags([word], np.zeros(1, np.int32))[0], self.bag[:, start:stop], strict=True):
            apart += np.maximum(counts, own) - np.minimum(counts, own)
        found: NDArray[np.intp] = start + np.flatnonzero(
            apart <= (1 - LEAST + SLACK) * (size + self.length[start:stop])
        )
        return found

    def of_templates(self, words: Sequence[str], read: Read) -> list[tuple[int, int]]:
        """The places of forms that are of a template with any of these, each with the key of the template."""
        keys = [key for key in map(template_key, words) if key]
        if not keys:
            return []
        named = np.flatnonzero(np.isin(self.template, keys))
        found = list(zip(named.tolist(), self.template[named].tolist(), strict=True))
        alike = np.isin(self.outline, outlines.keys(words)) & (self.template == 0) & (self.length >= normal.SHORT)
        said = read(np.flatnonzero(alike).tolist())
        return found + [(place, key) for place, word in said.items() if (key := template_key(word)) in keys]


def template_key(form: str) -> int:
    """The key of a form's template, 0 where it has none."""
    template = normal.template(form) if len(form) >= normal.SHORT else ""
    return normal.key_of(template) if template else 0


def traces(
    forms: Sequence[str],
    keys: Keys,
    outline: Outlines,
    template: Keys,
    holder: Keys,
    done: Callable[[float], None],
) -> Traces:
    """Those of all forms of a scan, in any order; `done` is told the part of them now and then, and may raise."""
    lengths = np.fromiter(map(len, forms), np.int32, len(forms))
    order = np.argsort(lengths, kind="stable").astype(np.int32)
    bag = np.empty((bags.KINDS, len(forms)), np.uint8)
    for start in range(0, len(forms), CHUNK):
        done(start / len(forms))
        bag[:, start : start + CHUNK] = bags.bags(forms, order[start : start + CHUNK]).T
    return Traces(keys[order], lengths[order], bag, outline[order], template[order], holder[order])
