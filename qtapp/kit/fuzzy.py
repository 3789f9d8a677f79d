"""Finds what somebody means by some letters of it: in order, not side by side; the better match stands first."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Match:
    """How well a text matches, and the places of the letters that did."""

    score: int
    places: tuple[int, ...]


def match(wanted: str, text: str) -> Match | None:
    """How `text` matches `wanted`; None where a letter is missing. Case, full width and spaces do not matter."""
    typed, folded = _folded(wanted).strip(), _folded(text)
    letters = [letter for letter in typed if not letter.isspace()]
    if not letters:
        return Match(0, ())
    whole = folded.find(typed)
    if whole >= 0:
        return Match(1000 - whole + 100 * _begins_word(folded, whole), tuple(range(whole, whole + len(typed))))
    places = _places(letters, folded)
    if places is None:
        return None
    starts = sum(_begins_word(folded, place) for place in places)
    breaks = sum(later - earlier > 1 for earlier, later in pairwise(places))
    return Match(40 * starts - 20 * breaks - places[0], tuple(places))


def _places(letters: list[str], text: str) -> list[int] | None:
    """Where the letters stand, each at the beginning of a word where there is one, else as early as can be."""
    places: list[int] = []
    for number, letter in enumerate(letters):
        at = places[-1] + 1 if places else 0
        found = text.find(letter, at)
        if found < 0:
            return None
        if not places or found != at:
            rest = letters[number + 1 :]
            starts = (place for place in range(found, len(text)) if _is_start(text, place, letter))
            found = next((place for place in starts if _in_order(rest, text, place + 1)), found)
        places.append(found)
    return places


def _in_order(letters: list[str], text: str, at: int) -> bool:
    for letter in letters:
        at = text.find(letter, at) + 1
        if not at:
            return False
    return True


def _is_start(text: str, place: int, letter: str) -> bool:
    return text[place] == letter and _begins_word(text, place)


def _begins_word(text: str, place: int) -> bool:
    return place == 0 or not text[place - 1].isalnum()


def _folded(text: str) -> str:
    """The text letter by letter without case and width; as long as it was, so that places stay."""
    return "".join((unicodedata.normalize("NFKC", letter).casefold() + " ")[0] for letter in text)
