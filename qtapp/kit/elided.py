"""A line of text that ends in an ellipsis where it has too little room; the whole of it is in the tool tip then."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from qtapp.kit.theme import BODY, font, tokens
from qtapp.kit.tips import plain_tip

Line = TypeVar("Line", bound=QLabel)


class ElidedLabel(QLabel):
    """One line of plain text; it asks for the room of its text and is content with less."""

    _shorter: Sequence[str] = ()

    def say(self, *wordings: str) -> None:
        """Show the first of these that has room, so that words give way before a number is cut; the last is cut."""
        self._shorter = wordings[1:]
        self.setText(wordings[0])

    def setText(self, text: str) -> None:
        super().setText(text)
        self._tell()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    def _tell(self) -> None:
        self.setToolTip(plain_tip(self.text()) if self._shown() != self.text() else "")

    def _shown(self) -> str:
        wordings, measures = (self.text(), *self._shorter), self.fontMetrics()
        fitting = (words for words in wordings if measures.horizontalAdvance(words) <= self.width())
        return next(fitting, measures.elidedText(wordings[-1], Qt.TextElideMode.ElideRight, self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._shown())


def text_line(
    parent: QWidget | None, name: str, size: int = BODY, token: str = "text", bold: bool = False
) -> ElidedLabel:
    """A line in a colour of the theme; it takes the width that it is given."""
    line = _styled(ElidedLabel(parent), name, size, token, bold)
    line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    return line


def text_lines(parent: QWidget | None, name: str, size: int = BODY, token: str = "text") -> QLabel:
    """As many lines as the text needs in the width that they are given."""
    lines = _styled(QLabel(parent), name, size, token)
    lines.setWordWrap(True)
    lines.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    return lines


def _styled(line: Line, name: str, size: int, token: str, bold: bool = False) -> Line:
    line.setObjectName(name)
    line.setFont(font(size, bold))
    line.setStyleSheet(f"color: {getattr(tokens(), token)}")
    line.setTextFormat(Qt.TextFormat.PlainText)
    return line
