"""The commands that look after the program and its reviews: tidy, problem."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable

from db import problem, upkeep
from db.commands.call import Commands, command
from db.commands.output import Output
from db.errors import UserError
from db.review import Review


def add(commands: Commands) -> None:
    """Describe the calls of these commands."""
    command(commands, "tidy", tidy, "Give unused space back to the disk, and merge the search index.")
    words = "Print what a report of a problem needs: versions, numbers, the end of the log; no text of a ticket."
    command(commands, "problem", None, words, reads=True, optional=True)


def tidy(review: Review, call: Namespace, out: Output) -> int:
    """`tidy`: what was done."""
    done = upkeep.keep_up(review, out.progress)
    before, after = done.segments
    data = {"steps": done.steps, "freed": done.freed, "segments_before": before, "segments": after}
    words = f"{done.freed} bytes given back; the search index is in {after} parts, it was in {before}"
    out.result(data, words if done.steps else "There is nothing to tidy.")
    return 0


def tell(call: Namespace, out: Output, opened: Callable[[], Review]) -> int:
    """`problem`: the report, with a review or without; one that does not open is told of with the reason."""
    if call.review is None:
        text = problem.report(None, {})
    else:
        try:
            review = opened()
        except UserError as error:
            text = problem.report(None, {}, error)
        else:
            with review:
                text = problem.report(review, {})
    out.result({"report": text}, text.rstrip("\n"))
    return 0
