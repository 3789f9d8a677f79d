"""Which ticket of a changed source is which ticket of the review: by content, never by position. Pure functions.

The ladder, firmest first: the whole ticket; title and problem; the title, where it is unique on both sides. Tickets
with the same key are told apart by their occurrence (the first with the first). What no rung matches stays unmatched.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

from db.records import dataclass

_DIGEST = 16
_ABSENT = "\x00"


@dataclass(frozen=True, slots=True)
class Key:
    """What a ticket is known by: digests of the whole ticket, of title and problem, of the title; b'' knows nothing."""

    whole: bytes
    heading: bytes
    title: bytes


def key(title: str, problem: str, rest: Iterable[str | None]) -> Key:
    """The key of a ticket; `rest` is everything else that it says, in a fixed order."""
    title, problem = title.strip(), problem.strip()
    return Key(
        whole=_digest(title, problem, *(_ABSENT if text is None else text.strip() for text in rest)),
        heading=_digest(title, problem) if title or problem else b"",
        title=_digest(title) if title else b"",
    )


def _digest(*texts: str) -> bytes:
    digest = hashlib.blake2b(digest_size=_DIGEST)
    for text in texts:
        data = text.encode("utf-8", "surrogatepass")
        # lengths, so that no border between two texts can be moved
        digest.update(len(data).to_bytes(8))
        digest.update(data)
    return digest.digest()


def match(old: Sequence[Key], new: Sequence[Key]) -> list[int | None]:
    """For each of `new` the place in `old` of the same ticket, or None; no place is given twice."""
    found: list[int | None] = [None] * len(new)
    left = set(range(len(old)))
    _by_occurrence(old, new, found, left, lambda one: one.whole)
    _by_occurrence(old, new, found, left, lambda one: one.heading)
    _by_unique_title(old, new, found, left)
    return found


def _by_occurrence(
    old: Sequence[Key], new: Sequence[Key], found: list[int | None], left: set[int], rung: Callable[[Key], bytes]
) -> None:
    """Match what is left: the first of a key with the first of the same key, the second with the second."""
    waiting: dict[bytes, list[int]] = defaultdict(list)
    for place in sorted(left, reverse=True):
        if rung(old[place]):
            waiting[rung(old[place])].append(place)
    for place, one in enumerate(new):
        if found[place] is None and rung(one) and waiting.get(rung(one)):
            was = waiting[rung(one)].pop()
            found[place] = was
            left.discard(was)


def _by_unique_title(old: Sequence[Key], new: Sequence[Key], found: list[int | None], left: set[int]) -> None:
    """Match what is left by a title that stands once in all of the old and once in all of the new."""
    before, after = Counter(one.title for one in old), Counter(one.title for one in new)
    places = {old[place].title: place for place in left if old[place].title and before[old[place].title] == 1}
    for place, one in enumerate(new):
        if found[place] is None and after[one.title] == 1 and one.title in places:
            was = places.pop(one.title)
            found[place] = was
            left.discard(was)
