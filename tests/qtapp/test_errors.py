"""A user's error is a sentence, one of ours a report; both arrive from wherever they were raised."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db.errors import ReviewError
from qtapp import errors


def caught(error: BaseException) -> BaseException:
    """The error with a traceback, as a slot raises it."""
    try:
        raise error
    except type(error) as raised:
        return raised


@pytest.fixture
def reporter(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> errors.Reporter:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    made = errors.Reporter()
    made.install()
    return made


def test_a_users_error_is_a_sentence(qtbot: QtBot, reporter: errors.Reporter) -> None:
    error = caught(ReviewError("review.missing", file="x.winnow"))
    with qtbot.waitSignal(reporter.failed) as told, qtbot.assertNotEmitted(reporter.broke):
        sys.excepthook(type(error), error, error.__traceback__)
    assert "x.winnow" in told.args[0]
    assert "review.missing" not in told.args[0]


def test_one_of_ours_is_a_report(qtbot: QtBot, reporter: errors.Reporter, caplog: pytest.LogCaptureFixture) -> None:
    error = caught(ValueError("boom"))
    with qtbot.waitSignal(reporter.broke) as told, qtbot.assertNotEmitted(reporter.failed):
        sys.excepthook(type(error), error, error.__traceback__)
    assert "ValueError: boom" in told.args[0]
    assert "test_errors.py" in told.args[0]
    assert "Winnow" in told.args[0]
    assert "boom" in caplog.text


def test_one_of_a_thread_too(qtbot: QtBot, reporter: errors.Reporter, caplog: pytest.LogCaptureFixture) -> None:
    def work() -> None:
        raise ValueError("in the background")

    thread = threading.Thread(target=work)
    with qtbot.waitSignal(reporter.broke) as told:
        thread.start()
        thread.join()
    assert "in the background" in told.args[0]


def test_a_report_names_no_home(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    monkeypatch.setattr(Path, "home", classmethod(lambda _: Path("/home/lin")))
    assert "/home/lin" not in errors.report(caught(ValueError("/home/lin/data.md")))
    assert "~/data.md" in errors.report(caught(ValueError("/home/lin/data.md")))


def test_ctrl_c_ends_the_program(qtbot: QtBot, reporter: errors.Reporter, monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[bool] = []
    monkeypatch.setattr("qtapp.errors.QCoreApplication.quit", lambda: ended.append(True))
    with qtbot.assertNotEmitted(reporter.broke, wait=50):
        sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert ended == [True]
