"""Exports: the sources in kind, JSONL and CSV; whole or not at all, and never by accident over a source."""

from __future__ import annotations

import csv
import errno
import json
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from db import edits, exporting, outfile, sentences
from db.errors import Cancelled, ExportError, ReviewError
from db.exporting import Format, export
from db.importing import import_paths
from db.replies import scan
from db.review import Review
from db.search import Finder, parse
from db.values import PROBLEM, Status, Step
from tests.db.files import jsonl, part

KEYS = ["source_file", "line", "number", "title", "category", "category_raw", "problem", "replies", "conversation"]
KEYS += ["root_cause", "root_causes", "fields", "status", "note", "edited", "id"]


@pytest.fixture
def curated(tmp_path: Path, sample: Path) -> Iterator[Review]:
    with Review.create(tmp_path / "sample.winnow", "lin") as review:
        import_paths(review, [sample])
        yield review


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


def refused(review: Review, out: Path, kind: Format = "markdown", **more: bool) -> ExportError:
    with pytest.raises(ExportError) as caught:
        export(review, out, kind, **more)
    assert sentences.error(caught.value)
    return caught.value


def test_without_an_edit_sources_are_byte_for_byte_the_same(curated: Review, sample: Path, tmp_path: Path) -> None:
    done = export(curated, tmp_path / "out", "markdown")
    assert contents(tmp_path / "out") == contents(sample)
    assert (done.tickets, done.left_out_excluded, done.copies) == (60, 0, ())
    assert done.bytes == sum(map(len, contents(sample).values()))


def test_real_parts_are_byte_for_byte_the_same(shared: Path, tmp_path: Path) -> None:
    parts = shared / "datasets" / "parts"
    with Review.create(tmp_path / "parts.winnow") as review:
        import_paths(review, [parts])
        export(review, tmp_path / "out", "markdown")
        assert contents(tmp_path / "out") == contents(parts)
        for ticket in list(review.tickets()):
            edits.set_category(review, [ticket.id], ("新的", "分类"))
        export(review, tmp_path / "out", "markdown")
        for source in review.sources():
            old, new = ((folder / source.name).read_text("utf-8").split("\n") for folder in (parts, tmp_path / "out"))
            assert len(old) == len(new)
            assert sum(before != after for before, after in zip(old, new, strict=True)) == source.tickets
        while edits.next_undo(review):
            edits.undo(review)
        export(review, tmp_path / "out", "markdown")
        assert contents(tmp_path / "out") == contents(parts)


