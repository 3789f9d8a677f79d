"""The facet panel: what a press does to the query, and what the panel shows of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from db.values import Status
from qtapp.session import Session
from qtapp.tickets.facet_rows import FacetRow
from qtapp.tickets.facets import FacetPanel

NONE = Qt.KeyboardModifier.NoModifier
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def panel(qtbot: QtBot, session: Session) -> FacetPanel:
    panel = FacetPanel(session)
    panel.resize(230, 1200)
    qtbot.addWidget(panel)
    with qtbot.waitExposed(panel):
        panel.show()
    qtbot.waitUntil(lambda: bool(rows(panel, "status")), timeout=2000)
    return panel


def rows(panel: FacetPanel, section: str) -> list[FacetRow]:
    model = panel._model
    found = [model.row_at(row) for row in range(model.rowCount())]
    return [row for row in found if row.section == section and row.kind == "value"]


def press(qtbot: QtBot, panel: FacetPanel, key: str, modifier: Qt.KeyboardModifier = NONE, x: int = 100) -> None:
    area = panel.visualRect(panel._model.index(panel._model.place(key)))
    point = QPoint(x, area.center().y())
    qtbot.mouseClick(panel.viewport(), Qt.MouseButton.LeftButton, modifier, point)
    qtbot.wait(10)


def test_counts_are_those_of_the_list(panel: FacetPanel, session: Session) -> None:
    assert sum(row.count or 0 for row in rows(panel, "status")[:4]) == len(session.ids)
    assert rows(panel, "view")[0].count == len(session.ids)


def test_a_press_means_only_this_and_a_second_one_takes_it_back(
    qtbot: QtBot, panel: FacetPanel, session: Session
) -> None:
    press(qtbot, panel, "category:CDN")
    assert session.text == "cat:CDN"
    press(qtbot, panel, "category:对象存储")
    assert session.text == "cat:对象存储"
    press(qtbot, panel, "category:对象存储")
    assert session.text == ""


def test_ctrl_adds_and_alt_excludes(qtbot: QtBot, panel: FacetPanel, session: Session) -> None:
    press(qtbot, panel, "category:CDN")
    alone = len(session.ids)
    press(qtbot, panel, "category:对象存储", CTRL)
    assert len(session.ids) > alone
    press(qtbot, panel, "category:CDN", ALT)
    assert "-cat:CDN" in session.text
    press(qtbot, panel, "category:CDN", ALT)
    assert "CDN" not in session.text


def test_counts_follow_the_other_filters_but_not_their_own(qtbot: QtBot, panel: FacetPanel, session: Session) -> None:
    before = {row.label: row.count for row in rows(panel, "category")}
    press(qtbot, panel, "category:CDN")
    now = {row.label: row.count for row in rows(panel, "category") if row.depth == 0}
    assert now == {label: before[label] for label in now}
    assert sum(row.count or 0 for row in rows(panel, "status")[:4]) == len(session.ids)


def test_counts_follow_edits(qtbot: QtBot, panel: FacetPanel, session: Session) -> None:
    session.set_status(Status.FLAGGED)
    qtbot.waitUntil(lambda: rows(panel, "status")[2].count == 1, timeout=2000)


def test_the_number_of_all_tickets_stays_while_a_search_is_typed(panel: FacetPanel, session: Session) -> None:
    total = len(session.ids)
    session.find_typed("证书")
    assert not session.complete
    panel._take_over()
    assert rows(panel, "view")[0].count == total


def test_rows_that_stay_as_they_are_are_not_painted(qtbot: QtBot, panel: FacetPanel, session: Session) -> None:
    told: list[range] = []
    panel._model.dataChanged.connect(lambda first, last, _: told.append(range(first.row(), last.row() + 1)))
    session.shown_changed.emit()
    qtbot.wait(20)
    assert told == []
    session.set_status(Status.FLAGGED)
    qtbot.waitUntil(lambda: bool(told), timeout=2000)
    changed = {panel._model.row_at(row).key for one in told for row in one}
    assert {"status:flagged", "status:unreviewed"} <= changed
    assert not any(key.startswith(("category", "source")) for key in changed)


def test_the_keyboard_reaches_everything(qtbot: QtBot, panel: FacetPanel, session: Session) -> None:
    panel.setFocus()
    panel.setCurrentIndex(panel._model.index(panel._model.place("category:CDN")))
    qtbot.keyClick(panel, Qt.Key.Key_Right)
    below = [row for row in rows(panel, "category") if row.depth == 1]
    assert below
    qtbot.keyClick(panel, Qt.Key.Key_Down)
    qtbot.keyClick(panel, Qt.Key.Key_Return)
    assert session.text == f"cat:{below[0].term[1]}"
    qtbot.keyClick(panel, Qt.Key.Key_Return, ALT)
    assert session.text == f"-cat:{below[0].term[1]}"


def test_a_branch_is_folded_by_its_chevron(qtbot: QtBot, panel: FacetPanel, session: Session) -> None:
    press(qtbot, panel, "category:CDN", x=23)
    assert any(row.depth == 1 for row in rows(panel, "category"))
    press(qtbot, panel, "category:CDN", x=23)
    assert not any(row.depth == 1 for row in rows(panel, "category"))
    assert session.text == ""


def test_a_section_is_filtered_by_text(qtbot: QtBot, panel: FacetPanel) -> None:
    area = panel.visualRect(panel._model.index(panel._model.place("category#")))
    press(qtbot, panel, "category#", x=area.right() - 18)
    box = panel.findChild(QLineEdit, "categoryFilter")
    assert box is not None
    box.setText("cdn")
    shown = {row.label for row in rows(panel, "category") if row.depth == 0}
    assert shown
    assert {"cdn" in label.casefold() for label in shown} == {True}
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert {row.label for row in rows(panel, "category") if row.depth == 0} > shown


def test_saved_views(qtbot: QtBot, panel: FacetPanel, session: Session) -> None:
    session.save_view("证书", "cat:CDN 证书")
    qtbot.waitUntil(lambda: len(rows(panel, "view")) == 2, timeout=2000)
    press(qtbot, panel, "view:证书")
    assert session.text == "cat:CDN 证书"
    assert rows(panel, "view")[1].chosen
    with qtbot.waitSignal(panel.remove_view, timeout=1000) as removed:
        panel.setFocus()
        qtbot.keyClick(panel, Qt.Key.Key_Delete)
    assert removed.args == ["证书"]


def test_a_view_of_everything_goes_too_and_says_how(qtbot: QtBot, panel: FacetPanel, session: Session) -> None:
    session.save_view("日常", "")
    qtbot.waitUntil(lambda: len(rows(panel, "view")) == 2, timeout=2000)
    tips = [
        panel._model.index(panel._model.place(key)).data(Qt.ItemDataRole.ToolTipRole) for key in ("view:", "view:日常")
    ]
    assert ["Delete" in tip for tip in tips] == [False, True]
    removed: list[str] = []
    panel.remove_view.connect(removed.append)
    panel.setFocus()
    for key in ("view:", "view:日常"):
        panel.setCurrentIndex(panel._model.index(panel._model.place(key)))
        qtbot.keyClick(panel, Qt.Key.Key_Delete)
    assert removed == ["日常"], "that of all tickets is not one that was saved"


def test_qt_finds_nothing_wrong_with_the_model(qtbot: QtBot, panel: FacetPanel, session: Session) -> None:
    tester = QAbstractItemModelTester(panel._model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    session.find("cat:CDN")
    qtbot.wait(20)
    session.find("")
    qtbot.wait(20)
    assert tester.model() is panel._model
