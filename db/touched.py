"""Which files have another size or time than when they were read. Apart from `drift`, which loads all that reads files:
a window asks it whenever it is come back to."""

from __future__ import annotations

from db.datafile import located
from db.review import Review

__all__ = ["NEWEST", "SHEET", "Touched", "touched"]

Touched = frozenset[tuple[int, int, float]]
"""Source, and size and time of its file now: -1 and 0 where there is none, or it cannot be read."""

SHEET = "coalesce(json_extract(dialect, '$.table.layout.sheet'), '')"
"""Of a source, in SQL: the sheet of a workbook that it is; '' where it is a file whole."""

NEWEST = f"""SELECT id, name, path, size, sha256, modified, {SHEET} FROM source
    WHERE ready = 1 AND id IN (SELECT max(id) FROM source WHERE ready = 1 GROUP BY path, {SHEET}) ORDER BY id"""
"""The sources that a file on the disk is compared with: of each path, and of each sheet there, the newest."""


def touched(review: Review) -> Touched:
    """The sources whose file has another size or time than the one that was read: what may have changed. Looks at no
    byte of a file."""
    found = set()
    for source_id, _, path, size, _, modified, _ in review.execute(NEWEST).fetchall():
        try:
            stat = located(path).stat()
        except (OSError, ValueError):
            found.add((source_id, -1, 0.0))
            continue
        if (stat.st_size, stat.st_mtime) != (size, modified):
            found.add((source_id, stat.st_size, stat.st_mtime))
    return frozenset(found)
