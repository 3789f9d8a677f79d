"""The actions of the page of sources and of its comparison: rows of the one table. Nothing here does anything."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from qtapp.action_row import CONFLICTED, DRIFT, SOURCES, Need, Row

TAKES: tuple[Need, ...] = ("drift", "write")

SOURCE_ROWS: tuple[Row, ...] = (
    Row(
        "sources_next", QT_TRANSLATE_NOOP("Actions", "Next source"), "sources", ("J",), "next", SOURCES, ("Down",), True
    ),
    Row(
        "sources_previous",
        QT_TRANSLATE_NOOP("Actions", "Previous source"),
        "sources",
        ("K",),
        "previous",
        SOURCES,
        ("Up",),
        True,
    ),
    Row(
        "sources_tickets",
        QT_TRANSLATE_NOOP("Actions", "Show the tickets of the source"),
        "sources",
        ("T",),
        "inbox",
        SOURCES,
        ("Enter",),
    ),
    Row(
        "sources_compare",
        QT_TRANSLATE_NOOP("Actions", "Compare the source with its file"),
        "sources",
        ("C",),
        "refresh",
        SOURCES,
    ),
    Row("drift_unchanged", QT_TRANSLATE_NOOP("Actions", "Compared: unchanged"), "sources", ("1",), "check", DRIFT),
    Row("drift_there", QT_TRANSLATE_NOOP("Actions", "Compared: changed there"), "sources", ("2",), "file", DRIFT),
    Row("drift_here", QT_TRANSLATE_NOOP("Actions", "Compared: changed here"), "sources", ("3",), "edit", DRIFT),
    Row("drift_both", QT_TRANSLATE_NOOP("Actions", "Compared: changed in both"), "sources", ("4",), "near", DRIFT),
    Row("drift_new", QT_TRANSLATE_NOOP("Actions", "Compared: new"), "sources", ("5",), "plus", DRIFT),
    Row("drift_gone", QT_TRANSLATE_NOOP("Actions", "Compared: gone"), "sources", ("6",), "minus", DRIFT),
    Row("drift_moved", QT_TRANSLATE_NOOP("Actions", "Compared: moved"), "sources", ("7",), "next", DRIFT),
    Row(
        "drift_next",
        QT_TRANSLATE_NOOP("Actions", "Next compared ticket"),
        "sources",
        ("J",),
        "next",
        DRIFT,
        ("Down",),
        True,
    ),
    Row(
        "drift_previous",
        QT_TRANSLATE_NOOP("Actions", "Previous compared ticket"),
        "sources",
        ("K",),
        "previous",
        DRIFT,
        ("Up",),
        True,
    ),
    Row(
        "drift_skip",
        QT_TRANSLATE_NOOP("Actions", "Skip this compared ticket"),
        "sources",
        ("Space",),
        "skip",
        DRIFT,
        repeats=True,
    ),
    Row(
        "drift_next_field",
        QT_TRANSLATE_NOOP("Actions", "Next compared field"),
        "sources",
        ("N",),
        "next",
        DRIFT,
        repeats=True,
    ),
    Row(
        "drift_previous_field",
        QT_TRANSLATE_NOOP("Actions", "Previous compared field"),
        "sources",
        ("P",),
        "previous",
        DRIFT,
        repeats=True,
    ),
    Row("drift_ours", QT_TRANSLATE_NOOP("Actions", "Keep what stands here"), "sources", ("A",), "check", CONFLICTED),
    Row("drift_theirs", QT_TRANSLATE_NOOP("Actions", "Take what the file says"), "sources", ("B",), "file", CONFLICTED),
    Row("drift_edit", QT_TRANSLATE_NOOP("Actions", "Write the field anew"), "sources", ("E",), "edit", CONFLICTED),
    Row(
        "drift_all_ours",
        QT_TRANSLATE_NOOP("Actions", "Keep what stands here, in all fields that are not decided"),
        "sources",
        ("Shift+A",),
        "check",
        CONFLICTED,
    ),
    Row(
        "drift_all_theirs",
        QT_TRANSLATE_NOOP("Actions", "Take what the file says, in all fields that are not decided"),
        "sources",
        ("Shift+B",),
        "file",
        CONFLICTED,
    ),
    Row("drift_take", QT_TRANSLATE_NOOP("Actions", "Take the changed file in"), "sources", ("T",), "check", TAKES),
    Row(
        "drift_leave",
        QT_TRANSLATE_NOOP("Actions", "Back to the sources, nothing is taken in"),
        "sources",
        ("Backspace",),
        "previous",
        DRIFT,
        ("Esc",),
    ),
)
"""What can be done with sources that others keep changing."""

DRIFT_LOOKS = ("unchanged", "there", "here", "both", "new", "gone", "moved")
"""What a comparison lists; its actions are ``drift_{name}``."""
