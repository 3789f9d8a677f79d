"""Tables in a review: imported, checked, edited, written back in kind, compared; and the command line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from db import edits
from db.cli import main
from db.drift import apply_drift
from db.errors import EditError, ExportError
from db.exporting import export
from db.importing import import_paths, read_again
from db.review import Review
from db.values import Turn
from tests.db.files import part
from tests.db.formats.tables.making import ROWS, book, dumped, file, lines, listed
from tests.db.formats.tables.test_delimited import table

KINDS = {
    "a.csv": table("gb18030"),
    "a.tsv": table(delimiter="\t"),
    "a.xlsx": book(listed()),
    "a.json": dumped(ROWS, indent=2),
    "a.jsonl": lines(ROWS),
}


@pytest.fixture
def review(tmp_path: Path) -> Iterator[Review]:
    """An empty review."""
    with Review.create(tmp_path / "r.winnow", "lin") as made:
        yield made


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    """A call of the command line: its exit code and what it said."""
    code = main(list(words))
    said = capsys.readouterr()
    return code, said.out, said.err


@pytest.mark.parametrize("name", KINDS)
def test_a_table_comes_in_is_sound_and_goes_out_as_it_was(review: Review, tmp_path: Path, name: str) -> None:
    path = file(tmp_path, name, KINDS[name])
    assert import_paths(review, [path]).problems == ()
    assert [one.title for one in review.tickets()] == [row["主题"] for row in ROWS]
    assert review.check() == []
    export(review, tmp_path / "out", "markdown")
    assert (tmp_path / "out" / name).read_bytes() == KINDS[name]


@pytest.mark.parametrize("name", KINDS)
def test_edits_are_written_back_and_read_again(review: Review, tmp_path: Path, name: str) -> None:
    import_paths(review, [file(tmp_path, name, KINDS[name])])
    edits.set_text(review, 1, "title", "新标题")
    edits.set_text(review, 2, "problem", '引"号"，\n两行')
    edits.set_category(review, [3], ("甲", "乙"))
    edits.set_text(review, 1, "replies", [Turn("staff", "换了")])
    wanted = [(one.title, one.problem, one.category, one.replies) for one in review.tickets()]
    export(review, tmp_path / "out", "markdown")
    with Review.create(tmp_path / "again.winnow", "lin") as again:
        import_paths(again, [tmp_path / "out" / name])
        assert [(one.title, one.problem, one.category, one.replies) for one in again.tickets()] == wanted
    assert review.check() == []


@pytest.mark.parametrize("name", KINDS)
def test_what_a_table_has_no_column_for_is_refused_when_it_is_typed(review: Review, tmp_path: Path, name: str) -> None:
    import_paths(review, [file(tmp_path, name, KINDS[name])])
    with pytest.raises(EditError) as caught:
        edits.set_text(review, 1, "conversation", [Turn("staff", "一")])
    assert caught.value.code == "edit.not_held"
    with pytest.raises(EditError):
        edits.set_text(review, 1, "replies", [Turn("staff", "一"), Turn("customer", "二")])
    assert review.ticket(1).edited == ()


@pytest.mark.parametrize("name", [*KINDS, "a.md"])
def test_no_file_gets_a_nul_that_would_not_be_read_again(review: Review, tmp_path: Path, name: str) -> None:
    path = file(tmp_path, name, KINDS[name]) if name in KINDS else part(tmp_path / name, ["甲", "乙", "丙"])
    import_paths(review, [path])
    if name in ("a.csv", "a.tsv", "a.md"):
        with pytest.raises(EditError) as caught:
            edits.set_text(review, 1, "problem", "一\0二")
        assert caught.value.code == "edit.not_held"
        edits.set_category(review, [2], ("甲\0",))  # of many tickets only the names are looked at
        if name in KINDS:
            assert export(review, tmp_path / "out", "markdown").not_held == 1
            return
        with pytest.raises(ExportError) as told:
            export(review, tmp_path / "out", "markdown")
        assert (told.value.code, told.value.data["field"]) == ("export.not_held", "category")
        return
    edits.set_text(review, 1, "problem", "一\0二")
    export(review, tmp_path / "out", "markdown")
    with Review.create(tmp_path / "again.winnow", "lin") as again:
        import_paths(again, [tmp_path / "out" / name])
        assert again.ticket(1).problem == "一\0二"


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx", "a.json", "a.jsonl"])
def test_a_table_that_changed_is_compared_with_its_own_mapping(review: Review, tmp_path: Path, name: str) -> None:
    path = file(tmp_path, name, KINDS[name])
    import_paths(review, [path])
    edits.set_text(review, 1, "title", "我的")
    rows = [
        *({**row, "问题描述": row["问题描述"] + "！"} if n == 1 else row for n, row in enumerate(ROWS)),
        ROWS[0] | {"主题": "新"},
    ]
    makers: dict[str, Any] = {"csv": _csv, "xlsx": lambda rows: book(listed(rows)), "json": dumped, "jsonl": lines}
    path.write_bytes(makers[name[2:]](rows))
    [drift] = import_paths(review, [path]).drifts
    assert (drift.counts.both + drift.counts.there, drift.counts.new, drift.counts.gone) == (1, 1, 0)
    apply_drift(review, drift)
    assert [one.title for one in review.tickets()] == ["我的", "访问慢", "退款", "新"]
    assert review.check() == []


def _csv(rows: Any) -> bytes:
    import csv
    import io

    out = io.StringIO(newline="")
    csv.writer(out).writerows(listed(rows))
    return out.getvalue().encode("gb18030")


def test_a_mapping_that_is_corrected_is_read_again(review: Review, tmp_path: Path) -> None:
    import_paths(review, [file(tmp_path, "a.csv", KINDS["a.csv"])])
    assert review.ticket(1).fields == (("渠道", "网页"),)
    review.remember_shape(list(ROWS[0]), ["title", "problem", "other", "replies", "other", "category"])
    read_again(review, 1)
    assert review.ticket(1).category == ("网页",)
    assert review.ticket(1).fields == (("分类", "网盘｜预览"), ("根本原因", "证书过期"))
    assert review.check() == []
    import_paths(
        review,
        [file(tmp_path, "b.csv", KINDS["a.csv"].replace(b"1", b"1") + "丁,戊,己,庚,辛,壬\r\n".encode("gb18030"))],
    )
    assert next(one for one in review.tickets() if one.title == "丁").category == ("壬",)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("quote.csv", '标题,问题描述\n甲,"一\n'.encode()),
        ("late.csv", ("标题,问题描述\n" + "甲,一\n" * 5000 + '甲,"一\n').encode()),
        ("nul.csv", b"title,problem\na,\0\n"),
        ("broken.json", b'[{"title": "a", "problem": "b"},'),
        ("late.json", dumped([{"title": "a", "problem": "b"}] * 5000)[:-3]),
        ("damaged.xlsx", book(listed())[:-40]),
    ],
)
def test_nothing_half_done_is_left(review: Review, tmp_path: Path, name: str, data: bytes) -> None:
    good = file(tmp_path, "good.csv", KINDS["a.csv"])
    result = import_paths(review, [file(tmp_path, name, data), good])
    assert [str(one.data["file"]) for one in result.problems] == [str(tmp_path / name)]
    assert [one.name for one in review.sources()] == ["good.csv"]
    assert review.counts()[0] == 3
    assert review.check() == []


# the command line


def test_a_preview_imports_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = file(tmp_path, "a.csv", KINDS["a.csv"])
    made = tmp_path / "r.winnow"
    code, out, _ = run(capsys, "import", str(made), str(path), "--preview")
    assert code == 0
    assert "separated by commas, gb18030; title=主题, problem=问题描述, category=分类" in out
    assert "replies     客服回复: 您好 | 请稍等" in out
    assert not made.exists()
    code, out, _ = run(capsys, "import", str(made), str(path), "--preview", "--json", "--columns", "title=渠道")
    [said] = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert {one["name"]: one["role"] for one in said["columns"]}["渠道"] == "title"
    assert (said["encoding"], said["separator"], said["header"]) == ("gb18030", ",", 1)
    assert said["rows"][0][0] == "图片打不开"
    assert said["tickets"][0]["title"] == "网页"


def test_columns_are_said_and_remembered(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = "甲,乙,丙,丁\n打不开,怎么打不开,您好,再见\n慢,怎么慢,请稍等,好了\n".encode()
    path, other = file(tmp_path, "a.csv", data), file(tmp_path, "b.csv", data + "三,四,五,六\n".encode())
    made = tmp_path / "r.winnow"
    code, out, _ = run(capsys, "import", str(made), str(path), "--columns", "title=甲,problem=乙,replies=丙+丁")
    assert code == 0
    assert "csv, utf-8; title=甲, problem=乙, replies=丙+丁" in out
    assert run(capsys, "import", str(made), str(other))[0] == 0
    with Review.open(made) as review:
        assert [one.text for one in list(review.tickets())[-1].replies] == ["五", "六"]


@pytest.mark.parametrize("columns", ["title", "nonsense=甲", "title=", "=甲"])
def test_columns_that_mean_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str], columns: str) -> None:
    path = file(tmp_path, "a.csv", KINDS["a.csv"])
    assert run(capsys, "import", str(tmp_path / "r.winnow"), str(path), "--columns", columns)[0] == 2


def test_a_sheet_is_chosen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = file(tmp_path, "a.xlsx", book(listed(), also={"别的": [["title", "problem"], ["a", "b"]]}))
    made = tmp_path / "r.winnow"
    code, out, _ = run(capsys, "import", str(made), str(path), "--preview")
    assert "sheets: 别的, 工单" in out
    assert run(capsys, "import", str(made), str(path), "--sheet", "工单")[0] == 0
    with Review.open(made) as review:
        assert review.counts()[0] == 3
    code, _, err = run(capsys, "import", str(made), str(path), "--sheet", "没有")
    assert code == 1
    assert "has no sheet “没有” to read. Its sheets: 别的、工单." in err


_PLAIN = [["标题", "问题描述"], ["甲", "一"], ["乙", "二"]]
_TASKS = [
    {"id": n, "data": {"text": text}, "annotations": [{"result": marks}] if marks else []}
    for n, text, marks in (
        (1, "一", [{"from_name": "label", "to_name": "text", "type": "choices", "value": {"choices": ["旧"]}}]),
        (2, "二", []),
    )
]
WITHOUT_PLACE = {
    "a.csv": "\n".join(map(",".join, _PLAIN)).encode(),
    "a.xlsx": book(_PLAIN),
    "a.json": dumped([dict(zip(_PLAIN[0], row, strict=True)) for row in _PLAIN[1:]]),
    "tasks.json": dumped(_TASKS),
}


@pytest.mark.parametrize("name", WITHOUT_PLACE)
def test_labels_that_a_table_has_no_place_for_stay_in_the_review(review: Review, tmp_path: Path, name: str) -> None:
    """The table goes out with all else that was edited, and how many tickets went without is said."""
    import_paths(review, [file(tmp_path, name, WITHOUT_PLACE[name])])
    edits.set_category(review, [2], ("新",))
    edits.set_causes(review, [2], ["根因"])
    edits.set_text(review, 2, "problem", "换了")
    done = export(review, tmp_path / "out", "markdown", report="en")
    assert done.not_held == 1
    assert "no place for" in done.reports[0].read_text()
    with Review.create(tmp_path / "again.winnow", "lin") as again:
        import_paths(again, [tmp_path / "out" / name])
        assert [(one.problem, one.category, one.causes) for one in again.tickets()] == [
            ("一", review.ticket(1).category, ()),
            ("换了", (), ()),
        ]


def test_each_sheet_of_a_workbook_is_a_source(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Taken in once, compared by itself, and known again when the file has changed."""
    other = [["title", "problem"], ["甲", "一"], ["乙", "二"]]
    path, made = file(tmp_path, "a.xlsx", book(listed(), also={"别的": other})), tmp_path / "r.winnow"

    def imported(*asked: str) -> int:
        assert run(capsys, "import", str(made), str(path), *asked)[0] == 0
        with Review.open(made) as review:
            return review.counts()[0]

    def changed() -> list[str]:
        said = run(capsys, "sources", str(made), "--json")[1].splitlines()
        return [json.loads(line)["stand"] for line in said]

    assert [imported(*asked) for asked in (("--sheet", "工单"), ("--sheet", "别的"), ("--sheet", "工单"), ())] == [
        3,
        5,
        5,
        5,
    ]
    assert changed() == ["same", "same"]
    file(tmp_path, "a.xlsx", book(listed(), also={"别的": [*other, ["丙", "三"]]}))
    assert changed() == ["changed", "changed"]
    code, out, _ = run(capsys, "update", str(made), str(path), "--json")
    assert code == 0
    assert [json.loads(line)["new"] for line in out.splitlines() if '"new"' in line] == [0, 1]
    assert changed() == ["same", "same"]
    assert imported() == 6


def test_a_table_that_cannot_be_read_is_told_with_its_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = file(tmp_path, "a.csv", '标题,问题描述\n甲,一\n乙,"二\n'.encode())
    code, _, err = run(capsys, "import", str(tmp_path / "r.winnow"), str(path))
    assert code == 1
    assert f"{path}, line 3: a quote opens in this row" in err
    assert not (tmp_path / "r.winnow").exists()


def test_sources_go_out_in_their_own_form(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, made = file(tmp_path, "a.csv", KINDS["a.csv"]), tmp_path / "r.winnow"
    assert run(capsys, "import", str(made), str(path))[0] == 0
    assert run(capsys, "export", str(made), str(tmp_path / "out"), "--format", "sources")[0] == 0
    assert (tmp_path / "out" / "a.csv").read_bytes() == KINDS["a.csv"]
