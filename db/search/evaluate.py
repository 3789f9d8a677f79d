"""A node of a query -> the rows that it finds, as flags over the columns. One `Evaluator` serves one `Finder`.

Found words are remembered until texts change; everything else is quick to ask again.
"""

from __future__ import annotations

import operator
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import reduce
from typing import TYPE_CHECKING

from db.late import Late
from db.review import Review
from db.search import index, lookup
from db.search.columns import Columns, among
from db.search.fields import EXACT
from db.search.lazy import np
from db.search.match import Beginnings, beginnings_in, expression, finds
from db.search.match import sign as match_sign
from db.search.names import name_key
from db.search.pattern import Test, pattern_test
from db.search.query import And, Field, Node, Not, Or, Text, both, leaves
from db.search.scan import scan
from db.search.tokens import normalise
from db.values import PATH_SEPARATOR, Status

if TYPE_CHECKING:
    from db import beside
    from db.search.columns import Flags, Integers
else:
    beside = Late("db.beside")

REMEMBERED, FEW = 64, 8
"""Answers that are kept: of words, and of labels."""
LABELS = frozenset({"cat", "cause", "source"})
PAGE = 1 << 17
"""Tickets that are marked as found before a breath."""
LARGE = 1 << 15
"""Tickets from which on another thread looks words up: one of a million tickets can take a tenth of a second."""
FOUND = "SELECT ticket_id FROM finding WHERE code = ? AND source_id IN (SELECT id FROM source WHERE ready = 1)"
_STATUS = {status.word: int(status) for status in Status}


