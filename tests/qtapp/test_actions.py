"""The table of actions, and the actions made of it: keys that work, keys that are refused, what is on and off."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListWidget, QMenu, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from qtapp.action_table import GROUPS, MENU, ROWS, TABLE
from qtapp.actions import Actions, KeyTaken, words
from qtapp.kit import icons
from qtapp.kit.guard import KeyGuard
from qtapp.kit.keys import key_text
from qtapp.kit.widgets import ActionButton

WANTED = {
    "next": ("J",),
    "previous": ("K",),
    "next_reply": ("N",),
    "previous_reply": ("P",),
    "reviewed": ("A",),
    "flag": ("F",),
    "exclude": ("X",),
    "skip": ("Space",),
    "category": ("C",),
    "add_cause": ("T",),
    "note": ("M",),
    "select": ("V",),
    "extend_down": ("Shift+J", "Shift+Down"),
    "extend_up": ("Shift+K", "Shift+Up"),
    "next_unreviewed": ("U",),
    "undo": ("Z", "Ctrl+Z"),
    "redo": ("Ctrl+Shift+Z",),
    "keys": ("?", "？", "F1"),
    "search": ("/", "／", "Ctrl+F"),
    "commands": ("Ctrl+K",),
    "show_all": ("G, A",),
    "show_unreviewed": ("G, U",),
    "show_flagged": ("G, F",),
    "next_pane": ("F6",),
    "pane_1": ("Ctrl+1",),
    "pane_3": ("Ctrl+3",),
    "open": ("Ctrl+O",),
    "export": ("Ctrl+E",),
    "saved": ("Ctrl+S",),
    "theme": ("Ctrl+Shift+L",),
    "quick_category_9": ("9",),
}
INPUT_METHOD_KEYS = {"Ctrl+Space", "Shift", "Ctrl+,", "Ctrl+.", "Ctrl+Shift+F"}


@pytest.fixture
def actions(qtbot: QtBot) -> Actions:
    return Actions()


class Window(QWidget):
    """A list, a field and a button, with actions that count how often they ran."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.ran: Counter[str] = Counter()
        self.list, self.field, self.button = QListWidget(self), QLineEdit(self), QPushButton("press", self)
        layout = QVBoxLayout(self)
        for widget in (self.list, self.field, self.button):
            layout.addWidget(widget)
        actions.attach(self)
        actions.allow(("review", "ticket", "write", "undo", "redo"))
        actions.triggered.connect(self.count)

    def count(self, name: str) -> None:
        self.ran[name] += 1


@pytest.fixture
def window(qtbot: QtBot, actions: Actions) -> Window:
    made = Window(actions)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    made.list.setFocus()
    return made


def test_the_keys_of_the_table() -> None:
    assert {name: ROWS[name].keys for name in WANTED} == WANTED


def test_no_key_begins_another_and_none_is_an_input_methods() -> None:
    keys = [(key, row) for row in TABLE for key in row.keys]
    clashes = [
        (one, other)
        for at, (one, row) in enumerate(keys)
        for other, another in keys[at + 1 :]
        if row.meets(another)
        and (
            QKeySequence(one).matches(QKeySequence(other)) != QKeySequence.SequenceMatch.NoMatch
            or QKeySequence(other).matches(QKeySequence(one)) != QKeySequence.SequenceMatch.NoMatch
        )
    ]
    assert clashes == []
    assert {key for key, _ in keys} & INPUT_METHOD_KEYS == set()


def test_rows_are_whole() -> None:
    assert len(ROWS) == len(TABLE)
    assert {row.group for row in TABLE} == set(GROUPS)
    assert {row.icon for row in TABLE if row.icon} <= set(icons.names())
    assert {name for name in MENU if name} <= set(ROWS)
    assert {name for name in ROWS if name.startswith("open")} <= set(MENU), "every way to open files is found there"
    assert [row.id for row in TABLE if any(len(key) == 1 for key in row.keys) and row.scope != "list"] == []


def test_single_keys_work_in_a_list_and_not_in_a_field(qtbot: QtBot, window: Window) -> None:
    qtbot.keyClicks(window.list, "ja")
    qtbot.keyClick(window.list, Qt.Key.Key_J, Qt.KeyboardModifier.ShiftModifier)
    assert window.ran == {"next": 1, "reviewed": 1, "extend_down": 1}
    window.field.setFocus()
    qtbot.keyClicks(window.field, "ja/?1 g")
    assert window.field.text() == "ja/?1 g"
    assert sum(window.ran.values()) == 3


@pytest.mark.parametrize(
    ("key", "modifier", "name"),
    [
        (Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier, "commands"),
        (Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier, "saved"),
        (Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier, "open"),
        (Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier, "next_pane"),
    ],
)
def test_chords_work_in_a_field_too(
    qtbot: QtBot, window: Window, key: Qt.Key, modifier: Qt.KeyboardModifier, name: str
) -> None:
    window.field.setFocus()
    qtbot.keyClick(window.field, key, modifier)
    assert window.ran == {name: 1}


