"""The record of an export: what was written, from what, what was changed and why, by whom. As HTML and as Markdown.

`gather` reads the facts from a review as one frozen `Account`; `written` makes the two files of it. Writes nothing.
"""

from __future__ import annotations

from db.recording.facts import Account, Count, Deed, Made, Mask, Move, Output, SourceFacts
from db.recording.gathering import gather
from db.recording.pages import BESIDE, written
from db.recording.words import LANGUAGES, Language

__all__ = [
    "BESIDE",
    "LANGUAGES",
    "Account",
    "Count",
    "Deed",
    "Language",
    "Made",
    "Mask",
    "Move",
    "Output",
    "SourceFacts",
    "gather",
    "written",
]