class Evaluator:
    """Answers nodes over `columns`, which the finder loads and refreshes."""

    def __init__(self, review: Review, columns: Columns) -> None:
        self._review = review
        self._columns = columns
        self.answers: Mapping[str, Callable[[str], Iterable[int]]] = {}
        """What rooms above know: ``is:canned``, ``family`` -> a value -> the tickets."""
        self._words: OrderedDict[str, Flags] = OrderedDict()
        self._labels: dict[Field, Flags] = {}
        self._beginnings: Beginnings = beginnings_in(review.execute)
        self.indexed = index.is_current(review)
        self._fields: Mapping[str, Callable[[str], Flags]] = {
            "cat": self._category,
            "cause": self._cause,
            "source": self._source,
            "is": self._is,
            "has": self._has,
            "replies": lambda value: compare(columns.turns, value),
            "len": lambda value: compare(columns.length, value),
            "id": lambda value: columns.mask(map(int, value.split(","))),
            "finding": lambda value: self._ids(FOUND, value),
            "by": self._by,
            "family": lambda value: self._answer("family", value),
        }

    def forget_labels(self) -> None:
        """Categories, root causes or sources may have changed."""
        self._labels.clear()

    def forget(self) -> None:
        """Texts have changed; what is being looked up ends among what is forgotten."""
        self._words = OrderedDict()
        self.indexed = index.is_current(self._review)

    def words(self, node: Node) -> str | None:
        """The FTS5 expression of a node of words alone, None where there is none or no index."""
        return expression(node, self._beginnings) if self.indexed else None

    def sign(self, node: Node) -> str | None:
        """The sign that says the same as a node, None where there is none or no index."""
        return match_sign(node.value) if self.indexed and isinstance(node, Text) else None

    def flags(self, node: Node, within: Flags) -> Flags:
        """The rows that a node finds; rows outside of `within` may be left out."""
        if isinstance(node, Field):
            return self._pattern(node.value, within) if node.name == "re" else self._field(node)
        asked = self._asked(node)
        if asked is not None:
            return self._found(asked)
        if isinstance(node, Text):
            return self._scan(finds(node.value), within)
        if isinstance(node, Not):
            return ~self.flags(node.node, within)
        if isinstance(node, Or):
            return reduce(np.logical_or, (self.flags(inner, within) for inner in node.nodes))
        return self.all_flags(node, within)

    def all_flags(self, node: And, within: Flags) -> Flags:
        """All of its nodes: what the index answers, then columns, then what must read texts."""
        for inner in sorted(self._parts(node), key=_reads_texts):
            within = within & self.flags(inner, within)
        return within

    def _parts(self, node: And) -> Sequence[Node]:
        """The nodes of which all must hold; those that the index answers in one look-up are one."""
        texts = [inner for inner in node.nodes if self.words(inner) is not None]
        if len(texts) < 2:
            return node.nodes
        return [both(texts), *(inner for inner in node.nodes if inner not in texts)]

    def any_of(self, expressions: Sequence[str]) -> Flags:
        """The rows that any of these FTS5 expressions finds."""
        none = np.zeros(len(self._columns), bool)
        return reduce(np.logical_or, map(self._found, expressions), none)

    def asked(self, node: Node) -> Iterator[str]:
        """What `flags` of this node asks the index: FTS5 expressions and signs."""
        asked = self._asked(node)
        if asked is not None:
            yield asked
        elif isinstance(node, Not):
            yield from self.asked(node.node)
        elif isinstance(node, Or | And):
            for inner in self._parts(node) if isinstance(node, And) else node.nodes:
                yield from self.asked(inner)

    def _asked(self, node: Node) -> str | None:
        """The FTS5 expression of a node of words, or its sign."""
        return self.words(node) or self.sign(node)

    def looking_up(self, asked: Sequence[str]) -> Iterator[None]:
        """Find the rows of FTS5 expressions and signs that are not remembered, with a breath every few milliseconds."""
        remembered = self._words
        missing = [one for one in dict.fromkeys(asked) if one not in remembered]
        found: Iterable[Integers]
        if not missing or len(self._columns) < LARGE:
            found = (lookup.ids(self._review, one) for one in missing)
        else:
            found = yield from beside.beside(self._review, lambda own: [lookup.ids(own, one) for one in missing])
        for one, ids in zip(missing, found, strict=True):
            yield from self._remembering(remembered, one, ids)

    def _remembering(self, remembered: OrderedDict[str, Flags], asked: str, ids: Integers) -> Iterator[None]:
        found = np.zeros(len(self._columns), bool)
        for at in range(0, len(ids), PAGE):
            rows = self._columns.rows(ids[at : at + PAGE])
            found[rows[rows >= 0]] = True
            yield
        remembered[asked] = found
        if len(remembered) > REMEMBERED:
            remembered.popitem(last=False)
        yield

    def _found(self, asked: str) -> Flags:
        if asked not in self._words:
            list(self._remembering(self._words, asked, lookup.ids(self._review, asked)))
        self._words.move_to_end(asked)
        return self._words[asked]

    def _field(self, node: Field) -> Flags:
        """A label is asked for twice after each click: for the list, and for the counts beside it."""
        if node.name not in LABELS:
            return self._fields[node.name](node.value)
        found = self._labels.get(node)
        if found is None:
            if len(self._labels) >= FEW:
                self._labels.clear()
            found = self._labels[node] = self._fields[node.name](node.value)
        return found

    def _pattern(self, pattern: str, within: Flags) -> Flags:
        return self._scan(pattern_test(pattern), within)

    def _scan(self, test: Test, within: Flags) -> Flags:
        ids: list[int] = self._columns.id[within].tolist()
        return self._columns.mask(scan(self._review, ids, test))

    def _ids(self, sql: str, *params: object) -> Flags:
        return self._columns.mask(row[0] for row in self._review.execute(sql, params) if row[0] is not None)

    def _category(self, value: str) -> Flags:
        """A category and all below it: the path from the top; where none begins so, a name at any level.

        With = before it just this one, letter by letter; as for root causes and sources.
        """
        if value.startswith(EXACT):
            return among(self._columns.category, self._named("SELECT id FROM category WHERE path = ?", value))
        wanted = list(map(name_key, value.replace("|", PATH_SEPARATOR).split(PATH_SEPARATOR)))
        ranks = ((_fits_path(wanted, names), code) for code, names in self._columns.names.category_keys.items())
        return among(self._columns.category, _best(ranks))

    def _cause(self, value: str) -> Flags:
        """A root cause of this name; where there is none, those with it in their name."""
        if value.startswith(EXACT):
            exact = self._named("SELECT id FROM cause WHERE name = ?", value)
            return self._columns.with_causes(exact)
        named = self._review.execute("SELECT id, name FROM cause")
        return self._columns.with_causes(_best_name(value, named))

    def _source(self, value: str) -> Flags:
        """A source of this name; where there is none, those with it in their name."""
        if value.startswith(EXACT):
            return among(self._columns.source, self._named("SELECT id FROM source WHERE name = ?", value))
        return among(self._columns.source, _best_name(value, self._columns.names.sources.values()))

    def _named(self, sql: str, value: str) -> list[int]:
        return [row[0] for row in self._review.execute(sql, (value.removeprefix(EXACT),))]

    def _is(self, value: str) -> Flags:
        if value == "finding":
            return self._ids("SELECT DISTINCT ticket_id FROM finding")
        if value == "edited":
            return np.not_equal(self._columns.edited, 0)
        if value == "parked":
            return np.not_equal(self._columns.parked, 0)
        if value not in _STATUS:
            return self._answer(f"is:{value}", value)
        return np.equal(self._columns.status, _STATUS[value])

    def _answer(self, name: str, value: str) -> Flags:
        answer = self.answers.get(name)
        return self._columns.mask(answer(value) if answer else ())

    def _has(self, value: str) -> Flags:
        columns = self._columns
        if value == "replies":
            return np.greater(columns.turns, 0)
        if value == "category":
            return among(columns.category, (code for code, path in columns.names.categories.items() if path))
        if value == "cause":
            return columns.with_causes(columns.causes)
        return self._ids(_HAS[value])

    def _by(self, value: str) -> Flags:
        """Tickets with an edit by this reviewer that stands."""
        names = [row[0] for row in self._review.execute("SELECT DISTINCT reviewer FROM entry")]
        wanted = [name for name in names if normalise(name) == normalise(value)]
        return reduce(np.logical_or, (self._ids(_BY, name) for name in wanted), np.zeros(len(self._columns), bool))


