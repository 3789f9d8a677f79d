"""The short form of every fault: a few tries each, all of which hold."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db import edits
from db.review import Review
from tests.faults import fuzz, long_day, mutating
from tests.faults.attacks import ATTACKS
from tests.faults.outcome import Broken, Outcome, timed
from tests.faults.table import FAULTS

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("name", FAULTS)
def test_a_few_tries(name: str) -> None:
    outcome = timed(FAULTS[name].words, FAULTS[name].short)
    if outcome.skipped:
        pytest.skip(outcome.skipped)
    assert outcome.broken == []
    assert outcome.tried == outcome.held > 0


@settings(max_examples=150)
@given(st.randoms(use_true_random=False))
def test_mutated_files(chance: random.Random) -> None:
    fuzz.look(*mutating.file(chance))


def test_all_processors_try_each_file_once() -> None:
    alone = timed("fuzz", lambda one: fuzz.run(one, 60, 7, whole=25))
    shared = timed("fuzz", lambda one: fuzz.run_on_all_processors(one, 60, 7, 120, whole=25, block=25))
    assert (shared.tried - 3, shared.held - 3) == (alone.tried - 1, alone.held - 1) == (60, 60), "reviews beside files"
    assert shared.extra == alone.extra


def test_a_log_that_does_not_lead_to_the_values_is_seen(tmp_path: Path) -> None:
    """A test of the test: where the log does not lead back to the files, that is seen."""
    review = long_day.ground(tmp_path, 2)
    with Review.open(review, "lin") as opened:
        edits.set_note(opened, [1], "n")
        edits.set_category(opened, [1, 2], ("CDN", "新的"))
    assert long_day.replay(review, tmp_path) == 3
    with Review.open(review, "lin") as opened, opened.transaction():
        opened.execute("UPDATE ticket SET note = 'without a log' WHERE id = 1")
    with pytest.raises(Broken):
        long_day.replay(review, tmp_path)


def test_leaks_are_seen() -> None:
    def look(widgets: int, none: int) -> long_day.Look:
        return long_day.Look(none, 0, widgets, 0, 0, Counter({"Kept": widgets}))

    long_day.compare([look(9, 10), look(5, 20), look(9, 30), look(5, 40)])
    with pytest.raises(Broken, match=r"widgets: 5 in the morning, 90 in the evening .*Kept"):
        long_day.compare([look(5, 10), look(5, 10), look(5, 10), look(90, 10)])
    with pytest.raises(Broken, match="None"):
        long_day.compare([look(5, 10), look(5, 10), look(5, 10), look(5, 9)])


def test_what_breaks_is_told() -> None:
    def fails(outcome: Outcome) -> None:
        for number in range(3):
            with outcome.one(f"try {number}"):
                if number:
                    raise Broken("lost")

    outcome = timed("a fault", fails)
    assert (outcome.tried, outcome.held, outcome.holds) == (3, 1, False)
    assert outcome.broken == ["try 1: lost", "try 2: lost"]


def test_a_lost_power_that_loses_an_edit_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test of the test: were one edit more expected than is there, every replay would break."""
    from tests.faults import power

    real = power.losses
    monkeypatch.setattr(
        power, "losses", lambda life, chance: ((a, b[: -life.size], c) for a, b, c in real(life, chance))
    )
    outcome = timed("power", lambda one: power.run(one, 4, 1, 1.0))
    assert 0 < outcome.held < outcome.tried


def test_there_are_sixty_attacks() -> None:
    assert len(set(ATTACKS)) >= 60


def test_the_command_prints_a_table() -> None:
    call = [sys.executable, "-m", "tests.faults", "--short", "--only", "clock"]
    done = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", timeout=200)
    assert done.returncode == 0, done.stderr
    head, line = done.stdout.splitlines()
    assert head.split() == ["fault", "tried", "held", "seconds"]
    assert line.startswith(FAULTS["clock"].words)
    told = json.loads(subprocess.run([*call, "--json"], cwd=ROOT, capture_output=True, timeout=200).stdout)
    assert told["tried"] == told["held"] == 8
