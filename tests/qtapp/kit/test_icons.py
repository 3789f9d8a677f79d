"""Our drawings: each is one, each name in the code is one, each is used, and they take the colour of the theme."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor, QIcon
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

import resources
from qtapp.kit import icons, theme
from qtapp.kit.tokens import THEMES, Tokens

ROOT = Path(resources.__file__).parent.parent


@pytest.fixture(autouse=True)
def light_again(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(theme._Current, "tokens", theme.tokens())


def put_on(monkeypatch: pytest.MonkeyPatch, name: str) -> Tokens:
    monkeypatch.setattr(theme._Current, "tokens", THEMES[name])
    return THEMES[name]


@pytest.mark.parametrize("name", icons.names())
def test_each_is_a_drawing_on_a_grid_of_sixteen(name: str) -> None:
    text = resources.path("icons", f"{name}.svg").read_text(encoding="ascii")
    drawing = QSvgRenderer(QByteArray(text.encode()))
    assert drawing.isValid()
    assert (drawing.viewBox().width(), drawing.viewBox().height()) == (16, 16)
    assert "currentColor" in text or name.startswith("mark-")


def test_each_drawing_is_used() -> None:
    code = "\n".join(file.read_text(encoding="utf-8") for file in (ROOT / "qtapp").rglob("*.py"))
    words = set(re.findall(r'"([a-z]+(?:-[a-z]+)*)"', code))
    assert [name for name in icons.names() if name not in words and not name.startswith("mark-")] == []


@pytest.mark.parametrize("name", ["light", "dark"])
def test_they_take_the_colour_of_a_token(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    colours = put_on(monkeypatch, name)
    image = icons.pixmap("status-reviewed", "bad", 16).toImage()
    wanted = QColor(colours.bad)
    drawn = [
        image.pixelColor(x, y)
        for x in range(16)
        for y in range(16)
        if (x - 8) ** 2 + (y - 8) ** 2 > 20 and image.pixelColor(x, y).alpha() > 250
    ]
    assert drawn
    assert all(abs(one.red() - wanted.red()) + abs(one.blue() - wanted.blue()) < 12 for one in drawn)


def test_an_icon_is_faint_where_it_is_disabled() -> None:
    made = icons.icon("minus", "text")
    faint = made.pixmap(16, QIcon.Mode.Disabled).toImage()
    assert faint != made.pixmap(16, QIcon.Mode.Normal).toImage()


def test_pictures_are_drawn_once(monkeypatch: pytest.MonkeyPatch) -> None:
    assert icons.pixmap("plus").cacheKey() == icons.pixmap("plus").cacheKey()
    first = icons.pixmap("plus").cacheKey()
    put_on(monkeypatch, "dark")
    assert icons.pixmap("plus").cacheKey() != first
