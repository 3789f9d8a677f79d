"""The log of the window: what was done, for how long and to how many tickets; and not one word of a ticket."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import qWarning
from pytestqt.qtbot import QtBot

from db import logs
from db.importing import import_paths
from db.review import Review
from qtapp.dialogs.report import ReportSheet
from tests.qtapp.conftest import OpenDesk

ROOT = Path(__file__).resolve().parents[3]
MARKS = ("MARKERTEXT", "MARKERLABEL", "MARKERQUERY", "MARKERNOTE", "MARKERFILE", "MARKERERROR")
STARTED = """
import sys
from qtapp.__main__ import load, main
load()
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from qtapp.app.program import Program
from qtapp.window.main import MainWindow
shown = MainWindow.showEvent
def show(self, event):
    shown(self, event)
    print("shown", sorted({"db.logs", "qtapp.app.logbook", "platformdirs", "db.drift"} & set(sys.modules)))
MainWindow.showEvent = show
def end():
    print("used", sorted({"db.drift", "db.formats", "urllib.request"} & set(sys.modules)))
    QApplication.activeWindow().close()
plain = Program.keep_log
def keep(self):
    plain(self)
    QTimer.singleShot(0, self.window, end)
Program.keep_log = keep
sys.exit(main(sys.argv[1:]))
"""


def lines(event: str = "") -> list[str]:
    """What was logged, without time and process; of one kind of event."""
    found = [line.split(" ", 2)[2] for line in logs.last(10_000)]
    return [line for line in found if not event or line.split()[0] == event]


@pytest.fixture
def marked(tmp_path: Path) -> Path:
    """A review of tickets that are all marks."""
    ticket = {"title": "MARKERTEXT", "category": ["MARKERLABEL"], "problem": "MARKERTEXT", "replies": ["MARKERTEXT"]}
    data = tmp_path / "MARKERFILE.jsonl"
    data.write_text("\n".join(json.dumps({**ticket, "title": f"MARKERTEXT {n}"}) for n in range(30)))
    with Review.create(tmp_path / "MARKERFILE.winnow") as review:
        import_paths(review, [data])
    return tmp_path / "MARKERFILE.winnow"


def test_a_day_at_the_desk_leaves_numbers_and_no_word(open_desk: OpenDesk, marked: Path, tmp_path: Path) -> None:
    desk = open_desk([marked])
    desk.program.keep_log()
    desk.press("A", "M")
    desk.write("MARKERNOTE")
    desk.press("Ctrl+Enter", "Z", "/")
    desk.write("MARKERQUERY")
    desk.press("Enter", "/")
    desk.write(":MARKERQUERY")
    desk.press("Enter", "Esc")
    broken = tmp_path / "MARKERERROR.jsonl"
    broken.write_bytes(b"\x00\xffMARKERTEXT")
    desk.window.door.opener.add(desk.session, [broken])
    desk.idle()
    desk.press("Ctrl+W")
    assert [mark for mark in MARKS if mark in "\n".join(lines())] == []
    assert lines("begin")[0].startswith("begin what=window winnow=")
    opened, closed = lines("open")[0], lines("close")[-1]
    assert f"review={logs.mark(marked)}" in opened
    assert "tickets=30" in opened
    assert "actions=1 " in opened
    assert "actions=1 " not in closed
    assert any(line.endswith(" name=reviewed") for line in lines("action"))
    assert any("name=undo" in line for line in lines("action"))
    assert "changed kind=edit code=edit.status rows=1" in lines("changed")
    assert "shown rows=0" in lines("shown")
    assert any("name=import" in line for line in lines("task"))
    desk.program.logbook.end()
    desk.program.logbook = None


def test_an_exception_with_text_in_it_is_types_and_places(
    open_desk: OpenDesk, marked: Path, caplog: pytest.LogCaptureFixture
) -> None:
    desk = open_desk([marked])
    desk.program.keep_log()

    def breaks() -> None:
        raise LookupError("MARKERERROR")

    try:
        breaks()
    except LookupError as error:
        sys.excepthook(LookupError, error, error.__traceback__)
    sheet = desk.sheet(ReportSheet)
    desk.press("Esc")
    assert not sheet.isVisible()
    (line,) = lines("broke")
    assert line.startswith("broke kind=LookupError at=tests/qtapp/app/test_logbook.py:")
    assert ":breaks" in line
    assert "MARKER" not in line
    desk.program.logbook.end()
    assert len(desk.broken) == 1
    desk.broken.clear()


def test_of_a_warning_of_qt_its_place_is_kept(open_desk: OpenDesk, marked: Path) -> None:
    desk = open_desk([marked])
    desk.program.keep_log()
    log, heard = desk.program.logbook, []
    before, log._others = log._others, lambda *said: heard.append(said[2])
    qWarning("QPainter::begin: MARKERTEXT")
    qWarning("MARKERTEXT")
    log._others = before
    log.end()
    assert lines("qt") == ["qt kind=warning of=default at=QPainter::begin", "qt kind=warning of=default at="]
    assert heard == ["QPainter::begin: MARKERTEXT", "MARKERTEXT"], "whoever heard them before still does"


def test_a_window_made_anew_is_followed(qtbot: QtBot, open_desk: OpenDesk, marked: Path) -> None:
    desk = open_desk([marked])
    desk.program.keep_log()
    old = desk.window
    desk.press("Ctrl+Shift+L")
    desk.until(lambda: desk.window is not old)
    desk.press("A")
    desk.program.logbook.end()
    assert [line.split()[-1] for line in lines("dressed")] == ["theme=light", "theme=dark"]
    assert len(lines("open")) == 1, "it is the same review"
    assert len([line for line in lines("changed") if "edit.status" in line]) == 1


def test_no_start_waits_for_it(marked: Path) -> None:
    words = [sys.executable, "-c", STARTED, str(marked)]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split("\n")[:2] == ["shown []", "used []"]
    assert [line.split()[0] for line in lines() if line.split()[0] != "shown"] == [
        "begin",
        "dressed",
        "open",
        "close",
        "end",
    ]
