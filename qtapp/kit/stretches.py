"""What was changed in a text, as stretches to draw: equal, deleted, inserted.

Minimal edits by rapidfuzz, made readable: two changes with one or two equal characters between them are one change.
"""

from __future__ import annotations

from collections.abc import Iterable

SHORTEST = 3
"""Equal text shorter than this, between two changes, is drawn as changed."""

LONGEST = 20_000
"""Longer texts are drawn as one deletion and one insertion: comparing them would take a noticeable while."""


def stretches(before: str, after: str) -> list[tuple[str, str]]:
    """('equal' | 'delete' | 'insert', text) in reading order; deletions stand before insertions at one place."""
    if max(len(before), len(after)) > LONGEST:
        return [(kind, text) for kind, text in (("delete", before), ("insert", after)) if text]
    from rapidfuzz.distance import Levenshtein

    changes = _merged(
        (op.tag, op.src_start, op.src_end, op.dest_start, op.dest_end) for op in Levenshtein.opcodes(before, after)
    )
    drawn: list[tuple[str, str]] = []
    for tag, start, end, new_start, new_end in changes:
        if tag == "equal":
            drawn.append(("equal", before[start:end]))
        else:
            drawn += [("delete", before[start:end])] if end > start else []
            drawn += [("insert", after[new_start:new_end])] if new_end > new_start else []
    return drawn


def shared_start(before: str, after: str) -> int:
    """How many characters both begin with."""
    from rapidfuzz.distance import Prefix

    return int(Prefix.similarity(before, after))


def _merged(opcodes: Iterable[tuple[str, int, int, int, int]]) -> list[tuple[str, int, int, int, int]]:
    """Neighbouring changes, and short equal runs between two of them, as one change."""
    all_of = list(opcodes)
    found: list[tuple[str, int, int, int, int]] = []
    for n, (tag, start, end, new_start, new_end) in enumerate(all_of):
        between = 0 < n < len(all_of) - 1 and end - start < SHORTEST
        kind = "equal" if tag == "equal" and not between else "change"
        if kind == "change" and found and found[-1][0] == "change":
            _, old_start, _, old_new_start, _ = found.pop()
            found.append(("change", old_start, end, old_new_start, new_end))
        else:
            found.append((kind, start, end, new_start, new_end))
    return found
