"""The actions of the taxonomy, a mode of the page of labels: rows of the one table. Nothing here does anything.

The taxonomy is saved as a file and read from one wherever one is: these two are of no mode.
"""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from qtapp.action_row import LABEL, LABEL_DECIDE, REVIEW, REVIEW_DECIDE, TAXONOMY_DECIDE, Row

TAXONOMY_ROWS: tuple[Row, ...] = (
    Row("taxonomy_next", QT_TRANSLATE_NOOP("Actions", "Next label"), "labels", ("J",), "next", LABEL, ("Down",), True),
    Row(
        "taxonomy_previous",
        QT_TRANSLATE_NOOP("Actions", "Previous label"),
        "labels",
        ("K",),
        "previous",
        LABEL,
        ("Up",),
        True,
    ),
    Row(
        "taxonomy_fold",
        QT_TRANSLATE_NOOP("Actions", "Fold or unfold what is below the label"),
        "labels",
        ("O",),
        "chevron-down",
        LABEL,
        ("Left", "Right"),
    ),
    Row("taxonomy_rename", QT_TRANSLATE_NOOP("Actions", "Rename the label"), "labels", ("R",), "edit", LABEL_DECIDE),
    Row(
        "taxonomy_merge",
        QT_TRANSLATE_NOOP("Actions", "Merge the label into another"),
        "labels",
        ("M",),
        "near",
        LABEL_DECIDE,
    ),
    Row(
        "taxonomy_move",
        QT_TRANSLATE_NOOP("Actions", "Move the category under another"),
        "labels",
        ("P",),
        "folder",
        LABEL_DECIDE,
    ),
    Row(
        "taxonomy_split",
        QT_TRANSLATE_NOOP("Actions", "Split the label: give tickets of a search another"),
        "labels",
        ("S",),
        "filter",
        LABEL_DECIDE,
    ),
    Row(
        "taxonomy_describe", QT_TRANSLATE_NOOP("Actions", "Describe the label"), "labels", ("E",), "note", LABEL_DECIDE
    ),
    Row(
        "taxonomy_retire",
        QT_TRANSLATE_NOOP("Actions", "Retire the label, or let it be given again"),
        "labels",
        ("X",),
        "status-excluded",
        LABEL_DECIDE,
    ),
    Row(
        "taxonomy_admit",
        QT_TRANSLATE_NOOP("Actions", "Take the label into the taxonomy, or out of it"),
        "labels",
        ("I",),
        "plus",
        LABEL_DECIDE,
    ),
    Row(
        "taxonomy_tickets",
        QT_TRANSLATE_NOOP("Actions", "Show the tickets of the label"),
        "labels",
        ("T",),
        "inbox",
        LABEL,
        ("Enter",),
    ),
    Row(
        "taxonomy_admit_all",
        QT_TRANSLATE_NOOP("Actions", "Take all labels that tickets have into the taxonomy"),
        "labels",
        ("Shift+I",),
        "plus",
        TAXONOMY_DECIDE,
    ),
    Row(
        "taxonomy_hold",
        QT_TRANSLATE_NOOP("Actions", "Hold tickets to the taxonomy, or not"),
        "labels",
        ("H",),
        "check",
        TAXONOMY_DECIDE,
    ),
    Row("taxonomy_save", QT_TRANSLATE_NOOP("Actions", "Save the taxonomy as a file…"), "labels", (), "save", REVIEW),
    Row(
        "taxonomy_read",
        QT_TRANSLATE_NOOP("Actions", "Read a taxonomy from a file…"),
        "labels",
        (),
        "open",
        REVIEW_DECIDE,
    ),
)
"""What can be done with the taxonomy and with a label of it."""
