"""The command line: every command, its lines and objects, its exit codes, and what it says when something is wrong."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from db import replies
from db.cli import main
from db.commands.output import Output
from db.replies import scan
from db.review import Review
from qtapp.__main__ import COMMANDS
from tests.db.files import jsonl
from tests.db.replies.invented import FAR, HOLDING, LINE, dataset, handle, look

ROOT = Path(__file__).resolve().parents[2]
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def path(tmp_path: Path, sample: Path, capsys: Capture) -> Path:
    """A review of the sample, made by the command itself."""
    review = tmp_path / "r.winnow"
    assert main(["import", str(review), str(sample)]) == 0
    capsys.readouterr()
    return review


def objects(capsys: Capture) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def listed(path: Path, capsys: Capture, *query: str) -> list[dict[str, object]]:
    capsys.readouterr()
    assert main(["list", str(path), "--json", *query]) == 0
    return objects(capsys)


def test_the_program_knows_every_command(capsys: Capture) -> None:
    assert main(["--help"]) == 0
    listed = capsys.readouterr().out.split("COMMAND\n")[-1]
    described = {line.split()[0] for line in listed.splitlines() if re.match(r" {4}\w", line)}
    assert described == {word for word in COMMANDS if not word.startswith("-")}


def test_import_reports_each_file(tmp_path: Path, sample: Path, capsys: Capture) -> None:
    assert main(["import", str(tmp_path / "r.winnow"), str(sample), "--json"]) == 0
    reports = objects(capsys)
    assert len(reports) == 4
    assert sum(report["tickets"] for report in reports) == 60
    for report in reports:
        assert {"source_file", "declared", "dialect", "encoding", "findings", "outcome"} <= report.keys()
    findings = [one for report in reports for one in report["findings"]]
    assert all({"line", "code", "ticket", "text"} == one.keys() for one in findings)
    assert findings
    assert main(["import", str(tmp_path / "r.winnow"), str(sample)]) == 0
    said = capsys.readouterr()
    assert said.out.count("nothing was doubled") == 4
    assert "Nothing new to import" in said.err


def test_a_finding_names_file_and_line(tmp_path: Path, sample: Path, capsys: Capture) -> None:
    main(["import", str(tmp_path / "r.winnow"), str(sample)])
    lines = [line.strip() for line in capsys.readouterr().out.splitlines() if line.startswith("  ")]
    assert any(line.split(":")[0].endswith(".md") and line.split(":")[1].isdigit() for line in lines)


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path, sample: Path, capsys: Capture) -> None:
    (sample / "empty.md").touch()
    assert main(["import", str(tmp_path / "r.winnow"), str(sample), str(tmp_path / "nowhere.md")]) == 1
    said = capsys.readouterr()
    assert "empty.md is empty" in said.err
    assert "nowhere.md" in said.err
    with Review.open(tmp_path / "r.winnow") as review:
        assert review.counts() == (60, 0)


def test_an_import_of_nothing_leaves_no_review(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "notes.md").write_text("nothing but a note\n", encoding="utf-8")
    assert main(["import", str(tmp_path / "r.winnow"), str(tmp_path / "notes.md")]) == 1
    assert capsys.readouterr().err
    assert [one.name for one in tmp_path.iterdir()] == ["notes.md"]


def test_a_synonym_is_told_to_the_import(tmp_path: Path, capsys: Capture) -> None:
    text = "".join(
        f"## {n}. 第{n}张\n\n**问题分类**: CDN\n\n### 来由\n\n为什么{n}\n\n### 客服解答\n\n- 好的\n\n---\n"
        for n in (1, 2)
    )
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    review = str(tmp_path / "r.winnow")
    assert main(["import", review, str(tmp_path / "a.md"), "--synonym", "来由=problem"]) == 0
    capsys.readouterr()
    main(["show", review, "2", "--json"])
    assert objects(capsys)[-1]["problem"] == "为什么2"
    assert main(["import", review, str(tmp_path / "a.md"), "--synonym", "来由=nonsense"]) == 2


def test_list_is_one_object_a_line(path: Path, capsys: Capture) -> None:
    everything = listed(path, capsys)
    assert len(everything) == 60
    assert {"id", "source_file", "line", "title", "category", "status", "edited"} <= everything[0].keys()
    some = listed(path, capsys, "cat:CDN", "-is:flagged")
    assert 0 < len(some) < 60
    assert {str(one["category"][0]).casefold() for one in some} == {"cdn"}
    assert main(["list", str(path), "cat:CDN"]) == 0
    said = capsys.readouterr()
    assert len(said.out.splitlines()) == len(some)
    assert said.err.strip() == f"{len(some)} tickets"


def test_show_is_the_whole_ticket(path: Path, capsys: Capture) -> None:
    assert main(["show", str(path), "3", "4", "--json"]) == 0
    third, fourth = objects(capsys)
    assert (third["id"], fourth["id"]) == (3, 4)
    assert list(third)[:4] == ["source_file", "line", "number", "title"]
    assert main(["show", str(path), "3"]) == 0
    assert str(third["title"]) in capsys.readouterr().out


def test_edit_undo_redo_log(path: Path, capsys: Capture) -> None:
    call = ["edit", str(path), "3", "4", "--category", "CDN｜新的", "--root-cause", "甲", "--root-cause", "乙"]
    assert main([*call, "--status", "reviewed", "--note", "看过", "--reviewer", "lin", "--json"]) == 0
    for one in objects(capsys):
        assert (one["category"], one["root_causes"], one["status"]) == (["CDN", "新的"], ["甲", "乙"], "reviewed")
        assert one["edited"] == ["category", "root_cause"]
    assert main(["undo", str(path)]) == 0
    assert "Undone: Changed 2 tickets" in capsys.readouterr().err
    assert listed(path, capsys, "is:edited") == []
    assert main(["redo", str(path)]) == 0
    assert len(listed(path, capsys, "is:edited")) == 2
    assert main(["log", str(path), "--json"]) == 0
    redone, undone, edited, imported = objects(capsys)
    assert [one["kind"] for one in (redone, undone, edited, imported)] == ["redo", "undo", "edit", "import"]
    assert (edited["reviewer"], edited["tickets"], edited["undone"]) == ("lin", 2, False)
    assert main(["log", str(path), "--limit", "1"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1


def test_empty_values_take_off(path: Path, capsys: Capture) -> None:
    main(["edit", str(path), "3", "--note", "x"])
    assert main(["edit", str(path), "3", "--category", "", "--root-cause", "", "--note", "", "--json"]) == 0
    (one,) = objects(capsys)
    assert (one["category"], one["root_causes"], one["note"]) == ([], [], "")


def test_exports(path: Path, sample: Path, tmp_path: Path, capsys: Capture) -> None:
    assert main(["export", str(path), str(tmp_path / "out"), "--format", "markdown"]) == 0
    for file in sample.iterdir():
        assert (tmp_path / "out" / file.name).read_bytes() == file.read_bytes()
    capsys.readouterr()
    call = ["export", str(path), str(tmp_path / "cdn.jsonl"), "--format", "jsonl", "--query", "cat:CDN", "--json"]
    assert main(call) == 0
    (done,) = objects(capsys)
    assert done["tickets"] == len((tmp_path / "cdn.jsonl").read_text("utf-8").splitlines()) > 0
    assert main(["export", str(path), str(sample), "--format", "markdown"]) == 1
    assert "is a source of this review" in capsys.readouterr().err


def test_check_backup_restore(path: Path, capsys: Capture) -> None:
    assert main(["check", str(path)]) == 0
    assert main(["backup", str(path), "--json"]) == 0
    copy = Path(str(objects(capsys)[-1]["backup"]))
    main(["edit", str(path), "1", "--status", "flagged"])
    assert main(["restore", str(path), str(copy)]) == 0
    assert listed(path, capsys, "is:flagged") == []
    assert main(["restore", str(path)]) == 0  # the newest copy: what the restored review was before
    assert len(listed(path, capsys, "is:flagged")) == 1
    assert main(["backup", str(path), "--list", "--json"]) == 0
    assert len(objects(capsys)) >= 3


def test_check_tells_what_is_wrong(path: Path, capsys: Capture) -> None:
    with Review.open(path) as review, review.transaction():
        review.execute("UPDATE ticket SET title = 'x' WHERE id = 5")
    assert main(["check", str(path), "--json"]) == 1
    problems = objects(capsys)
    # it was changed behind the log and behind the index
    assert [one["code"] for one in problems] == ["check.value", "check.not_indexed"]
    assert all("Ticket 5" in str(one["text"]) for one in problems)


def test_a_damaged_index_is_made_anew(path: Path, capsys: Capture) -> None:
    with Review.open(path) as review, review.transaction():
        review.execute("DELETE FROM ticket_text_data WHERE id > 10")
    assert main(["check", str(path)]) == 1
    assert "--rebuild-index" in capsys.readouterr().out
    assert main(["check", str(path), "--rebuild-index"]) == 0
    assert len(listed(path, capsys, "证书")) > 0


def test_restore_of_a_review_that_does_not_open(path: Path, capsys: Capture) -> None:
    main(["backup", str(path)])
    path.write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    assert main(["list", str(path)]) == 1
    assert main(["restore", str(path)]) == 0
    assert len(listed(path, capsys)) == 60


@pytest.mark.parametrize(
    "call",
    [
        [],
        ["nonsense"],
        ["list"],
        ["list", "{r}", "--nonsense"],
        ["list", "{r}", "cat:"],
        ["list", "{r}", "(证书"],
        ["edit", "{r}"],
        ["edit", "{r}", "one"],
        ["edit", "{r}", "1", "--status", "good"],
        ["edit", "{r}", "1", "--category", "a｜｜b"],
        ["export", "{r}", "{r}.x", "--format", "pdf"],
        ["export", "{r}", "{r}.x"],
    ],
)
def test_a_wrong_call_ends_with_two(path: Path, call: list[str], capsys: Capture) -> None:
    assert main([word.format(r=path) for word in call]) == 2
    said = capsys.readouterr()
    assert said.err
    assert not said.out
    assert "Traceback" not in said.err


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (["list", "{f}/none.winnow"], "There is no review"),
        (["list", "{f}/text.winnow"], "is not a Winnow review"),
        (["show", "{r}", "999"], "There is no ticket 999"),
        (["edit", "{r}", "999", "--note", "x"], "There is no ticket 999"),
        (["undo", "{r}"], "nothing to undo"),
        (["redo", "{r}"], "nothing to do again"),
        (["restore", "{r}", "{f}/text.winnow"], "is not a Winnow review"),
        (["export", "{r}", "{f}/x.csv", "--format", "csv", "--query", "is:flagged"], "Nothing was written"),
    ],
)
def test_what_is_wrong_with_the_data_ends_with_one(path: Path, call: list[str], words: str, capsys: Capture) -> None:
    (path.parent / "text.winnow").write_text("text\n")
    assert main([word.format(r=path, f=path.parent) for word in call]) == 1
    said = capsys.readouterr()
    assert words in said.err
    assert not said.out


def run(*words: str, **more: object) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": ""}
    command = [sys.executable, "-m", "qtapp", *words]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=environment, **more)


def test_no_progress_where_there_is_no_terminal(tmp_path: Path, sample: Path) -> None:
    done = run("import", str(tmp_path / "r.winnow"), str(sample))
    assert done.returncode == 0
    assert "\r" not in done.stdout + done.stderr
    assert "object-storage.md: " in done.stdout


def test_a_program_can_watch_and_cancel(tmp_path: Path) -> None:
    many = jsonl(tmp_path / "many.jsonl", 20_000, 50)
    done = run("import", str(tmp_path / "r.winnow"), str(many), "--progress-json", input="cancel\n")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode != 0
    assert not [line for line in lines if "result" in line or "error" in line]
    done = run("import", str(tmp_path / "r.winnow"), str(many), "--progress-json", stdin=subprocess.DEVNULL)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert {"stage", "done", "total", "subject"} == lines[0]["step"].keys()
    assert [line["result"]["tickets"] for line in lines if "result" in line] == [20_000]
    assert lines[-1]["step"]["stage"] == "tidy"
    done = run("list", str(tmp_path / "none.winnow"), "--progress-json")
    (line,) = (json.loads(line) for line in done.stdout.splitlines())
    assert line["error"]["code"] == "review.missing"


def test_a_reader_that_has_enough_is_no_error(path: Path) -> None:
    command = f"{sys.executable} -m qtapp list {path} --json | head -n 1"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, encoding="utf-8", env=environment)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["id"] == 1


def test_no_library_of_the_window_is_loaded(path: Path) -> None:
    program = (
        "import sys; from db.cli import main; main(sys.argv[1:]); print([m for m in sys.modules if 'PySide' in m])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "list", str(path)], capture_output=True, text=True, encoding="utf-8", cwd=ROOT
    )
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.fixture
def canned(tmp_path: Path, capsys: Capture) -> Path:
    """A review of invented canned replies that nobody has scanned."""
    review = tmp_path / "canned.winnow"
    assert main(["import", str(review), str(dataset(tmp_path / "files"))]) == 0
    capsys.readouterr()
    return review


def told(capsys: Capture, *call: object) -> list[dict[str, object]]:
    capsys.readouterr()
    assert main([str(one) for one in call] + ["--json"]) == 0
    return objects(capsys)


FAMILY = ["id", "kind", "wording", "template", "uses", "tickets", "variants", "categories", "decision", "neighbours"]


def test_replies_a_family_a_line(canned: Path, capsys: Capture) -> None:
    assert main(["replies", str(canned)]) == 0
    said = capsys.readouterr()
    assert len(said.out.splitlines()) == 4
    assert "4 families, 24 replies" in said.err
    families = told(capsys, "replies", canned)
    assert [list(one) for one in families] == [FAMILY] * 4
    assert [(one["kind"], one["uses"], one["tickets"]) for one in families] == [
        ("equal", 8, 8),
        ("near", 8, 8),
        ("template", 6, 6),
        ("equal", 2, 2),
    ]
    for one in families:
        assert sum(variant["uses"] for variant in one["variants"]) == one["uses"]
        assert sum(place["tickets"] for place in one["categories"]) == one["tickets"]
        assert one["decision"] is None
    with Review.open(canned, "lin") as review:
        found = look(review)
        replies.keep(review, found, [handle(found, LINE)], 2)
    assert told(capsys, "replies", canned)[1]["decision"] == {"code": "keep", "examples": 2}
    assert "(keep)" in said_by(capsys, "replies", canned)


def said_by(capsys: Capture, *call: object) -> str:
    capsys.readouterr()
    assert main([str(one) for one in call]) == 0
    return capsys.readouterr().out


def test_replies_at_another_threshold_and_by_a_query(canned: Path, capsys: Capture) -> None:
    assert [len(one["variants"]) for one in told(capsys, "replies", canned, "--threshold", "0.75")] == [2, 3, 4, 2]
    assert [len(one["variants"]) for one in told(capsys, "replies", canned, "--threshold", "1")] == [2, 4, 1, 1, 1]
    assert len(told(capsys, "replies", canned)) == 4
    (refund,) = told(capsys, "replies", canned, "退款")
    assert refund["template"] == "退款会在 {number} 个工作日内原路退回到付款账户，请留意"
    assert [one["uses"] for one in told(capsys, "replies", canned, "category:类1", "-退款", "len:>10")] == [8]
    assert told(capsys, "replies", canned, f"family:{refund['id']}") == [refund]
    assert len(told(capsys, "replies", canned, "is:canned")) == 4
    assert told(capsys, "replies", canned, "nowhere") == []
    assert main(["replies", str(canned), "len:abc"]) == 2
    assert capsys.readouterr().err


@pytest.mark.parametrize("given", ["0.74", "1.01", "abc", "nan", "inf", "-1", "", "90%"])
def test_a_bad_threshold_is_the_calls_fault(canned: Path, capsys: Capture, given: str) -> None:
    assert main(["replies", str(canned), f"--threshold={given}"]) == 2
    assert "0.75 to 1" in capsys.readouterr().err


@pytest.mark.parametrize("more", [["--scan", "--conflicts"], ["--duplicate-tickets", "--conflicts"]])
def test_one_thing_at_a_time(canned: Path, more: list[str]) -> None:
    assert main(["replies", str(canned), *more]) == 2


def test_replies_scan_duplicates_and_conflicts(canned: Path, capsys: Capture) -> None:
    assert told(capsys, "replies", canned, "--scan") == [{"families": 4}]
    whole, alike = told(capsys, "replies", canned, "--duplicate-tickets")
    assert whole == {"kind": "duplicate", "title": "同一件事", "tickets": [7, 8, 9], "kept": None}
    assert (alike["kind"], alike["tickets"]) == ("other_replies", [7, 8, 9, 10])
    assert "7, 8, 9" in said_by(capsys, "replies", canned, "--duplicate-tickets")
    assert main(["edit", str(canned), "8", "--category", "别的"]) == 0
    first, *others = told(capsys, "replies", canned, "--conflicts")
    assert (first["same"], first["field"], first["text"]) == ("problem", "category", "一样的问题")
    assert [label["tickets"] for label in first["labels"]] == [[7, 9, 10], [8]]
    assert [one["strength"] for one in others] == sorted((one["strength"] for one in others), reverse=True)
    assert len(said_by(capsys, "replies", canned, "--conflicts").splitlines()) == len(others) + 1


def test_tickets_by_their_replies(canned: Path, capsys: Capture) -> None:
    """Though nobody has scanned them."""
    ids = [one["id"] for one in listed(canned, capsys, "is:canned")]
    assert ids == [one for one in range(1, 19) if one not in (5, 10)]
    assert [one["id"] for one in listed(canned, capsys, "is:duplicate")] == [7, 8, 9]
    refund = told(capsys, "replies", canned, "退款")[0]["id"]
    assert [one["id"] for one in listed(canned, capsys, f"family:{refund}")] == [7, 8, 9, 16, 17, 18]
    assert [one["id"] for one in listed(canned, capsys, f"family:{refund}", "-is:duplicate")] == [16, 17, 18]
    assert listed(canned, capsys, "family:nothing") == []


def test_replies_of_a_review_that_is_read_only(canned: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = [one["id"] for one in told(capsys, "replies", canned)]
    with Review.open(canned) as review:
        review.execute("DELETE FROM replyarray")
        review.execute("DELETE FROM setting WHERE key = 'replies.scan'")
    opened = Review.open
    monkeypatch.setattr("db.cli._open", lambda call: opened(call.review, read_only=True))
    assert [one["id"] for one in told(capsys, "replies", canned)] == expected
    assert len(listed(canned, capsys, "is:duplicate")) == 3
    assert main(["replies", str(canned), "--scan"]) == 1
    assert capsys.readouterr().err


def test_what_a_full_disk_keeps_from_being_written_is_told_so(canned: Path, small_disk: Path, capsys: Capture) -> None:
    review = Path(shutil.copy(canned, small_disk / "r.winnow"))
    (small_disk / "fill").write_bytes(bytes(shutil.disk_usage(small_disk).free))
    assert main(["list", str(review)]) == 0
    for words in (
        ["replies", "--scan"],
        ["taxonomy", "--field", "category", "--retire", "CDN"],
        ["edit", "1", "--note", "x"],
    ):
        capsys.readouterr()
        assert main([words[0], str(review), *words[1:]]) == 1
        assert "is full" in capsys.readouterr().err


def test_replies_where_there_are_none(tmp_path: Path, capsys: Capture) -> None:
    review = tmp_path / "none.winnow"
    (tmp_path / "t.jsonl").write_text(json.dumps({"title": "a", "problem": "b", "replies": []}) + "\n", "utf-8")
    assert main(["import", str(review), str(tmp_path / "t.jsonl")]) == 0
    for more in ([], ["--duplicate-tickets"], ["--conflicts"]):
        assert told(capsys, "replies", review, *more) == []
    assert told(capsys, "replies", review, "--scan") == [{"families": 0}]
    assert main(["replies", str(tmp_path / "nowhere.winnow")]) == 1


def test_exports_that_follow_decisions(canned: Path, tmp_path: Path, capsys: Capture) -> None:
    with Review.open(canned, "lin") as review:
        scan(review)
        found = look(review)
        replies.mark_holding(review, found, [handle(found, HOLDING)])
        replies.choose_wording(review, found, handle(found, LINE), FAR)
    out = tmp_path / "x.jsonl"
    (done,) = told(capsys, "export", canned, out, "--format", "jsonl", "--no-holding", "--chosen-wording",
                   "--no-duplicates", "--at-most", "3")  # fmt: skip
    assert (done["left_out_duplicates"], done["left_out_repeated"]) == (2, 6)
    said = out.read_text("utf-8")
    texts = {turn["text"] for line in said.splitlines() for turn in json.loads(line)["replies"]}
    assert not {HOLDING, f"{HOLDING}。", LINE} & texts
    assert FAR in texts
    assert main(["export", str(canned), str(out), "--format", "jsonl", "--at-most", "-1"]) == 2


def test_a_terminal_obeys_no_ticket(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    words = {"\x1b]0;标题\x07红\x1b[31m": "␛]0;标题␇红␛[31m", "a\tb\nc": "a\tb\nc", "\u202e倒\x9b": "\ufffd倒\ufffd"}
    for given, shown in words.items():
        for is_terminal, wanted in ((True, shown), (False, given)):
            monkeypatch.setattr(sys.stdout, "isatty", lambda said=is_terminal: said)
            Output(as_json=False, watched=False).result({}, given)
            assert capsys.readouterr().out == f"{wanted}\n"
