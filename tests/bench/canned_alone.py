"""``python -m tests.bench.canned_alone WAY FILE``: work on the replies in a file, in a process of its own.

Prints an object: ``seconds``, ``peak`` (bytes of memory at most, with texts and interpreter), and of the scan ``gap``
(the longest time between two words of its progress, in seconds). WAY is ``scan``, ``exact`` or ``cancel``.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import numpy as np

from db.replies import grouping, normal, scanning
from db.replies.gathering import BATCH, STAGE, Gathered
from db.replies.grouping import Bonds
from db.replies.records import USUAL
from db.values import Step

PER_TICKET = 3
CANCEL_AFTER = 2.0


class Stopped(Exception):
    """What a progress raises to cancel."""


def scan(texts: list[str]) -> dict[str, float]:
    """Every reply into families: gathered, compared, grouped at the usual threshold."""
    told = [time.perf_counter()]
    made = analysed(texts, lambda _: told.append(time.perf_counter()))
    uses = np.bincount(made.text_form[made.use_text], minlength=len(made.key)).astype(np.int64)
    alone = np.full(len(made.key), -1, np.int32)
    grouping.group(made.template, uses, made.pairs, Bonds(alone, alone, frozenset()), USUAL)
    told.append(time.perf_counter())
    return {"gap": max(after - before for before, after in pairwise(told)), "pairs": len(made.first)}


def analysed(texts: list[str], progress: Callable[[Step], None]) -> scanning.Scan:
    """The scan of texts."""
    gathered = Gathered()
    for place, text in enumerate(texts):
        if not place % (BATCH * PER_TICKET):  # as often as of the tickets of a review
            progress(Step(STAGE, 0, 1))
        gathered.add(place // PER_TICKET, text)
    gathered.close()
    return scanning.analyse(gathered, progress)[0]


def exact(texts: list[str]) -> dict[str, float]:
    """The reference: a dict of the same normal forms, made in the quickest way there is here."""
    known: dict[str, int] = {}
    for place, form in enumerate(normal.normals(texts)):
        known.setdefault(form, place)
    return {"forms": len(known)}


def cancel(texts: list[str]) -> dict[str, float]:
    """How long a scan goes on that is cancelled while it works."""
    start = time.perf_counter()
    wished = start + min(CANCEL_AFTER, len(texts) / 250_000)

    def progress(_: Step) -> None:
        if time.perf_counter() > wished:
            raise Stopped

    try:
        analysed(texts, progress)
    except Stopped:
        return {"stopped": time.perf_counter() - wished}
    return {"stopped": 0.0}


def peak() -> int:
    """Bytes of memory that this process has held at most."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def main(way: str, path: str) -> None:
    """Work, and tell."""
    with Path(path).open(encoding="utf-8") as file:
        texts: list[str] = [json.loads(line) for line in file]
    start = time.perf_counter()
    found = {"scan": scan, "exact": exact, "cancel": cancel}[way](texts)
    print(json.dumps({"seconds": time.perf_counter() - start, "peak": peak(), **found}))


if __name__ == "__main__":
    main(*sys.argv[1:])
