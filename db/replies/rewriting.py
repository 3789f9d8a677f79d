"""Replies of many tickets rewritten to one wording: what would change, and which tickets cannot hold it. Only reads.

A reply is rewritten in the thread and in the section beside it, so that both say the same. A ticket whose source could
not be read again as it is meant is left as it is, and counted.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from db import store
from db.edits.holding import unheld
from db.review import Review
from db.values import CONVERSATION, REPLIES, Turn

PAGE = 1000
FIELDS = (REPLIES, CONVERSATION)

_TICKETS = f"""SELECT id, source_id, replies, conversation FROM ticket
    WHERE id {store.AMONG} ORDER BY source_id, ordinal, id"""

DROPPED = ""
Reword = Callable[[str], str | None]
"""The text of a reply -> what it becomes; `DROPPED` where it goes, None where it stays."""
Row = tuple[int, str, str | None, str | None]
"""Ticket, field, and the field's value in its column before and after."""


@dataclass(slots=True)
class Rewriting:
    """The tickets that change, the replies of threads among their changes, the sources they stand in, and the tickets
    that are left out."""

    changed: list[Changed] = field(default_factory=list)
    replies: int = 0
    sources: set[int] = field(default_factory=set)
    refused: list[int] = field(default_factory=list)

    @property
    def tickets(self) -> int:
        """How many tickets change."""
        return len(self.changed)

    def rows(self) -> list[Row]:
        """The changes."""
        return [
            (one.ticket, name, one.before[name], store.turns_text(new))
            for one in self.changed
            for name, new in one.turns.items()
        ]


@dataclass(slots=True)
class Changed:
    """One ticket with what becomes of its threads, and how many replies that are."""

    ticket: int
    before: Mapping[str, str | None]
    turns: Mapping[str, tuple[Turn, ...]]
    replies: int


def rewriting(review: Review, tickets: Sequence[int], reword: Reword) -> Rewriting:
    """What `reword` makes of the replies of these tickets."""
    found = Rewriting()
    by_source: dict[int, list[Changed]] = defaultdict(list)
    for source, one in _changed(review, tickets, reword):
        by_source[source].append(one)
    for source, ones in by_source.items():
        refused = unheld(review, source, {one.ticket: one.turns for one in ones})
        found.refused += sorted(refused)
        for one in ones:
            if one.ticket not in refused:
                found.changed.append(one)
                found.replies += one.replies
                found.sources.add(source)
    return found


def _changed(review: Review, tickets: Sequence[int], reword: Reword) -> Iterator[tuple[int, Changed]]:
    waiting = iter(tickets)
    while page := list(islice(waiting, PAGE)):
        for ticket, source, replies, conversation in review.execute(_TICKETS, (store.listed(page),)):
            before: dict[str, str | None] = {REPLIES: replies, CONVERSATION: conversation}
            turns = {
                name: new
                for name, text in before.items()
                if text and (new := _reworded(store.turns(text), reword)) is not None
            }
            if not turns:
                continue
            thread = REPLIES if conversation is None else CONVERSATION
            said = len(_differing(store.turns(before[thread] or "[]"), turns[thread])) if thread in turns else 0
            yield source, Changed(ticket, before, turns, said)


def _reworded(turns: Sequence[Turn], reword: Reword) -> tuple[Turn, ...] | None:
    """The turns with other texts, None where all stay."""
    new = []
    for turn in turns:
        text = reword(turn.text.strip()) if turn.speaker != "customer" else None
        if text != DROPPED:
            new.append(turn if text is None else Turn(turn.speaker, text))
    return tuple(new) if new != list(turns) else None


def _differing(old: Sequence[Turn], new: Sequence[Turn]) -> list[Turn]:
    kept = Counter(new)
    return [turn for turn in old if not kept[turn] or kept.subtract([turn])]


def wording_of(wordings: Mapping[str, str]) -> Reword:
    """Texts to their wordings."""
    return lambda text: wordings.get(text) if wordings.get(text) != text else None
