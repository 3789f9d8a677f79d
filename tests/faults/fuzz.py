"""Fuzzed dataset files: no crash, no file that takes over two seconds, what is written back is the same to the byte,
and nothing of a file is lost.

Every file is read, its places are looked at, and it is written back without an edit and with every ticket as it is.
One in `WHOLE` goes all the way: through a review, its check, and an export.
"""

from __future__ import annotations

import faulthandler
import gc
import os
import random
import time
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from contextlib import suppress
from itertools import pairwise
from multiprocessing import get_context
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
BLOCK = 2_000
"""Files that a process is given at a time."""
SELDOM = 500
"""As `WHOLE`, where very many files are tried: a review takes as long as ten files."""
PATIENCE = 600
"""Seconds after which a process that has not done its block is ended, with a word of where it was."""
_VOCABULARY = load_vocabulary()


def run(outcome: Outcome, n: int, seed: int, seconds: float = float("inf"), whole: int = WHOLE, first: int = 0) -> None:
    """Try `n` files from number `first` on, or as many as `seconds` allow."""
    end = time.monotonic() + seconds
    waiting: list[tuple[int, str, bytes]] = []
    for number in range(first, first + n):
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


def run_on_all_processors(
    outcome: Outcome, n: int, seed: int, seconds: float, whole: int = SELDOM, block: int = BLOCK
) -> None:
    """Try `n` files, or as many as `seconds` allow, in as many processes as there are processors."""
    end = time.monotonic() + seconds
    blocks = iter(range(0, n, block))
    workers = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    with ProcessPoolExecutor(workers, get_context("spawn"), initializer=gc.freeze) as pool:

        def given() -> Iterator[Future[Outcome]]:
            if time.monotonic() < end and (first := next(blocks, None)) is not None:
                yield pool.submit(_block, min(block, n - first), seed, whole, first)

        working = {future for _ in range(workers + 1) for future in given()}
        while working:
            done, working = wait(working, return_when=FIRST_COMPLETED)
            for future in done:
                outcome.add(future.result())
                working |= set(given())


def _block(n: int, seed: int, whole: int, first: int) -> Outcome:
    """Some files in another process. One that hangs, also where Python is not asked any more, ends the process."""
    faulthandler.dump_traceback_later(PATIENCE, exit=True)
    outcome = Outcome("")
    run(outcome, n, seed, whole=whole, first=first)
    faulthandler.cancel_dump_traceback_later()
    return outcome


def look(name: str, data: bytes) -> int:
    """Read a file and write it back; the number of its tickets. Broken where a promise is."""
    start = time.monotonic()
    try:
        reading = read_bytes(data, name, _VOCABULARY)
        records = list(reading.records)
    except SourceError as exc:
        sentences.error(exc)
        records = []
    if time.monotonic() - start > MOST:
        _time(name, data)
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


def _time(name: str, data: bytes) -> None:
    """Broken where a file that took long takes the processor as long: the machine may have been busy otherwise.

    Not asked of every file, because asking for the time of the processor takes as long as reading a small one.
    """
    start = time.process_time()
    with suppress(SourceError):
        list(read_bytes(data, name, _VOCABULARY).records)
    taken = time.process_time() - start
    if taken > MOST:
        raise Broken(f"took {taken:.1f} s")


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
