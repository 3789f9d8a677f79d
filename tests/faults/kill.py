"""SIGKILL at a random moment of every deed: no step that was done is lost, none is half done, and work goes on.

A nursery that has the library loaded forks a worker for each try, as a start of Python takes longer than a deed.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.faults.deeds import DEEDS, Deed, States, do, ground, prepared
from tests.faults.outcome import Outcome, Skip, scratch

ROOT = Path(__file__).resolve().parents[2]


class Nursery:
    """Forks workers and kills them."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def _say(self, *words: object) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(words) + "\n")
        self._process.stdin.flush()

    def _hear(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()

    def run(self, deed: Deed, folder: Path, after: float | None) -> tuple[int, bool, float]:
        """Do a deed and kill it so many seconds after its beginning; steps done, whether it was cut, seconds taken."""
        self._say(deed.name, str(folder))
        pid = int(self._hear().split()[1])
        start = time.monotonic()
        if after is not None:
            time.sleep(after)
            with suppress(ProcessLookupError):  # it was faster
                os.kill(pid, signal.SIGKILL)
        steps, finished = 0, False
        while (line := self._hear()) != "gone":
            assert line, "the nursery is gone"
            finished = finished or line == "finished"
            steps = int(line.split()[1]) if line.startswith("done") else steps
        return steps, not finished, time.monotonic() - start


@contextmanager
def nursery() -> Iterator[Nursery]:
    """One process that forks workers, ended with the block."""
    if not hasattr(os, "fork"):
        raise Skip("workers are forked, which this system cannot")
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, "-m", __name__], stdin=pipe, stdout=pipe, text=True, cwd=ROOT) as process:
        yield Nursery(process)
        assert process.stdin is not None
        process.stdin.close()
        process.wait()


def run(outcome: Outcome, n: int, seed: int) -> None:
    """`n` kills, shared out among the deeds."""
    chance = random.Random(seed)
    with scratch() as folder, nursery() as kept:
        base = ground(folder / "ground")
        place = folder / "try"
        for number, deed in enumerate(DEEDS.values()):
            states = States(deed, base, place)
            length = max(kept.run(deed, prepared(deed, base, place), None)[2] for _ in range(2))
            for _ in range(n // len(DEEDS) + (number < n % len(DEEDS))):
                after = chance.random() * length
                with outcome.one(f"{deed.name} after {after:.4f} s, seed {seed}"):
                    done, cut, _ = kept.run(deed, prepared(deed, base, place), after)
                    outcome.count("cut", cut)
                    at = states.look(place, done)
                    do(deed, place, at, lambda _: None)
                    states.look(place, len(deed.steps))


def main() -> None:
    """The nursery: a worker for each line."""
    for line in sys.stdin:
        name, folder = json.loads(line)
        child = os.fork()
        if child == 0:
            os.write(1, f"pid {os.getpid()}\n".encode())
            do(DEEDS[name], Path(folder), 0, lambda step: os.write(1, f"done {step}\n".encode()))
            os.write(1, b"finished\n")
            os._exit(0)
        os.waitpid(child, 0)
        os.write(1, b"gone\n")


if __name__ == "__main__":
    main()
