"""The note of a ticket: a field that keeps whatever way it is left, and under it how."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from qtapp.detail.prose import ProseField, Save
from qtapp.kit import paint
from qtapp.kit.elided import text_line
from qtapp.kit.theme import SMALL, tokens


class NoteField(ProseField):
    """Esc leaves it as well: a note is a thought, and nobody has another text of it to go back to."""

    def give_up(self) -> None:
        """Keep what was typed; one undo takes it back."""
        self.commit()


class NotePage(QWidget):
    """Fills its tab."""

    def __init__(self, save: Save, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = NoteField(save, self)
        self.field.setObjectName("note_text")
        self.field.setAccessibleName(self.tr("Note"))
        self.field.setPlaceholderText(self.tr("A note on this ticket"))
        self.field.setFrameShape(QFrame.Shape.NoFrame)
        self.field.installEventFilter(self)
        hint = text_line(self, "noteHint", SMALL, "text2")
        hint.setText(self.tr("Saved when you leave it: with Esc, with Ctrl+Enter, or for another ticket."))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 4, 20, 4)
        column.setSpacing(4)
        column.addWidget(self.field, 1)
        column.addWidget(hint)
        self.setFocusProxy(self.field)

    def begin(self) -> None:
        """Go on writing where the note ends."""
        self.field.moveCursor(QTextCursor.MoveOperation.End)
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens()
        edge = colours.accent if self.field.hasFocus() else colours.edge
        paint.outline(QPainter(self), self.field.geometry().adjusted(-4, -2, 4, 2), edge, 6)
