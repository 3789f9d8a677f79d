"""A value within a text of JSON written anew, found by its way; all else stays as it stands, blanks and escapes too."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from db.formats.jsonline import members, read_value, skip, writer
from db.formats.tables.flat import Way

Write = Callable[[object], str]


def written(text: str, changes: Sequence[tuple[Way, Any]]) -> str:
    """The text of a value with other values at these ways. ValueError where a way leads nowhere."""
    if not changes:
        return text
    style = _style(text)
    for way, value in changes:
        text = _at(text, way, value, style)
    return text


def _style(text: str) -> Write:
    if text.lstrip().startswith("{"):
        listed, comma = members(text)
        colon = listed[-1].colon if listed else ": "
    else:
        comma, colon = ", ", ": "
    # a comma before a line feed parts lines of an object that stands on several; values of ours stand on one
    return writer(text, "," if comma.strip() == comma else ", ", ":" if colon.strip() == colon else ": ")


def _at(text: str, way: Way, value: Any, write: Write) -> str:
    if not way:
        return write(value)
    first, *rest = way
    if isinstance(first, int):
        start, end = _element(text, first)
        return text[:start] + _at(text[start:end], tuple(rest), value, write) + text[end:]
    listed, comma = members(text)
    for member in listed:
        if member.key == first:
            new = _at(text[member.start : member.end], tuple(rest), value, write)
            return text[: member.start] + new + text[member.end :]
    if rest or not listed:
        raise ValueError(first)
    last = listed[-1]
    return f"{text[: last.end]}{comma}{write(first)}{last.colon}{write(value)}{text[last.end :]}"


def _element(text: str, number: int) -> tuple[int, int]:
    if not text.startswith("["):
        raise ValueError(number)
    at = skip(text, 1)
    for place in range(number + 1):
        if text[at : at + 1] in ("]", ""):
            break
        _, end = read_value(text, at)
        if place == number:
            return at, end
        at = skip(text, end)
        at = skip(text, at + 1) if text[at : at + 1] == "," else at
    raise ValueError(number)


def placed(value: Any, way: Way, new: Any) -> Any:
    """A value with another one at a way; the value itself stays."""
    if not way:
        return new
    first, *rest = way
    if isinstance(first, int):
        return [placed(one, tuple(rest), new) if at == first else one for at, one in enumerate(value)]
    held = value if isinstance(value, dict) else {}
    return {**held, first: placed(held.get(first), tuple(rest), new)}
