"""Numbers for values whose masks shall still tell one from another: the same value has the same number in a review.

Numbers are given in the order in which values first appear, so that nothing of a value can be told from its number; a
number that was given is kept, through the log, until its action is undone.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from hashlib import blake2b

from db import store
from db.edits.columns import AMONG
from db.privacy.kinds import Kind
from db.privacy.scanning import READ, Finding
from db.privacy.styles import tokens
from db.review import Review
from db.values import PRIVACY

_BEGIN = f"{PRIVACY}:name:"
_ALL = "SELECT key, value FROM decided WHERE key GLOB ?"
_NAMED = f"SELECT key, value FROM decided WHERE key {AMONG}"
_TEXTS = f"SELECT {', '.join(READ)} FROM ticket WHERE {store.VISIBLE}"
_FAMILY: Mapping[Kind, str] = {
    "mobile": "phone",
    "landline": "phone",
    "ipv4": "address",
    "ipv6": "address",
    "domain": "web",
    "link": "web",
}
"""Kinds that a source may call by one word share their numbers."""

Names = dict[tuple[Kind, str], int]
"""Kind and normal form -> number."""


def family(kind: Kind) -> str:
    """Which numbers a kind shares."""
    return _FAMILY.get(kind, kind)


def named(review: Review, findings: Iterable[Finding]) -> tuple[Names, dict[str, str | None]]:
    """The numbers of all values among these, and what is to be decided so that they keep them."""
    values = dict.fromkeys((one.kind, one.normal) for one in findings)
    keys = {_key(kind, normal): (kind, normal) for kind, normal in values}
    known = {key: _number(kept) for key, kept in review.execute(_NAMED, (json.dumps(list(keys)),))}
    last = _last(review)
    names: Names = {}
    decided: dict[str, str | None] = {}
    for key, (kind, normal) in keys.items():
        number = known.get(key)
        if number is None:
            last[family(kind)] += 1
            number = last[family(kind)]
            decided |= numbered({(kind, normal): number})
        names[kind, normal] = number
    return names, decided


def numbers(review: Review, values: Iterable[tuple[Kind, str]]) -> Names:
    """The numbers that values have been given, of kind and normal form; those without one are left out."""
    keys = {_key(kind, normal): (kind, normal) for kind, normal in values}
    found = review.execute(_NAMED, (json.dumps(list(keys)),))
    return {keys[key]: _number(kept) for key, kept in found}


def numbered(names: Mapping[tuple[Kind, str], int]) -> dict[str, str | None]:
    """What is to be decided so that values have these numbers."""
    return {_key(*one): json.dumps({"code": "name", "n": number}) for one, number in names.items()}


def _last(review: Review) -> Counter[str]:
    """The highest number of each family that was given, or that stands in a text: a mask of another review."""
    last = Counter[str]()
    for key, kept in review.execute(_ALL, (f"{_BEGIN}*",)):
        name = key[len(_BEGIN) :].partition(":")[0]
        last[name] = max(last[name], _number(kept))
    for row in review.execute(_TEXTS):
        for column in row:
            for token in tokens(column) if column and "-" in column else ():
                if token.number and token.kind is not None:
                    last[family(token.kind)] = max(last[family(token.kind)], token.number)
    return last


def _number(kept: str) -> int:
    return int(json.loads(kept)["n"])


def _key(kind: Kind, normal: str) -> str:
    digest = blake2b(f"{kind}:{normal}".encode(), digest_size=8).hexdigest()
    return f"{_BEGIN}{family(kind)}:{digest}"
