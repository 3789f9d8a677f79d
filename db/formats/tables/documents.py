"""Documents of doccano that we exported: one text for a ticket, with the places of its parts beside it.

While the text is what its parts make, the ticket is read from them; a text that was changed there is read as it is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from db.formats.training import PARTS, document
from db.values import PROBLEM, TITLE, Speaker, Turn

TEXT, TURNS = "text", "turns"
_SPEAKERS: Mapping[str, Speaker] = {"customer": "customer", "staff": "staff", "": None}


def parts_of(row: Mapping[str, Any]) -> dict[str, Any] | None:
    """Title, problem and turns of a document; None for one that is no such."""
    text, parts = row.get(TEXT), row.get(PARTS)
    if not isinstance(text, str) or not isinstance(parts, list) or not all(map(_is_part, parts)):
        return None
    said: dict[str, Any] = {TITLE: "", PROBLEM: "", TURNS: []}
    for name, first, last in parts:
        if name in (TITLE, PROBLEM):
            said[name] = text[first:last]
        else:
            said[TURNS].append({"speaker": name, "text": text[first:last]})
    return said if document(said[TITLE], said[PROBLEM], _turns(said[TURNS]))[0] == text else None


def _is_part(part: Any) -> bool:
    return (
        isinstance(part, list)
        and len(part) == 3
        and part[0] in (TITLE, PROBLEM, *_SPEAKERS)
        and all(isinstance(place, int) and place >= 0 for place in part[1:])
    )


def _turns(said: Sequence[Mapping[str, Any]]) -> list[Turn]:
    return [Turn(_SPEAKERS.get(one["speaker"]), one["text"]) for one in said]


def merged(row: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any] | None:
    """Text and parts of a document in which title, problem or turns are others; None where it is no such."""
    said = parts_of(row)
    if said is None:
        return None
    said |= changes
    text, parts = document(said[TITLE], said[PROBLEM], _turns(said[TURNS]))
    return {TEXT: text, PARTS: parts}
