"""“Report a problem” by keys: from the palette to the clipboard and to a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from db import edits, logs
from qtapp.action_table import MENU
from qtapp.dialogs.palette import Palette
from qtapp.dialogs.problem import ProblemSheet
from tests.qtapp.conftest import OpenDesk
from tests.qtapp.desk import Desk


def opened(desk: Desk) -> ProblemSheet:
    """The sheet, as the palette opens it."""
    desk.press("Ctrl+K")
    desk.sheet(Palette)
    desk.write("report a problem")
    desk.press("Return")
    return desk.sheet(ProblemSheet)


def test_it_is_read_copied_and_saved(desk: Desk, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    edits.set_note(desk.session.review, [1], "MARKERNOTE")
    logs.write("did", rows=7)
    sheet = opened(desk)
    text = sheet.text.toPlainText()
    for part in (
        "Winnow ",
        "PySide: ",
        "scale ",
        "language: en",
        "theme: light",
        "tickets: 60",
        "4 markdown",
        "rows=7",
    ):
        assert part in text
    titles = [ticket.title for ticket in desk.session.review.tickets()]
    secrets = [*titles, "MARKERNOTE", "sample", str(home), str(Path.home()), str(tmp_path)]
    assert [one for one in secrets if one in text] == []
    desk.press("Return")
    assert QGuiApplication.clipboard().text() == text
    assert sheet.said.text() == "The report is copied."
    file = tmp_path / "report.txt"
    asked: list[str] = []

    def choose(parent: object, title: str, place: str, kinds: str) -> tuple[str, str]:
        asked.append(place)
        return str(file), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    desk.press("Ctrl+S")
    assert file.read_text("utf-8") == text
    assert "report.txt" in sheet.said.text()
    assert asked == [str(Path.home() / "winnow-problem.txt")]
    file = tmp_path / "no folder" / "report.txt"
    desk.press("Ctrl+S")
    assert sheet.said.text().endswith("Choose another place.")
    desk.press("Esc")
    assert not sheet.isVisible()
    assert desk.window.isActiveWindow()


def test_without_a_review_too(open_desk: OpenDesk) -> None:
    desk = open_desk([])
    assert "report_problem" in MENU
    assert "review: none is open" in opened(desk).text.toPlainText()
