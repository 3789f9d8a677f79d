"""The check of labels that follows an import by itself: once, quietly, and not again where a reviewer stopped it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QToolButton

from db import labels
from qtapp import settings
from qtapp.dialogs.settings import SettingsSheet
from qtapp.kit import theme
from qtapp.labels.doubt_mode import DoubtfulMode
from qtapp.tasks import Task
from tests.db.labels.learnt import spoilt, told, written
from tests.qtapp.conftest import OpenDesk
from tests.qtapp.desk import Desk


@pytest.fixture
def learning_desk(open_desk: OpenDesk) -> Desk:
    """The welcome page of a program that checks labels by itself."""
    desk = open_desk()
    settings.set_checks_labels(True)
    return desk


def works_on(desk: Desk) -> list[str]:
    """The names of the tasks from here on, as they begin."""
    names: list[str] = []

    def note(task: Task) -> None:
        names.append(task.name)

    desk.window.tasks.started.connect(note)
    return names


def import_file(desk: Desk, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qtapp.window.choosing.QtWidgets.QFileDialog.getOpenFileNames", lambda *_: ([str(file)], ""))
    desk.press("Ctrl+O")
    desk.until(lambda: desk.window.session is not None and len(desk.session.ids) > 0)


def test_an_import_is_followed_by_a_check(learning_desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = learning_desk
    names = works_on(desk)
    import_file(desk, written(tmp_path / "tickets.jsonl", spoilt(told(120), 8)[0]), monkeypatch)
    desk.until(lambda: len(names) == 3)
    desk.press("G, D")
    mode = desk.window.hosts.labels.page.mode  # type: ignore[union-attr]
    assert isinstance(mode, DoubtfulMode)
    assert mode.empty.text.text().startswith("The labels are being checked.")
    desk.idle()
    assert names == ["Import", "Compare replies", "Check labels"]
    assert labels.checked(desk.session.review, "category") is not None
    assert labels.checked(desk.session.review, "root_cause") is not None
    assert mode.found.current is not None
    assert mode.list.isVisible()


def test_one_that_was_cancelled_does_not_begin_by_itself_again(
    learning_desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = learning_desk
    names = works_on(desk)
    import_file(desk, written(tmp_path / "tickets.jsonl", told(400)), monkeypatch)
    cancel = desk.child(QToolButton, "cancelWork")
    desk.window.bar._notice.setInterval(0)
    desk.until(lambda: names[-1:] == ["Check labels"] and cancel.isVisible())
    cancel.setFocus()
    desk.press("Space")
    desk.idle()
    assert desk.toast == "Stopped. Nothing half done was kept."
    assert labels.checked(desk.session.review, "category") is None
    more = written(tmp_path / "more.jsonl", told(30, seed=8))
    monkeypatch.setattr(desk.window.door, "ask_place", lambda _: True)
    before = len(desk.session.ids)
    import_file(desk, more, monkeypatch)
    desk.until(lambda: len(desk.session.ids) == before + 30)
    desk.idle()
    assert names.count("Check labels") == 1
    desk.press("Ctrl+Shift+K")
    desk.until(lambda: names.count("Check labels") == 2)
    desk.idle()
    assert labels.checked(desk.session.review, "category") is not None, "asked for, it is made"


def test_too_little_to_learn_from_is_no_news(
    learning_desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = learning_desk
    names, failed = works_on(desk), []
    desk.window.check.failed.connect(failed.append)
    few, many = told(8), told(60, seed=8)
    for one in (*few, *many):
        one.causes = ("缓存没有更新",)
    import_file(desk, written(tmp_path / "few.jsonl", few), monkeypatch)
    desk.idle()
    assert "Check labels" not in names
    monkeypatch.setattr(desk.window.door, "ask_place", lambda _: True)
    import_file(desk, written(tmp_path / "many.jsonl", many), monkeypatch)
    desk.until(lambda: len(desk.session.ids) >= 60)
    desk.idle()
    assert names[-1] == "Check labels"
    assert failed == [], "nobody asked"
    desk.press("G, D", "F")
    mode = desk.window.hosts.labels.page.mode  # type: ignore[union-attr]
    assert isinstance(mode, DoubtfulMode)
    assert "All tickets have one root cause" in mode.empty.text.text()
    assert labels.checked(desk.session.review, "category") is not None
    desk.press("Ctrl+Shift+K")
    desk.app.processEvents()
    desk.idle()
    assert len(failed) == 1, "asked for, it is told"


def test_the_setting_switches_it_off(learning_desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = learning_desk
    desk.window.actions_table["settings"].trigger()
    sheet = desk.sheet(SettingsSheet)
    assert sheet.checks.isChecked()
    sheet.checks.setFocus()
    desk.press("Space", "Enter")
    assert not settings.checks_labels()
    names = works_on(desk)
    import_file(desk, written(tmp_path / "tickets.jsonl", told(120)), monkeypatch)
    desk.idle()
    assert names == ["Import", "Compare replies"]


def test_another_theme_does_not_wait_for_the_end_of_a_check(
    learning_desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = learning_desk
    names = works_on(desk)
    import_file(desk, written(tmp_path / "tickets.jsonl", told(400)), monkeypatch)
    desk.until(lambda: names[-1:] == ["Check labels"])
    old = desk.window
    desk.press("Ctrl+Shift+L")
    desk.until(lambda: desk.window is not old)
    assert theme.tokens().name == "dark"
    assert labels.checked(desk.session.review, "category") is None, "it was put off"
    desk.until(lambda: not desk.window.check.works)
    desk.idle()
    assert labels.checked(desk.session.review, "category") is not None, "and begun again"
