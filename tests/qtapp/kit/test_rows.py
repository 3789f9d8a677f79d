"""A list of rows: what is in sight around the current one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QStringListModel, Qt
from pytestqt.qtbot import QtBot

from qtapp.kit.rows import RowTable

HEIGHT, ROWS = 30, 200


@pytest.fixture
def rows(qtbot: QtBot) -> RowTable:
    """Ten rows in sight of many."""
    made = RowTable(HEIGHT)
    model = QStringListModel([str(n) for n in range(ROWS)], made)
    made.setModel(model)
    qtbot.addWidget(made)
    made.resize(300, 10 * HEIGHT)
    made.show()
    made.selectionModel().currentChanged.connect(lambda current: made.go_to(current.row()))
    made.go_to(0)
    return made


def above_and_below(rows: RowTable) -> tuple[int, int]:
    """Whole rows in sight before and behind the current one."""
    place = rows.visualRect(rows.currentIndex())
    return place.top() // HEIGHT, (rows.viewport().height() - 1 - place.bottom()) // HEIGHT


def test_a_step_shows_the_row_beyond(qtbot: QtBot, rows: RowTable) -> None:
    for key, steps in ((Qt.Key.Key_Down, 30), (Qt.Key.Key_Up, 25)):
        seen = set()
        for _ in range(steps):
            qtbot.keyClick(rows, key)
            seen.add(min(above_and_below(rows)))
        assert min(seen) == 1
    assert rows.currentIndex().row() == 5


def test_the_ends_are_ends(qtbot: QtBot, rows: RowTable) -> None:
    qtbot.keyClick(rows, Qt.Key.Key_End)
    assert (rows.currentIndex().row(), above_and_below(rows)) == (ROWS - 1, (9, 0))
    qtbot.keyClick(rows, Qt.Key.Key_Home)
    assert (rows.currentIndex().row(), above_and_below(rows)) == (0, (0, 9))


def test_a_leap_ends_in_the_middle(rows: RowTable) -> None:
    rows.go_to(100)
    assert min(above_and_below(rows)) >= 4


def test_a_row_that_is_clicked_stays_under_the_mouse(qtbot: QtBot, rows: RowTable) -> None:
    qtbot.mousePress(rows.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(50, 9 * HEIGHT + 5))
    assert (rows.currentIndex().row(), above_and_below(rows)) == (9, (9, 0))
    qtbot.mouseRelease(rows.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(50, 9 * HEIGHT + 5))
    assert rows.verticalScrollBar().value() == 0


def test_where_few_rows_fit_a_step_shows_the_row_alone(qtbot: QtBot, rows: RowTable) -> None:
    rows.resize(300, 2 * HEIGHT)
    for _ in range(5):
        qtbot.keyClick(rows, Qt.Key.Key_Down)
    assert above_and_below(rows) == (1, 0)
