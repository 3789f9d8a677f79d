"""Every action of the window as data: its name, words, keys, icon and what it needs. Nothing here does anything.

`keys` are bound; `also` are keys that the list itself answers to and that are only shown. Twins of full width stand
beside keys that a Chinese input method would write so.
"""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from qtapp.action_row import DECIDE, REVIEW, TICKET, Row
from qtapp.canned_actions import CANNED_ROWS
from qtapp.conflict_actions import CONFLICT_ROWS, NUMBERED_TEXT
from qtapp.doubt_actions import OTHER_TEXT
from qtapp.label_actions import LABEL_ROWS
from qtapp.privacy_actions import PRIVACY_ROWS
from qtapp.source_actions import SOURCE_ROWS

GROUPS = {
    "go": QT_TRANSLATE_NOOP("Actions", "Go"),
    "decide": QT_TRANSLATE_NOOP("Actions", "Decide"),
    "select": QT_TRANSLATE_NOOP("Actions", "Select"),
    "find": QT_TRANSLATE_NOOP("Actions", "Find"),
    "canned": QT_TRANSLATE_NOOP("Actions", "Canned replies"),
    "conflicts": QT_TRANSLATE_NOOP("Actions", "Contradicting labels"),
    "labels": QT_TRANSLATE_NOOP("Actions", "Labels"),
    "privacy": QT_TRANSLATE_NOOP("Actions", "Personal data"),
    "sources": QT_TRANSLATE_NOOP("Actions", "Sources"),
    "review": QT_TRANSLATE_NOOP("Actions", "Review"),
    "window": QT_TRANSLATE_NOOP("Actions", "Window"),
}
"""Groups of the key sheet and of the menu, in their order."""

QUICK = 9
QUICK_TEXT = QT_TRANSLATE_NOOP("Actions", "Likely category {number}")

NUMBERED_TEXTS = (QUICK_TEXT, NUMBERED_TEXT, OTHER_TEXT)
"""Texts of actions of which there is one for each digit."""


def _quick(number: int) -> Row:
    return Row(f"quick_category_{number}", QUICK_TEXT, "decide", (str(number),), "tag", DECIDE)


