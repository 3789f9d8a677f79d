"""What goes wrong while replies are compared: nothing is lost, nothing freezes, and what is stale says so."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from db import edits, replies, sentences
from db.drift import apply_drift, comparing
from db.errors import Cancelled, ReviewError
from db.exporting import export
from db.importing import import_paths
from db.replies import canvass, minhash, pairs, scan
from db.review import Review
from db.values import REPLIES, TITLE, Step, Turn
from tests.db.files import part, ticket, write
from tests.db.replies.invented import AUDIT, HOLDING, LINE, handle, look

ROOT = Path(__file__).resolve().parents[3]


def families(review: Review) -> list[tuple[str, int, int]]:
    found = look(review)
    return [(row.id, row.uses, row.tickets) for row in found.rows(found.find())]


def kept(review: Review) -> object:
    return [review.execute(f"SELECT * FROM {table}").fetchall() for table in ("replytext", "replyarray")]


def made(folder: Path, said: list[list[str]]) -> Review:
    """A review of tickets with these replies, written as JSON, which holds every text."""
    source = write(folder / "part.md", [ticket(f"第 {n} 张", replies=["好的"]) for n in range(len(said))])
    review = Review.create(folder / "r.winnow", "lin")
    import_paths(review, [source])
    for n, texts in enumerate(said, 1):
        edits.set_text(review, n, REPLIES, [Turn(None, text) for text in texts])
    return review


def test_a_dataset_without_replies(tmp_path: Path) -> None:
    with made(tmp_path, [[], []]) as review:
        for _ in range(2):
            found = look(review, 0.8)
            assert (found.find().tolist(), found.counts(), found.uses_of([])) == ([], (0, 0, 0), 0)
            assert [found.find("稍等", sort=sort).tolist() for sort in replies.SORTS] == [[]] * 4
            assert (found.duplicates(), found.conflicts(), found.of_ticket(review.ticket(1))) == ([], [], [])
            assert found.handle_of("ab") == found.handle_of("?") == -1
            scan(review)
        assert look(review).state == "fresh"
        export(review, tmp_path / "x.jsonl", "jsonl")


def test_replies_that_say_nothing_are_none(tmp_path: Path) -> None:
    with made(tmp_path, [["在的在的", "在的在的"]]) as review:
        thread = '[[null, ""], [null, " \\n\u3000"], [null, "\u200b"], [null, "\ufeff"], [null, "。"]]'
        review.execute("UPDATE ticket SET replies = ?", (thread,))
        scan(review)
        assert families(review) == []


def test_very_long_replies(tmp_path: Path) -> None:
    long = "".join(chr(0x4E00 + n * n % 9000) for n in range(94_518))
    other = f"{long[:40_000]}别的{long[40_100:]}"
    said = [[long], [other], [long], ["在的在的在的"], ["哈" * 5000], ["哈" * 5001], ["哈" * 5001]]
    with made(tmp_path, said) as review:
        begin = time.perf_counter()
        scan(review)
        found = look(review)
        assert [row.uses for row in found.rows(found.find())] == [3, 3]
        one = handle(found, other)
        family = found.family(one)
        assert [variant.by for variant in family.variants] == ["wording", "near"]
        assert "".join(mark.text for mark in replies.marks(long, other) if mark.kind != "deleted") == other
        assert len(found.rows([one])[0].wording) == 1000
        replies.rewrite(review, found, [one])
        assert time.perf_counter() - begin < 20
        assert review.ticket(2).replies[0].text == long


def test_a_family_of_three_hundred_thousand(tmp_path: Path) -> None:
    with made(tmp_path, [["稍等一下"]]) as review, review.transaction():
        names = [row[1] for row in review.execute("PRAGMA table_info(ticket)")]
        columns = ", ".join(name for name in names if name not in ("id", "ordinal", "title"))
        review.execute(
            f"""WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 300000)
            INSERT INTO ticket(id, ordinal, title, {columns}) SELECT i, i, 't' || i, {columns} FROM n, ticket"""
        )
        begin = time.perf_counter()
        scan(review)
        scanned = time.perf_counter()
        found = look(review)
        (row,) = found.rows(found.find())
        shown = time.perf_counter()
        assert (row.uses, row.tickets, row.variants) == (300_000, 300_000, 1)
        changes = replies.mark_holding(review, found, [handle(found, "稍等一下")])
        found.refresh(changes)
        (row,) = found.rows(found.find())
        assert row.decision
        assert len(found.tickets_of(handle(found, "稍等一下"))) == 300_000
        # seconds; a freeze would be minutes
        assert scanned - begin < 30
        assert shown - scanned < 10
        assert time.perf_counter() - shown < 10


def test_equal_forms_among_very_many(scanned: Review, monkeypatch: pytest.MonkeyPatch) -> None:
    """By MinHash as by all pairs."""
    expected = families(scanned)
    monkeypatch.setattr(pairs, "FEW", 1)
    scan(scanned)
    assert families(scanned) == expected
    monkeypatch.setattr(minhash, "MOST_SHORT", 0)
    scan(scanned)
    assert {one[0] for one in families(scanned)} == {one[0] for one in expected}


def test_cancel_at_the_last_word_leaves_them_too(scanned: Review, tmp_path: Path) -> None:
    before, had = families(scanned), kept(scanned)
    import_paths(scanned, [part(tmp_path / "new.md", ["a", "b"])])

    def progress(step: Step) -> None:
        if step.done == step.total:
            raise Cancelled

    with pytest.raises(Cancelled):
        scan(scanned, progress)
    assert (families(scanned), kept(scanned), look(scanned).state) == (before, had, "stale")


@pytest.mark.parametrize("at", range(6))
def test_cancel_leaves_the_families_as_they_were(scanned: Review, tmp_path: Path, at: int) -> None:
    before, had = families(scanned), kept(scanned)
    import_paths(scanned, [part(tmp_path / "new.md", ["a", "b"])])
    steps: list[Step] = []

    def progress(step: Step) -> None:
        steps.append(step)
        if len(steps) > at:
            raise Cancelled

    with contextlib.suppress(Cancelled):
        scan(scanned, progress)
    assert len(steps) == at + 1 or look(scanned).state == "fresh"
    if len(steps) == at + 1:
        assert (families(scanned), kept(scanned)) == (before, had)
        assert look(scanned).state == "stale"
    scan(scanned)
    assert look(scanned).state == "fresh"


def test_progress_rises_to_the_end(scanned: Review) -> None:
    steps: list[Step] = []
    scan(scanned, steps.append)
    shares = [step.done / step.total for step in steps]
    assert shares == sorted(shares)
    assert shares[-1] == 1


def _edit(review: Review) -> None:
    edits.set_text(review, 1, REPLIES, [Turn(None, HOLDING)])
    edits.set_text(review, 4, REPLIES, [Turn(None, "现在什么都不一样了")])


def _import(review: Review) -> None:
    import_paths(review, [part(review.path.parent / "more.md", ["x", "y"])])


def _again(review: Review) -> None:
    """The file has lost a ticket: its ticket here is put aside."""
    path = next(review.path.parent.glob("files/lists.md"))
    text = path.read_text("utf-8")
    start = text.index("## 另一件事 1")
    path.write_text(text[:start] + text[text.index("## 另一件事 2") :], encoding="utf-8")
    apply_drift(review, comparing(review, path))


def _decide(review: Review) -> None:
    found = look(review)
    replies.rewrite(review, found, [handle(found, LINE)])


CHANGES: dict[str, tuple[Callable[[Review], None], str]] = {
    "edit": (_edit, "fresh"),
    "import": (_import, "stale"),
    "import again": (_again, "stale"),
    "decide": (_decide, "fresh"),
}


@pytest.mark.parametrize("name", CHANGES)
@pytest.mark.parametrize("share", [0.0, 0.2, 0.9])
def test_a_review_that_changes_while_it_is_scanned(scanned: Review, name: str, share: float) -> None:
    change, state = CHANGES[name]
    done = False

    def progress(step: Step) -> None:
        nonlocal done
        if not done and step.done >= share * step.total:
            done = True
            with Review.open(scanned.path, "wang") as other:
                change(other)

    scan(scanned, progress)
    assert done
    assert look(scanned).state == state
    found = look(scanned)
    for row in found.rows(found.find()):
        assert row.uses > 0
        shown = list(scanned.tickets(found.tickets_of(found.handle_of(row.id))))
        assert len(shown) == row.tickets
        if state == "fresh":
            texts = set(found.texts_of(found.handle_of(row.id)))
            for one in shown:
                assert texts & {turn.text for turn in (one.conversation or one.replies)}
    assert scanned.check() == []
    caught_up = families(scanned)
    scan(scanned)
    assert look(scanned).state == "fresh"
    if state == "fresh":
        assert sorted(one[1:] for one in caught_up) == sorted(one[1:] for one in families(scanned))


def test_very_many_edits_since_make_it_stale(scanned: Review, monkeypatch: pytest.MonkeyPatch) -> None:
    for n in (1, 2, 3):
        edits.set_text(scanned, n, REPLIES, [Turn(None, "改过了改过了")])
    assert look(scanned).state == "fresh"
    assert canvass.Canvass(scanned, look(scanned).canvass.scan, 2).is_stale


def test_duplicates_follow_titles_that_were_edited(scanned: Review) -> None:
    (group,) = (one for one in look(scanned).duplicates() if one.whole)
    assert group.tickets == (7, 8, 9)
    edits.set_text(scanned, 7, TITLE, "不是同一件事")
    assert [one.tickets for one in look(scanned).duplicates() if one.whole] == [(8, 9)]
    edits.undo(scanned)
    source = scanned.ticket(4)
    edits.set_text(scanned, 6, TITLE, source.title)
    edits.set_text(scanned, 6, "problem", source.problem)
    edits.set_text(scanned, 6, REPLIES, source.replies)
    assert (4, 6) in [one.tickets for one in look(scanned).duplicates() if one.whole]


def test_a_review_that_is_read_only(scanned: Review) -> None:
    expected = families(scanned)
    with Review.open(scanned.path, read_only=True) as reader:
        found = look(reader)
        assert (families(reader), found.state) == (expected, "fresh")
        found.set_threshold(0.8)
        for act in (scan, lambda r: replies.mark_holding(r, look(r), [handle(look(r), HOLDING)])):
            with pytest.raises(ReviewError) as caught:
                act(reader)
            assert sentences.error(caught.value)
    assert look(scanned).threshold == 0.9


def test_a_full_disk_leaves_the_families_as_they_were(small_disk: Path, tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    lines = [[f"{AUDIT}，{chr(0x4E00 + n)}{'好' * 40}"] for n in range(300)]
    with made(tmp_path / "there", lines) as review:
        scan(review)
    there = Path(shutil.copy(review.path, small_disk / "r.winnow"))
    with Review.open(there, "lin") as review:
        before, had = families(review), kept(review)
        (small_disk / "fill").write_bytes(bytes(shutil.disk_usage(small_disk).free))
        with pytest.raises(ReviewError) as caught:
            scan(review)
        assert "full" in sentences.error(caught.value)
        (small_disk / "fill").unlink()
        assert (families(review), kept(review)) == (before, had)
        assert review.check() == []
        scan(review)
        assert families(review) == before


WORKER = """
import sys
from pathlib import Path
from db.replies import scan
from db.review import Review
with Review.open(Path(sys.argv[1])) as review:
    print("open", flush=True)
    while True:
        scan(review)
        print("done", flush=True)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no such signal")
def test_a_scan_that_is_killed_leaves_whole_families(scanned: Review) -> None:
    expected, path = families(scanned), scanned.path
    scanned.close()
    for kill in range(8):
        command = [sys.executable, "-c", WORKER, str(path)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as process:
            assert process.stdout
            for _ in range(2):
                process.stdout.readline()
            time.sleep(kill * 0.004)
            os.kill(process.pid, signal.SIGKILL)
        with Review.open(path, "lin") as review:
            assert families(review) == expected
            assert look(review).state == "fresh"
            assert review.check() == []


def test_scans_of_another_version_are_made_anew(scanned: Review, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replies.scanning, "VERSION", "another")
    assert (look(scanned).state, families(scanned)) == ("none", [])
    scan(scanned)
    assert look(scanned).state == "fresh"
    assert [LINE in look(scanned).texts_of(one) for one in look(scanned).find()].count(True) == 1
