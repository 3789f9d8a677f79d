"""The spread of labels by keys, in the real window: what strikes is gone to, its tickets are one key or click away."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLabel

from db.importing import import_paths
from db.labels import Spread
from db.review import Review
from qtapp.labels.spread_map import SpreadMap
from qtapp.labels.spread_mode import SpreadMode
from qtapp.labels.spread_pane import Surprises
from tests.db.labels.invented import categories, causes, dataset
from tests.qtapp.conftest import OpenDesk
from tests.qtapp.desk import Desk
from tests.qtapp.labels.conftest import LabelDesk
from tests.qtapp.test_access import nameless

ALIKE = {"网盘｜挂载": 20, "邮箱｜收发": 20, "主机": 10}
UNLIKE = {"未分类": 40, "邮箱｜收发": 10}


@pytest.fixture
def desk(open_desk: OpenDesk, tmp_path: Path) -> Desk:
    """At the spread of three files, of which the last labels unlike the others."""
    path = tmp_path / "spread.winnow"
    files = [("a", ALIKE), ("b", ALIKE | {"主机": 11}), ("c", UNLIKE)]
    with Review.create(path, reviewer="lin") as review:
        import_paths(review, [dataset(tmp_path / f"{name}.jsonl", categories(counts)) for name, counts in files])
    desk = open_desk([path])
    desk.press("G, M")
    spread(desk)
    return desk


def mode(desk: Desk) -> SpreadMode:
    assert desk.window.hosts.labels.page is not None
    found = desk.window.hosts.labels.page.mode_of("spread")
    assert isinstance(found, SpreadMode)
    return found


def spread(desk: Desk) -> Spread:
    """The table, once it is counted."""
    desk.until(lambda: mode(desk).model.spread is not None)
    found = mode(desk).model.spread
    assert found is not None
    return found


def place(desk: Desk) -> tuple[str, str]:
    """Row and column of the current cell."""
    index = mode(desk).map.currentIndex()
    row, column = mode(desk).model.place_of(index)
    return spread(desk).rows[row].name, spread(desk).columns[column].label


def strikes(desk: Desk) -> bool:
    return mode(desk).model.cell_at(mode(desk).map.currentIndex()).striking


def heads(desk: Desk) -> list[str]:
    model = mode(desk).model
    return [str(model.headerData(row, Qt.Orientation.Vertical)) for row in range(model.rowCount())]


def test_the_file_that_labels_unlike_the_others_stands_first(desk: Desk) -> None:
    assert desk.keyboard() is desk.child(SpreadMap, "spreadMap")
    assert heads(desk)[0] == "c.jsonl"
    assert place(desk) == ("c.jsonl", "未分类")
    assert "40 tickets, 13.2 would be expected" in desk.child(QLabel, "spreadCell").text()
    assert "未分类, 40 tickets" in desk.child(Surprises, "spreadSurprises").accessibleDescription()
    assert nameless(desk.window.hosts.labels.page) == []  # type: ignore[arg-type]
    QAbstractItemModelTester(mode(desk).model, QAbstractItemModelTester.FailureReportingMode.Warning)


def test_the_way_from_cell_to_cell(desk: Desk) -> None:
    desk.press("J")
    assert place(desk) in [("a.jsonl", "未分类"), ("b.jsonl", "未分类")]
    desk.press("K", "K", "Right")
    assert place(desk)[0] == "c.jsonl"
    desk.press("N")
    second = place(desk)
    assert strikes(desk)
    desk.press("P")
    assert place(desk) == ("c.jsonl", "未分类") != second
    desk.press(*["N"] * 40)
    assert strikes(desk)


def test_a_key_and_a_click_list_the_tickets_of_a_cell(desk: Desk) -> None:
    desk.press("T")
    assert desk.window.page() == "tickets"
    assert len(desk.session.ids) == 40
    desk.press("G, L")
    assert place(desk) == ("c.jsonl", "未分类")
    table, model = desk.child(SpreadMap, "spreadMap"), mode(desk).model
    labels = [one.label for one in spread(desk).columns]
    full, empty = (model.index_of(0, labels.index(label)) for label in ("网盘｜挂载", "未分类"))
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(empty).center())
    assert desk.window.page() == "labels"
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(full).center())
    assert desk.window.page() == "tickets"
    assert {row.category for row in desk.session.review.rows([int(one) for one in desk.session.ids])} == {
        ("网盘", "挂载")
    }
    assert len(desk.session.ids) == 20


def test_orders_of_the_rows_keep_the_cell(desk: Desk) -> None:
    desk.press("O")
    assert heads(desk) == ["a.jsonl", "b.jsonl", "c.jsonl"]
    assert place(desk) == ("c.jsonl", "未分类")
    desk.press("O", "O")
    assert heads(desk)[0] == "c.jsonl"


def test_by_root_cause(label_desk: LabelDesk) -> None:
    desk = label_desk(causes({"磁盘写满": 30, "证书过期": 2}), "G, M", "F")
    desk.until(lambda: mode(desk).model.rowCount() == 2)
    assert sorted(heads(desk)) == ["磁盘写满", "证书过期"]
    assert "by root cause" in mode(desk).words()


def test_it_follows_a_change_and_keeps_the_cell(desk: Desk) -> None:
    desk.session.set_category(("未分类",), [1, 2])
    desk.until(lambda: spread(desk).cell(0, 0).tickets + spread(desk).cell(0, 1).tickets < 40)
    assert place(desk) == ("c.jsonl", "未分类")
    desk.press("J")
    told = [desk.child(QLabel, "spreadCell").text()]
    desk.press("J")
    told.append(desk.child(QLabel, "spreadCell").text())
    assert len([words for words in told if words.startswith("2 tickets")]) == 1


def test_one_source_alone(label_desk: LabelDesk) -> None:
    desk = label_desk(categories({"甲" * 480: 3}), "G, M")
    spread(desk)
    assert heads(desk) == ["labels.jsonl"]
    desk.press("N", "T")
    assert len(desk.session.ids) == 3


def test_no_ticket_at_all(open_desk: OpenDesk, tmp_path: Path) -> None:
    with Review.create(tmp_path / "empty.winnow", reviewer="lin"):
        pass
    desk = open_desk([tmp_path / "empty.winnow"])
    desk.press("G, M")
    spread(desk)
    assert "No ticket" in desk.child(QLabel, "noSpread").text()
    desk.press("N", "T", "O", "J")
    assert desk.window.page() == "labels"
