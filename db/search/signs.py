"""Which tickets have a Chinese character, or a word that begins with one or two Latin letters: a bit a ticket.

The shortest searches have the most hits; here they are one look-up a block of tickets instead of a merge of thousands
of tokens. A block's bits are stored as they are (`DENSE` bytes), or, where few are set, as their places. Those of root
causes are kept apart, under the sign with a mark (`tokens.MARK`), and found with the others; those of titles are kept
once more, under the sign with `TITLED`. Works inside the transaction of its caller.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from db.review import Review
from db.search import tokens
from db.search.lazy import np
from db.search.tokens import MARK

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Integers = NDArray[np.int64]
    Bytes = NDArray[np.uint8]

TABLE = "ticket_sign"
SCHEMA = f"""CREATE TABLE {TABLE}(block INTEGER, sign TEXT, bits BLOB, PRIMARY KEY (block, sign)) WITHOUT ROWID"""
SHIFT = 11
SIZE = 1 << SHIFT
"""Tickets in a block."""

DENSE = SIZE // 8
TITLED = "^"
"""Before the sign of a title, which no text holds: to list what is in titles first, FTS5 would merge thousands of
tokens, 0.34 s until the first hits of one character in a million tickets are known."""

_BLOCKS = f"""SELECT block, bits FROM json_each(?) CROSS JOIN {TABLE} ON block = json_each.value
    WHERE sign IN (?, ?) ORDER BY json_each.id"""
_STORED = f"SELECT sign, bits FROM {TABLE} WHERE block = ? AND sign IN (SELECT value FROM json_each(?))"
_PUT = f"INSERT OR REPLACE INTO {TABLE}(sign, block, bits) VALUES (?, ?, ?)"
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
    """The tickets that have a sign."""
    blocks = [_places(bits) + (block << SHIFT) for block, bits in _blocks(review, sign)]
    return np.concatenate(blocks) if blocks else np.empty(0, np.int64)


def first(review: Review, sign: str, n: int) -> list[int]:
    """The first `n` of `ids`."""
    found: list[int] = []
    for block, bits in _blocks(review, sign):
        found.extend((_places(bits) + (block << SHIFT)).tolist())
        if len(found) >= n:
            break
    return found[:n]


def count(review: Review, sign: str) -> int:
    """How many tickets have a sign."""
    stored = (bits for _, bits in _blocks(review, sign))
    return sum(int.from_bytes(bits).bit_count() if len(bits) == DENSE else len(bits) // 2 for bits in stored)


def _blocks(review: Review, sign: str) -> Iterator[tuple[int, bytes]]:
    """The blocks that have a sign, in a root cause or elsewhere. Their key begins with the block: an import writes at
    one place."""
    last = review.execute("SELECT max(id) FROM ticket").fetchone()[0] or 0
    rows = review.execute(_BLOCKS, (json.dumps(list(range((last >> SHIFT) + 1))), sign, MARK + sign))
    for block, stored in groupby(rows, itemgetter(0)):
        bits = [row[1] for row in stored]
        yield block, bits[0] if len(bits) == 1 else _whole(bits).to_bytes(DENSE, "little")


def has(review: Review, ticket_id: int, sign: str) -> bool:
    """Whether a ticket has a sign, a mark before it where it is one of a root cause; without numpy."""
    sql = f"SELECT bits FROM {TABLE} WHERE block = ? AND sign = ?"
    row = review.execute(sql, (ticket_id >> SHIFT, sign)).fetchone()
    if row is None:
        return False
    bits, place = row[0], ticket_id & (SIZE - 1)
    return bool(bits[place >> 3] >> (place & 7) & 1) if len(bits) == DENSE else place in _plain_places(bits)


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


def update_many(review: Review, tickets: Integers, codes: Integers, name: Callable[[int], str], present: bool) -> None:
    """Set or clear signs of many tickets: two arrays of pairs, ticket ids and signs as numbers that `name` names."""
    blocks = tickets >> SHIFT
    for block in np.flatnonzero(np.bincount(blocks)).tolist() if len(blocks) else ():
        within = blocks == block
        _update_block(review, block, tickets[within] & (SIZE - 1), codes[within], name, present)


def _update_block(
    review: Review, block: int, places: Integers, codes: Integers, name: Callable[[int], str], present: bool
) -> None:
    used = np.flatnonzero(np.bincount(codes))
    row = np.empty(int(used[-1]) + 1, np.intp)
    row[used] = np.arange(len(used))
    here = [name(code) for code in used.tolist()]
    rows = dict(zip(here, range(len(here)), strict=True))
    bits = np.zeros((len(here), DENSE), np.uint8)
    _load(bits, [(rows[sign], was) for sign, was in review.execute(_STORED, (block, json.dumps(here)))])
    _set(bits, row[codes], places, present)
    stored = list(zip(here, _packed(bits), strict=True))
    review.executemany(_PUT, ((sign, block, now) for sign, now in stored if now))
    if not present:
        review.executemany(_DROP, ((sign, block) for sign, now in stored if not now))


def _set(bits: Bytes, rows: Integers, places: Integers, present: bool) -> None:
    masks = np.left_shift(1, places & 7).astype(np.uint8)
    at = rows * DENSE + (places >> 3)
    if present:
        np.bitwise_or.at(bits.ravel(), at, masks)
    else:
        np.bitwise_and.at(bits.ravel(), at, ~masks)


def _load(bits: Bytes, stored: list[tuple[int, bytes]]) -> None:
    """Set what is stored, as pairs of a row and its bits."""
    dense = [(row, was) for row, was in stored if len(was) == DENSE]
    sparse = [(row, was) for row, was in stored if len(was) < DENSE]
    bits[[row for row, _ in dense]] = np.frombuffer(b"".join(was for _, was in dense), np.uint8).reshape(-1, DENSE)
    rows = np.repeat(np.array([row for row, _ in sparse], np.int64), [len(was) // 2 for _, was in sparse])
    _set(bits, rows, np.frombuffer(b"".join(was for _, was in sparse), "<u2").astype(np.int64), present=True)


def _packed(bits: Bytes) -> Iterator[bytes]:
    """Each row as it is stored; b'' for none."""
    counts = _ones()[bits].sum(axis=1)
    few = 2 * counts < DENSE
    places = np.flatnonzero(np.unpackbits(bits[few], axis=1, bitorder="little")) & (SIZE - 1)
    data = places.astype("<u2").tobytes()
    start = 0
    for row, (count, is_few) in enumerate(zip(counts.tolist(), few.tolist(), strict=True)):
        if is_few:
            yield data[start : start + 2 * count]
            start += 2 * count
        else:
            yield bits[row].tobytes()


@cache
def _ones() -> Bytes:
    """How many bits are set in each byte."""
    return np.array([byte.bit_count() for byte in range(256)], np.uint8)


def _places(bits: bytes) -> Integers:
    if len(bits) == DENSE:
        return np.flatnonzero(np.unpackbits(np.frombuffer(bits, np.uint8), bitorder="little"))
    return np.frombuffer(bits, "<u2").astype(np.int64)


def _whole(stored: Iterable[bytes]) -> int:
    """What any of these has, as one number."""
    found = 0
    for bits in stored:
        if len(bits) == DENSE:
            found |= int.from_bytes(bits, "little")
        else:
            dense = bytearray(DENSE)
            for place in _plain_places(bits):
                dense[place >> 3] |= 1 << (place & 7)
            found |= int.from_bytes(dense, "little")
    return found


def _plain_places(bits: bytes) -> Iterable[int]:
    if len(bits) == DENSE:
        whole = int.from_bytes(bits, "little")
        return [place for place in range(SIZE) if whole >> place & 1]
    return struct.unpack(f"<{len(bits) // 2}H", bits)


def _plain_bits(places: set[int]) -> bytes:
    if 2 * len(places) < DENSE:
        return struct.pack(f"<{len(places)}H", *sorted(places))
    return sum(1 << place for place in places).to_bytes(DENSE, "little")
