"""Reads JSON of any shape and JSONL of any keys: a row an object, its place the range of its bytes.

A file of JSON is held as text while it is read; JSONL goes by line by line. What breaks off is told with its place.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from db.errors import SourceError
from db.formats.encoding import Encoding, byte_lines
from db.formats.jsonl import BAD_LINE, UNDECODABLE, whole_text
from db.formats.jsonline import members, read_value, skip
from db.formats.tables import heads, shapes
from db.formats.tables.data import Data, encoding_of
from db.formats.tables.doubled import DOUBLED, doubled_key, doubled_of
from db.formats.tables.flat import flat
from db.formats.tables.plan import JSON, Asked, Layout, Survey, named
from db.formats.tables.shapes import COLUMNS, KEY, LINES, LISTS, NAMED, OBJECTS, ONE
from db.formats.tables.texts import text_of
from db.records import replace
from db.values import Finding

LARGEST = 512 << 20
"""Bytes of a JSON file that is no JSONL."""
SHOWN = 200
LOOKED = 2000
"""Rows whose keys are the columns; keys that come later are fields. In these, keys that stand twice are told."""
TOGETHER, UNREAD = "table.together", "table.unread"
Row = tuple[int, tuple[int, int], Any]
"""Line (1-based), range of bytes, value."""


def survey(data: Data, asked: Asked) -> tuple[Encoding, Survey]:
    """The shape of a file, its columns and first rows. SourceError where there are no rows in it."""
    encoding = encoding_of(data)
    layout, notes = _layout(data, encoding, asked)
    looked = list(islice(rows(data, layout, encoding, []), LOOKED))
    if layout.shape == LISTS:
        return encoding, _of_lists(layout, looked, asked, data)
    flats = [flat(value) for _, _, value in looked if isinstance(value, dict)]
    names = tuple(dict.fromkeys(name for one in flats for name in one))
    if not names:
        raise SourceError("source.no_tickets" if layout.shape == LINES else "table.no_rows", file=data.name)
    shown = [[one.get(name) for name in names] for one in flats[:SHOWN]]
    return encoding, Survey(layout, names, shown, [line for line, _, _ in looked[:SHOWN]], (), notes)


def _of_lists(layout: Layout, looked: list[Row], asked: Asked, data: Data) -> Survey:
    lists = [value for _, _, value in looked if isinstance(value, list)]
    if not lists:
        raise SourceError("table.no_rows", file=data.name)
    table = [[text_of(cell) for cell in one] for one in lists[:SHOWN]]
    lines = [line for line, _, value in looked if isinstance(value, list)]
    head, notes = heads.find(table, lines, asked.header)
    width = max(map(len, lists))
    names = named(heads.names(table, head), width)
    shown = [[*one, *[None] * (width - len(one))] for one in lists[head.header : head.header + SHOWN]]
    placed = replace(layout, header=head.header, names=head.names)
    return Survey(placed, names, shown, lines[head.header : head.header + SHOWN], (), notes)


def _layout(data: Data, encoding: Encoding, asked: Asked) -> tuple[Layout, tuple[heads.Note, ...]]:
    sample = data.beginning()[len(encoding.mark) :].decode(encoding.codec, "replace")
    if _are_lines(sample, data):
        return Layout(JSON, shape=LINES, header=0), ()
    return _Whole(data, encoding, []).find(frozenset(name for _, names in asked.roles for name in names))


def _are_lines(sample: str, data: Data) -> bool:
    """Whether each line is a value of its own: two whole lines are, or all that there is."""
    lines = [line for line in sample.split("\n") if line.strip()]
    if not lines or not lines[0].lstrip().startswith("{"):
        return False
    first = loads(lines[0])
    if len(lines) > 1:
        return isinstance(first, dict) or (data.name.lower().endswith((".jsonl", ".ndjson")))
    return isinstance(first, dict) and not data.name.lower().endswith(".json")


def loads(text: str) -> Any:
    """The value of a text of JSON; None where it is none."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def rows(data: Data, layout: Layout, encoding: Encoding, found: list[Finding]) -> Iterator[Row]:
    """The rows of a file as values, before their columns are known."""
    if layout.shape == LINES:
        return _lines(data, encoding, found)
    return _Whole(data, encoding, found).rows(layout)


