"""What Qt loads is asked for before it is, and what is missing is told with the line to type."""

from __future__ import annotations

import subprocess
import sys

import pytest

from qtapp import libraries


def test_what_is_missing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libraries, "ALWAYS", {"libnever-made.so.7": "libnever7"})
    said = libraries.problem({"QT_QPA_PLATFORM": "offscreen"}, "linux")
    assert "sudo apt-get install libnever7" in said


def test_a_display_needs_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libraries, "ALWAYS", {})
    monkeypatch.setattr(libraries, "ON_X11", {"libnever-made.so.7": "libnever7"})
    assert "libnever7" in libraries.problem({"DISPLAY": ":0"}, "linux")
    assert libraries.problem({"WAYLAND_DISPLAY": "wayland-0"}, "linux") == ""
    assert libraries.problem({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, "linux") == ""


def test_no_display_is_told_in_the_language_of_the_system() -> None:
    assert "no display" in libraries.problem({}, "linux")
    assert "显示器" in libraries.problem({"LANG": "zh_CN.UTF-8"}, "linux")


def test_a_display_that_does_not_answer_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libraries, "ALWAYS", {})
    monkeypatch.setattr(libraries, "ON_X11", {"libxcb.so.1": "libxcb1"})
    said = libraries.problem({"DISPLAY": ":4711"}, "linux")
    assert "no display" in said or "libxcb1" in said


def test_other_systems_bring_their_own() -> None:
    assert libraries.problem({}, "win32") == ""


def test_the_question_loads_nothing_of_qt() -> None:
    code = "import sys, qtapp.libraries as one; one.problem(); print([m for m in sys.modules if 'PySide6' in m])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
