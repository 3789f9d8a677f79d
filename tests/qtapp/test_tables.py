"""Tables come into the window: what their columns are is asked first, answered by keys, and remembered."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import formats
from db.review import Review
from qtapp.dialogs.columns import ColumnsSheet
from qtapp.dialogs.columns_offer import KEYS, with_role
from qtapp.window.tables import kept_shapes
from tests.db.formats.tables.making import ROWS, book, file, listed
from tests.db.formats.tables.test_delimited import table
from tests.qtapp.conftest import OpenDesk
from tests.qtapp.desk import Desk


def choose(monkeypatch: pytest.MonkeyPatch, *files: Path) -> None:
    """What the dialog for files is going to answer."""
    names = [str(one) for one in files]
    monkeypatch.setattr("qtapp.window.choosing.QtWidgets.QFileDialog.getOpenFileNames", lambda *_: (names, ""))


def asked(desk: Desk) -> ColumnsSheet:
    """The sheet, once the table has been looked at."""
    desk.until(lambda: any(one.isVisible() for one in desk.window.findChildren(ColumnsSheet)))
    return desk.sheet(ColumnsSheet)


def imported(desk: Desk, number: int) -> None:
    """Wait until the window has so many tickets."""
    desk.until(lambda: desk.window.session is not None and len(desk.session.ids) == number)
    desk.idle()


@pytest.fixture
def welcome(open_desk: OpenDesk) -> Desk:
    return open_desk()


def test_roles_are_those_of_the_library() -> None:
    assert set(KEYS) == set(formats.COLUMN_ROLES)
    assert len(set(KEYS.values())) == len(KEYS)
    assert with_role(["title", "other", "replies"], 1, "title") == ["other", "title", "replies"]
    assert with_role(["title", "other", "replies"], 1, "replies") == ["title", "replies", "replies"]


def test_a_table_is_asked_about_by_keys_and_imported(
    welcome: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, file(tmp_path, "a.csv", table("gb18030")))
    welcome.press("Ctrl+O")
    sheet = asked(welcome)
    assert "a.csv" in sheet.heading.text()
    assert "separated by commas, gb18030, 6 columns" in sheet.about.text()
    assert "Title: 图片打不开\nCategory: 网盘｜预览" in sheet.ticket.text()
    assert welcome.keyboard() is sheet.list
    welcome.press("J", "J", "J", "K", "X", "Down", "Down", "Down", "C")
    assert "Category: 网页" in sheet.ticket.text()
    welcome.press("Enter")
    imported(welcome, 3)
    first = welcome.session.review.ticket(welcome.session.ids[0])
    assert (first.title, first.category, first.fields) == ("图片打不开", ("网页",), ())
    assert welcome.session.review.shapes()[tuple(ROWS[0])][2:] == ("aside", "replies", "root_cause", "category")


def test_a_shape_is_asked_about_once_in_any_review(
    welcome: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = tmp_path / "one", tmp_path / "two"
    for folder in (first, second):
        folder.mkdir()
    choose(monkeypatch, file(first, "a.csv", table()))
    welcome.press("Ctrl+O")
    asked(welcome)
    welcome.press("O", "Down", "T", "Enter")
    imported(welcome, 3)
    assert list(kept_shapes()) == [tuple(ROWS[0])]
    welcome.window.door.ask_place = lambda _: False
    other = file(second, "b.csv", table() + "丁,戊,己,庚,辛,壬\r\n".encode())
    choose(monkeypatch, other)
    welcome.press("Ctrl+O")
    imported(welcome, 4)
    assert [one.title for one in welcome.session.review.tickets()][-1] == "戊"
    assert not welcome.window.findChildren(ColumnsSheet)
    # and asked again when it is called for
    welcome.window.door.ask_place = lambda _: True
    choose(monkeypatch, file(second, "c.csv", table() + "一,二,三,四,五,六\r\n".encode()))
    welcome.press("Ctrl+Alt+O")
    sheet = asked(welcome)
    assert "Title: 图片打不开,\n" not in sheet.ticket.text()
    assert sheet.ticket.text().startswith("Title: 图片打不开, 很急")
    welcome.press("T", "Enter")
    imported(welcome, 8)
    assert [one.title for one in welcome.session.review.tickets()][-1] == "一"


def test_giving_up_imports_nothing(welcome: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    choose(monkeypatch, file(tmp_path, "a.csv", table()))
    welcome.press("Ctrl+O")
    asked(welcome)
    welcome.press("Esc")
    welcome.idle()
    assert welcome.window.session is None
    assert [one.name for one in tmp_path.iterdir()] == ["a.csv"]
    assert kept_shapes() == {}


def test_columns_that_nobody_knows_can_be_said(welcome: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    choose(monkeypatch, file(tmp_path, "a.csv", "甲,乙\n1,2\n3,4\n".encode()))
    welcome.press("Ctrl+O")
    sheet = asked(welcome)
    assert not sheet.go.isEnabled()
    assert sheet.warns.text()
    welcome.press("Enter")
    assert sheet.isVisible()
    welcome.press("Down", "P")
    assert not sheet.warns.text()
    welcome.press("Enter")
    imported(welcome, 2)
    assert [one.problem for one in welcome.session.review.tickets()] == ["2", "4"]


def test_another_sheet_and_other_rows_above(welcome: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [["说明"], ["以下"], *listed()]
    choose(monkeypatch, file(tmp_path, "a.xlsx", book(rows, also={"别的": [["title", "problem"], ["a", "b"]]})))
    welcome.press("Ctrl+O")
    sheet = asked(welcome)
    assert sheet.sheets.currentText() == "别的"
    welcome.press("Alt+H", "Down")
    welcome.until(lambda: sheet.list.count() == 6)
    welcome.idle()
    assert sheet.above.text() == "3"
    welcome.press("Alt+A", "Ctrl+A")
    welcome.write("4")
    welcome.press("Enter")
    welcome.idle()
    welcome.until(lambda: "访问慢" in sheet.ticket.text())
    assert sheet.isVisible()
    sheet.list.setFocus()
    welcome.press("Enter")
    imported(welcome, 2)
    assert [one.title for one in welcome.session.review.tickets()] == ["访问慢", "退款"]
    assert welcome.session.review.check() == []


def test_a_broken_table_is_told_in_the_language_of_the_window(
    welcome: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, file(tmp_path, "a.csv", '标题,问题描述\n甲,"一\n'.encode()))
    welcome.press("Ctrl+O")
    welcome.idle()
    welcome.until(lambda: "a quote opens in this row" in welcome.toast)
    assert not welcome.window.findChildren(ColumnsSheet)
    assert [one.name for one in tmp_path.iterdir()] == ["a.csv"]


def test_files_of_a_folder_are_asked_about_a_shape_at_a_time(open_desk: OpenDesk, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    for name, data in (("a.csv", table()), ("b.csv", table(end="\n")), ("c.tsv", "主题\t问题描述\n甲\t乙\n".encode())):
        file(folder, name, data)
    desk = open_desk([folder])
    assert "table 1 of 2" in asked(desk).about.text()
    desk.press("Enter")
    desk.until(lambda: any("table 2 of 2" in one.about.text() for one in desk.window.findChildren(ColumnsSheet)))
    assert "c.tsv" in asked(desk).heading.text()
    desk.press("Enter")
    imported(desk, 7)
    with Review.open(desk.session.review.path) as review:
        assert len(review.shapes()) == 2


def test_very_many_columns_are_remembered_too(welcome: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = ["标题", *(f"很长的列名 {n}" for n in range(2000))]
    choose(monkeypatch, file(tmp_path, "a.csv", f"{','.join(names)}\n{','.join('值' for _ in names)}\n".encode()))
    welcome.press("Ctrl+O")
    asked(welcome)
    welcome.press("Down", "P", "Enter")
    imported(welcome, 1)
    assert welcome.session.review.ticket(welcome.session.ids[0]).problem == "值"
