"""What differs between two texts, in place: pieces inserted, deleted, and slots filled otherwise.

Minimal edits by Levenshtein distance (rapidfuzz); runs of equal text too short to be read between two changes go with
them, because a reader sees words and not letters.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from db.late import Late
from db.replies import normal
from db.replies.records import Mark

if TYPE_CHECKING:
    from rapidfuzz.distance import Levenshtein
else:
    Levenshtein = Late("rapidfuzz.distance.Levenshtein")

LEAST_EQUAL = 2
"""A shorter equal run between two changes is part of them."""
LONGEST = 4000
"""Characters that are compared; what follows in longer texts is one piece."""

Piece = tuple[str, str, str]
"""What the wording says, what the text says, and the slot that both are; '' for none."""


def marks(wording: str, text: str) -> list[Mark]:
    """The text in pieces as it differs from the wording; what only the wording says is ``deleted``."""
    found: list[Mark] = []
    for old, new, slot in _aligned(wording, text):
        if slot:
            found.append(Mark(new, "slot", slot) if new != old else Mark(new, "same"))
            continue
        found += _compared(old[:LONGEST], new[:LONGEST])
        found += _rest(old[LONGEST:], new[LONGEST:])
    return _merged(found)


def _rest(old: str, new: str) -> Iterator[Mark]:
    if old == new:
        yield Mark(new, "same")
    else:
        yield from (Mark(old, "deleted"), Mark(new, "inserted"))


def _aligned(wording: str, text: str) -> Iterator[Piece]:
    """Both texts cut at the slots that they have in common; as one piece where their templates differ."""
    ours, theirs = list(normal.slots(wording)), list(normal.slots(text))
    if [name for _, _, name in ours] != [name for _, _, name in theirs]:
        ours = theirs = []
    here = there = 0
    for (start, end, name), (begin, stop, _) in zip(ours, theirs, strict=True):
        yield wording[here:start], text[there:begin], ""
        yield wording[start:end], text[begin:stop], name
        here, there = end, stop
    yield wording[here:], text[there:], ""


def _compared(old: str, new: str) -> Iterator[Mark]:
    if not old or not new:
        yield from (Mark(old, "deleted"), Mark(new, "inserted"))
        return
    removed = added = ""
    blocks = list(Levenshtein.opcodes(old, new))
    for number, one in enumerate(blocks):
        before, after = old[one.src_start : one.src_end], new[one.dest_start : one.dest_end]
        inner = 0 < number < len(blocks) - 1
        if one.tag != "equal" or (inner and len(after) < LEAST_EQUAL):
            removed, added = removed + before, added + after
            continue
        yield from (Mark(removed, "deleted"), Mark(added, "inserted"), Mark(after, "same"))
        removed = added = ""
    yield from (Mark(removed, "deleted"), Mark(added, "inserted"))


def _merged(found: list[Mark]) -> list[Mark]:
    """Without empty pieces, neighbours of one kind as one."""
    merged: list[Mark] = []
    for mark in found:
        if not mark.text and mark.kind != "slot":
            continue
        last = merged[-1] if merged else None
        if last is not None and last.kind == mark.kind != "slot":
            merged[-1] = Mark(last.text + mark.text, mark.kind)
        else:
            merged.append(mark)
    return merged
