"""Each format of an export read back by another program's library, and compared with the review field by field."""

from __future__ import annotations

import csv
import json
import sys
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any
from xml.etree import ElementTree

import pytest
import python_calamine
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from db import edits, formats
from db.cli import main
from db.errors import ExportError
from db.exporting import Splits, export
from db.formats.workbook import CHARACTERS, CONTINUED, SHEET, pieces, write_workbook
from db.importing import import_paths
from db.replies.outgoing import Outgoing, ReplyOptions
from db.review import Review
from db.splitting import part, read_shares
from tests.db.labels.invented import Labels, dataset

FORMULA = '=cmd|" /C calc"!A1'
ODD = [
    "a\tb",
    "两\n行",
    "x\x01y",
    "_x0041_",
    "https://example.com/a",
    "0012",
    "1e5",
    " 空格 ",
    "😀" * 3,
    "-1+1",
    "@SUM(1)",
]


@pytest.fixture
def review(tmp_path: Path) -> Iterator[Review]:
    """Tickets whose texts are what spreadsheets and their readers stumble over."""
    texts = [FORMULA, *ODD, "长" * (CHARACTERS + 5), ""]
    tickets = [
        ("网盘｜挂载" if n % 3 else "", ["磁盘写满", "权限"][: n % 3], text or "没有") for n, text in enumerate(texts)
    ]
    with Review.create(tmp_path / "r.winnow", "lin") as made:
        import_paths(made, [dataset(tmp_path / "a.jsonl", tickets)])
        edits.set_note(made, [1], FORMULA)
        yield made


def objects(review: Review) -> list[dict[str, Any]]:
    """The tickets as JSON has them."""
    return [json.loads(json.dumps(formats.ticket_object(one))) for one in review.tickets()]


def rows(review: Review) -> list[list[str]]:
    """The tickets as a table has them."""
    return [["" if cell is None else str(cell) for cell in formats.table_row(one)] for one in review.tickets()]


def sheet(path: Path, name: str = SHEET) -> list[list[str]]:
    """A sheet as text, numbers as they are written without a point."""
    found = python_calamine.load_workbook(path).get_sheet_by_name(name).to_python(skip_empty_area=False)
    return [[str(int(cell)) if isinstance(cell, float) else str(cell) for cell in row] for row in found]


def whole_cells(path: Path) -> list[list[str]]:
    """The rows of a workbook with what is continued on the other sheet."""
    head, *found = sheet(path)
    assert head == list(formats.CSV_COLUMNS)
    if CONTINUED in python_calamine.load_workbook(path).sheet_names:
        for row, column, _, text in sheet(path, CONTINUED)[1:]:
            found[int(row) - 1][head.index(column)] += text
    return found


def test_a_workbook_says_what_the_tickets_say(review: Review, tmp_path: Path) -> None:
    export(review, tmp_path / "t.xlsx", "xlsx")
    assert whole_cells(tmp_path / "t.xlsx") == rows(review)


def test_nothing_in_a_workbook_is_run_or_followed(review: Review, tmp_path: Path) -> None:
    export(review, tmp_path / "t.xlsx", "xlsx")
    with zipfile.ZipFile(tmp_path / "t.xlsx") as book:
        parts = {name: book.read(name).decode() for name in book.namelist()}
    sheets = [text for name, text in parts.items() if name.startswith("xl/worksheets/")]
    assert len(sheets) == 2
    assert not [text for text in sheets if "<f>" in text or "<hyperlink" in text]
    assert not [name for name in parts if "rels" in name and "example.com" in parts[name]]


