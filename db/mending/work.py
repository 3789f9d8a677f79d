"""What the parts of mending hand on to each other: the review, what is in doubt, what was done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from db.records import dataclass, field
from db.review import Review
from db.values import Progress, Summary, no_progress


@dataclass(slots=True)
class Work:
    """One mending of a review, within one transaction of its caller.

    `backups`: copies that bytes of sources may be taken from. `broken`: fields of tickets whose values could not be
    read, by ticket and name. `touched`: tickets whose text or values were changed here.
    """

    review: Review
    backups: Sequence[Path] = ()
    progress: Progress = no_progress
    remake: bool = False
    """A source whose bytes are nowhere is made anew of its tickets."""
    broken: set[tuple[int, str]] = field(default_factory=set)
    touched: set[int] = field(default_factory=set)
    counts: Counter[str] = field(default_factory=Counter)
    said: list[Summary] = field(default_factory=list)

    def say(self, code: str, **data: object) -> None:
        """Something that was done, or could not be."""
        self.said.append(Summary(code, data))

    def summaries(self) -> list[Summary]:
        """All that was done, in sentences: what was said of one thing, then what was counted."""
        return [*self.said, *(Summary(code, {"n": n}) for code, n in self.counts.items() if n)]
