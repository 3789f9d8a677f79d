"""Fuzzed dataset files: no crash, no file that takes over two seconds, what is written back is the same to the byte,
and nothing of a file is lost.

Every file is read, its places are looked at, and it is written back without an edit and with every ticket as it is.
One in `WHOLE` goes all the way: through a review, its check, and an export.
"""

from __future__ import annotations

import random
import time
from itertools import pairwise
from pathlib import Path

from db import sentences
from db.errors import SourceError, UserError
from db.exporting import export
from db.formats import Rewrite, load_vocabulary, read_bytes, write_source
from db.importing import import_paths
from db.review import Review
from tests.db.formats.dialects import pieces
from tests.faults.mutating import file
from tests.faults.outcome import Broken, Outcome, scratch

MOST = 2.0
"""Seconds of the processor that a file may take."""
WHOLE = 40
"""Of so many files one is imported, checked and exported."""
AT_ONCE = 25
"""Files of one import."""
_VOCABULARY = load_vocabulary()


def run(outcome: Outcome, n: int, seed: int, seconds: float = float("inf"), whole: int = WHOLE) -> None:
    """Try `n` files, or as many as `seconds` allow."""
    end = time.monotonic() + seconds
    waiting: list[tuple[int, str, bytes]] = []
    for number in range(n):
        if time.monotonic() > end:
            break
        name, data = file(random.Random(f"{seed}/{number}"))
        with outcome.one(f"file {seed}/{number}"):
            tickets = look(name, data)
            outcome.count("tickets", tickets)
        if number % whole == 0:
            waiting.append((number, name, data))
        if len(waiting) == AT_ONCE:
            through_a_review(outcome, seed, waiting)
            waiting = []
    through_a_review(outcome, seed, waiting)


def look(name: str, data: bytes) -> int:
    """Read a file and write it back; the number of its tickets. Broken where a promise is."""
    start = time.process_time()
    try:
        reading = read_bytes(data, name, _VOCABULARY)
        records = list(reading.records)
    except SourceError as exc:
        sentences.error(exc)
        records = []
    taken = time.process_time() - start
    if taken > MOST:
        raise Broken(f"took {taken:.1f} s")
    if not records:
        return 0
    for finding in reading.findings:
        sentences.finding(finding)
    places = [one.spans["ticket"] for one in records]
    if any(end > start for (_, end), (start, _) in pairwise(places)) or any(end < start for start, end in places):
        raise Broken("tickets overlap")
    for rewrites in ([], [Rewrite(one.spans) for one in records]):
        written = write_source(pieces(data), reading.format, reading.encoding, reading.dialect, rewrites)
        if b"".join(written) != data:
            raise Broken("written back otherwise")
    return len(records)


def through_a_review(outcome: Outcome, seed: int, files: list[tuple[int, str, bytes]]) -> None:
    """Import files together, check the review, compare the bytes it keeps and those that it exports."""
    if not files:
        return
    with scratch() as folder, outcome.one(f"review of {[number for number, _, _ in files]}, seed {seed}"):
        data = {Path(folder, f"{number}-{name}"): content for number, name, content in files}
        for path, content in data.items():
            path.write_bytes(content)
        with Review.create(Path(folder, "fuzz.winnow")) as review:
            done = import_paths(review, list(data))
            for problem in done.problems:
                sentences.error(problem)
            if found := review.check():
                raise Broken(f"check: {sentences.summary(found[0])}")
            _compare(review, data, Path(folder, "out"))
        outcome.count("imported", len(files))


def _compare(review: Review, data: dict[Path, bytes], out: Path) -> None:
    known = review.sources()
    for source in known:
        if review.content(source.id) != data[Path(source.path)]:
            raise Broken(f"{source.path} is kept otherwise")
    if known:
        try:
            export(review, out, "markdown", include_excluded=True)
            export(review, out.with_suffix(".jsonl"), "jsonl", include_excluded=True)
            export(review, out.with_suffix(".csv"), "csv", include_excluded=True)
        except UserError as exc:
            raise Broken(sentences.error(exc)) from exc
    for source in known:
        if (out / source.name).read_bytes() != data[Path(source.path)]:
            raise Broken(f"{source.path} is exported otherwise")
