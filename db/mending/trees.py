"""Which pages of a damaged file belong to which table, and their rows. Knows the shapes of the tables of a review.

A page is told by the tree that it hangs in; where that is broken, by the map of pages; where there is none, by what
its rows look like. What hangs nowhere and was deleted (a free page) is left alone.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from db.mending import cells
from db.mending.cells import Leaf, Row, Value
from db.mending.pages import CHILD, ROOT, Pages
from db.records import dataclass, field

SCHEMA = 1
"""The page that the tree of the schema begins at."""
_SCHEMA_SHAPE = "tttit"
DEEPEST = 30
"""Steps from a page up to its root, at most."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The columns of a table, a letter each: Key (the row id), Integer, Float, Text, Blob; a small letter may be empty.

    `has_rowid` is False for a table that is kept as an index.
    """

    letters: str
    has_rowid: bool = True


SHAPES: Mapping[str, Shape] = {
    "source": Shape("KTTTTITiITFTII"),
    "content": Shape("IIIB"),
    "category": Shape("KT"),
    "cause": Shape("KT"),
    "ticket": Shape("KIIiITITTTtTTITIIIIB"),
    "ticketcause": Shape("III", has_rowid=False),
    "original": Shape("ITt", has_rowid=False),
    "entry": Shape("KTTTTTiII"),
    "change": Shape("KIITtt"),
    "revision": Shape("KIiI"),
    "aside": Shape("IIIIiITIBtT", has_rowid=False),
    "finding": Shape("KIiTIT"),
    "view": Shape("KTT"),
    "decided": Shape("TT", has_rowid=False),
    "decision": Shape("KITtt"),
    "setting": Shape("TT"),
}
"""Tables whose rows are taken. The rest is made anew of these: scans, checks of labels, the text index."""

TOLD = ("source", "content", "ticket", "original", "entry", "change", "revision", "aside", "finding", "decision")
"""Tables whose rows look like those of no other; `category` and `cause` are told from each other by their order."""
_TYPES: Mapping[str, type | tuple[type, ...]] = {"I": int, "F": (int, float), "T": str, "B": bytes}


def fits(table: str, row: Row) -> bool:
    """Whether a row may be one of a table; of one that is cut, as far as it goes."""
    shape = SHAPES[table]
    if (row.rowid is not None) is not shape.has_rowid or len(row.values) > len(shape.letters):
        return False
    if len(row.values) < len(shape.letters) and not row.is_cut:
        return False
    return all(map(_may_be, shape.letters, row.values)) and _says(table, row)


def _may_be(letter: str, value: Value) -> bool:
    if letter == "K":
        return value is None
    return value is None if letter.islower() and value is None else isinstance(value, _TYPES[letter.upper()])


def _says(table: str, row: Row) -> bool:
    """Kinds of rows with columns of the same types are told by what stands there."""
    values = row.values
    if table == "original":
        return values[1] in FIELDS
    return values[3] in FIELDS if table == "change" and len(values) > 3 else True


FIELDS = frozenset(
    {
        "title",
        "category",
        "problem",
        "replies",
        "conversation",
        "root_cause",
        "fields",
        "status",
        "note",
        "causes",
    }
)
"""What the log calls the fields of a ticket."""


@dataclass(slots=True)
class Found:
    """The pages of each table, the newest last, and what is not readable: pages, and cells of each table."""

    tables: dict[str, list[int]] = field(default_factory=dict)
    lost_pages: int = 0
    damaged: set[str] = field(default_factory=set)
    """Tables that rows are missing of, as far as that can be told."""


def survey(pages: Pages) -> Found:
    """Find the pages of every table."""
    found = Found()
    hung: dict[int, int] = {}
    names = _schema(pages, hung)
    for root, name in names.items():
        if _hang(pages, root, root, hung):
            found.damaged.add(name)
    free = cells.free_pages(pages)
    trees: dict[int, list[int]] = defaultdict(list)
    strays: list[int] = []
    for number in pages.tree_pages():
        if number in free and number not in hung:
            continue
        root = hung.get(number) or _root(pages, number)
        if root:
            trees[root].append(number)
        elif pages.place(number) is None:
            strays.append(number)
    _name(pages, trees, names, found)
    alone: dict[str, list[int]] = defaultdict(list)
    for number in strays:
        _place_alone(pages, number, found, alone)
    # what hangs in a tree is newer than what hangs nowhere
    found.tables |= {name: numbers + found.tables.get(name, []) for name, numbers in alone.items()}
    return found


def _schema(pages: Pages, hung: dict[int, int]) -> dict[int, str]:
    """Root page -> name of each table and index, as far as the schema can be read."""
    _hang(pages, SCHEMA, SCHEMA, hung)
    leaves = {number for number, root in hung.items() if root == SCHEMA}
    leaves.update(number for number in pages.tree_pages() if _root(pages, number) == SCHEMA)
    names = {}
    for number in leaves | {SCHEMA}:
        for row in _leaf(pages, number).rows:
            if len(row.values) == len(_SCHEMA_SHAPE) and row.values[0] in ("table", "index") and row.values[3]:
                names[int(str(row.values[3]))] = str(row.values[1])
    return names


def _leaf(pages: Pages, number: int) -> Leaf:
    return cells.read(pages, number) or Leaf([], [])


def _hang(pages: Pages, root: int, number: int, hung: dict[int, int]) -> bool:
    """Note all pages that hang in a tree; True where something of it is broken."""
    is_broken = False
    waiting = [number]
    while waiting:
        number = waiting.pop()
        if number in hung:
            continue
        leaf = (
            cells.read(pages, number, False) if 1 <= number <= pages.count and _is_child(pages, number, root) else None
        )
        if leaf is None:
            is_broken = True
            continue
        hung[number] = root
        is_broken = is_broken or leaf.broken > 0
        waiting += leaf.below
    return is_broken


def _is_child(pages: Pages, number: int, root: int) -> bool:
    place = pages.place(number)
    return place is None or place.kind == (ROOT if number == root else CHILD)


def _root(pages: Pages, number: int) -> int:
    """The root of the tree of a page, by the map of pages; 0 where that does not tell."""
    for _ in range(DEEPEST):
        if number == SCHEMA:
            return SCHEMA
        place = pages.place(number)
        if place is None or place.kind not in (ROOT, CHILD):
            return 0
        if place.kind == ROOT:
            return number
        number = place.parent
    return 0


def _name(pages: Pages, trees: Mapping[int, list[int]], names: Mapping[int, str], found: Found) -> None:
    unnamed: dict[str, list[int]] = defaultdict(list)
    for root in sorted(trees):
        name = names.get(root) or _told(pages, trees[root])
        if name in SHAPES:
            unnamed[name].append(root)
            found.tables.setdefault(name, []).extend(trees[root])
        readable = sum(cells.read(pages, number, False) is not None for number in trees[root])
        if readable < len(trees[root]):
            found.lost_pages += len(trees[root]) - readable
            found.damaged.add(name)
    # two tables of one shape, and no schema that tells them: categories were made before root causes
    if "cause" not in found.tables and len(unnamed["category"]) > 1:
        found.tables["category"] = trees[unnamed["category"][0]]
        found.tables["cause"] = trees[unnamed["category"][1]]


def _told(pages: Pages, numbers: list[int]) -> str:
    """The table that the rows of a tree look like; '' for none."""
    counted: Counter[str] = Counter()
    for number in numbers[:8]:
        for row in _leaf(pages, number).rows[:8]:
            counted.update(name for name in (*TOLD, "category", "setting", "view", "decided") if fits(name, row))
    return counted.most_common(1)[0][0] if counted else ""


def _place_alone(pages: Pages, number: int, found: Found, alone: dict[str, list[int]]) -> None:
    """A page that hangs nowhere: by its rows, if those are of one table alone."""
    rows = _leaf(pages, number).rows
    name = next((name for name in TOLD if rows and all(fits(name, row) for row in rows)), "")
    if name:
        alone[name].append(number)
        found.damaged.add(name)
    elif pages.page(number).strip(b"\0") and cells.read(pages, number, False) is None and pages.place(number) is None:
        found.lost_pages += 1


def rows(pages: Pages, found: Found, table: str) -> Iterator[tuple[Value, ...]]:
    """The rows of a table that look like it, its row id in the place of its key; those that do not are counted in
    `found.damaged`. Rows that are cut are given as far as they go."""
    shape = SHAPES[table]
    for number in found.tables.get(table, ()):
        leaf = _leaf(pages, number)
        if leaf.broken:
            found.damaged.add(table)
        for row in leaf.rows:
            if not fits(table, row):
                found.damaged.add(table)
                continue
            if row.is_cut:
                found.damaged.add(table)
            yield (row.rowid, *row.values[1:]) if shape.letters[0] == "K" and row.values else row.values
