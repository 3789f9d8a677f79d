"""Keys as they are shown: `key_text` in words, `KeyHint` in its small outlined box beside what it does."""

from __future__ import annotations

import re
import sys

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from qtapp.kit import paint


def key_text(keys: QKeySequence | str) -> str:
    """``Ctrl K`` for Ctrl+K, ``G A`` for G and then A; the system's own signs on macOS."""
    sequence = QKeySequence(keys)
    if sys.platform == "darwin":
        return sequence.toString(QKeySequence.SequenceFormat.NativeText)
    written = sequence.toString(QKeySequence.SequenceFormat.PortableText)
    return re.sub(r"(?<=\w)\+|, ", " ", written).replace("Return", "Enter")


class KeyHint(QWidget):
    """A key in its box. It says nothing to assistive technology: what it stands beside names its key itself."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """The key that is shown."""
        return self._text

    def setText(self, text: str) -> None:
        """Show another key; '' for none."""
        if text != self._text:
            self._text = text
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(paint.key_width(self._text) if self._text else 0, paint.KEY_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._text:
            paint.key_box(QPainter(self), self.rect(), self._text)