_HAS = {
    "note": "SELECT id FROM ticket WHERE note <> ''",
    "conversation": "SELECT id FROM ticket WHERE conversation IS NOT NULL",
}
_BY = """SELECT DISTINCT change.ticket_id FROM change JOIN entry ON entry.id = change.entry_id
    WHERE entry.reviewer = ? AND entry.undone = 0 AND entry.kind <> 'undo'"""


def _best(ranked: Iterable[tuple[int, int]]) -> list[int]:
    """The codes that fit best, of pairs of how well they do (0: not at all) and a code."""
    fitting = [(rank, code) for rank, code in ranked if rank]
    best = max((rank for rank, _ in fitting), default=0)
    return [code for rank, code in fitting if rank == best]


def _best_name(value: str, named: Iterable[tuple[int, str]]) -> list[int]:
    wanted = name_key(value)
    keys = ((name_key(name), code) for code, name in named)
    return _best((2 if key == wanted else int(wanted in key), code) for key, code in keys)


def _fits_path(wanted: list[str], names: list[str]) -> int:
    if names[: len(wanted)] == wanted:
        return 2
    inner = range(1, len(names) - len(wanted) + 1)
    return int(any(names[start : start + len(wanted)] == wanted for start in inner))


def compare(column: Integers, value: str) -> Flags:
    """Where a column is as a condition on a number says: ``>5``, ``<=5``, ``5``, ``2..5``."""
    if ".." in value:
        low, high = map(int, value.split(".."))
        return (column >= low) & (column <= high)
    number = value.lstrip("<>=")
    flags: Flags = _COMPARISONS[value.removesuffix(number)](column, int(number))
    return flags


_COMPARISONS: Mapping[str, Callable[[Integers, int], Flags]] = {
    ">": operator.gt,
    "<": operator.lt,
    ">=": operator.ge,
    "<=": operator.le,
    "": operator.eq,
}


def _reads_texts(node: Node) -> bool:
    return any(isinstance(leaf, Field) and leaf.name == "re" for leaf in leaves(node))
