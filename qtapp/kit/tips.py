"""Tool tips: nothing of what they say is read as markup, which could load what a dataset names.

Qt takes a tip for HTML where it looks like it; a picture in it would be looked for on this machine.
"""

from __future__ import annotations

from html import escape


def tip(*paragraphs: str) -> str:
    """A tool tip of these paragraphs that wraps, those that are empty left out; '' for none."""
    shown = [escape(one).replace("\n", "<br>") for one in paragraphs if one]
    return f"<qt>{'<br><br>'.join(shown)}</qt>" if shown else ""


def plain_tip(text: str) -> str:
    """A tool tip of just this text, its lines as they are."""
    return tip(text) if "<" in text else text
