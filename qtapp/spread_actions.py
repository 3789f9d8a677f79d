"""The actions of the spread, a mode of the page of labels: rows of the one table. Nothing here does anything."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from qtapp.action_row import CELL, Row

SPREAD_ROWS: tuple[Row, ...] = (
    Row("spread_down", QT_TRANSLATE_NOOP("Actions", "Next row"), "labels", ("J",), "next", CELL, ("Down",), True),
    Row("spread_up", QT_TRANSLATE_NOOP("Actions", "Previous row"), "labels", ("K",), "previous", CELL, ("Up",), True),
    Row(
        "spread_next",
        QT_TRANSLATE_NOOP("Actions", "Next striking cell"),
        "labels",
        ("N",),
        "sparkle",
        CELL,
        repeats=True,
    ),
    Row(
        "spread_previous",
        QT_TRANSLATE_NOOP("Actions", "Previous striking cell"),
        "labels",
        ("P",),
        "sparkle",
        CELL,
        repeats=True,
    ),
    Row("spread_order", QT_TRANSLATE_NOOP("Actions", "Another order of the rows"), "labels", ("O",), "refresh", CELL),
    Row(
        "spread_tickets",
        QT_TRANSLATE_NOOP("Actions", "Show the tickets of the cell"),
        "labels",
        ("T",),
        "inbox",
        CELL,
        ("Enter",),
    ),
)
"""What can be done with the table of categories by sources, or by root causes."""
