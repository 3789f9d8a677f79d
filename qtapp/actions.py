"""The actions of a window as `QAction`s, made of the one table: words, icon, keys as bound by this user, on and off.

Menus, buttons, palette and key sheet are all fed from here. What an action does is bound by the window.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from PySide6.QtCore import QCoreApplication, QObject, QSettings, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from qtapp.action_row import Need, Row
from qtapp.action_table import GROUPS, MENU, NUMBERED_TEXTS, ROWS, TABLE
from qtapp.kit.icons import icon
from qtapp.kit.keys import key_text
from qtapp.kit.tips import plain_tip

SETTINGS = "keys"


class KeyTaken(Exception):
    """A key that another action has; `other` is its id, the message a sentence for the user."""

    def __init__(self, key: str, other: str, sentence: str) -> None:
        super().__init__(sentence)
        self.key, self.other = key, other


def words(row: Row) -> str:
    """What an action is called, in the language of the window."""
    text = QCoreApplication.translate("Actions", row.text)
    return text.format(number=row.id.rsplit("_", 1)[-1]) if row.text in NUMBERED_TEXTS else text


def group_words(group: str) -> str:
    """What a group of actions is called."""
    return QCoreApplication.translate("Actions", GROUPS[group])


class Actions(QObject):
    """A mapping of ids to `QAction`s, in the order of the table."""

    keys_changed = Signal()
    """Some action has other keys now."""
    beginning = Signal(str)
    """The id of an action that was chosen, before anything is done."""
    triggered = Signal(str)
    """The id of an action that was chosen, whatever is bound to it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        kept = _kept()
        self._actions = {row.id: self._make(row, kept.get(row.id, row.keys)) for row in TABLE}
        self.allow(())

    def _make(self, row: Row, keys: Sequence[str]) -> QAction:
        action = QAction(words(row), self)
        action.setObjectName(row.id)
        action.setAutoRepeat(row.repeats)
        if row.icon:
            action.setProperty("icon_name", row.icon)
        action.triggered.connect(self._tell)
        self._put_keys(action, keys)
        return action

    def _tell(self) -> None:
        name = self.sender().objectName()
        self.beginning.emit(name)
        self.triggered.emit(name)

    def _put_keys(self, action: QAction, keys: Sequence[str]) -> None:
        action.setShortcuts([QKeySequence(key) for key in keys])
        shown = key_text(action.shortcut())
        action.setToolTip(plain_tip(f"{action.text()}  {shown}".strip()))

    # As a mapping

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def __contains__(self, name: object) -> bool:
        return name in self._actions

    def __iter__(self) -> Iterator[str]:
        return iter(self._actions)

    def __len__(self) -> int:
        return len(self._actions)

    def get(self, name: str) -> QAction | None:
        """The action of an id, None for an id that is none."""
        return self._actions.get(name)

    # What they do

    def attach(self, window: QWidget) -> None:
        """Let the keys work in a window."""
        window.addActions(list(self._actions.values()))

    def bind(self, name: str, slot: Callable[..., object]) -> None:
        """Let an action do something. The slot is called without arguments; bound methods of QObjects end with them."""
        self._actions[name].triggered.connect(slot)

    def allow(self, conditions: Iterable[Need]) -> None:
        """Say what holds now; actions that need more are off."""
        holds = frozenset(conditions)
        for name, action in self._actions.items():
            action.setEnabled(holds.issuperset(ROWS[name].needs))

    def fill(self, menu: QMenu) -> None:
        """Put the actions of the window's menu into it."""
        for name in MENU:
            if name:
                menu.addAction(self._actions[name])
            else:
                menu.addSeparator()
        menu.aboutToShow.connect(self._draw)

    def _draw(self) -> None:
        """The icons of the menu, when it is opened: drawing all of them would delay every start."""
        for action in self._actions.values():
            if action.icon().isNull() and action.property("icon_name"):
                action.setIcon(icon(str(action.property("icon_name"))))

    # Keys

    def keys(self, name: str) -> tuple[str, ...]:
        """The keys that are bound to an action, in Qt's portable spelling."""
        return tuple(sequence.toString() for sequence in self._actions[name].shortcuts())

    def shown_key(self, name: str) -> str:
        """The first key of an action as buttons show it, '' where it has none."""
        return key_text(self._actions[name].shortcut())

    def shown_keys(self) -> dict[str, str]:
        """The first key of every action."""
        return {name: self.shown_key(name) for name in self._actions}

    def taken_by(self, key: str, but: str = "") -> str:
        """The action that a key would collide with, '' for none; G collides with G and then A.

        An action of one page does not collide with one of another: they are never on at the same time.
        """
        wanted = QKeySequence(key)
        none = QKeySequence.SequenceMatch.NoMatch
        for name, action in self._actions.items():
            meets = name != but and (but not in ROWS or ROWS[but].meets(ROWS[name]))
            if meets and any(wanted.matches(one) != none or one.matches(wanted) != none for one in action.shortcuts()):
                return name
        return ""

    def rebind(self, name: str, keys: Sequence[str]) -> None:
        """Give an action these keys and remember it; a key that another one has is refused with `KeyTaken`."""
        for key in keys:
            other = self.taken_by(key, but=name)
            if other:
                sentence = QCoreApplication.translate("Actions", "{key} is the key of “{action}”. Take another.")
                raise KeyTaken(key, other, sentence.format(key=key_text(key), action=words(ROWS[other])))
        self._put_keys(self._actions[name], keys)
        if tuple(keys) == ROWS[name].keys:
            QSettings().remove(f"{SETTINGS}/{name}")
        else:
            QSettings().setValue(f"{SETTINGS}/{name}", "\n".join(keys))
        self.keys_changed.emit()

    def reset(self, name: str) -> None:
        """Give an action the keys of the table again; `KeyTaken` where another one has got them meanwhile."""
        self.rebind(name, ROWS[name].keys)

    def reset_all(self) -> None:
        """Give all actions the keys of the table again."""
        QSettings().remove(SETTINGS)
        for name, action in self._actions.items():
            self._put_keys(action, ROWS[name].keys)
        self.keys_changed.emit()


def _kept() -> dict[str, Sequence[str]]:
    """The keys that the user has chosen for actions, where they are not those of the table."""
    settings = QSettings()
    settings.beginGroup(SETTINGS)
    return {name: [key for key in str(settings.value(name)).split("\n") if key] for name in settings.childKeys()}
