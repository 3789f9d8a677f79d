"""Tool tips of more than a few words: lines that wrap, and nothing in them that is read as markup."""

from __future__ import annotations

from html import escape


def tip(*paragraphs: str) -> str:
    """A tool tip of these paragraphs, those that are empty left out; '' for none."""
    shown = [escape(one).replace("\n", "<br>") for one in paragraphs if one]
    return f"<qt>{'<br><br>'.join(shown)}</qt>" if shown else ""