def walk(
    data: Data, layout: Layout, names: tuple[str, ...], encoding: Encoding, found: list[Finding]
) -> Iterator[tuple[int, tuple[int, int], list[Any], list[tuple[str, str]]]]:
    """The rows of tickets by these columns; what has no column stands beside, as name and text."""
    known, width = frozenset(names), len(names)
    values: list[Any]
    for number, (line, span, value) in enumerate(rows(data, layout, encoding, found)):
        if type(value) is list and layout.shape == LISTS:
            if number >= layout.header:
                values = [*value, *[None] * (width - len(value))]
                more = [(f"column {place + 1}", text_of(one)) for place, one in enumerate(value[width:], width)]
                yield line, span, values, more
        elif type(value) is dict and layout.shape != LISTS:
            row = flat(value)
            get = row.get
            values = [get(name) for name in names]
            more = [(name, text_of(row[name])) for name in row if name not in known]
            yield line, span, values, [pair for pair in more if pair[1]]
        else:
            found.append(Finding(BAD_LINE, line, None, {"text": text_of(value)[:80]}))


def _lines(data: Data, encoding: Encoding, found: list[Finding]) -> Iterator[Row]:
    with data.open() as file:
        end = len(file.read(len(encoding.mark)))
        for number, line in enumerate(byte_lines(file.read(), encoding) if encoding.is_wide else file, 1):
            start, end = end, end + len(line)
            if line.isspace():
                continue
            try:
                text = line.decode(encoding.codec)
            except UnicodeDecodeError:
                found.append(Finding(UNDECODABLE, number))
                text = line.decode(encoding.codec, "replace")
            try:
                value = json.loads(text)
            except (ValueError, RecursionError):
                found.append(Finding(BAD_LINE, number, None, {"text": text[:80].strip()}))
                continue
            if number <= LOOKED and (key := doubled_key(text, value)):
                found.append(Finding(DOUBLED, number, None, {"key": key}))
            yield number, (start, end), whole_text(value) if "\\u" in text else value


