"""The small widgets: what they emit, what they say to assistive technology, and that they paint."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QColor, QImage
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from qtapp.kit import theme
from qtapp.kit.elided import text_line
from qtapp.kit.tokens import THEMES
from qtapp.kit.widgets import ActionButton, Bar, Button, Chip, KeyHint


@pytest.fixture
def action(qtbot: QtBot) -> QAction:
    made = QAction("&Export")
    made.setObjectName("export")
    made.setProperty("icon_name", "export")
    made.setShortcut("Ctrl+E")
    return made


def picture(widget: QWidget) -> QImage:
    """What a widget looks like."""
    widget.resize(widget.sizeHint())
    return widget.grab().toImage()


def has_colour(image: QImage, name: str) -> bool:
    """Whether some pixel has exactly this colour."""
    wanted = QColor(name)
    return any(image.pixelColor(x, y) == wanted for x in range(image.width()) for y in range(image.height()))


def test_a_chip_is_taken_away_by_key_and_by_its_cross(qtbot: QtBot) -> None:
    chip = Chip("分类:CDN", removable=True)
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    chip.show()
    with qtbot.waitSignal(chip.removed):
        qtbot.keyClick(chip, Qt.Key.Key_Delete)
    with qtbot.assertNotEmitted(chip.clicked), qtbot.waitSignal(chip.removed):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 10, 12))
    with qtbot.assertNotEmitted(chip.removed), qtbot.waitSignal(chip.clicked):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(10, 12))
    assert chip.accessibleName() == "分类:CDN"


def test_a_chip_that_stays_does_not_go(qtbot: QtBot) -> None:
    chip = Chip("plain", tone="plain")
    qtbot.addWidget(chip)
    with qtbot.assertNotEmitted(chip.removed):
        qtbot.keyClick(chip, Qt.Key.Key_Delete)
    assert chip.sizeHint().width() < Chip("plain", removable=True).sizeHint().width()


def test_a_button_follows_its_action(qtbot: QtBot, action: QAction) -> None:
    button = ActionButton(action, primary=True)
    qtbot.addWidget(button)
    assert (button.shown_text(), button.key, button.accessibleName()) == ("Export", "Ctrl E", "Export")
    action.setShortcut("Ctrl+Shift+E")
    action.setEnabled(False)
    assert (button.key, button.isEnabled()) == ("Ctrl Shift E", False)
    action.setEnabled(True)
    with qtbot.waitSignal(action.triggered):
        button.click()


def test_a_narrow_button_keeps_its_words_as_a_tip(qtbot: QtBot, action: QAction) -> None:
    button = ActionButton(action)
    qtbot.addWidget(button)
    wide = button.sizeHint().width()
    button.set_narrow(True)
    assert button.sizeHint().width() < wide
    assert (button.shown_text(), button.toolTip(), button.accessibleName()) == ("", "Export", "Export")
    button.set_narrow(False)
    assert (button.sizeHint().width(), button.toolTip()) == (wide, "")


@pytest.mark.parametrize("name", ["light", "dark"])
def test_buttons_have_the_colours_of_the_theme(qtbot: QtBot, qapp: QApplication, name: str) -> None:
    before = theme.tokens().name
    theme.use(qapp, name)
    try:
        primary, plain = Button("Go", look="primary", key="A"), Button("Go", icon="skip")
        for button in (primary, plain):
            qtbot.addWidget(button)
        assert has_colour(picture(primary), THEMES[name].accent_fill)
        assert has_colour(picture(plain), THEMES[name].edge)
        assert has_colour(picture(plain), THEMES[name].surface)
    finally:
        theme.use(qapp, before)


def test_a_bar_fills(qtbot: QtBot) -> None:
    bar = Bar(token="ok")
    qtbot.addWidget(bar)
    for given, shown in ((0.25, 0.25), (7.0, 1.0), (-1.0, 0.0)):
        bar.set_share(given)
        assert bar.share() == shown
    bar.set_share(0.5)
    image = picture(bar)
    assert image.pixelColor(image.width() // 4, 3) == QColor(theme.tokens().ok)
    assert image.pixelColor(3 * image.width() // 4, 3) == QColor(theme.tokens().line)
    assert bar.accessibleDescription() == "50%"


def test_a_key_hint_is_as_wide_as_its_key(qtbot: QtBot) -> None:
    hint = KeyHint("Ctrl K")
    qtbot.addWidget(hint)
    wide = hint.sizeHint().width()
    hint.setText("K")
    assert 16 <= hint.sizeHint().width() < wide
    hint.setText("")
    assert hint.sizeHint().width() == 0


def test_a_squeezed_button_gives_up_its_key_before_a_word(qtbot: QtBot) -> None:
    keyed, plain = Button("Side by side", icon="panes", key="Ctrl Shift K"), Button("Side by side", icon="panes")
    for button in (keyed, plain):
        qtbot.addWidget(button)
    squeezed = plain.sizeHint()
    assert keyed.sizeHint().width() > squeezed.width()
    for button in (keyed, plain):
        button.resize(squeezed)
    assert keyed.grab().toImage() == plain.grab().toImage()


def test_words_give_way_before_a_number_is_cut(qtbot: QtBot) -> None:
    line = text_line(None, "line")
    qtbot.addWidget(line)
    line.show()
    line.say("20 families · 1,234 replies", "20 families", "20")
    shown = []
    for width in (400, line.fontMetrics().horizontalAdvance("20 families · 1"), 30):
        line.resize(width, 20)
        shown.append((line._shown(), bool(line.toolTip())))
    assert shown == [("20 families · 1,234 replies", False), ("20 families", True), ("20", True)]


def test_a_field_that_is_off_looks_so(qtbot: QtBot) -> None:
    field = QLineEdit("train=0.8")
    qtbot.addWidget(field)
    on = picture(field)
    field.setEnabled(False)
    off = picture(field)
    ground = QPoint(on.width() - 8, on.height() // 2)
    assert on.pixelColor(ground) == QColor(theme.tokens().surface)
    assert off.pixelColor(ground) == QColor(theme.tokens().canvas)
