"""A search as a value: what is asked for, in parts that can be shown as chips, added and taken away.

Made by `parser.parse`, or from another query; run by `finder.Finder`. Knows nothing of tickets.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from db.records import dataclass
from db.search.fields import Facet, facet_of
from db.search.tokens import normalise

SPECIAL = frozenset('()（）"“”„＂「」『』:：')
"""Characters that mean something outside of quotes."""

DASHES = "-－−"
OR_WORDS = frozenset({"or", "或"})


@dataclass(frozen=True, slots=True)
class Text:
    """Words to be found one behind the other; several of them were quoted."""

    value: str

    def __str__(self) -> str:
        return quoted(self.value)


@dataclass(frozen=True, slots=True)
class Field:
    """A condition on a field; `value` in its canonical spelling."""

    name: str
    value: str

    def __str__(self) -> str:
        return f"{self.name}:{slashed(self.value) if self.name == 're' else quoted(self.value)}"


@dataclass(frozen=True, slots=True)
class Not:
    """What `node` does not find."""

    node: Text | Field | And | Or

    def __str__(self) -> str:
        return f"-({self.node})" if isinstance(self.node, And | Or) else f"-{self.node}"


@dataclass(frozen=True, slots=True)
class And:
    """What all of two or more nodes find."""

    nodes: tuple[Text | Field | Not | Or, ...]

    def __str__(self) -> str:
        return " ".join(f"({node})" if isinstance(node, Or) else str(node) for node in self.nodes)


@dataclass(frozen=True, slots=True)
class Or:
    """What any of two or more nodes finds."""

    nodes: tuple[Text | Field | Not | And, ...]

    def __str__(self) -> str:
        return " or ".join(map(str, self.nodes))


Node = Text | Field | Not | And | Or
Part = Text | Field | Not | Or


def both(nodes: Iterable[Node]) -> Node:
    """All of them, in the one form that means it; at least one."""
    parts = tuple(part for node in nodes for part in (node.nodes if isinstance(node, And) else (node,)))
    return And(parts) if len(parts) > 1 else parts[0]


def either(nodes: Iterable[Node]) -> Node:
    """Any of them, in the one form that means it; at least one."""
    parts = tuple(part for node in nodes for part in (node.nodes if isinstance(node, Or) else (node,)))
    return Or(parts) if len(parts) > 1 else parts[0]


def negated(node: Node) -> Node:
    """The opposite."""
    return node.node if isinstance(node, Not) else Not(node)


def leaves(node: Node) -> Iterator[Text | Field]:
    """The conditions in a node, whatever joins them."""
    if isinstance(node, Text | Field):
        yield node
    elif isinstance(node, Not):
        yield from leaves(node.node)
    else:
        for inner in node.nodes:
            yield from leaves(inner)


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a query that all tickets found must meet: a chip of the search field.

    `field` is ``text``, a name of `fields.FIELDS`, or ``mixed``; `value` the value, or the values of a group joined by
    `` / ``. `negated` where all of it is excluded.
    """

    node: Part

    @property
    def negated(self) -> bool:
        return isinstance(self.node, Not)

    @property
    def field(self) -> str:
        names = {leaf.name if isinstance(leaf, Field) else "text" for leaf in leaves(self.node)}
        return names.pop() if len(names) == 1 else "mixed"

    @property
    def value(self) -> str:
        return " / ".join(self.values)

    @property
    def label(self) -> str:
        """What a chip says: the value, or the whole text of a mixed clause."""
        return self.text if self.field == "mixed" else self.value

    @property
    def values(self) -> tuple[str, ...]:
        return tuple(leaf.value for leaf in leaves(self.node))

    @property
    def text(self) -> str:
        """The clause in the search language, fit to stand in a query."""
        return f"({self.node})" if isinstance(self.node, Or) else str(self.node)

    @property
    def facet(self) -> Facet | None:
        """The facet whose counts this clause must not narrow, where it belongs to one whole."""
        found = {facet_of(leaf.name, leaf.value) if isinstance(leaf, Field) else None for leaf in leaves(self.node)}
        return found.pop() if len(found) == 1 else None


