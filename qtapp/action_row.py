"""What an action is, as data: its name, words, keys, icon and what it needs. The rows stand in `action_table`.

`keys` are bound; `also` are keys that the list itself answers to and that are only shown.
"""

from __future__ import annotations

from typing import Literal

from db.records import dataclass

Need = Literal["review", "ticket", "canned", "family", "evidence", "conflict", "write", "undo", "redo"]
"""A review is open; a ticket of it is on screen; the canned replies are; a family of them is; contradicting
labels are; one such contradiction is; the review may be written to; there is something to undo, to redo."""
Scope = Literal["list", "everywhere"]
"""'list': single keys, which a text field keeps for itself; 'everywhere': chords that work in fields too."""


@dataclass(frozen=True, slots=True)
class Row:
    """One action; `text` is English, translated in the context ``Actions``; `group` is one of `action_table.GROUPS`."""

    id: str
    text: str
    group: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    needs: tuple[Need, ...] = ()
    also: tuple[str, ...] = ()
    repeats: bool = False

    @property
    def page(self) -> str:
        """The page that the action belongs to, '' for one that works on any: two pages may have the same keys."""
        return next((_PAGES[need] for need in self.needs if need in _PAGES), "")

    @property
    def scope(self) -> Scope:
        """Where its first key works."""
        first = self.keys[0] if self.keys else ""
        return "everywhere" if not first or "Ctrl+" in first or (first[0] == "F" and first[1:].isdigit()) else "list"


_PAGES = {"ticket": "tickets", "canned": "canned", "family": "canned", "evidence": "labels", "conflict": "labels"}

TICKET: tuple[Need, ...] = ("ticket",)
DECIDE: tuple[Need, ...] = ("ticket", "write")
CANNED: tuple[Need, ...] = ("canned",)
FAMILY: tuple[Need, ...] = ("family",)
FAMILY_DECIDE: tuple[Need, ...] = ("family", "write")
EVIDENCE: tuple[Need, ...] = ("evidence",)
CONFLICT: tuple[Need, ...] = ("conflict",)
CONFLICT_DECIDE: tuple[Need, ...] = ("conflict", "write")
REVIEW: tuple[Need, ...] = ("review",)
