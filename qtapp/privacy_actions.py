"""The actions of the page of personal data: rows of the one table. Nothing here does anything."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from qtapp.action_row import PLACE, PLACE_DECIDE, PRIVACY, Row

PRIVACY_ROWS: tuple[Row, ...] = (
    Row("privacy_kinds", QT_TRANSLATE_NOOP("Actions", "Personal data by kind"), "privacy", ("1",), "tag", PRIVACY),
    Row("privacy_values", QT_TRANSLATE_NOOP("Actions", "Personal data by value"), "privacy", ("2",), "mask", PRIVACY),
    Row(
        "privacy_tickets", QT_TRANSLATE_NOOP("Actions", "Personal data by ticket"), "privacy", ("3",), "inbox", PRIVACY
    ),
    Row(
        "privacy_none",
        QT_TRANSLATE_NOOP("Actions", "What was said to be no personal data"),
        "privacy",
        ("4",),
        "near",
        PRIVACY,
    ),
    Row(
        "privacy_next",
        QT_TRANSLATE_NOOP("Actions", "Next in the list"),
        "privacy",
        ("J",),
        "next",
        PLACE,
        ("Down",),
        True,
    ),
    Row(
        "privacy_previous",
        QT_TRANSLATE_NOOP("Actions", "Previous in the list"),
        "privacy",
        ("K",),
        "previous",
        PLACE,
        ("Up",),
        True,
    ),
    Row(
        "privacy_skip",
        QT_TRANSLATE_NOOP("Actions", "Skip this personal data"),
        "privacy",
        ("Space",),
        "skip",
        PLACE,
        repeats=True,
    ),
    Row(
        "privacy_next_place", QT_TRANSLATE_NOOP("Actions", "Next place"), "privacy", ("N",), "next", PLACE, repeats=True
    ),
    Row(
        "privacy_previous_place",
        QT_TRANSLATE_NOOP("Actions", "Previous place"),
        "privacy",
        ("P",),
        "previous",
        PLACE,
        repeats=True,
    ),
    Row(
        "privacy_mask",
        QT_TRANSLATE_NOOP("Actions", "Mask all places of the value, kind or ticket"),
        "privacy",
        ("A",),
        "mask",
        PLACE_DECIDE,
    ),
    Row("privacy_place", QT_TRANSLATE_NOOP("Actions", "Mask this place"), "privacy", ("O",), "mask", PLACE_DECIDE),
    Row(
        "privacy_kind",
        QT_TRANSLATE_NOOP("Actions", "Mask all of the kind…"),
        "privacy",
        ("Shift+A",),
        "mask",
        PLACE_DECIDE,
    ),
    Row(
        "privacy_not",
        QT_TRANSLATE_NOOP("Actions", "The value is no personal data, or is after all"),
        "privacy",
        ("B",),
        "near",
        PLACE_DECIDE,
    ),
    Row(
        "privacy_names",
        QT_TRANSLATE_NOOP("Actions", "Masks with or without numbers: pseudonyms"),
        "privacy",
        ("Y",),
        "tag",
        PRIVACY,
    ),
    Row(
        "privacy_ticket",
        QT_TRANSLATE_NOOP("Actions", "Show the ticket of the place"),
        "privacy",
        ("T",),
        "inbox",
        PLACE,
        ("Enter",),
    ),
    Row(
        "privacy_search",
        QT_TRANSLATE_NOOP("Actions", "Search for personal data again"),
        "privacy",
        ("R",),
        "refresh",
        PRIVACY,
    ),
)
"""What can be done with personal data."""

PRIVACY_MODES = {
    "privacy_kinds": "kinds",
    "privacy_values": "values",
    "privacy_tickets": "tickets",
    "privacy_none": "none",
}
"""Actions that lead to a way to look at it."""
