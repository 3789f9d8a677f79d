"""``python -m tests.bench.doubt_alone WAY REVIEW``: a check of all categories of a review, in a process of its own.

Prints an object: ``seconds``, ``peak`` (bytes of memory at most, with the interpreter), ``gap`` (the longest time
between two words of its progress, in seconds). WAY is ``check`` or ``cancel``: the second stops after some seconds, and
gives ``stopped``, the longest time from being told to the end of it.
"""

from __future__ import annotations

import json
import sys
import time
from itertools import pairwise
from pathlib import Path

from db.errors import Cancelled
from db.labels import check, checked
from db.review import Review
from db.values import Step
from tests.bench.measure import peak

CANCEL_AFTER = (2.0, 10.0)


def whole(review: Review) -> dict[str, float]:
    """The check, kept."""
    told = [time.perf_counter()]
    made = check(review, "category", lambda _: told.append(time.perf_counter()))
    told.append(time.perf_counter())
    return {"gap": max(later - one for one, later in pairwise(told)), "tickets": made.tickets}


def cancelled(review: Review) -> dict[str, float]:
    """The check, left at once when it says something after some seconds; what was kept before stands."""
    longest = 0.0
    for wait in CANCEL_AFTER:
        before = checked(review, "category")
        due = time.perf_counter() + wait

        def stop(_: Step, due: float = due) -> None:
            if time.perf_counter() > due:
                raise Cancelled

        try:
            check(review, "category", stop)
        except Cancelled:
            longest = max(longest, time.perf_counter() - due)
            assert checked(review, "category") == before
    return {"stopped": longest}


def main() -> None:
    """Print what came of it."""
    way, path = sys.argv[1], Path(sys.argv[2])
    with Review.open(path) as review:
        begun = time.perf_counter()
        found = whole(review) if way == "check" else cancelled(review)
        seconds = time.perf_counter() - begun
    print(json.dumps({"seconds": seconds, "peak": peak(), **found}))


if __name__ == "__main__":
    main()
