"""Rows out of the pages of trees: cells, records, and the chains of pages that hold what is too long for one.

A cell that makes no sense is counted and left out. Knows pages, no table.
"""

from __future__ import annotations

import struct

from db.mending.pages import FREE, HEAD, OVERFLOW_FIRST, OVERFLOW_MORE, TREES, Pages
from db.records import dataclass

Value = int | float | str | bytes | None
LARGEST = 1 << 30
"""Bytes of a row, at most: SQLite holds no longer one."""

_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table (`rowid`), or an entry of an index or of a table without row ids (`rowid` None). `is_cut`: the
    end of it is lost, and values are those before."""

    rowid: int | None
    values: tuple[Value, ...]
    is_cut: bool = False


class Broken(Exception):
    """Bytes that make no sense where they stand."""


@dataclass(slots=True)
class Leaf:
    """What a page of a tree holds: rows, the pages below it, and how many cells make no sense."""

    rows: list[Row]
    below: list[int]
    broken: int = 0


def read(pages: Pages, number: int, with_rows: bool = True) -> Leaf | None:
    """What a page holds, or only the pages below it; None where it is no page of a tree."""
    page, start = pages.page(number), HEAD if number == 1 else 0
    if len(page) < start + 8 or page[start] not in TREES:
        return None
    kind, cells = page[start], int.from_bytes(page[start + 3 : start + 5])
    places = start + (12 if kind in (2, 5) else 8)
    leaf = Leaf([], [])
    if places + 2 * cells > pages.size:
        return None
    for at in range(places, places + 2 * cells, 2) if with_rows or kind in (2, 5) else ():
        try:
            _cell(pages, page, kind, int.from_bytes(page[at : at + 2]), leaf, with_rows)
        except (Broken, IndexError, struct.error):
            leaf.broken += 1
    if kind in (2, 5):
        leaf.below.append(int.from_bytes(page[start + 8 : start + 12]))
    return leaf


def _cell(pages: Pages, page: bytes, kind: int, at: int, leaf: Leaf, with_rows: bool) -> None:
    if not 8 <= at < pages.size:
        raise Broken
    if kind in (2, 5):
        leaf.below.append(int.from_bytes(page[at : at + 4]))
        at += 4
    if kind == 5 or not with_rows:
        return
    size, at = varint(page, at)
    rowid = None
    if kind == 13:
        rowid, at = varint(page, at)
    payload = _payload(pages, page, at, size, kind == 13)
    values = record(payload, is_cut=len(payload) < size)
    leaf.rows.append(Row(rowid, values, len(payload) < size))


def _payload(pages: Pages, page: bytes, at: int, size: int, of_table: bool) -> bytes:
    if not 0 < size < LARGEST:
        raise Broken
    most = pages.size - 35 if of_table else (pages.size - 12) * 64 // 255 - 23
    if size <= most:
        if at + size > len(page):
            raise Broken
        return page[at : at + size]
    least = (pages.size - 12) * 32 // 255 - 23
    here = least + (size - least) % (pages.size - 4)
    here = here if here <= most else least
    if at + here + 4 > len(page):
        raise Broken
    following = int.from_bytes(page[at + here : at + here + 4])
    return page[at : at + here] + _chain(pages, following, size - here)


def _chain(pages: Pages, number: int, size: int) -> bytes:
    """What stands in a chain of pages; less where the chain breaks."""
    found, seen = [], set[int]()
    while size > 0 and number not in seen and _may_follow(pages, number, not seen):
        page = pages.page(number)
        if len(page) < pages.size:
            break
        seen.add(number)
        found.append(page[4 : 4 + min(size, pages.size - 4)])
        size -= len(found[-1])
        number = int.from_bytes(page[:4])
    return b"".join(found)


def _may_follow(pages: Pages, number: int, is_first: bool) -> bool:
    if not 2 <= number <= pages.count:
        return False
    place = pages.place(number)
    return place is None or place.kind == (OVERFLOW_FIRST if is_first else OVERFLOW_MORE)


def varint(data: bytes, at: int) -> tuple[int, int]:
    """A number of SQLite's varying length, signed, and where it ends."""
    value = 0
    for place in range(8):
        byte = data[at + place]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + place + 1
    value = value << 8 | data[at + 8]
    return value - (1 << 64) if value >= 1 << 63 else value, at + 9


def record(payload: bytes, is_cut: bool = False) -> tuple[Value, ...]:
    """The values of a record; of one that is cut, those that are whole."""
    end, at = varint(payload, 0)
    if not at <= end <= len(payload):
        raise Broken
    values: list[Value] = []
    place = end
    while at < end:
        kind, at = varint(payload, at)
        size = _size(kind)
        if place + size > len(payload):
            if is_cut:
                break
            raise Broken
        values.append(_value(kind, payload[place : place + size]))
        place += size
    return tuple(values)


def _size(kind: int) -> int:
    if kind >= 12:
        return (kind - 12) // 2
    if kind < 0 or kind in (10, 11):
        raise Broken
    return _INTEGERS.get(kind, 8 if kind == 7 else 0)


def _value(kind: int, data: bytes) -> Value:
    if kind >= 12:
        # a byte that is none of a text costs its character, not the row
        return data.decode("utf-8", "replace") if kind & 1 else data
    if kind in _INTEGERS:
        return int.from_bytes(data, signed=True)
    if kind == 7:
        return float(struct.unpack(">d", data)[0])
    return {8: 0, 9: 1}.get(kind)


def free_pages(pages: Pages) -> set[int]:
    """The pages that a file does not use: what stands there was deleted."""
    found: set[int] = set()
    head = pages.page(1)
    number = int.from_bytes(head[32:36]) if pages.whole_header else 0
    while 2 <= number <= pages.count and number not in found:
        found.add(number)
        page = pages.page(number)
        listed = min(int.from_bytes(page[4:8]), pages.size // 4 - 2)
        found.update(int.from_bytes(page[8 + 4 * n : 12 + 4 * n]) for n in range(listed))
        number = int.from_bytes(page[:4])
    return found | {number for number in range(2, pages.count + 1) if _is_free(pages, number)}


def _is_free(pages: Pages, number: int) -> bool:
    place = pages.place(number)
    return place is not None and place.kind == FREE
