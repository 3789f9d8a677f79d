"""The page of labels by keys: the way to it and its modes, its field, and what it shares with the other pages."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton

from qtapp.action_table import ROWS, TABLE
from qtapp.label_actions import LABEL_MODES
from qtapp.labels.mode import OWN, Mode
from tests.db.labels.invented import categories, causes
from tests.qtapp.conftest import OpenDesk
from tests.qtapp.desk import Desk
from tests.qtapp.labels.conftest import LabelDesk

TICKETS = categories({"网盘｜挂载": 3, "邮箱｜收发": 2})


def mode(desk: Desk) -> str:
    assert desk.window.hosts.labels.page is not None
    return desk.window.hosts.labels.page.mode.name


def test_each_mode_is_one_chord_away_and_keeps_the_field(label_desk: LabelDesk) -> None:
    desk = label_desk(TICKETS, "G, L", "F")
    for action, name in LABEL_MODES.items():
        desk.press("G, T")
        desk.press(ROWS[action].keys[0])
        assert desk.window.page() == "labels"
        assert mode(desk) == name
        assert desk.window.hosts.labels.page.field == "root_cause"  # type: ignore[union-attr]
        assert desk.child(QAbstractButton, "root_causeSegment").isChecked()
        assert desk.child(QAbstractButton, f"{name}Segment").isChecked()
    desk.press("F")
    assert desk.child(QAbstractButton, "categorySegment").isChecked()


def test_a_click_on_a_mode_does_the_same(label_desk: LabelDesk) -> None:
    desk = label_desk(TICKETS, "G, L")
    for name in LABEL_MODES.values():
        desk.child(QAbstractButton, f"{name}Segment").click()
        assert mode(desk) == name


def test_the_page_is_where_it_was_left(label_desk: LabelDesk, open_desk: OpenDesk, tmp_path: Path) -> None:
    desk = label_desk(TICKETS, "G, L")
    desk.press("Ctrl+W")
    again = open_desk([tmp_path / "labels.winnow"])
    assert again.window.page() == "labels"


def test_the_mode_is_as_it_was_left(label_desk: LabelDesk, open_desk: OpenDesk, tmp_path: Path) -> None:
    spelt = {"证书过期": 3, "证书过期。": 2, "磁盘写满": 5, "磁盘写满。": 1}
    desk = label_desk([*TICKETS, *causes(spelt)], "G, V", "F", "J")
    window = desk.window
    desk.press("Ctrl+Shift+L")
    desk.until(lambda: desk.window is not window)
    page = desk.window.hosts.labels.page
    assert page is not None
    assert page.place() == "variants root_cause 1"
    desk.press("G, M", "G, T", "Ctrl+W")
    again = open_desk([tmp_path / "labels.winnow"])
    assert (again.window.page(), again.window.hosts.labels.page) == ("tickets", None)
    again.press("Ctrl+W")
    again = open_desk([tmp_path / "labels.winnow"])
    again.press("G, L")
    assert mode(again) == "spread"


def test_keys_of_the_page_do_nothing_elsewhere(label_desk: LabelDesk) -> None:
    desk = label_desk(TICKETS, "G, L", "G, T")
    before = desk.session.review.rows([1])[0]
    desk.press("F", "Z")  # flags the ticket here, and takes that back
    assert desk.session.review.rows([1])[0] == before
    assert desk.window.hosts.labels.page.field == "category"  # type: ignore[union-attr]


def test_a_mode_says_all_that_a_mode_has_to_say(label_desk: LabelDesk) -> None:
    desk = label_desk(TICKETS, "G, L")
    assert desk.window.hosts.labels.page is not None
    for name in LABEL_MODES.values():
        made = type(desk.window.hosts.labels.page.mode_of(name))
        assert [own for own in OWN if getattr(made, own) is getattr(Mode, own)] == []
        assert (made.name, made.shown in desk.window.hosts.labels.page.mode_of(name).needs()) == (name, True)


def test_no_two_actions_of_one_place_have_one_key() -> None:
    for row in (row for row in TABLE if row.page == "labels"):
        for other in (one for one in TABLE if one.meets(row) and one is not row):
            for key in row.keys:
                taken = [each for each in other.keys if QKeySequence(each) == QKeySequence(key)]
                assert taken == [], (row.id, other.id)
