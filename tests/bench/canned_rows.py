"""Rows on canned replies: the scan of ten times the ground's size (2.6 million at most), beside other libraries, at the
size of the real files, and the list of families after a new threshold or decision.

The reference of the large scan is a dict of the same normal forms (made by the same table of characters as ours), in
another process on the same file.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from rapidfuzz import fuzz, process

from db.importing import import_paths
from db.replies.gathering import gather
from db.review import Review
from db.values import no_progress
from tests.bench import canned, canned_list, canned_rivals
from tests.bench.canned_alone import analysed
from tests.bench.ground import NO_PARTS, SEED, Ground, say
from tests.bench.measure import GIGABYTES, Measure, Rows, Skipped, compare

TIMES, MOST = 10, 2_600_000
"""Replies a ticket, and how many of them at most: what a million tickets have."""
GIGABYTE = 1e9
REAL = 16_330
BLOCK = 512
ROOT = Path(__file__).resolve().parents[2]


def rows(ground: Ground) -> Rows:
    """All of them."""
    yield from _large(ground)
    yield from canned_rivals.rows(ground)
    yield from _real(ground)
    yield from canned_list.rows(ground)


def many(ground: Ground) -> int:
    """How many replies the large scan is of."""
    return min(ground.size * TIMES, MOST)


def _large(ground: Ground) -> Iterator[Measure]:
    path = ground.folder / "replies.jsonl"
    n = many(ground)
    say(f"writing {n:,} replies")
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(text, ensure_ascii=False) + "\n" for text in canned.replies(n, SEED))
    say("scanning them")
    exact = [_alone("exact", path), _alone("exact", path)]
    ours = _alone("scan", path)
    exact.append(_alone("exact", path))
    stopped = _alone("cancel", path)["stopped"]
    say("looking for pairs that it misses")
    recall = _alone("recall", path)
    path.unlink()
    reference = statistics.median(one["seconds"] for one in exact)
    about = {"replies": n, "near_pairs": ours["pairs"]}
    yield Measure("scan of many replies", ours["seconds"] / reference, 20, ours["seconds"], reference, about)
    # of the next three, `ours` and `reference` are gigabytes, and seconds of a person's patience
    memory = ours["peak"] / GIGABYTE
    yield Measure("memory of that scan, of a gigabyte", memory, 1, memory, 1, unit=GIGABYTES)
    yield Measure("longest silence of its progress, of a second", ours["gap"], 1, ours["gap"], 1)
    yield Measure("time until a cancelled scan ends, of a second", stopped, 1, stopped, 1)
    for t, allowed in canned_rivals.ALLOWED.items():
        missed = 1 - recall[f"{t:.2f}"]
        about = {"recall": round(1 - missed, 5), "pairs": recall["pairs"]}
        yield Measure(f"near pairs at {t:.2f} that this scan misses", missed / allowed, 1, missed, allowed, about)


def _alone(way: str, path: Path) -> dict[str, Any]:
    call = [sys.executable, "-m", "tests.bench.canned_alone", way, str(path)]
    found: dict[str, Any] = json.loads(subprocess.run(call, cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout)
    return found


def _real(ground: Ground) -> Rows:
    """The number of replies of the real files; then those files, where they are here."""
    name, goal = "scan of 16,330 replies beside bare cdist", 2.0
    say("comparing with bare cdist")
    yield _beside_cdist(name, goal, canned.replies(min(REAL, ground.size), SEED))
    name = "scan of the real parts' replies beside bare cdist"
    if not ground.parts:
        yield Skipped(name, goal, NO_PARTS)
        return
    path = ground.path("real-replies")
    with Review.create(path, "bench") as review:
        import_paths(review, ground.parts[: 1 + ground.size // 1000])
        found = gather(review, no_progress, 1)
    ground.remove(path)
    yield _beside_cdist(name, goal, [found.texts[place] for place in found.places])


def _beside_cdist(name: str, goal: float, texts: Sequence[str]) -> Measure:
    distinct = list(dict.fromkeys(texts))
    row = compare(name, goal, lambda: analysed(list(texts), no_progress), lambda: _cdist(distinct), runs=3)
    about = {"replies": len(texts), "texts": len(distinct)}
    return Measure(row.measure, row.ratio, goal, row.ours, row.reference, {**about, **row.extra})


def _cdist(texts: Sequence[str]) -> None:
    """Each pair of texts once, in blocks: the matrix of all would take more memory than there is reason for."""
    for start in range(0, len(texts), BLOCK):
        block, rest = texts[start : start + BLOCK], texts[start:]
        np.count_nonzero(process.cdist(block, rest, scorer=fuzz.ratio, score_cutoff=75, dtype=np.float32))
