"""A line to type in, with the values that exist already in a list under it.

Knows nothing of tickets: it is told how to look values up, and tells what was chosen. A new value is made only by
choosing the last row, which says so; Enter on a text that is near an existing value takes that one. Where nothing is
near, the first Enter goes to that row, and the second one takes it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from db.late import Late
from qtapp.picking.suggestion import Suggestion

if TYPE_CHECKING:
    from PySide6.QtWidgets import QListWidgetItem

    from qtapp.picking import options
else:
    options = Late("qtapp.picking.options")


class Picker(QLineEdit):
    """The line. `suggest` gives the values near a text, nearest first; `new_label` is the last row's `…{text}…`, ''
    where no new value can be made. `eager`: the first value is current also while nothing is typed; `over`: what
    the list stands over, instead of under the line."""

    picked = Signal(object)
    """The `value` of the suggestion that was chosen."""
    created = Signal(str)
    """The text that somebody chose to make a new value of."""
    pondered = Signal()
    """What Enter would take may be another; `meant` says what."""
    given_up = Signal()
    """Esc, or the focus went elsewhere: nothing was chosen."""

    def __init__(
        self, suggest: Callable[[str], Sequence[Suggestion]], new_label: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._suggest = suggest
        self.new_label = new_label
        self.eager = True
        self.over: QWidget | None = None
        self.textEdited.connect(self._refresh)

    @cached_property
    def options(self) -> options.Options:
        """The list under the line, made when something is first typed."""
        made = options.Options(self)
        made.itemClicked.connect(self._choose)
        return made

    def begin(self, text: str = "") -> None:
        """Show the field with a text to change or to replace, and what there is to choose."""
        self.setText(text)
        self.selectAll()
        self.show()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._refresh("")

    def empty(self) -> None:
        """Neither text nor choice."""
        self.setText("")
        self.options.clear()

    def stay(self) -> None:
        """Put the list where the line is now: what is around it may have grown."""
        if "options" in vars(self) and self.options.isVisible():
            self.options.place_at(self, self.over)

    def end(self) -> None:
        """Put the list away."""
        if "options" in vars(self):
            self.options.hide()

    def meant(self) -> Suggestion | str | None:
        """What Enter would take: a value that exists, the text of a new one, or None for nothing."""
        item = self.options.currentItem()
        if item is None:
            return None
        value: Suggestion | None = item.data(options.VALUE)
        return self.text().strip() if value is None else value

    def _refresh(self, text: str) -> None:
        found = list(self._suggest(text.strip()))
        self.options.fill(found, self.new_label, text.strip(), self.eager or bool(text.strip()))
        self._follow()

    def _follow(self) -> None:
        """Say what the current value means, and that it may be another."""
        self.options.place_at(self, self.over)
        self.setAccessibleDescription(self.options.explanation())
        self.pondered.emit()

    def _move(self, by: int) -> None:
        self.options.move(by)
        self._follow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._move(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            item = self.options.currentItem()
            if item is not None:
                self._choose(item)
            else:
                self._move(1)
        elif key == Qt.Key.Key_Escape:
            self.end()
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Tab completes instead of leaving, while there is something to complete."""
        is_tab = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Tab and event.type() == QEvent.Type.KeyPress
        item = self.options.currentItem() if is_tab else None
        if item is not None and item.data(options.VALUE) is not None and self.options.label(item) != self.text():
            self.setText(self.options.label(item))
            self._refresh(self.text())
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.end()
            self.given_up.emit()

    def hideEvent(self, event: object) -> None:
        self.end()
        super().hideEvent(event)

    def _choose(self, item: QListWidgetItem) -> None:
        value, text = item.data(options.VALUE), self.text().strip()
        self.end()
        if value is None:
            self.created.emit(text)
        else:
            self.picked.emit(value.value)
