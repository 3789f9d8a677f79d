"""The commands that look after the program and its reviews: tidy, problem."""

from __future__ import annotations

from argparse import Namespace

from db import upkeep
from db.commands.call import Commands, command
from db.commands.output import Output
from db.review import Review


def add(commands: Commands) -> None:
    """Describe the calls of these commands."""
    command(commands, "tidy", tidy, "Give unused space back to the disk, and merge the search index.")


def tidy(review: Review, call: Namespace, out: Output) -> int:
    """`tidy`: what was done."""
    done = upkeep.keep_up(review, out.progress)
    before, after = done.segments
    data = {"steps": done.steps, "freed": done.freed, "segments_before": before, "segments": after}
    words = f"{done.freed} bytes given back; the search index is in {after} parts, it was in {before}"
    out.result(data, words if done.steps else "There is nothing to tidy.")
    return 0
