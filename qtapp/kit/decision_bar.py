"""The bottom of a pane: what can be decided, each with its key, and above it what the key would change.

The first button is the primary action and moves on; the last one stands alone at the right. The buttons only say that
they were pressed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget

from qtapp.kit import paint
from qtapp.kit.theme import tokens
from qtapp.kit.widgets import Button

SMALLEST = QSize(420, 84)
LEFT, RIGHT, GAP = 24, 20, 6


class DecisionBar(QWidget):
    """A sentence over a row of buttons; it is of the button under the mouse or with the keyboard, else of the first."""

    wanted = Signal(str)
    """The id of an action."""

    def __init__(self, says: QLabel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.says = says
        self.buttons: dict[str, Button] = {}
        self._primary = self._meant = ""
        self._free: Sequence[str] = ()
        self._give_way: Sequence[str] = ()
        self._steps: tuple[QWidget, ...] = ()
        self._owner = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(LEFT, 7, RIGHT, 10)
        column.setSpacing(6)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.addWidget(says)
        self._row = QHBoxLayout()
        self._row.setSpacing(GAP)
        column.addLayout(self._row)

    def fill(self, buttons: Mapping[str, Button], free: Sequence[str], give_way: Sequence[str]) -> None:
        """Put in the buttons, once: `free` are those that decide nothing, `give_way` those whose words go first where
        room is short."""
        self.buttons, self._free, self._give_way = dict(buttons), free, give_way
        first, *_, last = self.buttons
        self._primary = self._meant = first
        for name, button in self.buttons.items():
            button.setObjectName(name)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard with the list
            button.clicked.connect(self._clicked)
            button.installEventFilter(self)
            if name == last:
                self._row.addStretch(1)
            self._row.addWidget(button)

    def put_behind(self, name: str, steps: Sequence[QWidget]) -> None:
        """Put small widgets behind a button; they go where its words do."""
        self._owner, self._steps = name, tuple(steps)
        place = self._row.indexOf(self.buttons[name])
        for number, step in enumerate(steps, 1):
            self._row.insertWidget(place + number, step)
        names = list(self.buttons)
        after = self.buttons[names[names.index(name) + 1]]
        for one, other in pairwise([self.buttons[name], *steps, after]):
            self.setTabOrder(one, other)

    def _clicked(self) -> None:
        self.wanted.emit(self.sender().objectName())

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """The keys as they are bound now."""
        for name, button in self.buttons.items():
            button.set_key(keys.get(name, button.key))
        self.refresh()

    def allow(self, write: bool) -> None:
        """Switch decisions off in a review that may only be read."""
        for name, button in self.buttons.items():
            button.setEnabled(write or name in self._free)

    # The sentence

    def refresh(self) -> None:
        """Say what would happen now."""
        self.say(self._meant)
        self._make_room()

    def say(self, action: str) -> None:
        """Say what an action would change."""
        self._meant = action
        self.says.setText(self.sentence(action))

    def sentence(self, action: str) -> str:
        """What an action would change; the name of its button, unless a bar knows better."""
        return self.buttons[action].accessibleName()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The sentence follows mouse and keyboard."""
        kind, name = event.type(), watched.objectName()
        if kind in (QEvent.Type.Enter, QEvent.Type.FocusIn) and name not in self._free:
            self.say(name)
        elif kind in (QEvent.Type.Leave, QEvent.Type.FocusOut) and self._meant != self._primary:
            self.say(self._primary)
        return super().eventFilter(watched, event)

    # Room

    def minimumSizeHint(self) -> QSize:
        return SMALLEST

    def sizeHint(self) -> QSize:
        return SMALLEST

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Leave the words of some buttons away where there is no room for all."""
        for button in self.buttons.values():
            button.set_narrow(False)
        steps = sum(step.width() + GAP for step in self._steps)
        shown = [button for button in self.buttons.values() if not button.isHidden()]
        room = self.width() - LEFT - RIGHT - GAP * len(shown) - steps
        for name in self._give_way:
            if sum(button.sizeHint().width() for button in shown) <= room:
                break
            self.buttons[name].set_narrow(True)
        for step in self._steps:  # the keys do it still
            step.setVisible(bool(self.buttons[self._owner].shown_text()))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.fill(QPainter(self), QRect(0, 0, self.width(), 1), tokens().line)
