"""What can stand at the cursor of the search field: names of fields, and values of the field that was begun.

Works on text alone; the values come from the session when they are asked for.
"""

from __future__ import annotations

from collections.abc import Iterable

from db.records import dataclass
from db.search import FIELDS, HAS, IS, quoted
from db.values import PATH_SEPARATOR

CHOICES = {"is": IS, "has": HAS}
COLONS = ":："
OFFERED = 12
OPENING = "-－−(（"


@dataclass(frozen=True)
class Word:
    """The word at the cursor: where it stands, what is before the colon (None without one) and what behind it."""

    start: int
    end: int
    field: str | None
    begun: str


@dataclass(frozen=True)
class Offer:
    """One line of the list: what it says, and the text that takes the word's place."""

    label: str
    text: str
    hint: str = ""


def word_at(text: str, cursor: int) -> Word:
    """The word in which the cursor stands; quotes hold a word together."""
    start = quote = 0
    for place, sign in enumerate(text[:cursor]):
        if sign == '"':
            quote = 1 - quote
        elif not quote and (sign.isspace() or sign in OPENING):
            start = place + 1
    word = text[start:cursor]
    colon = next((place for place, sign in enumerate(word) if sign in COLONS), -1)
    if colon < 0:
        return Word(start, cursor, None, word)
    return Word(start, cursor, word[:colon].casefold(), word[colon + 1 :].strip('"'))


def canonical(field: str) -> str | None:
    """The field that a name means."""
    return next((name for name, others in FIELDS.items() if field == name or field in others), None)


def field_offers(begun: str) -> list[Offer]:
    """Fields whose name, or another name of theirs, begins so."""
    wanted = begun.casefold()
    found = []
    for name, others in FIELDS.items():
        match = next((each for each in (name, *others) if each.startswith(wanted)), None)
        if wanted and match:
            found.append(Offer(f"{match}:", f"{match}:", name if match != name else ""))
    return found


def value_offers(typed_field: str, begun: str, values: Iterable[tuple[str, str]]) -> list[Offer]:
    """Values, with a hint each, that hold what was begun; those that begin with it come first."""
    wanted = begun.casefold()
    held = [one for one in values if wanted in one[0].casefold() or wanted in one[1].casefold()]
    held.sort(key=lambda one: not one[0].casefold().startswith(wanted))
    return [Offer(value, f"{typed_field}:{quoted(value)}", hint) for value, hint in held[:OFFERED]]


def choices(name: str) -> list[tuple[str, str]]:
    """The words that a field knows, with their first other name."""
    return [(word, others[0] if others else "") for word, others in CHOICES.get(name, {}).items()]


def paths(known: Iterable[tuple[tuple[str, ...], int]]) -> list[tuple[str, str]]:
    """Category paths and the branches above them, with what they count, the commonest first."""
    counts: dict[str, int] = {}
    for path, count in known:
        for depth in range(1, len(path) + 1):
            name = PATH_SEPARATOR.join(path[:depth])
            counts[name] = counts.get(name, 0) + count
    return [(name, str(count)) for name, count in sorted(counts.items(), key=lambda one: -one[1])]
