"""`winnow labels` and `winnow relabel`: their lines, objects and exit codes, and what they say that is wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from db import edits
from db.cli import main
from db.labels import joining, labelled, plan_text, read_plan, renaming
from db.review import Review
from tests.db.labels.invented import dataset

Capture = pytest.CaptureFixture[str]

TICKETS = [
    *[("网盘｜挂载", ["磁盘写满"], "")] * 3,
    *[("网盘/挂载", ["磁盘写满。"], "")] * 2,
    ("未分类", ["需结合日志进一步排查", "队列积压"], ""),
]


@pytest.fixture
def path(tmp_path: Path, capsys: Capture) -> str:
    """A review of some labels."""
    assert main(["import", str(tmp_path / "r.winnow"), str(dataset(tmp_path / "a.jsonl", TICKETS))]) == 0
    capsys.readouterr()
    return str(tmp_path / "r.winnow")


def objects(capsys: Capture) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_variants_are_a_group_a_line(path: str, capsys: Capture) -> None:
    assert main(["labels", path, "--variants", "--json"]) == 0
    found = objects(capsys)
    assert [(one["field"], one["method"], one["proposed"]) for one in found] == [
        ("category", "spelling", "网盘｜挂载"),
        ("category", "says-nothing", "未分类"),
        ("root-cause", "spelling", "磁盘写满"),
        ("root-cause", "says-nothing", "需结合日志进一步排查"),
    ]
    assert found[0]["labels"] == [{"label": "网盘｜挂载", "tickets": 3}, {"label": "网盘/挂载", "tickets": 2}]
    assert main(["labels", path, "--variants", "--field", "root-cause"]) == 0
    said = capsys.readouterr()
    assert len(said.out.splitlines()) == 2
    assert "磁盘写满 (3)  磁盘写满。 (2)" in said.out
    assert "2 labels as root-cause are probably 1; 1 say nothing" in said.err


def test_labels_alone_are_listed(path: str, capsys: Capture) -> None:
    assert main(["labels", path, "--json", "--field", "category"]) == 0
    assert [(one["label"], one["tickets"]) for one in objects(capsys)] == [
        ("网盘｜挂载", 3),
        ("网盘/挂载", 2),
        ("未分类", 1),
    ]
    assert main(["labels", path]) == 0
    assert "队列积压" in capsys.readouterr().out


def test_a_review_without_labels(tmp_path: Path, capsys: Capture) -> None:
    review = str(tmp_path / "r.winnow")
    assert main(["import", review, str(dataset(tmp_path / "a.jsonl", [("", [], "")]))]) == 0
    capsys.readouterr()
    assert main(["labels", review, "--variants", "--json"]) == 0
    assert objects(capsys) == []


def test_relabel_says_the_numbers_first_and_is_one_step(path: str, capsys: Capture) -> None:
    call = ["relabel", path, "--field", "category", "--from", "网盘/挂载", "--to", "网盘 > 挂载"]
    assert main([*call, "--dry-run", "--json"]) == 0
    planned = {"field": "category", "from": "网盘/挂载", "to": "网盘｜挂载", "tickets": 2, "of": 2, "sources": 1}
    (found,) = objects(capsys)
    assert {name: found[name] for name in planned} == planned
    assert (found["dry_run"], found["entry"], found["ids"]) == (True, None, [4, 5])
    assert found["labels"] == [{"from": "网盘/挂载", "to": "网盘｜挂载", "tickets": 2, "joins": True}]
    assert found["files"] == [{"source_file": "a.jsonl", "tickets": 2}]
    assert main([*call, "--query", "id:4"]) == 0
    first, second = capsys.readouterr().err.splitlines()
    assert "1 of the 2 tickets" in first
    assert "Set category" in second
    assert main([*call, "--json"]) == 0
    assert [(one["tickets"], one["entry"]) for one in objects(capsys)] == [(1, 3)]
    assert main(["labels", path, "--json", "--field", "category"]) == 0
    assert [one["tickets"] for one in objects(capsys)] == [5, 1]
    assert main(["undo", path]) == 0
    assert main(["undo", path]) == 0
    capsys.readouterr()
    assert main(["labels", path, "--json", "--field", "category"]) == 0
    assert [one["tickets"] for one in objects(capsys)] == [3, 2, 1]


def test_a_plan_is_carried_out_as_it_was_made(path: str, tmp_path: Path, capsys: Capture) -> None:
    """As a window does it, that has shown the numbers and does not wait."""
    with Review.open(Path(path)) as review:
        plans = [
            renaming(review, "category", "网盘", "云盘"),
            joining(review, "root_cause", {"队列积压": "拥堵", "磁盘写满。": "拥堵"}),
        ]
    for number, plan in enumerate(plans):
        file = tmp_path / f"plan-{number}"
        file.write_text(plan_text(plan), encoding="utf-8")
        assert read_plan(file) == plan
        call = ["relabel", path, "--plan", str(file)]
        assert main([*call, "--json"]) == 0
        assert [set(one) for one in objects(capsys)] == [{"entry"}]
    with Review.open(Path(path)) as review:
        (second, first) = edits.log(review, 2)
        assert (first.tickets, second.tickets) == tuple(len(plan.tickets) for plan in plans)
        assert {one.label for one in labelled(review, "category")} >= {"云盘｜挂载"}
    for text, said in (("{}", "is no plan"), ("[]", "is no plan"), ("{", "is no plan"), ("", "does not exist")):
        file.write_text(text) if text else file.unlink()
        assert main(call) == 2
        assert said in capsys.readouterr().err
    assert main(["relabel", path, "--to", "云盘"]) == 2
    assert "--field and --from" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("field", "old", "new", "said"),
    [
        ("category", "网盘｜挂栽", "网盘｜挂载", "Did you mean “网盘｜挂载”"),
        ("root-cause", "zzz", "磁盘写满", "No ticket has the label “zzz” as its root cause"),
        ("root-cause", "磁盘写满", "两\n行", "两"),
    ],
)
def test_a_call_that_is_wrong(path: str, capsys: Capture, field: str, old: str, new: str, said: str) -> None:
    assert main(["relabel", path, "--field", field, "--from", old, "--to", new]) == 2
    assert said in capsys.readouterr().err
    assert main(["undo", path]) == 1  # nothing was done


def test_arguments_that_are_missing_or_no_field(path: str) -> None:
    assert main(["labels", path, "--field", "title"]) == 2
    assert main(["relabel", path, "--field", "category", "--from", "网盘"]) == 2


def test_the_taxonomy_is_a_label_a_line(path: str, capsys: Capture) -> None:
    assert main(["taxonomy", path]) == 0
    said = capsys.readouterr()
    assert [line.split("  ")[-1].strip() for line in said.out.splitlines()][:3] == ["网盘", "挂载", "网盘/挂载"]
    assert "4 labels as category, 0 of them in the taxonomy" in said.err
    assert main(["taxonomy", path, "--field", "root-cause", "--json"]) == 0
    first = objects(capsys)[0]
    assert first == {
        "field": "root-cause",
        "label": "磁盘写满",
        "names": ["磁盘写满"],
        "tickets": 3,
        "total": 3,
        "first": {"source_file": "a.jsonl", "line": 1, "id": 1},
        "examples": [1, 3],
        "definition": "",
        "example": "",
        "listed": False,
        "retired": False,
    }


def test_a_category_moves_with_all_below_it(tmp_path: Path, capsys: Capture) -> None:
    review = str(tmp_path / "r.winnow")
    tickets = [("网盘", [], ""), ("网盘｜挂载", [], ""), ("存储｜块", [], "")]
    assert main(["import", review, str(dataset(tmp_path / "a.jsonl", tickets))]) == 0
    call = ["relabel", review, "--field", "category", "--from", "网盘", "--json"]
    capsys.readouterr()
    assert main([*call, "--parent", "存储", "--dry-run"]) == 0
    (found,) = objects(capsys)
    assert (found["to"], found["tickets"], found["ids"]) == ("存储｜网盘", 2, [1, 2])
    assert main([*call, "--to", "云盘", "--children"]) == 0
    capsys.readouterr()
    assert main(["taxonomy", review, "--field", "category", "--json"]) == 0
    assert [one["label"] for one in objects(capsys)] == ["云盘", "云盘｜挂载", "存储", "存储｜块"]
    assert main(["relabel", review, "--field", "category", "--from", "云盘", "--parent", "云盘｜挂载"]) == 2
    assert "below itself" in capsys.readouterr().err
    assert main(["relabel", review, "--field", "category", "--from", "存储", "--to", "盘"]) == 2
    assert "Take it along" in capsys.readouterr().err
    assert main(["relabel", review, "--field", "category", "--from", "云盘", "--parent", "", "--query", "云"]) == 2
    assert "without a search" in capsys.readouterr().err
    assert main(["log", review, "--limit", "1"]) == 0
    assert "Category 网盘 and all below it became 云盘 on 2 tickets" in capsys.readouterr().out


def test_a_taxonomy_is_decided_and_checked(path: str, capsys: Capture) -> None:
    assert main(["taxonomy", path, "--check"]) == 0
    call = ["taxonomy", path, "--field", "category"]
    assert main([*call, "--hold"]) == 2
    assert main([*call, "--describe", "网盘｜挂载", "--definition", "挂不上", "--example-ticket", "1"]) == 0
    assert main([*call, "--retire", "未分类", "--dry-run"]) == 0
    assert "Would be done: Retired labels that one ticket has" in capsys.readouterr().err
    assert main([*call, "--retire", "未分类"]) == 0
    assert main([*call, "--hold", "--json"]) == 0
    (found,) = objects(capsys)
    assert (found["action"], found["tickets"], found["ids"]) == ("labels.held", 3, [4, 5, 6])
    assert main(["taxonomy", path, "--check", "--json"]) == 1
    listed = objects(capsys)
    assert listed[0] == {
        "id": 4,
        "source_file": "a.jsonl",
        "line": 4,
        "title": "第 4 件事",
        "field": "category",
        "label": "网盘/挂载",
        "reason": "outside",
    }
    assert [(one["id"], one["reason"]) for one in listed] == [(4, "outside"), (5, "outside"), (6, "retired")]
    assert main(["taxonomy", path, "--check"]) == 1
    assert "3 tickets have one of 2 labels that may not be" in capsys.readouterr().err
    assert main(["list", path, "is:outside", "--json"]) == 0
    assert [one["id"] for one in objects(capsys)] == [4, 5, 6]
    assert main(["taxonomy", path]) == 0
    assert "挂载: 挂不上" in capsys.readouterr().out
    assert main(["edit", path, "1", "--category", "未分类"]) == 2
    for last in (["--free"], ["--restore", "未分类"], ["--admit", "网盘/挂载"], ["--admit-all"]):
        assert main([*call, *last]) == 0
    assert main(["taxonomy", path, "--check"]) == 0
    assert main(["taxonomy", path, "--retire", "未分类"]) == 2
    assert "--field category" in capsys.readouterr().err


def test_a_taxonomy_goes_from_one_review_to_another(path: str, tmp_path: Path, capsys: Capture) -> None:
    file, other = str(tmp_path / "t.json"), str(tmp_path / "other.winnow")
    assert main(["taxonomy", path, "--field", "category", "--retire", "未分类"]) == 0
    assert main(["taxonomy", path, "--export", file, "--json"]) == 0
    assert objects(capsys) == [{"file": file, "labels": 7}]
    assert main(["import", other, str(dataset(tmp_path / "b.jsonl", [("网盘", ["队列积压"], "")]))]) == 0
    capsys.readouterr()
    assert main(["taxonomy", other, "--import", file, "--dry-run", "--json"]) == 0
    found = objects(capsys)
    assert found[0] == {"field": "category", "label": "未分类", "change": "added", "dry_run": True}
    assert len(found) == 7
    assert main(["taxonomy", other, "--import", file]) == 0
    assert "7 added, 0 changed; 0 are the same" in capsys.readouterr().err
    assert main(["taxonomy", other, "--hold"]) == 0
    assert main(["taxonomy", other, "--check", "--json"]) == 1
    assert [(one["label"], one["reason"]) for one in objects(capsys)] == [("网盘", "outside")]
    assert main(["taxonomy", other, "--import", str(tmp_path / "a.jsonl")]) == 1
    assert "is no taxonomy" in capsys.readouterr().err


def test_the_spread_is_a_row_a_line(tmp_path: Path, capsys: Capture) -> None:
    review = str(tmp_path / "r.winnow")
    usual = [("网盘", ["磁盘写满"]), ("队列", ["队列积压"])] * 3
    files = [str(dataset(tmp_path / f"{name}.jsonl", [(*one, name) for one in usual])) for name in ("a", "b")]
    files.append(str(dataset(tmp_path / "c.jsonl", [("未分类", ["磁盘写满"], "")] * 4)))
    assert main(["import", review, *files]) == 0
    capsys.readouterr()
    assert main(["labels", review, "--spread", "--json"]) == 0
    first = objects(capsys)[0]
    assert (first["row"], first["tickets"], first["divergence"], first["by"]) == ("c.jsonl", 4, 1.0, "source")
    assert first["cells"] == [
        {"category": "未分类", "tickets": 4, "expected": 1.0, "residual": 4.0, "query": "source:=c.jsonl cat:=未分类"}
    ]
    assert main(["labels", review, "--spread", "root-cause"]) == 0
    said = capsys.readouterr()
    assert "队列积压: 队列 6 (+4.0)" in said.out
    assert "2 rows, 3 categories" in said.err
    assert main(["list", review, "source:=c.jsonl cat:=未分类", "--json"]) == 0
    assert len(objects(capsys)) == 4