@given(st.text(max_size=40), st.integers(1, 3))
def test_pieces_of_a_cell_are_the_text(text: str, times: int) -> None:
    long = text * (CHARACTERS // max(1, len(text)) * times + 1) if text else text
    found = pieces(long)
    assert "".join(found) == long
    assert all(len(one.encode("utf-16-le", "surrogatepass")) // 2 <= CHARACTERS for one in found)


def test_rows_beyond_a_sheet_go_to_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("db.formats.workbook.ROWS", 4)
    with (tmp_path / "t.xlsx").open("wb") as file:
        write_workbook(lambda data: file.write(data) and None, ["n"], [[f"第 {n} 行"] for n in range(7)])
    assert [
        row[0] for name in ("tickets", "tickets 2", "tickets 3") for row in sheet(tmp_path / "t.xlsx", name)[1:]
    ] == [f"第 {n} 行" for n in range(7)]


def test_parquet_says_what_the_tickets_say(review: Review, tmp_path: Path) -> None:
    export(review, tmp_path / "t.parquet", "parquet")
    found = parquet.read_table(tmp_path / "t.parquet").to_pylist()
    for one in found:
        one["fields"] = [[pair["name"], pair["text"]] for pair in one["fields"]]
        for turn in (*one["replies"], *(one["conversation"] or ())):
            assert turn.pop("canned") is None or turn["text"] == "好的"
    assert found == objects(review)


@pytest.mark.parametrize("kind", ["huggingface", "huggingface-parquet"])
def test_a_dataset_folder_has_a_card_with_the_counts_of_its_files(review: Review, tmp_path: Path, kind: Any) -> None:
    export(review, tmp_path / "hub", kind, splits=Splits((("train", 2), ("test", 1))))
    card = (tmp_path / "hub" / "README.md").read_text(encoding="utf-8")
    suffix = ".jsonl" if kind == "huggingface" else ".parquet"
    total = 0
    for split in ("train", "test"):
        path = tmp_path / "hub" / "data" / f"{split}{suffix}"
        read = path.read_bytes().splitlines() if suffix == ".jsonl" else parquet.read_table(path).to_pylist()
        assert f"| {split} | {len(read)} |" in card
        assert f'  - split: "{split}"\n    path: "data/{split}{suffix}"' in card
        total += len(read)
    assert total == len(objects(review))
    assert "| 网盘｜挂载 | 9 |" in card
    assert "| (none) | 5 |" in card


def test_tasks_of_label_studio_carry_the_labels_as_predictions(review: Review, tmp_path: Path) -> None:
    export(review, tmp_path / "tasks.json", "label-studio")
    tasks = json.loads((tmp_path / "tasks.json").read_text(encoding="utf-8"))
    for task, ticket in zip(tasks, review.tickets(), strict=True):
        said = {
            one["from_name"]: one["value"][one["type"]]
            for prediction in task["predictions"]
            for one in prediction["result"]
        }
        assert said.get("category", [[]]) == [list(ticket.category)]
        assert said.get("root_cause", []) == list(ticket.causes)
        assert task["data"]["problem"] == ticket.problem
        assert [(one["author"], one["text"]) for one in task["data"]["dialogue"]] == [
            (turn.speaker or "", turn.text) for turn in ticket.replies
        ]
    config = ElementTree.fromstring((tmp_path / "tasks.config.xml").read_text(encoding="utf-8"))
    outer = config.find("Taxonomy/Choice")
    assert outer is not None
    assert (outer.get("value"), [one.get("value") for one in outer]) == ("网盘", ["挂载"])
    assert {one.get("value") for one in config.findall("Choices/Choice")} == {"磁盘写满", "权限"}


def test_lines_of_doccano(review: Review, tmp_path: Path) -> None:
    export(review, tmp_path / "d.jsonl", "doccano")
    lines = [json.loads(line) for line in (tmp_path / "d.jsonl").read_text(encoding="utf-8").split("\n") if line]
    for line, ticket in zip(lines, review.tickets(), strict=True):
        assert line["label"] == (["｜".join(ticket.category)] if ticket.category else [])
        assert line["text"].startswith(f"{ticket.title}\n\n{ticket.problem}")
        assert line["root_causes"] == list(ticket.causes)


def test_csv_and_workbook_say_the_same_but_for_formulas(review: Review, tmp_path: Path) -> None:
    export(review, tmp_path / "t.csv", "csv")
    with (tmp_path / "t.csv").open(encoding="utf-8-sig", newline="") as file:
        _, *found = csv.reader(file)
    plain = [[cell.removeprefix("'") for cell in row] for row in found]
    assert plain == rows(review)
    assert found[0][formats.CSV_COLUMNS.index("note")] == f"'{FORMULA}"


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"problem": "打\0开"}, "problem"),
        ({"replies": [{"text": "好"}, {"text": "\0"}]}, "replies"),
        ({"root_cause": "配额", "root_causes": ["配\0额"]}, "root_cause"),
        ({"fields": [["渠道", "\0"]]}, "fields"),
    ],
)
def test_what_no_csv_can_hold_is_refused_by_its_ticket(
    tmp_path: Path, more: dict[str, object], field: str, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [json.dumps({"title": "甲", "problem": "乙"} | some) for some in ({}, more)]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    path = str(tmp_path / "r.winnow")
    assert main(["import", path, str(tmp_path / "a.jsonl")]) == 0
    with Review.open(Path(path)) as review, pytest.raises(ExportError) as caught:
        export(review, tmp_path / "t.csv", "csv")
    assert caught.value.code == "export.nul"
    assert caught.value.data == {"field": field, "source": "a.jsonl", "line": 2, "ticket": 2}
    assert main(["export", path, str(tmp_path / "t.csv"), "--format", "csv"]) == 1
    assert "of ticket 2 (a.jsonl, line 2) holds a NUL character" in capsys.readouterr().err
    assert not (tmp_path / "t.csv").exists()
    for kind in ("jsonl", "xlsx", "parquet"):
        out = tmp_path / f"t.{kind}"
        assert main(["export", path, str(out), "--format", kind]) == 0
        assert main(["import", str(tmp_path / f"{kind}.winnow"), str(out)]) == 0
        with Review.open(Path(path)) as review, Review.open(tmp_path / f"{kind}.winnow") as again:
            assert [one.problem for one in again.tickets()] == [one.problem for one in review.tickets()]


def test_without_pyarrow_it_is_said(review: Review, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ExportError) as caught:
        export(review, tmp_path / "t.parquet", "parquet")
    assert caught.value.code == "export.no_parquet"
    assert sorted(one.name for one in tmp_path.iterdir() if "t.parquet" in one.name) == []


# Splits


def _unlike(seed: str) -> str:
    """A text that is like no other."""
    dice = Random(seed)
    return "".join(chr(dice.randrange(0x4E00, 0x9000)) for _ in range(40))


@pytest.fixture
def many(tmp_path: Path) -> Iterator[Review]:
    """Tickets of three categories, some of them nearly the same."""
    tickets: list[Labels] = [(path, [], _unlike(f"{path}{n}")) for path in "东南西" for n in range(60)]
    tickets += [("东", [], "网盘挂载以后一直提示没有权限，重新登录也不行")] * 20
    with Review.create(tmp_path / "m.winnow", "lin") as made:
        import_paths(made, [dataset(tmp_path / "m.jsonl", tickets)])
        yield made


def outgoing(review: Review) -> Outgoing:
    return Outgoing(review, ReplyOptions())


def test_splits_have_their_shares_of_each_category_and_nothing_twice(many: Review) -> None:
    ids = [one.id for one in many.tickets()]
    found = part(many, ids, Splits((("train", 0.8), ("validation", 0.1), ("test", 0.1))), outgoing(many))
    assert sorted(one for those in found.tickets.values() for one in those) == ids
    path = {one.id: one.category for one in many.tickets()}
    for category in {("南",), ("西",)}:
        n = {name: sum(path[one] == category for one in those) for name, those in found.tickets.items()}
        assert n["train"] in range(40, 56), n
        assert n["validation"] >= 2, n
        assert n["test"] >= 2, n
    assert found.torn == 0


def test_what_is_nearly_the_same_stays_on_one_side(many: Review) -> None:
    ids = [one.id for one in many.tickets()]
    for seed in range(5):
        found = part(many, ids, Splits((("a", 1), ("b", 1)), seed=seed), outgoing(many))
        sides = {name for name, those in found.tickets.items() if {*those} & {*ids[-20:]}}
        assert len(sides) == 1


def answered(path: Path, replies: Sequence[Sequence[str]]) -> Path:
    """A file of tickets that are like no other but for these replies."""
    told = ({"title": _unlike(f"t{n}"), "problem": _unlike(f"p{n}"), "replies": one} for n, one in enumerate(replies))
    lines = (json.dumps({**one, "replies": [{"text": text} for text in one["replies"]]}) for one in told)
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_a_long_canned_reply_stays_on_one_side(tmp_path: Path) -> None:
    shared = [_unlike(f"shared {n}") for n in range(50)]
    # each stands in five tickets beside a reply of the ticket's own, and every tenth hangs two families together
    replies = [[shared[n // 4], _unlike(f"own {n}"), *([shared[n // 4 - 1]] * (not n % 10))] for n in range(200)]
    with Review.create(tmp_path / "r.winnow", "lin") as review:
        import_paths(review, [answered(tmp_path / "a.jsonl", replies)])
        found = part(review, range(1, 201), Splits(read_shares("train=80,validation=10,test=10")), outgoing(review))
    sides = [{text for ticket in those for text in replies[ticket - 1]} & {*shared} for those in found.tickets.values()]
    assert sum(map(len, sides)) == len(shared)
    assert found.across == 0
    assert [len(those) for those in found.tickets.values()] == [160, 20, 20]


def test_what_most_tickets_hold_keeps_none_together_and_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    common = _unlike("common")
    with Review.create(tmp_path / "r.winnow", "lin") as review:
        import_paths(review, [answered(tmp_path / "a.jsonl", [[common, _unlike(f"own {n}")] for n in range(40)])])
    call = ["export", str(review.path), str(tmp_path / "hub"), "--format", "huggingface", "--split", "train=80,test=20"]
    assert main([*call, "--report"]) == 0
    assert ", 1 long canned replies in more than one split" in capsys.readouterr().out
    card = (tmp_path / "hub" / "README.md").read_text(encoding="utf-8")
    assert "| train | 32 |\n| test | 8 |" in card
    assert "as too many tickets hold them, or hang together by them: 1." in card
    report = (tmp_path / "hub.report.md").read_text(encoding="utf-8")
    assert "| long canned replies in more than one split | 1 |" in report


def test_replies_make_no_group_that_leaves_no_shares(tmp_path: Path) -> None:
    links = [_unlike(f"link {n}") for n in range(201)]
    with Review.create(tmp_path / "r.winnow", "lin") as review:
        import_paths(review, [answered(tmp_path / "a.jsonl", [links[n : n + 2] for n in range(200)])])
        found = part(review, range(1, 201), Splits((("train", 8), ("test", 2))), outgoing(review))
    assert [len(those) for those in found.tickets.values()] == [160, 40]
    assert 0 < found.across < 5


def test_a_large_group_goes_where_there_is_room(tmp_path: Path) -> None:
    same = ("甲", [], "一直提示没有权限，重新登录也不行")
    with Review.create(tmp_path / "r.winnow", "lin") as review:
        import_paths(
            review, [dataset(tmp_path / "a.jsonl", [same] * 60 + [("乙", [], _unlike(f"{n}")) for n in range(40)])]
        )
        found = part(review, range(1, 101), Splits((("test", 2), ("train", 8))), outgoing(review))
    assert {*range(1, 61)} <= {*found.tickets["train"]}


def test_a_seed_gives_the_same_again_and_another_one_does_not(many: Review) -> None:
    ids = [one.id for one in many.tickets()]
    splits = [Splits((("a", 1), ("b", 1)), seed=seed) for seed in (1, 1, 2)]
    one, again, other = (part(many, ids, each, outgoing(many)).tickets for each in splits)
    assert one == again != other


def test_whole_sources_on_one_side(tmp_path: Path) -> None:
    with Review.create(tmp_path / "s.winnow", "lin") as review:
        same = ("甲", [], "一直提示没有权限，重新登录也不行")
        files = [dataset(tmp_path / f"{n}.jsonl", [same, ("乙", [], _unlike(f"{n}"))]) for n in range(6)]
        import_paths(review, files)
        ids = [one.id for one in review.tickets()]
        found = part(review, ids, Splits((("a", 2), ("b", 1)), "sources"), outgoing(review))
        source = {one.id: one.source_name for one in review.tickets()}
        sides = [{source[one] for one in those} for those in found.tickets.values()]
        assert not sides[0] & sides[1]
        assert [len(one) for one in sides] == [4, 2]
        assert (found.torn, found.across) == (1, 0)


@pytest.mark.parametrize(
    "given", ["train", "train=x", "train=0.8", "a=1,a=2", "a=0,b=1", "a=-1,b=1", "a b=1,c=1", "a=nan,b=1"]
)
def test_shares_that_cannot_be(many: Review, tmp_path: Path, given: str) -> None:
    with pytest.raises(ExportError) as caught:
        export(many, tmp_path / "out", "jsonl", splits=Splits(read_shares(given)))
    assert caught.value.code == "export.bad_split"
    assert not (tmp_path / "out").exists()


def test_splits_by_the_command_line(many: Review, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call = ["export", str(many.path), str(tmp_path / "out"), "--format", "csv", "--split", "train=80%,test=20%"]
    assert main(call) == 0
    assert sorted(one.name for one in (tmp_path / "out").iterdir()) == ["test.csv", "train.csv"]
    assert main([*call[:4], "markdown", *call[5:]]) == 1
    assert "no splits" in capsys.readouterr().err
