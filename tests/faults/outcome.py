"""What came of trying a fault: how often it was tried, how often its promise held, and what broke it."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

KEPT = 20
MOST = 500
"""Characters that are kept of what broke."""


class Broken(Exception):
    """A promise was not kept; the text says which, and by which try."""


class Skip(Exception):
    """A fault cannot be tried on this system; the text says why."""


@dataclass(slots=True)
class Outcome:
    """Of one fault: `tried` and `held` are numbers of tries, `seconds` what they took."""

    fault: str
    tried: int = 0
    held: int = 0
    seconds: float = 0.0
    broken: list[str] = field(default_factory=list)
    """The first tries that did not hold, at most `KEPT`: their names, and what broke."""
    skipped: str = ""
    extra: dict[str, int] = field(default_factory=dict)
    """Numbers that say of what kind the tries were."""

    @contextmanager
    def one(self, name: object = "") -> Iterator[None]:
        """One try: it holds unless something is raised within; the first of these are kept with the try's name."""
        self.tried += 1
        try:
            yield
        except (Broken, AssertionError) as exc:
            self._keep(f"{name}: {exc}")
        except Exception as exc:
            self._keep(f"{name}: {type(exc).__name__}: {exc}")
        else:
            self.held += 1

    def _keep(self, words: str) -> None:
        if len(self.broken) < KEPT:
            self.broken.append(words[:MOST])

    @property
    def holds(self) -> bool:
        """Whether all tries did; True where there were none because it was skipped."""
        return self.held == self.tried

    def count(self, kind: str, n: int = 1) -> None:
        """Say of what kind a try was."""
        self.extra[kind] = self.extra.get(kind, 0) + n

    def add(self, other: Outcome) -> None:
        """Take in tries of the same fault that were made elsewhere."""
        self.tried += other.tried
        self.held += other.held
        for words in other.broken:
            self._keep(words)
        for kind, n in other.extra.items():
            self.count(kind, n)

    def as_json(self) -> Mapping[str, object]:
        """One line of the report."""
        return {
            "fault": self.fault,
            "tried": self.tried,
            "held": self.held,
            "seconds": round(self.seconds, 1),
            **({"broken": self.broken} if self.broken else {}),
            **({"skipped": self.skipped} if self.skipped else {}),
            **self.extra,
        }


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder for tries of which the disk's own speed is no part: in memory, where the system has such a place."""
    memory = Path("/dev/shm")
    with TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None) as folder:
        yield Path(folder)


def timed(fault: str, run: Callable[[Outcome], None]) -> Outcome:
    """Try a fault; what does not belong to a single try and is raised all the same breaks it as a whole."""
    outcome = Outcome(fault)
    start = time.monotonic()
    try:
        run(outcome)
    except Skip as exc:
        outcome.skipped = str(exc)
    finally:
        outcome.seconds = time.monotonic() - start
    return outcome
