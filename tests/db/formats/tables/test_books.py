"""Workbooks: any sheet, what cells say, edits that change one sheet's cells alone, and files that are refused."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
import python_calamine
import xlsxwriter

from db.formats import Asked
from db.formats.tables import archive
from db.formats.workbook import CHARACTERS
from db.values import Turn
from tests.db.formats.tables.making import ROWS, book, changed, listed, parts, read, refused, write

SHEET = "xl/worksheets/sheet1.xml"


def test_a_sheet_is_read() -> None:
    reading, records = read(book(listed()), "a.xlsx")
    assert reading.format == "xlsx"
    assert [one.title for one in records] == [row["主题"] for row in ROWS]
    assert [one.problem for one in records] == [row["问题描述"] for row in ROWS]
    assert [one.line for one in records] == [2, 3, 4]
    assert records[0].replies == (Turn("staff", "您好"),)


def test_any_sheet_is_read() -> None:
    data = book(listed(), also={"说明": [["只有一行"]], "另一张": [["title", "problem"], ["a", "b"]]})
    assert [one.title for one in read(data, "a.xlsx")[1]] == ["a"]
    assert len(read(data, "a.xlsx", Asked(sheet="工单"))[1]) == 3
    error = refused(data, "a.xlsx", Asked(sheet="没有"))
    assert (error.code, error.data["sheets"]) == ("sheet.no_sheet", "说明、另一张、工单")


def test_what_cells_say() -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as made:
        sheet = made.add_worksheet()
        day, time = made.add_format({"num_format": "yyyy-mm-dd"}), made.add_format({"num_format": '"于" hh:mm'})
        plain = made.add_format({"num_format": '0.00 "days"'})
        sheet.write_row(0, 0, ["标题", "问题描述", "整数", "小数", "日期", "时刻", "算式", "真假", "空", "天数"])
        sheet.write_string(1, 0, '<a> & "b"_x0041_\x01')
        sheet.write_rich_string(1, 1, made.add_format({"bold": True}), "粗", "细")
        sheet.write_number(1, 2, 12345678901)
        sheet.write_number(1, 3, 0.1)
        sheet.write_number(1, 4, 45413, day)
        sheet.write_number(1, 5, 45413.5, time)
        sheet.write_formula(1, 6, "=1+1", None, "2")
        sheet.write_boolean(1, 7, True)
        sheet.write_number(1, 9, 45413, plain)
    [one] = read(out.getvalue(), "a.xlsx")[1]
    assert one.title == '<a> & "b"_x0041_\x01'
    assert one.problem == "粗细"
    assert dict(one.fields) == {
        "整数": "12345678901",
        "小数": "0.1",
        "日期": "2024-05-01",
        "时刻": "2024-05-01 12:00:00",
        "算式": "2",
        "真假": "TRUE",
        "天数": "45413",
    }


def test_an_edit_changes_the_cells_of_one_sheet_and_no_other_part() -> None:
    data = book(listed(), also={"说明": [["只有一行"]]})
    edits = {
        0: {"title": "新 <标题>", "problem": " 一\n二 & 三"},
        1: {"category": ("甲", "乙"), "root_cause": ""},
        2: {"fields": (("渠道", "=1+1"),), "replies": (Turn("staff", "补一条"),)},
    }
    new, problems = write(data, "a.xlsx", edits)
    assert problems == []
    rows = [dict(row) for row in ROWS]
    rows[0] |= {"主题": "新 <标题>", "问题描述": "一\n二 & 三"}
    rows[1] |= {"分类": "甲｜乙", "根本原因": ""}
    rows[2] |= {"渠道": "=1+1", "客服回复": "补一条"}
    found = python_calamine.load_workbook(io.BytesIO(new)).get_sheet_by_name("工单").to_python(skip_empty_area=False)
    assert found == listed(rows)
    before, after = parts(data), parts(new)
    assert list(before) == list(after)
    assert [name for name in before if before[name] != after[name]] == ["xl/worksheets/sheet2.xml"]
    assert b"<f>" not in zipfile.ZipFile(io.BytesIO(new)).read("xl/worksheets/sheet2.xml")


def test_rows_that_are_left_out_leave_their_place_empty() -> None:
    new, _ = write(book(listed()), "a.xlsx", {1: None})
    assert [(one.title, one.line) for one in read(new, "a.xlsx")[1]] == [("图片打不开", 2), ("退款", 4)]


def test_a_workbook_that_nothing_changes_stays_as_it_is() -> None:
    data = book(listed())
    assert write(data, "a.xlsx", {}) == (data, [])


def test_what_no_cell_holds_is_refused() -> None:
    data = book(listed())
    new, problems = write(data, "a.xlsx", {0: {"problem": "长" * (CHARACTERS + 1)}, 1: {"conversation": ()}})
    assert problems == ["problem", "conversation"]
    assert [one.problem for one in read(new, "a.xlsx")[1]] == [row["问题描述"] for row in ROWS]


def test_xml_that_other_programs_write() -> None:
    data = book(listed())
    prefixed = changed(data, SHEET, b"<row ", b'<row x14ac:dyDescent="0.25" ')
    prefixed = changed(prefixed, SHEET, b"<worksheet ", b'<worksheet xmlns:x14ac="urn:x" ')
    assert [one.title for one in read(prefixed, "a.xlsx")[1]] == [row["主题"] for row in ROWS]
    assert write(prefixed, "a.xlsx", {0: {"title": "新"}})[1] == []
    with zipfile.ZipFile(io.BytesIO(data)) as was:
        sheet = was.read(SHEET)
    bare = re.sub(rb' r="[A-Z]*\d+"', b"", sheet)
    plain = changed(data, SHEET, sheet, bare)
    assert [one.problem for one in read(plain, "a.xlsx")[1]] == [row["问题描述"] for row in ROWS]
    named = re.sub(rb"<(/?)(?=[a-z])", rb"<\1x:", sheet).replace(b" xmlns=", b" xmlns:x=").replace(b"<x:?", b"<?")
    assert [one.line for one in read(changed(data, SHEET, sheet, named), "a.xlsx")[1]] == [2, 3, 4]


def test_cells_that_are_merged_are_read_in_each_row() -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as made:
        sheet = made.add_worksheet()
        sheet.write_row(0, 0, ["分类", "标题", "问题描述"])
        for at in range(1, 5):
            sheet.write_row(at, 1, [f"第 {at}", "怎么办"])
        sheet.merge_range(1, 0, 3, 0, "网盘｜预览")
        sheet.write_string(4, 0, "CDN")
    data = out.getvalue()
    reading, records = read(data, "a.xlsx")
    assert [one.category for one in records] == [("网盘", "预览")] * 3 + [("CDN",)]
    assert [(one.code, one.line, one.data["cells"]) for one in reading.findings] == [("sheet.merged", 2, "A2:A4")]
    new, problems = write(data, "a.xlsx", {0: {"title": "新"}, 3: {"category": ("CDN", "访问")}})
    assert problems == []
    assert [one.category for one in read(new, "a.xlsx")[1]] == [("网盘", "预览")] * 3 + [("CDN", "访问")]


def merged(first: int, last: int, also: str = "") -> bytes:
    """Six tickets; the category of some is merged, and so is that of the last two; `also` stands under the merge."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as made:
        sheet = made.add_worksheet()
        sheet.write_row(0, 0, ["标题", "分类", "次数", "问题描述"])
        for at in range(1, 7):
            sheet.write_row(at, 0, [f"第 {at}", "", at, "怎么办"])
        sheet.merge_range(first, 1, last, 1, "CDN")
        sheet.merge_range(5, 1, 6, 1, "网盘")
        if also:
            sheet.write_string(last, 1, also)
    return out.getvalue()


