"""The hands of the tests themselves: what they press comes back to them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton

from tests.qtapp.conftest import OpenDesk


def test_a_menu_that_a_key_opens_does_not_hold_the_hand(open_desk: OpenDesk, sample: Path) -> None:
    desk = open_desk([sample])
    button = next(one for one in desk.window.findChildren(QToolButton) if one.menu() and one.isVisible())
    opened: list[bool] = []
    button.menu().aboutToShow.connect(lambda: opened.append(True))
    button.setFocus(Qt.FocusReason.TabFocusReason)
    desk.press("Space")
    assert opened == [True]
    assert QApplication.activePopupWidget() is None
