"""The actions of contradicting labels, a mode of the page of canned replies: rows of the one table. Nothing here does
anything. They have keys of the families too; the two are never on at the same time.
"""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from qtapp.action_row import CONFLICT, CONFLICT_DECIDE, EVIDENCE, Row

NUMBERED = 9
NUMBERED_TEXT = QT_TRANSLATE_NOOP("Actions", "Label for all: {number}")


def _numbered(number: int) -> Row:
    return Row(f"labels_set_{number}", NUMBERED_TEXT, "labels", (str(number),), "tag", CONFLICT_DECIDE)


LABEL_ROWS: tuple[Row, ...] = (
    Row(
        "labels_next",
        QT_TRANSLATE_NOOP("Actions", "Next contradiction"),
        "labels",
        ("J",),
        "next",
        CONFLICT,
        ("Down",),
        repeats=True,
    ),
    Row(
        "labels_previous",
        QT_TRANSLATE_NOOP("Actions", "Previous contradiction"),
        "labels",
        ("K",),
        "previous",
        CONFLICT,
        ("Up",),
        repeats=True,
    ),
    Row(
        "labels_skip",
        QT_TRANSLATE_NOOP("Actions", "Skip this contradiction"),
        "labels",
        ("Space",),
        "skip",
        CONFLICT,
        repeats=True,
    ),
    Row(
        "labels_alike",
        QT_TRANSLATE_NOOP("Actions", "The commonest label for all, and on"),
        "labels",
        ("A",),
        "check",
        CONFLICT_DECIDE,
    ),
    Row(
        "labels_right",
        QT_TRANSLATE_NOOP("Actions", "The label at the right for all, and on"),
        "labels",
        ("S",),
        "check",
        CONFLICT_DECIDE,
    ),
    *map(_numbered, range(1, NUMBERED + 1)),
    Row(
        "labels_keep",
        QT_TRANSLATE_NOOP("Actions", "Keep the labels as they are, and on"),
        "labels",
        ("B",),
        "near",
        CONFLICT_DECIDE,
    ),
    Row(
        "labels_more",
        QT_TRANSLATE_NOOP("Actions", "Next label at the right"),
        "labels",
        ("]", "】"),
        "chevron-right",
        CONFLICT,
        repeats=True,
    ),
    Row(
        "labels_fewer",
        QT_TRANSLATE_NOOP("Actions", "Previous label at the right"),
        "labels",
        ("[", "【"),
        "previous",
        CONFLICT,
        repeats=True,
    ),
    Row(
        "labels_ticket",
        QT_TRANSLATE_NOOP("Actions", "Show the ticket"),
        "labels",
        ("T",),
        "inbox",
        CONFLICT,
        ("Enter",),
    ),
    Row(
        "labels_back",
        QT_TRANSLATE_NOOP("Actions", "Back to the families"),
        "labels",
        ("L", "Shift+L"),
        "undo",
        EVIDENCE,
        ("Esc",),
    ),
)
"""What can be done with labels that contradict one another."""
