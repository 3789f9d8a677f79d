"""Names that files use for their fields and speakers: data of ``resources/vocabulary.json`` and what a user added.

Looks names up and cleans headings; knows nothing of lines or files.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache, lru_cache

from db.records import dataclass, field, replace
from db.values import CATEGORY, CONVERSATION, PROBLEM, REPLIES, ROOT_CAUSE, Speaker
from resources import path

OTHER = "other"
ROLES = (CATEGORY, PROBLEM, REPLIES, CONVERSATION, ROOT_CAUSE, OTHER)
"""What a heading or label can name; `OTHER` is a known name that is no field of ours."""

LONGEST_NAME = 30

_COUNTS = frozenset("0123456789（(一二三四五六七八九十")
_ORDER = re.compile(r"^(?:\d{1,2}[.、)）]|[（(]?[一二三四五六七八九十]{1,3}[)）、.])\s*")


@dataclass(frozen=True)
class StandIns:
    """How sentences look that stand where a reply should."""

    subjects: tuple[str, ...]
    whole: frozenset[str]
    says: tuple[str, ...]
    never: tuple[str, ...]
    hollow: tuple[str, ...]
    """Words that say nothing of a case, longer ones first."""


@dataclass(frozen=True)
class Vocabulary:
    """Name of a section or field -> its role, word of a speaker -> who that is, and how stand-in sentences look."""

    roles: Mapping[str, str]
    speakers: Mapping[str, Speaker]
    stand_ins: StandIns
    appendix: frozenset[str]
    unsorted: frozenset[str]
    """Names of categories that say that there is none."""
    shapes: Mapping[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)
    """Names of the columns of a table -> the role of each, as a user said it."""

    def role(self, heading: str) -> str | None:
        """What a heading or label names, None for an unknown one."""
        if len(heading) > LONGEST_NAME:
            return None
        name = clean(heading)
        role = self.roles.get(name)
        return role if role or name[:1] not in _COUNTS else self.roles.get(_ORDER.sub("", name, count=1))

    def default_name(self, role: str) -> str:
        """The first name that the vocabulary has for a role."""
        return next(name for name, known in self.roles.items() if known == role)


@lru_cache(maxsize=1 << 13)
def clean(heading: str) -> str:
    """A heading without what surrounds its name: emphasis, colon, blanks of any kind."""
    return heading.strip().strip("*_").strip().rstrip(":：").strip().strip("*_").strip().casefold()


def load_vocabulary(
    extra: Mapping[str, str] | None = None, shapes: Mapping[tuple[str, ...], tuple[str, ...]] | None = None
) -> Vocabulary:
    """The shipped vocabulary with the headings that a user gave a role (hers win), and the shapes of tables that she
    has said."""
    shipped = _shipped()
    if not extra and not shapes:
        return shipped
    own = {clean(name): role for name, role in (extra or {}).items() if role in ROLES}
    return replace(shipped, roles={**shipped.roles, **own}, shapes=dict(shapes or {}))


@cache
def _shipped() -> Vocabulary:
    data = json.loads(path("vocabulary.json").read_text(encoding="utf-8"))
    roles = {clean(name): role for role in ROLES for name in data["sections"][role]}
    speakers: dict[str, Speaker] = dict.fromkeys((word.casefold() for word in data["speakers"]["customer"]), "customer")
    speakers.update(dict.fromkeys((word.casefold() for word in data["speakers"]["staff"]), "staff"))
    says = data["stand_ins"]
    hollow = tuple(sorted(says["hollow"], key=len, reverse=True))
    stand_ins = StandIns(
        tuple(says["subjects"]), frozenset(says["whole"]), tuple(says["says"]), tuple(says["never"]), hollow
    )
    appendix, unsorted = (frozenset(map(clean, data[name])) for name in ("appendix", "unsorted"))
    return Vocabulary(roles, speakers, stand_ins, appendix, unsorted)
