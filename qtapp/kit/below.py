"""Parts of a pane below each other, edge to edge."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget


def lay_below(holder: QWidget, *parts: QWidget | QLayout, filling: QWidget | QLayout) -> QVBoxLayout:
    """Lay the parts out in the holder; the one that fills takes what room the others leave."""
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        stretch = int(part is filling)
        if isinstance(part, QLayout):
            column.addLayout(part, stretch)
        else:
            column.addWidget(part, stretch)
    return column
