"""The list: it follows the session and leads it, and keeps its place."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.values import Status
from qtapp.kit.paged import ROW
from qtapp.kit.theme import tokens
from qtapp.session import Session
from qtapp.tickets.list import TicketList
from qtapp.tickets.painter import HEIGHT


@pytest.fixture
def view(qtbot: QtBot, session: Session) -> TicketList:
    view = TicketList(session)
    view.resize(430, 6 * HEIGHT)
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    return view


def click(
    qtbot: QtBot, view: TicketList, row: int, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    point = QPoint(100, view.rowViewportPosition(row) + HEIGHT // 2)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifier, point)


def test_rows_have_one_height(view: TicketList) -> None:
    assert {view.rowHeight(row) for row in (0, 5, 40)} == {HEIGHT}


def test_a_click_makes_current_and_keys_go_on(qtbot: QtBot, view: TicketList, session: Session) -> None:
    click(qtbot, view, 2)
    assert session.current_id == session.ids[2]
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert session.current_id == session.ids[3]
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert session.current_id == session.ids[-1]


def test_it_follows_the_session_and_scrolls_to_it(view: TicketList, session: Session) -> None:
    session.go(int(session.ids[40]))
    assert view.currentIndex().row() == 40
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()).center())


def test_a_step_scrolls_by_a_row_and_a_leap_ends_in_the_middle(view: TicketList, session: Session) -> None:
    session.go(int(session.ids[5]))
    before = view.verticalScrollBar().value()
    session.next()
    assert view.verticalScrollBar().value() == before + HEIGHT
    session.go(int(session.ids[40]))
    top = view.visualRect(view.currentIndex()).top()
    assert HEIGHT < top < 4 * HEIGHT


def test_the_current_row_stays_whole_when_the_window_becomes_another_size(view: TicketList, session: Session) -> None:
    """And is in the middle of a window that opens, where the list had no room before."""
    view.resize(view.width(), 20)
    session.go(int(session.ids[30]))
    view.resize(view.width(), 600)
    middle = view.viewport().height() / 2
    assert abs(view.visualRect(view.currentIndex()).center().y() - middle) < HEIGHT
    view.resize(view.width(), 250)
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()))
    view.verticalScrollBar().setValue(0)
    view.resize(view.width(), 300)
    assert view.verticalScrollBar().value() == 0, "who has scrolled away stays there"


def test_the_place_stays_over_a_refresh(view: TicketList, session: Session) -> None:
    session.find("is:unreviewed")
    session.go(int(session.ids[20]))
    view.verticalScrollBar().setValue(15 * HEIGHT + 13)
    top = int(session.ids[15])
    session.set_status(Status.REVIEWED, [int(one) for one in session.ids[:3]])
    assert session.row_of(top) == 12
    assert view.verticalScrollBar().value() == 12 * HEIGHT + 13


def test_another_query_begins_at_the_current_ticket(view: TicketList, session: Session) -> None:
    view.verticalScrollBar().setValue(2000)
    session.find("cat:CDN")
    assert view.currentIndex().row() == 0
    assert view.verticalScrollBar().value() == 0


def test_an_edit_is_painted(view: TicketList, session: Session) -> None:
    session.set_status(Status.FLAGGED)
    assert view.currentIndex().data(ROW).status is Status.FLAGGED


def test_selecting_by_mouse(qtbot: QtBot, view: TicketList, session: Session) -> None:
    click(qtbot, view, 0)
    click(qtbot, view, 2, Qt.KeyboardModifier.ControlModifier)
    assert session.selection == {int(session.ids[2])}
    click(qtbot, view, 3, Qt.KeyboardModifier.ShiftModifier)
    assert session.selection == {int(one) for one in session.ids[:4]}
    click(qtbot, view, 1)
    assert session.selection == frozenset()


def test_the_selection_stays_as_ids(view: TicketList, session: Session) -> None:
    chosen = {int(session.ids[5]), int(session.ids[6])}
    session.select(chosen)
    session.set_sort("title", reverse=True)
    assert session.selection == chosen


def test_every_row_is_painted(view: TicketList, session: Session) -> None:
    session.find("证书")
    session.set_note("a note")
    session.set_category(("CDN", "新的"))
    picture = view.grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(0, 430, 3) for y in range(0, 200, 3)}
    assert len(colours) > 20


def changed_rows(view: TicketList, work: Callable[[], object]) -> list[int]:
    """The rows on the screen that are painted otherwise after `work`."""
    before = view.viewport().grab().toImage()
    work()
    QApplication.processEvents()
    after = view.viewport().grab().toImage()
    rows = range(view.viewport().height() // HEIGHT)
    areas = {row: QRect(0, row * HEIGHT, view.viewport().width(), HEIGHT) for row in rows}
    return [row for row, area in areas.items() if before.copy(area) != after.copy(area)]


def test_only_the_row_under_the_mouse_has_its_ground(qtbot: QtBot, view: TicketList) -> None:
    point = QPoint(100, 3 * HEIGHT + 5)
    assert changed_rows(view, lambda: qtbot.mouseMove(view.viewport(), point)) == [3]
    assert changed_rows(view, lambda: qtbot.mouseMove(view.viewport(), point + QPoint(0, HEIGHT))) == [3, 4]


def test_part_of_the_list_is_painted_as_the_whole_is(view: TicketList) -> None:
    """Qt asks for a strip: after a step of the wheel, under a window that goes."""
    view.verticalScrollBar().setValue(HEIGHT // 3)
    whole = view.viewport().grab().toImage()
    for top in (0, HEIGHT // 2, 2 * HEIGHT):
        area = QRect(0, top, view.viewport().width(), HEIGHT + 7)
        assert view.viewport().grab(area).toImage() == whole.copy(area)


def test_below_the_last_row_is_nothing(view: TicketList, session: Session) -> None:
    session.find(f"id:{session.ids[0]}")
    assert len(session.ids) == 1
    image = view.viewport().grab().toImage()
    assert {image.pixelColor(60, y).name() for y in range(HEIGHT, view.viewport().height())} == {
        tokens().surface.lower()
    }
