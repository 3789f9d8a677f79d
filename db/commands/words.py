"""How the lines of several commands say the same things. Words only."""

from __future__ import annotations

FIELDS = ("category", "root-cause")
"""The fields of labels, as calls have them."""
WIDE = 60
"""Characters of a text that a line shows."""


def said(field: str) -> str:
    """A field as the call has it."""
    return field.replace("_", "-")


def clipped(text: str, wide: int = WIDE) -> str:
    """The beginning of a text, on one line."""
    line = text.replace("\n", " ")
    return line if len(line) <= wide else line[: wide - 1] + "…"
