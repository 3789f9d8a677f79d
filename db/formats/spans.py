"""Where fields stand in a source, packed small: a database keeps one blob a ticket. Only numbers and names."""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping

from db.values import CATEGORY, CONVERSATION, PROBLEM, REPLIES, ROOT_CAUSE, TITLE

TICKET = "ticket"
BYTES = "bytes"
"""Where a ticket of a Markdown source stands in the bytes of the file; all other spans of it count characters."""

_NAMES = (TICKET, TITLE, CATEGORY, PROBLEM, REPLIES, CONVERSATION, ROOT_CAUSE, BYTES)
_CODES = {name: code for code, name in enumerate(_NAMES)}
_OTHER = 255
_ENTRY = struct.Struct("<BQQ")
_ONE = struct.Struct("<BQQ").pack


def pack_spans(spans: Mapping[str, tuple[int, int]]) -> bytes:
    """Spans as bytes that `unpack_spans` reads."""
    if len(spans) == 1 and TICKET in spans:  # all that a JSONL source has
        return _ONE(0, *spans[TICKET])
    packed = [_ENTRY.pack(_CODES[name], *span) for name, span in spans.items() if name in _CODES]
    others = {name: span for name, span in spans.items() if name not in _CODES}
    if others:
        packed.append(bytes([_OTHER]) + json.dumps(others, ensure_ascii=False).encode())
    return b"".join(packed)


def unpack_spans(data: bytes) -> dict[str, tuple[int, int]]:
    """The spans that were packed."""
    spans: dict[str, tuple[int, int]] = {}
    place = 0
    while place < len(data) and data[place] != _OTHER:
        code, start, end = _ENTRY.unpack_from(data, place)
        spans[_NAMES[code]] = (start, end)
        place += _ENTRY.size
    if place < len(data):
        spans.update({name: (start, end) for name, (start, end) in json.loads(data[place + 1 :]).items()})
    return spans
