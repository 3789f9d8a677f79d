"""A text that is read most of the time and edited now and then: a root cause that is a sentence, a note.

What was typed is never dropped: leaving the field, another ticket and Ctrl+Enter all save it for the ticket that it
was typed for; what could not be saved is kept and shown again with its ticket. Esc alone gives up, and only what was
typed since the last save; in a note it does not.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from qtapp.detail.controls import KeyButton, wrapping
from qtapp.kit.theme import tokens

LINES = 5
TABS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
"""Ways out on which the keyboard has somewhere to go already."""
SIDE, ICON_ROOM = 8, 20
"""Pixels beside the text of a button, and those of its icon."""


SHOWN = 600
"""Characters that are read without opening the field; the rest is behind an ellipsis."""


class ProseButton(KeyButton):
    """A text of some lines that opens its field when it is pressed."""

    def __init__(self) -> None:
        super().__init__("", "chip", "edit")

    def show_value(self, text: str, tail: str = "") -> None:
        """Another text."""
        lines = text[:SHOWN].split("\n")[:LINES]
        shown = "\n".join(lines)
        super().show_value(shown if shown == text else shown + "…", tail)

    def _measured(self) -> QSize:
        room = self.widest - 2 * SIDE - ICON_ROOM
        rect = self._metrics.boundingRect(QRect(0, 0, room, 1000), wrapping(self.text()), self.text())
        return QSize(min(self.widest, rect.width() + 2 * SIDE + ICON_ROOM + 2), max(26, rect.height() + 8))

    def _paint_text(self, painter: QPainter, room: QRect) -> None:
        painter.setFont(self._font)
        painter.setPen(QColor(tokens().text))
        painter.drawText(room.adjusted(0, 4, 2, 0), wrapping(self.text()), self.text())


Save = Callable[[int, str], bool]
"""Writes the text of a ticket (by id) into the review; False where that could not be done."""


class ProseField(QPlainTextEdit):
    """A small text field that belongs to one ticket at a time."""

    left = Signal()
    """Saved, given up or left: the field may be put away, and the focus may go back to the ticket."""

    def __init__(self, save: Save, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._save = save
        self._ticket = 0
        self._before = ""
        self._unsaved: dict[int, str] = {}
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def open(self, ticket_id: int, text: str) -> None:
        """Hold a ticket's text; what was typed for another one is saved first.

        The same ticket's text, news or not, does not overwrite what is being typed.
        """
        if ticket_id != self._ticket:
            self.commit()
        elif self.changed:
            return
        self._ticket, self._before = ticket_id, text
        shown = self._unsaved.pop(ticket_id, text)
        if shown != self.toPlainText():
            self.setPlainText(shown)

    @property
    def changed(self) -> bool:
        """True where something was typed that is not saved."""
        return bool(self._ticket) and self.toPlainText() != self._before

    def commit(self) -> bool:
        """Save what was typed, if anything; False where it could not be saved, and is kept."""
        if not self.changed:
            return True
        before, text = self._before, self.toPlainText()
        self._before = text
        if self._save(self._ticket, text):
            self._unsaved.pop(self._ticket, None)
            return True
        self._before = before
        self._unsaved[self._ticket] = text
        return False

    def give_up(self) -> None:
        """Back to the text as it was; undo of the field (Ctrl+Z) brings the typed text again."""
        if self.changed:
            cursor = self.textCursor()
            cursor.select(cursor.SelectionType.Document)
            cursor.insertText(self._before)
            self._unsaved.pop(self._ticket, None)

    def sizeHint(self) -> QSize:
        return QSize(200, QFontMetrics(self.font()).lineSpacing() * LINES + 12)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if self.commit():
                self.left.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.give_up()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason and self.commit() and event.reason() not in TABS:
            self.left.emit()
