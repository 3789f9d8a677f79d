"""IP addresses: those that somebody has, told apart from versions, times and what every machine has."""

from __future__ import annotations

import re
from ipaddress import AddressValueError, IPv4Address, IPv4Network, IPv6Address

from db.privacy import patterns
from db.privacy.kinds import Identifier, Sort
from db.privacy.lists import Lists

_DOCUMENTED = tuple(map(IPv4Network, ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24")))
"""RFC 5737."""
_GIVEN = (0x2000, 0xE000), (0xFC00, 0xFE00), (0xFE80, 0xFFC0)
"""First groups of addresses that are given to somebody, with the bits that count: global, unique local, link local."""
_LOCAL = 0xFC00
_DOCUMENTED_V6 = 0x20010DB8
"""RFC 3849."""
_BROADCAST = 224
"""First octet from which on nothing is one machine's: groups, masks."""


def ipv4(text: str, start: int, end: int, lists: Lists) -> Identifier | None:
    """An IPv4 address, unless it is a version, a number of a section, or one that every machine has."""
    try:
        address = IPv4Address(text[start:end])
    except AddressValueError:
        return None
    if address.is_loopback or not 0 < address.packed[0] < _BROADCAST or _is_version(text, start, end):
        return None
    return Identifier("ipv4", start, end, text[start:end], str(address), _sort_of(address, lists))


def beginning(text: str, start: int) -> int:
    """Where the address begins that may stand at `start`: behind a word, or the mask of a net, that runs into it."""
    named = patterns.NAMED_ADDRESS.match(text, start)
    if named is not None:
        return named.end()
    is_next = text[start - 1 : start] == "/" and patterns.NET_BEFORE.search(text, patterns.near(start), start)
    mask = patterns.NET_MASK.match(text, start) if is_next else None
    return mask.end() if mask is not None else start


def _sort_of(address: IPv4Address, lists: Lists) -> Sort:
    if any(address in net for net in _DOCUMENTED):
        return "documentation"
    return "private" if address.is_private else "public" if str(address) in lists.public_addresses else ""


def _is_version(text: str, start: int, end: int) -> bool:
    before, behind = text[max(0, start - 2) : start], text[end : end + 2]
    return (
        patterns.VERSION.search(text, patterns.near(start), start) is not None
        or patterns.VERSIONED.match(text, end) is not None
        or patterns.is_starred(text, start, end)
        or before[-1:] in ("-", "_")
        or (before[-1:] == "/" and before[:1].isalnum() and behind[:1] != "/")
        or behind[:1] == "_"
        or (behind[:1] == "-" and behind[1:].isalpha() and behind[1:].isascii())
    )


def ipv6(match: re.Match[str]) -> Identifier | None:
    """An IPv6 address, unless it is a time, a name in a program or the loopback; a label before it is no part of it."""
    start, value = match.start(), match.group()
    head, _, rest = value.partition(":")
    if head.isalpha() and not rest.startswith(":") and _given(value) is None:
        start, value = start + len(head) + 1, rest
    address = _given(value)
    if address is None:
        return None
    documented = int(address) >> 96 == _DOCUMENTED_V6
    sort: Sort = "documentation" if documented else "private" if int(address) >> 112 >= _LOCAL else ""
    return Identifier("ipv6", start, match.end(), value, str(address), sort)


def _given(value: str) -> IPv6Address | None:
    try:
        address = IPv6Address(value)
    except AddressValueError:
        return None
    head = int(address) >> 112
    is_given = address.ipv4_mapped is not None or any(head & bits == first for first, bits in _GIVEN)
    return address if is_given else None
