"""Writes workbooks back: in the XML of a sheet the cells of edited fields become texts; all else stays byte for byte.

A row that is left out leaves an empty row, so that formulas point where they did.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape

from db.formats.tables.archive import Archive, with_part
from db.formats.tables.data import Data
from db.formats.tables.merged import Texts
from db.formats.tables.sheets import Merge, column_of, letters
from db.formats.workbook import CHARACTERS

_ROW = re.compile(rb"<row\b(?P<about>[^>]*?)(?:/>|>(?P<cells>.*?)</row>)", re.DOTALL)
_NUMBER = re.compile(rb'\br="(\d+)"')
_CELL = re.compile(rb"<c\b(?P<about>[^>]*?)(?:/>|>.*?</c>)", re.DOTALL)
_PLACE = re.compile(rb'\br="([A-Z]{1,3})\d+"')
_STYLE = re.compile(rb'\bs="\d+"')
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_x[0-9A-Fa-f]{4}_")
_MERGES = re.compile(rb"<mergeCells\b[^>]*>(.*?)</mergeCells>", re.DOTALL)
_MERGE = re.compile(rb'<mergeCell\b[^>]*\bref="([A-Z0-9:]+)"[^>]*?(?:/>|></mergeCell>)')


def rewritten(
    whole: bytes, name: str, part: str, cells: Texts, drop: frozenset[int], apart: frozenset[Merge]
) -> Iterator[bytes]:
    """A workbook with other cells on one sheet, without some of its rows and of its merges.

    ValueError where a cell cannot hold its text, or the sheet is written in another way than programs write it.
    """
    for row in cells.values():
        for text in row.values():
            if len(text.encode("utf-16-le", "surrogatepass")) // 2 > CHARACTERS:
                raise ValueError("longer than a cell")
    with Archive(Data.of_bytes(whole, name)) as archive:
        sheet = b"".join(archive.blocks(part))
    yield from with_part(whole, part, _unmerged(_sheet(sheet, cells, drop), apart))


def _sheet(sheet: bytes, cells: Texts, drop: frozenset[int]) -> bytes:
    pieces, at, number = [], 0, 0
    left = set(cells) | drop
    for match in _ROW.finditer(sheet):
        given = _NUMBER.search(match["about"])
        number = int(given[1]) if given is not None else number + 1
        if number not in left:
            continue
        left.discard(number)
        pieces.append(sheet[at : match.start()])
        at = match.end()
        if number not in drop:
            pieces.append(_row(match["about"], match["cells"] or b"", number, cells[number]))
    if left:
        raise ValueError("rows that are not there")
    return b"".join([*pieces, sheet[at:]])


def _unmerged(sheet: bytes, apart: frozenset[Merge]) -> bytes:
    """A sheet without some of its merges; a list of none is none."""
    if not apart:
        return sheet
    gone = {f"{letters(column)}{first}:{letters(to)}{last}".encode() for first, last, column, to in apart}

    def left(found: re.Match[bytes]) -> bytes:
        stay = [one[0] for one in _MERGE.finditer(found[1]) if one[1] not in gone]
        return b'<mergeCells count="%d">%s</mergeCells>' % (len(stay), b"".join(stay)) if stay else b""

    return _MERGES.sub(left, sheet)


def _row(about: bytes, old: bytes, number: int, cells: Mapping[int, str]) -> bytes:
    pieces, at = [], 0
    waiting = dict(sorted(cells.items()))
    place = -1
    for match in _CELL.finditer(old):
        named = _PLACE.search(match["about"])
        place = column_of(named[1].decode()) if named is not None else place + 1
        pieces.append(old[at : match.start()])
        for column in [one for one in waiting if one < place]:
            pieces.append(_cell(number, column, waiting.pop(column), b""))
        style = _STYLE.search(match["about"])
        said = waiting.pop(place, None)
        pieces.append(match.group() if said is None else _cell(number, place, said, style[0] if style else b""))
        at = match.end()
    pieces.append(old[at:])
    pieces += [_cell(number, column, text, b"") for column, text in waiting.items()]
    return b"<row" + about + b">" + b"".join(pieces) + b"</row>"


def _cell(row: int, column: int, text: str, style: bytes) -> bytes:
    head = f'<c r="{letters(column)}{row}"'.encode() + (b" " + style if style else b"")
    if not text:
        return head + b"/>"
    body = escape(_CONTROL.sub(_escaped, text), quote=False)
    return head + f' t="inlineStr"><is><t xml:space="preserve">{body}</t></is></c>'.encode("utf-8", "replace")


def _escaped(found: re.Match[str]) -> str:
    sign = found[0]
    return f"_x{ord(sign):04X}_" if len(sign) == 1 else f"_x005F{sign}"
