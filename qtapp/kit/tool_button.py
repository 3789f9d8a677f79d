"""A button that is a sign alone, with words for who points at it and for assistive technology."""

from __future__ import annotations

from PySide6.QtWidgets import QToolButton, QWidget

from qtapp.kit.icons import icon
from qtapp.kit.tips import plain_tip


def tool_button(parent: QWidget, name: str, words: str, sign: str) -> QToolButton:
    """`sign` is the name of an icon."""
    button = QToolButton(parent)
    button.setObjectName(name)
    button.setAccessibleName(words)
    button.setToolTip(plain_tip(words))
    button.setIcon(icon(sign))
    button.setAutoRaise(True)
    return button
