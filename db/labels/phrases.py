"""What is known of how labels are worded: data of ``resources/labels.json`` and ``resources/traditional.json``."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping
from functools import cache

from db.records import dataclass
from resources import path


@dataclass(frozen=True)
class Phrases:
    """All of it; patterns are for texts that `spelling.plain` has made."""

    prefix: re.Pattern[str]
    """A name of the field that stands before the label."""
    filler: re.Pattern[str]
    """Words at the end of a name that add nothing to it."""
    advice: re.Pattern[str]
    """A clause that says what is to be done, to the end."""
    same: re.Pattern[str]
    meant: Mapping[str, str]
    """Word that `same` finds -> the one that stands for it."""
    weak: re.Pattern[str]
    """Words that a label can do without, wherever they stand."""
    joins: frozenset[str]
    """Words that bring another alternative."""
    direction: re.Pattern[str]
    """Words that say which of two things came of the other."""
    negation: frozenset[str]
    unsorted: frozenset[str]
    """First names of categories that say that nobody has sorted the ticket yet."""
    nothing: frozenset[str]
    """Labels that say nothing, as a whole."""
    hollow: re.Pattern[str]
    """A text that is made of words alone that say nothing of a case."""


@cache
def phrases() -> Phrases:
    """The phrases that ship with the program."""
    data = json.loads(path("labels.json").read_text(encoding="utf-8"))
    meant = {word: name for name, words in data["same"].items() for word in words}
    names = f"(?:{_any(data['prefixes'])})"
    return Phrases(
        prefix=re.compile(rf"{names}\s*(?:[:：]|是|为(?!了))\s*"),
        filler=re.compile(rf"(?:{_any(data['fillers'])})$"),
        advice=re.compile(rf"[,，;；。]\s*(?:{_any(data['advice'])}).*$", re.DOTALL),
        same=re.compile(_any(meant)),
        meant=meant,
        weak=re.compile(rf"(?:{_any(data['weak'])})+"),
        joins=frozenset(data["joins"]),
        direction=re.compile(_any(data["direction"])),
        negation=frozenset(data["negation"]),
        unsorted=frozenset(data["says_nothing"]["unsorted"]),
        nothing=frozenset(data["says_nothing"]["whole"]),
        hollow=re.compile(rf"(?:{_any(data['says_nothing']['hollow'])})+"),
    )


@cache
def simplified() -> Mapping[int, str]:
    """Traditional character -> the simplified one, for `str.translate`. Character by character: it knows no words."""
    data = json.loads(path("traditional.json").read_text(encoding="utf-8"))
    return {ord(one): other for one, other in zip(data["traditional"], data["simplified"], strict=True)}


def _any(words: Collection[str]) -> str:
    """A pattern for any of the words, longer ones first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
