"""The rows of the facet panel, worked out from counts and the query: what stands where, folded or not. No painting.

A value is shown when it counts something or when the query names it, so that what was asked for can be taken back.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from db.records import dataclass, field
from db.search import Query
from db.values import PATH_SEPARATOR

Kind = Literal["section", "value", "more"]
Term = tuple[str, str]
"""A field of the search language and a value of it."""

VIEW = "view:"
"""What keys of saved views begin with."""
SHOWN = {"category": 9, "cause": 6, "source": 6}
"""Values of a section before its "more" row."""


@dataclass(frozen=True)
class FacetRow:
    """One row. `key` tells it from all others; `open` is None where nothing folds; `chosen` as in `Query.chosen`."""

    kind: Kind
    section: str
    label: str
    key: str
    count: int | None = None
    term: Term = ("", "")
    depth: int = 0
    open: bool | None = None
    chosen: bool | None = None
    icon: str = ""

    @property
    def can_go(self) -> bool:
        """Whether it is a saved view, which Delete removes: the one of all tickets is not."""
        return self.section == "view" and self.kind == "value" and self.key != VIEW


@dataclass
class Folding:
    """What the reviewer has opened: branches of the tree, sections shown whole, and texts in filter boxes."""

    branches: dict[str, bool] = field(default_factory=dict)
    whole: set[str] = field(default_factory=set)
    filters: dict[str, str] = field(default_factory=dict)


@dataclass
class _Node:
    path: tuple[str, ...]
    count: int = 0
    children: dict[str, _Node] = field(default_factory=dict)


class Rows:
    """Makes the rows of one moment: a query and a folding."""

    def __init__(self, query: Query, folding: Folding) -> None:
        self._choices = query.choices()
        self._folding = folding

    def section(self, name: str, label: str, count: int | None, rows: Sequence[FacetRow]) -> list[FacetRow]:
        """A head above the rows of a section."""
        return [FacetRow("section", name, label, f"{name}#", count), *rows]

    def value(self, section: str, label: str, count: int | None, term: Term, icon: str = "") -> FacetRow:
        """A row without a tree above it."""
        chosen = self._choices.get(term) if term[0] else None
        return FacetRow("value", section, label, f"{section}:{term[1]}", count, term, chosen=chosen, icon=icon)

    def flat(self, section: str, values: Iterable[tuple[Term, str, int]]) -> list[FacetRow]:
        """Rows of a section without a tree, from (term, label, count), the commonest first."""
        wanted = self._filter(section)
        rows = [self.value(section, label, count, term) for term, label, count in values if wanted in label.casefold()]
        rows = [row for row in rows if row.count or row.chosen is not None]
        limit = self._limit(section, len(rows))
        named = [row for row in rows[limit:] if row.chosen is not None]
        return [*rows[:limit], *named, *self._more(section, len(rows) - len(named), limit)]

    def tree(self, section: str, name: str, counts: Iterable[tuple[tuple[str, ...], int]]) -> list[FacetRow]:
        """Rows of a tree of paths; a branch counts all below it, and is open where the reviewer or the query wants."""
        root = _Node(())
        for path, count in counts:
            if path and self._filter(section) in PATH_SEPARATOR.join(path).casefold():
                _grow(root, path, count)
        tops = [top for node in _ranked(root) if (top := self._branch(section, name, node, 0))]
        limit = self._limit(section, len(tops))
        named = [row for top in tops[limit:] for row in top if row.chosen is not None]
        return [row for top in tops[:limit] for row in top] + named + self._more(section, len(tops), limit)

    def _branch(self, section: str, name: str, node: _Node, depth: int) -> list[FacetRow]:
        key = f"{section}:{PATH_SEPARATOR.join(node.path)}"
        below = [row for child in _ranked(node) for row in self._branch(section, name, child, depth + 1)]
        term = (name, PATH_SEPARATOR.join(node.path))
        chosen = self._choices.get(term)
        if not (node.count or below or chosen is not None):
            return []
        wanted = bool(self._filter(section) or chosen) or any(row.chosen is not None for row in below)
        opened = self._folding.branches.get(key, wanted) if below else None
        row = FacetRow("value", section, node.path[-1], key, node.count, term, depth, opened, chosen)
        return [row, *(below if opened else ())]

    def _filter(self, section: str) -> str:
        return self._folding.filters.get(section, "").casefold()

    def _limit(self, section: str, total: int) -> int:
        whole = section in self._folding.whole or self._filter(section)
        return total if whole else min(total, SHOWN.get(section, total))

    def _more(self, section: str, total: int, limit: int) -> list[FacetRow]:
        if total > limit:
            return [FacetRow("more", section, "", f"{section}:+", total - limit, open=False)]
        if section in self._folding.whole and total > SHOWN.get(section, total):
            return [FacetRow("more", section, "", f"{section}:+", 0, open=True)]
        return []


def _grow(root: _Node, path: tuple[str, ...], count: int) -> None:
    node = root
    for depth, name in enumerate(path, 1):
        node = node.children.setdefault(name, _Node(path[:depth]))
        node.count += count


def _ranked(node: _Node) -> list[_Node]:
    return sorted(node.children.values(), key=lambda child: -child.count)
