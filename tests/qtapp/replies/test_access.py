"""For everybody: controls have names, Tab goes as one reads, the keyboard is seen, and no keys break the page."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from qtapp import settings
from qtapp.action_table import TABLE
from tests.qtapp.conftest import OpenDesk
from tests.qtapp.desk import Desk
from tests.qtapp.test_access import nameless, picture
from tests.qtapp.test_any_keys import close_what_is_open, press_some_button

ROOT = Path(__file__).resolve().parents[3]
STEPS = 400
KEYS = [row.keys[0] for row in TABLE if row.keys and row.page == "canned"]
MORE = ["Tab", "Enter", "Esc", "Down", "Up", "Left", "Right", "Del", "Z", "Ctrl+Shift+Z", "/", "F6", "G, C", "G, T"]
SIZES = [(820, 480), (1000, 640), (1320, 820)]


@pytest.mark.parametrize("code", ["en", "zh_CN"])
def test_every_control_has_a_name(open_desk: OpenDesk, review_file: Path, code: str) -> None:
    settings.set_language(code)
    desk = open_desk([review_file])
    desk.press("G, C", "J", "E", "Esc", "/")
    desk.write("cat:CDN ")
    assert nameless(desk.window) == []
    desk.press("Esc", "Ctrl+A", "H")
    assert nameless(desk.window) == []


def stops(desk: Desk) -> list[QWidget]:
    """Where Tab goes from the list until it comes round."""
    desk.press("Ctrl+2")
    found = [desk.keyboard()]
    for _ in range(100):
        desk.press("Tab")
        if desk.keyboard() is found[0]:
            return found
        found.append(desk.keyboard())
    raise AssertionError("Tab never comes round")


def test_tab_goes_from_left_to_right_and_from_top_to_bottom(page_desk: Desk) -> None:
    found = stops(page_desk)
    assert len(found) == len(set(found)), [one.objectName() for one in found]
    page = page_desk.window.hosts.canned.page
    assert page is not None
    for column in (page.families.left, page.families.pane):
        inner = [one for one in found if column.isAncestorOf(one)]
        places = [one.mapTo(page_desk.window, QPoint(0, one.height() // 2)) for one in inner]
        lines = [(place.y() // 24, place.x()) for place in places]
        turned = lines.index(min(lines))
        assert lines[turned:] + lines[:turned] == sorted(lines), [one.objectName() for one in inner]
        assert len(inner) >= 5


def test_the_keyboard_is_seen_wherever_it_is(page_desk: Desk) -> None:
    for stop in stops(page_desk):
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        page_desk.app.processEvents()
        with_focus = picture(page_desk, stop)
        page_desk.window.setFocus()
        page_desk.app.processEvents()
        assert picture(page_desk, stop) != with_focus, f"{type(stop).__name__} {stop.objectName()}"


@pytest.mark.parametrize("seed", [1, 2])
def test_no_keys_in_any_order_break_it(page_desk: Desk, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    monkeypatch.setattr(page_desk.session, "confirm", lambda _: True)
    chance = random.Random(seed)
    done: list[str] = []
    for _ in range(STEPS):
        kind = chance.random()
        if kind < 0.03:
            page_desk.window.resize(*chance.choice(SIZES))
        elif kind < 0.1:
            done.append("click")
            press_some_button(page_desk, chance)
        else:
            done.append(chance.choice(KEYS + MORE))
            page_desk.press(done[-1])
        if chance.random() < 0.3:
            close_what_is_open(page_desk)
        if page_desk.window.session is None or chance.random() < 0.1:
            close_what_is_open(page_desk)
            page_desk.press("Esc", "G, C")
        assert page_desk.broken == [], done
    close_what_is_open(page_desk)
    QTest.qWait(50)
    assert page_desk.session.review.check() == []


def test_a_start_loads_nothing_of_it(tmp_path: Path) -> None:
    rooms = ("db.replies", "qtapp.replies", "qtapp.canned_shown", "qtapp.evidence")
    code = f"import sys, qtapp.window.main; print([one for one in sys.modules if one.startswith({rooms})])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == "[]", done.stderr
