"""The labels of a review as one taxonomy: categories as a tree, root causes as a list, each with what is known of it.

Only reads: one pass over the tickets, however many labels there are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from db import store
from db.edits.terms import Term, is_held, is_within, retired, terms
from db.labels.carriers import BARE, places
from db.labels.counted import Field
from db.records import dataclass
from db.review import Review

EXAMPLES = 3

_SPREAD = "count(*), min({id}), min(CASE WHEN {id} > ?1 THEN {id} END), max({id})"
_COUNTED = {
    "category": f"""SELECT path, counted.* FROM (SELECT category_id, {_SPREAD.format(id="id")} FROM ticket
        WHERE {store.VISIBLE} GROUP BY category_id) AS counted JOIN category ON category.id = category_id""",
    "root_cause": f"""SELECT name, counted.* FROM
        (SELECT cause_id, {_SPREAD.format(id="ticket_id")} FROM ticketcause
        WHERE ticket_id NOT IN ({store.HIDDEN}) GROUP BY cause_id) AS counted JOIN cause ON cause.id = cause_id""",
}
_WITHOUT = {
    "category": f"""SELECT count(*) FROM ticket WHERE {store.VISIBLE}
        AND category_id = (SELECT id FROM category WHERE path = '')""",
    "root_cause": f"SELECT count(*) {BARE}",
}


@dataclass(frozen=True, slots=True)
class Seen:
    """The ticket that brought a label into the review first, of those that have it now: its source, line and id."""

    source: str
    line: int
    ticket: int


@dataclass(frozen=True, slots=True)
class Node:
    """A label of the taxonomy, or a name that categories have above them.

    `tickets` have the label itself, `total` it or one below it; `children` are directly below it. `first` and
    `examples` (ids, early, midway and late in the review) are of the label itself, and where no ticket has it, of those
    below it.
    `term` is what the taxonomy says of it, None where it is not in it; `retired`: it or one above it is.
    """

    label: str
    names: tuple[str, ...]
    tickets: int
    total: int
    children: int
    first: Seen | None
    examples: tuple[int, ...]
    term: Term | None
    retired: bool

    @property
    def name(self) -> str:
        """Its own name, without those above it."""
        return self.names[-1]

    @property
    def parent(self) -> str:
        """The label that it is below; '' at the top."""
        return store.path_text(self.names[:-1])

    @property
    def depth(self) -> int:
        """How many it is below; 0 at the top."""
        return len(self.names) - 1


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """All labels of a field: a node before those below it, the commonest first among its like. `held`: a label that is
    not in it is a finding. `without`: tickets that have no label of this field."""

    field: Field
    nodes: tuple[Node, ...]
    held: bool
    without: int


@dataclass(slots=True)
class _Grown:
    """A node while it grows."""

    tickets: int = 0
    total: int = 0
    children: int = 0
    examples: tuple[int, ...] = ()
    below: tuple[int, ...] = ()

    @property
    def shown(self) -> tuple[int, ...]:
        """Its own examples; where it has none, those of what is below it."""
        return self.examples or self.below


_Tree = dict[tuple[str, ...], _Grown]


def taxonomy(review: Review, field: Field) -> Taxonomy:
    """The labels that tickets have and those that the taxonomy names, with the names above them."""
    known = terms(review, field)
    tree: _Tree = defaultdict(_Grown)
    for label, _, tickets, *ids in review.execute(_COUNTED[field], (_middle(review),)):
        if label:
            tree[names_of(field, label)] = _Grown(tickets, tickets, 0, tuple(dict.fromkeys(one for one in ids if one)))
    for label in known:
        tree[names_of(field, label)]  # one that no ticket has
    _gather(tree)
    where = places(review, [grown.shown[0] for grown in tree.values() if grown.shown])
    gone = retired(known)
    nodes = tuple(_node(field, names, tree[names], where, known, gone) for names in _in_order(tree))
    return Taxonomy(field, nodes, is_held(review, field), review.execute(_WITHOUT[field]).fetchone()[0])


def names_of(field: Field, label: str) -> tuple[str, ...]:
    """The names of a label: a root cause is one name, whatever stands in it."""
    return store.path(label) if field == "category" else (label,)


def _middle(review: Review) -> int:
    first, last = review.execute("SELECT coalesce(min(id), 0), coalesce(max(id), 0) FROM ticket").fetchone()
    return int(first + last) // 2


def _gather(tree: _Tree) -> None:
    """Give what is above others its counts, the deepest first."""
    for names in list(tree):
        for depth in range(1, len(names)):
            tree[names[:depth]]
    for names in sorted(tree, key=len, reverse=True):
        if len(names) > 1:
            above, grown = tree[names[:-1]], tree[names]
            above.total += grown.total
            above.children += 1
            above.below = tuple(sorted({*above.below, *grown.below, *grown.examples}))[:EXAMPLES]


def _in_order(tree: Mapping[tuple[str, ...], _Grown]) -> Iterator[tuple[str, ...]]:
    below: dict[tuple[str, ...], list[tuple[str, ...]]] = defaultdict(list)
    for names in sorted(tree, key=lambda names: (-tree[names].total, names), reverse=True):
        below[names[:-1]].append(names)
    waiting = below[()]
    while waiting:
        names = waiting.pop()
        yield names
        waiting += below[names]


def _node(
    field: Field,
    names: tuple[str, ...],
    grown: _Grown,
    where: Mapping[int, tuple[str, int, str]],
    known: Mapping[str, Term],
    gone: frozenset[str],
) -> Node:
    label = store.path_text(names)
    first = Seen(*where[grown.shown[0]][:2], grown.shown[0]) if grown.shown else None
    term, is_gone = known.get(label), is_within(field, label, gone)
    return Node(label, names, grown.tickets, grown.total, grown.children, first, grown.shown, term, is_gone)
