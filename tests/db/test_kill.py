"""A process that is killed at any moment loses no edit that it had called done."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from db.importing import import_paths
from db.review import Review
from tests.db.files import part

KILLS = 200
ROOT = Path(__file__).resolve().parents[2]
MOST = 4
"""Edits that a worker may do before the moment of its end comes; with none it may be still opening the review."""
LONGEST = 0.02
"""Seconds from then to its end, at most."""


@contextmanager
def nursery(review: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "tests.db.kill_worker", str(review)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, cwd=ROOT) as process:
        yield process
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait() == 0


def kill_one(process: subprocess.Popen[str], first: int, edits: int, after: float) -> int:
    """Start a worker, kill it some time `after` so many edits, and return the last that it called done."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(f"{first}\n")
    process.stdin.flush()
    pid = int(process.stdout.readline().split()[1])
    done = first - 1
    for _ in range(edits):
        done = int(process.stdout.readline())
    time.sleep(after)
    os.kill(pid, signal.SIGKILL)
    while (line := process.stdout.readline()) != "gone\n":
        done = int(line)
    return done


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the workers are forked, which this system cannot")
def test_two_hundred_kills_lose_no_edit(tmp_path: Path) -> None:
    moments = random.Random(7)
    path = tmp_path / "tickets.winnow"
    with Review.create(path) as review:
        import_paths(review, [part(tmp_path / "part.md", [f"第 {n} 张" for n in range(20)])])
    done, killed_at_work = 0, 0
    with nursery(path) as process:
        for kill in range(KILLS):
            last = kill_one(process, done + 1, moments.randrange(MOST), moments.random() * LONGEST)
            killed_at_work += last > done
            with Review.open(path) as review:
                (stored,) = review.execute("SELECT coalesce(max(id), 0) FROM entry WHERE kind = 'edit'").fetchone()
                notes = {int(row[0].split()[0]) for row in review.execute("SELECT note FROM ticket WHERE note <> ''")}
                (edits,) = review.execute("SELECT count(*) FROM entry WHERE kind = 'edit'").fetchone()
                # the edit that was under way may be there whole, or not at all
                assert edits in (last, last + 1), f"kill {kill}: {last} edits were done, {edits} are there"
                assert notes == set(range(max(1, edits - 19), edits + 1))
                assert stored == edits + 1
                if kill % 20 == 19:
                    assert review.check() == []
            done = edits
    assert killed_at_work > KILLS / 2
