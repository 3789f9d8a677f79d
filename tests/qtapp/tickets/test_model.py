"""The list model: pages read when they are looked at, rows that cannot be read, and Qt's own checks of a model."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from db.errors import ReviewError
from db.values import Changes, Row, Status, Summary
from qtapp.kit.paged import PAGE, PAGES, ROW
from qtapp.tickets.model import TicketModel


class Rows:
    """Stands for the review: remembers what was asked for."""

    def __init__(self) -> None:
        self.asked: list[list[int]] = []
        self.gone: set[int] = set()
        self.broken = False

    def __call__(self, ids: Sequence[int]) -> list[Row]:
        if self.broken:
            raise ReviewError("review.corrupt", file="a.winnow")
        self.asked.append(list(ids))
        return [
            Row(one, f"ticket {one}", ("CDN",), Status.REVIEWED, False, False, 2) for one in ids if one not in self.gone
        ]


@pytest.fixture
def rows() -> Rows:
    return Rows()


@pytest.fixture
def model(rows: Rows) -> TicketModel:
    model = TicketModel(rows)
    model.set_ids(range(1, 1001))
    return model


def edit(*ids: int) -> Changes:
    return Changes(1, "edit", ids, frozenset({"status"}), Summary("x"))


def test_qt_finds_nothing_wrong(rows: Rows) -> None:
    model = TicketModel(rows)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_ids(range(1, 200))
    model.refresh(edit(3, 150))
    model.set_ids([])
    model.set_ids([5])
    assert tester.model() is model


def test_only_the_pages_looked_at_are_read_and_only_once(rows: Rows, model: TicketModel) -> None:
    for row in (500, 501, 500):
        model.index(row, 0).data(ROW)
    assert len(rows.asked) == 1
    assert len(rows.asked[0]) == PAGE


def test_the_cache_does_not_grow_without_end(rows: Rows) -> None:
    model = TicketModel(rows)
    model.set_ids(range(1, PAGE * (PAGES + 2)))
    for page in range(PAGES + 1):
        model.row_at(page * PAGE)
    before = len(rows.asked)
    model.row_at(0)
    assert len(rows.asked) == before + 1


def test_a_change_reads_only_the_pages_that_hold_it_again(rows: Rows, model: TicketModel) -> None:
    model.row_at(0)
    model.row_at(PAGE)
    model.refresh(edit(1))
    model.row_at(PAGE)
    assert len(rows.asked) == 2
    model.row_at(0)
    assert len(rows.asked) == 3


def test_a_ticket_that_is_gone_is_a_disabled_row(rows: Rows, model: TicketModel) -> None:
    rows.gone.add(2)
    index = model.index(1, 0)
    assert index.data(ROW) is None
    assert not model.flags(index) & Qt.ItemFlag.ItemIsEnabled
    assert index.data()
    assert model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsEnabled


def test_a_review_that_cannot_be_read_is_a_list_of_disabled_rows(rows: Rows, model: TicketModel) -> None:
    rows.broken = True
    assert model.index(0, 0).data(ROW) is None
