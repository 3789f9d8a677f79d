"""``python -m tests.bench.canned_alone WAY FILE``: work on the replies in a file, in a process of its own.

Prints an object: ``seconds``, ``peak`` (bytes of memory at most, with texts and interpreter), and of the scan ``gap``
(the longest time between two words of its progress, in seconds). WAY is ``scan``, ``exact``, ``cancel`` or ``recall``.
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
from rapidfuzz import fuzz, process

from db.replies import grouping, minhash, normal, pairs, scanning
from db.replies.gathering import BATCH, STAGE, Gathered
from db.replies.grouping import Bonds
from db.replies.records import LEAST, USUAL
from db.values import Step
from tests.bench.ground import SEED

PER_TICKET = 3
CANCEL_AFTER = 2.0
SAMPLE, BLOCK = 600, 16
"""Forms that are compared with all others, and so many of like length at once."""


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


def recall(texts: list[str]) -> dict[str, float]:
    """The share of near pairs that are found, by the threshold, and how many pairs there are, ``pairs``: of a sample of
    forms that are compared with all others."""
    forms = list(dict.fromkeys(normal.normals(texts)))
    found = minhash.near_pairs(forms, LEAST, lambda _, __: None)
    known = found.first.astype(np.int64) << 32 | found.second
    lengths = np.fromiter(map(len, forms), np.int32, len(forms))
    order = np.argsort(lengths, kind="stable")
    sizes, ordered = lengths[order], [forms[place] for place in order.tolist()]
    eligible = np.flatnonzero((lengths >= normal.SHORT) & (lengths < pairs.LONG))
    sample = np.random.default_rng(SEED).choice(eligible, min(SAMPLE, len(eligible)), replace=False)
    sample = sample[np.argsort(lengths[sample])]
    near, told = [], []
    for start in range(0, len(sample), BLOCK):
        some = sample[start : start + BLOCK]
        shortest, longest = lengths[some[[0, -1]]] * np.array([LEAST / (2 - LEAST), (2 - LEAST) / LEAST])
        begin, end = np.searchsorted(sizes, (max(normal.SHORT, shortest - 1), longest + 1))
        likeness = process.cdist(
            [forms[place] for place in some.tolist()],
            ordered[begin:end],
            scorer=fuzz.ratio,
            score_cutoff=100 * (LEAST - pairs.SLACK),
            dtype=np.float32,
            workers=-1,
        )
        rows, columns = np.nonzero(likeness)
        one, other = some[rows].astype(np.int64), order[begin + columns]
        differ = one != other
        near.append(likeness[rows, columns][differ] / 100)
        told.append(np.isin((np.minimum(one, other) << 32 | np.maximum(one, other))[differ], known))
    likeness, hit = np.concatenate(near), np.concatenate(told)
    shares = {f"{t:.2f}": float(hit[likeness >= t - pairs.SLACK].mean()) for t in (0.9, 0.8)}
    return {**shares, "pairs": len(hit)}


def peak() -> int:
    """Bytes of memory that this process has held at most."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def main(way: str, path: str) -> None:
    """Work, and tell."""
    with Path(path).open(encoding="utf-8") as file:
        texts: list[str] = [json.loads(line) for line in file]
    start = time.perf_counter()
    found = {"scan": scan, "exact": exact, "cancel": cancel, "recall": recall}[way](texts)
    print(json.dumps({"seconds": time.perf_counter() - start, "peak": peak(), **found}))


if __name__ == "__main__":
    main(*sys.argv[1:])
