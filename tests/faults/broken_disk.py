"""Input and output errors at any call of the system: a sentence, the old state whole, and work goes on afterwards.

The kernel's answer is replaced by strace: one call, or all from one on, of one kind fails with EIO. A deed runs in a
process of its own; once the disk is whole again the review must be what it was after the last step that was done, or
after the one that was under way.
"""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

from tests.faults.deeds import DEEDS, States, do, ground, prepared
from tests.faults.outcome import Broken, Outcome, Skip, scratch

ROOT = Path(__file__).resolve().parents[2]
CALLS = ("pwrite64", "pread64", "fsync", "fdatasync", "ftruncate", "rename", "write", "fallocate", "link")
"""What SQLite and the writer of exports do to files; Python itself needs none of them to start."""
PATIENCE = 120


def run(outcome: Outcome, n: int, seed: int) -> None:
    """`n` errors, shared out among the deeds."""
    if shutil.which("strace") is None:
        raise Skip("errors are injected by strace, which is not installed")
    chance = random.Random(seed)
    with scratch() as folder:
        base = ground(folder / "ground")
        place = folder / "try"
        all_states: dict[str, States] = {}
        calls: dict[str, Counter[str]] = {}
        while outcome.tried < n:
            name = list(DEEDS)[outcome.tried % len(DEEDS)]
            if name not in calls:
                all_states[name] = States(DEEDS[name], base, place)
                calls[name] = _calls(all_states[name], base, place)
            call = chance.choice(sorted(calls[name]))
            at = chance.randrange(1, calls[name][call] + 1)
            onwards = chance.random() < 0.5
            injected = f"{call}:error=EIO:when={at}{'+' if onwards else ''}"
            with outcome.one(f"{name}, {injected}"):
                _try(outcome, all_states[name], base, place, injected)


def _calls(states: States, base: Path, place: Path) -> Counter[str]:
    """How often each call is made where nothing fails."""
    prepared(states.deed, base, place)
    log = place.parent / "calls"
    command = ["strace", "-f", "-o", str(log), "-e", f"trace={','.join(CALLS)}"]
    done = subprocess.run([*command, *_deed(states, place)], cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE)
    if done.returncode:
        raise Skip(f"strace cannot be used here: {done.stderr.strip()[:200]}")
    made = Counter(re.findall(r"^\d+ +(\w+)\(", log.read_text(encoding="utf-8", errors="replace"), re.MULTILINE))
    return Counter({call: n for call, n in made.items() if call in CALLS})


def _deed(states: States, place: Path) -> list[str]:
    return [sys.executable, "-m", "tests.faults.deeds", states.deed.name, str(place)]


def _try(outcome: Outcome, states: States, base: Path, place: Path, injected: str) -> None:
    prepared(states.deed, base, place)
    log = place.parent / "calls"
    command = ["strace", "-f", "-o", str(log), "-e", f"trace={injected.split(':')[0]}", "-e", f"inject={injected}"]
    done = subprocess.run([*command, *_deed(states, place)], cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE)
    outcome.count("hit", "(INJECTED)" in log.read_text(encoding="utf-8", errors="replace"))
    if done.returncode or "Traceback" in done.stderr:
        raise Broken(f"no sentence, but {done.stderr.strip()[-300:]}")
    said = done.stdout.splitlines()
    outcome.count("told", any(line.startswith("told") for line in said))
    if bare := [line for line in said if line.startswith("bare")]:
        raise Broken(f"no sentence, but {bare[0]}")
    steps = sum(line.startswith("done") for line in said)
    at = states.look(place, steps)
    do(states.deed, place, at, lambda _: None)
    states.look(place, len(states.deed.steps))
