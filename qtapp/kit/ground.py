"""Grounds and lines of the parts of a page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from qtapp.kit.theme import tokens


def ground(widget: QWidget, token: str) -> QWidget:
    """The widget on a ground of the theme."""
    colours = widget.palette()
    for role in (QPalette.ColorRole.Window, QPalette.ColorRole.Base):
        colours.setColor(role, QColor(getattr(tokens(), token)))
    widget.setPalette(colours)
    widget.setAutoFillBackground(True)
    return widget


def line(parent: QWidget, *, upright: bool = False) -> QFrame:
    """A line of one pixel."""
    frame = QFrame(parent)
    (frame.setFixedWidth if upright else frame.setFixedHeight)(1)
    ground(frame, "line")
    return frame


def hold_rows(area: QScrollArea, inner: QWidget) -> None:
    """Let an area scroll what it holds up and down alone, and stay out of the way of the keyboard."""
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inner)
