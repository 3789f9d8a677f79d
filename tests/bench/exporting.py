"""Row on exporting Markdown: written, read back and compared, beside writing and reading the same bytes."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from db import edits
from db.exporting import export
from db.importing import import_paths
from db.review import Review
from tests.bench import markdown
from tests.bench.ground import SEED, Ground, say
from tests.bench.measure import Measure, Rows, ratio, seconds, turns, warmed

NAME = "export of Markdown, read back"
ROUNDS = 3
EVERY = 100
"""One ticket of so many is edited."""
MOST = 250_000
"""Tickets in one file: 155 of the 200 MB that one may have."""


def rows(ground: Ground) -> Rows:
    """Sources of all tickets, a hundredth of them edited."""
    path, folder = ground.path("markdown"), ground.folder / "markdown"
    sources = _sources(folder, ground.size)
    with Review.create(path, "bench") as review:
        say(f"importing {ground.size:,} tickets of Markdown")
        import_paths(review, sources, make_index=False)
        total = review.counts()[0]
        edits.set_category(review, range(1, total + 1, EVERY), ("对象存储", "证书问题"))
        say("exporting")
        yield _export(review, ground.folder / "out", total)
    ground.remove(path)
    shutil.rmtree(folder)


def _sources(folder: Path, size: int) -> list[Path]:
    """Files of Markdown, none of more tickets than a file of it may have bytes for."""
    folder.mkdir()
    files = []
    for seed, done in enumerate(range(0, size, MOST), SEED):
        files.append(folder / f"tickets-{seed}.md")
        markdown.write(files[-1], min(MOST, size - done), seed)
    return files


def _export(review: Review, out: Path, tickets: int) -> Measure:
    ours, reference = [], []
    for _ in turns(ROUNDS + 1):
        shutil.rmtree(out, ignore_errors=True)
        ours.append(seconds(lambda: export(review, out, "markdown")))
        written = [file.read_bytes() for file in sorted(out.glob("*.md"))]
        reference.append(seconds(lambda written=written: _write_and_read(out / "plain", written)))
    return ratio(NAME, 2, warmed(ours), warmed(reference), tickets=tickets, bytes=sum(map(len, written)))


def _write_and_read(path: Path, files: Sequence[bytes]) -> None:
    for data in files:
        with path.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if path.read_bytes() != data:
            raise OSError("read back otherwise than written")
        path.unlink()
