"""The buttons of the pane: an icon, words, and the key that does the same, painted in one go.

One widget paints what would otherwise be three laid out ones, because the pane shows some twenty of them and changes
most with every ticket.
"""

from __future__ import annotations

import re
from typing import Literal

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen, QPixmap, QPixmapCache
from PySide6.QtWidgets import QAbstractButton, QLabel

from qtapp.kit import paint
from qtapp.kit.icons import pixmap
from qtapp.kit.theme import font, tokens

Look = Literal["primary", "outlined", "field", "chip", "plain"]
HEIGHTS: dict[Look, int] = {"primary": 32, "outlined": 32, "field": 28, "chip": 26, "plain": 26}
PADDING: dict[Look, int] = {"primary": 12, "outlined": 12, "field": 10, "chip": 8, "plain": 4}
ICON = 14
GAP = 6
WIDEST = 320


_UNBROKEN = re.compile(r"[!-~]{32}")


def wrapping(text: str) -> int:
    """Flags that paint a text on several lines: between words, but anywhere where one would not fit on a line."""
    wrap = Qt.TextFlag.TextWrapAnywhere if _UNBROKEN.search(text) else Qt.TextFlag.TextWordWrap
    return (Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | wrap).value


def field_label(text: str, height: int) -> QLabel:
    """The name of a field, as high as a line of the field beside it."""
    label = QLabel(text)
    label.setFont(font(12))
    colours = label.palette()
    colours.setColor(QPalette.ColorRole.WindowText, QColor(tokens().text2))
    label.setPalette(colours)
    label.setMinimumHeight(height)
    return label


class KeyButton(QAbstractButton):
    """A button with `text()`, an icon by name and a key. The key stands first where `key_first` is set."""

    def __init__(self, text: str, look: Look = "outlined", icon: str = "", key: str = "") -> None:
        super().__init__()
        self.look: Look = look
        self.icon_name, self.icon_colour = icon, "text"
        self.key, self.key_first = key, False
        self.tail = ""
        self.widest = WIDEST
        self.cut = Qt.TextElideMode.ElideRight
        """Where the text is cut that has no room."""
        self.kept_free = 0
        """Pixels at the right end that are for another use."""
        size = 12 if look == "chip" else 13
        self._font, self._small = font(size), font(11)
        self._metrics, self._small_metrics = paint.metrics(size), paint.metrics(11)
        self._size: tuple[object, QSize] | None = None
        self.setText(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_value(self, text: str, tail: str = "") -> None:
        """Other words on the same button; nothing happens where they are the same."""
        if text != self.text() or tail != self.tail:
            self.tail = tail
            self.setText(text)
            self.setAccessibleName(f"{text} {tail}".strip())

    def set_key(self, key: str) -> None:
        """Another key for the same action."""
        if key != self.key:
            self.key = key
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        state = (self.text(), self.tail, self.key, self.icon_name, self.widest)
        if self._size is None or self._size[0] != state:
            self._size = (state, self._measured())
        return self._size[1]

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _measured(self) -> QSize:
        width = 2 * PADDING[self.look] + self.kept_free
        parts = [ICON] if self.icon_name else []
        parts += [self._metrics.horizontalAdvance(self.text())] if self.text() else []
        parts += [self._small_metrics.horizontalAdvance(self.tail)] if self.tail else []
        parts += [paint.key_width(self.key)] if self.key else []
        width += sum(parts) + GAP * max(0, len(parts) - 1)
        return QSize(min(width, self.widest), HEIGHTS[self.look])

    # Painting, from left to right

    def paintEvent(self, event: QPaintEvent) -> None:
        """From a picture where the button has been painted so before: most of them say the same on many tickets."""
        QPainter(self).drawPixmap(0, 0, self.picture())

    def prepare(self, text: str, width: int) -> None:
        """Measure and paint what the button will say next, in its own size but no wider than `width`.

        For a button that is not shown: one of the same look finds the picture and has nothing to paint.
        """
        self.show_value(text)
        size = self.sizeHint()
        self.resize(min(size.width(), width), size.height())
        self.picture()

    def picture(self) -> QPixmap:
        """What the button is painted from."""
        key, ratio = self._looks(), self.devicePixelRatio()
        picture = QPixmapCache.find(key)
        if picture is None or picture.isNull():
            picture = QPixmap(self.size() * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(QColor(tokens().surface))
            painter = QPainter(picture)
            self._paint(painter)
            painter.end()
            QPixmapCache.insert(key, picture)
        return picture

    def _looks(self) -> str:
        """All that a picture of the button depends on."""
        states = self.isEnabled(), self.isChecked(), self.isDown(), self.hasFocus(), self.underMouse(), self.key_first
        words = (
            self.text(),
            self.tail,
            self.key,
            self.icon_name,
            self.icon_colour,
            self.look,
            self.cut.name,
            tokens().name,
        )
        return f"{type(self).__name__}{words}{states}{self.width()}x{self.height()}x{self.devicePixelRatio()}"

    def _paint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter)
        if not self.isEnabled():
            painter.setOpacity(0.5)
        room = self.rect().adjusted(PADDING[self.look], 0, -PADDING[self.look] - self.kept_free, 0)
        if self.key and self.key_first:
            self._paint_key(painter, QRect(room.left() - 3, 0, paint.key_width(self.key), self.height()))
            room.setLeft(room.left() + paint.key_width(self.key) + GAP - 3)
        elif self.key:
            self._paint_key(
                painter,
                QRect(room.right() + 1 - paint.key_width(self.key), 0, paint.key_width(self.key), self.height()),
            )
            room.setRight(room.right() - paint.key_width(self.key) - GAP)
        if self.icon_name:
            colour = "on_accent" if self.look == "primary" else self.icon_colour
            painter.drawPixmap(QPoint(room.left(), (self.height() - ICON) // 2), pixmap(self.icon_name, colour, ICON))
            room.setLeft(room.left() + ICON + GAP)
        self._paint_text(painter, room)

    def _ground(self, painter: QPainter) -> None:
        colours = tokens()
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        lit = self.underMouse() and self.isEnabled()
        fill = {
            "primary": colours.accent_fill,
            "outlined": colours.hover if lit else colours.surface,
            "field": colours.hover if lit else colours.surface,
            "chip": colours.selected if self.isChecked() else colours.hover if lit else colours.sunken,
            "plain": colours.hover if lit else "",
        }[self.look]
        edge = {"outlined": colours.edge, "field": colours.edge}.get(self.look, "")
        if self.hasFocus():
            edge = colours.accent if self.look != "primary" else colours.text
        painter.setPen(QPen(QColor(edge), 1.5 if self.hasFocus() else 1) if edge else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
        radius = 4 if self.look == "chip" else 6
        painter.drawRoundedRect(rect, radius, radius)

    def _paint_text(self, painter: QPainter, room: QRect) -> None:
        colours = tokens()
        plain = colours.accent if self.isChecked() else colours.text
        painter.setPen(QColor(colours.on_accent if self.look == "primary" else plain))
        painter.setFont(self._font)
        tail = self._small_metrics.horizontalAdvance(self.tail) + GAP if self.tail else 0
        shown = self._metrics.elidedText(self.text(), self.cut, room.width() - tail + 1)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        if self.tail:
            painter.setFont(self._small)
            painter.setPen(QColor(colours.accent if self.isChecked() else colours.text3))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self.tail)

    def _paint_key(self, painter: QPainter, area: QRect) -> None:
        paint.key_box(painter, area, self.key, on_accent=self.look == "primary")
