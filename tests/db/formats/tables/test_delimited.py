"""CSV and TSV: how they are written is found out, an edit changes its cells and no other byte; mistakes are told."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.formats import Asked, load_vocabulary, read_bytes
from db.formats.tables.cutting import spans, values, written
from db.formats.tables.plan import CSV, Layout, Plan
from db.formats.tables.sniffing import sniff
from db.values import Turn
from tests.db.formats.tables.making import ROWS, listed, read, refused, write


def table(codec: str = "utf-8", end: str = "\r\n", delimiter: str = ",", **style: Any) -> bytes:
    """The rows of `making.ROWS` as CSV."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, lineterminator=end, **style).writerows(listed())
    return out.getvalue().encode(codec)


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("end", ["\r\n", "\n"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_how_a_table_is_written_is_found_out(codec: str, end: str, delimiter: str) -> None:
    data = table(codec, end, delimiter)
    reading, records = read(data, "a.csv")
    assert reading.format == "csv"
    plan = Plan.of(reading.dialect)
    assert plan is not None
    assert (plan.layout.delimiter, plan.layout.newline) == (delimiter, end)
    assert [one.title for one in records] == [row["主题"] for row in ROWS]
    assert [one.problem for one in records] == [row["问题描述"] for row in ROWS]
    assert [one.category for one in records] == [tuple(row["分类"].split("｜")) for row in ROWS]
    assert records[0].replies == (Turn("staff", "您好"),)
    assert [one.fields for one in records] == [(("渠道", "网页"),), (), (("渠道", "电话"),)]
    for record in records:
        start, last = record.spans["ticket"]
        text = data[start:last].decode(reading.encoding.codec)
        assert values(text, plan.layout)[0][0] == record.title
    again, problems = write(data, "a.csv", {0: {}, 2: {}})
    assert (again, problems) == (data, [])


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("style", [csv.QUOTE_MINIMAL, csv.QUOTE_ALL])
def test_an_edit_changes_its_cells_and_no_other_byte(codec: str, style: int) -> None:
    data = table(codec, quoting=style)
    edits = {
        0: {"title": "新标题", "problem": '一"二",三\n四'},
        1: {"category": ("甲", "乙"), "replies": (Turn("staff", "换了"),)},
        2: {"fields": (("渠道", "微信"),), "root_cause": "丙"},
    }
    new, problems = write(data, "a.csv", edits)
    assert problems == []
    rows = [dict(row) for row in ROWS]
    rows[0] |= {"主题": "新标题", "问题描述": '一"二",三\n四'}
    rows[1] |= {"分类": "甲｜乙", "客服回复": "换了"}
    rows[2] |= {"渠道": "微信", "根本原因": "丙"}
    out = io.StringIO(newline="")
    csv.writer(out, quoting=style).writerows(listed(rows))
    assert new.decode(codec) == out.getvalue()
    assert new.startswith(data[: data.index("\n".encode(codec)[-1:])])


def test_a_ticket_that_is_left_out_takes_its_rows_and_nothing_else() -> None:
    data = table()
    new, _ = write(data, "a.csv", {1: None})
    first, last = read(data, "a.csv")[1][1].spans["ticket"]
    assert new == data[:first] + data[last:]


@pytest.mark.parametrize(
    ("text", "layout"),
    [
        ('a\tb\n"x" y\tz\n5" w\tv\n', Layout(CSV, "\t", "")),
        ('a,b\n"x \\" y",z\n1,2\n', Layout(CSV, ",", '"', "\\")),
        ("a;b\n1,5;2\n3,5;4\n", Layout(CSV, ";")),
        ("a,b\r1,2\r3,4\r", Layout(CSV, ",", newline="\r")),
        ("标题,问题\n" + "甲，乙；丙,丁\n" * 5, Layout(CSV, ",")),
        ("title\n一\n二\n", Layout(CSV, ",")),
    ],
)
def test_sniffing(text: str, layout: Layout) -> None:
    assert sniff(text, ",") == layout


def test_a_file_that_names_its_separator() -> None:
    reading, records = read("sep=;\r\n标题;问题描述\r\n甲;乙,丙\r\n".encode(), "a.csv")
    assert [(one.title, one.problem, one.line) for one in records] == [("甲", "乙,丙", 3)]
    new, _ = write("sep=;\r\n标题;问题描述\r\n甲;乙,丙\r\n".encode(), "a.csv", {0: {"title": "丁"}})
    assert new.decode() == "sep=;\r\n标题;问题描述\r\n丁;乙,丙\r\n"
    assert reading.findings == []


def test_old_line_ends() -> None:
    data = "标题,问题描述\r甲,乙\r丙,丁\r".encode()
    assert [(one.title, one.line) for one in read(data, "a.csv")[1]] == [("甲", 2), ("丙", 3)]
    assert write(data, "a.csv", {1: {"problem": "一\n二"}})[0].decode() == '标题,问题描述\r甲,乙\r丙,"一\r二"\r'


def test_bytes_that_are_no_text_stay() -> None:
    data = "标题,问题描述\n".encode() + "甲,一\n".encode() * 30 + b"\xff\xfe,ab\n" + "乙,二\n".encode()
    reading, _ = read(data, "a.csv")
    assert [(one.code, one.line) for one in reading.findings] == [("bytes.undecodable", 32)]
    new, problems = write(data, "a.csv", {30: {"problem": "好"}})
    assert new == data.replace(b",ab", ",好".encode())
    assert problems == []


# what goes wrong


def test_rows_of_unequal_width_lose_nothing() -> None:
    data = "标题,问题描述\n甲,一,多,余\n乙\n丙,三\n".encode()
    reading, records = read(data, "a.csv")
    assert [(one.title, one.problem, one.fields) for one in records] == [
        ("甲", "一", (("column 3", "多"), ("column 4", "余"))),
        ("乙", "", ()),
        ("丙", "三", ()),
    ]
    assert [(one.code, one.line, one.ordinal, dict(one.data)) for one in reading.findings] == [
        ("table.unequal", 2, 0, {"n": 4, "width": 2}),
        ("table.unequal", 3, 1, {"n": 1, "width": 2}),
    ]
    new, problems = write(data, "a.csv", {0: {"title": "新"}, 1: {"problem": "补"}})
    assert new.decode() == "标题,问题描述\n新,一,多,余\n乙,补\n丙,三\n"
    assert problems == []


def test_very_many_unequal_rows_are_counted() -> None:
    reading, _ = read("标题,问题描述\n".encode() + "甲,一,多\n".encode() * 1000, "a.csv")
    assert [one.code for one in reading.findings] == ["table.unequal"] * 200 + ["table.unequal_all"]
    assert reading.findings[-1].data == {"n": 1000, "width": 2}


@pytest.mark.parametrize(
    ("body", "line"),
    [('甲,"一\n乙,二\n丙,三\n', 2), ('甲,一\n乙,"二\n丙,"三"\n丁,四\n', 3), ('甲,一\n乙,"二"x\n', 3)],
)
def test_a_quote_that_is_not_closed(body: str, line: int) -> None:
    error = refused(("标题,问题描述\n" + body).encode(), "a.csv")
    assert (error.code, error.data["line"]) == ("table.quote", line)


@pytest.mark.parametrize(
    ("data", "line"),
    [("标\r题,问题描述\n甲,乙\n", 1), ("标题,问题描述\n甲,乙\n丙,丁\r戊\n", 3), ("a\tb\n一\r\t二\n", 2)],
)
def test_a_carriage_return_alone_is_called_by_its_name(data: str, line: int) -> None:
    error = refused(data.encode(), "a.csv")
    assert (error.code, error.data["line"]) == ("table.return", line)


@pytest.mark.parametrize("rows", [1, 20_000])
def test_nul_bytes(rows: int) -> None:
    data = "标题,问题描述\n".encode() + "甲,一二三四五六七八九十\n".encode() * rows + b"a,\0\n"
    error = refused(data, "a.csv")
    assert (error.code, error.data["line"]) == ("table.nul", rows + 2)


def bare(*rows: str) -> bytes:
    """Rows of a table without names."""
    return "".join(f"{row}\n" for row in rows).encode()


@pytest.mark.parametrize(
    "rows",
    [
        [f"打不开{n},网盘｜预览,图片又打不开了，这是第{n}次了,您好，好了{n}" for n in range(1, 8)],
        [
            "打不开,网盘｜预览,图片总是打不开，怎么办呢呢",
            "慢,CDN｜访问,访问太慢，请帮忙看看好吗",
            "退款,财务｜退款,怎么退款呢，急用的谢谢了",
        ],
        ["甲号,网盘｜预览,图片总是打不开怎么办呢谢谢", "乙号,网盘｜预览,访问太慢请帮忙看看好吗谢谢"],
        [
            "打不开,网盘｜预览,图片总是打不开，怎么办呢呢",
            "慢,CDN｜访问,访问太慢，请帮忙看看好吗",
            "问题,财务｜退款,怎么退款呢，急用的谢谢了",
        ],
    ],
)
def test_a_first_row_that_looks_as_those_below_is_a_ticket(rows: list[str]) -> None:
    reading, records = read(bare(*rows), "a.csv")
    assert [one.line for one in records] == list(range(1, len(rows) + 1))
    assert reading.findings == []
    cells = json.dumps([row.split(",") for row in rows], ensure_ascii=False).encode()
    assert len(read(cells, "a.json")[1]) == len(rows)


def test_names_that_nobody_knows_are_told_where_they_may_be_a_ticket() -> None:
    data = bare("主述,原话", "打不开,图片怎么也打不开了呢怎么办", "慢,访问一直都很慢的样子怎么办")
    asked = (("title", ("主述",)),)
    reading, records = read(data, "a.csv")
    assert [(one.code, one.line, one.data["rows"]) for one in reading.findings] == [("table.names", 1, 0)]
    assert [one.problem[:2] for one in records] == ["图片", "访问"]
    assert len(read(data, "a.csv", Asked((("problem", ("column 2",)),), header=0))[1]) == 3
    assert read(data, "a.csv", Asked(asked))[0].findings == []
    shapes = {("主述", "原话"): ("title", "problem")}
    assert read_bytes(data, "a.csv", load_vocabulary({}, shapes)).findings == []
    # numbers below a word, or texts below short words, say that it is a name
    numbers = bare("主述,次数", "打不开怎么也打不开怎么办呢,1", "访问一直都很慢的样子怎么办,2")
    long = bare("主述,原话", *(f"第{n},这是一句比名字长得多的话{n}" for n in range(3)))
    for sure in (numbers, long):
        assert read(sure, "a.csv")[0].findings == []
        assert next(one.line for one in read(sure, "a.csv")[1]) == 2


def test_two_rows_of_names() -> None:
    data = "工单导出 2024-05\ntitle,problem,category\n标题,问题描述,分类\n甲,一,A｜B\n".encode()
    reading, records = read(data, "a.csv")
    assert [(one.title, one.line) for one in records] == [("甲", 4)]
    assert [(one.code, one.line) for one in reading.findings] == [("table.above", 1), ("table.two_headers", 3)]
    [two, one] = read(data, "a.csv", Asked(header=2))[1]
    assert (two.title, one.title) == ("标题", "甲")


def test_names_above_several_columns_are_filled_by_those_below() -> None:
    data = "标题,问题描述,客服回复,\n,,回复1,回复2\n甲,一,您好,好了\n".encode()
    [one] = read(data, "a.csv", Asked(header=2))[1]
    assert [turn.text for turn in one.replies] == ["您好"] or len(one.replies) == 2


def test_two_thousand_columns() -> None:
    names = ["标题", "问题描述", *(f"列 {n}" for n in range(1998))]
    data = f"{','.join(names)}\n甲,一,{','.join(str(n) for n in range(1998))}\n".encode()
    reading, [one] = read(data, "a.csv")
    assert len(one.fields) == 1998
    assert one.fields[-1] == ("列 1997", "1997")
    assert [(found.code, found.line, found.data["n"]) for found in reading.findings] == [("table.wide", 1, 2000)]
    assert refused(b"title," + b"," * 20_000 + b"\na,b\n", "a.csv", Asked(header=0)).code == "table.too_wide"


def test_a_cell_of_ten_megabytes() -> None:
    long = "长" * (10 << 20)
    data = f'标题,问题描述\n甲,一\n乙,"{long}"\n'.encode()
    reading, records = read(data, "a.csv")
    assert records[1].problem == long
    assert [(one.code, one.line, one.data["n"]) for one in reading.findings] == [("table.large_cell", 3, 10 << 20)]


def test_tables_without_names_or_without_tickets() -> None:
    assert refused(b"1,2\n3,4\n", "a.csv").code == "table.no_title"
    data = "1,打不开怎么办\n2,很慢怎么办\n".encode()
    [one, two] = read(data, "a.csv", Asked((("problem", ("column 2",)),), header=0))[1]
    assert (one.problem[:3], two.title[:2], two.fields) == ("打不开", "很慢", (("column 1", "2"),))
    assert refused(b"\n\n", "a.csv").code == "source.no_tickets"
    assert refused("标题,问题描述\n甲,乙\n".encode(), "a.csv", Asked((("title", ("没有",)),))).code == "table.no_column"
    asked = Asked((("title", ("标题", "问题描述")),))
    assert refused("标题,问题描述\n甲,乙\n".encode(), "a.csv", asked).code == "table.role_twice"


def test_a_page_of_the_web_is_no_table() -> None:
    assert refused(b"<html><table><tr><td>a</td></tr></table></html>", "a.csv").code == "table.html"


def test_a_value_that_a_table_without_quotes_cannot_hold() -> None:
    data = b'title\tproblem\n"x" y\tz\n5" w\tv\n'
    new, problems = write(data, "a.tsv", {0: {"problem": "a\tb"}, 1: {"problem": "c"}})
    assert problems == ["problem"]
    assert new == data.replace(b"\tv\n", b"\tc\n")


CELL = st.text(alphabet='a"\\,;\n\r中', max_size=6)
LAYOUTS = [Layout(CSV, delimiter, '"', escape) for delimiter in (",", ";") for escape in ("", "\\")]


@given(st.sampled_from(LAYOUTS), st.lists(CELL, min_size=2, max_size=4), st.integers(0, 3), CELL)
@settings(max_examples=500)
def test_a_cell_that_is_written_is_read_and_the_others_stay(layout: Layout, row: list[str], at: int, new: str) -> None:
    at %= len(row)
    out = io.StringIO(newline="")
    writer = csv.writer(
        out,
        delimiter=layout.delimiter,
        escapechar=layout.escape or None,
        doublequote=not layout.escape,
        quoting=csv.QUOTE_ALL,
    )
    writer.writerow(row)
    text = out.getvalue()
    [places] = spans(text, layout)
    changed = written(text, layout, {(0, at): new})
    start, end = places[at]
    assert changed.startswith(text[:start])
    assert changed.endswith(text[end:])
    [found] = values(changed, layout)
    assert [one.replace("\r\n", "\n") for one in found] == [
        one.replace("\r\n", "\n") for one in (*row[:at], new, *row[at + 1 :])
    ]
