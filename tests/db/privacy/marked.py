"""Snippets with their personal data marked, ⟦kind:value⟧, a line each; lines without a mark hold none.

`seen` was looked at while the finder was made, `held_out` was not. All of them are invented.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from db.privacy import Identifier

FOLDER = Path(__file__).resolve().parent
_MARK = re.compile(r"⟦(\w+):([^⟧]*)⟧")

Marked = tuple[str, int, int]
"""Kind and span."""


@dataclass
class Score:
    """Of one kind: found rightly, found wrongly, not found."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    lines: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Of what was found, the share that is right."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Of what is marked, the share that was found, to the character."""
        return self.right / max(1, self.right + self.missed)


def snippets(*names: str) -> Iterator[tuple[str, list[Marked]]]:
    """Each snippet as plain text with the spans of its marks."""
    for name in names or ("seen", "held_out"):
        for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("# "):
                yield plain(line)


def plain(line: str) -> tuple[str, list[Marked]]:
    """A text without its marks, and their spans in it."""
    text, spans, place = "", list[Marked](), 0
    for mark in _MARK.finditer(line):
        text += line[place : mark.start()]
        spans.append((mark[1], len(text), len(text) + len(mark[2])))
        text += mark[2]
        place = mark.end()
    return text + line[place:], spans


def scores(
    finder: Callable[[str], Sequence[Identifier]], marked: Iterable[tuple[str, list[Marked]]]
) -> dict[str, Score]:
    """The score of each kind; a piece counts as found where kind and span are right."""
    found: dict[str, Score] = {}
    for text, wanted in marked:
        got = [(one.kind, one.start, one.end) for one in finder(text)]
        right = Counter(got) & Counter(wanted)
        for kind, *_ in right.elements():
            found.setdefault(kind, Score()).right += 1
        for kind, start, end in (Counter(got) - right).elements():
            found.setdefault(kind, Score()).wrong += 1
            found[kind].lines.append(f"wrong {text[start:end]!r} in {text!r}")
        for kind, start, end in (Counter(wanted) - right).elements():
            found.setdefault(kind, Score()).missed += 1
            found[kind].lines.append(f"missed {text[start:end]!r} in {text!r}")
    return found
