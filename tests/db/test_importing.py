"""Files and folders into a review: what is found, recognised, refused, stopped, and left as it was."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from db import intake, sentences
from db.errors import Cancelled, ReviewError, SourceError
from db.importing import find_sources, import_paths, remove_leftovers
from db.locks import import_lock
from db.review import Review
from db.search import Finder, parse
from db.values import Status, Step, Turn
from tests.db.files import jsonl, part, ticket, write


def titles(review: Review) -> list[str]:
    return [one.title for one in review.tickets()]


def state(review: Review) -> dict[str, list[object]]:
    """Everything that an import may write."""
    tables = ("source", "content", "ticket", "ticketcause", "category", "cause", "finding", "entry", "change")
    return {table: review.execute(f"SELECT * FROM {table}").fetchall() for table in tables}


def test_a_markdown_file(review: Review, tmp_path: Path) -> None:
    path = part(tmp_path / "part-1.md", ["证书过期了", "无法上传"])
    result = import_paths(review, [path])
    (report,) = result.reports
    assert (report.name, report.path, report.format, report.tickets) == ("part-1.md", str(path), "markdown", 2)
    assert (report.declared, report.encoding, report.outcome) == (2, "utf-8", "read")
    assert result.problems == ()
    assert titles(review) == ["证书过期了", "无法上传"]
    first = review.ticket(1)
    assert (first.category, first.problem, first.causes) == (("CDN", "证书问题"), "证书过期了怎么办", ("证书过期",))
    assert [turn.text for turn in first.thread] == ["请稍等"]
    assert (first.status, first.edited, first.source_name) == (Status.UNREVIEWED, (), "part-1.md")
    assert review.content(report.id) == path.read_bytes()
    assert review.check() == []


def test_what_was_imported_is_found(review: Review, tmp_path: Path) -> None:
    import_paths(review, [part(tmp_path / "part-1.md", ["证书过期了", "无法上传"])])
    assert Finder(review).find(parse("上传")).tolist() == [2]


def test_a_jsonl_file(review: Review, tmp_path: Path) -> None:
    path = jsonl(tmp_path / "tickets.jsonl", 3)
    result = import_paths(review, [path])
    assert [(one.format, one.tickets) for one in result.reports] == [("jsonl", 3)]
    second = review.ticket(2)
    assert second.conversation == (Turn("customer", "在吗"), Turn("staff", "在的 2"))
    assert second.replies == (Turn(None, "请稍等 2"),)
    assert (second.category, second.causes) == (("CDN", "类 2"), ("原因 2",))
    assert review.content(1) == path.read_bytes()
    assert review.check() == []


def test_batches_and_chunks(review: Review, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "BATCH", 7)
    monkeypatch.setattr("db.packing.CHUNK", 1000)
    path = jsonl(tmp_path / "tickets.jsonl", 40, size=300)
    steps: list[Step] = []
    import_paths(review, [path], progress=steps.append)
    assert titles(review) == [f"第 {n} 个问题" for n in range(1, 41)]
    assert review.content(1) == path.read_bytes()
    assert review.check() == []
    done = [step.done for step in steps if step.stage == "import"]
    assert done == sorted(done)
    assert len(set(done)) == 7
    assert {step.total for step in steps if step.stage == "import"} == {path.stat().st_size}


def test_the_log_names_the_import(review: Review, tmp_path: Path) -> None:
    result = import_paths(review, [part(tmp_path / "part-1.md", ["a"]), part(tmp_path / "part-2.md", ["b", "c"])])
    (entry,) = review.execute("SELECT id, reviewer, kind, tickets FROM entry").fetchall()
    assert entry == (result.changes.entry, "lin", "import", 3)
    words = sentences.sentence(result.changes.summary.code, result.changes.summary.data)
    assert words == "Imported 3 tickets of 2 files"


def test_the_same_file_again(review: Review, tmp_path: Path) -> None:
    path = part(tmp_path / "part-1.md", ["a", "b"])
    import_paths(review, [path])
    before = state(review)
    copy = tmp_path / "other" / "copy.md"
    copy.parent.mkdir()
    copy.write_bytes(path.read_bytes())
    result = import_paths(review, [path, copy])
    assert [(one.name, one.outcome) for one in result.reports] == [("part-1.md", "already")]
    assert [one.same for one in result.reports] == [(str(copy),)]
    said = "Nothing new to import: copy.md is the same as part-1.md, which is there already"
    assert [sentences.summary(import_paths(review, some).changes.summary) for some in ([copy], [path])] == [
        said,
        "Nothing new to import",
    ]
    assert (result.changes.entry, result.problems) == (0, ())
    assert state(review) == before
    assert review.backups() == []


def test_the_same_file_twice_in_one_import(review: Review, tmp_path: Path) -> None:
    paths = [part(tmp_path / folder / "part.md", ["a", "b"]) for folder in "xy"]
    result = import_paths(review, [*paths, paths[0]])
    assert [(one.name, one.outcome, one.same) for one in result.reports] == [("part.md", "read", (str(paths[1]),))]
    assert titles(review) == ["a", "b"]


def test_two_files_of_one_name(review: Review, tmp_path: Path) -> None:
    for number, folder in enumerate(("x", "y", "z/y", "Y")):
        import_paths(review, [part(tmp_path / folder / "part.md", [f"t{number}"])])
    names = [one.name for one in review.sources()]
    assert names == ["part.md", "part (y).md", "part (2).md", "part (3).md"]
    assert titles(review) == ["t0", "t1", "t2", "t3"]


def test_a_folder_is_walked(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    wanted = ["a/part-2.md", "a/part-10.MD", "b.jsonl", "c.markdown", "d.txt"]
    others = [".hidden.md", ".git/x.md", "review.winnow", "tickets.winnow-backups/a.md", "e.md.bak-20260101", "f.pdf"]
    for name in (*wanted, *others):
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(name)
    assert [str(file.relative_to(folder)) for file in find_sources([folder])] == wanted
    assert find_sources([folder / "b.jsonl", folder, folder])[0] == folder / "b.jsonl"
    assert len(find_sources([folder / "b.jsonl", folder, folder])) == len(wanted)


def test_one_bad_file_does_not_stop_the_others(review: Review, tmp_path: Path) -> None:
    good = [part(tmp_path / "a.md", ["a"]), part(tmp_path / "z.md", ["z"])]
    empty = tmp_path / "empty.md"
    empty.touch()
    nowhere = tmp_path / "vanished.md"
    bare = tmp_path / "bare"
    bare.mkdir()
    result = import_paths(review, [good[0], empty, nowhere, bare, good[1]])
    assert titles(review) == ["a", "z"]
    found = {(one.code, one.data["file"]) for one in result.problems}
    assert found == {
        ("source.empty", str(empty)),
        ("source.missing", str(nowhere)),
        ("source.no_files", str(bare)),
    }
    for problem in result.problems:
        assert str(problem.data["file"]) in sentences.error(problem)
    assert review.check() == []


def test_a_header_alone_is_no_dataset(review: Review, tmp_path: Path) -> None:
    result = import_paths(review, [write(tmp_path / "header.md", [])])
    assert [type(one) for one in result.problems] == [SourceError]
    assert result.reports == ()
    assert state(review)["source"] == []


def test_a_file_that_may_not_be_read(review: Review, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = part(tmp_path / "part.md", ["a"])
    real = Path.open

    def deny(self: Path, *args: object, **kwargs: object) -> object:
        if self == path:
            raise PermissionError(13, "denied", str(path))
        return real(self, *args, **kwargs)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", deny)
    result = import_paths(review, [path])
    assert [one.code for one in result.problems] == ["source.unreadable"]


def test_a_file_that_changes_while_it_is_read(review: Review, tmp_path: Path) -> None:
    path = jsonl(tmp_path / "tickets.jsonl", 5)

    def touch(step: Step) -> None:
        if step.stage == "import" and step.done:
            os.utime(path, (1, 1))

    result = import_paths(review, [path], progress=touch)
    assert [one.code for one in result.problems] == ["source.changed_meanwhile"]
    assert state(review)["ticket"] == []


def test_cancelled_everything_is_as_before(review: Review, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "BATCH", 4)
    old = part(tmp_path / "old.md", ["old"])
    import_paths(review, [old])
    before = state(review)
    paths = [part(tmp_path / "first.md", ["first"]), jsonl(tmp_path / "many.jsonl", 40)]
    beats = 0

    def stop(step: Step) -> None:
        nonlocal beats
        beats += step.stage == "import"
        if beats == 10:
            raise Cancelled

    with pytest.raises(Cancelled):
        import_paths(review, paths, progress=stop)
    assert state(review) == before
    assert Finder(review).find(parse("first or 证书")).tolist() == [1]
    assert review.check() == []
    import_paths(review, paths)
    assert len(titles(review)) == 42
    assert Finder(review).count(parse("first")) == 1


def test_nothing_is_shown_before_all_is_in(review: Review, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Others read and write while an import runs; they see none of it."""
    monkeypatch.setattr(intake, "BATCH", 4)
    seen = []
    with Review.open(review.path) as other:

        def look(_: Step) -> None:
            other.set_setting("beat", str(len(seen)))
            seen.append((other.counts(), len(other.sources()), len(list(other.tickets()))))

        import_paths(review, [jsonl(tmp_path / "many.jsonl", 40)], progress=look)
        assert set(seen) == {((0, 0), 0, 0)}
        assert other.counts() == (40, 0)


