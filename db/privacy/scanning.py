"""Personal data in all fields of the tickets of a review, and how often: by kind, by value, by ticket. Only reads."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache

from db import store
from db.privacy.excepting import excepted, is_excepted
from db.privacy.finding import Finder
from db.privacy.kinds import KINDS, Identifier, Kind, Sort
from db.privacy.lists import lists
from db.records import dataclass
from db.review import Review
from db.values import CONVERSATION, FIELDS, NOTE, PROBLEM, REPLIES, ROOT_CAUSE, TITLE, Progress, Step, no_progress

READ = (TITLE, PROBLEM, CONVERSATION, REPLIES, ROOT_CAUSE, FIELDS, NOTE)
"""All that is read of a ticket, in this order."""
LISTS = frozenset({CONVERSATION, REPLIES, FIELDS})
"""Fields of several texts: turns, or other fields."""

STAGE = "privacy"
PAGE = 2000
REMEMBERED = 8192
"""Texts whose findings are known again."""

_COUNT = "SELECT count(*) FROM ticket WHERE {where}"
_ROWS = f"SELECT id, {', '.join(READ)} FROM ticket WHERE {{where}} ORDER BY source_id, ordinal, id"
_LISTED = f"{store.VISIBLE} AND ticket.id {store.AMONG}"


@dataclass(frozen=True, slots=True)
class Finding:
    """A piece of personal data in a ticket. `place` is the turn or the other field that it stands in, from 0, and 0 in
    fields of one text; `start` to `end` are characters of that text; the rest as `Identifier` has it."""

    ticket: int
    field: str
    place: int
    start: int
    end: int
    kind: Kind
    value: str
    normal: str
    sort: Sort = ""
    host: str = ""


@dataclass(frozen=True, slots=True)
class Counted:
    """How often a value was found: `places` in all, in how many `tickets`; as it stands where it was found first."""

    kind: Kind
    normal: str
    value: str
    sort: Sort
    places: int
    tickets: tuple[int, ...]


@dataclass(frozen=True)
class Found:
    """All that was found, in the order of the sources; the counts are made when they are first asked for."""

    findings: tuple[Finding, ...]
    tickets: int
    """How many were read."""

    @cached_property
    def values(self) -> tuple[Counted, ...]:
        """Every value of every kind, the commonest of a kind first."""
        by: dict[tuple[Kind, str], list[Finding]] = defaultdict(list)
        for one in self.findings:
            by[one.kind, one.normal].append(one)
        counted = [_counted(ones) for ones in by.values()]
        return tuple(sorted(counted, key=lambda one: (KINDS.index(one.kind), -one.places, one.normal)))

    @cached_property
    def kinds(self) -> Mapping[Kind, tuple[int, int, int]]:
        """Of each kind that there is: places, values, tickets."""
        by: dict[Kind, list[Finding]] = defaultdict(list)
        for one in self.findings:
            by[one.kind].append(one)
        return {
            kind: (len(by[kind]), len({one.normal for one in by[kind]}), len({one.ticket for one in by[kind]}))
            for kind in KINDS
            if kind in by
        }

    @cached_property
    def by_ticket(self) -> Mapping[int, tuple[Finding, ...]]:
        """What was found in each ticket that has something, in the order of the sources."""
        by: dict[int, list[Finding]] = defaultdict(list)
        for one in self.findings:
            by[one.ticket].append(one)
        return {ticket: tuple(ones) for ticket, ones in by.items()}


def _counted(ones: Sequence[Finding]) -> Counted:
    first = ones[0]
    tickets = tuple(dict.fromkeys(one.ticket for one in ones))
    return Counted(first.kind, first.normal, first.value, first.sort, len(ones), tickets)


def finder(review: Review) -> Finder:
    """A finder by the lists of a review."""
    return Finder(lists(review))


def scan(
    review: Review, ids: Sequence[int] | None = None, progress: Progress = no_progress, excepted_too: bool = False
) -> Found:
    """All personal data of the tickets that are shown, or of these of them, without what was said to be none unless
    that is asked for."""
    known = frozenset() if excepted_too else excepted(review)
    found: list[Finding] = []
    read = 0
    for findings, tickets in scanning(review, ids, progress):
        found += findings
        read += tickets
    if known:
        found = [one for one in found if not is_excepted(_identifier(one), known)]
    return Found(tuple(found), read)


def scanning(
    review: Review, ids: Sequence[int] | None = None, progress: Progress = no_progress, page: int = PAGE
) -> Iterator[tuple[list[Finding], int]]:
    """The same page by page, with the number of tickets of each, and with what was said to be none."""
    where, parameters = (store.VISIBLE, ()) if ids is None else (_LISTED, (store.listed(ids),))
    total = int(review.execute(_COUNT.format(where=where), parameters).fetchone()[0])
    # a reply stands in the conversation and in the section beside it, and many tickets have the same
    find = lru_cache(maxsize=REMEMBERED)(finder(review))
    found: list[Finding] = []
    done = 0
    for done, (ticket, *columns) in enumerate(review.execute(_ROWS.format(where=where), parameters), 1):
        if done % page == 1:
            progress(Step(STAGE, done - 1, total))
        for field, column in zip(READ, columns, strict=True):
            if column and column != "[]":
                found += _in_field(find, ticket, field, column)
        if not done % page:
            yield found, page
            found = []
    yield found, done % page


def texts_of(field: str, column: str) -> Iterable[str]:
    """The texts of a field as its column holds them."""
    return (text for _, text in json.loads(column)) if field in LISTS else (column,)


def _in_field(find: Callable[[str], list[Identifier]], ticket: int, field: str, column: str) -> Iterator[Finding]:
    for place, text in enumerate(texts_of(field, column)):
        for one in find(text):
            yield Finding(ticket, field, place, one.start, one.end, one.kind, one.value, one.normal, one.sort, one.host)


def _identifier(one: Finding) -> Identifier:
    return Identifier(one.kind, one.start, one.end, one.value, one.normal, one.sort, one.host)


def spellings(review: Review, typed: str) -> frozenset[str]:
    """The normal forms that a value may have which somebody types."""
    names = {typed.strip(), *(one.normal for one in finder(review)(typed.strip()))}
    return frozenset(names | {name.lower() for name in names} | {name.upper() for name in names})


def meant(review: Review, found: Found, typed: str) -> list[Finding]:
    """The findings of a value as somebody types it: any spelling of it, or the host of links."""
    names = spellings(review, typed)
    return [one for one in found.findings if not names.isdisjoint((one.normal, one.value, one.host))]
