"""The command palette, by keys alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qtapp.dialogs.palette import FOUND, Command, Palette, find, joined

COMMANDS = [
    Command("export", "导出", "export", "Ctrl E", "审核库", "export"),
    Command("undo", "撤销", "undo", "Z", "决定", "undo"),
    Command("redo", "重做", "redo", "Ctrl Shift Z", "决定", "redo"),
    Command("view:is:flagged", "已标记的", "bookmark", "", "已保存的视图"),
]


@pytest.fixture
def palette(qtbot: QtBot) -> Palette:
    made = Palette(COMMANDS)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def shown(palette: Palette) -> list[str]:
    """The ids in the list."""
    return [palette.list.item(row).data(FOUND).command.id for row in range(palette.list.count())]


def type_chinese(palette: Palette, text: str) -> None:
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(palette.field, event)


def test_everything_stands_there_first(palette: Palette) -> None:
    assert shown(palette) == [command.id for command in COMMANDS]
    assert palette.field.hasFocus()


def test_some_letters_and_enter(qtbot: QtBot, palette: Palette) -> None:
    type_chinese(palette, "撤")
    assert shown(palette) == ["undo"]
    with qtbot.waitSignal(palette.chosen) as chosen:
        qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert chosen.args == ["undo"]
    assert not palette.isVisible()


def test_the_english_name_finds_it_in_any_language(qtbot: QtBot, palette: Palette) -> None:
    qtbot.keyClicks(palette.field, "do")
    assert set(shown(palette)) == {"undo", "redo"}


def test_arrows_go_round(qtbot: QtBot, palette: Palette) -> None:
    qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    assert palette.list.currentRow() == len(COMMANDS) - 1
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    with qtbot.waitSignal(palette.chosen) as chosen:
        qtbot.keyClick(palette.field, Qt.Key.Key_Enter)
    assert chosen.args == ["undo"]


def test_nothing_is_called_that(qtbot: QtBot, palette: Palette) -> None:
    qtbot.keyClicks(palette.field, "qqq")
    assert palette.nothing.isVisible()
    with qtbot.assertNotEmitted(palette.chosen):
        qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_esc_chooses_nothing(qtbot: QtBot, palette: Palette) -> None:
    with qtbot.assertNotEmitted(palette.chosen):
        qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_a_click_chooses(qtbot: QtBot, palette: Palette) -> None:
    place = palette.list.visualItemRect(palette.list.item(2)).center()
    with qtbot.waitSignal(palette.chosen) as chosen:
        qtbot.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == ["redo"]


def test_a_name_comes_before_an_alias() -> None:
    commands = [Command("a", "重做", alias="undo again"), Command("b", "Undo")]
    assert [found.command.id for found in find("undo", commands)] == ["b", "a"]


def test_places_side_by_side_are_one() -> None:
    assert joined([(0, 1), (1, 2), (4, 5)]) == [(0, 2), (4, 5)]
