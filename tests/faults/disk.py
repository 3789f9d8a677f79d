"""A full disk at every write of import, edit, export and backup: a sentence, the old state whole, and work goes on.

On a small file system that is filled but for a few pages: with one page more each time, until the deed needs no more,
every write of it has been the one for which there was no room.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from db import sentences
from db.errors import UserError
from tests.faults.deeds import DEEDS, Deed, States, do, ground, prepared
from tests.faults.outcome import Broken, Outcome, Skip, scratch

SIZE = 24 << 20
"""Bytes of the file system: what the deeds need, and not more than that of memory."""
PAGE = 4096
TRIED = ("import", "edit", "bulk edit", "undo", "export", "backup", "migration")
MOST = 6000
"""Pages that no deed needs."""


@contextmanager
def small_disk(folder: Path) -> Iterator[Path]:
    """A file system of `SIZE` bytes in memory; Skip where it cannot be mounted."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "winnow", str(folder)]
    if os.name != "posix" or os.geteuid() != 0:
        raise Skip("a small file system can only be mounted by root")
    if (done := subprocess.run(mount, capture_output=True, text=True)).returncode:
        raise Skip(f"a small file system cannot be mounted here: {done.stderr.strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def run(outcome: Outcome, stride: int) -> None:
    """Every deed with no page left, with `stride` pages, with twice as many, and so on."""
    with scratch() as folder:
        base = ground(folder / "ground")
        with small_disk(folder / "disk") as disk:
            for name in TRIED:
                states = States(DEEDS[name], base, disk / "try")
                left = outcome.tried % stride  # each deed begins at another page
                while left < MOST and _try(outcome, states, base, disk, left):
                    left += stride


def _try(outcome: Outcome, states: States, base: Path, disk: Path, left: int) -> bool:
    """One deed with so many pages left; False where that was enough."""
    was_full = False
    with outcome.one(f"{states.deed.name}, {left} pages left"):
        folder = prepared(states.deed, base, disk / "try")
        filler = disk / "filler"
        _fill(filler, left)
        try:
            done, was_full = _told(states.deed, folder)
        finally:
            filler.unlink()
        at = states.look(folder, done)
        do(states.deed, folder, at, lambda _: None)
        states.look(folder, len(states.deed.steps))
        outcome.count("full", was_full)
    return was_full


def _fill(filler: Path, left: int) -> None:
    """Take all of the disk but so many pages."""
    state = os.statvfs(filler.parent)
    with filler.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, max(1, state.f_bavail - left) * PAGE)


def _told(deed: Deed, folder: Path) -> tuple[int, bool]:
    """Steps that were done, and whether the disk was full; what is told must say so."""
    done = 0

    def hear(step: int) -> None:
        nonlocal done
        done = step

    try:
        do(deed, folder, 0, hear)
    except UserError as exc:
        if "full" not in sentences.error(exc):
            raise Broken(f"a full disk is told as “{sentences.error(exc)}”") from exc
        return done, True
    return done, False
