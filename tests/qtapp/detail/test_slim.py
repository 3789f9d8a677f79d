"""The handle of a slim bar stands where the style would have it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionSlider
from pytestqt.qtbot import QtBot

from qtapp.detail.slim import SlimBar
from qtapp.kit import theme


@pytest.mark.parametrize("height", [60, 84, 533])
@pytest.mark.parametrize("most", [1, 17, 999, 100_000])
@pytest.mark.parametrize("page", [10, 84, 500])
def test_the_handle_is_that_of_the_style(qapp: QApplication, qtbot: QtBot, height: int, most: int, page: int) -> None:
    theme.use(qapp, "light")
    bar = SlimBar()
    qtbot.addWidget(bar)
    bar.resize(12, height)
    bar.setRange(0, most)
    bar.setPageStep(page)
    option, part = QStyleOptionSlider(), QStyle.SubControl.SC_ScrollBarSlider
    for value in {0, 1, most // 3, most // 2, most}:
        bar.setValue(value)
        bar.initStyleOption(option)
        wanted = bar.style().subControlRect(QStyle.ComplexControl.CC_ScrollBar, option, part, bar)
        assert bar.handle() == (wanted.top(), wanted.height())
