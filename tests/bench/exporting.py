"""Row on exporting Markdown: written, read back and compared, beside writing and reading the same bytes."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from db import edits
from db.exporting import export
from db.importing import import_paths
from db.review import Review
from tests.bench.ground import Ground, say
from tests.bench.measure import Measure, Rows, ratio, seconds, turns, warmed

NAME = "export of Markdown, read back"
ROUNDS = 3
EVERY = 100
"""One ticket of so many is edited."""


def rows(ground: Ground) -> Rows:
    """One source of all tickets, a hundredth of them edited."""
    source = ground.markdown
    path = ground.path("markdown")
    with Review.create(path, "bench") as review:
        say(f"importing {ground.size:,} tickets of Markdown")
        import_paths(review, [source], make_index=False)
        total = review.counts()[0]
        edits.set_category(review, range(1, total + 1, EVERY), ("对象存储", "证书问题"))
        say("exporting")
        yield _export(review, ground.folder / "out", total)
    ground.remove(path)


def _export(review: Review, out: Path, tickets: int) -> Measure:
    ours, reference = [], []
    for _ in turns(ROUNDS + 1):
        shutil.rmtree(out, ignore_errors=True)
        ours.append(seconds(lambda: export(review, out, "markdown")))
        (written,) = (file for file in out.iterdir() if file.is_file())
        data = written.read_bytes()
        reference.append(seconds(lambda data=data: _write_and_read(out / "plain", data)))
    return ratio(NAME, 2, warmed(ours), warmed(reference), tickets=tickets, bytes=len(data))


def _write_and_read(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if path.read_bytes() != data:
        raise OSError("read back otherwise than written")
    path.unlink()
