"""Where the words of a search stand in a text.

Compares as the search does: without regard to letter case and to full or half width. Positions count UTF-16 units, as
`QTextDocument` does. Draws nothing.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

MOST = 2_000
"""Hits that are marked in one ticket; more would only slow the painting."""


def find_hits(text: str, terms: Sequence[str]) -> list[tuple[int, int]]:
    """(start, end) of every term in UTF-16 units, in order; hits that overlap are one."""
    folded, places = _folded(text)
    found = sorted(
        (start, start + len(term)) for term in {_fold(one) for one in terms} if term for start in _all(folded, term)
    )
    merged: list[tuple[int, int]] = []
    for start, end in found[:MOST]:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged if places is None else [(places[start], places[end]) for start, end in merged]


def _all(text: str, term: str) -> Iterator[int]:
    position = text.find(term)
    while position >= 0:
        yield position
        position = text.find(term, position + len(term))


def _fold(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _folded(text: str) -> tuple[str, list[int] | None]:
    """The folded text, and for each place of it (and its end) the UTF-16 place; None where they are the same."""
    folded = _fold(text)
    if len(folded) == len(text) and (text.isascii() or max(text) <= "\uffff"):
        return folded, None
    parts: list[str] = []
    places: list[int] = []
    unit = 0
    for character in text:
        part = _fold(character)
        parts.append(part)
        places += [unit] * len(part)
        unit += 2 if character > "\uffff" else 1
    return "".join(parts), [*places, unit]
