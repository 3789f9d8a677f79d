"""Labels that are probably one, found as OpenRefine clusters cells, with readings made for Chinese.

Equal under a reading (key collision) are: what differs by separators; by width, case, punctuation, markers or a field
name; by the order of its parts; by words that add nothing. Near (nearest neighbours) are: causes by edit distance, with
the same Latin names and no negation between them; categories that stand for the same problems, one name within the
other. A label that is near joins the most used one that it is near to, so groups do not chain.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations

from db.labels import reading
from db.labels.counting import counted, twins
from db.labels.records import Field, Label, Variants
from db.replies.pairs import all_pairs
from db.review import Review
from db.values import Progress, Step, no_progress

NEAR = 0.86
"""Likeness (Indel, rapidfuzz `ratio`) of the cores of root causes from which they are probably one."""
LONGEST = 200
"""Characters: what is longer is prose, and prose is no spelling of a label."""
SHARED = 2
"""Problems that two categories must both stand for."""
LEAST = 2
"""Characters of a name that can be within another."""
SAYS_NOTHING = "says-nothing"

Keys = tuple[str, ...]
_Twins = Iterable[frozenset[tuple[str, ...]]]


def variants(review: Review, field: Field, progress: Progress = no_progress) -> list[Variants]:
    """Groups of labels of a review that are probably one, the one of most tickets first."""
    progress(Step("labels", 0, 1))
    shared = twins(review) if field == "category" else ()
    return group(counted(review, field), field, shared, progress)


def group(
    labels: Sequence[Label], field: Field, shared: _Twins = (), progress: Progress = no_progress
) -> list[Variants]:
    """Groups of these labels; `shared` are the categories of each problem that stands in several."""
    hollow = [one for one in labels if field == "root_cause" and reading.says_nothing(one.text)]
    known = sorted((one for one in labels if one not in set(hollow)), key=lambda one: (-one.tickets, one.text))
    clusters = _Clusters(known)
    for method, key in _READINGS:
        clusters.merge_equal(method, key)
    if field == "category":
        clusters.merge_near("shared", _standing_for_the_same(clusters.leading(), shared))
    else:
        clusters.merge_near("near", _near(clusters.leading(), progress))
    found = [Variants(field, ones, ones[0].text, method) for ones, method in clusters.groups()]
    if hollow:
        found.append(Variants(field, tuple(hollow), "", SAYS_NOTHING))
    return sorted(found, key=lambda one: (-one.tickets, one.labels[0].text))


class _Clusters:
    """Labels, the most used first, each in the cluster of its leader."""

    def __init__(self, labels: Sequence[Label]) -> None:
        self._labels = labels
        self._members: dict[int, list[int]] = {place: [place] for place in range(len(labels))}
        self._method = [""] * len(labels)

    def leading(self) -> dict[int, Label]:
        """The most used label of each cluster, by its place."""
        return {place: self._labels[place] for place in self._members}

    def merge_equal(self, method: str, key: Callable[[Label], Keys]) -> None:
        """Make one of the clusters that have a label of the same key."""
        first: dict[Keys, int] = {}
        for leader in list(self._members):
            keys = {key(self._labels[place]) for place in self._members[leader]}
            into = min((first[one] for one in keys if one in first), default=leader)
            if into != leader:
                self._join(leader, into, method)
            for one in keys:
                first.setdefault(one, into)

    def merge_near(self, method: str, pairs: Iterable[tuple[int, int]]) -> None:
        """Let what is near to a more used leader join it, unless that joined another, or others joined this one."""
        joined, taken = set[int](), set[int]()
        for into, leader in sorted(pairs):
            if into not in joined and leader not in joined and leader not in taken:
                self._join(leader, into, method)
                joined.add(leader)
                taken.add(into)

    def _join(self, leader: int, into: int, method: str) -> None:
        self._members[into] += self._members.pop(leader)
        self._method[into] = method

    def groups(self) -> Iterable[tuple[tuple[Label, ...], str]]:
        """Clusters of several labels, and the loosest reading that made them."""
        for leader, places in self._members.items():
            if len(places) > 1:
                yield tuple(self._labels[place] for place in sorted(places)), self._method[leader]


def _bare(label: Label) -> Keys:
    return tuple(map(reading.bare, label.path))


_READINGS: tuple[tuple[str, Callable[[Label], Keys]], ...] = (
    ("separator", lambda one: one.path),
    ("spelling", lambda one: tuple(map(reading.fingerprint, _bare(one)))),
    ("order", lambda one: tuple(map(reading.in_any_order, _bare(one)))),
    ("filler", lambda one: tuple(map(reading.core, _bare(one)))),
)


def _near(leading: dict[int, Label], progress: Progress) -> Iterable[tuple[int, int]]:
    """Pairs of leaders, the more used one first, whose cores are near."""
    places = [place for place, one in leading.items() if len(one.text) <= LONGEST]
    cores = [reading.core(reading.bare(leading[place].text)) for place in places]
    found = all_pairs(cores, NEAR, lambda done, total: progress(Step("labels", done, total)))
    for one, other in zip(found.first.tolist(), found.second.tolist(), strict=True):
        same_names = reading.latin(cores[one]) == reading.latin(cores[other])
        if same_names and not reading.turns_round(cores[one], cores[other]):
            yield min(places[one], places[other]), max(places[one], places[other])


def _standing_for_the_same(leading: dict[int, Label], shared: _Twins) -> Iterable[tuple[int, int]]:
    """Pairs of categories under one parent that share problems, the last name of one within that of the other."""
    place_of = {one.path: place for place, one in leading.items()}
    problems = Counter(
        pair
        for paths in shared
        for pair in combinations(sorted(place_of[path] for path in paths if path in place_of), 2)
    )
    for (one, other), n in problems.items():
        first, second = leading[one].path, leading[other].path
        if n >= SHARED and first[:-1] == second[:-1] and _within(first[-1], second[-1]):
            yield one, other


def _within(one: str, other: str) -> bool:
    short, long = sorted((reading.core(one), reading.core(other)), key=len)
    return len(short) >= LEAST and short in long
