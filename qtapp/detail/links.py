"""Web addresses within the text of a ticket: where each begins and ends.

An address ends at the first character that RFC 3986 does not know, so Chinese text may follow without a space. Finds
only; opens nothing. Every pattern runs in linear time over lines of any length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

URL = r"https?://[A-Za-z0-9\-._~:/?#@!$&'()*+,;=%]+|mailto:[A-Za-z0-9._%+\-]+@[A-Za-z0-9.\-]+"
"""RFC 3986 without the square brackets: in tickets they open a mask or `[图片]`, never an IPv6 host."""

_NEXT = re.compile(r"https?://", re.IGNORECASE)
_TRAILING = ".,;:!?'"
_CARRIES = frozenset("=/&?%:,#")
"""Before an inner `https://` these say that it belongs to the outer address, as in `?next=https://…`."""


def split(found: str) -> Iterator[tuple[int, int]]:
    """The addresses within one match of `URL`, as offsets: two that were typed without a space come apart."""
    starts = [0, *(m.start() for m in _NEXT.finditer(found, 1) if found[m.start() - 1] not in _CARRIES)]
    yield from zip(starts, [*starts[1:], len(found)], strict=True)


def trimmed(address: str) -> str:
    """The address without the punctuation of the sentence that it stands in."""
    while address:
        last = address[-1]
        if last in _TRAILING or (last == ")" and address.count(")") > address.count("(")):
            address = address[:-1]
        else:
            break
    return address


def has_host(address: str) -> bool:
    """True where something follows the scheme that a browser could ask."""
    scheme, _, rest = address.partition(":")
    return scheme.lower() == "mailto" or rest[2:3].isalnum()