def shown(data: bytes) -> tuple[list[str], list[str]]:
    """The categories as a spreadsheet shows them, nothing in what is merged but in its first cell; and the merges."""
    xml = zipfile.ZipFile(io.BytesIO(data)).read(SHEET).decode()
    ranges = re.findall(r'<mergeCell ref="B(\d+):B(\d+)"/>', xml)
    assert re.findall(r'<mergeCells count="(\d+)">', xml) == [str(len(ranges))] * bool(ranges)
    hidden = {row for first, last in ranges for row in range(int(first) + 1, int(last) + 1)}
    table = python_calamine.load_workbook(io.BytesIO(data)).get_sheet_by_index(0).to_python(skip_empty_area=False)
    cells = ["" if at in hidden else str(row[1]) for at, row in enumerate(table, 1)]
    return cells[1:], [":".join(one) for one in ranges]


REST = ["", "网盘", ""]
"""Rows without a category or of the other merge."""


@pytest.mark.parametrize(
    ("edits", "categories", "left"),
    [
        ({1: "A"}, ["CDN", "A", "CDN"], ["6:7"]),
        ({0: "A"}, ["A", "CDN", "CDN"], ["6:7"]),
        ({0: "A", 1: "A"}, ["A", "A", "CDN"], ["6:7"]),
        ({0: "A", 1: "A", 2: "A"}, ["A", "", ""], ["2:4", "6:7"]),
        ({0: None}, ["", "CDN", "CDN"], ["6:7"]),
        ({1: None}, ["CDN", "", ""], ["2:4", "6:7"]),
        ({0: None, 1: "A"}, ["", "A", "CDN"], ["6:7"]),
        ({0: "A", 1: None, 2: "A"}, ["A", "", ""], ["2:4", "6:7"]),
    ],
)
def test_merged_cells_are_taken_apart_where_one_of_them_is_edited(
    edits: dict[int, str | None], categories: list[str], left: list[str]
) -> None:
    data = merged(1, 3)
    wanted = {at: {"category": (said,)} if said else None for at, said in edits.items()}
    new, problems = write(data, "a.xlsx", wanted)
    assert problems == []
    assert shown(new) == ([*categories, *REST], left)
    before, after = (read(one, "a.xlsx")[1] for one in (data, new))
    stay = [(one.title, one.category) for at, one in enumerate(before) if at not in edits]
    changed = {f"第 {at + 1}": (said,) for at, said in edits.items() if said}
    assert {one.title: one.category for one in after} == {**dict(stay), **changed}


