"""Searches that must read the texts: patterns, signs without a letter, and words where there is no index."""

from __future__ import annotations

import json
from collections.abc import Sequence

from db.review import Review
from db.search import index
from db.search.pattern import Test

BLOCK = 1000


def scan(review: Review, ids: Sequence[int], test: Test) -> list[int]:
    """Those of the tickets whose texts pass a test; raises what the test raises."""
    found: list[int] = []
    for start in range(0, len(ids), BLOCK):
        among = json.dumps(ids[start : start + BLOCK])
        rows = index.stored(review, "WHERE id IN (SELECT value FROM json_each(?))", among)
        found.extend(row[0] for row in rows if test(row[1:]))
    return found
