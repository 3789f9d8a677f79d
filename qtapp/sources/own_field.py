"""A field that is written anew in place of both sides: Ctrl+Enter keeps it, Esc leaves it as it was."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from qtapp.kit.elided import text_line
from qtapp.kit.theme import BODY, SECONDARY, font


class _Text(QPlainTextEdit):
    """Tells the two keys that end it."""

    kept = Signal()
    given_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.kept.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)


class OwnField(QWidget):
    """A text with its name over it."""

    written = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ownField")
        self.head = text_line(self, "ownFieldHead", BODY, bold=True)
        self.text = _Text(self)
        self.text.setObjectName("ownFieldText")
        self.text.setFont(font(BODY))
        self.text.setTabChangesFocus(True)
        self.hint = text_line(self, "ownFieldHint", SECONDARY, "text2")
        self.hint.setText(self.tr("Ctrl+Enter keeps it, Esc leaves it. A line --- stands between two replies."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 8)
        for part in (self.head, self.text, self.hint):
            column.addWidget(part, int(part is self.text))
        self.text.kept.connect(self._keep)
        self.text.given_up.connect(self.left)
        self.text.setAccessibleName(self.tr("The field, to be written anew"))

    def begin(self, name: str, text: str) -> None:
        """Let a field be written."""
        self.head.setText(name)
        self.text.setAccessibleName(name)
        self.text.setPlainText(text)
        self.text.selectAll()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> None:
        self.written.emit(self.text.toPlainText())