@dataclass(frozen=True)
class Query:
    """A whole search; without parts it finds all. ``parse(str(query)) == query``."""

    parts: tuple[Part, ...] = ()

    @classmethod
    def of(cls, node: Node) -> Query:
        """The query that asks for one node."""
        return cls(node.nodes if isinstance(node, And) else (node,))

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """The parts as chips, in the order typed."""
        return tuple(map(Clause, self.parts))

    @cached_property
    def terms(self) -> tuple[str, ...]:
        """The words that it looks for, to be marked where they stand."""
        wanted = (clause for clause in self.clauses if clause.field == "text" and not clause.negated)
        return tuple(value for clause in wanted for value in clause.values)

    def __bool__(self) -> bool:
        return bool(self.parts)

    def __str__(self) -> str:
        return str(And(self.parts)) if len(self.parts) > 1 else "".join(map(str, self.parts))

    def leaves(self) -> Iterator[Text | Field]:
        """All conditions."""
        return (leaf for part in self.parts for leaf in leaves(part))

    def with_clause(self, field: str, value: str, *, negated: bool = False) -> Query:
        """This query and one condition more (`field` ``text`` for words); itself where it has it already."""
        part = condition(field, value, negated=negated)
        return self if part in self.parts else Query((*self.parts, part))

    def without(self, clause: Clause) -> Query:
        """This query without one of its clauses."""
        return Query(tuple(part for part in self.parts if part != clause.node))

    def without_facet(self, facet: Facet) -> Query:
        """This query without what was chosen in a facet."""
        return Query(tuple(clause.node for clause in self.clauses if clause.facet != facet))

    def replaced(self, field: str, value: str) -> Query:
        """Only this value of its facet, or of its field where it has no facet: what a click on a facet means."""
        facet = facet_of(field, value)
        kept = (one for one in self.clauses if (one.facet != facet if facet else one.field != field))
        return Query((*(one.node for one in kept), condition(field, value)))

    def widened(self, field: str, value: str) -> Query:
        """This value or those chosen in its facet before: a click with Ctrl. Chosen already, it is taken away."""
        part, facet = condition(field, value), facet_of(field, value)
        for place, clause in enumerate(self.clauses):
            if clause.facet == facet and not clause.negated and facet:
                chosen = clause.node.nodes if isinstance(clause.node, Or) else (clause.node,)
                now = tuple(one for one in chosen if one != part) if part in chosen else (*chosen, part)
                parts = Query.of(either(now)).parts if now else ()
                return Query((*self.parts[:place], *parts, *self.parts[place + 1 :]))
        return Query((*self.parts, part))

    def choices(self) -> dict[tuple[str, str], bool]:
        """By field and value (words are of the field ``text``): True where a clause asks for it, False where one
        excludes it."""
        found: dict[tuple[str, str], bool] = {}
        for clause in self.clauses:
            for leaf in leaves(clause.node):
                field = leaf.name if isinstance(leaf, Field) else "text"
                if clause.facet == facet_of(field, leaf.value):
                    found.setdefault((field, leaf.value), not clause.negated)
        return found


def condition(field: str, value: str, *, negated: bool = False) -> Part:
    """One condition as a part of a query; `value` in its canonical spelling."""
    leaf = Text(value) if field == "text" else Field(field, value)
    return Not(leaf) if negated else leaf


def quoted(value: str) -> str:
    """A value as it must be typed: in quotes where a character or the whole of it would mean something else."""
    # behind a field, // would make an address of it
    plain = value and not value.startswith("//") and not any(one in SPECIAL or one.isspace() for one in value)
    if plain and normalise(value) not in OR_WORDS and value[0] not in DASHES:
        return value
    return '"' + value.replace('"', '""') + '"'


def slashed(pattern: str) -> str:
    """A pattern between slashes, those in it escaped."""
    pieces = []
    place = 0
    while place < len(pattern):
        step = 2 if pattern[place] == "\\" else 1
        piece = pattern[place : place + step]
        pieces.append("\\/" if piece == "/" else piece)
        place += step
    return f"/{''.join(pieces)}/"
