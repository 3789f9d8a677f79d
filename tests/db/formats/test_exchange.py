"""Tickets as objects and as rows: keys in their order, read back as they were, and no formula for a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.formats import (
    CSV_COLUMNS,
    Canned,
    csv_cell,
    csv_line,
    nothing,
    table_row,
    ticket_csv,
    ticket_line,
    ticket_object,
)
from db.formats.cells import read_turns, turns_text
from db.replies.outgoing import Mark
from db.values import Status, StoredTicket, Ticket, Turn
from tests.db.formats.dialects import read

TICKET = Ticket(
    id=7,
    source_id=1,
    source_name="part-1.md",
    line=12,
    number=3,
    title="图片打不开",
    category=("CDN", "访问异常"),
    category_raw="CDN > 访问异常",
    problem="打不开\n请看",
    replies=(Turn(None, "您好"), Turn("staff", "已处理\n再看看")),
    conversation=(Turn("customer", "在吗"), Turn("staff", "在"), Turn(None, "嗯")),
    root_cause="- 缓存\n- 证书",
    causes=("缓存", "证书"),
    fields=(("来源", "网页"), ("来源", "电话"), ("解决状态", "✓")),
    status=Status.FLAGGED,
    note="问问同事",
    edited=("title", "category"),
)


def cells_of(ticket: Ticket) -> list[object]:
    """The cells of a row, one a column; no spreadsheet takes one for a formula."""
    return [csv_cell(cell) for cell in table_row(ticket)]


def test_an_object_has_its_keys_in_order() -> None:
    keys = "source_file line number title category category_raw problem replies conversation root_cause root_causes"
    keys += " fields status note edited id"
    assert list(ticket_object(TICKET)) == keys.split() == list(CSV_COLUMNS)
    assert ticket_object(TICKET)["edited"] == ["title", "category"]
    assert ticket_object(TICKET)["id"] == 7


@pytest.mark.parametrize("conversation", [TICKET.conversation, (), None])
@pytest.mark.parametrize("number", [3, None])
def test_an_object_is_read_back(conversation: tuple[Turn, ...] | None, number: int | None) -> None:
    ticket = replace(TICKET, conversation=conversation, number=number)
    line = json.dumps(ticket_object(ticket), ensure_ascii=False).encode() + b"\n"
    (record,) = read(line, name="a.jsonl")[1]
    names = "title number category category_raw problem replies conversation root_cause causes fields status note"
    assert [getattr(record, name) for name in names.split()] == [getattr(ticket, name) for name in names.split()]


def test_a_row_has_a_cell_a_column() -> None:
    row = dict(zip(CSV_COLUMNS, cells_of(TICKET), strict=True))
    assert row["category"] == "CDN｜访问异常"
    assert row["root_causes"] == "缓存；证书"
    assert row["replies"] == "您好\n客服：已处理\n再看看"
    assert row["conversation"] == "客户：在吗\n客服：在\n回复：嗯"
    assert row["fields"] == "来源：网页\n来源：电话\n解决状态：✓"
    assert (row["line"], row["number"], row["id"], row["status"]) == (12, 3, 7, "flagged")
    bare = dict(zip(CSV_COLUMNS, cells_of(replace(TICKET, number=None, conversation=None)), strict=True))
    assert (bare["number"], bare["conversation"]) == (None, "")
    text = io.StringIO(newline="")
    csv.writer(text).writerow(cells_of(TICKET))
    assert next(csv.reader(io.StringIO(text.getvalue(), newline=""))) == [str(cell) for cell in cells_of(TICKET)]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_a_formula(sign: str) -> None:
    evil = f"{sign}HYPERLINK(1)"
    ticket = replace(
        TICKET,
        source_name=evil,
        title=evil,
        category=(evil,),
        category_raw=evil,
        problem=evil,
        replies=(Turn(None, evil),),
        conversation=(Turn(None, evil),),
        root_cause=evil,
        causes=(evil,),
        fields=((evil, ""),),
        note=evil,
    )
    cells = dict(zip(CSV_COLUMNS, cells_of(ticket), strict=True))
    assert not [
        name
        for name, cell in cells.items()
        if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    ]
    assert cells["title"] == f"'{evil}"


TEXTS = st.text(st.sampled_from("您好：；客服户回复[]=+-@'\"\\,\t\r\n\x00\x1f\x7f\u2028\ud800😀a "), max_size=12)
TURNS = st.lists(st.builds(Turn, st.sampled_from(["customer", "staff", None]), TEXTS), max_size=4).map(tuple)
NAMES = st.lists(TEXTS, max_size=3).map(tuple)
TICKETS = st.builds(
    replace,
    st.just(TICKET),
    number=st.none() | st.integers(),
    title=TEXTS,
    category=NAMES,
    category_raw=TEXTS,
    problem=TEXTS,
    replies=TURNS,
    conversation=st.none() | TURNS,
    root_cause=TEXTS,
    causes=NAMES,
    fields=st.lists(st.tuples(TEXTS, TEXTS), max_size=3).map(tuple),
    status=st.sampled_from(Status),
    note=TEXTS,
    edited=st.sampled_from([(), ("title",), ("title", "replies")]),
)


def said_by_staff(speaker: str | None, text: str) -> Mark | None:
    return Mark("0a", text, 2, None) if speaker == "staff" else None


def stored(ticket: Ticket) -> StoredTicket:
    """As a review gives it to a file: pairs are lists."""
    values = {name: getattr(ticket, name) for name in StoredTicket._fields}
    pairs = ("replies", "conversation", "fields")
    lists = {name: values[name] and json.loads(json.dumps(values[name])) for name in pairs}
    return StoredTicket(**values | lists)


@given(TICKETS, st.sampled_from([None, nothing, said_by_staff]))
def test_a_line_is_what_json_makes_of_the_object(ticket: Ticket, knows: Canned | None) -> None:
    assert ticket_line(stored(ticket), knows) == json.dumps(ticket_object(ticket, knows), ensure_ascii=False) + "\n"


@pytest.mark.parametrize("sign", "=+-@＝＋－＠")
@pytest.mark.parametrize("before", ["", " ", "\n", "\t", "\r\n", "\ufeff", "\u3000", "\xa0\u200b ", "'"], ids=ascii)
def test_a_formula_stays_text_whatever_stands_unseen_before_it(before: str, sign: str) -> None:
    assert csv_cell(f"{before}{sign}1+1") == f"'{before}{sign}1+1"


@pytest.mark.parametrize("text", ["", " ", "1=1", " 平常", "'平常", "；=1+1", "\ufeff图"])
def test_what_is_no_formula_is_as_it_was(text: str) -> None:
    assert csv_cell(text) == text


@given(TICKETS)
def test_a_line_of_csv_is_what_the_writer_of_python_makes_of_the_cells(ticket: Ticket) -> None:
    lines = io.StringIO(newline="")
    csv.writer(lines).writerow(cells_of(ticket))
    assert csv_line(table_row(ticket)) == lines.getvalue()
    assert ticket_csv(stored(ticket)) == lines.getvalue()


@given(TURNS)
def test_a_thread_in_a_cell_is_read_as_it_was(turns: tuple[Turn, ...]) -> None:
    assert read_turns(turns_text(turns)) == turns
