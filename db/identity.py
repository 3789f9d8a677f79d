"""Which ticket of a changed source is which ticket of the review: by content, never by position. Pure functions.

The ladder, firmest first: the whole ticket; title and problem; the title, where it is unique on both sides; problem and
thread under another title, where nobody else on either side has that problem. Tickets with the same key are told apart
by their occurrence (the first with the first). What no rung matches stays unmatched. The first rung is asked ticket by
ticket while a file is read (`Wholes`), the next (`rest`) of what it leaves, the last (`retitled`) of what is left then.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence

from db.records import dataclass

_DIGEST = 16
_OWN = 8
"""Characters of a problem that more than one customer hardly writes by chance."""
ABSENT = "\x00"
"""A conversation that is not there."""
BORDER = "\x1f"

CANONICAL = (
    "CAST(title || x'1f' || category.path || x'1f' || problem || x'1f' || replies || x'1f' || "
    "coalesce(conversation, x'00') || x'1f' || root_cause || x'1f' || fields || x'1f' || "
    "length(title) || ',' || length(category.path) || ',' || length(problem) || ',' || length(root_cause) AS BLOB)"
)
"""What `canonical` says, of the columns of a ticket: SQLite makes it without a text in between."""


def canonical(
    title: str, category: str, problem: str, replies: str, conversation: str | None, root_cause: str, fields: str
) -> bytes:
    """All that a source says of a ticket as one text, values as their columns hold them.

    Lengths, so that no border between two texts can be moved; what is JSON holds no border.
    """
    thread = ABSENT if conversation is None else conversation
    lengths = f"{len(title)},{len(category)},{len(problem)},{len(root_cause)}"
    texts = (title, category, problem, replies, thread, root_cause, fields, lengths)
    return BORDER.join(texts).encode("utf-8", "surrogatepass")


def digest(data: bytes) -> bytes:
    """What stands for a text in comparisons."""
    return hashlib.blake2b(data, digest_size=_DIGEST).digest()


class Wholes:
    """The first rung: places of the old side by their digests, each given away once, in their order."""

    def __init__(self, digests: Iterable[tuple[int, bytes]]) -> None:
        self._waiting: dict[bytes, int | deque[int]] = {}
        for place, one in digests:
            had = self._waiting.get(one)
            if had is None:
                self._waiting[one] = place
            elif isinstance(had, int):
                self._waiting[one] = deque((had, place))
            else:
                had.append(place)

    def take(self, whole: bytes) -> int | None:
        """The place of the first ticket that is the same and not taken yet."""
        had = self._waiting.get(whole)
        if had is None:
            return None
        place = had if isinstance(had, int) else had.popleft()
        if isinstance(had, int) or not had:
            del self._waiting[whole]
        return place

    def left(self) -> list[int]:
        """The places that nobody took, in order."""
        return sorted(place for one in self._waiting.values() for place in ([one] if isinstance(one, int) else one))


@dataclass(frozen=True, slots=True)
class Left:
    """A ticket that the first rung has left, at its place."""

    place: int
    title: str
    heading: bytes
    """Of title and problem; b'' where it has neither."""
    problem: int
    """Hash of the problem; 0 where that is too short to be anybody's own."""


def left(place: int, title: str, problem: str) -> Left:
    """A ticket that is left; space around a text does not count."""
    title, problem = title.strip(), problem.strip()
    said = f"{title}{BORDER}{problem}{BORDER}{len(title)}".encode("utf-8", "surrogatepass")
    return Left(place, title, digest(said) if title or problem else b"", problem_hash(problem))


@dataclass(frozen=True, slots=True)
class Rest:
    """New place -> old place: by title and problem (`firm`), by a title that is unique (`loose`)."""

    firm: Mapping[int, int]
    loose: Mapping[int, int]


def rest(old: Sequence[Left], new: Sequence[Left], before: Mapping[int, int], after: Mapping[int, int]) -> Rest:
    """Match what the first rung left. `before` and `after` count all tickets of each side by `title_hash`."""
    firm = _by_occurrence(old, new)
    taken = set(firm.values())
    unique = {
        one.title: one.place
        for one in old
        if one.place not in taken and one.title and before[title_hash(one.title)] == 1
    }
    loose = {}
    for one in new:
        if one.place not in firm and one.title in unique and after[title_hash(one.title)] == 1:
            loose[one.place] = unique[one.title]
    return Rest(firm, loose)


def retitled(old: Sequence[Left], new: Sequence[Left], matched: Mapping[int, int]) -> dict[int, int]:
    """New place -> old place of those that no rung has `matched`, where the first rung left no other with that problem.

    Half of the rung: that no ticket known as a whole has it, and that the threads are the same, is the caller's to see.
    """
    taken = set(matched.values())
    before, after = (Counter(one.problem for one in side) for side in (old, new))
    own = {one.problem: one.place for one in old if one.problem and before[one.problem] == 1 and one.place not in taken}
    alone = (one for one in new if one.place not in matched and after[one.problem] == 1)
    return {one.place: own[one.problem] for one in alone if one.problem in own}


def problem_hash(problem: str) -> int:
    """Tells problems apart as `title_hash` does titles; 0 for one that is too short."""
    own = problem.strip()
    return hash(own) if len(own) >= _OWN else 0


def title_hash(title: str) -> int:
    """Counts titles in little memory. Where two of them meet, both seem not to be unique, and match nothing."""
    return hash(title.strip())


def _by_occurrence(old: Sequence[Left], new: Sequence[Left]) -> dict[int, int]:
    """The first of a heading with the first of the same heading, the second with the second."""
    waiting: dict[bytes, list[int]] = defaultdict(list)
    for one in reversed(old):
        if one.heading:
            waiting[one.heading].append(one.place)
    return {one.place: waiting[one.heading].pop() for one in new if one.heading and waiting.get(one.heading)}
