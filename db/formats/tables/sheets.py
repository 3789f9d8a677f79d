"""Reads a sheet of a workbook (XLSX) as rows of text, streamed: neither the archive nor the sheet is held as a whole.

A sheet that claims a cell in
its last column costs a row of that length and no more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from db.formats.tables.archive import Archive, unescaped
from db.formats.tables.blocks import NS, Block, blocks, trees
from db.formats.tables.styles import date_text, dates, is_1904
from db.records import dataclass, field

_C, _V, _IS, _T, _R, _F = (f"{NS}{tag}" for tag in ("c", "v", "is", "t", "r", "f"))
_MERGE = re.compile(rb'<mergeCell\b[^>]*\bref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
_ROW = re.compile(r"<row\b(?P<about>[^>]*?)(?:/>|>(?P<cells>.*?)</row>)", re.DOTALL)
_NUMBER = re.compile(r'\br="(\d+)"')
_CELL = re.compile(
    r'<c r="([A-Z]{1,3})\d+"(?: s="(\d+)")?(?: t="(\w+)")?'
    r'(?:/>|>(?:<v>([^<]*)</v>|<is><t(?: xml:space="preserve")?>([^<]*)</t></is>)?</c>)'
)
_ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_ENTITY = re.compile(f"&({'|'.join(_ENTITIES)}|#[0-9]{{1,7}}|#[xX][0-9A-Fa-f]{{1,6}});")
_LAST = 0x110000
_MOST_MERGED = 100_000
Merge = tuple[int, int, int, int]
"""First row, last row, first column, last column; rows from 1, columns from 0."""
Cells = dict[int, str]
"""Column (from 0) -> text, of the cells that say something."""


@dataclass(slots=True)
class Merges:
    """Cells that were merged: rows and columns, and what they say, which stands in the first of them."""

    ranges: list[Merge] = field(default_factory=list)


class Book:
    """What the sheets of an open workbook have in common: texts, and which numbers are dates."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.dates, self.from_1904 = dates(archive), is_1904(archive)
        self.shared = _shared(archive)


