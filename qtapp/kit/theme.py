"""The theme in force: its tokens, the palette and the little style sheet made of them, and the fonts.

Fusion and a palette do most; the sheet is for what a palette cannot say (scroll bars, fields, menus). Widgets read the
tokens when they are made and painted; switching the theme makes the window anew.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QToolTip

import resources
from qtapp.kit.tokens import LIGHT, THEMES, Tokens

FAMILIES = ("Noto Sans CJK SC", "Microsoft YaHei UI", "PingFang SC", "WenQuanYi Micro Hei")
"""Set by name, because Noto CJK shows Japanese forms of Chinese characters unless it is told."""

STYLED = "winnowStyled"
"""Property of an application that has its style: asking for the style loads all of what styles know."""

TITLE, BODY, SECONDARY, SMALL = 18, 13, 12, 11
"""Pixel sizes of type."""


class _Current:
    """The tokens in force; one place, because every paint asks for them."""

    tokens: Tokens = LIGHT


def tokens() -> Tokens:
    """The colours of the theme in force."""
    return _Current.tokens


@cache
def font(size: int = BODY, bold: bool = False) -> QFont:
    """The font of the screen in one of its sizes. Shared: copy it (`QFont(font())`) before you change it."""
    made = QFont()
    made.setFamilies([*FAMILIES, made.family()])
    made.setPixelSize(size)
    if bold:
        made.setWeight(QFont.Weight.DemiBold)
    return made


def forget() -> None:
    """Let go of the fonts: they must not outlive the application."""
    font.cache_clear()


def has_chinese_font() -> bool:
    """Whether Chinese text can be drawn; without any such font it is boxes."""
    if set(FAMILIES) & set(QFontDatabase.families()):
        return True
    return bool(QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese))


def system_theme() -> str:
    """'dark' where the desktop says so, else 'light'."""
    dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return "dark" if dark else "light"


def use(app: QApplication, name: str) -> None:
    """Put a theme ('light' or 'dark') in force."""
    _Current.tokens = THEMES[name]
    colours = tokens()
    with _all_widgets_kept():
        if not app.property(STYLED):
            app.setStyle("Fusion")
            app.setProperty(STYLED, True)
        app.setPalette(palette(colours))
        app.setFont(font())
        app.setStyleSheet(sheet(colours))
    QToolTip.setFont(font(SECONDARY))
    QToolTip.setPalette(_tip_palette(colours))


@contextmanager
def _all_widgets_kept() -> Iterator[None]:
    """No garbage is collected meanwhile.

    Qt lists all widgets and tells each of the new style. What hears it in Python may begin a collection, and a widget
    that goes with it (of a window that was closed, say) is told all the same: a crash.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def palette(colours: Tokens) -> QPalette:
    """The palette that Fusion paints with."""
    role, made = QPalette.ColorRole, QPalette()
    for place, colour in {
        role.Window: colours.surface,
        role.WindowText: colours.text,
        role.Base: colours.surface,
        role.AlternateBase: colours.canvas,
        role.Text: colours.text,
        role.Button: colours.surface,
        role.ButtonText: colours.text,
        role.BrightText: colours.bad,
        role.Light: colours.surface,
        role.Midlight: colours.line,
        role.Mid: colours.edge,
        role.Dark: colours.edge,
        role.Shadow: colours.edge,
        role.Highlight: colours.accent_fill,
        role.HighlightedText: colours.on_accent,
        role.Accent: colours.accent_fill,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.PlaceholderText: colours.text3,
        role.ToolTipBase: colours.toast,
        role.ToolTipText: colours.toast_text,
    }.items():
        made.setColor(place, QColor(colour))
    for place in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, place, QColor(colours.text3))
    return made


def _tip_palette(colours: Tokens) -> QPalette:
    made = palette(colours)
    made.setColor(QPalette.ColorRole.Window, QColor(colours.toast))
    made.setColor(QPalette.ColorRole.WindowText, QColor(colours.toast_text))
    return made


def sheet(colours: Tokens) -> str:
    """What the palette cannot say. Each rule costs time at every polish, so there are few."""
    return f"""
QScrollBar {{ background: transparent; border: none; margin: 0; }}
QScrollBar:vertical {{ width: 10px; }}
QScrollBar:horizontal {{ height: 10px; }}
QScrollBar::handle {{ background: {colours.edge}; border-radius: 3px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 28px; }}
QScrollBar::handle:horizontal {{ min-width: 28px; }}
QScrollBar::handle:hover {{ background: {colours.text3}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QLineEdit[frame="true"], QComboBox, QSpinBox {{
  background: {colours.surface}; color: {colours.text}; border: 1px solid {colours.edge}; border-radius: 6px;
  padding: 4px 8px; min-height: 20px; selection-background-color: {colours.accent_fill};
  selection-color: {colours.on_accent};
}}
QLineEdit[frame="true"]:focus, QComboBox:focus, QSpinBox:focus {{ border: 1px solid {colours.accent}; }}
QLineEdit[frame="true"]:disabled, QComboBox:disabled {{ background: {colours.canvas}; color: {colours.text3}; }}
QComboBox::drop-down {{ border: none; width: 24px; }}
QComboBox::down-arrow {{ image: url("{_mark("down")}"); width: 16px; height: 16px; }}
QRadioButton, QCheckBox {{ spacing: 8px; padding: 3px; border: 1px solid transparent; border-radius: 6px; }}
QRadioButton:focus, QCheckBox:focus {{ border: 1px solid {colours.accent}; }}
QRadioButton::indicator, QCheckBox::indicator {{
  width: 14px; height: 14px; border: 1px solid {colours.text3}; background: {colours.surface};
}}
QRadioButton::indicator {{ border-radius: 8px; }}
QRadioButton::indicator:checked {{ width: 6px; height: 6px; border: 5px solid {colours.accent_fill}; }}
QCheckBox::indicator {{ border-radius: 4px; }}
QCheckBox::indicator:checked {{
  border: 1px solid {colours.accent_fill}; background: {colours.accent_fill}; image: url("{_mark("check")}");
}}
QRadioButton::indicator:disabled, QCheckBox::indicator:disabled {{ border-color: {colours.edge}; }}
QMenu {{
  background: {colours.surface}; color: {colours.text}; border: 1px solid {colours.edge}; padding: 4px;
}}
QMenu::item {{ padding: 5px 16px 5px 12px; min-width: 180px; border-radius: 4px; }}
QMenu::item:selected {{ background: {colours.selected}; color: {colours.text}; }}
QMenu::item:disabled {{ color: {colours.text3}; }}
QMenu::separator {{ height: 1px; background: {colours.line}; margin: 4px 8px; }}
QMenu::icon {{ padding-left: 8px; }}
QToolButton {{ border: 1px solid transparent; border-radius: 6px; padding: 3px; color: {colours.text}; }}
QToolButton:hover {{ background: {colours.hover}; }}
QToolButton:focus {{ border: 1px solid {colours.accent}; }}
QToolButton::menu-indicator {{ image: none; }}
QToolTip {{ background: {colours.toast}; color: {colours.toast_text}; border: none; padding: 4px 6px; }}
"""


def _mark(name: str) -> str:
    """The path of a drawing that reads on both themes, because a style sheet cannot recolour one."""
    return resources.path("icons", f"mark-{name}.svg").as_posix()
