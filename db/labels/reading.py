"""Looser and looser readings of a label, so that spellings of one thing become equal. Texts in, texts out."""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache

import resources
from db.formats import load_vocabulary
from db.records import dataclass

_MARKERS = re.compile(r"^(?:[-*+•>#\s]+|\d+[.、)]\s*)+|[*_`]+")
_OTHER = re.compile(r"[\W_]+")
_LATIN = re.compile(r"[a-z0-9]+")
_COLON = re.compile(r"^([^：:]{1,10})[：:]\s*(?=\S)")


@dataclass(frozen=True, slots=True)
class Words:
    """What `resources/labels.json` holds: words that add nothing to a label, phrases that say nothing of a cause, and
    characters that turn a meaning round."""

    filler: re.Pattern[str]
    says_nothing: re.Pattern[str]
    negations: frozenset[str]


@cache
def words() -> Words:
    """The shipped words."""
    data = json.loads(resources.path("labels.json").read_text(encoding="utf-8"))
    return Words(_any_of(data["filler"]), _any_of(data["says_nothing"]), frozenset(data["negations"]))


def _any_of(names: list[str]) -> re.Pattern[str]:
    longest_first = sorted({fingerprint(name) for name in names}, key=lambda name: (-len(name), name))
    return re.compile("|".join(map(re.escape, longest_first)))


def bare(text: str) -> str:
    """Without bold and list markers, and without the name of the field before a colon."""
    found = _MARKERS.sub("", text).strip()
    named = _COLON.match(found)
    if named and _is_field(named[1]):
        found = found[named.end() :]
    return found.strip()


def _is_field(name: str) -> bool:
    return load_vocabulary().role(name) in ("root_cause", "category")


def fingerprint(text: str) -> str:
    """Letters and digits alone: NFKC, case folded, without blanks and punctuation (the key collision of OpenRefine, for
    a script that has no blanks). A text of nothing else is kept as it is."""
    return _OTHER.sub("", unicodedata.normalize("NFKC", text).casefold()) or text.strip()


def in_any_order(text: str) -> str:
    """The parts of a label in one order, whichever they stand in: what lies between punctuation or conjunctions."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    parts = {fingerprint(part) for part in re.split(r"[\W_]+|[和与及或]", folded)}
    return "\n".join(sorted(parts - {""})) or text.strip()


def core(text: str) -> str:
    """The fingerprint without words that add nothing; whole where nothing else is in it."""
    found = fingerprint(text)
    return words().filler.sub("", found) or found


def latin(text: str) -> tuple[str, ...]:
    """Names and numbers in Latin letters: what differs in them is another thing."""
    return tuple(sorted(_LATIN.findall(text)))


def says_nothing(text: str) -> bool:
    """Whether a root cause names no cause: nothing is left of it without phrases that would fit any ticket."""
    found = fingerprint(bare(text))
    return bool(found) and not words().says_nothing.sub("", found)


def turns_round(one: str, other: str) -> bool:
    """Whether two readings differ by a word that turns the meaning round."""
    return any(one.count(sign) != other.count(sign) for sign in words().negations)
