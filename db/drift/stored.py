"""A comparison in a file: what one process has compared another one shows, and a third takes in as it was seen.

Only for the time between: the file says with which version of this module it was written, and any other refuses it.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from db.datafile import file_errors
from db.drift.kept import Kept
from db.drift.records import Body, Counts, Drift
from db.errors import SourceError

VERSION = "winnow-comparison-1"
_ABOUT = ("source_id", "name", "path", "stand", "firm", "of", "size", "sha256", "modified", "entry")


def store_drift(drift: Drift, path: Path) -> None:
    """Write a comparison to a file. Raises OSError."""
    body, (firsts, blocks) = drift.body, drift.body.kept.packed()
    parts = [
        body.ours.tobytes(),
        bytes(body.states),
        body.lines.tobytes(),
        array("q", sorted(body.moved)).tobytes(),
        array("q", sorted(body.returned)).tobytes(),
        array("q", firsts).tobytes(),
        *blocks,
    ]
    head = {
        "version": VERSION,
        **{name: getattr(drift, name) for name in _ABOUT},
        "counts": dict(drift.numbers()),
        "conflicts": sorted(body.conflicts),
        "sizes": [len(part) for part in parts],
    }
    with path.open("wb") as file:
        file.write(json.dumps(head, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n")
        file.writelines(parts)


def stored_drift(path: Path) -> Drift:
    """The comparison that a file holds. Raises SourceError ``drift.not_stored`` for any other file, and what
    `file_errors` does."""
    with file_errors(path), path.open("rb") as file:
        try:
            head = json.loads(file.readline().decode("utf-8", "surrogatepass"))
            known = head["version"] == VERSION
        except (ValueError, TypeError, KeyError):
            known = False
        if not known:
            raise SourceError("drift.not_stored", file=str(path))
        parts = (file.read(size) for size in head["sizes"])
        body = _body(head, parts)
    counts = Counts(**head["counts"])
    about: dict[str, Any] = {name: head[name] for name in _ABOUT}
    return Drift(**about, counts=counts, body=body)


def _body(head: dict[str, Any], parts: Iterator[bytes]) -> Body:
    ours, states, lines = _numbers(next(parts)), bytearray(next(parts)), _numbers(next(parts))
    moved, returned = frozenset(_numbers(next(parts))), frozenset(_numbers(next(parts)))
    firsts = _numbers(next(parts)).tolist()
    conflicts = frozenset((int(ticket), str(name)) for ticket, name in head["conflicts"])
    return Body(ours, states, lines, moved, returned, conflicts, Kept.of(firsts, list(parts)))


def _numbers(raw: bytes) -> array[int]:
    found = array("q")
    found.frombytes(raw)
    return found
