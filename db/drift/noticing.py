"""Sources whose file is not as it was when it was read. Looks at the files; never writes, to them or to the review."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from db.datafile import located, place_of, sha256_of
from db.drift.records import SourceState
from db.records import dataclass
from db.review import Review
from db.touched import NEWEST, SHEET

Seen = dict[str, tuple[int, int, str]]
"""Path -> size, nanoseconds of the last change, digest: what a caller who asks again and again keeps between."""

_KNOWN = f"SELECT 1 FROM source WHERE path = ? AND sha256 = ? AND {SHEET} = ? AND ready = 1"


@dataclass(frozen=True, slots=True)
class _Source:
    id: int
    name: str
    path: str
    size: int
    sha256: str
    modified: float
    sheet: str


def changed_sources(review: Review, seen: Seen | None = None, thorough: bool = False) -> tuple[SourceState, ...]:
    """Those of the sources whose file is not the one that was read: ``changed``, ``emptied``, ``missing`` or
    ``unreadable``. A digest is made only where size or time differ (`thorough`: of every file), and of one state of a
    file once where the caller keeps `seen`.
    """
    return tuple(one for one in source_states(review, seen, thorough) if one.stand != "same")


def source_states(review: Review, seen: Seen | None = None, thorough: bool = False) -> tuple[SourceState, ...]:
    """The same of all sources; of several with one path and sheet the newest is what the file is now, the others are
    earlier batches."""
    return tuple(_states(review, {} if seen is None else seen, thorough))


def sources_of(review: Review, path: Path) -> list[int]:
    """The sources that this file is: one, but for a workbook of which several sheets were read."""
    place = place_of(path)
    return [row[0] for row in review.execute(NEWEST) if row[2] == place]


def _states(review: Review, seen: Seen, thorough: bool) -> Iterator[SourceState]:
    for row in review.execute(NEWEST).fetchall():
        source = _Source(*row)
        try:
            yield _state(review, source, seen, thorough)
        except FileNotFoundError:
            yield SourceState(source.id, source.name, source.path, "missing")
        except (OSError, ValueError) as exc:
            reason = str(getattr(exc, "strerror", None) or exc)
            yield SourceState(source.id, source.name, source.path, "unreadable", reason=reason)


def _state(review: Review, source: _Source, seen: Seen, thorough: bool) -> SourceState:
    file = located(source.path)
    found = file.stat()
    about = (source.id, source.name, source.path)
    there = (found.st_size, found.st_mtime)
    same = there == (source.size, source.modified)
    if not found.st_size and source.size:
        return SourceState(*about, "emptied", *there)
    if same and not thorough:
        return SourceState(*about, "same", *there)
    known = found.st_size == source.size and _digest(file, found, seen) == source.sha256
    if not known and review.execute(_KNOWN, (source.path, _digest(file, found, seen), source.sheet)).fetchone():
        known = True  # the file is an earlier batch again
    return SourceState(*about, "same" if known else "changed", *there)


def _digest(file: Path, found: os.stat_result, seen: Seen) -> str:
    had = seen.get(str(file))
    if had is None or had[:2] != (found.st_size, found.st_mtime_ns):
        seen[str(file)] = had = (found.st_size, found.st_mtime_ns, sha256_of(file))
    return had[2]