class Sheet:
    """One sheet of an open workbook."""

    def __init__(self, book: Book, part: str) -> None:
        self._archive, self._part = book.archive, part
        self._dates, self._from_1904, self._shared = book.dates, book.from_1904, book.shared
        self._columns: dict[str, int] = {}
        self.merges = Merges()

    def find_merges(self) -> None:
        """Look for merged cells, which are told only behind all rows."""
        tail = b""
        found = self.merges.ranges
        for block in self._archive.blocks(self._part):
            if b"<mergeCell " in block or b"<mergeCell " in tail:
                for match in _MERGE.finditer(tail + block):
                    first, row, last, to = match.groups()
                    one = (int(row), int(to), column_of(first.decode()), column_of(last.decode()))
                    if len(found) < _MOST_MERGED and (not found or found[-1] != one):
                        found.append(one)
            tail = block[-200:]
        found[:] = sorted(set(found))

    def rows(self) -> Iterator[tuple[int, Cells]]:
        """Row (from 1) and cells, of the rows that say something; merged ones as they stand."""
        last = 0
        for block in blocks(self._archive, self._part, "sheetData", "row"):
            for given, cells in self._quickly(block) if isinstance(block, Block) else self._parsed(block):
                last = int(given) if given is not None and given.isdigit() else last + 1
                if cells:
                    yield last, cells

    def _parsed(self, tree: Element) -> Iterator[tuple[str | None, Cells]]:
        for row in tree:
            yield row.get("r"), self._cells(row)

    def _quickly(self, block: Block) -> Iterator[tuple[str | None, Cells]]:
        """Rows in the form that programs write are told by a pattern, which takes a third of the time; all others are
        parsed."""
        text = _ends(block.items.decode("utf-8", "replace"))
        at = 0
        for row in _ROW.finditer(text):
            if row.start() != at and not text[at : row.start()].isspace():
                break
            at = row.end()
            said = row["cells"]
            cells = self._told(said) if said else {}
            if cells is None:
                found = Block(block.opened, row[0].encode(), block.close).tree(self._archive, self._part)
                yield from self._parsed(found)
            else:
                number = _NUMBER.search(row["about"])
                yield number[1] if number is not None else None, cells
        if text[at:].strip():  # what is no row, or broken
            rest = Block(block.opened, text[at:].encode(), block.close)
            yield from self._parsed(rest.tree(self._archive, self._part))

    def _told(self, row: str) -> Cells | None:
        """The cells of a row; None where one is in another form."""
        found: Cells = {}
        known, at = self._columns, 0
        for cell in _CELL.finditer(row):
            if cell.start() != at:
                return None
            at = cell.end()
            name, style, kind, value, inline = cell.groups()
            text = inline if inline is not None else value
            if not text:
                continue
            place = known[name] if name in known else known.setdefault(name, column_of(name))
            if "&" in text:
                text = _ENTITY.sub(_sign, text)
            if inline is not None:
                found[place] = unescaped(text)
            elif said := self._value(kind, style, text):
                found[place] = said
        return found if at == len(row) else None

    def _value(self, kind: str | None, style: str | None, text: str) -> str:
        """What the value of a cell says, by the kind of the cell."""
        if kind == "s":
            return self._shared[int(text)] if text.isdigit() and int(text) < len(self._shared) else ""
        if kind is None or kind == "n":
            return date_text(text, self._from_1904) if style in self._dates else _number(text)
        return {"1": "TRUE", "0": "FALSE"}.get(text, text) if kind == "b" else unescaped(text)

    def _cells(self, row: Element) -> Cells:
        found: Cells = {}
        known = self._columns
        at = -1
        for cell in row:
            get = cell.get
            place = get("r")
            if place is None:
                at += 1
            else:
                name = place.rstrip("0123456789")
                at = known[name] if name in known else known.setdefault(name, column_of(name))
            if len(cell):
                text = cell[-1].text if cell[-1].tag == _V else cell.findtext(_V)
                inline = get("t") == "inlineStr"
                said = _text(cell) if inline else self._value(get("t"), get("s"), text) if text else _formula(cell)
                if said:
                    found[at] = said
        return found


def _ends(text: str) -> str:
    """Line feeds as XML has them."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _sign(found: re.Match[str]) -> str:
    """What an entity stands for; there are no others without a DOCTYPE."""
    name = found[1]
    if name[0] != "#":
        return _ENTITIES[name]
    number = int(name[2:], 16) if name[1] in "xX" else int(name[1:])
    return chr(number) if number < _LAST else "\ufffd"


def _number(text: str) -> str:
    """A number as it is shown: a whole one without a point."""
    return text[:-2] if text.endswith(".0") else text


def _formula(cell: Element) -> str:
    """A formula that nobody has worked out stands as it is."""
    formula = cell.find(_F)
    return f"={formula.text}" if formula is not None and formula.text else _text(cell)


def _text(cell: Element) -> str:
    inline = cell.find(_IS)
    return "" if inline is None else _rich(inline)


def _rich(item: Element) -> str:
    """A text, whole or in runs; how it is pronounced is no part of it."""
    if len(item) == 1 and item[0].tag == _T:
        return unescaped(item[0].text or "")
    pieces: list[str] = []
    for one in item:
        if one.tag == _T:
            pieces.append(one.text or "")
        elif one.tag == _R:
            pieces += [run.text or "" for run in one if run.tag == _T]
    return unescaped("".join(pieces))


def _shared(archive: Archive) -> Sequence[str]:
    if "xl/sharedStrings.xml" not in archive.names:
        return ()
    return [_rich(item) for tree in trees(archive, "xl/sharedStrings.xml", "sst", "si") for item in tree]


def column_of(name: str) -> int:
    """A column's place (from 0) by its letters; -1 for no letters."""
    place = 0
    for letter in name[:3]:
        place = place * 26 + ord(letter) - 64
    return place - 1


def letters(place: int) -> str:
    """The letters of a column by its place from 0."""
    name = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        name = chr(65 + rest) + name
    return name
