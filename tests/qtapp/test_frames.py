"""The times of frames in a corner: of what they are, not of themselves, and at no cost to any other start."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtTest import QTest

from qtapp.window.frames import SPAN, FrameTimes, Times
from tests.qtapp.conftest import OpenDesk
from tests.qtapp.desk import Desk


def test_figures_are_of_the_last_seconds() -> None:
    times = Times()
    assert (times.last(), times.share(0.5), times.share(1.0)) == (0.0, 0.0, 0.0)
    for number in range(1, 101):
        times.add(number / 100, float(number))
    assert (times.last(), times.share(0.5), times.share(0.99), times.share(1.0)) == (100.0, 50.0, 99.0, 100.0)
    times.add(0.505 + SPAN, 7.0)
    assert (times.last(), times.share(0.5), times.share(1.0)) == (7.0, 75.0, 100.0)
    times.drop(100.0)
    assert times.last() == 0.0


@pytest.fixture
def watched(open_desk: OpenDesk, review_file: Path) -> Desk:
    """The program with the times of its frames."""
    return open_desk([review_file], debug=True)


def shown(desk: Desk) -> FrameTimes:
    """The times in the corner."""
    (found,) = desk.window.findChildren(FrameTimes)
    return found


class _Slow(QObject):
    """Makes the frames of what it watches last."""

    painted = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            time.sleep(0.06)
            self.painted = True
        return False


def test_a_slow_frame_is_seen(watched: Desk) -> None:
    times = shown(watched)
    pane = watched.list.viewport()
    pane.installEventFilter(slow := _Slow(times))
    watched.press("J")
    watched.until(lambda: slow.painted and times.frames.share(1.0) > 0.05)  # other frames may have followed
    pane.removeEventFilter(slow)
    watched.until(lambda: times.gaps.share(1.0) > 0.05)
    times.tell()
    assert "p99" in times.text()
    assert "longest gap" in times.text()


def test_what_shows_them_is_not_counted(watched: Desk) -> None:
    times = shown(watched)
    watched.settle()
    QTest.qWait(100)
    before = len(times.frames._kept)
    times.tell()
    watched.app.processEvents()
    assert len(times.frames._kept) == before


def test_it_stands_in_the_corner_and_in_nobodys_way(watched: Desk) -> None:
    times = shown(watched)
    watched.window.resize(1000, 640)
    watched.app.processEvents()
    corner = times.geometry()
    assert times.isVisible()
    assert 0 < 1000 - corner.right() < 60
    bar = watched.pane.bar
    assert corner.bottom() < bar.mapTo(watched.window, QPoint(0, 0)).y(), "what is pressed is not under it"
    assert watched.window.childAt(QPoint(corner.center())) is not times
    assert times.accessibleName()


def test_it_comes_with_every_window(watched: Desk) -> None:
    old = watched.window
    watched.press("Ctrl+Shift+L")
    watched.until(lambda: watched.window is not old)
    assert shown(watched).isVisible()


def test_without_the_flag_there_is_none(desk: Desk) -> None:
    assert desk.window.findChildren(FrameTimes) == []


def test_no_other_start_loads_it(review_file: Path) -> None:
    program = "import sys; from qtapp.__main__ import load; load(); print('qtapp.window.frames' in sys.modules)"
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