def test_an_edit_changes_its_lines_and_undo_brings_the_bytes_back(
    curated: Review, sample: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    edits.set_category(curated, [1, 20, 40, 60], ("CDN", "新的"))
    edits.set_causes(curated, [1, 20, 40, 60], ("甲", "乙"))
    edits.set_text(curated, 20, PROBLEM, "改过的问题")
    export(curated, out, "markdown")
    with Review.create(tmp_path / "again.winnow") as again:
        import_paths(again, [out])
        for old, new in zip(curated.tickets(), again.tickets(), strict=True):
            assert (old.title, old.category, old.problem, old.replies) == (
                new.title,
                new.category,
                new.problem,
                new.replies,
            )
            assert (old.conversation, old.causes, old.root_cause) == (new.conversation, new.causes, new.root_cause)
    while edits.next_undo(curated):
        edits.undo(curated)
    export(curated, out, "markdown")
    assert contents(out) == contents(sample)


def test_jsonl_has_the_keys_in_order_and_is_read_back(curated: Review, tmp_path: Path) -> None:
    edits.edit(curated, [3], ("CDN", "甲"), ("乙",), Status.FLAGGED, "备注")
    done = export(curated, tmp_path / "all.jsonl", "jsonl")
    lines = (tmp_path / "all.jsonl").read_text("utf-8").splitlines()
    objects = [json.loads(line) for line in lines]
    assert (len(objects), done.tickets) == (60, 60)
    assert all(list(one) == KEYS for one in objects)
    third = next(one for one in objects if one["id"] == 3)
    assert (third["category"], third["status"], third["note"]) == (["CDN", "甲"], "flagged", "备注")
    assert third["edited"] == ["category", "root_cause"]
    assert [one["id"] for one in objects] == [ticket.id for ticket in curated.tickets()]
    with Review.create(tmp_path / "again.winnow") as again:
        import_paths(again, [tmp_path / "all.jsonl"])
        for old, new in zip(curated.tickets(), again.tickets(), strict=True):
            for name in ("title", "category", "problem", "replies", "conversation", "root_cause", "causes", "fields"):
                assert getattr(old, name) == getattr(new, name)
            assert (old.status, old.note) == (new.status, new.note)


def test_csv_opens_in_a_spreadsheet(curated: Review, tmp_path: Path) -> None:
    edits.set_note(curated, [1], "=HYPERLINK(1)")
    export(curated, tmp_path / "all.csv", "csv")
    assert (tmp_path / "all.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    with (tmp_path / "all.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 60
    assert rows[0]["note"].startswith("'=")
    assert "｜" in rows[0]["category"]


def test_excluded_tickets_are_left_out_and_counted(curated: Review, sample: Path, tmp_path: Path) -> None:
    edits.set_status(curated, [2, 5], Status.EXCLUDED)
    done = export(curated, tmp_path / "some.jsonl", "jsonl")
    assert (done.tickets, done.left_out_excluded) == (58, 2)
    every = export(curated, tmp_path / "every.jsonl", "jsonl", include_excluded=True)
    assert (every.tickets, every.left_out_excluded) == (60, 0)
    export(curated, tmp_path / "out", "markdown")
    with Review.create(tmp_path / "again.winnow") as again:
        import_paths(again, [tmp_path / "out"])
        left = [one.title for one in curated.tickets() if one.id not in (2, 5)]
        assert [one.title for one in again.tickets()] == left


def test_only_what_a_filter_shows(curated: Review, tmp_path: Path) -> None:
    ids = Finder(curated).find(parse("cat:CDN"), "title").tolist()
    done = export(curated, tmp_path / "cdn.jsonl", "jsonl", ids)
    objects = [json.loads(line) for line in (tmp_path / "cdn.jsonl").read_text("utf-8").splitlines()]
    assert done.tickets == len(objects) == len(ids)
    assert [one["id"] for one in objects] == sorted(ids)
    assert refused_nothing(curated, tmp_path).code == "export.nothing"


def refused_nothing(review: Review, folder: Path) -> ExportError:
    with pytest.raises(ExportError) as caught:
        export(review, folder / "none.jsonl", "jsonl", [])
    assert not (folder / "none.jsonl").exists()
    return caught.value


def test_never_over_a_source_unless_asked(curated: Review, sample: Path) -> None:
    before = contents(sample)
    edits.set_category(curated, [1], ("CDN", "新的"))
    assert refused(curated, sample).code == "export.over_source"
    source = curated.sources()[0]
    assert refused(curated, Path(source.path), "jsonl").code == "export.over_source"
    assert contents(sample) == before
    done = export(curated, sample, "markdown", overwrite_sources=True)
    assert len(done.copies) == len(before)
    assert sorted(copy.read_bytes() for copy in done.copies) == sorted(before.values())
    assert (sample / source.name).read_bytes() != before[source.name]
    again = import_paths(curated, [sample])
    assert {report.outcome for report in again.reports} == {"changed", "already"}
    assert curated.check() == []


def test_never_over_the_review(curated: Review) -> None:
    assert refused(curated, curated.path, "jsonl").code == "export.over_review"


def test_what_stands_in_the_way(curated: Review, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "folder").mkdir()
    assert refused(curated, tmp_path / "file").code == "export.no_folder"
    assert refused(curated, tmp_path / "folder", "csv").code == "export.is_folder"
    assert (tmp_path / "file").read_text() == "x"


def test_a_stopped_export_leaves_the_old_file(curated: Review, tmp_path: Path) -> None:
    out = tmp_path / "out"
    export(curated, out, "markdown")
    before = contents(out)
    edits.set_category(curated, list(range(1, 61)), ("别的",))

    def stop(step: Step) -> None:
        if step.done:
            raise Cancelled

    with pytest.raises(Cancelled):
        export(curated, out, "markdown", progress=stop)
    assert contents(out) == before
    assert sorted(path.name for path in out.iterdir()) == sorted(before)


def test_a_full_disk_leaves_the_old_file(small_disk: Path, tmp_path: Path) -> None:
    with Review.create(tmp_path / "r.winnow") as review:
        import_paths(review, [jsonl(tmp_path / "many.jsonl", 300, 100)])
        for kind, out in (("jsonl", small_disk / "x.jsonl"), ("csv", small_disk / "x.csv")):
            export(review, out, kind)
        before = contents(small_disk)
        with (small_disk / "filler").open("wb") as filler:
            filler.write(b"x" * (free(small_disk) - 20_000))
        for kind, out in (("jsonl", small_disk / "x.jsonl"), ("markdown", small_disk / "out")):
            assert refused(review, out, kind).code == "export.full"
        (small_disk / "filler").unlink()
        assert {name: data for name, data in contents(small_disk).items() if name != "filler"} == before
        assert not list(small_disk.rglob("*.part"))


@pytest.mark.parametrize("kind", ["jsonl", "csv", "xlsx", "parquet", "huggingface", "label-studio", "doccano"])
def test_no_room_while_any_format_is_written_is_said(
    curated: Review, tmp_path: Path, kind: Format, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(outfile.Outfile, "write", full)
    assert refused(curated, tmp_path / "out", kind).code == "export.full"
    assert not list(tmp_path.rglob("*.part"))


def free(folder: Path) -> int:
    state = os.statvfs(folder)
    return state.f_bavail * state.f_frsize


def test_an_edit_on_a_full_disk_is_refused_and_nothing_lost(small_disk: Path, tmp_path: Path) -> None:
    with Review.create(small_disk / "r.winnow") as review:
        import_paths(review, [part(tmp_path / "part.md", [f"第 {n} 张" for n in range(50)])])
        edits.set_note(review, [1], "以前的")
        with (small_disk / "filler").open("wb") as filler:
            filler.write(b"x" * max(0, free(small_disk) - 8192))
        with pytest.raises(ReviewError, match="full"):
            write_notes(review)
        (small_disk / "filler").unlink()
        assert review.check() == []
        edits.set_note(review, [2], "又可以写了")
        assert review.ticket(2).note == "又可以写了"
        while edits.next_undo(review):
            edits.undo(review)
        assert not any(ticket.note for ticket in review.tickets())


def write_notes(review: Review) -> None:
    for n in range(2000):
        edits.set_note(review, list(range(1, 51)), f"{n}" + "备注" * 500)


def changed_since_its_export(review: Review, path: Path) -> bytes:
    """What a CSV at the path holds, which another export would write otherwise."""
    export(review, path, "csv")
    edits.set_note(review, [1], "新的")
    return path.read_bytes()


def test_a_file_that_reads_back_otherwise_is_not_moved(
    curated: Review, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = changed_since_its_export(curated, tmp_path / "a.csv")
    real = outfile.Outfile.close

    def rot(self: outfile.Outfile) -> None:
        real(self)
        with self.part.open("r+b") as file:
            file.seek(100)
            file.write(b"\0")

    monkeypatch.setattr(outfile.Outfile, "close", rot)
    assert refused(curated, tmp_path / "a.csv", "csv").code == "export.read_back"
    assert (tmp_path / "a.csv").read_bytes() == before


def test_what_the_disk_says_of_bytes_under_way_is_told(
    curated: Review, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Bytes are sent to the disk while more are written, and the disk says once that it could not keep them."""
    before = changed_since_its_export(curated, tmp_path / "a.csv")
    real, said = os.fsync, []

    def fsync(file: int) -> None:
        if threading.current_thread() is not threading.main_thread() and not said:
            said.append(file)
            raise OSError(errno.EIO, "Input/output error")
        real(file)

    monkeypatch.setattr(outfile, "LEG", 100)
    monkeypatch.setattr(os, "fsync", fsync)
    assert refused(curated, tmp_path / "a.csv", "csv").code == "export.io"
    assert said
    assert contents(tmp_path)["a.csv"] == before
    assert not list(tmp_path.rglob("*.part"))
    export(curated, tmp_path / "a.csv", "csv")
    assert "新的" in (tmp_path / "a.csv").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("field", ["replies", "conversation"])
@pytest.mark.parametrize("kind", ["jsonl", "csv", "xlsx", "huggingface"])
@pytest.mark.parametrize(
    "damage", ['[["staff", "a"', '[["staf~", "a"]]', '[["staff"]]', '[["staff", 7]]', '{"a": 1}', "7"]
)
def test_a_thread_that_damage_has_reached_is_told_with_its_ticket(
    curated: Review, tmp_path: Path, field: str, kind: Format, damage: str
) -> None:
    scan(curated)
    with curated.transaction():
        curated.execute(f"UPDATE ticket SET {field} = ? WHERE id = 7", (damage,))
    with pytest.raises(ReviewError) as caught:
        export(curated, tmp_path / "out", kind)
    assert (caught.value.code, caught.value.data["ticket"]) == ("review.damaged_ticket", 7)
    assert not (tmp_path / "out").is_file()
    assert not list((tmp_path / "out").rglob("*.*"))


def test_an_edit_that_its_dialect_cannot_hold_is_told(curated: Review, tmp_path: Path) -> None:
    """Verbs refuse such texts; a review that has one all the same exports nothing wrong."""
    ticket = next(one for one in curated.tickets() if one.source_name == "object-storage.md")
    with curated.transaction():
        curated.execute("INSERT INTO original VALUES (?, 'problem', ?)", (ticket.id, ticket.problem))
        text = "一\n\n---\n\n## 2. 另一张\n\n**问题分类**: CDN\n"
        curated.execute("UPDATE ticket SET problem = ?, edited = 4 WHERE id = ?", (text, ticket.id))
    error = refused(curated, tmp_path / "out")
    assert (error.code, error.data["ticket"]) == ("export.not_held", ticket.id)
    assert not list((tmp_path / "out").iterdir())


def test_formats_are_those_of_the_dialog() -> None:
    assert exporting.FORMATS[:3] == ("markdown", "jsonl", "csv")
