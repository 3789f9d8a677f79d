"""The key sheet: finding, changing, refusing, taking back, by keys alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from qtapp.action_table import ROWS, TABLE
from qtapp.actions import Actions
from qtapp.dialogs.key_list import LINE, width_of
from qtapp.dialogs.key_sheet import NUMBERED, KeySheet


@pytest.fixture
def actions(qtbot: QtBot) -> Actions:
    return Actions()


@pytest.fixture
def sheet(qtbot: QtBot, actions: Actions) -> KeySheet:
    made = KeySheet(actions)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def shown(sheet: KeySheet) -> list[str]:
    """The ids of the actions in the list."""
    return [name for row in range(sheet.list.count()) if (name := sheet.list.item(row).data(LINE).id)]


def give_key(qtbot: QtBot, sheet: KeySheet, key: Qt.Key) -> None:
    """Press Enter, then the new key."""
    qtbot.keyClick(sheet.list, Qt.Key.Key_Return)
    assert sheet.edit.isVisible()
    with qtbot.waitSignal(sheet.edit.editingFinished, timeout=5000):
        qtbot.keyClick(sheet.edit, key)


def test_every_action_is_there(sheet: KeySheet) -> None:
    expected = {row.id for row in TABLE}.difference(*NUMBERED.values()) | {*NUMBERED}
    assert set(shown(sheet)) == expected
    assert sheet.list.hasFocus()
    assert sheet.list.current_id() == "next"


def test_no_word_is_cut(sheet: KeySheet) -> None:
    lines = [sheet.list.item(row).data(LINE) for row in range(sheet.list.count())]
    assert max(map(width_of, lines)) <= sheet.list.gridSize().width()
    assert width_of(next(line for line in lines if line.id == "canned_rewrite")) > 294, (
        "more than a quarter of the room"
    )


def test_found_by_name_and_by_key(qtbot: QtBot, sheet: KeySheet) -> None:
    qtbot.keyClick(sheet.list, Qt.Key.Key_Slash)
    assert sheet.field.hasFocus()
    qtbot.keyClicks(sheet.field, "undo")
    assert shown(sheet) == ["undo"]
    sheet.field.setText("ctrl+e")
    assert shown(sheet) == ["export"]
    qtbot.keyClick(sheet.field, Qt.Key.Key_Down)
    assert sheet.list.hasFocus()


@pytest.mark.parametrize(("line", "ids"), NUMBERED.items())
def test_the_actions_of_the_digits_unfold(qtbot: QtBot, sheet: KeySheet, line: str, ids: list[str]) -> None:
    sheet.list.choose(line)
    assert not sheet.change.isEnabled()
    qtbot.keyClick(sheet.list, Qt.Key.Key_Return)
    assert [one for one in shown(sheet) if one in ids] == ids
    assert line not in shown(sheet)


def test_another_key(qtbot: QtBot, sheet: KeySheet, actions: Actions) -> None:
    sheet.list.choose("flag")
    give_key(qtbot, sheet, Qt.Key.Key_Q)
    assert actions.keys("flag") == ("Q",)
    assert sheet.list.current_id() == "flag"
    assert sheet.list.currentItem().data(LINE).changed
    assert sheet.list.hasFocus()
    qtbot.keyClick(sheet.list, Qt.Key.Key_Backspace)
    assert actions.keys("flag") == ROWS["flag"].keys


def test_a_taken_key_is_refused_with_its_owner(qtbot: QtBot, sheet: KeySheet, actions: Actions) -> None:
    sheet.list.choose("flag")
    give_key(qtbot, sheet, Qt.Key.Key_X)
    assert actions.keys("flag") == ("F",)
    assert "Exclude" in sheet.says.text()


def test_esc_leaves_the_key_and_then_the_sheet(qtbot: QtBot, sheet: KeySheet, actions: Actions) -> None:
    sheet.list.choose("flag")
    qtbot.keyClick(sheet.list, Qt.Key.Key_Return)
    qtbot.keyClick(sheet.edit, Qt.Key.Key_Escape)
    assert not sheet.edit.isVisible()
    assert sheet.isVisible()
    qtbot.keyClick(sheet.list, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert actions.keys("flag") == ("F",)


def test_no_key_and_all_as_they_were(qtbot: QtBot, sheet: KeySheet, actions: Actions) -> None:
    sheet.list.choose("skip")
    qtbot.keyClick(sheet.list, Qt.Key.Key_Delete)
    assert actions.keys("skip") == ()
    sheet.reset_all.click()
    assert actions.keys("skip") == ("Space",)