def test_what_a_killed_import_left_is_removed(review: Review, tmp_path: Path) -> None:
    import_paths(review, [part(tmp_path / "old.md", ["old"])])
    before = state(review)
    import_paths(review, [part(tmp_path / "killed.md", ["killed"])])
    with review.transaction():
        review.execute("UPDATE source SET ready = 0 WHERE name = 'killed.md'")
        review.execute("DELETE FROM entry WHERE id = 2")
    assert titles(review) == ["old"]
    with import_lock(review.path, lambda: None):
        assert not remove_leftovers(review)
    assert remove_leftovers(review)
    assert not remove_leftovers(review)
    assert state(review) == before
    import_paths(review, [part(tmp_path / "next.md", ["next"])])
    finder = Finder(review)
    assert [finder.find(parse(word)).tolist() for word in ("killed", "next")] == [[], [2]]


def test_an_import_waits_for_another(review: Review, tmp_path: Path) -> None:
    path = part(tmp_path / "part.md", ["a"])
    stages = []

    def note(step: Step) -> None:
        stages.append(step.stage)
        if stages.count("wait") == 2:
            raise Cancelled

    with import_lock(review.path, lambda: None), pytest.raises(Cancelled):
        import_paths(review, [path], progress=note)
    assert stages == ["wait", "wait"]
    import_paths(review, [path])
    assert titles(review) == ["a"]
    assert {file.name for file in review.path.parent.iterdir()} <= {
        "tickets.winnow",
        "tickets.winnow-wal",
        "tickets.winnow-shm",
    }


