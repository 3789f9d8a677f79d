"""Files that ship with the program: icons, translations, the field vocabulary, the sample dataset.

Holds no code but the way to them, so that a wheel, a checkout and a frozen program find them alike.
"""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent


def path(*names: str) -> Path:
    """The path of a resource, ``path("icons", "search.svg")``; whether it exists is the caller's business."""
    return ROOT.joinpath(*names)