def test_the_last_merged_cells_leave_no_empty_list() -> None:
    new, _ = write(merged(1, 3), "a.xlsx", {1: {"category": ("A",)}, 5: {"category": ("B",)}})
    assert shown(new) == (["CDN", "A", "CDN", "", "网盘", "B"], [])
    assert b"mergeCells" not in zipfile.ZipFile(io.BytesIO(new)).read(SHEET)


def test_what_stands_under_merged_cells_is_what_their_row_says() -> None:
    data = merged(1, 3, also="暗")
    assert [one.category for one in read(data, "a.xlsx")[1]][:3] == [("CDN",), ("CDN",), ("暗",)]
    new, _ = write(data, "a.xlsx", {0: {"category": ("A",)}})
    assert shown(new)[0][:3] == ["A", "CDN", "暗"]


# what goes wrong


def test_files_that_are_no_workbook_are_refused() -> None:
    ole = archive.OLE + b"\0" * 600
    assert refused(ole + "Workbook".encode("utf-16-le"), "a.xls").code == "sheet.old"
    assert refused(ole + "EncryptedPackage".encode("utf-16-le"), "a.xlsx").code == "sheet.encrypted"
    assert refused(b"PK\x03\x04 not a zip", "a.xlsx").code == "sheet.damaged"
    error = refused(b"title,problem\na,b\n", "a.xlsx")
    assert (error.code, error.data["suffix"], error.data["text"]) == ("table.misnamed", ".xlsx", "title,problem")
    assert refused(b"<html><table>", "a.xlsx").code == "table.html"
    assert refused("标题".encode() * 20, "a.parquet").data["text"] == "标题" * 10
    assert refused(b"\0\x01\xff", "a.xlsm").data["text"] == "–"
    assert refused(book(listed())[:2000], "a.xlsx").code == "sheet.damaged"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("word/document.xml", "<a/>")
    assert refused(out.getvalue(), "a.xlsx").code == "sheet.damaged"
    assert refused(book([[]]), "a.xlsx").code == "sheet.no_rows"