def test_a_copy_is_made_before_an_import_into_tickets(review: Review, tmp_path: Path) -> None:
    import_paths(review, [part(tmp_path / "a.md", ["a"])])
    assert review.backups() == []
    import_paths(review, [part(tmp_path / "b.md", ["b"]), part(tmp_path / "c.md", ["c"])])
    (backup,) = review.backups()
    assert backup.reason == "import"
    with Review.open(backup.path, read_only=True) as copy:
        assert titles(copy) == ["a"]


def test_findings_lead_to_their_tickets(review: Review, tmp_path: Path) -> None:
    path = write(tmp_path / "part.md", [ticket("a"), ticket("b", replies=())])
    (report,) = import_paths(review, [path]).reports
    assert {found.ticket_id for found in report.findings if found.ticket_id} == {2}
    assert all(found.line > 0 for found in report.findings)


def test_lock_of_a_dead_import_is_nobodys(review: Review) -> None:
    left = review.path.with_name(review.path.name + "-import")
    left.touch()
    with import_lock(review.path, lambda: pytest.fail("nobody holds it")):
        assert left.exists()
    assert not left.exists()


def test_a_full_disk_leaves_everything_as_before(small_disk: Path, tmp_path: Path) -> None:
    with Review.create(small_disk / "tickets.winnow") as review:
        import_paths(review, [part(tmp_path / "old.md", ["old"])])
        shown = (
            titles(review),
            [one.name for one in review.sources()],
            review.execute("SELECT * FROM entry").fetchall(),
        )
        paths = [part(tmp_path / "first.md", ["first"]), jsonl(tmp_path / "many.jsonl", 6000, size=300)]
        with pytest.raises(ReviewError) as caught:
            import_paths(review, paths)
        assert caught.value.code == "review.full"
        assert shown == (
            titles(review),
            [one.name for one in review.sources()],
            review.execute("SELECT * FROM entry").fetchall(),
        )
        assert review.check() == []
        import_paths(review, paths[:1])
        assert titles(review) == ["old", "first"]
        assert review.execute("SELECT count(*) FROM source WHERE ready = 0").fetchone() == (0,)
        assert Finder(review).count(parse("证书")) == 2


def test_a_killed_import_is_not_seen_and_cleared_away(review: Review, tmp_path: Path) -> None:
    import_paths(review, [part(tmp_path / "old.md", ["old"])])
    before = state(review)
    path = jsonl(tmp_path / "many.jsonl", 9000)
    program = (
        "import sys; from pathlib import Path; from db.review import Review; from db.importing import import_paths"
    )
    beat = "lambda step: step.stage == 'import' and step.done > 0 and (print('half', flush=True), sys.stdin.read())"
    call = f"import_paths(Review.open(Path(sys.argv[1])), [Path(sys.argv[2])], progress={beat})"
    command = [sys.executable, "-c", f"{program}; {call}", str(review.path), str(path)]
    root = Path(__file__).resolve().parents[2]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, cwd=root) as child:
        assert child.stdout is not None
        assert child.stdout.readline().strip() == b"half"
        child.kill()
    assert review.execute("SELECT count(*) FROM source WHERE ready = 0").fetchone() == (1,)
    assert titles(review) == ["old"]
    assert review.check() == []
    assert remove_leftovers(review)
    left = state(review)
    for table in ("category", "cause"):  # names without tickets stay, and harm nobody
        del left[table], before[table]
    assert left == before
    assert Finder(review).count(parse("证书")) == 1
