"""For everybody: each control has a name, Tab goes as one reads, and the keyboard is seen wherever it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from db.labels import Acceptance
from qtapp import settings
from qtapp.app.exporting import offer
from qtapp.dialogs.acceptance import AcceptanceSheet
from qtapp.dialogs.damaged import DamagedSheet
from qtapp.dialogs.export import ExportSheet
from qtapp.dialogs.key_sheet import KeySheet
from qtapp.dialogs.mending import MendingSheet
from qtapp.dialogs.palette import Palette
from qtapp.dialogs.problems import ProblemsSheet
from qtapp.dialogs.questions import BatchQuestion, Notice, PlaceQuestion, many_question, masking_question
from qtapp.dialogs.report import ReportSheet
from qtapp.dialogs.restore import RestoreSheet
from qtapp.dialogs.settings import Preferences, SettingsSheet
from qtapp.dialogs.view_name import ViewNameSheet
from tests.qtapp.conftest import OpenDesk
from tests.qtapp.desk import Desk

CONTROLS = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit)
INNER = {"qt_spinbox_lineedit", "qt_scrollarea_viewport", "qt_keysequenceedit_lineedit", "qt_tableview_cornerbutton"}
"""Parts of Qt's own controls, which speak for them."""


def name_of(widget: QWidget) -> str:
    """What assistive technology calls a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip() if interface is not None else ""


def nameless(root: QWidget) -> list[str]:
    found = [one for kind in CONTROLS for one in root.findChildren(kind)]
    found += [one for one in root.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    found = [one for one in found if not isinstance(one, QHeaderView)]
    own = {one for one in found if one.objectName() not in INNER and not isinstance(one.parent(), QComboBox)}
    own -= {one for one in own if isinstance(one.parent(), QAbstractScrollArea) and not isinstance(one, CONTROLS)}
    return [
        f"{type(one).__name__} {one.objectName()} in {type(one.parent()).__name__}" for one in own if not name_of(one)
    ]


def sheets(desk: Desk) -> Iterator[QDialog]:
    """One of each kind."""
    session, window = desk.session, desk.window
    session.back_up()
    yield ExportSheet(offer(session), window)
    yield KeySheet(window.actions_table, window)
    yield Palette(desk.program.sheets.commands(), window)  # type: ignore[union-attr]
    yield ProblemsSheet(["one", "two"], window)
    yield Notice("heading", "text", window)
    yield PlaceQuestion("sample", 2, window)
    yield many_question(21, parent=window)
    yield masking_question(30, 20, 10, True, "Domain", window)
    yield BatchQuestion("part.md", 1, 20, 19, window)
    yield AcceptanceSheet(Acceptance("category", 0.5, {"CDN｜配置问题": (1, 2)}, {1: 0.96, 2: 0.97, 3: 0.6}), window)
    yield ReportSheet("report", window)
    yield RestoreSheet(session.review.backups(), window)
    yield DamagedSheet("sample.winnow", session.review.backups(), window, opens=False, known=True)
    yield MendingSheet(window)
    yield SettingsSheet(Preferences("en", "light", "lin"), window)
    yield ViewNameSheet("all tickets", [], window)


@pytest.mark.parametrize("code", ["en", "zh_CN"])
def test_every_control_of_the_window_has_a_name(open_desk: OpenDesk, review_file: Path, code: str) -> None:
    settings.set_language(code)
    desk = open_desk([review_file])
    desk.press("E", "Esc", "M", "Esc", "H", "C", "Esc", "T", "Esc", "/")
    desk.write("cat:CDN ")
    assert nameless(desk.window) == []
    desk.press("Esc", "G, S")
    assert nameless(desk.window) == []


def test_every_control_of_the_welcome_page_has_a_name(open_desk: OpenDesk) -> None:
    assert nameless(open_desk().window) == []


def test_every_control_of_every_sheet_has_a_name(desk: Desk) -> None:
    for sheet in sheets(desk):
        assert nameless(sheet) == [], type(sheet).__name__
        assert sheet.windowTitle()
        sheet.deleteLater()


def test_every_sheet_can_be_left_by_esc_and_gives_the_keyboard_back(desk: Desk) -> None:
    for sheet in sheets(desk):
        sheet.finished.connect(desk.window.activateWindow)
        sheet.open()
        desk.until(sheet.isActiveWindow)
        desk.press("Esc")
        assert not sheet.isVisible(), type(sheet).__name__
        sheet.deleteLater()
    desk.until(desk.window.isActiveWindow)
    assert desk.keyboard() is desk.list


def stops(desk: Desk) -> list[QWidget]:
    """Where Tab goes from the list until it comes round."""
    desk.press("Ctrl+2")
    found: list[QWidget] = [desk.keyboard()]
    for _ in range(100):
        desk.press("Tab")
        if desk.keyboard() is found[0]:
            return found
        if desk.keyboard() is not found[-1]:  # the thread goes on to its next link
            found.append(desk.keyboard())
    raise AssertionError("Tab never comes round")


def test_tab_goes_from_left_to_right_and_from_top_to_bottom(desk: Desk) -> None:
    found = stops(desk)
    assert len(found) == len(set(found)), "Tab passes each control once"
    assert desk.window.tickets is not None
    pane = [one for one in found if desk.pane.isAncestorOf(one)]
    places = [one.mapTo(desk.window, QPoint(0, one.height() // 2)) for one in pane]
    lines = [(place.y() // 16, place.x()) for place in places]
    assert lines == sorted(lines), [one.objectName() for one in pane]
    columns = [
        next(
            n
            for n, column in enumerate((desk.window.tickets.facets, desk.window.tickets.middle, desk.pane))
            if column is one or column.isAncestorOf(one)
        )
        for one in found
        if desk.window.tickets.isAncestorOf(one)
    ]
    turned = columns.index(min(columns))
    assert columns[turned:] + columns[:turned] == sorted(columns)


def test_the_keyboard_is_seen_wherever_it_is(desk: Desk) -> None:
    for stop in stops(desk):
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        desk.app.processEvents()
        with_focus = picture(desk, stop)
        desk.window.setFocus()
        desk.app.processEvents()
        assert picture(desk, stop) != with_focus, f"{type(stop).__name__} {stop.objectName()}"


def picture(desk: Desk, widget: QWidget) -> QImage:
    """A widget with what is around it: some paint their focus there."""
    area = widget.rect().translated(widget.mapTo(desk.window, QPoint(0, 0))).adjusted(-6, -6, 6, 6)
    return desk.window.grab(area).toImage()


def test_qt_finds_nothing_wrong_with_any_model(desk: Desk) -> None:
    models = {view.model() for view in desk.window.findChildren(QAbstractItemView) if view.model() is not None}
    for sheet in (
        Palette(desk.program.sheets.commands(), desk.window),
        KeySheet(desk.window.actions_table, desk.window),
    ):  # type: ignore[union-attr]
        models |= {view.model() for view in sheet.findChildren(QAbstractItemView)}
    assert len(models) >= 5
    testers = [QAbstractItemModelTester(one, QAbstractItemModelTester.FailureReportingMode.Fatal) for one in models]
    desk.press("A", "F", "G, U", "G, S", "G, T", "J")
    desk.session.find("证书")
    desk.session.find("")
    QApplication.processEvents()
    assert len(testers) == len(models)
