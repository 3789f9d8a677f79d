"""A chip: a short text on a coloured pill that can be pressed and, where it says so, taken away."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from qtapp.kit import paint
from qtapp.kit.icons import pixmap
from qtapp.kit.theme import SECONDARY, font, tokens
from qtapp.kit.tips import plain_tip

Tone = Literal["accent", "bad", "plain"]
GROUNDS = {"accent": ("selected", "accent"), "bad": ("bad_soft", "bad"), "plain": ("sunken", "text")}
HEIGHT, PADDING, CROSS = 24, 8, 14


class Chip(QAbstractButton):
    """Delete and Backspace take it away, as its cross does; the text is cut in the middle where it does not fit."""

    removed = Signal()

    def __init__(
        self, text: str, parent: QWidget | None = None, *, removable: bool = False, tone: Tone = "accent"
    ) -> None:
        super().__init__(parent)
        self._removable, self._tone = removable, tone
        self.setText(text)
        self.setAccessibleName(text)
        if removable:
            self.setAccessibleDescription(QCoreApplication.translate("Chip", "Delete takes it away"))
        self.setToolTip(plain_tip(text))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        cross = CROSS + 6 if self._removable else 0
        return QSize(paint.metrics(SECONDARY).horizontalAdvance(self.text()) + 2 * PADDING + cross + 1, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(48, HEIGHT)

    def _cross(self) -> QRect:
        return QRect(self.width() - PADDING - CROSS + 2, 0, CROSS + PADDING, self.height())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._removable and self.isDown() and self._cross().contains(event.position().toPoint()):
            self.setDown(False)
            self.removed.emit()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._removable and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), tokens()
        ground, token = GROUNDS[self._tone]
        area = self.rect()
        paint.round_rect(painter, area, getattr(colours, ground), 4)
        if self.hasFocus():
            paint.outline(painter, area, colours.accent, 4)
        room = area.adjusted(PADDING, 0, -PADDING - (CROSS + 6 if self._removable else 0), 0)
        shown = paint.elide(self.text(), SECONDARY, room.width() + 1, Qt.TextElideMode.ElideMiddle)
        paint.write(painter, room, shown, font(SECONDARY), getattr(colours, token))
        if self._removable:
            corner = QPoint(self._cross().left(), (area.height() - CROSS) // 2)
            painter.drawPixmap(corner, pixmap("close", token, CROSS))
