"""Upkeep: free pages go, the index is merged, the log is brought in; step by step, and everything stays as it is."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from db import edits, figures, mending, upkeep
from db.cli import main
from db.errors import Cancelled
from db.importing import import_paths
from db.review import Review
from db.search import Finder, index, merging, parse
from db.values import Step
from tests.db.files import jsonl

TICKETS = 400


@pytest.fixture
def worn(review: Review, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Review:
    """A review after many edits, a third of whose file is not used, and of which a step does little."""
    import_paths(review, [jsonl(tmp_path / "t.jsonl", TICKETS)])
    for number in range(40):
        edits.set_note(review, [1 + number], f"证书 {number}")
    with review.transaction():
        review.execute("CREATE TABLE filler AS SELECT randomblob(3000) FROM ticket")
        review.execute("CREATE TABLE behind AS SELECT randomblob(3000) FROM ticket LIMIT 20")
        review.execute("DROP TABLE filler")
    for name, value in (("FREE", 50), ("PAGES", 10), ("MERGED", 2)):
        monkeypatch.setattr(upkeep, name, value)
    return review


def state(review: Review) -> tuple[object, ...]:
    """What upkeep must leave as it is."""
    finder = Finder(review)
    found = [finder.find(parse(text)).tolist() for text in ("证书", "has:note", "")]
    return found, [*review.tickets()], review.execute("SELECT * FROM change").fetchall(), mending.check(review)


def segments(review: Review) -> int:
    """How FTS5 itself counts them."""
    return int(review.execute("SELECT count(DISTINCT segid) FROM ticket_text_idx").fetchone()[0])


def test_free_pages_go_and_all_else_stays(worn: Review) -> None:
    worn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    before, size = state(worn), worn.path.stat().st_size
    assert upkeep.is_due(worn)
    done = upkeep.keep_up(worn)
    assert figures.size(worn).free == 0
    assert state(worn) == before
    assert before[-1] == []
    assert done.steps > 20
    assert done.freed > 200 * 4096
    assert not upkeep.is_due(worn)
    worn.close()
    assert worn.path.stat().st_size < size


def test_the_levels_are_those_of_fts5(worn: Review) -> None:
    assert sum(number for _, number in merging.levels(worn)) == segments(worn) > merging.CROWDED
    for _ in range(3):
        merging.merge(worn, 1)
        counted = sum(number for _, number in merging.levels(worn))
        assert counted >= segments(worn) >= 1, "a segment that is empty by now is still listed"
    assert any(merging_now for merging_now, _ in merging.levels(worn)), "a merge that was begun goes on"
    assert merging.is_crowded(worn)
    while merging.merge(worn, 1):
        pass
    assert not merging.is_crowded(worn)
    assert segments(worn) < 4


def test_without_an_index_there_is_nothing_to_merge(review: Review) -> None:
    assert merging.levels(review) == []
    assert not upkeep.is_due(review)
    assert upkeep.keep_up(review) == upkeep.Kept(0, 0, (0, 0))


def test_nothing_is_held_between_two_steps(worn: Review) -> None:
    """Another writer that does not wait at all gets its turn after each of them."""
    other = sqlite3.connect(worn.path, timeout=0, isolation_level=None)
    taken = 0
    for _ in upkeep.steps(worn):
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE ticket SET line = line WHERE id = 1")
        other.execute("COMMIT")
        taken += 1
    other.close()
    assert taken > 20


def test_a_step_is_small_whatever_there_is_to_do(worn: Review) -> None:
    """Counted, not timed: pages that a step has changed."""
    most = 0
    before = figures.size(worn).free
    for _ in upkeep.steps(worn):
        free = figures.size(worn).free
        most, before = max(most, abs(before - free)), free
    assert most <= upkeep.PAGES + 2


def test_who_stops_it_waits_for_one_step_and_loses_nothing(worn: Review) -> None:
    before = state(worn)
    for after in (1, 2, 5, 9):
        seen: list[Step] = []

        def stop(step: Step, seen: list[Step] = seen, after: int = after) -> None:
            seen.append(step)
            if len(seen) == after:
                raise Cancelled

        with pytest.raises(Cancelled):
            upkeep.keep_up(worn, stop)
        assert len(seen) == after
        assert state(worn) == before
        edits.set_note(worn, [1], "证书 0")
    upkeep.keep_up(worn)
    assert state(worn) == before
    assert not upkeep.is_due(worn)


def test_edits_between_steps_are_found(worn: Review) -> None:
    for number, _ in enumerate(upkeep.steps(worn)):
        if number < 10:
            edits.set_note(worn, [100 + number], f"退款{number}")
    assert Finder(worn).count(parse("退款3")) == 1
    assert mending.check(worn) == []


def test_a_long_log_is_brought_in_and_cut(worn: Review, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upkeep, "LOG", 1)
    log = worn.path.with_name(worn.path.name + "-wal")
    assert log.stat().st_size > 0
    upkeep.keep_up(worn)
    assert log.stat().st_size == 0


def test_who_reads_just_now_is_not_waited_for(worn: Review, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upkeep, "LOG", 1)
    other = sqlite3.connect(worn.path, isolation_level=None)
    other.execute("BEGIN")
    other.execute("SELECT count(*) FROM ticket").fetchone()
    upkeep.keep_up(worn)
    assert worn.path.with_name(worn.path.name + "-wal").stat().st_size > 0
    assert worn.execute("PRAGMA busy_timeout").fetchone() == (10_000,), "edits wait for their turn as before"
    other.close()


def test_no_statistics_are_made(worn: Review) -> None:
    """They would change the plans of statements that were written for those without."""
    upkeep.keep_up(worn)
    assert worn.execute("SELECT count(*) FROM sqlite_master WHERE name LIKE 'sqlite_stat%'").fetchone() == (0,)


def test_a_review_that_is_read_only_is_left_alone(worn: Review) -> None:
    worn.close()
    with Review.open(worn.path, read_only=True) as review:
        assert not upkeep.is_due(review)
        assert upkeep.keep_up(review).steps == 0


def test_the_command_says_what_it_did(worn: Review, capsys: pytest.CaptureFixture[str]) -> None:
    worn.close()
    assert main(["tidy", str(worn.path), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["freed"] > 0
    assert said["segments"] < said["segments_before"]
    assert main(["tidy", str(worn.path)]) == 0
    assert capsys.readouterr().out == "There is nothing to tidy.\n"


def test_a_stopped_import_gives_all_of_its_pages_back(review: Review, tmp_path: Path) -> None:
    import_paths(review, [jsonl(tmp_path / "a.jsonl", 20)])
    index.tidy(review)

    def stop(step: Step) -> None:
        if step.stage == "import" and step.done > step.total / 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        import_paths(review, [jsonl(tmp_path / "b.jsonl", 6000, 400)], stop)
    assert figures.size(review).free == 0
