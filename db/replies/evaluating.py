"""A search of tickets asked of families: words are looked for in their texts, ``len:`` is that of the wording,
``family:`` is the family itself, and every other condition finds the families that a ticket meeting it holds.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from typing import TYPE_CHECKING

from db.replies import normal
from db.replies.members import Members
from db.search import Finder, Query
from db.search.evaluate import compare
from db.search.lazy import np
from db.search.query import And, Field, Node, Not, Text, both

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Flags = NDArray[np.bool_]

HandleOf = Callable[[str], int]
"""Id -> the handle of the family, -1 for none."""


def chosen(members: Members, query: Query, finder: Finder, handle_of: HandleOf) -> Flags:
    """The families that a query finds, by handle; all of them without one. Raises QueryError."""
    if not query:
        return np.ones(members.size, bool)
    return _flags(members, both(query.parts), finder, handle_of)


def _flags(members: Members, node: Node, finder: Finder, handle_of: HandleOf) -> Flags:
    if isinstance(node, Text):
        return _with_text(members, node.value)
    if isinstance(node, Field):
        if node.name == "len":
            return compare(members.length, node.value)
        if node.name == "family":
            itself: Flags = np.arange(members.size) == handle_of(node.value)
            return itself
        found: Flags = members.of_tickets(np.asarray(finder.find(Query((node,)))))
        return found
    if isinstance(node, Not):
        return ~_flags(members, node.node, finder, handle_of)
    join = np.logical_and if isinstance(node, And) else np.logical_or
    return reduce(join, (_flags(members, inner, finder, handle_of) for inner in node.nodes))


def _with_text(members: Members, wanted: str) -> Flags:
    return members.of_texts(members.canvass.holding(normal.normal(wanted)))


def looks_through(node: Node) -> bool:
    """Whether texts have to be looked through for a part of a query."""
    if isinstance(node, Not):
        return looks_through(node.node)
    return isinstance(node, Text) or (not isinstance(node, Field) and any(map(looks_through, node.nodes)))
