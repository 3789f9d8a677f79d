"""Marks the texts of the library that are shown, for Qt's lupdate, without Qt."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """The text itself, marked for lupdate, which knows this name; it is translated when it is used."""
    return text
