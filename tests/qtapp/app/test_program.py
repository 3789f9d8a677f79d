"""The program around its window: dressing it anew keeps the review, sheets lead to deeds, errors are shown."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from qtapp import language, settings
from qtapp.app import exporting
from qtapp.app.program import Program
from qtapp.dialogs.export import ExportSheet
from qtapp.dialogs.export_offer import ExportRequest
from qtapp.dialogs.key_sheet import KeySheet
from qtapp.dialogs.palette import Palette
from qtapp.dialogs.report import ReportSheet
from qtapp.dialogs.restore import RestoreSheet
from qtapp.dialogs.settings import Preferences, SettingsSheet
from qtapp.kit import theme


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, review_file: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    """The program on a review of the sample, in light English."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    settings.set_language("en")
    settings.set_theme("light")
    made = Program(qapp)
    made.start([review_file])
    qtbot.waitUntil(lambda: made.window.session is not None and made.window.session.complete)
    yield made
    made.window.close()
    made.window.deleteLater()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    language.use(qapp, "none")
    QLocale.setDefault(QLocale.c())
    theme.use(qapp, "light")


def sheet_of(program: Program, kind: type[QDialog]) -> QDialog:
    """The sheet that is open over the window."""
    found = [one for one in program.window.findChildren(kind) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def test_the_theme_is_switched_around_the_same_review(qtbot: QtBot, program: Program) -> None:
    session, old = program.window.session, program.window
    session.go(int(session.ids[5]))
    program.actions["theme"].trigger()
    qtbot.waitUntil(lambda: program.window is not old)
    assert theme.tokens().name == "dark"
    assert settings.theme_choice() == "dark"
    assert program.window.session is session
    assert session.current_id == int(session.ids[5])
    assert program.window.isVisible()
    qtbot.waitUntil(lambda: not isValid(old))
    assert session.review.counts()[0] > 0, "the review is still open"


def test_the_language_is_switched_and_back(qtbot: QtBot, program: Program) -> None:
    assert program.actions["undo"].text() == "Undo"
    switch(qtbot, program)
    assert (settings.language(), program.actions["undo"].text()) == ("zh_CN", "撤销")
    switch(qtbot, program)
    assert (settings.language(), program.actions["undo"].text()) == ("en", "Undo")


def switch(qtbot: QtBot, program: Program) -> None:
    """Go to the other language."""
    old = program.window
    program.actions["language"].trigger()
    qtbot.waitUntil(lambda: program.window is not old)


def test_the_palette_runs_what_was_chosen(qtbot: QtBot, program: Program) -> None:
    program.actions["commands"].trigger()
    palette = sheet_of(program, Palette)
    qtbot.keyClicks(palette.field, "flagged")
    with qtbot.waitSignal(program.actions["show_flagged"].triggered):
        qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert program.window.session.text == "is:flagged"


def test_the_palette_knows_views_and_not_itself(program: Program) -> None:
    program.window.session.save_view("证书专项", "证书")
    commands = {command.id: command for command in program.sheets.commands()}
    assert commands["view:证书"].text == "证书专项"
    assert "commands" not in commands
    assert "undo" not in commands, "there is nothing to undo"
    program.sheets._choose("view:证书")
    assert program.window.session.text == "证书"


@pytest.mark.parametrize(
    ("action", "kind"),
    [("keys", KeySheet), ("settings", SettingsSheet), ("export", ExportSheet), ("restore", RestoreSheet)],
)
def test_actions_open_their_sheets(program: Program, action: str, kind: type[QDialog]) -> None:
    program.actions[action].trigger()
    sheet = sheet_of(program, kind)
    sheet.reject()
    assert not sheet.isVisible()


def test_preferences_dress_the_window_once(qtbot: QtBot, program: Program) -> None:
    old = program.window
    program.sheets._prefer(Preferences("zh_CN", "dark", "王芳"))
    qtbot.waitUntil(lambda: program.window is not old)
    assert (settings.language(), theme.tokens().name) == ("zh_CN", "dark")
    assert program.window.session.review.reviewer == "王芳"


def test_the_numbers_of_the_export(program: Program) -> None:
    session = program.window.session
    session.find("cat:CDN")
    offer = exporting.offer(session)
    assert offer.everything.tickets == session.counts()[0]
    assert offer.shown.tickets == len(session.ids)
    assert "CDN" in offer.shown_words
    assert len(offer.sources) == len(session.review.sources())


def test_the_call_of_the_export(program: Program, tmp_path: Path) -> None:
    session = program.window.session
    session.find("cat:CDN")
    plain = exporting.arguments(session, ExportRequest("csv", tmp_path / "x.csv", False, False, False))
    assert plain == ["export", str(session.review.path), str(tmp_path / "x.csv"), "--format", "csv"]
    full = exporting.arguments(session, ExportRequest("markdown", tmp_path, True, True, True))
    assert full[5:] == ["--query", str(session.query), "--include-excluded", "--overwrite-sources"]


def test_an_error_of_ours_is_reported_and_the_window_stays(
    qtbot: QtBot, program: Program, caplog: pytest.LogCaptureFixture
) -> None:
    for text in ("one", "two"):
        error = ValueError(text)
        sys.excepthook(ValueError, error, None)
    qtbot.waitUntil(lambda: bool(program.window.findChildren(ReportSheet)))
    qtbot.waitUntil(lambda: "two" in sheet_of(program, ReportSheet).text.toPlainText())
    sheet = sheet_of(program, ReportSheet)
    assert "one" in sheet.text.toPlainText()
    sheet.reject()
    assert program.window.isVisible()


def test_many_tickets_are_asked_about(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def answer(number: int, *_: object) -> bool:
        asked.append(number)
        return False

    monkeypatch.setattr("qtapp.app.sheets.questions.confirm_many", answer)
    session = program.window.session
    session.select_all()
    assert session.set_note("x") is None
    assert asked == [len(session.ids)]