@pytest.mark.parametrize(
    ("place", "value", "said"),
    [(6, 99, "version 9.9"), (10, 97, "compression"), (8, 0x20, "patched data"), (8, 0x40, "strong encryption")],
)
def test_an_archive_that_zipfile_does_not_know_how_to_read(place: int, value: int, said: str) -> None:
    """A later version, another packing, patches, strong encryption, as its directory says of each part."""
    data = bytearray(book(listed()))
    for found in re.finditer(b"PK\x01\x02", bytes(data)):
        data[found.start() + place : found.start() + place + 2] = value.to_bytes(2, "little")
    error = refused(bytes(data), "a.xlsx")
    assert error.code == "sheet.damaged"
    assert said in str(error.data["reason"])


def test_a_bomb_is_not_unpacked() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book(listed()))) as was, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in was.namelist():
            made.writestr(name, was.read(name))
        with made.open("xl/media/image1.xml", "w") as part:
            for _ in range(64):
                part.write(b" " * (1 << 20))
    error = refused(out.getvalue(), "a.xlsx")
    assert (error.code, error.data["part"], error.data["size"]) == ("sheet.bomb", "xl/media/image1.xml", 64)


def test_a_bomb_of_entities_and_a_cell_at_the_end_of_the_sheet() -> None:
    data = book(listed())
    entities = b'<!DOCTYPE a [<!ENTITY b "bbbbbbbb">]><worksheet '
    assert refused(changed(data, SHEET, b"<worksheet ", entities), "a.xlsx").code == "sheet.damaged"
    shared = "xl/sharedStrings.xml"
    assert (
        refused(changed(data, shared, b"<sst ", b'<!DOCTYPE a [<!ENTITY b "b">]><sst '), "a.xlsx").code
        == "sheet.damaged"
    )
    far = changed(data, SHEET, b'r="A2"', b'r="XFD2"')
    assert read(far, "a.xlsx", Asked((("problem", ("问题描述",)),)))[1]


@pytest.mark.parametrize("cut", [b"</row>", b"<c "])
def test_xml_that_breaks_off(cut: bytes) -> None:
    data = book(listed())
    assert refused(changed(data, SHEET, cut, b"<broken"), "a.xlsx").code == "sheet.damaged"


def test_a_last_row_that_breaks_off_is_not_dropped_in_silence() -> None:
    data = book(listed())
    with zipfile.ZipFile(io.BytesIO(data)) as was:
        sheet = was.read(SHEET)
    cut = sheet[: sheet.rindex(b"</c>")]
    assert refused(changed(data, SHEET, sheet, cut), "a.xlsx").code == "sheet.damaged"
    assert len(read(changed(data, SHEET, b"</sheetData>", b'<row r="9"/></sheetData>'), "a.xlsx")[1]) == 3


def test_rows_in_other_forms_are_read_all_the_same() -> None:
    data = book(listed())
    commented = changed(data, SHEET, b'<row r="3"', b'<!-- between --><row r="3"')
    quoted = changed(data, SHEET, b'<c r="A3"', b'<c\n  r="A3"')
    other = changed(data, SHEET, b' t="s"><v>6</v>', b' t="inlineStr"><is><t><![CDATA[<6>]]> &#x4E00;&amp;</t></is>')
    for one in (commented, quoted):
        assert [record.title for record in read(one, "a.xlsx")[1]] == [row["主题"] for row in ROWS]
    assert read(other, "a.xlsx")[1][0].title == "<6> 一&"
