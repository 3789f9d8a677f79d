"""Which cells of a ticket's rows become others when its fields are edited. ValueError where no cell can say a value.

Values alone: how a cell is written stands in the module of each kind of file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast

from db.formats.cells import fields_text, listed_text
from db.formats.exchange import CAUSE_SEPARATOR
from db.formats.labels import PATHS, causes
from db.formats.rethreading import cleaned
from db.formats.tables.mapping import Mapper, are_spans
from db.formats.tables.names import plain
from db.formats.tables.plan import CAUSES, RAW
from db.formats.tables.texts import text_of, value_like
from db.formats.tables.turns import written
from db.formats.vocabulary import Vocabulary
from db.values import CATEGORY, CONVERSATION, FIELDS, PROBLEM, REPLIES, ROOT_CAUSE, TITLE, Turn

Rows = Sequence[Sequence[Any]]
Cells = dict[tuple[int, int], Any]
"""Row of the ticket and column -> value."""
_LISTS = ("label", "labels", "标签")


class Changer:
    """Knows the cells of one table."""

    def __init__(self, mapper: Mapper, vocabulary: Vocabulary) -> None:
        self._mapper, self._plan, self._vocabulary = mapper, mapper.plan, vocabulary
        self._ways: Mapping[str, Callable[[Rows, Any], Cells]] = {
            TITLE: lambda rows, value: self._text(rows, TITLE, value),
            PROBLEM: lambda rows, value: self._text(rows, PROBLEM, value),
            CATEGORY: self._category,
            ROOT_CAUSE: self._root_cause,
            REPLIES: lambda rows, value: self._thread(rows, REPLIES, value),
            CONVERSATION: lambda rows, value: self._thread(rows, CONVERSATION, value),
            FIELDS: self._fields,
        }

    def cells(self, rows: Rows, edits: Mapping[str, object]) -> Cells:
        """The cells that say these values, those alone that are not the same already."""
        found: Cells = {}
        for name, value in edits.items():
            found |= self._ways[name](rows, value)
        return {(row, place): new for (row, place), new in found.items() if rows[row][place] != new}

    def _text(self, rows: Rows, role: str, value: str) -> Cells:
        place = self._only(role)
        old = rows[0][place]
        new = value_like(old, value.replace("\r\n", "\n").strip())
        # what stands in each row of a ticket changes in each
        return {(at, place): new for at, row in enumerate(rows) if row[place] == old}

    def _only(self, role: str) -> int:
        places = self._plan.having(role)
        if not places:
            raise ValueError(f"no column has the role {role}")
        return places[0]

    def _category(self, rows: Rows, value: Sequence[str]) -> Cells:
        places, path = self._plan.categories, list(value)
        self._only(CATEGORY)
        if len(places) == 1:
            said = {places[0]: self._path(rows[0][places[0]], path, self._plan.columns[places[0]].name)}
        elif len(path) > len(places):
            raise ValueError("more names than columns")
        else:
            padded = [*path, *[""] * (len(places) - len(path))]
            said = dict(zip(places, padded, strict=True))
        for place in self._plan.having(RAW):
            said[place] = self._joined(rows[0][place], path)
        return self._everywhere(rows, said)

    def _everywhere(self, rows: Rows, said: Mapping[int, Any]) -> Cells:
        """Values for the first row of a ticket, and for those that say the same there."""
        return {
            (at, place): new
            for at, row in enumerate(rows)
            for place, new in said.items()
            if row[place] == rows[0][place]
        }

    def _path(self, old: Any, path: list[str], name: str) -> Any:
        if are_spans(old):
            raise ValueError("labels of places in the text, no path")
        if isinstance(old, list):
            if old and isinstance(old[0], list):
                return [path, *old[1:]] if path else old[1:]
            if not path:
                return []
            is_one = len(old) == 1 if old else plain(name.rpartition(".")[2]) in _LISTS
            return [self._joined(old[0] if old else "", path)] if is_one else path
        return self._joined(old, path)

    def _joined(self, old: Any, path: Sequence[str]) -> str:
        text = text_of(old)
        own = self._plan.separator
        separator = next((one for one in (own, *PATHS) if one in text), own)
        return separator.join(path)

    def _root_cause(self, rows: Rows, value: str) -> Cells:
        place = self._only(ROOT_CAUSE)
        old = rows[0][place]
        new: Any = list(causes(value)) if isinstance(old, list) else value_like(old, value)
        said: dict[int, Any] = {place: new}
        for tags in self._plan.having(CAUSES):
            names = list(causes(value))
            said[tags] = names if isinstance(rows[0][tags], list) else listed_text(names, CAUSE_SEPARATOR)
        return self._everywhere(rows, said)

    def _thread(self, rows: Rows, role: str, value: Sequence[Turn] | None) -> Cells:
        self._only(role)
        slots = [(at, place) for at in range(len(rows)) for place in self._plan.having(role)]
        if value is None:
            return {(at, place): "" if isinstance(rows[at][place], str) else None for at, place in slots}
        turns = cleaned(value)
        if len(slots) == 1:
            [(at, place)] = slots
            column = self._plan.columns[place]
            return {(at, place): written(rows[at][place], turns, column.form, self._vocabulary)}
        filled = [slot for slot in slots if text_of(rows[slot[0]][slot[1]]).strip()]
        taken = filled if len(filled) == len(turns) else slots
        if len(turns) > len(taken):
            raise ValueError("more turns than cells")
        said: Cells = {slot: "" for slot in slots if slot not in taken or slot in filled}
        for (at, place), turn in zip(taken, turns, strict=False):
            form = self._plan.columns[place].form
            said[at, place] = written(rows[at][place], [turn], form, self._vocabulary)
        return said

    def _fields(self, rows: Rows, value: Sequence[tuple[str, str]]) -> Cells:
        wanted = list(value)
        said: Cells = {}
        for (at, place), (name, text) in zip(self._mapper.shown(rows), wanted, strict=False):
            if self._plan.columns[place].name != name:
                raise ValueError("fields in another order")
            said[at, place] = value_like(rows[at][place], text)
        rest = wanted[len(said) :]
        for place in self._plan.having(FIELDS):
            said[0, place] = _pairs(rows[0][place], rest)
        return said


def _pairs(old: Any, pairs: Sequence[tuple[str, str]]) -> Any:
    if old is None or isinstance(old, str):
        return fields_text(pairs)
    if isinstance(old, Mapping):
        return dict(pairs)
    if old and isinstance(cast("Sequence[Any]", old)[0], Mapping):
        return [{"name": name, "text": text} for name, text in pairs]
    return [list(pair) for pair in pairs]
