"""The actions of contradicting labels, a mode of the page of canned replies: rows of the one table. Nothing here does
anything. They have keys of the families too; the two are never on at the same time.
"""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from qtapp.action_row import CONFLICT, CONFLICT_DECIDE, EVIDENCE, Row

NUMBERED = 9
NUMBERED_TEXT = QT_TRANSLATE_NOOP("Actions", "Label for all: {number}")


def _numbered(number: int) -> Row:
    return Row(f"conflict_set_{number}", NUMBERED_TEXT, "conflicts", (str(number),), "tag", CONFLICT_DECIDE)


CONFLICT_ROWS: tuple[Row, ...] = (
    Row(
        "conflict_next",
        QT_TRANSLATE_NOOP("Actions", "Next contradiction"),
        "conflicts",
        ("J",),
        "next",
        CONFLICT,
        ("Down",),
        repeats=True,
    ),
    Row(
        "conflict_previous",
        QT_TRANSLATE_NOOP("Actions", "Previous contradiction"),
        "conflicts",
        ("K",),
        "previous",
        CONFLICT,
        ("Up",),
        repeats=True,
    ),
    Row(
        "conflict_skip",
        QT_TRANSLATE_NOOP("Actions", "Skip this contradiction"),
        "conflicts",
        ("Space",),
        "skip",
        CONFLICT,
        repeats=True,
    ),
    Row(
        "conflict_alike",
        QT_TRANSLATE_NOOP("Actions", "The commonest label for all, and on"),
        "conflicts",
        ("A",),
        "check",
        CONFLICT_DECIDE,
    ),
    Row(
        "conflict_right",
        QT_TRANSLATE_NOOP("Actions", "The label at the right for all, and on"),
        "conflicts",
        ("S",),
        "check",
        CONFLICT_DECIDE,
    ),
    *map(_numbered, range(1, NUMBERED + 1)),
    Row(
        "conflict_keep",
        QT_TRANSLATE_NOOP("Actions", "Keep the labels as they are, and on"),
        "conflicts",
        ("B",),
        "near",
        CONFLICT_DECIDE,
    ),
    Row(
        "conflict_more",
        QT_TRANSLATE_NOOP("Actions", "Next label at the right"),
        "conflicts",
        ("]", "】"),
        "chevron-right",
        CONFLICT,
        repeats=True,
    ),
    Row(
        "conflict_fewer",
        QT_TRANSLATE_NOOP("Actions", "Previous label at the right"),
        "conflicts",
        ("[", "【"),
        "previous",
        CONFLICT,
        repeats=True,
    ),
    Row(
        "conflict_ticket",
        QT_TRANSLATE_NOOP("Actions", "Show the ticket"),
        "conflicts",
        ("T",),
        "inbox",
        CONFLICT,
        ("Enter",),
    ),
    Row(
        "conflict_back",
        QT_TRANSLATE_NOOP("Actions", "Back to the families"),
        "conflicts",
        ("L", "Shift+L"),
        "undo",
        EVIDENCE,
        ("Esc",),
    ),
)
"""What can be done with labels that contradict one another."""
