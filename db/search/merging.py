"""Merging the text index in steps of bounded work, while nobody works. What an import wrote is merged by `index.tidy`.

FTS5 writes a segment an edit, and a search looks into each. A step takes segments of one level, which are alike in
size, so that what edits wrote is merged without writing the rest of the index anew.
"""

from __future__ import annotations

from collections.abc import Iterator

from db.review import Review
from db.search import index

__all__ = ["is_crowded", "levels", "merge"]

CROWDED = 16
"""Segments of one level that are worth merging. FTS5 merges four or more."""
_STRUCTURE = f"SELECT block FROM {index.TABLE}_data WHERE id = 10"
_MERGE = f"INSERT INTO {index.TABLE}({index.TABLE}, rank) VALUES ('merge', ?)"


def levels(review: Review) -> list[tuple[int, int]]:
    """Of each level of the index how many segments a merge that was begun takes, and how many there are; [] without an
    index. Read from the record that FTS5 keeps of them: a cookie of 4 bytes, then numbers as SQLite writes them.
    """
    row = review.execute(_STRUCTURE).fetchone() if index.is_current(review) else None
    if row is None:
        return []
    numbers = _numbers(bytes(row[0])[4:])
    count, _, _ = next(numbers), next(numbers), next(numbers)
    found = []
    for _ in range(count):
        merging, segments = next(numbers), next(numbers)
        for _ in range(3 * segments):
            next(numbers)
        found.append((merging, segments))
    return found


def _numbers(data: bytes) -> Iterator[int]:
    """Numbers of 7 bits a byte, the highest first; none here has the nine bytes in which the last one holds eight."""
    value = 0
    for byte in data:
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            yield value
            value = 0


def is_crowded(review: Review) -> bool:
    """Whether there is something to merge."""
    return any(merging or segments >= CROWDED for merging, segments in levels(review))


def merge(review: Review, pages: int) -> bool:
    """Merge until about so many pages are written; False where nothing was left to merge. One transaction."""
    with review.transaction():
        before = _changed(review)
        review.execute(_MERGE, (pages,))
        # FTS5 says so: a merge that changes fewer than two rows had nothing to do
        return _changed(review) - before >= 2


def _changed(review: Review) -> int:
    return int(review.execute("SELECT total_changes()").fetchone()[0])
