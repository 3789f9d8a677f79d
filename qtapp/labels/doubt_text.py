"""What a doubtful ticket says: its problem and the beginning of its replies, with the words that speak for the likely
label marked. Plain text: nothing in it is read as markup, nothing is loaded."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from db.values import Ticket
from qtapp.hits import find_hits
from qtapp.kit import paint
from qtapp.kit.theme import SECONDARY, tokens

PROBLEM, REPLY = 4000, 1200
"""Characters that are shown of each; the whole ticket is a key away."""
REPLIES = 4
"""Replies that are shown."""


class DoubtText(QPlainTextEdit):
    """Read only; Left and Esc lead back to the list, which its owner is told by the keys that it leaves alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("doubtText")
        self.setAccessibleName(self.tr("Problem and replies"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setCursorWidth(0)  # nobody writes here
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(4)
        colours = tokens()
        self._plain, self._hit, self._head = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
        self._plain.setForeground(QColor(colours.text))
        self._hit.setForeground(QColor(colours.hit_text))
        self._hit.setBackground(QColor(colours.hit))
        self._head.setForeground(QColor(colours.text2))
        self._head.setProperty(QTextCharFormat.Property.FontPixelSize, SECONDARY)

    def show_ticket(self, ticket: Ticket, words: Sequence[str]) -> None:
        """Show a ticket with these words marked, from its beginning."""
        self.clear()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        self._part(cursor, self.tr("Problem"), ticket.problem, PROBLEM, words)
        for number, turn in enumerate(ticket.thread[:REPLIES], 1):
            self._part(cursor, self.tr("Reply {n}").format(n=number), turn.text, REPLY, words)
        left = len(ticket.thread) - REPLIES
        if left > 0:
            cursor.insertText("\n" + self.tr("and %Ln more replies", "", left), self._head)
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _part(self, cursor: QTextCursor, head: str, text: str, most: int, words: Sequence[str]) -> None:
        begun = "" if cursor.atStart() else "\n\n"
        cursor.insertText(f"{begun}{head}\n", self._head)
        shown = text.strip().replace("\x00", "\ufffd")
        shown = shown if len(shown) <= most else f"{shown[:most]}…"
        units, done = shown.encode("utf-16-le", "surrogatepass"), 0
        for start, end in find_hits(shown, words):
            for piece, form in ((units[2 * done : 2 * start], self._plain), (units[2 * start : 2 * end], self._hit)):
                cursor.insertText(piece.decode("utf-16-le", "replace"), form)
            done = end
        cursor.insertText(units[2 * done :].decode("utf-16-le", "replace"), self._plain)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scrolled by the arrow keys; there is no cursor to be seen."""
        bar, line = self.verticalScrollBar(), 2
        steps = {Qt.Key.Key_Down: line, Qt.Key.Key_Up: -line}
        if event.key() in steps and not event.modifiers():
            bar.setValue(bar.value() + steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Escape):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, event: object) -> None:
        super().paintEvent(event)  # type: ignore[arg-type]
        if self.hasFocus():
            paint.outline(QPainter(self.viewport()), self.viewport().rect(), tokens().accent, 6)
