"""Which tickets have a Chinese character, or a word that begins with one or two Latin letters: a bit a ticket.

The shortest searches have the most hits; here they are one look-up a block of tickets instead of a merge of thousands
of tokens. A block's bits are stored as they are (`DENSE` bytes), or, where few are set, as their places. Works inside
the transaction of its caller.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from db.review import Review
from db.search import tokens
from db.search.lazy import np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Integers = NDArray[np.int64]

TABLE = "ticket_sign"
SCHEMA = f"""CREATE TABLE {TABLE}(sign TEXT, block INTEGER, bits BLOB, PRIMARY KEY (sign, block)) WITHOUT ROWID"""
SHIFT = 11
SIZE = 1 << SHIFT
"""Tickets in a block."""

DENSE = SIZE // 8

_BLOCKS = f"SELECT block, bits FROM {TABLE} WHERE sign = ? ORDER BY block"
_STORED = f"SELECT sign, bits FROM {TABLE} WHERE block = ? AND sign IN (SELECT value FROM json_each(?))"
_PUT = f"INSERT OR REPLACE INTO {TABLE} VALUES (?, ?, ?)"
_DROP = f"DELETE FROM {TABLE} WHERE sign = ? AND block = ?"


def signs_of(texts: Iterable[str]) -> set[str]:
    """The signs of one ticket's texts."""
    found: set[str] = set()
    for text in texts:
        for word, _ in tokens.words(tokens.normalise(text)):
            if tokens.is_wide(word[0]):
                found.update(word)
            else:
                found.update((word[0], word[:2]) if word[:2].isascii() else word[0])
    return found


def ids(review: Review, sign: str) -> Integers:
    """All tickets that have a sign."""
    blocks = [(_places(bits) + (block << SHIFT)) for block, bits in review.execute(_BLOCKS, (sign,))]
    return np.concatenate(blocks) if blocks else np.empty(0, np.int64)


def first(review: Review, sign: str, n: int) -> list[int]:
    """The first `n` of `ids`."""
    found: list[int] = []
    for block, bits in review.execute(_BLOCKS, (sign,)):
        found.extend((_places(bits) + (block << SHIFT)).tolist())
        if len(found) >= n:
            break
    return found[:n]


def count(review: Review, sign: str) -> int:
    """How many tickets have a sign."""
    blocks = review.execute(_BLOCKS, (sign,))
    return sum(int.from_bytes(bits).bit_count() if len(bits) == DENSE else len(bits) // 2 for _, bits in blocks)


def update(review: Review, ticket_id: int, removed: Iterable[str], added: Iterable[str]) -> None:
    """Follow an edit of one ticket; without numpy, which takes longer to load than this to run."""
    block, place = ticket_id >> SHIFT, ticket_id & (SIZE - 1)
    for sign, present in (*((one, False) for one in removed), *((one, True) for one in added)):
        row = review.execute(f"SELECT bits FROM {TABLE} WHERE sign = ? AND block = ?", (sign, block)).fetchone()
        places = set(_plain_places(row[0]) if row else ())
        (places.add if present else places.discard)(place)
        if places:
            review.execute(_PUT, (sign, block, _plain_bits(places)))
        else:
            review.execute(_DROP, (sign, block))


def update_many(review: Review, tickets: Integers, signs: NDArray[np.intp], names: list[str], present: bool) -> None:
    """Set or clear signs of many tickets: two arrays of pairs, ticket ids and places in `names`."""
    blocks = tickets >> SHIFT
    for block in np.flatnonzero(np.bincount(blocks)).tolist() if len(blocks) else ():
        within = blocks == block
        _update_block(review, block, tickets[within] & (SIZE - 1), signs[within], names, present)


def _update_block(
    review: Review, block: int, places: Integers, signs: NDArray[np.intp], names: list[str], present: bool
) -> None:
    used = np.flatnonzero(np.bincount(signs))
    row = np.zeros(len(names), np.intp)
    row[used] = np.arange(len(used))
    here = [names[place] for place in used.tolist()]
    rows = {name: place for place, name in enumerate(here)}
    grid = np.zeros((len(here), SIZE), bool)
    for sign, bits in review.execute(_STORED, (block, json.dumps(here))):
        grid[rows[sign], _places(bits)] = True
    grid[row[signs], places] = present
    stored = list(zip(here, _packed(grid), strict=True))
    connection = review.database.connection()
    connection.executemany(_PUT, ((sign, block, bits) for sign, bits in stored if bits))
    if not present:
        connection.executemany(_DROP, ((sign, block) for sign, bits in stored if not bits))


def _packed(grid: NDArray[np.bool_]) -> Iterator[bytes]:
    """Each row as it is stored; b'' for none."""
    ends = np.cumsum(np.count_nonzero(grid, axis=1)).tolist()
    places = (np.flatnonzero(grid) & (SIZE - 1)).astype("<u2")
    dense = np.packbits(grid, axis=1, bitorder="little")
    start = 0
    for row, end in enumerate(ends):
        few = 2 * (end - start) < DENSE
        yield places[start:end].tobytes() if few else dense[row].tobytes()
        start = end


def _places(bits: bytes) -> Integers:
    if len(bits) == DENSE:
        return np.flatnonzero(np.unpackbits(np.frombuffer(bits, np.uint8), bitorder="little"))
    return np.frombuffer(bits, "<u2").astype(np.int64)


def _plain_places(bits: bytes) -> Iterable[int]:
    if len(bits) == DENSE:
        whole = int.from_bytes(bits, "little")
        return [place for place in range(SIZE) if whole >> place & 1]
    return struct.unpack(f"<{len(bits) // 2}H", bits)


def _plain_bits(places: set[int]) -> bytes:
    if 2 * len(places) < DENSE:
        return struct.pack(f"<{len(places)}H", *sorted(places))
    return sum(1 << place for place in places).to_bytes(DENSE, "little")
