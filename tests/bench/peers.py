"""Rows beside other programs on the same tickets: Label Studio and doccano; DuckDB and ``sqlite3 .import`` as limits.

Each comes from the package index into an environment of its own in `.winnow-dev/peers`; what cannot be installed or
started becomes a line that says so. The two servers are used over loopback, as their own pages use them: HTTP and JSON
are in their times and not in ours, they hold one text a ticket, and they have no index of words. Ours are until the
rows are read: a window does no more before it paints. OpenRefine is not measured, its documentation is quoted.
datasketch and rensa stand among the canned replies.
"""

from __future__ import annotations

import csv
import json
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from db.importing import import_paths
from db.review import Review
from db.search import Finder, parse, quoted
from tests.bench import peer_servers
from tests.bench.generate import generate
from tests.bench.ground import SEED, Ground, say
from tests.bench.measure import Measure, Rows, Skipped, timed, turns

SERVED = 100_000
"""Tickets for the servers, at most: they take minutes with these."""
ENVIRONMENTS = Path(__file__).resolve().parents[2] / ".winnow-dev" / "peers"
INSTALLING = 1200.0
PAGE, WORD, LABEL = 100, "证书", "对象存储｜证书问题"
NEEDS = {"doccano": ("marshmallow<4", "setuptools<81", "numpy<2", "scipy<1.14", "scikit-learn<1.6")}
"""What a package needs and does not say."""
GOALS = {"import": 0.6, "page": 0.01}
OPENREFINE = (
    "not measured; its manual gives it 1,024 MB of memory unless told otherwise, and calls more than a million cells,"
    " or a file of more than 50 MB, large, for which that is to be raised"
)


def rows(ground: Ground) -> Rows:
    """The limits, then the servers."""
    source = ground.jsonl
    yield from _limits(ground, source)
    yield Skipped("OpenRefine", None, OPENREFINE)
    tickets = list(generate(min(ground.size, SERVED), SEED))
    ours = _ours(ground, tickets)
    for name, served in (("label-studio", peer_servers.label_studio), ("doccano", peer_servers.doccano)):
        say(f"{name} with {len(tickets):,} tickets")
        try:
            python = installed(name, ground)
            taken = served(python.parent, ground.folder / name, tickets, (PAGE, WORD, LABEL))
        except peer_servers.Unable as reason:
            yield Skipped(name, None, str(reason))
            continue
        for what, theirs in taken.items():
            yield _beside(name, what, ours[what], theirs, len(tickets))


def _beside(name: str, what: str, ours: float, theirs: float, tickets: int) -> Measure:
    return Measure(f"{what} beside {name}", ours / theirs, GOALS.get(what), ours, theirs, {"tickets": tickets})


def installed(name: str, ground: Ground) -> Path:
    """The Python of an environment that has a package; raises Unable with pip's last words."""
    python = ENVIRONMENTS / name / "bin" / "python"
    ready = ENVIRONMENTS / name / "ready"
    if not ready.exists():
        say(f"installing {name}")
        shutil.rmtree(ENVIRONMENTS / name, ignore_errors=True)
        calls = (
            [sys.executable, "-m", "venv", str(ENVIRONMENTS / name)],
            [str(python), "-m", "pip", "install", "-q", name, *NEEDS.get(name, ())],
        )
        for call in calls:
            try:
                done = subprocess.run(call, capture_output=True, text=True, timeout=INSTALLING)
            except subprocess.TimeoutExpired:
                raise peer_servers.Unable(f"not installed after {INSTALLING:,.0f} s") from None
            if done.returncode:
                words = [line for line in done.stderr.splitlines() if line.startswith("ERROR")] or ["pip failed"]
                raise peer_servers.Unable(f"cannot be installed here: {words[-1][:200]}")
        ready.touch()
    return python


def _ours(ground: Ground, tickets: Sequence[dict[str, Any]]) -> dict[str, float]:
    """What the servers are asked for, of the library, with as many tickets."""
    path, source = ground.path("peer"), ground.folder / "peer.jsonl"
    with source.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(ticket, ensure_ascii=False) + "\n" for ticket in tickets)

    def read(finder: Finder, review: Review, text: str) -> None:
        ids = finder.find(parse(text))
        list(review.rows([int(one) for one in ids[:PAGE]]))

    with Review.create(path, "bench") as review:
        taken = {"import": timed(lambda: import_paths(review, [source]))}
        finder = Finder(review)
        for what, text in (("page", ""), ("filter", f"cat:={LABEL}"), ("search", quoted(WORD))):
            read(finder, review, text)
            taken[what] = statistics.median(timed(lambda text=text: read(finder, review, text)) for _ in range(5))
    ground.remove(path)
    return taken


def _limits(ground: Ground, source: Path) -> Iterator[Measure | Skipped]:
    """What reads the same file and makes no review of it."""
    path = ground.path("limit")

    def ours() -> None:
        with Review.create(path, "bench") as review:
            import_paths(review, [source])

    times = []
    for _ in turns(3):
        times.append(timed(ours))
        ground.remove(path)
    mine = statistics.median(times)
    for name, limit in (("DuckDB's read_json_auto", _duckdb), ("sqlite3 .import of a CSV", _sqlite)):
        say(name)
        try:
            theirs = limit(ground, source)
        except peer_servers.Unable as reason:
            yield Skipped(f"import until searchable beside {name}", None, str(reason))
        else:
            yield Measure(f"import until searchable beside {name}", mine / theirs, None, mine, theirs)


_DUCKDB = """
import sys, time, duckdb
begun = time.perf_counter()
with duckdb.connect(sys.argv[2]) as base:
    base.execute("CREATE TABLE ticket AS SELECT * FROM read_json_auto(?)", [sys.argv[1]])
print(time.perf_counter() - begun)
"""


def _duckdb(ground: Ground, source: Path) -> float:
    python = installed("duckdb", ground)
    return _median(lambda: float(_run([str(python), "-c", _DUCKDB, str(source), str(_fresh(ground, "limit.duckdb"))])))


def _sqlite(ground: Ground, source: Path) -> float:
    shell = shutil.which("sqlite3")
    if shell is None:
        raise peer_servers.Unable("sqlite3 is not here")
    table = ground.folder / "limit.csv"
    with source.open(encoding="utf-8") as lines, table.open("w", encoding="utf-8", newline="") as file:
        cells = ((str(value) for value in json.loads(line).values()) for line in lines)
        csv.writer(file).writerows(cells)
    columns = ", ".join(f"c{n}" for n in range(16))

    def load() -> float:
        base = _fresh(ground, "limit.sqlite")
        begun = time.perf_counter()
        _run([shell, str(base), f"CREATE TABLE t({columns})", f".import --csv '{table}' t"])
        return time.perf_counter() - begun

    return _median(load)


def _fresh(ground: Ground, name: str) -> Path:
    path = ground.folder / name
    path.unlink(missing_ok=True)
    return path


def _median(work: Callable[[], float]) -> float:
    return statistics.median(work() for _ in turns(3))


def _run(call: Sequence[str]) -> str:
    done = subprocess.run(call, capture_output=True, text=True)
    if done.returncode:
        raise peer_servers.Unable(f"failed: {(done.stderr.strip().splitlines() or ['no word'])[-1][:200]}")
    return done.stdout
