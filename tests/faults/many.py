"""Ten processes, a window's session among them and the command line, edit one review: no edit is lost, none is doubled.

Each says of every edit whether it was done or told that it must wait. Notes say who wrote them and which it was, so
that the log can be compared with what was said.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path

from db import edits, sentences
from db.errors import ReviewError
from db.importing import import_paths
from db.review import Review
from tests.db.files import part
from tests.faults.outcome import Outcome, scratch

ROOT = Path(__file__).resolve().parents[2]
TICKETS = 40
CALLS = 50
"""One in so many edits is a call of the command line, each of which is a start of Python."""


def run(outcome: Outcome, n: int, seed: int, processes: int = 10) -> None:
    """`n` edits, shared out among the processes; a try is an edit."""
    with scratch() as folder:
        path = folder / "r.winnow"
        with Review.create(path) as review:
            import_paths(review, [part(folder / "a.md", [f"第 {n} 张" for n in range(TICKETS)])])
            review.back_up()
        said = _all(path, n // processes, seed, processes)
        outcome.count("told to wait", sum(len(one["told"]) for one in said.values()))
        with Review.open(path) as review:
            _compare(outcome, review, {who: one["done"] for who, one in said.items()})
            with outcome.one("the review is sound"):
                problems = review.check()
                assert not problems, sentences.summary(problems[0])
        for who, one in said.items():
            with outcome.one(f"{who} saw everything"):
                assert one.get("saw", True), "the window's session did not take in what others wrote"


def _all(path: Path, each: int, seed: int, processes: int) -> dict[str, dict[str, list[str]]]:
    """What every process says of its edits."""
    kinds = ["session", "calls", *["library"] * (processes - 2)]
    amounts = {"session": each, "calls": max(1, each // CALLS), "library": each}
    amounts["library"] += (each - amounts["calls"]) // (processes - 2)  # the calls of which there are fewer
    working = {}
    for number, kind in enumerate(kinds):
        words = [str(path), kind, f"p{number}", str(amounts[kind]), str(seed + number)]
        command = [sys.executable, "-m", __name__, *words]
        working[f"p{number}"] = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    return {who: json.loads(process.communicate()[0] or "{}") for who, process in working.items()}


def _compare(outcome: Outcome, review: Review, said: dict[str, list[str]]) -> None:
    """Every edit that was called done is in the log once, and nothing else is; values are those of the log."""
    rows = review.execute("SELECT ticket_id, before, after FROM change WHERE field = 'note' ORDER BY id").fetchall()
    logged: dict[str, int] = {}
    for _, _, after in rows:
        logged[after] = logged.get(after, 0) + 1
    for who, done in said.items():
        for text in done:
            with outcome.one(f"{text} of {who}"):
                assert logged.pop(text, 0) == 1, "is not in the log once"
    with outcome.one("the log"):
        assert not logged, f"{len(logged)} edits that nobody was told of"
        last: dict[int, str] = {}
        for ticket_id, before, after in rows:
            assert before == last.get(ticket_id, ""), "an edit began with a value that was not there"
            last[ticket_id] = after
        assert last == {one.id: one.note for one in review.tickets() if one.note}


def _library(path: Path, who: str, n: int, chance: random.Random) -> dict[str, object]:
    done, told = [], []
    with Review.open(path, who) as review:
        for number in range(n):
            text = f"{who} {number}"
            try:
                edits.set_note(review, [chance.randrange(TICKETS) + 1], text)
            except ReviewError as exc:
                told.append(sentences.error(exc))
            else:
                done.append(text)
    return {"done": done, "told": told}


def _calls(path: Path, who: str, n: int, chance: random.Random) -> dict[str, object]:
    done, told = [], []
    for number in range(n):
        text = f"{who} {number}"
        words = ["edit", str(path), str(chance.randrange(TICKETS) + 1), f"--note={text}", f"--reviewer={who}"]
        called = subprocess.run([sys.executable, "-m", "qtapp", *words], capture_output=True, text=True, cwd=ROOT)
        if called.returncode == 0:
            done.append(text)
        else:
            told.append(called.stderr)
            assert "Traceback" not in called.stderr, called.stderr
    return {"done": done, "told": told}


def _session(path: Path, who: str, n: int, chance: random.Random) -> dict[str, object]:
    """What the window is made of, without a window: it edits, and takes in what the others write."""
    from PySide6.QtWidgets import QApplication

    from qtapp.session import Session

    app = QApplication([])
    session = Session(Review.open(path, who))
    first = edits.last_entry(session.review) + 1
    told: list[str] = []
    done = []
    seen: list[int] = []
    session.failed.connect(told.append)
    session.changed.connect(lambda changes: seen.append(changes.entry))
    session.start("", "", False, 0)
    session.find_all()
    for number in range(n):
        text = f"{who} {number}"
        if session.set_note(text, [chance.randrange(TICKETS) + 1]) is not None:
            done.append(text)
        app.processEvents()
        if number % 10 == 0:
            session.look_around()
    session.look_around()
    written = [row[0] for row in session.review.execute("SELECT id FROM entry WHERE kind = 'edit' ORDER BY id")]
    saw = sorted(entry for entry in seen if entry >= first) == [entry for entry in written if entry >= first]
    session.close()
    return {"done": done, "told": told, "saw": saw}


def main(path: str, kind: str, who: str, n: str, seed: str) -> None:
    """One of the processes; what it did, as JSON."""
    work = {"library": _library, "calls": _calls, "session": _session}[kind]
    print(json.dumps(work(Path(path), who, int(n), random.Random(int(seed)))), flush=True)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main(*sys.argv[1:])
