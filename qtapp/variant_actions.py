"""The actions of variants, a mode of the page of labels: rows of the one table. Nothing here does anything."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from qtapp.action_row import GROUP, GROUP_DECIDE, Row

VARIANT_ROWS: tuple[Row, ...] = (
    Row("variants_next", QT_TRANSLATE_NOOP("Actions", "Next group"), "labels", ("J",), "next", GROUP, ("Down",), True),
    Row(
        "variants_previous",
        QT_TRANSLATE_NOOP("Actions", "Previous group"),
        "labels",
        ("K",),
        "previous",
        GROUP,
        ("Up",),
        True,
    ),
    Row(
        "variants_skip",
        QT_TRANSLATE_NOOP("Actions", "Skip this group"),
        "labels",
        ("Space",),
        "skip",
        GROUP,
        repeats=True,
    ),
    Row(
        "variants_merge",
        QT_TRANSLATE_NOOP("Actions", "Merge the labels of the group, and on"),
        "labels",
        ("A",),
        "check",
        GROUP_DECIDE,
    ),
    Row(
        "variants_all",
        QT_TRANSLATE_NOOP("Actions", "Merge all groups found this way…"),
        "labels",
        ("Shift+A",),
        "check",
        GROUP_DECIDE,
    ),
    Row(
        "variants_write",
        QT_TRANSLATE_NOOP("Actions", "Write the label to merge into"),
        "labels",
        ("E",),
        "edit",
        GROUP_DECIDE,
    ),
    Row(
        "variants_take",
        QT_TRANSLATE_NOOP("Actions", "Merge into this label"),
        "labels",
        ("S",),
        "rewrite",
        GROUP_DECIDE,
    ),
    Row(
        "variants_out",
        QT_TRANSLATE_NOOP("Actions", "Leave this label out, or take it in"),
        "labels",
        ("D",),
        "minus",
        GROUP_DECIDE,
    ),
    Row(
        "variants_apart",
        QT_TRANSLATE_NOOP("Actions", "Not the same, and on"),
        "labels",
        ("B",),
        "near",
        GROUP_DECIDE,
    ),
    Row(
        "variants_tickets",
        QT_TRANSLATE_NOOP("Actions", "Show the tickets of the label"),
        "labels",
        ("T",),
        "inbox",
        GROUP,
        ("Enter",),
    ),
)
"""What can be done with a group of labels that are probably one."""