class _Whole:
    """A file of JSON as text."""

    def __init__(self, data: Data, encoding: Encoding, found: list[Finding]) -> None:
        if data.size > LARGEST:
            raise SourceError("table.json_large", file=data.name, size=data.size >> 20, most=LARGEST >> 20)
        with data.open() as file:
            body = file.read()[len(encoding.mark) :]
        self._found = found
        self._name, self._codec, self._start = data.name, encoding.codec, len(encoding.mark)
        # what is no text stays countable: a byte a sign
        self._errors = "surrogateescape" if encoding.codec == "utf-8" else "replace"
        self._text = body.decode(encoding.codec, self._errors)
        self._odd = "\\u" in self._text or (self._errors == "surrogateescape" and not _is_text(self._text))

    def find(self, asked: frozenset[str]) -> tuple[Layout, tuple[heads.Note, ...]]:
        """How the rows lie, and what there is besides; columns of the names that are asked for are among them."""
        start = skip(self._text, 0)
        sign = self._text[start : start + 1]
        if sign == "[":
            first = skip(self._text, start + 1)
            shape = {"{": OBJECTS, "[": LISTS}.get(self._text[first : first + 1])
            if shape is None:
                raise SourceError("table.no_rows", file=self._name)
            return Layout(JSON, shape=shape, header=0), ()
        if sign != "{":
            raise self._broken(start, "no object and no list")
        found = shapes.find(self._value(start)[0], asked)
        if found.shape == COLUMNS:
            raise SourceError("table.columns", file=self._name)
        # of keys that stand twice the last counts, wherever the first stands
        path, *beside = sorted(found.paths, key=self._place) if len(found.paths) > 1 else found.paths
        said = [(UNREAD, one) for one in found.unread] + [(TOGETHER, one) for one in beside]
        notes = tuple((code, self._line(self._place(one)), {"name": ".".join(one)}) for code, one in said)
        return Layout(JSON, path=path, beside=tuple(beside), shape=found.shape, header=0), notes

    def _place(self, path: Sequence[str]) -> int:
        """Where the value stands that keys lead to."""
        start = skip(self._text, 0)
        for key in path:
            members = self._members(start)
            for name in doubled_of([name for name, _, _ in members]):
                told = Finding(DOUBLED, self._line(start), None, {"key": name})
                self._found += [told] if told not in self._found else []  # lists beside one another share a way
            start = {name: place for name, _, place in members}[key]
        return start

    def _line(self, place: int) -> int:
        return self._text.count("\n", 0, place) + 1

    def _members(self, start: int) -> list[tuple[str, Any, int]]:
        try:
            _, end = read_value(self._text, start)  # `members` does not see where an object breaks off
            held = members(self._text[start:end])[0]
        except ValueError as exc:
            raise self._broken(getattr(exc, "pos", 0), getattr(exc, "msg", "")) from exc
        except RecursionError as exc:
            raise self._broken(start, "too deep") from exc
        return [(one.key, one.value, one.start + start) for one in held]

    def rows(self, layout: Layout) -> Iterator[Row]:
        """The rows there."""
        read = {NAMED: self._named, ONE: self._one}.get(layout.shape, self._elements)
        places = (one for path in (layout.path, *layout.beside) for one in read(self._place(path)))
        at = line = 0
        byte = self._start
        for number, (first, last, value) in enumerate(places):
            line += self._text.count("\n", at, first)
            byte += self._bytes(at, first)
            size = self._bytes(first, last)
            at = first
            if number < LOOKED and (key := doubled_key(self._text[first:last], value)):
                self._found.append(Finding(DOUBLED, line + 1, None, {"key": key}))
            yield line + 1, (byte, byte + size), whole_text(value) if self._odd else value

    def _bytes(self, first: int, last: int) -> int:
        text = self._text[first:last]
        return (
            len(text)
            if text.isascii() and not self._codec.startswith("utf-16")
            else len(text.encode(self._codec, self._errors))
        )

    def _one(self, start: int) -> Iterator[tuple[int, int, Any]]:
        value, end = self._value(start)
        yield start, end, value
        self._end(end)

    def _elements(self, start: int) -> Iterator[tuple[int, int, Any]]:
        place = skip(self._text, start + 1)
        while self._text[place : place + 1] != "]":
            value, end = self._value(place)
            yield place, end, value
            place = skip(self._text, end)
            sign = self._text[place : place + 1]
            if sign not in (",", "]") or not sign:
                raise self._broken(place, "no comma and no end of the list")
            place = skip(self._text, place + 1) if sign == "," else place
        self._end(place + 1)

    def _end(self, place: int) -> None:
        """Behind a list that is the file itself nothing follows."""
        place = skip(self._text, place)
        if place < len(self._text) and self._text[place] not in ",}]":
            raise self._broken(place, "text behind the end")

    def _named(self, start: int) -> Iterator[tuple[int, int, Any]]:
        for key, value, place in self._members(start):
            _, end = self._value(place)
            yield place, end, {KEY: key, **value} if isinstance(value, Mapping) else value

    def _value(self, place: int) -> tuple[Any, int]:
        try:
            return read_value(self._text, place)
        except RecursionError as exc:
            raise self._broken(place, "too deep") from exc
        except ValueError as exc:
            raise self._broken(getattr(exc, "pos", place), getattr(exc, "msg", "")) from exc

    def _broken(self, place: int, reason: str) -> SourceError:
        place = min(place, len(self._text))
        column = place - (self._text.rfind("\n", 0, place) + 1) + 1
        return SourceError("table.json_broken", file=self._name, line=self._line(place), column=column, reason=reason)


def _is_text(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
