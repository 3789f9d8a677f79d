"""Groups of labels that are probably one, for a reviewer to merge, and those that say nothing, to replace.

Three ways, the surer first. Keys: labels whose spelling is the same but for what does not matter (see `spelling`).
Nearness: labels next to one another by edit distance whose difference is made of words that add nothing. Tickets: one
label has a word more than the other, and their tickets share most of their words. A group is a star, not a chain:
each of its labels is near the most used one and kept apart from none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any, Literal

from db.labels import near, spelling
from db.labels.apart import kept_apart
from db.labels.counted import Field, Labelled, labelled, together
from db.labels.shared import Shared
from db.records import dataclass
from db.review import Review
from db.values import Progress, Step, no_progress

Method = Literal["spelling", "filler", "advice", "synonym", "order", "near", "tickets", "says-nothing"]
"""The loosest way that was needed to bring a group together; ``says-nothing`` for labels that are no labels."""

KEYS: tuple[tuple[Method, Callable[[str], str]], ...] = (
    ("spelling", spelling.spelling),
    ("filler", spelling.filled),
    ("advice", spelling.advised),
    ("synonym", spelling.worded),
    ("order", spelling.turned),
)
_ORDER: tuple[Method, ...] = (*(method for method, _ in KEYS), "near", "tickets")

Pairs = Collection[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Group:
    """Labels of a field that are probably one, the most used first; `proposed` is that one's spelling.

    A group ``says-nothing`` may be of one label, and its `proposed` is the most used as well, to be replaced.
    """

    field: Field
    method: Method
    labels: tuple[Labelled, ...]

    @property
    def proposed(self) -> str:
        """The most used spelling."""
        return self.labels[0].label

    @property
    def tickets(self) -> int:
        """How often its labels are used."""
        return sum(one.tickets for one in self.labels)


@dataclass(slots=True)
class _Star:
    """A group while it grows."""

    labels: list[Labelled]
    method: Method = "spelling"

    @property
    def lead(self) -> str:
        return self.labels[0].label

    @property
    def tickets(self) -> int:
        return sum(one.tickets for one in self.labels)

    def take(self, other: _Star, method: Method) -> None:
        self.labels += other.labels
        self.method = max(self.method, other.method if len(other.labels) > 1 else method, method, key=_ORDER.index)


def variants(review: Review, field: Field, progress: Progress = no_progress) -> list[Group]:
    """All groups of a field: those to merge, the surest way first, then the most used; last what says nothing.

    Raises Cancelled out of `progress`.
    """
    labels, strangers = labelled(review, field), kept_apart(review, field)
    empty = [one for one in labels if spelling.says_nothing(field, one.label)]
    hollow = [one for one in empty if (one.label, one.label) not in strangers]
    without = {one.label for one in hollow}
    stars = [_Star([one]) for one in labels if one.label not in without]
    for method, key in KEYS:
        stars = _by_key(stars, method, key, strangers)
    stars = _by_nearness(review, field, stars, strangers, progress)
    groups = [Group(field, star.method, tuple(_ranked(star.labels))) for star in stars if len(star.labels) > 1]
    groups.sort(key=lambda one: (_ORDER.index(one.method), -one.tickets, one.proposed))
    return [*groups, Group(field, "says-nothing", tuple(hollow))] if hollow else groups


def read_group(found: Mapping[str, Any]) -> Group:
    """A group of the object that the command line writes of it."""
    labels = tuple(Labelled(str(one["label"]), int(one["tickets"])) for one in found["labels"])
    return Group(found["field"].replace("-", "_"), found["method"], labels)


def _ranked(labels: Iterable[Labelled]) -> list[Labelled]:
    return sorted(labels, key=lambda one: (-one.tickets, one.label))


def _by_key(stars: list[_Star], method: Method, key: Callable[[str], str], strangers: Pairs) -> list[_Star]:
    """Stars whose leads have the same key become one; the most used comes first in each."""
    found: dict[str, list[_Star]] = defaultdict(list)
    for star in stars:
        same = found[key(star.lead)]
        taker = next((one for one in same if not _are_strange(one, star, strangers)), None)
        if taker is None:
            same.append(star)
        else:
            taker.take(star, method)
    return [star for same in found.values() for star in same]


def _are_strange(one: _Star, other: _Star, strangers: Pairs) -> bool:
    return bool(strangers) and any((a.label, b.label) in strangers for a in one.labels for b in other.labels)


def _by_nearness(review: Review, field: Field, stars: list[_Star], strangers: Pairs, progress: Progress) -> list[_Star]:
    """Stars with their near ones taken in, by the most used first."""
    keys = [spelling.worded(star.lead) for star in stars]
    links = _links(review, field, stars, keys, progress)
    strange = set(strangers) | (together(review) if field == "root_cause" and links else set())
    done: set[int] = set()
    taken: set[int] = set()
    for place in sorted(links, key=lambda place: (-stars[place].tickets, place)):
        if place in taken:
            continue
        group = [place]
        for other, method in sorted(links[place].items(), key=lambda link: (_ORDER.index(link[1]), link[0])):
            if other in done or other in taken or _are_strange(stars[place], stars[other], strange):
                continue
            # near the lead alone is not enough: two that differ from it may be opposites
            if all(_verdict(keys[other], keys[one]) != "other" for one in group):
                stars[place].take(stars[other], method)
                group.append(other)
        done.add(place)
        taken.update(group[1:])
    return [star for place, star in enumerate(stars) if place not in taken]


def _links(
    review: Review, field: Field, stars: list[_Star], keys: list[str], progress: Progress
) -> Mapping[int, dict[int, Method]]:
    """Place of a star -> places of those near it, and how."""
    shared = Shared(review, field, [[one.label for one in star.labels] for star in stars])
    links: dict[int, dict[int, Method]] = defaultdict(dict)

    def beat(done: int, total: int) -> None:
        progress(Step("labels", done, total))

    for one, other, spelt in near.pairs(keys, beat):
        said = _verdict(keys[one], keys[other])
        if said == "near" or (said == "ask" and shared.are_alike(one, other, spelt)):
            links[one][other] = links[other][one] = "near" if said == "near" else "tickets"
    return links


def _verdict(one: str, other: str) -> near.Verdict:
    """Of two paths: their last names differ alone, or they are two."""
    *above, last = spelling.names(one)
    *others, final = spelling.names(other)
    return near.verdict(last, final) if above == others else "other"
