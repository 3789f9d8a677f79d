"""Buttons that show an icon, words, and the key that does the same; `ActionButton` takes all three from an action."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAction, QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from qtapp.kit import paint
from qtapp.kit.icons import pixmap
from qtapp.kit.keys import key_text
from qtapp.kit.theme import BODY, font, tokens
from qtapp.kit.tips import plain_tip

Look = Literal["primary", "secondary", "ghost"]
HEIGHT, PADDING, GAP, ICON = 32, 12, 8, 16


class Button(QPushButton):
    """`look`: 'primary' for the one that is meant most, 'secondary' with an outline, 'ghost' without."""

    def __init__(
        self, text: str, parent: QWidget | None = None, *, look: Look = "secondary", icon: str = "", key: str = ""
    ) -> None:
        super().__init__(text, parent)
        self.look: Look = look
        self.icon_name, self.icon_token = icon, "text"
        self.key = key
        self._narrow = False
        self.setAccessibleName(plain(text))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it as Space does, on every desktop."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def set_narrow(self, narrow: bool) -> None:
        """Leave the words away, where there is an icon to say them; they become the tool tip."""
        self._narrow = narrow and bool(self.icon_name)
        self.setToolTip(plain_tip(plain(self.text())) if self._narrow else "")
        self.updateGeometry()
        self.update()

    def set_key(self, key: str) -> None:
        """Show another key."""
        if key != self.key:
            self.key = key
            self.updateGeometry()
            self.update()

    def shown_text(self) -> str:
        """The words on the button."""
        return "" if self._narrow else plain(self.text())

    def sizeHint(self) -> QSize:
        text = self.shown_text()
        parts = [ICON] if self.icon_name else []
        parts += [paint.metrics(BODY).horizontalAdvance(text) + 1] if text else []
        parts += [paint.key_width(self.key)] if self.key else []
        padding = 8 if self._narrow else PADDING
        return QSize(sum(parts) + GAP * max(0, len(parts) - 1) + 2 * padding, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._ground(painter)
        if not self.isEnabled():
            painter.setOpacity(0.45)
        padding = 8 if self._narrow else PADDING
        room = self.rect().adjusted(padding, 0, -padding, 0)
        wide = self.width() - self.sizeHint().width()
        if self.shown_text() and wide > 0:
            room.adjust(wide // 2, 0, -(wide - wide // 2), 0)
        colour = "on_accent" if self.look == "primary" else "text"
        if self.icon_name:
            token = colour if self.look == "primary" else self.icon_token
            corner = QPoint(room.left(), (self.height() - ICON) // 2)
            painter.drawPixmap(corner, pixmap(self.icon_name, token, ICON))
            room.setLeft(room.left() + ICON + GAP)
        if self.key and wide >= 0:  # the words come first; the key does it still
            width = paint.key_width(self.key)
            area = QRect(room.right() + 1 - width, 0, width, self.height())
            paint.key_box(painter, area, self.key, on_accent=self.look == "primary")
            room.setRight(area.left() - GAP)
        shown = paint.elide(self.shown_text(), BODY, room.width() + 2)
        paint.write(painter, room, shown, font(BODY), getattr(tokens(), colour))

    def _ground(self, painter: QPainter) -> None:
        colours, area = tokens(), self.rect()
        lit = self.isEnabled() and (self.underMouse() or self.isDown())
        if self.look == "primary":
            fill = QColor(colours.accent_fill)
            paint.round_rect(painter, area, fill.darker(110).name() if lit else fill.name(), 6)
            if self.hasFocus():
                paint.outline(painter, area, colours.text, 6, width=1.5)
            return
        edge = colours.accent if self.hasFocus() else colours.edge if self.look == "secondary" else ""
        ground = colours.hover if lit else colours.surface if self.look == "secondary" else ""
        if edge:
            paint.outline(painter, area, edge, 6, ground)
        elif ground:
            paint.round_rect(painter, area, ground, 6)


class ActionButton(Button):
    """A button that is its action: same words, icon and key, on and off with it."""

    def __init__(self, action: QAction, primary: bool = False, parent: QWidget | None = None) -> None:
        name = str(action.property("icon_name") or "")
        super().__init__(action.text(), parent, look="primary" if primary else "secondary", icon=name)
        self._action = action
        self.setObjectName(f"{action.objectName()}Button")
        action.changed.connect(self._follow)
        self.clicked.connect(action.trigger)
        self._follow()

    def _follow(self) -> None:
        self.setText(self._action.text())
        self.setAccessibleName(plain(self._action.text()))
        self.setEnabled(self._action.isEnabled())
        self.set_key(key_text(self._action.shortcut()))
        self.setAccessibleDescription(self.key)


def plain(text: str) -> str:
    """The words of a button or menu without the mark of their key."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")
