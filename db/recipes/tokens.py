"""What stands in a recipe for what may not stand there: digests of tickets, tokens of values. Only reads.

A token says nothing to who has the recipe alone, but whoever guesses a value can see whether the guess is right: the
telephone numbers of a country can be tried out. So each trial is made slow, and the salt is another one for each set of
sources; a recipe is still to be handed on as something that stems from personal data.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from db import identity, store
from db.records import dataclass
from db.review import Review
from db.values import (
    CATEGORY,
    CONVERSATION,
    FIELDS,
    PROBLEM,
    REPLIES,
    ROOT_CAUSE,
    TITLE,
    Ticket,
    Turn,
)

ROUNDS = 500
"""Of hashing a value: a third of a millisecond."""
_SIZE = 12
"""Bytes of a token."""
REMEMBERED = 1 << 16


class Hider:
    """Makes tokens of one salt."""

    def __init__(self, salt: str) -> None:
        self._salt = salt.encode()
        self.token = lru_cache(maxsize=REMEMBERED)(self._token)

    def _token(self, kind: str, value: str) -> str:
        said = f"{kind}:{value}".encode("utf-8", "surrogatepass")
        return hashlib.pbkdf2_hmac("sha256", said, self._salt, ROUNDS, _SIZE).hex()

    def text(self, value: str) -> str:
        """The token of the whole text of a reply: nobody guesses that, so it need not be slow."""
        said = value.encode("utf-8", "surrogatepass")
        return hashlib.blake2b(said, digest_size=_SIZE, key=self._salt[:64]).hexdigest()


def salt_of(sources: Iterable[str]) -> str:
    """The salt for sources, by their hashes in any order: the same sources have the same."""
    return hashlib.blake2b("\n".join(sorted(sources)).encode(), digest_size=16).hexdigest()


@dataclass(frozen=True, slots=True)
class Key:
    """Which ticket one is, by what its source says: the hash of its source, its digest, its place among those of the
    same digest there; `same` is the digest of title, problem and thread."""

    source: str
    digest: str
    nth: int
    same: str


def keys(review: Review) -> dict[int, Key]:
    """The key of every ticket that is shown, in the order of the sources."""
    hashes = dict(review.execute("SELECT id, sha256 FROM source").fetchall())
    seen = Counter[tuple[str, str]]()
    found: dict[int, Key] = {}
    for ticket in review.tickets():
        digest, same = _digests(ticket)
        source = hashes[ticket.source_id]
        found[ticket.id] = Key(source, digest, seen[source, digest], same)
        seen[source, digest] += 1
    return found


def _digests(ticket: Ticket) -> tuple[str, str]:
    """Of all that the source says, and of what makes a duplicate."""
    said = dict(_said(ticket))
    texts = (
        said[TITLE],
        said[CATEGORY],
        said[PROBLEM],
        said[REPLIES],
        said[CONVERSATION],
        said[ROOT_CAUSE],
        said[FIELDS],
    )
    whole = identity.digest(identity.canonical(*texts))  # type: ignore[arg-type]
    thread = said[REPLIES] if said[CONVERSATION] is None else said[CONVERSATION]
    same = "\x1f".join((said[TITLE] or "", said[PROBLEM] or "", thread or ""))
    return whole.hex(), identity.digest(same.encode("utf-8", "surrogatepass")).hex()


def _said(ticket: Ticket) -> Iterator[tuple[str, str | None]]:
    """Each field as its column would hold what the source says."""
    for name in (TITLE, PROBLEM, ROOT_CAUSE):
        yield name, str(_original(ticket, name))
    category = ticket.originals.get(CATEGORY, store.path_text(ticket.category))
    yield CATEGORY, str(category or "")
    for name in (REPLIES, CONVERSATION):
        turns = _original(ticket, name)
        yield name, None if turns is None else store.turns_text(_turns(turns))
    yield FIELDS, store.pairs_text(_original(ticket, FIELDS) or ())  # type: ignore[arg-type]


def _original(ticket: Ticket, name: str) -> object:
    return ticket.originals[name] if name in ticket.originals else getattr(ticket, name)


def _turns(value: object) -> list[Turn]:
    return [turn for turn in value if isinstance(turn, Turn)] if isinstance(value, (tuple, list)) else []


def by_key(known: Mapping[int, Key]) -> dict[tuple[str, str, int], int]:
    """Tickets by their keys."""
    return {(key.source, key.digest, key.nth): ticket for ticket, key in known.items()}
