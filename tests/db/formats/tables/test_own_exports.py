"""What we export is read again as the tickets that it was made of, field by field, in every format that has a table."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db import edits
from db.exporting import export
from db.formats import CSV_COLUMNS, csv_cell, table_row
from db.formats.cells import fields_text, listed_text, read_fields, read_listed, read_turns, turns_text
from db.formats.workbook import CHARACTERS
from db.importing import import_paths
from db.review import Review
from db.values import Status, Ticket, Turn
from tests.db.formats.tables.making import read

ODD = [
    "=cmd|'/C calc'!A1",
    "'=一个撇号",
    "''+两个",
    "'平常",
    " =1+1",
    "\n=1+1",
    "\ufeff=1+1",
    "\u3000＝1+1",
    "' ＋一个撇号",
    " - 条目",
    "a\tb",
    "两\n行\n\n空行",
    "x\x01y",
    "_x0041_",
    "0012",
    "1e5",
    " 空格 ",
    "😀" * 3,
    "-1+1",
    '引"号"，逗,号',
    "客户：不是标记",
    "名称：值",
    "[1, 2]",
    "回车\r换行",
    "长" * (CHARACTERS + 5),
]
THREADS: list[Any] = [
    [],
    [{"speaker": None, "text": "一行"}, {"speaker": None, "text": "两行"}],
    [{"speaker": None, "text": "一条\n两行"}],
    [{"speaker": "staff", "text": "您好\n请稍等"}, {"speaker": None, "text": "嗯"}],
    [{"speaker": "customer", "text": "客服：假的"}, {"speaker": "staff", "text": ""}],
    [{"speaker": None, "text": "客户：假的\n回复：也是"}],
]


def _tickets() -> Iterator[dict[str, object]]:
    for n, text in enumerate(ODD):
        thread = THREADS[n % len(THREADS)]
        yield {
            "title": text.replace("\n", " ").replace("\r", " ")[:50].strip() or "无题",
            "number": n if n % 3 else None,
            "category": [["网盘", "挂载"], [], ["CDN"]][n % 3],
            "problem": text,
            "replies": thread,
            "conversation": [None, [], THREADS[(n + 3) % len(THREADS)]][n % 3],
            "root_cause": ["磁盘写满；权限", "", "- 甲；乙\n- 丙"][n % 3],
            "root_causes": [["磁盘写满", "权限"], [], ["甲；乙", "丙"]][n % 3],
            "fields": [[["编号", text[:40]], ["两行", "一\n二：三"]], [], [["=名", "=值"]]][n % 3],
        }


@pytest.fixture
def review(tmp_path: Path) -> Iterator[Review]:
    """Tickets whose texts are what tables and their readers stumble over, some with a status and a note."""
    source = tmp_path / "a.jsonl"
    source.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in _tickets()), encoding="utf-8")
    with Review.create(tmp_path / "r.winnow", "lin") as made:
        import_paths(made, [source])
        edits.set_note(made, [1, 2], "=记一下\n再看")
        edits.set_status(made, [3], Status.FLAGGED)
        yield made


FIELDS = ("number", "title", "category", "problem", "replies", "conversation", "root_cause", "causes", "fields")
KEPT = (*FIELDS, "category_raw", "status", "note")


def _said(ticket: Any, names: tuple[str, ...]) -> dict[str, object]:
    return {name: getattr(ticket, name) for name in names}


@pytest.mark.parametrize("kind", ["jsonl", "csv", "xlsx", "parquet"])
def test_what_is_exported_is_read_again_as_it_was(review: Review, tmp_path: Path, kind: Any) -> None:
    out = tmp_path / f"out.{kind}"
    export(review, out, kind)
    tickets = list(review.tickets())
    with Review.create(tmp_path / "again.winnow", "lin") as again:
        result = import_paths(again, [out])
        assert result.problems == ()
        found = list(again.tickets())
        assert [_said(one, KEPT) for one in found] == [_said(one, KEPT) for one in tickets]
        assert again.check() == []
        export(again, tmp_path / "kind", "markdown")
        assert (tmp_path / "kind" / out.name).read_bytes() == out.read_bytes()


@pytest.mark.parametrize("kind", ["label-studio", "doccano"])
def test_tasks_to_label_are_read_again_as_far_as_they_go(review: Review, tmp_path: Path, kind: Any) -> None:
    out = tmp_path / ("tasks.json" if kind == "label-studio" else "tasks.jsonl")
    export(review, out, kind)
    with Review.create(tmp_path / "again.winnow", "lin") as again:
        assert import_paths(again, [out]).problems == ()
        for found, ticket in zip(again.tickets(), review.tickets(), strict=True):
            assert (found.title, found.problem, found.category) == (ticket.title, ticket.problem, ticket.category)
            assert found.replies == ticket.thread
            assert found.causes == ticket.causes


@given(
    st.lists(
        st.builds(
            Turn, st.sampled_from(["customer", "staff", None]), st.text(alphabet='客户服回复：\n[]"a ', max_size=12)
        )
    )
)
@settings(max_examples=300)
def test_a_cell_of_turns_is_read_as_it_was_written(turns: list[Turn]) -> None:
    assert read_turns(turns_text(turns)) == tuple(turns)


@given(
    st.lists(st.tuples(*[st.text(alphabet='名：\n[]"a ', max_size=8)] * 2)),
    st.lists(st.text(alphabet='甲；[]"', max_size=6)),
)
@settings(max_examples=300)
def test_cells_of_fields_and_names_too(pairs: list[tuple[str, str]], names: list[str]) -> None:
    assert read_fields(fields_text(pairs)) == tuple(pairs)
    assert read_listed(listed_text(names, "；"), "；") == tuple(names)


@given(st.text(alphabet="'=+-@＝\ta\"\n, \ufeff\u3000", max_size=6))
@settings(max_examples=300)
def test_an_apostrophe_of_ours_is_taken_off_and_no_other(text: str) -> None:
    row = [
        csv_cell(cell)
        for cell in table_row(Ticket(1, 1, "s", 1, None, "t", (), "", text, (), None, "", (), (), Status.REVIEWED, ""))
    ]
    assert row[6] == text or row[6] == f"'{text}"
    lines = io.StringIO(newline="")
    csv.writer(lines).writerows([CSV_COLUMNS, row])
    [one] = read(lines.getvalue().encode(), "a.csv")[1]
    assert one.problem == text
