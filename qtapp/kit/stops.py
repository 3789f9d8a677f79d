"""The keyboard going round the widgets of a page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def give_keyboard(widget: QWidget) -> None:
    """As neither Tab nor a click does: no text of a field is selected."""
    widget.setFocus(Qt.FocusReason.OtherFocusReason)


def go_round(stops: Sequence[QWidget]) -> None:
    """Give the keyboard to the one behind the one that has it; to the first where none has."""
    here = next((place for place, one in enumerate(stops) if one.hasFocus()), -1)
    give_keyboard(stops[(here + 1) % len(stops)])
