"""Rows on a source that has changed: comparing it, beside reading the file; what the comparison holds in memory.

Of every hundred tickets one is changed, one is gone and one is new, so that most stand at another line than before. The
plain way reads the new file with the same reader and does nothing with it: no digest, no review.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from db import formats
from db.drift import comparing
from db.importing import import_paths
from db.review import Review
from tests.bench.ground import Ground, say
from tests.bench.measure import GIGABYTES, Measure, Rows, compare

NAME = "comparing a changed source beside reading it"
MEMORY = "memory of that comparison, of a gigabyte"
ROUNDS = 5
GIGABYTE = 1 << 30
GOAL = 2
MOST = 20_000
"""Markdown tickets: reading them costs four times as much."""

_PROGRAM = """
import sys
from pathlib import Path
from db.drift import comparing
from db.review import Review
from tests.bench.measure import peak
with Review.open(Path(sys.argv[1]), "bench") as review:
    plan = comparing(review, Path(sys.argv[2]))
print(peak())
"""


def rows(ground: Ground) -> Rows:
    """A JSONL source, then every line of it written anew, then a Markdown source."""
    path, source = ground.path("drift"), ground.folder / "drift.jsonl"
    source.write_bytes(ground.jsonl.read_bytes())
    yield from _measured(ground, path, source, "JSONL", _changed_lines)
    yield _memory(path, source)
    _rewrite(source)
    yield _compare(ground, path, source, "JSONL with each line written anew")
    ground.remove(path)
    source = ground.folder / "drift.md"
    source.write_bytes(_some(ground.markdown.read_bytes()))
    yield from _measured(ground, ground.path("drift"), source, "Markdown", _changed_tickets)
    ground.remove(path)


def _measured(ground: Ground, path: Path, source: Path, form: str, change: Callable[[bytes], bytes]) -> Rows:
    say(f"importing {form} to compare it")
    with Review.create(path, "bench") as review:
        import_paths(review, [source], make_index=False)
    source.write_bytes(change(source.read_bytes()))
    yield _compare(ground, path, source, form)


def _compare(ground: Ground, path: Path, source: Path, form: str) -> Measure:
    say(f"comparing {form}")
    vocabulary = formats.load_vocabulary({})
    with Review.open(path, "bench") as review:
        plan = comparing(review, source)

        def ours() -> None:
            comparing(review, source)

        def reference() -> None:
            for _ in formats.open_source(source, vocabulary).records:
                pass

        found = compare(f"{NAME}, {form}", GOAL, ours, reference, ground.rounds(ROUNDS))
    counts = dict(plan.numbers())
    return Measure(found.measure, found.ratio, found.goal, found.ours, found.reference, counts)


def _memory(path: Path, source: Path) -> Measure:
    """All that the process of a comparison holds at most."""
    call = [sys.executable, "-c", _PROGRAM, str(path), str(source)]
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(call, cwd=root, capture_output=True, text=True, check=True)
    held = int(done.stdout) / GIGABYTE
    return Measure(MEMORY, held, 1, held, 1, unit=GIGABYTES)


def _changed_lines(data: bytes) -> bytes:
    lines = data.splitlines(keepends=True)
    new = []
    for place, line in enumerate(lines):
        if place % 100 == 10:
            continue
        if place % 100 == 20:
            ticket = json.loads(line)
            new.append(_line(ticket | {"root_cause": "别的", "root_causes": ["别的"]}))
            continue
        if place % 100 == 30:
            new.append(_line(json.loads(line) | {"title": f"新的 {place}", "problem": f"从前没有 {place}"}))
        new.append(line)
    return b"".join(new)


def _line(ticket: object) -> bytes:
    return (json.dumps(ticket, ensure_ascii=False) + "\n").encode()


def _rewrite(source: Path) -> None:
    """The same tickets in other bytes: no line is familiar."""
    lines = source.read_text(encoding="utf-8").splitlines()
    text = "".join(json.dumps(json.loads(line), ensure_ascii=False, separators=(",", ":")) + "\n" for line in lines)
    source.write_text(text, encoding="utf-8")


_RULE = "\n---\n\n"


def _some(data: bytes) -> bytes:
    return _RULE.join(data.decode().split(_RULE)[: MOST + 1]).encode() + _RULE.encode()


def _changed_tickets(data: bytes) -> bytes:
    head, *tickets, end = data.decode().split(_RULE)
    new = []
    for place, ticket in enumerate(tickets):
        if place % 100 == 10:
            continue
        if place % 100 == 30:
            new.append(ticket.replace("## ", f"## 新的 {place} ", 1))
        new.append(ticket + "\n别的" if place % 100 == 20 else ticket)
    return _RULE.join([head, *new, end]).encode()
