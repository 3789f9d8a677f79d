"""The actions of doubtful labels, a mode of the page of labels: rows of the one table. Nothing here does anything."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from qtapp.action_row import DOUBT, DOUBT_DECIDE, Need, Row

OTHERS = 9
"""Other labels that have a digit of their own."""
OTHER_TEXT = QT_TRANSLATE_NOOP("Actions", "Another label: {number}")

SHOWN: tuple[Need, ...] = ("doubtful",)


def _other(number: int) -> Row:
    return Row(f"doubt_set_{number}", OTHER_TEXT, "labels", (str(number),), "tag", DOUBT_DECIDE)


DOUBT_ROWS: tuple[Row, ...] = (
    Row("doubt_next", QT_TRANSLATE_NOOP("Actions", "Next doubtful"), "labels", ("J",), "next", DOUBT, ("Down",), True),
    Row(
        "doubt_previous",
        QT_TRANSLATE_NOOP("Actions", "Previous doubtful"),
        "labels",
        ("K",),
        "previous",
        DOUBT,
        ("Up",),
        True,
    ),
    Row(
        "doubt_skip",
        QT_TRANSLATE_NOOP("Actions", "Skip this doubtful one"),
        "labels",
        ("Space",),
        "skip",
        DOUBT,
        repeats=True,
    ),
    Row(
        "doubt_accept",
        QT_TRANSLATE_NOOP("Actions", "Accept the likely label, and on"),
        "labels",
        ("A",),
        "check",
        DOUBT_DECIDE,
    ),
    Row(
        "doubt_keep",
        QT_TRANSLATE_NOOP("Actions", "Keep the label as it is, and on"),
        "labels",
        ("B",),
        "near",
        DOUBT_DECIDE,
    ),
    *map(_other, range(1, OTHERS + 1)),
    Row(
        "doubt_ticket",
        QT_TRANSLATE_NOOP("Actions", "Show the doubtful ticket"),
        "labels",
        ("T",),
        "inbox",
        DOUBT,
        ("Enter",),
    ),
    Row(
        "doubt_more",
        QT_TRANSLATE_NOOP("Actions", "Show more of what is doubtful"),
        "labels",
        ("]", "】"),
        "plus",
        SHOWN,
        repeats=True,
    ),
    Row(
        "doubt_fewer",
        QT_TRANSLATE_NOOP("Actions", "Show less of what is doubtful"),
        "labels",
        ("[", "【"),
        "minus",
        SHOWN,
        repeats=True,
    ),
    Row(
        "labels_accept_all",
        QT_TRANSLATE_NOOP("Actions", "Give tickets without a label the likely one, above 0.95…"),
        "labels",
        ("Shift+A",),
        "sparkle",
        ("doubtful", "write"),
    ),
)
"""What can be done with labels that are probably wrong, and with tickets that have none."""