TABLE: tuple[Row, ...] = (
    Row("next", QT_TRANSLATE_NOOP("Actions", "Next ticket"), "go", ("J",), "next", TICKET, ("Down",), repeats=True),
    Row(
        "previous",
        QT_TRANSLATE_NOOP("Actions", "Previous ticket"),
        "go",
        ("K",),
        "previous",
        TICKET,
        ("Up",),
        repeats=True,
    ),
    Row("skip", QT_TRANSLATE_NOOP("Actions", "Skip this ticket"), "go", ("Space",), "skip", TICKET, repeats=True),
    Row(
        "next_unreviewed",
        QT_TRANSLATE_NOOP("Actions", "Next unreviewed ticket"),
        "go",
        ("U",),
        "status-unreviewed",
        TICKET,
    ),
    Row("next_reply", QT_TRANSLATE_NOOP("Actions", "Next reply"), "go", ("N",), "replies", TICKET, repeats=True),
    Row(
        "previous_reply", QT_TRANSLATE_NOOP("Actions", "Previous reply"), "go", ("P",), "replies", TICKET, repeats=True
    ),
    Row(
        "reviewed",
        QT_TRANSLATE_NOOP("Actions", "Reviewed, and on to the next"),
        "decide",
        ("A",),
        "status-reviewed",
        DECIDE,
    ),
    Row("flag", QT_TRANSLATE_NOOP("Actions", "Flag"), "decide", ("F",), "status-flagged", DECIDE),
    Row(
        "exclude",
        QT_TRANSLATE_NOOP("Actions", "Exclude from export, and on to the next"),
        "decide",
        ("X",),
        "status-excluded",
        DECIDE,
    ),
    Row("category", QT_TRANSLATE_NOOP("Actions", "Edit the category"), "decide", ("C",), "edit", DECIDE),
    *(_quick(number) for number in range(1, QUICK + 1)),
    Row("add_cause", QT_TRANSLATE_NOOP("Actions", "Add a root cause"), "decide", ("T",), "tag", DECIDE),
    Row("edit_text", QT_TRANSLATE_NOOP("Actions", "Edit title and texts"), "decide", ("E",), "edit", DECIDE),
    Row("note", QT_TRANSLATE_NOOP("Actions", "Write a note"), "decide", ("M",), "note", DECIDE),
    Row("canned_here", QT_TRANSLATE_NOOP("Actions", "Canned replies of the ticket"), "decide", ("R",), "copy", TICKET),
    Row("undo", QT_TRANSLATE_NOOP("Actions", "Undo"), "decide", ("Z", "Ctrl+Z"), "undo", ("undo", "write")),
    Row("redo", QT_TRANSLATE_NOOP("Actions", "Redo"), "decide", ("Ctrl+Shift+Z",), "redo", ("redo", "write")),
    Row("history", QT_TRANSLATE_NOOP("Actions", "History of the ticket"), "decide", ("H",), "history", TICKET),
    Row("select", QT_TRANSLATE_NOOP("Actions", "Select"), "select", ("V",), "select", TICKET),
    Row(
        "extend_down",
        QT_TRANSLATE_NOOP("Actions", "Extend the selection down"),
        "select",
        ("Shift+J", "Shift+Down"),
        "next",
        TICKET,
        repeats=True,
    ),
    Row(
        "extend_up",
        QT_TRANSLATE_NOOP("Actions", "Extend the selection up"),
        "select",
        ("Shift+K", "Shift+Up"),
        "previous",
        TICKET,
        repeats=True,
    ),
    Row(
        "select_all", QT_TRANSLATE_NOOP("Actions", "Select all that is shown"), "select", ("Ctrl+A",), "select", TICKET
    ),
    Row("select_none", QT_TRANSLATE_NOOP("Actions", "Select nothing"), "select", ("Shift+V",), "close", TICKET),
    Row("search", QT_TRANSLATE_NOOP("Actions", "Search"), "find", ("/", "／", "Ctrl+F"), "search", REVIEW),
    Row("show_all", QT_TRANSLATE_NOOP("Actions", "Show all tickets"), "find", ("G, A",), "inbox", REVIEW),
    Row(
        "show_unreviewed",
        QT_TRANSLATE_NOOP("Actions", "Show unreviewed tickets"),
        "find",
        ("G, U",),
        "status-unreviewed",
        REVIEW,
    ),
    Row(
        "show_flagged",
        QT_TRANSLATE_NOOP("Actions", "Show flagged tickets"),
        "find",
        ("G, F",),
        "status-flagged",
        REVIEW,
    ),
    Row(
        "save_view",
        QT_TRANSLATE_NOOP("Actions", "Save this view…"),
        "find",
        ("Ctrl+Shift+S",),
        "bookmark",
        ("review", "write"),
    ),
    Row("filters", QT_TRANSLATE_NOOP("Actions", "Show or hide the filters"), "find", ("G, G",), "filter", REVIEW),
    *CANNED_ROWS,
    *CONFLICT_ROWS,
    *LABEL_ROWS,
    *PRIVACY_ROWS,
    *SOURCE_ROWS,
    Row("open", QT_TRANSLATE_NOOP("Actions", "Open files…"), "review", ("Ctrl+O",), "open"),
    Row("open_folder", QT_TRANSLATE_NOOP("Actions", "Open a folder…"), "review", ("Ctrl+Shift+O",), "folder"),
    Row(
        "open_tables",
        QT_TRANSLATE_NOOP("Actions", "Open tables, and say what their columns are…"),
        "review",
        ("Ctrl+Alt+O",),
        "open",
    ),
    Row("open_sample", QT_TRANSLATE_NOOP("Actions", "Open the sample"), "review", (), "sample"),
    Row("export", QT_TRANSLATE_NOOP("Actions", "Export"), "review", ("Ctrl+E",), "export", REVIEW),
    Row("save_recipe", QT_TRANSLATE_NOOP("Actions", "Save a recipe…"), "review", ("Ctrl+R",), "save", REVIEW),
    Row("apply_recipe", QT_TRANSLATE_NOOP("Actions", "Apply a recipe…"), "review", ("Ctrl+Shift+R",), "commands"),
    Row("saved", QT_TRANSLATE_NOOP("Actions", "Save (it is saved already)"), "review", ("Ctrl+S",), "save", REVIEW),
    Row("backup", QT_TRANSLATE_NOOP("Actions", "Make a backup"), "review", (), "copy", REVIEW),
    Row("restore", QT_TRANSLATE_NOOP("Actions", "Restore a backup…"), "review", (), "history", ("review", "write")),
    Row(
        "check_review",
        QT_TRANSLATE_NOOP("Actions", "Check and repair…"),
        "review",
        ("Ctrl+Shift+M",),
        "status-reviewed",
        REVIEW,
    ),
    Row(
        "check_labels",
        QT_TRANSLATE_NOOP("Actions", "Check the labels"),
        "review",
        ("Ctrl+Shift+K",),
        "sparkle",
        ("review", "write"),
    ),
    Row("close_review", QT_TRANSLATE_NOOP("Actions", "Close the review"), "review", ("Ctrl+W",), "close", REVIEW),
    Row("commands", QT_TRANSLATE_NOOP("Actions", "Commands"), "window", ("Ctrl+K",), "commands"),
    Row("keys", QT_TRANSLATE_NOOP("Actions", "Keys"), "window", ("?", "？", "F1"), "keyboard"),
    Row("tickets_page", QT_TRANSLATE_NOOP("Actions", "Go to the tickets"), "window", ("G, T",), "inbox", REVIEW),
    Row("canned_page", QT_TRANSLATE_NOOP("Actions", "Go to the canned replies"), "window", ("G, C",), "copy", REVIEW),
    Row("labels_page", QT_TRANSLATE_NOOP("Actions", "Go to the labels"), "window", ("G, L",), "tag", REVIEW),
    Row("privacy_page", QT_TRANSLATE_NOOP("Actions", "Go to the personal data"), "window", ("G, P",), "mask", REVIEW),
    Row("sources_page", QT_TRANSLATE_NOOP("Actions", "Go to the sources"), "window", ("G, S",), "database", REVIEW),
    Row("next_pane", QT_TRANSLATE_NOOP("Actions", "Next pane"), "window", ("F6",), "panes", REVIEW),
    Row("pane_1", QT_TRANSLATE_NOOP("Actions", "Filters pane"), "window", ("Ctrl+1",), "panes", REVIEW),
    Row("pane_2", QT_TRANSLATE_NOOP("Actions", "List pane"), "window", ("Ctrl+2",), "panes", REVIEW),
    Row("pane_3", QT_TRANSLATE_NOOP("Actions", "Ticket pane"), "window", ("Ctrl+3",), "panes", REVIEW),
    Row("theme", QT_TRANSLATE_NOOP("Actions", "Light or dark"), "window", ("Ctrl+Shift+L",), "dark"),
    Row("language", QT_TRANSLATE_NOOP("Actions", "Language: English or 中文"), "window", (), "language"),
    Row("settings", QT_TRANSLATE_NOOP("Actions", "Settings…"), "window", (), "settings"),
    Row("report_problem", QT_TRANSLATE_NOOP("Actions", "Report a problem…"), "window", (), "info"),
    Row("quit", QT_TRANSLATE_NOOP("Actions", "Quit"), "window", ("Ctrl+Q",), "quit"),
)

ROWS = {row.id: row for row in TABLE}

MENU: tuple[str, ...] = (
    "open",
    "open_folder",
    "open_tables",
    "open_sample",
    "",
    "export",
    "save_recipe",
    "apply_recipe",
    "save_view",
    "",
    "backup",
    "restore",
    "check_review",
    "check_labels",
    "close_review",
    "",
    "commands",
    "keys",
    "settings",
    "theme",
    "language",
    "report_problem",
    "",
    "quit",
)
"""The menu of the window's corner: ids, '' for a line between."""