def test_two_strokes(qtbot: QtBot, window: Window) -> None:
    qtbot.keyClicks(window.list, "gu")
    assert window.ran == {"show_unreviewed": 1}


def test_question_mark_and_its_wide_twin(qtbot: QtBot, window: Window) -> None:
    qtbot.keyClick(window.list, Qt.Key.Key_Question)
    QTest.sendKeyEvent(QTest.KeyAction.Click, window.list, Qt.Key(ord("？")), "？", Qt.KeyboardModifier.NoModifier)
    assert window.ran == {"keys": 2}


def test_space_presses_a_button_that_has_the_focus(qtbot: QtBot, window: Window, qapp: object) -> None:
    guard = KeyGuard(qapp)  # type: ignore[arg-type]
    window.button.setFocus()
    with qtbot.waitSignal(window.button.clicked):
        qtbot.keyClick(window.button, Qt.Key.Key_Space)
    assert window.ran == {}
    window.list.setFocus()
    qtbot.keyClick(window.list, Qt.Key.Key_Space)
    assert window.ran == {"skip": 1}
    guard.deleteLater()


def test_what_needs_a_review_is_off_without_one(actions: Actions) -> None:
    assert actions["open"].isEnabled()
    assert not actions["export"].isEnabled()
    actions.allow({"review", "ticket"})
    assert actions["next"].isEnabled()
    assert not actions["reviewed"].isEnabled(), "a review that may only be read"


def test_bound_slots_run(qtbot: QtBot, actions: Actions, window: Window) -> None:
    actions.bind("theme", window.list.clear)
    window.list.addItem("one")
    actions["theme"].trigger()
    assert window.list.count() == 0


def test_another_key_is_kept_and_shown(qtbot: QtBot, actions: Actions) -> None:
    button = ActionButton(actions["export"])
    qtbot.addWidget(button)
    with qtbot.waitSignal(actions.keys_changed):
        actions.rebind("export", ["Ctrl+Shift+E"])
    assert button.key == "Ctrl Shift E"
    assert Actions().keys("export") == ("Ctrl+Shift+E",)
    actions.reset("export")
    assert Actions().keys("export") == ("Ctrl+E",)
    assert not QSettings().contains("keys/export")


@pytest.mark.parametrize(("key", "other"), [("A", "reviewed"), ("G", "show_all"), ("Ctrl+K", "commands")])
def test_a_key_that_is_taken_is_refused(actions: Actions, key: str, other: str) -> None:
    with pytest.raises(KeyTaken, match=words(ROWS[other])) as caught:
        actions.rebind("flag", ["Q", key])
    assert caught.value.other == other
    assert actions.keys("flag") == ("F",)


def test_two_pages_may_have_one_key_and_a_page_may_not_have_it_twice(actions: Actions) -> None:
    assert actions.keys("canned_rewrite") == actions.keys("reviewed") == ("A",)
    actions.rebind("canned_rewrite", ["M"])
    with pytest.raises(KeyTaken) as caught:
        actions.rebind("canned_rewrite", ["H"])
    assert caught.value.other == "canned_holding"
    with pytest.raises(KeyTaken) as caught:
        actions.rebind("canned_rewrite", ["?"])
    assert caught.value.other == "keys", "what works on every page is everybody's"
    with pytest.raises(KeyTaken) as caught:
        actions.rebind("commands", ["B"])
    assert caught.value.other == "canned_apart"
    actions.reset_all()


def test_actions_of_a_page_are_on_where_it_is_shown(actions: Actions) -> None:
    actions.allow(("review", "ticket", "write"))
    assert actions["reviewed"].isEnabled()
    assert not actions["canned_rewrite"].isEnabled()
    actions.allow(("review", "canned", "family", "write"))
    assert actions["canned_rewrite"].isEnabled()
    assert not actions["reviewed"].isEnabled()


def test_all_keys_come_back(actions: Actions) -> None:
    actions.rebind("flag", ["Q"])
    actions.rebind("skip", [])
    with pytest.raises(KeyTaken):
        actions.rebind("next", ["Q"])
    actions.reset_all()
    assert (actions.keys("flag"), actions.keys("skip")) == (("F",), ("Space",))
    assert Actions().keys("flag") == ("F",)


def test_the_menu_is_filled(qtbot: QtBot, actions: Actions) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    actions.fill(menu)
    assert [action.objectName() for action in menu.actions()] == list(MENU)


@pytest.mark.parametrize(
    ("keys", "shown"), [("Ctrl+K", "Ctrl K"), ("G, A", "G A"), ("Ctrl++", "Ctrl +"), ("?", "?"), ("Space", "Space")]
)
def test_keys_in_words(keys: str, shown: str) -> None:
    assert key_text(keys) == shown
