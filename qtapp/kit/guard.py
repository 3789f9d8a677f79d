"""Keeps single keys of the window from what has the keyboard and needs them itself.

Text fields take their letters before any shortcut, Qt sees to that. A button does not: without this guard Space would
skip a ticket where it was meant to press the button.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

PRESSING = (Qt.Key.Key_Space, Qt.Key.Key_Select)


class KeyGuard(QObject):
    """Follows the focus, so that it sees the events of one widget and not those of all."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        app.focusChanged.connect(self._follow)

    def _follow(self, old: QWidget | None, now: QWidget | None) -> None:
        if old is not None and _pressed(old):
            old.removeEventFilter(self)
        if now is not None and _pressed(now):
            now.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if plain and (event.key() in PRESSING or watched.inherits("QComboBox")):
                event.accept()
                return True
        return False


def _pressed(widget: QWidget) -> bool:
    """Whether plain keys press it. Combo boxes by name: a window has none at first, and their class is not loaded."""
    return isinstance(widget, QAbstractButton) or widget.inherits("QComboBox")
