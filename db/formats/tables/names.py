"""What names of columns mean: data of ``resources/columns.json``, the field vocabulary, and what a user added."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache, lru_cache

from db.formats.tables.plan import GROUP, OTHER
from db.formats.vocabulary import Vocabulary, clean
from db.records import dataclass
from db.values import Speaker
from resources import path

_SIGNS = re.compile(r"[\s_\-.（）()【】\[\]]+")
_COUNT = re.compile(r"^(.*?\D)[ _#-]?(\d{1,3})$")


@dataclass(frozen=True)
class Names:
    """Name of a column -> role; keys of a turn that is an object; words for speakers, more than texts have."""

    roles: Mapping[str, str]
    text_keys: tuple[str, ...]
    speaker_keys: tuple[str, ...]
    speakers: Mapping[str, Speaker]


@cache
def shipped() -> Names:
    """The names that ship with the program."""
    data = json.loads(path("columns.json").read_text(encoding="utf-8"))
    roles = {plain(name): role for role, names in data["roles"].items() for name in names}
    roles |= {plain(name): GROUP for name in data["groups"]}
    speakers: dict[str, Speaker] = dict.fromkeys(data["speakers"]["customer"], "customer")
    speakers.update(dict.fromkeys(data["speakers"]["staff"], "staff"))
    return Names(roles, tuple(data["turn"]["text"]), tuple(data["turn"]["speaker"]), speakers)


@lru_cache(maxsize=1 << 12)
def plain(name: str) -> str:
    """A name without what does not tell it from others: case, underscores, dots, brackets."""
    return _SIGNS.sub(" ", clean(name)).strip()


def stem(name: str) -> tuple[str, int | None]:
    """A name without the number at its end, and the number: columns that are one list are counted."""
    match = _COUNT.match(plain(name))
    return (match[1].strip(), int(match[2])) if match else (plain(name), None)


def known(name: str, vocabulary: Vocabulary | None = None) -> str | None:
    """The role that a name says, None for one that is not known; of a path ``data.title`` its last name says it,
    or the one before: ``category.choices``."""
    parts = name.split(".")
    for one in dict.fromkeys((name, *parts[:-3:-1])):
        role = _known(one, vocabulary)
        if role is not None:
            return role
    return None


def _known(name: str, vocabulary: Vocabulary | None) -> str | None:
    if len(name) > 60:
        return None
    roles = shipped().roles
    for one in dict.fromkeys((plain(name), stem(name)[0])):
        said = vocabulary.role(one) if vocabulary is not None else None
        if said is not None and said != OTHER:
            return said
        if one in roles:
            return roles[one]
        if said == OTHER:
            return None
    return None


def speaker_of(word: object, vocabulary: Vocabulary) -> Speaker:
    """Who a word names; None for nobody known."""
    if not isinstance(word, str):
        return None
    name = word.strip().casefold()
    return shipped().speakers.get(name) or vocabulary.speakers.get(name)
