"""All English sentences of the library: what errors, findings, actions and stages are in words.

A template has ``{name}`` fields, filled from the data of its code, and is marked for Qt's lupdate, so that the screen
shows the same template in its own language. Knows values and errors; computes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from db.errors import UserError

Translate = Callable[[str], str]


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """The text itself, marked for lupdate, which knows this name; it is translated when it is used."""
    return text


TEMPLATES: Mapping[str, str] = {
    # searching
    "query.unknown_field": QT_TRANSLATE_NOOP(
        "db", "There is no field “{given}”. Fields are {known}; to look for the text itself, put it in quotes."
    ),
    "query.unknown_field.near": QT_TRANSLATE_NOOP(
        "db", "There is no field “{given}”. Did you mean “{meant}:”? To look for the text itself, put it in quotes."
    ),
    "query.unknown_value": QT_TRANSLATE_NOOP("db", "“{field}:” does not know “{given}”. It knows {known}."),
    "query.unknown_value.near": QT_TRANSLATE_NOOP(
        "db", "“{field}:” does not know “{given}”. Did you mean “{meant}”? It knows {known}."
    ),
    "query.empty_value": QT_TRANSLATE_NOOP("db", "“{field}:” wants a value right behind the colon."),
    "query.empty_quotes": QT_TRANSLATE_NOOP("db", "There is nothing between the quotes."),
    "query.open_quote": QT_TRANSLATE_NOOP("db", "The quote that begins here is not closed."),
    "query.open_bracket": QT_TRANSLATE_NOOP("db", "The bracket that opens here is not closed."),
    "query.close_bracket": QT_TRANSLATE_NOOP("db", "No bracket is open that this one could close."),
    "query.empty_brackets": QT_TRANSLATE_NOOP("db", "There is nothing between the brackets."),
    "query.lonely_or": QT_TRANSLATE_NOOP(
        "db", "“or” wants something on both sides; to look for the word, put it in quotes."
    ),
    "query.lonely_not": QT_TRANSLATE_NOOP("db", "“-” wants what it excludes right behind it."),
    "query.too_deep": QT_TRANSLATE_NOOP("db", "There are too many brackets within brackets here."),
    "query.not_a_number": QT_TRANSLATE_NOOP(
        "db", "“{field}:” wants a number such as 5, >5, <=5 or 2..5, not “{given}”."
    ),
    "query.not_ids": QT_TRANSLATE_NOOP("db", "“id:” wants numbers of tickets such as 12 or 12,13, not “{given}”."),
    "query.pattern_form": QT_TRANSLATE_NOOP("db", "A pattern stands between slashes: re:/…/."),
    "query.open_pattern": QT_TRANSLATE_NOOP("db", "The slash that ends the pattern is missing."),
    "query.bad_pattern": QT_TRANSLATE_NOOP("db", "This is no pattern that can be searched for: {reason}."),
    "query.pattern_slow": QT_TRANSLATE_NOOP(
        "db", "The pattern {pattern} takes too long. Narrow the list first, or write a simpler one."
    ),
    "stage.index": QT_TRANSLATE_NOOP("db", "Making the text searchable"),
    "stage.tidy": QT_TRANSLATE_NOOP("db", "Tidying the search index"),
}
"""Code -> English template. A code with ``.one`` behind it is for n == 1."""


def identity(text: str) -> str:
    """English as it is."""
    return text


def sentence(code: str, data: Mapping[str, object], translate: Translate = identity) -> str:
    """The sentence of a code; KeyError for a code that has none."""
    one = f"{code}.one"
    template = TEMPLATES[one if data.get("n") == 1 and one in TEMPLATES else code]
    return translate(template).format_map(data)


def error(exc: UserError, translate: Translate = identity) -> str:
    """What went wrong, and what to do."""
    return sentence(exc.code, exc.data, translate)
