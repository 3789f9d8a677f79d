"""What an action is, as data: its name, words, keys, icon and what it needs. The rows stand in `action_table`.

`keys` are bound; `also` are keys that the list itself answers to and that are only shown.
"""

from __future__ import annotations

from typing import Literal

from db.records import dataclass

Need = Literal[
    "review",
    "ticket",
    "canned",
    "family",
    "evidence",
    "conflict",
    "labels",
    "variants",
    "group",
    "doubtful",
    "doubt",
    "taxonomy",
    "label",
    "spread",
    "cell",
    "privacy",
    "place",
    "sources",
    "drift",
    "conflicted",
    "write",
    "undo",
    "redo",
]
"""A review is open; a ticket of it is on screen; the canned replies are, a family of them is; contradicting labels are,
one such contradiction is; the page of labels is; of its modes the variants, a group of them; the doubtful labels, one
of these; the taxonomy, a label of it; the spread, a cell of it; the review may be written to; there is something to
undo, to redo."""
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
        """The page that the action belongs to, '' for one that works on any."""
        return self._place[0]

    @property
    def mode(self) -> str:
        """The mode of its page that the action belongs to, '' for one that works in any."""
        return self._place[1]

    @property
    def _place(self) -> tuple[str, str]:
        return next((_PLACES[need] for need in self.needs if need in _PLACES), ("", ""))

    def meets(self, other: Row) -> bool:
        """Whether both can be on at the same time: two pages, and two modes of one, may have the same keys."""
        pages, modes = {self.page, other.page} - {""}, {self.mode, other.mode} - {""}
        return len(pages) < 2 and len(modes) < 2

    @property
    def scope(self) -> Scope:
        """Where its first key works."""
        first = self.keys[0] if self.keys else ""
        return "everywhere" if not first or "Ctrl+" in first or (first[0] == "F" and first[1:].isdigit()) else "list"


_PLACES: dict[Need, tuple[str, str]] = {
    "ticket": ("tickets", ""),
    "canned": ("canned", "families"),
    "family": ("canned", "families"),
    "evidence": ("canned", "evidence"),
    "conflict": ("canned", "evidence"),
    "labels": ("labels", ""),
    "variants": ("labels", "variants"),
    "group": ("labels", "variants"),
    "doubtful": ("labels", "doubtful"),
    "doubt": ("labels", "doubtful"),
    "taxonomy": ("labels", "taxonomy"),
    "label": ("labels", "taxonomy"),
    "spread": ("labels", "spread"),
    "cell": ("labels", "spread"),
    "privacy": ("privacy", ""),
    "place": ("privacy", ""),
    "sources": ("sources", "files"),
    "drift": ("sources", "compared"),
    "conflicted": ("sources", "compared"),
}

TICKET: tuple[Need, ...] = ("ticket",)
DECIDE: tuple[Need, ...] = ("ticket", "write")
CANNED: tuple[Need, ...] = ("canned",)
FAMILY: tuple[Need, ...] = ("family",)
FAMILY_DECIDE: tuple[Need, ...] = ("family", "write")
EVIDENCE: tuple[Need, ...] = ("evidence",)
CONFLICT: tuple[Need, ...] = ("conflict",)
CONFLICT_DECIDE: tuple[Need, ...] = ("conflict", "write")
LABELS: tuple[Need, ...] = ("labels",)
GROUP: tuple[Need, ...] = ("group",)
GROUP_DECIDE: tuple[Need, ...] = ("group", "write")
DOUBT: tuple[Need, ...] = ("doubt",)
DOUBT_DECIDE: tuple[Need, ...] = ("doubt", "write")
TAXONOMY: tuple[Need, ...] = ("taxonomy",)
TAXONOMY_DECIDE: tuple[Need, ...] = ("taxonomy", "write")
LABEL: tuple[Need, ...] = ("label",)
LABEL_DECIDE: tuple[Need, ...] = ("label", "write")
CELL: tuple[Need, ...] = ("cell",)
PRIVACY: tuple[Need, ...] = ("privacy",)
PLACE: tuple[Need, ...] = ("place",)
PLACE_DECIDE: tuple[Need, ...] = ("place", "write")
SOURCES: tuple[Need, ...] = ("sources",)
DRIFT: tuple[Need, ...] = ("drift",)
CONFLICTED: tuple[Need, ...] = ("conflicted", "write")
REVIEW: tuple[Need, ...] = ("review",)
REVIEW_DECIDE: tuple[Need, ...] = ("review", "write")
