"""The measurements run: every row of the table comes out, from tickets too few to say anything of their ratios."""

from __future__ import annotations

import json
import math
import subprocess
import sys
from pathlib import Path

MEASURES = (
    "import JSONL into the store",
    "import until searchable",
    "review file beside its sources",
    "first 200 hits of 1 to 6 characters",
    "exact count of the hits",
    "three facets under a filter",
    "window of a review, usable",
    "next ticket shown, median",
    "next ticket shown, p99",
    "scrolling a frame at a random place",
    "scrolling a frame at a random place, p99",
    "letter typed until the list is painted, a painted list",
    "list in another order painted, ORDER BY on text",
    "facet clicked until counts are painted, GROUP BY on text",
    "one edit, durable",
    "a third of the tickets relabelled, one UPDATE",
    "that undone, one UPDATE",
    "memory of the window after a day, after a minute",
    "memory of the window after a day, of 500 MB",
    "longest gap of the loop during import",
    "longest gap of the loop: a search",
    "longest gap of the loop: a filter",
    "longest gap of the loop: another order",
    "longest gap of the loop: a place in the list",
    "longest gap of the loop: the next ticket",
    "longest gap of the loop: export",
    "longest gap of the loop: a third relabelled",
    "longest gap of the loop: that undone",
    "longest gap of the loop: another likeness of replies",
    "longest gap of the loop: the next family of replies",
    "export of Markdown, read back",
    "export as CSV",
    "export as JSONL",
    "export as XLSX",
    "export as Parquet",
    "export for Label Studio",
    "export for doccano",
    "import CSV",
    "import JSONL of other keys",
    "import XLSX",
    "reading Markdown with spans, generated",
    "reading Markdown with spans, real parts",
    "scan of many replies",
    "memory of that scan, of a gigabyte",
    "longest silence of its progress, of a second",
    "time until a cancelled scan ends, of a second",
    "near pairs at 0.90 that this scan misses",
    "near pairs at 0.80 that this scan misses",
    "near pairs at 0.90 that are missed",
    "near pairs at 0.80 that are missed",
    "near pairs at 0.90 beside datasketch",
    "near pairs at 0.80 beside datasketch",
    "near pairs at 0.90 beside rensa",
    "near pairs at 0.80 beside rensa",
    "scan of 16,330 replies beside bare cdist",
    "scan of the real parts' replies beside bare cdist",
    "list after a threshold, 16,330 replies",
    "list after a decision, 16,330 replies",
    "list after a threshold, many replies",
    "list after a decision, many replies",
    "variants of 5,000 labels beside bare cdist",
    "one category for another, all tickets",
    "one root cause for another, all tickets",
    "swapped categories found, real parts",
    "right category among 1, real parts",
    "right category among 3, real parts",
    "right category among 9, real parts",
    "calibration error of categories, real parts",
    "categories beside scikit-learn, real parts",
    "swapped categories beside cleanlab, real parts",
    "categories with reviewed tickets, real parts",
    "check of 5,000 tickets beside scikit-learn",
    "memory of a check of all tickets, of a gigabyte",
    "longest silence of that check, of two seconds",
    "time until a cancelled check ends, of two seconds",
    "taxonomy of 5,000 categories, GROUP BY",
    "taxonomy of 5,000 root causes, GROUP BY",
    "a parent with 250 categories renamed",
    "personal data beside one compiled pattern",
    "a plan to mask it all beside the search",
    "personal data: first list beside 1,000 tickets",
    "personal data: a key beside 1,000 tickets",
    "personal data: another look beside 1,000 tickets",
    "personal data: longest gap of the loop, searching",
    "comparing a changed source beside reading it, JSONL",
    "memory of that comparison, of a gigabyte",
    "comparing a changed source beside reading it, JSONL with each line written anew",
    "comparing a changed source beside reading it, Markdown",
    "log of every change as CSV",
    "export as CSV with a report",
    "growth from a hundredth of the tickets",
)
ABSENT = ("real parts", "datasketch", "rensa", "scikit-learn", "growth", "memory of the window")
"""What may not be here, and is then skipped."""
FAULTS = ("missed", "misses", "ends")
"""What is 0 at best."""


def test_every_row_comes_out() -> None:
    call = [sys.executable, "-m", "tests.bench", "--size", "120", "--json"]
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(call, cwd=root, capture_output=True, text=True, encoding="utf-8", timeout=600)
    assert done.returncode == 0, done.stderr
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["measure"] for row in rows] == list(MEASURES)
    for row in rows:
        assert row["goal"] is None or row["goal"] > 0
        assert "why" in row or (math.isfinite(row["ratio"]) and type(row["holds"]) is bool), row
        assert "why" in row or row["ratio"] > 0 or any(word in row["measure"] for word in FAULTS), row
        assert "why" not in row or any(word in row["measure"] for word in ABSENT), row
