"""What kinds, sorts and fields of personal data are called on the page."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from db import sentences
from db.privacy import Kind, Sort

LONGEST = 300
"""Characters of a value that are shown."""


def kind_words(kind: Kind) -> str:
    """What a kind is called."""
    return QCoreApplication.translate("db", sentences.TEMPLATES[f"privacy.kind.{kind}"])


def sort_words(sort: Sort) -> str:
    """What sets a value apart, '' for nothing."""
    translate = QCoreApplication.translate
    return {
        "": "",
        "private": translate("Privacy", "within a house"),
        "documentation": translate("Privacy", "of manuals"),
        "public": translate("Privacy", "for all the world"),
        "vendor": translate("Privacy", "of the vendor"),
    }[sort]


def field_words(field: str, place: int, of: int) -> str:
    """Where in a ticket a place is, with its number where there are several texts (`of`)."""
    words = QCoreApplication.translate("db", sentences.TEMPLATES[f"field.{field}"])
    return f"{words} {place + 1}" if of > 1 else words


def one_line(text: str) -> str:
    """A value as it is shown."""
    shown = " ".join(text.split())
    return shown if len(shown) <= LONGEST else f"{shown[:LONGEST]}…"
