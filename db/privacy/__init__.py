"""Personal data: what of a text tells who somebody is."""

from __future__ import annotations

from db.privacy.finding import Finder
from db.privacy.kinds import KINDS, WORDS, Identifier, Kind, Sort
from db.privacy.lists import shipped

__all__ = ["KINDS", "WORDS", "Finder", "Identifier", "Kind", "Sort", "shipped"]
