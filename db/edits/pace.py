"""How an action on very many tickets says how far it is, between two of its slices; what that raises stops it.

All slices are within the transaction of the action: of one that is stopped nothing is kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from db.values import Progress, Step, no_progress

SLICE = 5000
"""Tickets of one statement: a tenth of a second, after which the action can be stopped again."""
STAGE = "edit"

One = TypeVar("One")


class Pace:
    """The beats of one action; `total` is tickets times the passes over them, and set when they are known."""

    def __init__(self, progress: Progress = no_progress) -> None:
        self._progress = progress
        self._done = self.total = 0

    def beat(self, n: int = 0) -> None:
        """So many tickets of a pass are done. Raises what `progress` raises."""
        self._done += n
        self._progress(Step(STAGE, min(self._done, self.total), self.total))

    def slices(self, those: Sequence[One], size: int = 0) -> Iterator[Sequence[One]]:
        """Some at a time, with a beat after each."""
        size = size or SLICE
        for start in range(0, len(those), size):
            part = those[start : start + size]
            yield part
            self.beat(len(part))

    def spans(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """Numbers of rows, both ends within, some at a time, with a beat after each."""
        for start in range(first, last + 1, SLICE):
            end = min(start + SLICE - 1, last)
            yield start, end
            self.beat(end - start + 1)
