"""Where the tickets of a value of JSON are: which of its lists of objects, or its objects by name, look most like it.

Lists of the same keys are one table. Knows values, no text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, NamedTuple

from db.formats.tables.flat import flat
from db.formats.tables.names import known
from db.values import CATEGORY, CONVERSATION, PROBLEM, REPLIES, ROOT_CAUSE, TITLE

LINES, OBJECTS, NAMED, ONE, LISTS = "lines", "objects", "named", "one", "lists"
COLUMNS = "columns"
"""A list a column: of no use as rows."""
KEY = "key"
"""Column for the names of an object of objects."""
_DEEP = 3
_LOOKED = 50
_NEEDED = frozenset({TITLE, PROBLEM})
_FIELDS = _NEEDED | {CATEGORY, REPLIES, CONVERSATION, ROOT_CAUSE}
Path = tuple[str, ...]


class Found(NamedTuple):
    """The shape of a file, the ways to its rows in their order, and the ways to what are no rows of it."""

    shape: str
    paths: tuple[Path, ...]
    unread: tuple[Path, ...] = ()


class _Place(NamedTuple):
    path: Path
    shape: str
    n: int
    names: frozenset[str]
    roles: frozenset[str]

    @property
    def is_ticket(self) -> bool:
        return bool(self.roles & _NEEDED)


def find(value: Mapping[str, Any], asked: frozenset[str]) -> Found:
    """Where the rows are; `asked` are names of columns that somebody speaks of."""
    found = list(_places(value, (), _DEEP))
    if not found:
        return Found(COLUMNS if _are_columns(flat(value)) else ONE, ((),))

    def likeness(one: _Place) -> tuple[int, bool, int, int, int]:
        return len(asked & one.names), one.is_ticket, len(one.roles), -len(one.path), one.n

    best = max(found, key=likeness)
    read = [one for one in found if one is best or (one.shape == best.shape == OBJECTS and _are_alike(one, best))]
    paths = tuple(one.path for one in read)
    return Found(best.shape, paths, tuple(one.path for one in found if _is_lost(one, read)))


def _places(value: Mapping[str, Any], path: Path, depth: int) -> Iterator[_Place]:
    """All that may be rows, in the order of the file; what is part of objects by name is none."""
    if len(value) > 1 and all(isinstance(one, dict) and one for one in value.values()):
        shape = COLUMNS if _are_columns(value) else NAMED
        named = _place(path, shape, [{KEY: key, **one} for key, one in value.items()])
        yield named
        if named.roles and _is_one_kind([set(one) for one in islice(value.values(), _LOOKED)]):
            return
    for key, held in value.items():
        if isinstance(held, list) and held and all(isinstance(one, dict) for one in held[:_LOOKED]):
            yield _place((*path, key), OBJECTS, held)
        elif isinstance(held, dict) and depth:
            yield from _places(held, (*path, key), depth - 1)


def _place(path: Path, shape: str, rows: list[dict[str, Any]]) -> _Place:
    names = frozenset(name for row in rows[:_LOOKED] for name in flat(row))
    return _Place(path, shape, len(rows), names, frozenset(filter(None, map(known, names))) & _FIELDS)


def _is_one_kind(rows: list[set[str]]) -> bool:
    common, all_of_them = set.intersection(*rows), set.union(*rows)
    return common == all_of_them or (len(common) > 1 and len(common) * 2 >= len(all_of_them))


def _are_alike(one: _Place, other: _Place) -> bool:
    return len(one.names & other.names) * 2 > len(one.names | other.names)


def _is_lost(one: _Place, read: list[_Place]) -> bool:
    """Whether nothing of a place is read; objects by name are worth telling of where they look like tickets."""
    within = any(one.path[: len(other.path)] == other.path for other in read)
    around = any(other.path[: len(one.path)] == one.path for other in read)
    return not within and not around and (one.shape == OBJECTS or one.is_ticket)


def _are_columns(value: Mapping[str, Any]) -> bool:
    """Whether each member is for many tickets, titles or problems among them: a list, or an object by number."""
    needed = [held for name, held in value.items() if known(name) in _NEEDED]
    sizes = [len(held) for held in value.values() if _is_column(held)]
    return bool(needed) and all(map(_is_column, needed)) and len(sizes) > 1 and len(set(sizes)) == 1


def _is_column(held: Any) -> bool:
    if isinstance(held, dict):
        return len(held) > 1 and all(key.isdigit() for key in held)
    return isinstance(held, list) and len(held) > 1 and not any(isinstance(one, (dict, list)) for one in held)
