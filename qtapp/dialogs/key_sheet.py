"""The key sheet: every action with its keys, in columns, found by typing; Enter gives the chosen one another key."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QKeySequenceEdit, QLineEdit, QToolButton, QWidget

from qtapp.action_table import GROUPS, NUMBERED_TEXT, NUMBERED_TEXTS, OTHER_TEXT, QUICK_TEXT, ROWS, TABLE
from qtapp.actions import Actions, KeyTaken, group_words, words
from qtapp.dialogs.key_list import KeyLine, KeyList
from qtapp.dialogs.sheet import Sheet
from qtapp.kit import fuzzy
from qtapp.kit.keys import key_text
from qtapp.kit.theme import SECONDARY

SIZE = QSize(1290, 780)
"""Room for three columns of English words, and for four of Chinese ones."""
MARGIN = QSize(40, 20)
"""Of the window, what stays seen around the sheet."""
NUMBERED = {f"numbered {text}": [row.id for row in TABLE if row.text == text] for text in NUMBERED_TEXTS}
"""Lines that stand for the nine actions of the digits while nothing is looked for."""


def _shortened(names: list[str]) -> list[str]:
    """Actions of the digits as one."""
    for line, ids in NUMBERED.items():
        if ids[0] in names:
            place = names.index(ids[0])
            names = [*names[:place], line, *names[place + len(ids) :]]
    return names


class KeySheet(Sheet):
    """Shows the keys as they are bound; changes are kept at once."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__("keySheet", self.tr("Keys"), parent)
        self._actions = actions
        self.field = QLineEdit(self)
        self.field.setObjectName("keySearch")
        self.field.setAccessibleName(self.tr("Find an action or a key"))
        self.field.setPlaceholderText(self.tr("Find an action or a key"))
        self.field.setClearButtonEnabled(True)
        for clear in self.field.findChildren(QToolButton):
            clear.setAccessibleName(self.tr("Clear"))
        self.list = KeyList(self)
        self.column.addWidget(self.field)
        self.column.addWidget(self.list, 1)
        self.column.addWidget(self._foot())
        self._buttons()
        self.field.textChanged.connect(self._fill)
        self.field.installEventFilter(self)
        self.list.itemActivated.connect(self.begin)
        self.list.currentItemChanged.connect(self._follow)
        self.list.installEventFilter(self)
        actions.keys_changed.connect(self._refill)
        self._fill("")
        room = parent.window().size() if parent is not None else SIZE
        self.resize(SIZE.boundedTo(room - MARGIN))
        self.list.setFocus()

    def _foot(self) -> QFrame:
        foot = QFrame(self)
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        self.says = self.words("", SECONDARY, "text2")
        self.says.setObjectName("keySays")
        self.says.setMinimumHeight(30)
        self.edit = QKeySequenceEdit(foot)
        self.edit.setObjectName("keyEdit")
        self.edit.setAccessibleName(self.tr("New key"))
        self.edit.setMaximumSequenceLength(2)
        self.edit.setFixedWidth(200)
        self.edit.editingFinished.connect(self._take)
        self.edit.installEventFilter(self)
        self.edit.hide()
        row.addWidget(self.says, 1)
        row.addWidget(self.edit)
        return foot

    def _buttons(self) -> None:
        self.change = self.add_main(self.tr("Change the key"), "changeKey", "edit")
        self.change.clicked.disconnect(self.accept)
        self.change.clicked.connect(self.begin)
        self.remove = self.add_button(self.tr("No key"), "removeKey", key="Del")
        self.remove.clicked.connect(self._remove)
        self.reset = self.add_button(self.tr("Default"), "resetKey", key="Backspace")
        self.reset.clicked.connect(self._reset)
        self.reset_all = self.add_button(self.tr("All defaults"), "resetAllKeys")
        self.reset_all.clicked.connect(self._actions.reset_all)
        self.add_way_out(self.tr("Close"), "close")

    # The list

    def _fill(self, wanted: str) -> None:
        lines = []
        for group in GROUPS:
            names = [row.id for row in TABLE if row.group == group and self._is_meant(row.id, wanted)]
            found = [self._line(name) for name in (names if wanted.strip() else _shortened(names))]
            if found:
                lines += [KeyLine("", group_words(group)), *found]
        self.list.fill(lines)

    def _line(self, name: str) -> KeyLine:
        if name in NUMBERED:
            first, last = (self._actions.shown_key(one) for one in (NUMBERED[name][0], NUMBERED[name][-1]))
            text = {
                QUICK_TEXT: self.tr("Likely category"),
                NUMBERED_TEXT: self.tr("Label for all"),
                OTHER_TEXT: self.tr("Another label"),
            }[ROWS[NUMBERED[name][0]].text]
            return KeyLine(name, text, (f"{first} – {last}",))
        row = ROWS[name]
        keys = tuple(key_text(key) for key in (*self._actions.keys(name), *row.also))
        return KeyLine(name, words(row), keys, changed=self._actions.keys(name) != row.keys)

    def _is_meant(self, name: str, wanted: str) -> bool:
        if not wanted.strip():
            return True
        line = self._line(name)
        folded = wanted.strip().casefold()
        if any(folded == key.casefold() or folded == key.replace(" ", "+").casefold() for key in line.keys):
            return True
        found = fuzzy.match(wanted, line.text)
        return found is not None and found.score >= 1000 - len(line.text)

    def _refill(self) -> None:
        name = self.list.current_id()
        self._fill(self.field.text())
        self.list.choose(name)

    def _follow(self) -> None:
        self._end()
        name = self.list.current_id()
        for button in (self.change, self.remove, self.reset):
            button.setEnabled(name in ROWS)
        self.tint(self.says, "text2")
        self.says.setText(self.tr("Keys of single letters work in lists, not while you type in a field."))

    # Another key

    def begin(self) -> None:
        """Wait for the new key of the chosen action."""
        name = self.list.current_id()
        if name in NUMBERED:
            self.field.setText(self._line(name).text)
        if name not in ROWS:
            return
        self.tint(self.says, "text2")
        self.says.setText(
            self.tr("Press the new key of “{action}”, or two one after the other. Esc: leave it.").format(
                action=words(ROWS[name])
            )
        )
        self.edit.clear()
        self.edit.show()
        self.edit.setFocus()

    def _end(self) -> None:
        if self.edit.isVisible():
            self.edit.hide()
            self.list.setFocus()

    def _take(self) -> None:
        sequence = self.edit.keySequence()
        if self.edit.isVisible() and not sequence.isEmpty():
            self._end()
            self._rebind((sequence.toString(QKeySequence.SequenceFormat.PortableText),))

    def _remove(self) -> None:
        self._rebind(())

    def _reset(self) -> None:
        self._rebind(ROWS[self.list.current_id()].keys)

    def _rebind(self, keys: tuple[str, ...]) -> None:
        name = self.list.current_id()
        try:
            self._actions.rebind(name, keys)
        except KeyTaken as taken:
            self.tint(self.says, "bad")
            self.says.setText(f"⚠ {taken}")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        deeds = {
            self.edit: {Qt.Key.Key_Escape: self._end},
            self.field: {Qt.Key.Key_Down: self.list.setFocus, Qt.Key.Key_Return: self.list.setFocus},
            self.list: {
                Qt.Key.Key_Delete: self._remove,
                Qt.Key.Key_Backspace: self._reset,
                Qt.Key.Key_Slash: self.field.setFocus,
            },
        }
        for widget, keys in deeds.items():
            if (
                watched is widget
                and event.key() in keys
                and (self.list.current_id() in ROWS or widget is not self.list)
            ):
                keys[Qt.Key(event.key())]()
                return True
        return super().eventFilter(watched, event)
