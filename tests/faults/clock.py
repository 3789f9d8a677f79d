"""A clock moved back, and forth, between actions: the order of the log, of undo and of copies is that of the deeds."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, tzinfo
from itertools import pairwise
from pathlib import Path
from types import ModuleType

from db import backups, edits, running, sentences
from db.edits import journal
from db.importing import import_paths
from db.review import Review
from tests.db.files import part
from tests.faults.outcome import Outcome, scratch

TICKETS = 20
ACTIONS = 12
JUMPS = (-400 * 86400, -86400, -3600, -1, 0, 0.001, 60, 90_000, 300 * 86400)
"""Seconds by which somebody moves the clock between two actions."""


class Clock(datetime):
    """A clock that anybody may move."""

    moved = timedelta()

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:
        """The time that it shows."""
        return datetime.now(tz) + cls.moved


@contextmanager
def moved_clock() -> Iterator[type[Clock]]:
    """All that asks for the time asks this clock."""
    modules: tuple[ModuleType, ...] = (journal, backups, running)
    Clock.moved = timedelta()
    for module in modules:
        module.datetime = Clock  # type: ignore[attr-defined]
    try:
        yield Clock
    finally:
        for module in modules:
            module.datetime = datetime  # type: ignore[attr-defined]


def run(outcome: Outcome, n: int, seed: int) -> None:
    """`n` sessions of some actions each, the clock moved before every one of them."""
    chance = random.Random(seed)
    with scratch() as folder:
        with Review.create(folder / "r.winnow", "lin") as review:
            import_paths(review, [part(folder / "a.md", [f"第 {n} 张" for n in range(TICKETS)])])
        for number in range(n):
            with outcome.one(f"session {number}, seed {seed}"), moved_clock() as clock:
                place = folder / f"{number}"
                place.mkdir()
                _session(Path(shutil.copy(folder / "r.winnow", place)), chance, clock)
                shutil.rmtree(place)


def _session(path: Path, chance: random.Random, clock: type[Clock]) -> None:
    notes = [""]
    with Review.open(path, "lin") as review:
        for number in range(ACTIONS):
            clock.moved += timedelta(seconds=chance.choice(JUMPS))
            kind = chance.random()
            if kind < 0.25 and len(notes) > 1:
                edits.undo(review)
                notes.pop()
            elif kind < 0.4:
                _copy(review, clock)
            else:
                notes.append(f"{number}")
                edits.set_note(review, [1], notes[-1])
            assert review.ticket(1).note == notes[-1], f"action {number}: the ticket says {review.ticket(1).note}"
        _look(review, len(notes) - 1)
        while edits.next_undo(review) is not None:
            clock.moved -= timedelta(hours=1)
            edits.undo(review)
            notes.pop()
            assert review.ticket(1).note == notes[-1], "undo took another action back than the newest"
        assert notes == [""], "an action cannot be undone"
        problems = review.check()
        assert not problems, sentences.summary(problems[0])
    _daily(path, clock)


def _copy(review: Review, clock: type[Clock]) -> None:
    made = review.back_up()
    now = clock.now(UTC).timestamp()
    os.utime(made, (now, now))  # the file system has the same clock
    assert made.exists(), "a new copy was removed as the oldest"
    assert review.backups()[0].path == made, "the newest copy is not the one that was made last"


def _look(review: Review, standing: int) -> None:
    log = edits.log(review)
    assert [one.id for one in log] == sorted((one.id for one in log), reverse=True), "the log is out of order"
    assert sum(one.kind == "edit" and not one.undone for one in log) == standing, "the log says otherwise"
    history = edits.history(review, 1)
    for newer, older in pairwise(history):
        assert newer.before == older.after, "the history of a ticket is out of order"


def _daily(path: Path, clock: type[Clock]) -> None:
    """Whatever the clock was, a day later there is a copy of that day."""
    clock.moved += timedelta(days=1, hours=1)
    with Review.open(path, "lin") as review:
        newest = review.backups()[0]
        now = clock.now(UTC).timestamp()
        assert abs(newest.path.stat().st_ctime - datetime.now(UTC).timestamp()) < 3600, "no copy at all"
        os.utime(newest.path, (now, now))
        assert not backups.is_due(path), "a copy at every opening"
